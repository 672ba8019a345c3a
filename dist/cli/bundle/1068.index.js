export const id = 1068;
export const ids = [1068];
export const modules = {

/***/ 71068:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   selectionOf: () => (/* binding */ selectionOf),
/* harmony export */   wantedPath: () => (/* binding */ wantedPath)
/* harmony export */ });
/* harmony import */ var _inside_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96462);

/**
 * The entries at these paths and below them, and the directories above them. Without arguments, all entries.
 *
 * @throws FledgeError `usage` for a path with `..`.
 */
function selectionOf(args) {
    const all = args.map(wantedPath);
    const isEverything = all.length === 0 || all.some(({ paths }) => paths.includes(_inside_path_js__WEBPACK_IMPORTED_MODULE_0__/* .ROOT */ .Dl));
    if (isEverything)
        return { choose: () => 'whole', missing: () => [] };
    const wanted = new Map();
    const parents = new Set();
    for (const each of all) {
        for (const path of each.paths) {
            wanted.set(path, each);
            for (const parent of (0,_inside_path_js__WEBPACK_IMPORTED_MODULE_0__/* .parentsOf */ .fY)(path))
                parents.add(parent);
        }
    }
    const found = new Set();
    return {
        choose(path) {
            const own = wanted.get(path);
            if (own !== undefined) {
                found.add(own);
                return 'whole';
            }
            for (const parent of (0,_inside_path_js__WEBPACK_IMPORTED_MODULE_0__/* .parentsOf */ .fY)(path)) {
                const above = wanted.get(parent);
                if (above === undefined)
                    continue;
                found.add(above);
                return 'whole';
            }
            return parents.has(path) ? 'parent' : undefined;
        },
        missing: () => all.filter((each) => !found.has(each)),
    };
}
/** @throws FledgeError `usage` for a path with `..`. */
function wantedPath(argument) {
    return { argument, paths: (0,_inside_path_js__WEBPACK_IMPORTED_MODULE_0__/* .possiblePaths */ .Ai)(argument) };
}


/***/ }),

/***/ 96462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ai: () => (/* binding */ possiblePaths),
/* harmony export */   Dl: () => (/* binding */ ROOT),
/* harmony export */   ZN: () => (/* binding */ parseInsidePath),
/* harmony export */   _6: () => (/* binding */ normalisedPath),
/* harmony export */   fY: () => (/* binding */ parentsOf)
/* harmony export */ });
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42012);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);


/** The path of the root. */
const ROOT = '';
/**
 * The path of an entry as a user writes it, in the form of `InsideEntry.path`: `/etc`, `etc` and `./etc/` are the same. A path
 * can be copied from the output of fledge, where `\xHH` is a byte and `\\` a backslash.
 *
 * @throws FledgeError `usage` for a path with `..`.
 */
function parseInsidePath(text) {
    return requireNoDots(normalisedPath(unescaped((0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .byteStringFromText */ .dw)(text))), text);
}
/**
 * The paths that a user can mean: the text as it is, and that of `parseInsidePath` if it is another one.
 *
 * @throws FledgeError `usage` for a path with `..`.
 */
function possiblePaths(text) {
    const literal = requireNoDots(normalisedPath((0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .byteStringFromText */ .dw)(text)), text);
    const parsed = parseInsidePath(text);
    return literal === parsed ? [literal] : [literal, parsed];
}
/** Without slashes at both ends, repeated slashes, and names that are `.`. */
function normalisedPath(path) {
    return path
        .split('/')
        .filter((name) => name !== '' && name !== '.')
        .join('/');
}
/** The directories above a path, the root first. */
function* parentsOf(path) {
    if (path === ROOT)
        return;
    yield ROOT;
    for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1))
        yield path.slice(0, at);
}
function requireNoDots(path, text) {
    if (!path.split('/').includes('..'))
        return path;
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('usage', `cannot use ${text} as a path inside an artifact: it contains ".."`, {
        fix: 'write the path from the root of the artifact, such as /etc/passwd; fledge inspect lists the paths',
    });
}
/** The opposite of `displayByteString`. A backslash that it would not have written stays. */
function unescaped(path) {
    return path.replace(/\\(?:\\|x([0-9a-f]{2}))/g, (_, digits) => digits === undefined ? '\\' : String.fromCharCode(Number.parseInt(digits, 16)));
}


/***/ })

};
