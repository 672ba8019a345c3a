import type { Fail } from './pax.ts';
import { BLOCK_BYTES, type Field, GNU_SPARSE_PIECE, readNumber } from './tar-format.ts';

/** A piece of data in a sparse file; both in bytes. */
export interface Piece {
  readonly offset: number;
  readonly length: number;
}

/** Limit of pieces, which need about 20 MB of memory. */
const MAX_PIECES = 262_144;

/** Adds the numbers (alternating offset and length) of an old GNU sparse map; the first blank piece ends it. */
export function addOldGnuPieces(block: Buffer, field: Field, numbers: number[], fail: Fail): void {
  const { bytes, numberBytes } = GNU_SPARSE_PIECE;
  for (let at = field.offset; at < field.offset + field.length; at += bytes) {
    if (block[at] === 0) return;
    const offset = readNumber(block, { offset: at, length: numberBytes });
    const length = readNumber(block, { offset: at + numberBytes, length: numberBytes });
    if (offset === undefined || length === undefined) fail('its map of data and holes is damaged');
    numbers.push(offset, length);
    if (numbers.length > 2 * MAX_PIECES) refuseLongMap(fail);
  }
}

/** Reads the map of GNU tar's sparse format 1.0, which precedes the data: decimal numbers, one in a line. */
export class SparseMapParser {
  /** Offset and length of each piece. */
  readonly numbers: number[] = [];
  /** Size of the blocks that were read. */
  bytes = 0;
  readonly #fail: Fail;
  #count: number | undefined;
  #value = 0;
  #digits = 0;

  constructor(fail: Fail) {
    this.#fail = fail;
  }

  /** Adds the next block. Returns true if it was the last. */
  push(block: Buffer): boolean {
    this.bytes += BLOCK_BYTES;
    for (const byte of block) {
      if (byte === 0x0a && this.#digits > 0) {
        this.#endNumber();
        if (this.numbers.length === 2 * (this.#count ?? -1)) return true;
      } else {
        const digit = byte - 0x30;
        this.#value = this.#value * 10 + digit;
        this.#digits += 1;
        if (digit < 0 || digit > 9 || this.#value > Number.MAX_SAFE_INTEGER)
          this.#fail('its map of data and holes is damaged');
      }
    }
    return false;
  }

  #endNumber(): void {
    if (this.#count === undefined) {
      this.#count = this.#value;
      if (this.#count > MAX_PIECES) refuseLongMap(this.#fail);
    } else this.numbers.push(this.#value);
    this.#value = 0;
    this.#digits = 0;
  }
}

function refuseLongMap(fail: Fail): never {
  return fail(`it has more than ${MAX_PIECES} pieces of data between holes`);
}

/**
 * Converts the numbers to pieces. Fails unless the pieces are in order, do not overlap, end within the file, and have
 * `stored` bytes in total.
 */
export function piecesOf(numbers: readonly number[], sizes: { real: number; stored: number }, fail: Fail): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  let total = 0;
  for (let index = 0; index < numbers.length; index += 2) {
    const offset = numbers[index] ?? -1;
    const length = numbers[index + 1] ?? -1;
    if (offset < end || length < 0 || offset + length > sizes.real) return fail('its map of data and holes is damaged');
    end = offset + length;
    total += length;
    if (length > 0) pieces.push({ offset, length });
  }
  if (total !== sizes.stored) {
    return fail(`its map of data and holes has ${total} bytes, but the archive has ${sizes.stored} bytes of data`);
  }
  return pieces;
}
