export const id = 6956;
export const ids = [6956];
export const modules = {

/***/ 6956:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createDirectories: () => (/* binding */ createDirectories)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5921);
/* harmony import */ var _process_cleanup_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2658);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1720);





/**
 * Creates directories and their parents, if they are missing. The returned function removes those that were created and are
 * still empty; it also runs if the process ends before.
 *
 * @throws FledgeError `output` if one cannot be created.
 */
function createDirectories(paths) {
    const created = [];
    const removeEmpty = () => {
        // The deepest first.
        for (const path of created.splice(0).reverse()) {
            try {
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmdirSync)(path);
            }
            catch {
                // It has contents now, or was removed.
            }
        }
    };
    const release = (0,_process_cleanup_js__WEBPACK_IMPORTED_MODULE_3__/* .atExit */ .sz)(removeEmpty);
    const dispose = () => {
        release();
        removeEmpty();
    };
    try {
        for (const path of paths)
            createDirectory(path, created);
    }
    catch (error) {
        dispose();
        throw error;
    }
    return dispose;
}
/** Creates one directory with its missing parents, and adds those to `created`, the highest first. */
function createDirectory(path, created) {
    try {
        createMissing((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path), created);
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('output', `cannot create ${path}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .writeFailureOf */ .PI)(error)}`, {
            cause: error,
            fix: (0,_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .worded */ .MH) `name a directory that you may write to with ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .option */ .uK)('output-dir')}`,
        });
    }
}
/** mkdir's `recursive` is not used: below /proc, where mkdir fails with ENOENT, Node retries it for ever. */
function createMissing(path, created) {
    try {
        createOne(path, created);
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCodeOf */ .c7)(error) !== 'ENOENT' || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path) === path)
            throw error;
        createMissing((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), created);
        createOne(path, created);
    }
}
/** Another build can create it at the same time. */
function createOne(path, created) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(path);
        created.push(path);
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCodeOf */ .c7)(error) !== 'EEXIST' || !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path).isDirectory())
            throw error;
    }
}


/***/ })

};
