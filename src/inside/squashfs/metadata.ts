import { damaged } from '../damage.ts';
import { type ReadableDisk, readWhole } from '../disk.ts';
import { LruCache } from '../lru-cache.ts';
import type { Decompress } from './compression.ts';
import { OFFSET_UNIT } from './superblock.ts';

/** The uncompressed size of a block of metadata, in bytes. Only the last of a table is smaller. */
export const METADATA_BYTES = 8192;
const HEADER_BYTES = 2;
const UNCOMPRESSED = 0x8000;
/** In memory: at most 8 MiB. */
const MAX_BLOCKS = 1024;

/** A block of metadata, and the position of the next one. */
interface MetadataBlock {
  readonly bytes: Buffer;
  readonly next: number;
}

/** Reads blocks of metadata by their positions in the image. */
export class Metadata {
  readonly #disk: ReadableDisk;
  readonly #decompress: Decompress;
  readonly #end: number;
  readonly #blocks = new LruCache<number, MetadataBlock>(MAX_BLOCKS);

  /** No block is read at `end` or beyond. */
  constructor(disk: ReadableDisk, decompress: Decompress, end: number) {
    this.#disk = disk;
    this.#decompress = decompress;
    this.#end = end;
  }

  /** The block in memory, or the one that is read now. */
  block(position: number): MetadataBlock | Promise<MetadataBlock> {
    return this.inMemory(position) ?? this.#read(position);
  }

  inMemory(position: number): MetadataBlock | undefined {
    return this.#blocks.get(position);
  }

  async #read(position: number): Promise<MetadataBlock> {
    if (position + HEADER_BYTES > this.#end) throw damaged('a table is outside of the file system');
    const header = (await readWhole(this.#disk, position, HEADER_BYTES)).readUInt16LE(0);
    const length = (header & ~UNCOMPRESSED) === 0 ? UNCOMPRESSED : header & ~UNCOMPRESSED;
    const next = position + HEADER_BYTES + length;
    if (length > METADATA_BYTES || next > this.#end) throw damaged('a table is outside of the file system');
    const stored = await readWhole(this.#disk, position + HEADER_BYTES, length);
    const isStored = (header & UNCOMPRESSED) !== 0;
    // The disk keeps what it has read in larger parts.
    const bytes = isStored ? Buffer.from(stored) : this.#decompress(stored, METADATA_BYTES);
    if (bytes.length === 0) throw damaged('a table has an empty block');
    const block = { bytes, next };
    this.#blocks.set(position, block);
    return block;
  }
}

/** Reads structures one after the other. They can extend over blocks. */
export class MetadataCursor {
  readonly #metadata: Metadata;
  #position: number;
  #block: MetadataBlock | undefined;
  #offset: number;

  /** @param position of the block in the image. `offset` is that of the byte in it. */
  constructor(metadata: Metadata, position: number, offset = 0) {
    this.#metadata = metadata;
    this.#position = position;
    this.#offset = offset;
  }

  /** A cursor at a reference. `table` is the position of the table in the image. */
  static at(metadata: Metadata, table: number, reference: number): MetadataCursor {
    const block = Math.floor(reference / OFFSET_UNIT);
    return new MetadataCursor(metadata, table + block, reference - block * OFFSET_UNIT);
  }

  /**
   * The next `length` bytes, which must not be changed.
   *
   * @throws UnreadableImage
   */
  async take(length: number): Promise<Buffer> {
    this.#block ??= await this.#current();
    const found = this.takeNow(length);
    if (found !== undefined) return found;
    const parts: Buffer[] = [];
    for (let left = length; left > 0; ) {
      const part = await this.some(left);
      parts.push(part);
      left -= part.length;
    }
    return Buffer.concat(parts);
  }

  /** The same without a promise; undefined if they are not all in one block in memory. */
  takeNow(length: number): Buffer | undefined {
    const block = this.#block ?? this.#metadata.inMemory(this.#position);
    const end = this.#offset + length;
    if (block === undefined || end > block.bytes.length) return undefined;
    this.#block = block;
    const found = block.bytes.subarray(this.#offset, end);
    this.#offset = end;
    return found;
  }

  /** At least one and at most `length` bytes: those that the current block has. */
  async some(length: number): Promise<Buffer> {
    let block = this.#block ?? (await this.#current());
    if (this.#offset === block.bytes.length) {
      this.#position = block.next;
      this.#offset = 0;
      block = await this.#current();
    }
    const part = block.bytes.subarray(this.#offset, this.#offset + length);
    this.#offset += part.length;
    return part;
  }

  /** Another cursor at the same byte, which does not keep the block in memory. */
  fork(): MetadataCursor {
    return new MetadataCursor(this.#metadata, this.#position, this.#offset);
  }

  async #current(): Promise<MetadataBlock> {
    const block = await this.#metadata.block(this.#position);
    if (this.#offset > block.bytes.length) throw damaged('a table refers to a byte after its block');
    this.#block = block;
    return block;
  }
}

/**
 * An entry of a table of equal entries, which an array of positions of blocks leads to.
 *
 * @param at the position of that array in the image.
 */
export async function lookUp(
  disk: ReadableDisk,
  metadata: Metadata,
  { at, index, entryBytes }: { readonly at: number; readonly index: number; readonly entryBytes: number },
): Promise<Buffer> {
  const perBlock = METADATA_BYTES / entryBytes;
  const pointer = await readWhole(disk, at + Math.floor(index / perBlock) * 8, 8);
  const cursor = new MetadataCursor(metadata, Number(pointer.readBigUInt64LE(0)), (index % perBlock) * entryBytes);
  return cursor.take(entryBytes);
}
