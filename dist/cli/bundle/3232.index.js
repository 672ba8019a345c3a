export const id = 3232;
export const ids = [3232,8884];
export const modules = {

/***/ 13252:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ ContentOpener)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);
/* harmony import */ var _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25423);




/** In bytes. Each layer of an image has one window. */
const WINDOW_SIZE = 128 * 1024;
/** Larger reads are done directly, which saves a copy. */
const MAX_SMALL_READ = 16 * 1024;
/** The maximum gap between two sequential reads, such as a file that a later layer replaced. */
const MAX_SKIP = 16 * 1024;
/**
 * Opens contents one after the other. Small files that are adjacent in a spool, such as those of a directory in a layer, are
 * read together.
 */
class ContentOpener {
    #spools = new Map();
    /**
     * @throws FledgeError `input` if a host file cannot be read, is not a regular file any more, or changed its size after it
     *   was added to the tree.
     */
    open(content) {
        switch (content.kind) {
            case 'bytes':
                return {
                    read: (target, offset) => target.set(content.data.subarray(offset, offset + target.length)),
                    close() { },
                };
            case 'host-file':
                return openHostFile(content);
            case 'spool':
                return spoolReader(content, this.#windowOf(content.spool));
        }
    }
    #windowOf(spool) {
        let window = this.#spools.get(spool);
        if (window === undefined) {
            window = new SpoolWindow(spool);
            this.#spools.set(spool, window);
        }
        return window;
    }
}
function openHostFile({ path, label, size, sha256 }) {
    const descriptor = openForReading(path, label);
    const hash = sha256 === undefined ? undefined : (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    try {
        const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(descriptor);
        if (!stats.isFile() || stats.size !== size)
            throw (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_3__/* .fileChanged */ .J8)(label);
        // Files in /proc have size 0 but are not empty.
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync)(descriptor, new Uint8Array(1), 0, 1, size) > 0)
            throw (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_3__/* .fileChanged */ .J8)(label);
    }
    catch (error) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(descriptor);
        throw error;
    }
    return {
        read(target, offset) {
            if (!readFully(descriptor, target, offset))
                throw (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_3__/* .fileChanged */ .J8)(label);
            hash?.update(target);
            if (offset + target.length === size && hash !== undefined && hash.digest('hex') !== sha256)
                throw (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_3__/* .fileChanged */ .J8)(label);
        },
        close: () => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(descriptor),
    };
}
function spoolReader({ extents }, window) {
    let next = 0;
    return {
        read(target, start) {
            const end = start + target.length;
            let at = start;
            while (at < end) {
                const extent = extents[next];
                if (extent === undefined || extent.offset >= end)
                    break;
                const extentEnd = extent.offset + extent.length;
                if (extentEnd <= at) {
                    next++;
                    continue;
                }
                const from = Math.max(at, extent.offset);
                const to = Math.min(end, extentEnd);
                if (from > at)
                    target.fill(0, at - start, from - start);
                const whole = from === start && to === end;
                window.read(whole ? target : target.subarray(from - start, to - start), positionIn(extent, from));
                at = to;
            }
            if (at < end)
                target.fill(0, at - start);
        },
        close() { },
    };
}
function positionIn(extent, offset) {
    return extent.position + (offset - extent.offset);
}
/** Reads from a spool, with read-ahead for small sequential reads. */
class SpoolWindow {
    #spool;
    /** The read-ahead buffer. Its first `#length` bytes are those at `#position` in the spool. */
    #buffer;
    #position = 0;
    #length = 0;
    /** The end of the last read. */
    #lastEnd = 0;
    constructor(spool) {
        this.#spool = spool;
    }
    read(target, position) {
        const isNear = position >= this.#lastEnd && position - this.#lastEnd <= MAX_SKIP;
        this.#lastEnd = position + target.length;
        if (this.#copy(target, position))
            return;
        if (isNear && target.length <= MAX_SMALL_READ) {
            this.#buffer ??= Buffer.allocUnsafeSlow(WINDOW_SIZE);
            this.#length = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync)(this.#spool.descriptor, this.#buffer, 0, WINDOW_SIZE, position);
            this.#position = position;
            if (this.#copy(target, position))
                return;
        }
        if (readFully(this.#spool.descriptor, target, position))
            return;
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('internal', `the spool of ${this.#spool.label} is shorter than its files`);
    }
    /** Copies the bytes from the buffer. Returns false if the buffer does not contain all of them. */
    #copy(target, position) {
        const start = position - this.#position;
        if (this.#buffer === undefined || start < 0 || start + target.length > this.#length)
            return false;
        this.#buffer.copy(target, 0, start, start + target.length);
        return true;
    }
}
/** Fills `target`. Returns false if the file ends before. */
function readFully(descriptor, target, position) {
    let done = 0;
    while (done < target.length) {
        const length = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync)(descriptor, target, done, target.length - done, position + done);
        if (length === 0)
            return false;
        done += length;
    }
    return true;
}
function openForReading(path, label) {
    try {
        // The tree has regular files only. If a file became a fifo or a link since, opening must not wait for a writer or
        // follow the link.
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NOFOLLOW | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NONBLOCK);
    }
    catch (error) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('input', `cannot read ${label}: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`, {
            cause: error,
            fix: 'make the file readable for the user of the build',
        });
    }
}


/***/ }),

