export const id = 391;
export const ids = [391];
export const modules = {

/***/ 4391:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   validatePlugin: () => (/* binding */ validatePlugin)
/* harmony export */ });
/* harmony import */ var _document_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(410);
/* harmony import */ var _lock_locked_config_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9621);
/* harmony import */ var _tree_mappings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3452);
/* harmony import */ var _plugin_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9867);
/* harmony import */ var _missing_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9879);





/**
 * Checks the files of a plugin and its lock file, and returns their paths. A missing or unusable host file is a warning only:
 * it may not be compiled yet.
 *
 * @throws FledgeError `config` if the lock file is damaged, or does not match fledge.toml.
 */
async function validatePlugin(plugin, reporter) {
    const { loaded, template } = plugin;
    (0,_plugin_js__WEBPACK_IMPORTED_MODULE_3__.warnOfNotes)(plugin, reporter);
    const unusable = (0,_tree_mappings_js__WEBPACK_IMPORTED_MODULE_2__/* .findUnusableSources */ .z$)(loaded.config.mappings, loaded.directory);
    const problems = [
        ...(await (0,_missing_files_js__WEBPACK_IMPORTED_MODULE_4__/* .findMissingFiles */ .F)(loaded)),
        ...unusable.map(({ mapping, message }) => ({ path: mapping.key, message })),
    ];
    for (const { path, message } of problems) {
        const problem = { file: loaded.file, ...(await loaded.positionOf(path)), key: (0,_document_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .formatKeyPath */ .K7)(path), message };
        reporter.warn((0,_document_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .formatProblem */ .Vw)(problem), problem);
    }
    const lock = await (0,_lock_locked_config_js__WEBPACK_IMPORTED_MODULE_1__/* .checkLock */ .s)(loaded, reporter);
    return { files: [loaded.file, template?.file, lock?.file].filter((file) => file !== undefined) };
}


/***/ })

};
