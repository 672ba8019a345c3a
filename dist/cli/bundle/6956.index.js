export const id = 6956;
export const ids = [6956];
export const modules = {

/***/ 21874:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ makeDirectories)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);



/**
 * Creates a directory and its missing parents, and calls `onCreated` for each of them, the highest first. Another process may
 * create them at the same time. mkdir's `recursive` is not used: below /proc, where mkdir fails with ENOENT, Node retries it
 * for ever.
 *
 * @throws the system's error, such as EACCES, or EEXIST for a file.
 */
function makeDirectories(path, { mode, onCreated } = {}) {
    const create = (directory) => {
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(directory, { mode });
        }
        catch (error) {
            if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCodeOf */ .c7)(error) === 'EEXIST' && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(directory).isDirectory())
                return;
            throw error;
        }
        onCreated?.(directory);
    };
    const createWhole = (directory) => {
        try {
            create(directory);
        }
        catch (error) {
            if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCodeOf */ .c7)(error) !== 'ENOENT' || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(directory) === directory)
                throw error;
            createWhole((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(directory));
            create(directory);
        }
    };
    createWhole((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path));
}


/***/ }),

/***/ 46956:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createDirectories: () => (/* binding */ createDirectories)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);
/* harmony import */ var _process_cleanup_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72658);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(11720);
/* harmony import */ var _make_directories_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(21874);





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
    const release = (0,_process_cleanup_js__WEBPACK_IMPORTED_MODULE_2__/* .atExit */ .sz)(removeEmpty);
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
/** Creates one directory with its missing parents, and adds those to `created`. */
function createDirectory(path, created) {
    try {
        (0,_make_directories_js__WEBPACK_IMPORTED_MODULE_3__/* .makeDirectories */ .K)(path, { onCreated: (directory) => created.push(directory) });
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('output', `cannot create ${path}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .writeFailureOf */ .PI)(error)}`, {
            cause: error,
            fix: (0,_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .worded */ .MH) `name a directory that you may write to with ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .option */ .uK)('output-dir')}`,
        });
    }
}


/***/ })

};
