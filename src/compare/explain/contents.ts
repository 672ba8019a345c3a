import { type EntryContent, ZEROS } from '../../inside/content.ts';
import type { InsidePiece } from '../../inside/entry.ts';
import { indexOfDifference } from '../file-pair.ts';

/**
 * Compares two contents. A hole is equal to zeros, and what is a hole on both sides is not read.
 *
 * @returns the offset of the first byte that differs; undefined if they are equal.
 */
export async function firstDifferenceOf(left: EntryContent, right: EntryContent): Promise<number | undefined> {
  const end = Math.min(left.size, right.size);
  const [a, b] = [new Cursor(left.content()), new Cursor(right.content())];
  try {
    for (let at = 0; at < end; ) {
      const [x, y] = [await a.at(at), await b.at(at)];
      const length = Math.min(x.length, y.length, end - at);
      const difference = x.bytes === undefined && y.bytes === undefined ? undefined : firstIn(x, y, length);
      if (difference !== undefined) return at + difference;
      at += length;
    }
    return left.size === right.size ? undefined : end;
  } finally {
    await a.close();
    await b.close();
  }
}

/** The bytes at a position, or a hole. */
interface Part {
  readonly length: number;
  readonly bytes?: Buffer;
}

function firstIn(x: Part, y: Part, length: number): number | undefined {
  if (x.bytes !== undefined && y.bytes !== undefined) return differenceOf(x.bytes, y.bytes, length);
  const bytes = x.bytes ?? y.bytes ?? ZEROS;
  for (let at = 0; at < length; at += ZEROS.length) {
    const difference = differenceOf(bytes.subarray(at), ZEROS, Math.min(ZEROS.length, length - at));
    if (difference !== undefined) return at + difference;
  }
  return undefined;
}

function differenceOf(x: Buffer, y: Buffer, length: number): number | undefined {
  const [a, b] = [x.subarray(0, length), y.subarray(0, length)];
  return a.equals(b) ? undefined : indexOfDifference(a, b);
}

/** Reads the pieces of a content in ascending order. */
class Cursor {
  readonly #pieces: AsyncGenerator<InsidePiece>;
  #piece: InsidePiece | undefined;
  #isAtEnd = false;

  constructor(pieces: AsyncGenerator<InsidePiece>) {
    this.#pieces = pieces;
  }

  /** What is at a position, which must not be before an earlier one. */
  async at(position: number): Promise<Part> {
    while (!this.#isAtEnd && (this.#piece === undefined || endOf(this.#piece) <= position)) {
      const { done, value } = await this.#pieces.next();
      if (done === true) this.#isAtEnd = true;
      else this.#piece = value;
    }
    if (this.#piece === undefined || endOf(this.#piece) <= position) return { length: Number.POSITIVE_INFINITY };
    const { offset, bytes } = this.#piece;
    if (offset > position) return { length: offset - position };
    return { length: endOf(this.#piece) - position, bytes: bytes.subarray(position - offset) };
  }

  async close(): Promise<void> {
    await this.#pieces.return(undefined);
  }
}

function endOf({ offset, bytes }: InsidePiece): number {
  return offset + bytes.length;
}

/** The bytes from `position` on, at most `length`; holes are zeros. */
export async function readRange({ size, content }: EntryContent, position: number, length: number): Promise<Buffer> {
  const end = Math.min(size, position + length);
  if (position >= end) return Buffer.alloc(0);
  const result = Buffer.alloc(end - position);
  for await (const { offset, bytes } of content()) {
    if (offset >= end) break;
    const skipped = Math.max(0, position - offset);
    if (skipped < bytes.length)
      bytes.copy(result, offset + skipped - position, skipped, Math.min(bytes.length, end - offset));
  }
  return result;
}
