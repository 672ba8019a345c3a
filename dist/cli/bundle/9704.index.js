export const id = 9704;
export const ids = [9704];
export const modules = {

/***/ 99704:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isIgnored: () => (/* binding */ isIgnored),
/* harmony export */   parseIgnored: () => (/* binding */ parseIgnored)
/* harmony export */ });
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);

/** What a comparison can ignore. */
const IGNORABLE = ['mtime', 'owner', 'mode', 'xattr', 'links', 'content', 'order', 'container'];
/** The properties of entries that belong to a word. A content of another size is another content. */
const ASPECTS = new Map([
    ['mtime', 'mtime'],
    ['owner', 'owner'],
    ['mode', 'mode'],
    ['xattr', 'xattr'],
    ['links', 'links'],
    ['content', 'content'],
    ['size', 'content'],
]);
/** True if a property of entries is ignored. */
function isIgnored(aspect, ignored) {
    const word = ASPECTS.get(aspect);
    return word !== undefined && ignored.has(word);
}
/**
 * Parses a list with commas.
 *
 * @throws FledgeError `usage`, naming the valid words.
 */
function parseIgnored(text) {
    const words = text.split(',').map((word) => word.trim());
    return new Set(words.filter((word) => word !== '').map(ignorableOf));
}
function ignorableOf(word) {
    const found = IGNORABLE.find((known) => known === word);
    if (found !== undefined)
        return found;
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('usage', `cannot ignore ${JSON.stringify(word)}: it is not a property that is compared`, {
        fix: `use a list of ${IGNORABLE.join(', ')}`,
    });
}


/***/ })

};
