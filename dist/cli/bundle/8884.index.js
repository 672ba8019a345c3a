export const id = 8884;
export const ids = [8884];
export const modules = {

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


/***/ })

};
