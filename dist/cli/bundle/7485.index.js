export const id = 7485;
export const ids = [7485];
export const modules = {

/***/ 25423:
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
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);



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
