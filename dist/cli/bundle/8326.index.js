export const id = 8326;
export const ids = [8326];
export const modules = {

/***/ 88326:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  decodeXz: () => (/* binding */ decodeXz)
});

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./build/inside/damage.js
var damage = __webpack_require__(57408);
;// CONCATENATED MODULE: ./build/inside/codecs/bcj.js

const FILTERS = new Map([
    [0x04, x86],
    [0x05, powerPc],
    [0x07, arm],
    [0x08, armThumb],
    [0x09, sparc],
    [0x0a, arm64],
]);
const OTHERS = new Map([
    [0x03, 'delta'],
    [0x06, 'ia64'],
    [0x0b, 'riscv'],
]);
/**
 * The filter with the number `id`, which replaces absolute addresses by relative ones. `start` is the position of the first byte.
 *
 * @throws UnreadableImage if the filter is not supported.
 */
function filterOf(id) {
    const filter = FILTERS.get(id);
    if (filter !== undefined)
        return filter;
    throw new damage/* UnreadableImage */.Do(`the filter ${OTHERS.get(id) ?? `0x${id.toString(16)}`} of its xz blocks is not supported`);
}
function arm(code, start) {
    for (let at = 0; at + 4 <= code.length; at += 4) {
        if (code[at + 3] !== 0xeb)
            continue;
        const address = (code.readUIntLE(at, 3) << 2) - (start + at + 8);
        code.writeUIntLE((address >>> 2) & 0xff_ffff, at, 3);
    }
}
function armThumb(code, start) {
    for (let at = 0; at + 4 <= code.length; at += 2) {
        const high = code.readUInt16LE(at);
        const low = code.readUInt16LE(at + 2);
        if ((high & 0xf800) !== 0xf000 || (low & 0xf800) !== 0xf800)
            continue;
        const address = ((((high & 0x7ff) << 11) | (low & 0x7ff)) << 1) - (start + at + 4);
        code.writeUInt16LE(0xf000 | ((address >>> 12) & 0x7ff), at);
        code.writeUInt16LE(0xf800 | ((address >>> 1) & 0x7ff), at + 2);
        at += 2;
    }
}
function arm64(code, start) {
    for (let at = 0; at + 4 <= code.length; at += 4) {
        const instruction = code.readUInt32LE(at);
        if (instruction >>> 26 === 0x25) {
            const address = instruction - ((start + at) >>> 2);
            code.writeUInt32LE((0x9400_0000 | (address & 0x03ff_ffff)) >>> 0, at);
        }
        else if ((instruction & 0x9f00_0000) >>> 0 === 0x9000_0000) {
            const absolute = ((instruction >>> 29) & 3) | ((instruction >>> 3) & 0x1f_fffc);
            // Only addresses within 512 MiB have been replaced.
            if (((absolute + 0x02_0000) & 0x1c_0000) !== 0)
                continue;
            const address = absolute - ((start + at) >>> 12);
            const sign = (0 - (address & 0x02_0000)) & 0xe0_0000;
            const bits = ((address & 3) << 29) | ((address & 0x03_fffc) << 3) | sign;
            code.writeUInt32LE(((instruction & 0x9000_001f) | bits) >>> 0, at);
        }
    }
}
function powerPc(code, start) {
    for (let at = 0; at + 4 <= code.length; at += 4) {
        const instruction = code.readUInt32BE(at);
        if ((instruction & 0xfc00_0003) >>> 0 !== 0x4800_0001)
            continue;
        const address = (instruction & 0x03ff_fffc) - (start + at);
        code.writeUInt32BE((0x4800_0001 | (address & 0x03ff_fffc)) >>> 0, at);
    }
}
function sparc(code, start) {
    for (let at = 0; at + 4 <= code.length; at += 4) {
        const instruction = code.readUInt32BE(at);
        if (instruction >>> 22 !== 0x100 && instruction >>> 22 !== 0x1ff)
            continue;
        const address = ((instruction << 2) - (start + at)) >>> 2;
        const sign = 0x4000_0000 - (address & 0x40_0000);
        code.writeUInt32BE((sign | 0x4000_0000 | (address & 0x3f_ffff)) >>> 0, at);
    }
}
/** By the last three bytes that looked like an instruction: whether the next one can be one, and the byte of it to test. */
const X86_ALLOWED = [true, true, true, false, true, false, false, false];
const X86_BYTE = [0, 1, 2, 2, 3, 3, 3, 3];
/** Calls and jumps: 0xE8 or 0xE9, and an address whose highest byte is 0x00 or 0xFF. */
function x86(code, start) {
    const isExtreme = (byte) => byte === 0 || byte === 0xff;
    let previous = -1;
    let mask = 0;
    for (let at = 0; at < code.length - 4; at++) {
        if (((code[at] ?? 0) & 0xfe) !== 0xe8)
            continue;
        const gap = at - previous;
        mask = gap > 3 ? 0 : (mask << (gap - 1)) & 7;
        previous = at;
        const isRefused = mask !== 0 && (X86_ALLOWED[mask] !== true || isExtreme(code[at + 4 - (X86_BYTE[mask] ?? 0)] ?? 0));
        if (isRefused || !isExtreme(code[at + 4] ?? 0)) {
            mask = (mask << 1) | 1;
            continue;
        }
        const address = x86Address(code.readUInt32LE(at + 1), start + at + 5, (X86_BYTE[mask] ?? 0) * 8, mask !== 0);
        // 25 bits with a sign.
        code.writeInt32LE((address << 7) >> 7, at + 1);
        at += 4;
    }
}
function x86Address(stored, next, bits, isMasked) {
    for (let source = stored;;) {
        const address = (source - next) >>> 0;
        if (!isMasked)
            return address;
        const byte = (address >>> (24 - bits)) & 0xff;
        if (byte !== 0 && byte !== 0xff)
            return address;
        source = (address ^ (2 ** (32 - bits) - 1)) >>> 0;
    }
}

