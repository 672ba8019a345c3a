export const id = 5111;
export const ids = [5111];
export const modules = {

/***/ 75111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   unreadText: () => (/* binding */ unreadText)
/* harmony export */ });
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42012);

/** The warning about a part that was not read. */
function unreadText({ path, reason }) {
    return `the SBOM lacks the packages of /${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .displayByteString */ .oO)(path)}: ${reason}`;
}


/***/ })

};
