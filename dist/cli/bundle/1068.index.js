export const id = 1068;
export const ids = [1068];
export const modules = {

/***/ 71068:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parentsOf: () => (/* binding */ parentsOf),
/* harmony export */   selectionOf: () => (/* binding */ selectionOf),
/* harmony export */   wantedPath: () => (/* binding */ wantedPath)
/* harmony export */ });
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42012);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);


/**
 * The entries at these paths and below them, and the directories above them. Without arguments, all entries.
 *
 * @throws FledgeError `usage` for a path with `..`.
 */
function selectionOf(args) {
    const all = args.map(wantedPath);
    const isEverything = all.length === 0 || all.some(({ paths }) => paths.includes(ROOT));
    if (isEverything)
        return { choose: () => 'whole', missing: () => [] };
    const wanted = new Map();
    const parents = new Set();
    for (const each of all) {
        for (const path of each.paths) {
            wanted.set(path, each);
            for (const parent of parentsOf(path))
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
            for (const parent of parentsOf(path)) {
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
const ROOT = '';
/**
 * A path of the user in the tree: a slash at its beginning or end has no effect. `\xHH` and `\\` are read as bytes, too, because
 * `fledge inspect` shows names in this form.
 *
 * @throws FledgeError `usage` for a path with `..`.
 */
function wantedPath(argument) {
    const literal = normalised((0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .byteStringFromText */ .dw)(argument));
    if (literal.split('/').includes('..')) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('usage', `cannot extract ${argument}: a path in an artifact cannot contain ".."`, {
            fix: 'name the path from the root of the artifact; fledge inspect lists them',
        });
    }
    const unescaped = normalised(withoutEscapes(argument));
    return { argument, paths: literal === unescaped ? [literal] : [literal, unescaped] };
}
function normalised(path) {
    return path
        .split('/')
        .filter((name) => name !== '' && name !== '.')
        .join('/');
}
/** The reverse of `displayByteString`. */
function withoutEscapes(text) {
    const parts = text.split(/(\\\\|\\x[0-9a-f]{2})/);
    const bytes = parts.map((part, index) => {
        if (index % 2 === 0)
            return Buffer.from(part, 'utf8');
        return Buffer.from(part === '\\\\' ? [0x5c] : [Number.parseInt(part.slice(2), 16)]);
    });
    return (0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .byteStringFromBytes */ .Pb)(Buffer.concat(bytes));
}
/** The directories above a path, the root first. */
function* parentsOf(path) {
    if (path === '')
        return;
    yield ROOT;
    for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1))
        yield path.slice(0, at);
}


/***/ })

};
