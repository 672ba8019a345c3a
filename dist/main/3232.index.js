export const id = 3232;
export const ids = [3232];
export const modules = {

/***/ 48884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V$: () => (/* binding */ noContent),
/* harmony export */   dr: () => (/* binding */ NO_XATTRS),
/* harmony export */   ed: () => (/* binding */ ContentDigest),
/* harmony export */   rf: () => (/* binding */ digestOfContent),
/* harmony export */   uY: () => (/* binding */ ZEROS)
/* harmony export */ });
/* unused harmony export zerosOf */
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
