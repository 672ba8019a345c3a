export const id = 4707;
export const ids = [4707];
export const modules = {

/***/ 74707:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   decodeLz4: () => (/* binding */ decodeLz4)
/* harmony export */ });
/* harmony import */ var _damage_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35412);

// The block format of LZ4 (lz4_Block_format.md), as squashfs uses it: without a frame.
const MIN_MATCH = 4;
/** A length that is continued in the bytes after it. */
const CONTINUED = 15;
/**
 * Decompresses one block of at most `limit` bytes.
 *
 * @throws UnreadableImage if it is damaged or longer.
 */
function decodeLz4(packed, limit) {
    const output = Buffer.allocUnsafe(limit);
    let at = 0;
    let from = 0;
    const rest = (length) => {
        if (length < CONTINUED)
            return length;
        let total = length;
        for (;;) {
            const byte = packed[from++];
            if (byte === undefined)
                throw (0,_damage_js__WEBPACK_IMPORTED_MODULE_0__/* .badBlock */ .Z)();
            total += byte;
            if (byte !== 255)
                return total;
        }
    };
    while (from < packed.length) {
        const token = packed[from++] ?? 0;
        const literals = rest(token >>> 4);
        if (from + literals > packed.length || at + literals > limit)
            throw (0,_damage_js__WEBPACK_IMPORTED_MODULE_0__/* .badBlock */ .Z)();
        packed.copy(output, at, from, from + literals);
        from += literals;
        at += literals;
        // The last sequence has no match.
        if (from === packed.length)
            break;
        if (from + 2 > packed.length)
            throw (0,_damage_js__WEBPACK_IMPORTED_MODULE_0__/* .badBlock */ .Z)();
        const distance = packed.readUInt16LE(from);
        from += 2;
        const length = MIN_MATCH + rest(token & 15);
        if (distance === 0 || distance > at || at + length > limit)
            throw (0,_damage_js__WEBPACK_IMPORTED_MODULE_0__/* .badBlock */ .Z)();
        (0,_damage_js__WEBPACK_IMPORTED_MODULE_0__/* .copyMatch */ .V)(output, at, distance, length);
        at += length;
    }
    return output.subarray(0, at);
}


/***/ })

};
