import { createHash } from 'node:crypto';
import type { ByteString } from '../support/byte-string.ts';
import { MEBIBYTE } from '../support/units.ts';
import type { InsideEntry, InsidePiece } from './entry.ts';

/** The data of an entry, which can be read as often as its artifact allows. */
export type EntryContent = Pick<InsideEntry, 'size' | 'content'>;

/** Zeros in place of a hole. They are shared, and must not be changed. */
export const ZEROS: Buffer = Buffer.alloc(MEBIBYTE);

/** A hole of this many bytes, as pieces of zeros. */
export function* zerosOf(length: number): Generator<Buffer> {
  for (let left = length; left > 0; left -= ZEROS.length) yield ZEROS.subarray(0, Math.min(ZEROS.length, left));
}

/** Computes the SHA-256 of a content from its pieces, with its holes as zeros. */
export class ContentDigest {
  readonly #hash = createHash('sha256');
  #end = 0;

  /** Adds a piece, which must not begin before the end of the one before it. */
  add({ offset, bytes }: InsidePiece): void {
    this.#fillTo(offset);
    this.#hash.update(bytes);
    this.#end = offset + bytes.length;
  }

  /** In hexadecimal digits, for a content of `size` bytes. Nothing can be added after it. */
  digest(size: number): string {
    this.#fillTo(size);
    return this.#hash.digest('hex');
  }

  #fillTo(end: number): void {
    for (const zeros of zerosOf(end - this.#end)) this.#hash.update(zeros);
  }
}

/** The SHA-256 of a content in hexadecimal digits, with its holes as zeros. */
export async function digestOfContent({ size, content }: EntryContent): Promise<string> {
  const digest = new ContentDigest();
  for await (const piece of content()) digest.add(piece);
  return digest.digest(size);
}

/** The content of an entry that is not a file. */
export async function* noContent(): AsyncGenerator<never> {}

/** The attributes of an entry that has none. */
export const NO_XATTRS: ReadonlyMap<ByteString, Buffer> = new Map();
