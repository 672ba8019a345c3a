export const id = 8687;
export const ids = [8687,7141];
export const modules = {

/***/ 7141:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AT: () => (/* binding */ remarksOnMemory),
/* harmony export */   DY: () => (/* binding */ requiredMemory),
/* harmony export */   z7: () => (/* binding */ defaultMemory)
/* harmony export */ });
/* harmony import */ var _support_units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3795);
/* harmony import */ var _remarks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9965);


/** In MiB. */
const DEFAULT_MEMORY = 512;
const KERNEL = 64;
const RESERVE = 64;
const STEP = 64;
/**
 * The memory that a machine needs for an initramfs, in MiB: the kernel keeps the archive while it unpacks it, and the files
 * stay in memory. They count twice, because the root's tmpfs may fill half of the memory.
 */
function requiredMemory({ compressed, unpacked }) {
    return KERNEL + RESERVE + Math.ceil((compressed + 2 * unpacked) / _support_units_js__WEBPACK_IMPORTED_MODULE_0__/* .MEBIBYTE */ .gJ);
}
/** `memory_mb` without a template: 512, or what an initramfs needs up to the next 64. */
function defaultMemory(size) {
    return size === undefined ? DEFAULT_MEMORY : Math.max(DEFAULT_MEMORY, Math.ceil(requiredMemory(size) / STEP) * STEP);
}
/** A warning if the template's `memory_mb` cannot hold an initramfs. */
function remarksOnMemory({ resources }, size) {
    const given = resources?.memory_mb;
    const required = requiredMemory(size);
    if (given === undefined || given >= required)
        return [];
    return [
        {
            code: 'memory',
            message: `${given} MB cannot hold the initramfs: kernel, archive and unpacked files need about ${required} MB`,
            fix: `set memory_mb = ${Math.ceil(required / STEP) * STEP}, or map fewer files`,
            ...(0,_remarks_js__WEBPACK_IMPORTED_MODULE_1__/* .atTemplate */ .CV)('resources', 'memory_mb'),
        },
    ];
}


/***/ }),

/***/ 9965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CV: () => (/* binding */ atTemplate),
/* harmony export */   Oh: () => (/* binding */ atConfig),
/* harmony export */   f3: () => (/* binding */ atImage)
/* harmony export */ });
/** A remark about a key of the template. */
function atTemplate(...path) {
    return { at: { document: 'template', path } };
}
/** A remark about a key of fledge.toml. */
function atConfig(...path) {
    return { at: { document: 'config', path } };
}
/**
 * A remark about the image of a plugin: at the key of `[source]` that brings it. An image without a reference is built from
 * a Dockerfile. Without an image there is no key.
 */
function atImage(image) {
    if (image === undefined)
        return {};
    return atConfig('source', image.reference === undefined ? 'dockerfile' : 'image');
}


/***/ }),

/***/ 8251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ cacheLimitOf)
/* harmony export */ });
/* harmony import */ var _support_environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2285);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5921);
/* harmony import */ var _support_units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3795);



/** The variable with the size limit of the cache. */
const VARIABLE = 'FLEDGE_CACHE_MAX_SIZE';
const DEFAULT_LIMIT = 10 * 1024 * _support_units_js__WEBPACK_IMPORTED_MODULE_1__/* .MEBIBYTE */ .gJ;
/**
 * The size limit of the cache in bytes: FLEDGE_CACHE_MAX_SIZE, otherwise 10 GiB. Undefined for `unlimited`.
 *
 * @throws FledgeError `usage` if it is not a size.
 */
function cacheLimitOf(env) {
    const text = (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .environmentValue */ .a)(env, VARIABLE);
    if (text === undefined)
        return DEFAULT_LIMIT;
    if (text.trim().toLowerCase() === 'unlimited')
        return undefined;
    const bytes = (0,_support_units_js__WEBPACK_IMPORTED_MODULE_1__/* .parseSize */ .DB)(text);
    if (bytes !== undefined && bytes >= _support_units_js__WEBPACK_IMPORTED_MODULE_1__/* .MEBIBYTE */ .gJ)
        return bytes;
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('usage', `${VARIABLE} is not a size of at least 1M: ${JSON.stringify(text.slice(0, 100))}`, {
        fix: `set it to a size such as 5G or 500M, or to unlimited, or unset it`,
    });
}


/***/ }),

/***/ 7270:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ sourceContext)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);
/* harmony import */ var _cache_limit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8251);
/* harmony import */ var _cache_use_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8387);
/* harmony import */ var _cache_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8359);




/**
 * The context of the sources; `directory` is that of fledge.toml.
 *
 * @throws FledgeError `usage` if the size limit of the cache is not a size.
 */
function sourceContext({ env, reporter, signal }, directory) {
    const cacheDirectory = (0,_cache_js__WEBPACK_IMPORTED_MODULE_3__/* .cacheDirectoryOf */ .N2)(env, { home: node_os__WEBPACK_IMPORTED_MODULE_0__.homedir, cwd: process.cwd() });
    const use = (0,_cache_use_js__WEBPACK_IMPORTED_MODULE_2__/* .cacheUse */ .Ev)({ directory: cacheDirectory, limit: (0,_cache_limit_js__WEBPACK_IMPORTED_MODULE_1__/* .cacheLimitOf */ .l)(env), reporter });
    return { baseDirectory: directory, cacheDirectory, cacheUse: use, reporter, env, signal };
}


/***/ }),

/***/ 2285:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ definedVariables),
/* harmony export */   a: () => (/* binding */ environmentValue)
/* harmony export */ });
/** A value of the environment; an empty value counts as not set. */
function environmentValue(env, name) {
    const value = env[name];
    return value === undefined || value === '' ? undefined : value;
}
/** The variables of an environment that have a value, for a child process that gets only these. */
function definedVariables(env) {
    return Object.fromEntries(Object.entries(env).filter((pair) => pair[1] !== undefined));
}


/***/ }),

/***/ 1874:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ makeDirectories)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5921);



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

/***/ 2835:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ reportElapsed),
/* harmony export */   C: () => (/* binding */ whileReportingElapsed)
/* harmony export */ });
/** The time after which work counts as long, in seconds. */
const LONG_WORK = 2;
/**
 * Reports the seconds of work that has no other measure, such as a program of others. Short work is not reported. Returns a
 * function that ends the progress, which must be called also if the work fails.
 */
function reportElapsed(reporter, label) {
    const since = performance.now();
    let progress;
    const timer = setInterval(() => {
        const seconds = Math.round((performance.now() - since) / 1000);
        if (seconds < LONG_WORK)
            return;
        progress ??= reporter.progress(label, 'seconds');
        progress.update(seconds);
    }, 1000);
    timer.unref();
    return () => {
        clearInterval(timer);
        progress?.end();
    };
}
/** `reportElapsed` for work that returns or throws. */
async function whileReportingElapsed(reporter, label, work) {
    const end = reportElapsed(reporter, label);
    try {
        return await work();
    }
    finally {
        end();
    }
}


/***/ })

};
