import type { Fail } from './pax.ts';
import { BLOCK_BYTES, type Field, GNU_SPARSE_PIECE, readNumber } from './tar-format.ts';

/** A piece of data in a file that has holes; both in bytes. */
export interface Piece {
  readonly offset: number;
  readonly length: number;
}

/** So many pieces take about 20 MB of memory. */
const MAX_PIECES = 262_144;

/** Adds the numbers (offset and length in turns) of an old GNU sparse map; the first blank piece ends it. */
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

/** Reads the map of GNU tar's sparse format 1.0, which stands before the data: decimal numbers, one in a line. */
export class SparseMapParser {
  /** Offset and length of each piece. */
  readonly numbers: number[] = [];
  /** Of the blocks that were read. */
  bytes = 0;
  readonly #fail: Fail;
  #count: number | undefined;
  #value = 0;
  #digits = 0;

  constructor(fail: Fail) {
    this.#fail = fail;
  }

  /** Takes the next block, and says whether it was the last. */
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
 * The pieces of a sparse file. They are in order and do not overlap, end where the file does at the latest, and have
 * `stored` bytes in all, or it is an error.
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
    return fail(`its map of data and holes has ${total} bytes, and the archive has ${sizes.stored} bytes for it`);
  }
  return pieces;
}