/***/ 48884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V$: () => (/* binding */ noContent),
/* harmony export */   dr: () => (/* binding */ NO_XATTRS),
/* harmony export */   ed: () => (/* binding */ ContentDigest),
/* harmony export */   l8: () => (/* binding */ zerosOf),
/* harmony export */   rf: () => (/* binding */ digestOfContent),
/* harmony export */   uY: () => (/* binding */ ZEROS)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _support_units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3795);


/** Zeros in place of a hole. They are shared, and must not be changed. */
const ZEROS = Buffer.alloc(_support_units_js__WEBPACK_IMPORTED_MODULE_1__/* .MEBIBYTE */ .gJ);
/** A hole of this many bytes, as pieces of zeros. */
function* zerosOf(length) {
    for (let left = length; left > 0; left -= ZEROS.length)
        yield ZEROS.subarray(0, Math.min(ZEROS.length, left));
}
/** Computes the SHA-256 of a content from its pieces, with its holes as zeros. */
class ContentDigest {
    #hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    #end = 0;
    /** Adds a piece, which must not begin before the end of the one before it. */
    add({ offset, bytes }) {
        this.#fillTo(offset);
        this.#hash.update(bytes);
        this.#end = offset + bytes.length;
    }
    /** In hexadecimal digits, for a content of `size` bytes. Nothing can be added after it. */
    digest(size) {
        this.#fillTo(size);
        return this.#hash.digest('hex');
    }
    #fillTo(end) {
        for (const zeros of zerosOf(end - this.#end))
            this.#hash.update(zeros);
    }
}
/** The SHA-256 of a content in hexadecimal digits, with its holes as zeros. */
async function digestOfContent({ size, content }) {
    const digest = new ContentDigest();
    for await (const piece of content())
        digest.add(piece);
    return digest.digest(size);
}
/** The content of an entry that is not a file. */
async function* noContent() { }
/** The attributes of an entry that has none. */
const NO_XATTRS = new Map();


/***/ }),

/***/ 93232:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   contentPieces: () => (/* binding */ contentPieces),
/* harmony export */   entriesOfTree: () => (/* binding */ entriesOfTree)
/* harmony export */ });
/* harmony import */ var _formats_content_reader_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13252);
/* harmony import */ var _content_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48884);
/* harmony import */ var _turns_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49909);



/** In bytes. */
const PIECE_BYTES = 256 * 1024;
/** The time for an entry, as bytes that are read in this time. */
const ENTRY_BYTES = 1024;
/**
 * The entries of a tree in memory, as `Artifact` describes them: a directory before its entries, in the order of bytes. The
 * contents can be read in any order while the spools are open.
 *
 * @throws FledgeError `input` from `content()` if a host file cannot be read or has changed.
 */
