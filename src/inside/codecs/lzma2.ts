import { badBlock, copyMatch } from './damage.ts';

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
export function decodeLzma2(
  packed: Buffer,
  start: number,
  limit: number,
): { readonly bytes: Buffer; readonly end: number } {
  const decoder = new LzmaDecoder(packed, limit);
  let hasDictionary = false;
  let hasProperties = false;
  let at = start;
  const need = (count: number): void => {
    if (at + count > packed.length) throw badBlock();
  };
  for (;;) {
    need(1);
    const control = packed.readUInt8(at);
    if (control === 0) return { bytes: decoder.output.subarray(0, decoder.length), end: at + 1 };
    if (control >= 0xe0 || control === 1) {
      decoder.resetDictionary();
      hasDictionary = true;
    }
    if (!hasDictionary) throw badBlock();
    if (control < 0x80) {
      if (control > 2) throw badBlock();
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
    if (!hasProperties) throw badBlock();
    if (control >= 0xa0) decoder.resetState();
    need(packedSize);
    decoder.decode(at, at + packedSize, size);
    at += packedSize;
  }
}

/** A decoder whose state lasts over the chunks of a block. */
class LzmaDecoder {
  readonly output: Buffer;
  /** The number of bytes in `output`. */
  length = 0;
  readonly #packed: Buffer;
  readonly #limit: number;
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

  constructor(packed: Buffer, limit: number) {
    this.#packed = packed;
    this.#limit = limit;
    this.output = Buffer.allocUnsafe(limit);
  }

  resetDictionary(): void {
    this.#dictionaryStart = this.length;
  }

  setProperties(properties: number): void {
    const contextBits = properties % 9;
    const rest = Math.floor(properties / 9);
    const positionBits = rest % 5;
    const stateBits = Math.floor(rest / 5);
    if (stateBits > 4 || contextBits + positionBits > 4) throw badBlock();
    this.#contextBits = contextBits;
    this.#literalMask = 2 ** positionBits - 1;
    this.#positionMask = 2 ** stateBits - 1;
    const size = LITERAL + LITERAL_CODER * 2 ** (contextBits + positionBits);
    if (this.#probabilities.length !== size) this.#probabilities = new Uint16Array(size);
    this.resetState();
  }

  resetState(): void {
    this.#probabilities.fill(HALF);
    this.#state = 0;
    this.#rep0 = 0;
    this.#rep1 = 0;
    this.#rep2 = 0;
    this.#rep3 = 0;
  }

  /** Stored bytes. */
  copy(from: number, size: number): void {
    if (this.length + size > this.#limit) throw badBlock();
    this.#packed.copy(this.output, this.length, from, from + size);
    this.length += size;
  }

  /** One chunk of compressed bytes, with `size` bytes of content. */
  decode(from: number, end: number, size: number): void {
    if (this.length + size > this.#limit || from + 5 > end) throw badBlock();
    this.#range = 0xffff_ffff;
    this.#code = this.#packed.readUInt32BE(from + 1);
    this.#at = from + 5;
    this.#end = end;
    const last = this.length + size;
    while (this.length < last) {
      const position = (this.length - this.#dictionaryStart) & this.#positionMask;
      if (this.#bit(IS_MATCH + this.#state * POSITION_STATES + position) === 0) this.#literal();
      else {
        const length = this.#bit(IS_REP + this.#state) === 0 ? this.#newMatch(position) : this.#oldMatch(position);
        const distance = this.#rep0 + 1;
        if (distance > this.length - this.#dictionaryStart || this.length + length > last) throw badBlock();
        copyMatch(this.output, this.length, distance, length);
        this.length += length;
      }
    }
    this.#normalize();
    if (this.#at !== end || this.#code !== 0) throw badBlock();
  }

  #normalize(): void {
    if (this.#range >= TOP) return;
    // Beyond the end, the length of the chunk is wrong, which is found at its end.
    const byte = this.#at < this.#end ? (this.#packed[this.#at] ?? 0) : 0;
    this.#at += 1;
    this.#range = (this.#range << 8) >>> 0;
    this.#code = ((this.#code << 8) | byte) >>> 0;
  }

  #bit(index: number): 0 | 1 {
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

  #tree(first: number, bits: number): number {
    let symbol = 1;
    for (let count = bits; count > 0; count--) symbol = symbol * 2 + this.#bit(first + symbol);
    return symbol - 2 ** bits;
  }

  #reverseTree(first: number, bits: number): number {
    let symbol = 1;
    let value = 0;
    for (let index = 0; index < bits; index++) {
      const bit = this.#bit(first + symbol);
      symbol = symbol * 2 + bit;
      value |= bit << index;
    }
    return value;
  }

  #direct(bits: number): number {
    let value = 0;
    for (let count = bits; count > 0; count--) {
      this.#normalize();
      this.#range >>>= 1;
      const bit = this.#code >= this.#range ? 1 : 0;
      if (bit === 1) this.#code -= this.#range;
      value = value * 2 + bit;
    }
    return value;
  }

  #literal(): void {
    const { output, length } = this;
    const isFirst = length === this.#dictionaryStart;
    const previous = isFirst ? 0 : (output[length - 1] ?? 0);
    const position = (length - this.#dictionaryStart) & this.#literalMask;
    const context = (position << this.#contextBits) + (previous >>> (8 - this.#contextBits));
    const first = LITERAL + LITERAL_CODER * context;
    let symbol = 1;
    if (this.#state >= LITERAL_STATES) {
      if (this.#rep0 + 1 > length - this.#dictionaryStart) throw badBlock();
      let match = (output[length - this.#rep0 - 1] ?? 0) << 1;
      let offset = 0x100;
      while (symbol < 0x100) {
        const matchBit = match & offset;
        match <<= 1;
        const bit = this.#bit(first + offset + matchBit + symbol);
        symbol = symbol * 2 + bit;
        offset &= bit === 1 ? matchBit : ~matchBit;
      }
    } else while (symbol < 0x100) symbol = symbol * 2 + this.#bit(first + symbol);
    output[length] = symbol & 0xff;
    this.length += 1;
    if (this.#state < 4) this.#state = 0;
    else this.#state -= this.#state < 10 ? 3 : 6;
  }

  #newMatch(position: number): number {
    this.#rep3 = this.#rep2;
    this.#rep2 = this.#rep1;
    this.#rep1 = this.#rep0;
    this.#state = this.#state < LITERAL_STATES ? 7 : 10;
    const length = this.#lengthIn(MATCH_LENGTH, position);
    const slots = SLOT + Math.min(length - MIN_MATCH, LENGTH_STATES - 1) * 64;
    const slot = this.#tree(slots, 6);
    if (slot < FIRST_MODELED) this.#rep0 = slot;
    else {
      const bits = (slot >>> 1) - 1;
      const base = (2 + (slot & 1)) * 2 ** bits;
      if (slot < END_MODELED) this.#rep0 = base + this.#reverseTree(SPECIAL + base - slot - 1, bits);
      else {
        const high = this.#direct(bits - ALIGN_BITS) * 2 ** ALIGN_BITS;
        this.#rep0 = base + high + this.#reverseTree(ALIGN, ALIGN_BITS);
      }
    }
    return length;
  }

  #oldMatch(position: number): number {
    const state = this.#state;
    if (this.#bit(IS_REP0 + state) === 0) {
      if (this.#bit(IS_REP0_LONG + state * POSITION_STATES + position) === 0) {
        this.#state = state < LITERAL_STATES ? 9 : 11;
        return 1;
      }
    } else {
      let distance = this.#rep1;
      if (this.#bit(IS_REP1 + state) === 1) {
        if (this.#bit(IS_REP2 + state) === 0) distance = this.#rep2;
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

  #lengthIn(coder: number, position: number): number {
    if (this.#bit(coder) === 0) return MIN_MATCH + this.#tree(coder + LENGTH_LOW + position * 8, 3);
    if (this.#bit(coder + 1) === 0) return MIN_MATCH + 8 + this.#tree(coder + LENGTH_MID + position * 8, 3);
    return MIN_MATCH + 16 + this.#tree(coder + LENGTH_HIGH, 8);
  }
}
