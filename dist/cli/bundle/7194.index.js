export const id = 7194;
export const ids = [7194];
export const modules = {

/***/ 47194:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   textOfDryRun: () => (/* binding */ textOfDryRun)
/* harmony export */ });
/* harmony import */ var _build_target_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68903);

/** What a build would do, for people. */
function textOfDryRun({ name, platform, fetches, writes }) {
    const lines = [
        ...fetches.map(({ name: what, uri, digest, cached }) => {
            const pin = digest === undefined ? '  not pinned' : `  ${digest}`;
            return `fetch  ${what}  ${uri}${pin}${cached === true ? '  in the cache' : ''}`;
        }),
        ...writes.map(({ path, replaces }) => `write  ${(0,_build_target_js__WEBPACK_IMPORTED_MODULE_0__/* .here */ .Z)(path)}${replaces ? '  replaces the present file' : ''}`),
    ];
    return `${name} for ${platform}: dry run\n${lines.map((line) => `  ${line}\n`).join('')}`;
}


/***/ })

};
