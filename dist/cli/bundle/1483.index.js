export const id = 1483;
export const ids = [1483];
export const modules = {

/***/ 49141:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openInspection: () => (/* binding */ openInspection)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/compare/beside.js
var compare_beside = __webpack_require__(41444);
// EXTERNAL MODULE: ./build/inside/missing-path.js
var missing_path = __webpack_require__(87297);
;// CONCATENATED MODULE: ./build/inside/below.js

/**
 * The entry at a path of `parseInsidePath`, and all entries below it. A symbolic link is itself, and is not followed.
 *
 * @throws FledgeError `input` after the last entry if there is none.
 */
function entriesBelow(artifact, path) {
    return path === '' ? artifact.entries() : entriesAt(artifact, path);
}
async function* entriesAt(artifact, path) {
    const prefix = `${path}/`;
    const missing = new missing_path/* MissingPath */.g(path);
    let isFound = false;
    for await (const entry of artifact.entries()) {
        if (entry.path === path || entry.path.startsWith(prefix)) {
            isFound = true;
            yield entry;
        }
        else if (isFound) {
            // Without a stream, all that is below a directory comes directly after it.
            if (!artifact.isStream)
                return;
        }
        else
            missing.see(entry);
    }
    if (!isFound)
        throw missing.error(artifact.path);
}

// EXTERNAL MODULE: ./build/inside/open.js + 33 modules
var inside_open = __webpack_require__(65293);
// EXTERNAL MODULE: ./build/inside/path.js
var inside_path = __webpack_require__(96462);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
;// CONCATENATED MODULE: ./build/cli/inspect/inspection.js






/**
 * Opens an artifact. The caller closes it.
 *
 * @throws FledgeError `usage` for an invalid path, `input` as `openArtifact` does, and if the first entry cannot be read.
 */
async function openInspection(options) {
    const { path, verify, reporter } = options;
    const start = (0,inside_path/* parseInsidePath */.ZN)(path ?? '/');
    const artifact = await (0,inside_open.openArtifact)(options.artifact);
    try {
        const { entries, unlisted } = await begun(artifact, start);
        let beside;
        const findOnce = () => {
            beside ??= (0,compare_beside/* findBeside */.SS)(artifact.path, reporter);
            return beside;
        };
        return {
            artifact,
            start,
            entries,
            ...(unlisted !== undefined && { unlisted }),
            isPart: path !== undefined,
            about: async () => ({
                facts: await artifact.facts(),
                beside: await findOnce(),
                fileSize: await sizeOf(artifact.path),
            }),
            check: async () => (verify && path === undefined ? (0,compare_beside/* checkDigests */.ic)((await findOnce()).digests, reporter) : []),
        };
    }
    catch (error) {
        await artifact.close();
        throw error;
    }
}
/** File systems of which only the facts are known. */
const UNLISTED = new Set(['xfs', 'btrfs']);
/** The entries below a path, of which the first one has been read. */
async function begun(artifact, start) {
    const entries = entriesBelow(artifact, start);
    let first;
    try {
        first = await entries.next();
    }
    catch (error) {
        // A path would have no answer.
        if (!UNLISTED.has(artifact.format) || start !== '' || !(error instanceof errors/* FledgeError */.aE))
            throw error;
        return { entries, unlisted: error };
    }
    let isFirst = true;
    const next = () => {
        if (!isFirst)
            return entries.next();
        isFirst = false;
        return Promise.resolve(first);
    };
    return { entries: { [Symbol.asyncIterator]: () => ({ next, return: () => entries.return(undefined) }) } };
}
async function sizeOf(path) {
    // A name with a transport, such as oci:image, is not a path.
    const stats = await (0,promises_.stat)(path).catch(() => undefined);
    return stats?.isFile() === true ? stats.size : undefined;
}


/***/ }),

/***/ 87297:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ MissingPath)
/* harmony export */ });
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42012);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);
/* harmony import */ var _support_suggest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1318);
/* harmony import */ var _support_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62625);




