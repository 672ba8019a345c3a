import type { Compress } from '../block-compressor.ts';
import { FieldWriter, METADATA_SIZE, type MetadataPosition, UNCOMPRESSED_METADATA } from './format.ts';

const LENGTH_SIZE = 2;

/** Writes a table of metadata: independently compressed blocks of 8 KiB, each after its length. */
export class MetadataWriter {
  /** The offsets of the blocks in the table. The last block may be empty. */
  readonly blockStarts: number[] = [0];
  readonly #compress: Compress;
  readonly #block = Buffer.alloc(METADATA_SIZE);
  readonly #stored: Buffer[] = [];
  #filled = 0;
  #size = 0;

  constructor(compress: Compress) {
    this.#compress = compress;
  }

  /** The position of the next byte. */
  get position(): MetadataPosition {
    return { block: this.#size, offset: this.#filled };
  }

  append(bytes: Uint8Array): void {
    for (let offset = 0; offset < bytes.length; ) {
      const part = bytes.subarray(offset, offset + METADATA_SIZE - this.#filled);
      this.#block.set(part, this.#filled);
      this.#filled += part.length;
      offset += part.length;
      if (this.#filled === METADATA_SIZE) this.#flush();
    }
  }

  /** The whole table. */
  finish(): Buffer {
    if (this.#filled > 0) this.#flush();
    this.blockStarts.pop();
    return Buffer.concat(this.#stored);
  }

  #flush(): void {
    const bytes = this.#block.subarray(0, this.#filled);
    const compressed = this.#compress(bytes);
    const length = compressed?.length ?? bytes.length | UNCOMPRESSED_METADATA;
    const header = new FieldWriter(LENGTH_SIZE).u16(length).finish();
    this.#stored.push(Buffer.concat([header, compressed ?? bytes]));
    this.#size += LENGTH_SIZE + (compressed ?? bytes).length;
    this.#filled = 0;
    this.blockStarts.push(this.#size);
  }
}

/**
 * A table of entries of one size: its blocks, and the index with the positions of the blocks, which follows them. The
 * superblock has the position of the index. `start` is the position of the blocks in the image, in bytes.
 */
export function encodeLookupTable(
  entries: readonly Uint8Array[],
  start: number,
  compress: Compress,
): { readonly blocks: Buffer; readonly index: Buffer } {
  const writer = new MetadataWriter(compress);
  for (const entry of entries) writer.append(entry);
  const blocks = writer.finish();
  const positions = writer.blockStarts.map((position) => start + position);
  return { blocks, index: new FieldWriter(positions.length * 8).u64(...positions).finish() };
}