// EXTERNAL MODULE: ./build/inside/codecs/damage.js
var codecs_damage = __webpack_require__(35412);
;// CONCATENATED MODULE: ./build/inside/codecs/lzma2.js

/*
 * LZMA2 (xz-file-format.txt, 5.3.1, and the decoder of XZ Embedded). The output is the dictionary, so that a block cannot demand
 * more memory than its content has.
 */
const STATES = 12;
const LITERAL_STATES = 7;
const POSITION_STATES = 16;
const LENGTH_STATES = 4;
const MIN_MATCH = 2;
const ALIGN_BITS = 4;
const FIRST_MODELED = 4;
const END_MODELED = 14;
const FULL_DISTANCES = 128;
const LITERAL_CODER = 0x300;
const HALF = 1024;
const MOVE_BITS = 5;
const MODEL_BITS = 11;
const TOP = 2 ** 24;
/** The places of the probabilities in one array. A coder of lengths has two choices and three trees. */
const LENGTH_LOW = 2;
const LENGTH_MID = LENGTH_LOW + POSITION_STATES * 8;
const LENGTH_HIGH = LENGTH_MID + POSITION_STATES * 8;
const LENGTH_CODER = LENGTH_HIGH + 256;
const IS_MATCH = 0;
const IS_REP = IS_MATCH + STATES * POSITION_STATES;
const IS_REP0 = IS_REP + STATES;
const IS_REP1 = IS_REP0 + STATES;
const IS_REP2 = IS_REP1 + STATES;
const IS_REP0_LONG = IS_REP2 + STATES;
const SLOT = IS_REP0_LONG + STATES * POSITION_STATES;
const SPECIAL = SLOT + LENGTH_STATES * 64;
const ALIGN = SPECIAL + FULL_DISTANCES;
const MATCH_LENGTH = ALIGN + 2 ** ALIGN_BITS;
const REP_LENGTH = MATCH_LENGTH + LENGTH_CODER;
const LITERAL = REP_LENGTH + LENGTH_CODER;
/**
 * Decompresses the LZMA2 data at `start`, of at most `limit` bytes.
 *
 * @returns the content, and the position after the data.
 * @throws UnreadableImage if they are damaged or longer.
 */
