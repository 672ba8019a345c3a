export const id = 875;
export const ids = [875];
export const modules = {

/***/ 6875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   validateCommand: () => (/* binding */ validateCommand)
/* harmony export */ });
/* harmony import */ var _config_load_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39);
/* harmony import */ var _config_manifest_template_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(578);
/* harmony import */ var _config_problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3515);
/* harmony import */ var _recipe_locked_config_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4379);
/* harmony import */ var _recipe_missing_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3369);
/* harmony import */ var _tree_mappings_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3452);






/**
 * `fledge validate`: checks the config, its lock file and the manifest template. A host file that is missing or cannot be
 * mapped is a warning only: it may still have to be compiled.
 */
async function validateCommand(options, reporter) {
    const loaded = await (0,_config_load_js__WEBPACK_IMPORTED_MODULE_0__/* .loadConfig */ .Z9)(options.config);
    const template = await (0,_config_manifest_template_js__WEBPACK_IMPORTED_MODULE_1__/* .loadTemplateFor */ .gK)(loaded.file, options.manifest);
    for (const note of [...loaded.notes, ...(template?.notes ?? [])])
        reporter.warn((0,_config_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .formatProblem */ .Vw)(note), note);
    const unusable = (0,_tree_mappings_js__WEBPACK_IMPORTED_MODULE_5__/* .findUnusableSources */ .z$)(loaded.config.mappings, loaded.directory);
    const problems = [
        ...(await (0,_recipe_missing_files_js__WEBPACK_IMPORTED_MODULE_4__/* .findMissingFiles */ .F)(loaded)),
        ...unusable.map(({ mapping, message }) => ({ path: mapping.key, message })),
    ];
    for (const { path, message } of problems) {
        const position = await loaded.positionOf(path);
        reporter.warn((0,_config_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .formatProblem */ .Vw)({ file: loaded.file, ...position, key: (0,_config_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .formatKeyPath */ .K7)(path), message }));
    }
    const lock = await (0,_recipe_locked_config_js__WEBPACK_IMPORTED_MODULE_3__/* .checkLock */ .s)(loaded, reporter);
    const files = [loaded.file, template?.file, lock?.file].filter((file) => file !== undefined);
    const listed = files.join(', ').replace(/, (?=[^,]*$)/, ' and ');
    process.stdout.write(`${listed}: valid (${loaded.config.strategy})\n`);
}


/***/ })

};
