export const id = 8087;
export const ids = [8087];
export const modules = {

/***/ 358:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hb: () => (/* binding */ parseChecksumList),
/* harmony export */   k4: () => (/* binding */ readChecksumList),
/* harmony export */   n$: () => (/* binding */ isChecksumListName)
/* harmony export */ });
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2012);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5921);
/* harmony import */ var _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5423);



/** Limit of a list, enough for half a million files. A larger file is probably not a list. */
const MAX_BYTES = 64 * 1024 * 1024;
const FIX = 'create the list again: sha256sum FILE... > SHA256SUMS';
/** `HASH  NAME` or `HASH *NAME`, with a backslash before it where the name is escaped. */
const GNU_LINE = /^(\\?)([0-9a-f]{64})[ ][ *]([^\0]+)$/is;
/** `SHA256 (NAME) = HASH`, of `sha256sum --tag` and of BSD. */
const TAGGED_LINE = /^(\\?)SHA256 \(([^\0]+)\) = ([0-9a-f]{64})$/is;
/**
 * True if the name of a file is that of a list of SHA-256 digests: `SHA256SUMS`, `web_SHA256SUMS.txt`,
 * `web.img.sha256`, …
 */
function isChecksumListName(name) {
    return /(?:^|[._-])sha256sums?(?:\.txt)?$|\.sha256$/i.test(name);
}
/**
 * Reads an open SHA256SUMS file; `label` names it in errors.
 *
 * @throws FledgeError `input` as `parseChecksumList` does, or if it is too large.
 */
async function readChecksumList(handle, label) {
    try {
        return parseChecksumList(await (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readBounded */ .CB)(handle, label, MAX_BYTES), label);
    }
    catch (error) {
        if (!(error instanceof _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .FileTooLarge */ .Sv))
            throw error;
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `${label} has ${error.bytes} bytes; a list of digests has at most ${MAX_BYTES}`);
    }
}
/**
 * Parses a list of `sha256sum`, with or without `--tag` or `--binary` (coreutils manual, "md5sum invocation"): names
 * may be escaped, lines may end in CR LF. Empty lines and lines that begin with `#` are ignored.
 *
 * @throws FledgeError `input` with the first line that is invalid, or whose file has another digest on an earlier line;
 *   or if there is no file.
 */
function parseChecksumList(bytes, label) {
    const byName = new Map();
    for (const [index, text] of (0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .byteStringFromBytes */ .Pb)(bytes).split('\n').entries()) {
        const line = index + 1;
        const stripped = text.replace(/\r$/, '');
        if (stripped === '' || stripped.startsWith('#'))
            continue;
        const listed = parseLine(stripped, line);
        if (listed === undefined)
            throw problem(label, line, 'not a line of sha256sum');
        const { name, sha256 } = listed;
        const earlier = byName.get(name);
        if (earlier !== undefined && earlier.sha256 !== sha256) {
            const what = `${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .displayByteString */ .oO)(name)} has another digest than on line ${earlier.line}`;
            throw problem(label, line, what);
        }
        byName.set(name, earlier ?? listed);
    }
    if (byName.size === 0)
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `${label} does not list any file`, { fix: FIX });
    return [...byName.values()];
}
function parseLine(text, line) {
    const [, gnuEscape, gnuDigest, gnuName] = GNU_LINE.exec(text) ?? [];
    const [, tagEscape, tagName, tagDigest] = TAGGED_LINE.exec(text) ?? [];
    const written = gnuName ?? tagName;
    const digest = gnuDigest ?? tagDigest;
    if (written === undefined || digest === undefined)
        return undefined;
    const name = (gnuEscape ?? tagEscape) === '\\' ? unescapeName(written) : written;
    const normalised = normalise(name ?? '');
    // A name of slashes and dots only is a directory, which has no digest.
    if (normalised === '' || normalised === '/')
        return undefined;
    return { name: normalised, sha256: digest.toLowerCase(), line };
}
/** Undefined for an escape that coreutils does not write. */
function unescapeName(name) {
    const characters = { '\\\\': '\\', '\\n': '\n', '\\r': '\r' };
    const parts = name.match(/\\.?|[^\\]+/gs) ?? [];
    if (parts.some((part) => part.startsWith('\\') && characters[part] === undefined))
        return undefined;
    return parts.map((part) => characters[part] ?? part).join('');
}
function normalise(name) {
    const components = name.split('/').filter((component) => component !== '' && component !== '.');
    return `${name.startsWith('/') ? '/' : ''}${components.join('/')}`;
}
function problem(label, line, message) {
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `${label}:${line}: ${message}`, { fix: FIX });
}


/***/ }),

/***/ 4925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ digestFile),
/* harmony export */   t: () => (/* binding */ digestHandle)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5921);
/* harmony import */ var _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5423);



const READ_BYTES = 1024 * 1024;
/**
 * Size and SHA-256 of a regular file, read as a stream. Symlinks are followed; a file of another type is not opened.
 *
 * @throws FledgeError `input`; `label` is the file's name in messages.
 */
