export const id = 875;
export const ids = [875];
export const modules = {

/***/ 6875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   validateCommand: () => (/* binding */ validateCommand)
/* harmony export */ });
/* harmony import */ var _config_load_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4895);
/* harmony import */ var _config_manifest_template_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(578);
/* harmony import */ var _config_problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3515);
/* harmony import */ var _tree_mappings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9085);




/**
 * `fledge validate`: checks the config and the manifest template. A host file that cannot be mapped is a warning only:
 * it may still have to be compiled.
 */
async function validateCommand(options, reporter) {
    const loaded = await (0,_config_load_js__WEBPACK_IMPORTED_MODULE_0__/* .loadConfig */ .Z9)(options.config);
    const template = await (0,_config_manifest_template_js__WEBPACK_IMPORTED_MODULE_1__/* .loadTemplateFor */ .gK)(loaded.file, options.manifest);
    for (const note of [...loaded.notes, ...(template?.notes ?? [])])
        reporter.warn((0,_config_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .formatProblem */ .Vw)(note));
    for (const { mapping, message } of (0,_tree_mappings_js__WEBPACK_IMPORTED_MODULE_3__/* .findUnusableSources */ .z)(loaded.config.mappings, loaded.directory)) {
        const position = await loaded.positionOf(mapping.key);
        reporter.warn((0,_config_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .formatProblem */ .Vw)({ file: loaded.file, ...position, key: (0,_config_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .formatKeyPath */ .K7)(mapping.key), message }));
    }
    const files = template === undefined ? loaded.file : `${loaded.file} and ${template.file}`;
    process.stdout.write(`${files}: valid (${loaded.config.strategy})\n`);
}


/***/ })

};
