export const id = 8558;
export const ids = [8558];
export const modules = {

/***/ 28558:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   decodeLzo: () => (/* binding */ decodeLzo)
/* harmony export */ });
/* harmony import */ var _damage_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35412);

// The LZO1X stream format (Documentation/staging/lzo.rst of the kernel).
/** A first byte above this one is a run of literals without an instruction. */
const FIRST_LITERALS = 17;
/** The distance of a match of two bytes is at most this; others of the same form begin after it. */
const NEAR_DISTANCE = 2048;
const FAR_DISTANCE = 16_384;
/** The state after a run of at least four literals. */
const AFTER_RUN = 4;
/**
 * Decompresses one stream of at most `limit` bytes.
 *
 * @throws UnreadableImage if it is damaged or longer.
 */
function decodeLzo(packed, limit) {
    const output = Buffer.allocUnsafe(limit);
    let at = 0;
    let from = 0;
    const byte = () => {
        const value = packed[from++];
        if (value === undefined)
            throw (0,_damage_js__WEBPACK_IMPORTED_MODULE_0__/* .badBlock */ .Z)();
        return value;
    };
    /** A length in the lowest bits of an instruction; 0 means that it continues after these bits. */
    const lengthOf = (bits, mask) => {
        if (bits !== 0)
            return bits;
        let total = mask;
        for (;;) {
            const next = byte();
            if (next !== 0)
                return total + next;
            total += 255;
        }
    };
    const literals = (count) => {
        if (from + count > packed.length || at + count > limit)
            throw (0,_damage_js__WEBPACK_IMPORTED_MODULE_0__/* .badBlock */ .Z)();
        packed.copy(output, at, from, from + count);
        from += count;
        at += count;
    };
    const match = (distance, length) => {
        if (distance > at || at + length > limit)
            throw (0,_damage_js__WEBPACK_IMPORTED_MODULE_0__/* .badBlock */ .Z)();
        (0,_damage_js__WEBPACK_IMPORTED_MODULE_0__/* .copyMatch */ .V)(output, at, distance, length);
        at += length;
    };
    /** The number of literals before the instruction: 0 to 3, or AFTER_RUN. It decides what small instructions mean. */
    let state = 0;
    if ((packed[0] ?? 0) > FIRST_LITERALS) {
        const count = byte() - FIRST_LITERALS;
        literals(count);
        state = Math.min(count, AFTER_RUN);
    }
    for (;;) {
        const instruction = byte();
        if (instruction < 16 && state === 0) {
            literals(lengthOf(instruction, 15) + 3);
            state = AFTER_RUN;
            continue;
        }
        /** Its lowest two bits are the number of literals that follow. */
        let last = instruction;
        if (instruction >= 64) {
            match(((instruction >>> 2) & 7) + byte() * 8 + 1, (instruction >>> 5) + 1);
        }
        else if (instruction < 16) {
            const distance = (instruction >>> 2) + byte() * 4 + 1;
            if (state === AFTER_RUN)
                match(distance + NEAR_DISTANCE, 3);
            else
                match(distance, 2);
        }
        else {
            const isNear = instruction >= 32;
            const mask = isNear ? 31 : 7;
            const length = lengthOf(instruction & mask, mask) + 2;
            last = byte();
            const distance = (last >>> 2) + byte() * 64;
            if (isNear)
                match(distance + 1, length);
            else {
                const far = distance + (instruction & 8) * 2048;
                if (far === 0)
                    return output.subarray(0, at);
                match(far + FAR_DISTANCE, length);
            }
        }
        state = last & 3;
        literals(state);
    }
}


/***/ })

};