async function digestFile(path, options) {
    const { label, maxBytes } = options;
    try {
        const handle = await (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .openRegularFile */ .ZU)(path);
        try {
            const { size } = await handle.stat();
            if (size > maxBytes)
                throw new _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .FileTooLarge */ .Sv(path, size, maxBytes);
            return await digestHandle(handle, maxBytes);
        }
        finally {
            await handle.close();
        }
    }
    catch (error) {
        if (error instanceof _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .NotRegularFile */ .k1) {
            throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `cannot use ${path} as ${label}: it is ${error.kind}, not a regular file`, {
                fix: `set the path of ${label} to a regular file`,
            });
        }
        if (error instanceof _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .FileTooLarge */ .Sv) {
            const message = `cannot use ${path} as ${label}: it has ${error.bytes} bytes, and the limit is ${maxBytes}`;
            throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', message);
        }
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `cannot read ${label} from ${path}: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .readFailureOf */ .Og)(error)}`, {
            cause: error,
            fix: (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCodeOf */ .c7)(error) === 'EACCES'
                ? 'make it readable for the user who builds'
                : `check the path of ${label}; a relative path starts at the directory of fledge.toml`,
        });
    }
}
/**
 * Size and SHA-256 of the content of an open file, read from its start in pieces of 1 MiB.
 *
 * @throws FileTooLarge if the content is longer than `maxBytes`, whatever size stat(2) has returned. Default: no limit.
 */
async function digestHandle(handle, maxBytes = Number.POSITIVE_INFINITY) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    const buffer = Buffer.allocUnsafe(READ_BYTES);
    let size = 0;
    for (;;) {
        const { bytesRead } = await handle.read(buffer, 0, buffer.length, size);
        if (bytesRead === 0)
            return { size, sha256: hash.digest('hex') };
        hash.update(buffer.subarray(0, bytesRead));
        size += bytesRead;
        if (size > maxBytes)
            throw new _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .FileTooLarge */ .Sv('the file', size, maxBytes);
    }
}


/***/ }),

/***/ 5423:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CB: () => (/* binding */ readBounded),
/* harmony export */   J8: () => (/* binding */ fileChanged),
/* harmony export */   Sv: () => (/* binding */ FileTooLarge),
/* harmony export */   XF: () => (/* binding */ readRegularFile),
/* harmony export */   ZU: () => (/* binding */ openRegularFile),
/* harmony export */   Ze: () => (/* binding */ isRegularFile),
/* harmony export */   k1: () => (/* binding */ NotRegularFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5921);



/** A path does not lead to a regular file; `kind` names its type, as in `a fifo`. */
class NotRegularFile extends Error {
    name = 'NotRegularFile';
    kind;
    constructor(path, kind) {
        super(`${path} is ${kind}, not a regular file`);
        this.kind = kind;
    }
}
/** A file is larger than its limit. */
class FileTooLarge extends Error {
    name = 'FileTooLarge';
    /** The number of bytes known when reading stopped; the file can be larger. */
    bytes;
    constructor(path, bytes, maxBytes) {
        super(`${path} has ${bytes} bytes; more than ${maxBytes} are not read`);
        this.bytes = bytes;
    }
}
/** The error for a file that was read before and has other bytes now. */
function fileChanged(label) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('input', `cannot read ${label}: it changed during the build`, {
        fix: 'build again when no other process writes to the file',
    });
}
/** True if a path leads to a regular file; false if it does not, or cannot be examined. */
function isRegularFile(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path).then((stats) => stats.isFile(), () => false);
}
/**
 * Opens an untrusted file for reading. Only a regular file is opened: opening another type can block for ever, or affect
 * a device. If a fifo replaces the file in the meantime, its open does not block. Links are followed.
 *
 * @throws NotRegularFile, or the error of the system.
 */
async function openRegularFile(path) {
    requireRegular(path, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path));
    const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOCTTY);
    try {
        requireRegular(path, await handle.stat());
        return handle;
    }
    catch (error) {
        await handle.close();
        throw error;
    }
}
/**
 * All bytes of an untrusted file. It does not read more than `maxBytes`, even if the size is wrong (files of /proc) or
 * grows.
 *
 * @throws NotRegularFile, FileTooLarge, or the error of the system.
 */
async function readRegularFile(path, maxBytes) {
    const handle = await openRegularFile(path);
    try {
        return await readBounded(handle, path, maxBytes);
    }
    finally {
        await handle.close();
    }
}
/** The growth of the buffer for a file whose size from stat is wrong, beyond doubling. */
const GROWTH_BYTES = 64 * 1024;
/**
 * All bytes of an open file, from its start.
 *
 * @throws FileTooLarge, or the error of the system.
 */
async function readBounded(handle, path, maxBytes) {
    const { size } = await handle.stat();
    if (size > maxBytes)
        throw new FileTooLarge(path, size, maxBytes);
    // One byte more than the size from stat shows whether the size is right. Such a read seldom needs a second buffer.
    let data = Buffer.allocUnsafeSlow(size + 1);
    let length = 0;
    for (;;) {
        if (length === data.length)
            data = Buffer.concat([data], Math.min(2 * length + GROWTH_BYTES, maxBytes + 1));
        const { bytesRead } = await handle.read(data, length, data.length - length, length);
        if (bytesRead === 0)
            return data.subarray(0, length);
        length += bytesRead;
        if (length > maxBytes)
            throw new FileTooLarge(path, length, maxBytes);
    }
}
function requireRegular(path, stats) {
    if (!stats.isFile())
        throw new NotRegularFile(path, kindOfStats(stats));
}
/** The type of a file that is not regular. */
function kindOfStats(stats) {
    if (stats.isDirectory())
        return 'a directory';
    if (stats.isFIFO())
        return 'a fifo';
    if (stats.isSocket())
        return 'a socket';
    return 'a device';
}


/***/ }),

/***/ 4618:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ silentReporter)
/* harmony export */ });
const silentProgress = { update() { }, end() { } };
/** A reporter that prints nothing, for library use and tests. */
const silentReporter = {
    step() { },
    info() { },
    warn() { },
    debug() { },
    progress: () => silentProgress,
};


/***/ })

};
