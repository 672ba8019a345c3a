import type { ByteString } from '../../support/byte-string.ts';
import { damaged, UnreadableImage } from '../damage.ts';
import { cachedDisk, type ReadableDisk, readWhole } from '../disk.ts';
import type { InsidePiece } from '../entry.ts';
import { LruCache } from '../lru-cache.ts';
import { Turns } from '../turns.ts';
import type { TreeName, TreeVolume } from '../walk.ts';
import { type Decompress, decompressorOf } from './compression.ts';
import { namesIn } from './directory.ts';
import { readInode, type SquashfsInode } from './inode.ts';
import { lookUp, METADATA_BYTES, Metadata, MetadataCursor } from './metadata.ts';
import { OFFSET_UNIT, readSuperblock, type SquashfsSuperblock } from './superblock.ts';
import { SquashfsXattrs } from './xattrs.ts';

/** In the length of a data block: it is not compressed. */
const UNCOMPRESSED = 0x100_0000;
const FRAGMENT_BYTES = 16;
const ID_BYTES = 4;
/** Fragments in memory, in bytes. */
const MAX_FRAGMENT_BYTES = 8 * 1024 * 1024;
/** The part of a file that is read at once, in bytes of its content. */
const READ_BYTES = 1024 * 1024;
/** The entries of one directory, which are in memory. They have some millions of names. */
const MAX_LISTING_BYTES = 128 * 1024 * 1024;
/** The smallest compressed block of metadata has some bytes and a header of two. */
const MIN_STORED_BYTES = 8;

/** Reads inodes, and what belongs to them, from a squashfs file system of version 4.0. */
export class SquashfsVolume implements TreeVolume<SquashfsInode, number> {
  readonly superblock: SquashfsSuperblock;
  readonly #disk: ReadableDisk;
  /** For tables. */
  readonly #cached: ReadableDisk;
  readonly #decompress: Decompress;
  readonly #metadata: Metadata;
  readonly #xattrs: SquashfsXattrs | undefined;
  readonly #fragments: LruCache<number, Buffer>;
  readonly #turns = new Turns();
  #ids: readonly number[] = [];
  /** The bytes of all directories that have been read. */
  #listed = 0;

  private constructor(superblock: SquashfsSuperblock, disk: ReadableDisk, decompress: Decompress) {
    const { bytesUsed, blockSize, xattrTable } = superblock;
    this.superblock = superblock;
    this.#disk = disk;
    this.#cached = cachedDisk(disk);
    this.#decompress = decompress;
    this.#metadata = new Metadata(this.#cached, decompress, bytesUsed);
    this.#fragments = new LruCache(Math.floor(MAX_FRAGMENT_BYTES / blockSize));
    this.#xattrs = xattrTable === undefined ? undefined : new SquashfsXattrs(this.#cached, this.#metadata, xattrTable);
  }

  /** @throws UnreadableImage if the superblock is damaged, or its version or compressor is not supported. */
  static async open(disk: ReadableDisk): Promise<SquashfsVolume> {
    const superblock = await readSuperblock(disk);
    const volume = new SquashfsVolume(superblock, disk, await decompressorOf(superblock.compressor));
    await volume.#readIds();
    return volume;
  }

