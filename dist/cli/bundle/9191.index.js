export const id = 9191;
export const ids = [9191];
export const modules = {

/***/ 9191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   describeDifference: () => (/* binding */ describeDifference),
/* harmony export */   differencesOf: () => (/* binding */ differencesOf),
/* harmony export */   formatComparison: () => (/* binding */ formatComparison),
/* harmony export */   sumUp: () => (/* binding */ sumUp)
/* harmony export */ });
/* harmony import */ var _support_units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3795);

/** The differences, file by file, and a summary as the last line. */
function formatComparison(comparison) {
    const lines = differencesOf(comparison).flatMap(formatDifference);
    return [...lines, sumUp(comparison), ''].join('\n');
}
/** The files that are not identical. */
function differencesOf({ files }) {
    return files.filter(({ status }) => status !== 'identical');
}
/** A difference on a line, and each side on a line below it. */
function formatDifference(file) {
    const { left, right } = sidesOf(file);
    return [
        headOf(file),
        ...(left === undefined ? [] : [`  left   ${left}`]),
        ...(right === undefined ? [] : [`  right  ${right}`]),
    ];
}
/** The same on one line. */
function describeDifference(file) {
    const { left, right } = sidesOf(file);
    const sides = [left && `left ${left}`, right && `right ${right}`].filter((text) => text !== undefined);
    return sides.length === 0 ? headOf(file) : `${headOf(file)} (${sides.join(', ')})`;
}
/** `identical: 2 files`, or `1 of 2 files differs`. */
function sumUp(comparison) {
    const count = comparison.files.length === 1 ? '1 file' : `${comparison.files.length} files`;
    if (comparison.identical)
        return `identical: ${count}`;
    const { length } = differencesOf(comparison);
    return `${length} of ${count} ${length === 1 ? 'differs' : 'differ'}`;
}
function headOf({ path, status, firstDifference }) {
    switch (status) {
        case 'identical':
            return `${path}: identical`;
        case 'only-left':
            return `${path}: only left`;
        case 'only-right':
            return `${path}: only right`;
        case 'differs':
            return `${path}: differs${firstDifference === undefined ? '' : `, first at byte ${firstDifference}`}`;
    }
}
/** The description of each side if both exist and differ. */
function sidesOf({ status, left, right }) {
    if (status !== 'differs')
        return {};
    return { ...(left && { left: describeFile(left) }), ...(right && { right: describeFile(right) }) };
}
function describeFile({ kind, size, sha256, target }) {
    if (target !== undefined)
        return `${kind} -> ${target}`;
    if (sha256 === undefined)
        return kind;
    return `sha256:${sha256}${size === undefined ? '' : `  ${size} bytes${size < 1024 ? '' : ` (${(0,_support_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(size)})`}`}`;
}


/***/ })

};