async function* entriesOfTree(tree, { layerOf, signal } = {}) {
    const links = linksOfTree(tree);
    const numbers = new Map();
    const contents = { opener: new _formats_content_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .ContentOpener */ .n(), turns: new _turns_js__WEBPACK_IMPORTED_MODULE_2__/* .Turns */ .P(), signal };
    let last = 0;
    const numberOf = (inode) => {
        if (inode.kind === 'directory' || !links.has(inode))
            return ++last;
        const number = numbers.get(inode) ?? ++last;
        numbers.set(inode, number);
        return number;
    };
    for (const walked of tree.walk()) {
        signal?.throwIfAborted();
        await contents.turns.after(ENTRY_BYTES);
        const { path, inode, directory } = walked;
        const { kind, mode, uid, gid, mtime, xattrs } = inode;
        const source = kind === 'file' ? inode.content : undefined;
        const layer = layerOf?.(walked);
        yield {
            ...{ path, kind, mode, uid, gid, mtime, size: sizeOf(inode) },
            // As in most file systems, each directory in a directory has a link to it.
            links: inode.kind === 'directory' ? 2 + (directory?.subdirectories ?? 0) : (links.get(inode) ?? 1),
            ino: numberOf(inode),
            ...(kind === 'symlink' && { target: inode.target }),
            ...((kind === 'char-device' || kind === 'block-device') && {
                device: { major: inode.major, minor: inode.minor },
            }),
            ...(source !== undefined && { source }),
            ...(layer !== undefined && { layer }),
            xattrs: () => Promise.resolve(buffersOf(xattrs)),
            content: () => (source === undefined ? (0,_content_js__WEBPACK_IMPORTED_MODULE_1__/* .noContent */ .V$)() : contentPieces(source, contents)),
        };
    }
}
/** The number of names of each inode that has several. */
function linksOfTree(tree) {
    const seen = new Set();
    const links = new Map();
    for (const { inode } of tree.leaves()) {
        if (seen.has(inode))
            links.set(inode, (links.get(inode) ?? 1) + 1);
        else
            seen.add(inode);
    }
    return links;
}
function sizeOf(inode) {
    if (inode.kind === 'file')
        return inode.content.size;
    return inode.kind === 'symlink' ? inode.target.length : 0;
}
function buffersOf(xattrs) {
    if (xattrs.size === 0)
        return _content_js__WEBPACK_IMPORTED_MODULE_1__/* .NO_XATTRS */ .dr;
    return new Map(Array.from(xattrs, ([name, value]) => [name, Buffer.from(value.buffer, value.byteOffset, value.length)]));
}
/**
 * The data of a content without the holes.
 *
 * @throws FledgeError `input` if it is a host file that cannot be read or has changed; the reason of the signal.
 */
async function* contentPieces(content, { opener = new _formats_content_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .ContentOpener */ .n(), turns = new _turns_js__WEBPACK_IMPORTED_MODULE_2__/* .Turns */ .P(), signal } = {}) {
    const extents = content.kind === 'spool' ? content.extents : [{ offset: 0, length: content.size }];
    const reader = opener.open(content);
    try {
        for (const { offset, length } of extents) {
            for (let done = 0; done < length;) {
                // The number of a closed descriptor can be that of another file.
                signal?.throwIfAborted();
                const bytes = Buffer.allocUnsafe(Math.min(PIECE_BYTES, length - done));
                reader.read(bytes, offset + done);
                yield { offset: offset + done, bytes };
                done += bytes.length;
                await turns.after(bytes.length);
            }
        }
    }
    finally {
        reader.close();
    }
}


/***/ }),

/***/ 49909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ Turns)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);

/** Synchronous work between two turns of the event loop. */
const BYTES_PER_TURN = 1024 * 1024;
/** Lets the process handle signals and timers between synchronous reads. */
class Turns {
    #sinceTurn = 0;
    /** Counts work in bytes, or what takes as long as reading them. */
    async after(bytes) {
        this.#sinceTurn += bytes;
        if (this.#sinceTurn < BYTES_PER_TURN)
            return;
        this.#sinceTurn = 0;
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setImmediate)();
    }
}


/***/ })

};