/** Names of one directory that are compared with a missing one. */
const MAX_NAMES = 10_000;
/** Finds out why a path is missing, from the entries that are there. */
class MissingPath {
    #path;
    /** The longest beginning of the path that is an entry. */
    #above = { path: '', kind: 'directory' };
    /** The names in it. */
    #names = [];
    constructor(path) {
        this.#path = path;
    }
    /** Takes notice of an entry of the artifact. An entry that comes before its directory is not suggested. */
    see(entry) {
        const { path } = entry;
        const above = this.#above.path;
        if (path.length > above.length && this.#path.startsWith(`${path}/`)) {
            this.#above = entry;
            this.#names = [];
            return;
        }
        const start = above === '' ? 0 : above.length + 1;
        if (this.#names.length >= MAX_NAMES || path.length <= start || path.includes('/', start))
            return;
        if (above === '' || path.startsWith(`${above}/`))
            this.#names.push(path.slice(start));
    }
    /** The error for the path after all entries. `note` is added to the path, such as `from LINK`. */
    error(artifact, note) {
        const { path, kind, target } = this.#above;
        const start = path === '' ? 0 : path.length + 1;
        const [name = '', ...rest] = this.#path.slice(start).split('/');
        const noted = note === undefined ? '' : ` (${note})`;
        const fail = (reason, fix) => new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `cannot find ${shown(this.#path)}${noted} in ${artifact}: ${reason}`, { fix });
        if (target !== undefined) {
            const behind = behindLink(path, target, [name, ...rest]);
            return fail(`${shown(path)} is a symbolic link to ${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .displayByteString */ .oO)(target)}`, `name the path behind the link: ${shown(behind)}`);
        }
        if (kind !== 'directory')
            return fail(`${shown(path)} is not a directory`, `name ${shown(path)}`);
        const similar = (0,_support_suggest_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .p)(name, this.#names);
        const directory = path === '' ? '' : `${path}/`;
        return fail(`${shown(path)} has no entry ${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .displayByteString */ .oO)(name)}`, similar === undefined
            ? `list the directory: fledge inspect ${(0,_support_text_js__WEBPACK_IMPORTED_MODULE_3__/* .shellWord */ .r7)(artifact)} ${(0,_support_text_js__WEBPACK_IMPORTED_MODULE_3__/* .shellWord */ .r7)(shown(path))}`
            : `did you mean ${shown([`${directory}${similar}`, ...rest].join('/'))}?`);
    }
}
function shown(path) {
    return `/${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .displayByteString */ .oO)(path)}`;
}
/** The path that a symbolic link leads to, without a look at further links. */
function behindLink(link, target, rest) {
    const names = target.startsWith('/') ? [] : link.split('/').slice(0, -1);
    for (const name of [...target.split('/'), ...rest]) {
        if (name === '..')
            names.pop();
        else if (name !== '' && name !== '.')
            names.push(name);
    }
    return names.join('/');
}


/***/ }),

/***/ 26471:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PR: () => (/* binding */ MAX_PATH_BYTES),
/* harmony export */   Um: () => (/* binding */ MAX_XATTR_LIST_BYTES),
/* harmony export */   VZ: () => (/* binding */ MAX_MINOR),
/* harmony export */   be: () => (/* binding */ MAX_XATTR_VALUE_BYTES),
/* harmony export */   dJ: () => (/* binding */ MAX_MAJOR),
/* harmony export */   oG: () => (/* binding */ MAX_SYMLINKS),
/* harmony export */   pg: () => (/* binding */ MAX_NAME_BYTES),
/* harmony export */   rf: () => (/* binding */ MAX_XATTR_NAME_BYTES),
/* harmony export */   xy: () => (/* binding */ MAX_OWNER)
/* harmony export */ });
/*
 * Limits of the Linux kernel for every file system. Source: linux/limits.h, unless another file is named.
 */
/** NAME_MAX: bytes of a file name. */
const MAX_NAME_BYTES = 255;
/** PATH_MAX without the NUL: bytes of a path, and of the target of a symbolic link. */
const MAX_PATH_BYTES = 4095;
/** MAXSYMLINKS: symbolic links that are followed in one path (path_resolution(7)). */
const MAX_SYMLINKS = 40;
/** A device number has 12 bits for the major number and 20 for the minor (MINORBITS in linux/kdev_t.h). */
const MAX_MAJOR = 2 ** 12 - 1;
const MAX_MINOR = 2 ** 20 - 1;
/** The largest user or group ID. (uid_t)-1 means "unchanged" (chown(2)) and cannot own a file. */
const MAX_OWNER = 2 ** 32 - 2;
/** XATTR_NAME_MAX: bytes of the name of an extended attribute. */
const MAX_XATTR_NAME_BYTES = 255;
/** XATTR_SIZE_MAX: bytes of its value. */
const MAX_XATTR_VALUE_BYTES = 65_536;
/** XATTR_LIST_MAX: bytes of the names of one inode, each with its NUL; listxattr(2) lists no more. */
const MAX_XATTR_LIST_BYTES = 65_536;


/***/ })

};