function decodeLzma2(packed, start, limit) {
    const decoder = new LzmaDecoder(packed, limit);
    let hasDictionary = false;
    let hasProperties = false;
    let at = start;
    const need = (count) => {
        if (at + count > packed.length)
            throw (0,codecs_damage/* badBlock */.Z)();
    };
    for (;;) {
        need(1);
        const control = packed.readUInt8(at);
        if (control === 0)
            return { bytes: decoder.output.subarray(0, decoder.length), end: at + 1 };
        if (control >= 0xe0 || control === 1) {
            decoder.resetDictionary();
            hasDictionary = true;
        }
        if (!hasDictionary)
            throw (0,codecs_damage/* badBlock */.Z)();
        if (control < 0x80) {
            if (control > 2)
                throw (0,codecs_damage/* badBlock */.Z)();
            need(3);
            const size = packed.readUInt16BE(at + 1) + 1;
            at += 3;
            need(size);
            decoder.copy(at, size);
            at += size;
            continue;
        }
        need(6);
        const size = ((control & 0x1f) << 16) + packed.readUInt16BE(at + 1) + 1;
        const packedSize = packed.readUInt16BE(at + 3) + 1;
        at += 5;
        if (control >= 0xc0) {
            decoder.setProperties(packed.readUInt8(at));
            hasProperties = true;
            at += 1;
        }
        if (!hasProperties)
            throw (0,codecs_damage/* badBlock */.Z)();
        if (control >= 0xa0)
            decoder.resetState();
        need(packedSize);
        decoder.decode(at, at + packedSize, size);
        at += packedSize;
    }
}
/** A decoder whose state lasts over the chunks of a block. */
class LzmaDecoder {
    output;
    /** The number of bytes in `output`. */
    length = 0;
    #packed;
    #limit;
    #probabilities = new Uint16Array(LITERAL);
    #dictionaryStart = 0;
    #contextBits = 0;
    #literalMask = 0;
    #positionMask = 0;
    #state = 0;
    #rep0 = 0;
    #rep1 = 0;
    #rep2 = 0;
    #rep3 = 0;
    #range = 0;
    #code = 0;
    #at = 0;
    #end = 0;
    constructor(packed, limit) {
        this.#packed = packed;
        this.#limit = limit;
        this.output = Buffer.allocUnsafe(limit);
    }
    resetDictionary() {
        this.#dictionaryStart = this.length;
    }
    setProperties(properties) {
        const contextBits = properties % 9;
        const rest = Math.floor(properties / 9);
        const positionBits = rest % 5;
        const stateBits = Math.floor(rest / 5);
        if (stateBits > 4 || contextBits + positionBits > 4)
            throw (0,codecs_damage/* badBlock */.Z)();
        this.#contextBits = contextBits;
        this.#literalMask = 2 ** positionBits - 1;
        this.#positionMask = 2 ** stateBits - 1;
        const size = LITERAL + LITERAL_CODER * 2 ** (contextBits + positionBits);
        if (this.#probabilities.length !== size)
            this.#probabilities = new Uint16Array(size);
        this.resetState();
    }
    resetState() {
        this.#probabilities.fill(HALF);
        this.#state = 0;
        this.#rep0 = 0;
        this.#rep1 = 0;
        this.#rep2 = 0;
        this.#rep3 = 0;
    }
    /** Stored bytes. */
    copy(from, size) {
        if (this.length + size > this.#limit)
            throw (0,codecs_damage/* badBlock */.Z)();
        this.#packed.copy(this.output, this.length, from, from + size);
        this.length += size;
    }
    /** One chunk of compressed bytes, with `size` bytes of content. */
    decode(from, end, size) {
        if (this.length + size > this.#limit || from + 5 > end)
            throw (0,codecs_damage/* badBlock */.Z)();
        this.#range = 0xffff_ffff;
        this.#code = this.#packed.readUInt32BE(from + 1);
        this.#at = from + 5;
        this.#end = end;
        const last = this.length + size;
        while (this.length < last) {
            const position = (this.length - this.#dictionaryStart) & this.#positionMask;
            if (this.#bit(IS_MATCH + this.#state * POSITION_STATES + position) === 0)
                this.#literal();
            else {
                const length = this.#bit(IS_REP + this.#state) === 0 ? this.#newMatch(position) : this.#oldMatch(position);
                const distance = this.#rep0 + 1;
                if (distance > this.length - this.#dictionaryStart || this.length + length > last)
                    throw (0,codecs_damage/* badBlock */.Z)();
                (0,codecs_damage/* copyMatch */.V)(this.output, this.length, distance, length);
                this.length += length;
            }
        }
        this.#normalize();
        if (this.#at !== end || this.#code !== 0)
            throw (0,codecs_damage/* badBlock */.Z)();
    }
    #normalize() {
        if (this.#range >= TOP)
            return;
        // Beyond the end, the length of the chunk is wrong, which is found at its end.
        const byte = this.#at < this.#end ? (this.#packed[this.#at] ?? 0) : 0;
        this.#at += 1;
        this.#range = (this.#range << 8) >>> 0;
        this.#code = ((this.#code << 8) | byte) >>> 0;
    }
    #bit(index) {
        this.#normalize();
        const probability = this.#probabilities[index] ?? 0;
        const bound = (this.#range >>> MODEL_BITS) * probability;
        if (this.#code < bound) {
            this.#range = bound;
            this.#probabilities[index] = probability + ((2 * HALF - probability) >>> MOVE_BITS);
            return 0;
        }
        this.#range -= bound;
        this.#code -= bound;
        this.#probabilities[index] = probability - (probability >>> MOVE_BITS);
        return 1;
    }
    #tree(first, bits) {
        let symbol = 1;
        for (let count = bits; count > 0; count--)
            symbol = symbol * 2 + this.#bit(first + symbol);
        return symbol - 2 ** bits;
    }
    #reverseTree(first, bits) {
        let symbol = 1;
        let value = 0;
        for (let index = 0; index < bits; index++) {
            const bit = this.#bit(first + symbol);
            symbol = symbol * 2 + bit;
            value |= bit << index;
        }
        return value;
    }
    #direct(bits) {
        let value = 0;
        for (let count = bits; count > 0; count--) {
            this.#normalize();
            this.#range >>>= 1;
            const bit = this.#code >= this.#range ? 1 : 0;
            if (bit === 1)
                this.#code -= this.#range;
            value = value * 2 + bit;
        }
        return value;
    }
    #literal() {
        const { output, length } = this;
        const isFirst = length === this.#dictionaryStart;
        const previous = isFirst ? 0 : (output[length - 1] ?? 0);
        const position = (length - this.#dictionaryStart) & this.#literalMask;
        const context = (position << this.#contextBits) + (previous >>> (8 - this.#contextBits));
        const first = LITERAL + LITERAL_CODER * context;
        let symbol = 1;
        if (this.#state >= LITERAL_STATES) {
            if (this.#rep0 + 1 > length - this.#dictionaryStart)
                throw (0,codecs_damage/* badBlock */.Z)();
            let match = (output[length - this.#rep0 - 1] ?? 0) << 1;
            let offset = 0x100;
            while (symbol < 0x100) {
                const matchBit = match & offset;
                match <<= 1;
                const bit = this.#bit(first + offset + matchBit + symbol);
                symbol = symbol * 2 + bit;
                offset &= bit === 1 ? matchBit : ~matchBit;
            }
        }
        else
            while (symbol < 0x100)
                symbol = symbol * 2 + this.#bit(first + symbol);
        output[length] = symbol & 0xff;
        this.length += 1;
        if (this.#state < 4)
            this.#state = 0;
        else
            this.#state -= this.#state < 10 ? 3 : 6;
    }
    #newMatch(position) {
        this.#rep3 = this.#rep2;
        this.#rep2 = this.#rep1;
        this.#rep1 = this.#rep0;
        this.#state = this.#state < LITERAL_STATES ? 7 : 10;
        const length = this.#lengthIn(MATCH_LENGTH, position);
        const slots = SLOT + Math.min(length - MIN_MATCH, LENGTH_STATES - 1) * 64;
        const slot = this.#tree(slots, 6);
        if (slot < FIRST_MODELED)
            this.#rep0 = slot;
        else {
            const bits = (slot >>> 1) - 1;
            const base = (2 + (slot & 1)) * 2 ** bits;
            if (slot < END_MODELED)
                this.#rep0 = base + this.#reverseTree(SPECIAL + base - slot - 1, bits);
            else {
                const high = this.#direct(bits - ALIGN_BITS) * 2 ** ALIGN_BITS;
                this.#rep0 = base + high + this.#reverseTree(ALIGN, ALIGN_BITS);
            }
        }
        return length;
    }
    #oldMatch(position) {
        const state = this.#state;
        if (this.#bit(IS_REP0 + state) === 0) {
            if (this.#bit(IS_REP0_LONG + state * POSITION_STATES + position) === 0) {
                this.#state = state < LITERAL_STATES ? 9 : 11;
                return 1;
            }
        }
        else {
            let distance = this.#rep1;
            if (this.#bit(IS_REP1 + state) === 1) {
                if (this.#bit(IS_REP2 + state) === 0)
                    distance = this.#rep2;
                else {
                    distance = this.#rep3;
                    this.#rep3 = this.#rep2;
                }
                this.#rep2 = this.#rep1;
            }
            this.#rep1 = this.#rep0;
            this.#rep0 = distance;
        }
        this.#state = state < LITERAL_STATES ? 8 : 11;
        return this.#lengthIn(REP_LENGTH, position);
    }
    #lengthIn(coder, position) {
        if (this.#bit(coder) === 0)
            return MIN_MATCH + this.#tree(coder + LENGTH_LOW + position * 8, 3);
        if (this.#bit(coder + 1) === 0)
            return MIN_MATCH + 8 + this.#tree(coder + LENGTH_MID + position * 8, 3);
        return MIN_MATCH + 16 + this.#tree(coder + LENGTH_HIGH, 8);
    }
}

;// CONCATENATED MODULE: ./build/inside/codecs/xz.js




// The container of xz (xz-file-format.txt). Its index and footer are not read.
const MAGIC = Buffer.from('fd377a585a00', 'hex');
const STREAM_HEADER_BYTES = 12;
const HAS_PACKED_SIZE = 0x40;
const HAS_SIZE = 0x80;
const LZMA2 = 0x21;
/** The number of bytes of a check, by its type. */
const CHECK_BYTES = [0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64];
const CRC32 = 1;
/**
 * Decompresses one stream of at most `limit` bytes. A CRC-32 is verified; no other check is.
 *
 * @throws UnreadableImage if it is damaged or longer, or has an unsupported filter.
 */
function decodeXz(packed, limit) {
    if (packed.length < STREAM_HEADER_BYTES || !packed.subarray(0, MAGIC.length).equals(MAGIC))
        throw (0,codecs_damage/* badBlock */.Z)();
    const check = packed.readUInt8(7) & 15;
    const blocks = [];
    let left = limit;
    // A size of 0 begins the index.
    for (let at = STREAM_HEADER_BYTES; (packed[at] ?? 0) !== 0;) {
        const { filters, end: dataStart } = readHeader(packed, at);
        const { bytes, end } = decodeLzma2(packed, dataStart, left);
        for (const { id, start } of filters)
            filterOf(id)(bytes, start);
        at = end + (-(end - dataStart) & 3);
        const checkEnd = at + (CHECK_BYTES[check] ?? 0);
        if (checkEnd > packed.length)
            throw (0,codecs_damage/* badBlock */.Z)();
        if (check === CRC32 && packed.readUInt32LE(at) !== (0,external_node_zlib_.crc32)(bytes))
            throw (0,codecs_damage/* badBlock */.Z)();
        at = checkEnd;
        left -= bytes.length;
        blocks.push(bytes);
    }
    const [only] = blocks;
    return blocks.length === 1 && only !== undefined ? only : Buffer.concat(blocks);
}
function readHeader(packed, position) {
    const end = position + (packed.readUInt8(position) + 1) * 4;
    if (end > packed.length || packed.readUInt32LE(end - 4) !== (0,external_node_zlib_.crc32)(packed.subarray(position, end - 4)))
        throw (0,codecs_damage/* badBlock */.Z)();
    const header = packed.subarray(0, end - 4);
    const flags = packed.readUInt8(position + 1);
    let at = position + 2;
    const number = () => {
        let value = 0;
        for (let shift = 0; shift < 49; shift += 7) {
            const byte = header[at++];
            if (byte === undefined)
                throw (0,codecs_damage/* badBlock */.Z)();
            value += (byte & 0x7f) * 2 ** shift;
            if (byte < 0x80)
                return value;
        }
        throw (0,codecs_damage/* badBlock */.Z)();
    };
    if ((flags & HAS_PACKED_SIZE) !== 0)
        number();
    if ((flags & HAS_SIZE) !== 0)
        number();
    const filters = [];
    for (let index = flags & 3; index >= 0; index--) {
        const id = number();
        const size = number();
        if (at + size > header.length || (index === 0) !== (id === LZMA2))
            throw (0,codecs_damage/* badBlock */.Z)();
        // The property of a filter of code is the position of its first byte.
        if (index > 0)
            filters.unshift({ id, start: size === 4 ? header.readUInt32LE(at) : 0 });
        at += size;
    }
    return { filters, end };
}


/***/ })

};