  async #readIds(): Promise<void> {
    const ids: number[] = [];
    for (let index = 0; index < this.superblock.ids; index++) {
      const entry = await lookUp(this.#cached, this.#metadata, {
        at: this.superblock.idTable,
        index,
        entryBytes: ID_BYTES,
      });
      ids.push(entry.readUInt32LE(0));
    }
    this.#ids = ids;
  }

  get root(): number {
    return this.superblock.root;
  }

  /** @throws UnreadableImage */
  inode(reference: number): Promise<SquashfsInode> {
    const { inodeTable, directoryTable } = this.superblock;
    if (inodeTable + reference / OFFSET_UNIT >= directoryTable) throw damaged('an inode is outside of its table');
    return readInode(MetadataCursor.at(this.#metadata, inodeTable, reference), this.#ids);
  }

  /** The names in a directory, in the order in which they are stored. */
  async names({ listing }: SquashfsInode): Promise<TreeName<number>[]> {
    if (listing === undefined) throw damaged('an inode is not a directory');
    const { block, offset, length } = listing;
    const { directoryTable, bytesUsed } = this.superblock;
    // A directory has one name, and its entries belong to it alone, so that a small image cannot contain endless names.
    this.#listed += length + 1;
    if (this.#listed > ((bytesUsed - directoryTable) / MIN_STORED_BYTES) * METADATA_BYTES) {
      throw damaged('its directories have more entries than the file system');
    }
    if (length > MAX_LISTING_BYTES) throw new UnreadableImage('a directory has too many names');
    if (length === 0) return [];
    const cursor = new MetadataCursor(this.#metadata, directoryTable + block, offset);
    return namesIn(cursor.takeNow(length) ?? (await cursor.take(length)));
  }

  /** The target of a symbolic link. */
  target({ target }: SquashfsInode): ByteString {
    if (target === undefined) throw damaged('an inode is not a link');
    return target;
  }

  xattrs({ xattr, number }: SquashfsInode): Promise<Map<ByteString, Buffer>> {
    if (xattr === undefined) return Promise.resolve(new Map());
    if (this.#xattrs === undefined) throw damaged(`inode ${number} has extended attributes, but there are none`);
    return this.#xattrs.read(xattr);
  }

  /** The data of a file in ascending order, without its holes. */
  async *content({ size, data, number }: SquashfsInode): AsyncGenerator<InsidePiece> {
    if (data === undefined) return;
    const { blockSize, bytesUsed } = this.superblock;
    const blocks = data.fragment === undefined ? Math.ceil(size / blockSize) : Math.floor(size / blockSize);
    const perRead = Math.max(1, READ_BYTES / blockSize);
    const list = data.list.fork();
    let position = data.start;
    for (let index = 0; index < blocks; index += perRead) {
      const count = Math.min(perRead, blocks - index);
      const lengths = await list.take(count * 4);
      const stored = Array.from({ length: count }, (_, place) => lengths.readUInt32LE(place * 4));
      const storedBytes = stored.reduce((sum, length) => sum + (length & ~UNCOMPRESSED), 0);
      const isPossible = stored.every((length) => (length & ~UNCOMPRESSED) <= blockSize);
      if (!isPossible || position + storedBytes > bytesUsed)
        throw damaged(`the blocks of inode ${number} are not valid`);
      if (storedBytes > 0) {
        const bytes = await readWhole(this.#disk, position, storedBytes);
        position += storedBytes;
        yield* this.#unpacked(bytes, stored, index * blockSize, size);
      }
      // Well compressed blocks are read without waiting, and signals must be handled meanwhile.
      await this.#turns.after(count * blockSize);
    }
    if (data.fragment !== undefined && size % blockSize > 0) {
      yield { offset: blocks * blockSize, bytes: await this.#tail(data.fragment, size % blockSize) };
    }
  }

  /** The contents of successive blocks; `offset` is that of the first one in the file. */
  *#unpacked(bytes: Buffer, stored: readonly number[], offset: number, size: number): Generator<InsidePiece> {
    const { blockSize } = this.superblock;
    let from = 0;
    for (const [place, length] of stored.entries()) {
      const at = offset + place * blockSize;
      const to = from + (length & ~UNCOMPRESSED);
      // A block without bytes is a hole.
      if (to === from) continue;
      const packed = bytes.subarray(from, to);
      const block = (length & UNCOMPRESSED) === 0 ? this.#decompress(packed, blockSize) : packed;
      if (block.length !== Math.min(blockSize, size - at)) throw damaged('a block has less or more data than its file');
      yield { offset: at, bytes: block };
      from = to;
    }
  }

  /** The end of a file, which is in a block with the ends of others. */
  async #tail({ index, offset }: { readonly index: number; readonly offset: number }, length: number): Promise<Buffer> {
    const fragment = this.#fragments.get(index) ?? (await this.#readFragment(index));
    if (offset + length > fragment.length) throw damaged('a fragment has less data than its files');
    return Buffer.from(fragment.subarray(offset, offset + length));
  }

  async #readFragment(index: number): Promise<Buffer> {
    const { fragments, fragmentTable: at, blockSize, bytesUsed } = this.superblock;
    if (at === undefined || index >= fragments) throw damaged(`there is no fragment ${index}`);
    const entry = await lookUp(this.#cached, this.#metadata, { at, index, entryBytes: FRAGMENT_BYTES });
    const position = Number(entry.readBigUInt64LE(0));
    const stored = entry.readUInt32LE(8);
    const length = stored & ~UNCOMPRESSED;
    if (length > blockSize || position + length > bytesUsed) throw damaged(`fragment ${index} is not valid`);
    const packed = await readWhole(this.#disk, position, length);
    const fragment = (stored & UNCOMPRESSED) === 0 ? this.#decompress(packed, blockSize) : packed;
    this.#fragments.set(index, fragment);
    return fragment;
  }
}
