import { type ByteString, byteStringFromBytes } from '../../support/byte-string.ts';
import { damaged, UnreadableImage } from '../damage.ts';
import { type CachedDisk, cachedDisk, endsEarly, type ReadableDisk, readWhole } from '../disk.ts';
import type { InsidePiece } from '../entry.ts';
import type { TreeVolume } from '../walk.ts';
import { readBlock, runsOf } from './blocks.ts';
import { type ExtName, namesIn } from './directory.ts';
import { decodeInode, type ExtInode, INODE_FLAG, MAP_BYTES } from './inode.ts';
import { type ExtSuperblock, readSuperblock } from './superblock.ts';
import { type StoredXattr, storedToValue, xattrsInBlock, xattrsInInode } from './xattrs.ts';

const ROOT_INODE = 2;
/** The part of a file that is in memory, in bytes. */
const PIECE_BYTES = 1024 * 1024;
/** The part of a directory that is in memory, in bytes. */
const DIRECTORY_BYTES = 128 * 1024;
/** The data of a smaller file are read together with what is after them. */
const SMALL_BYTES = 32 * 1024;
const MAX_TARGET_BYTES = 4096;
/** In one directory. Its names are sorted in memory. */
const MAX_NAMES = 4_000_000;
/** The attribute that continues the data of an inode which has no blocks (inline_data). */
const INLINE_DATA = 'system.data';
/** The data of a directory in its inode begin with the number of its parent. */
const PARENT_BYTES = 4;

/** Reads inodes, and what belongs to them, from an ext2, ext3 or ext4 file system. */
export class ExtVolume implements TreeVolume<ExtInode, number> {
  readonly root = ROOT_INODE;
  readonly superblock: ExtSuperblock;
  readonly #disk: ReadableDisk;
  /** For structures, which are small. */
  readonly #cached: CachedDisk;
  readonly #smallFiles: ReadableDisk;
  readonly #tables = new Map<number, number>();
  #directoryBlocks = 0;

  private constructor(superblock: ExtSuperblock, disk: ReadableDisk, cached: CachedDisk) {
    this.superblock = superblock;
    this.#disk = disk;
    this.#cached = cached;
    this.#smallFiles = cachedDisk(disk);
  }

  /** @throws UnreadableImage if the superblock is damaged, or has a feature that is not supported. */
  static async open(disk: ReadableDisk): Promise<ExtVolume> {
    const cached = cachedDisk(disk);
    const superblock = await readSuperblock(cached);
    // All limits below follow from the number of blocks.
    if (superblock.blocks * superblock.blockSize > disk.size) throw endsEarly();
    return new ExtVolume(superblock, disk, cached);
  }

  /** @throws UnreadableImage */
  inode(number: number): ExtInode | Promise<ExtInode> {
    const { inodesPerGroup, inodeSize, inodes } = this.superblock;
    const table = this.#tables.get(Math.floor((number - 1) / inodesPerGroup));
    if (table !== undefined && number >= 1 && number <= inodes) {
      const bytes = this.#cached.peek(this.#positionOf(number, table), inodeSize);
      if (bytes !== undefined) return decodeInode(number, bytes, this.superblock);
    }
    return this.#readInode(number);
  }

  #positionOf(number: number, table: number): number {
    const { inodesPerGroup, inodeSize, blockSize } = this.superblock;
    return table * blockSize + ((number - 1) % inodesPerGroup) * inodeSize;
  }

  async #readInode(number: number): Promise<ExtInode> {
    const { inodes, inodesPerGroup, inodeSize, blocks } = this.superblock;
    if (number < 1 || number > inodes) throw damaged(`there is no inode ${number}`);
    const group = Math.floor((number - 1) / inodesPerGroup);
    const table = this.#tables.get(group) ?? (await this.#tableOf(group));
    if (table >= blocks) throw damaged(`the inodes of group ${group} are outside of the file system`);
    const bytes = await readWhole(this.#cached, this.#positionOf(number, table), inodeSize);
    return decodeInode(number, bytes, this.superblock);
  }

  /** The block at which the inodes of a group begin (Documentation/filesystems/ext4/group_descr.rst). */
  async #tableOf(group: number): Promise<number> {
    const { blockSize, blocksPerGroup, descriptorSize, firstBlock, firstMetaGroup, groups } = this.superblock;
    if (group >= groups) throw damaged(`there is no block group ${group}`);
    const perBlock = blockSize / descriptorSize;
    const metaGroup = Math.floor(group / perBlock);
    const first = metaGroup * perBlock;
    const block =
      metaGroup < firstMetaGroup
        ? firstBlock + 1 + metaGroup
        : firstBlock + first * blocksPerGroup + (this.superblock.hasSuperblock(first) ? 1 : 0);
    const position = block * blockSize + (group % perBlock) * descriptorSize;
    const bytes = await readWhole(this.#cached, position, descriptorSize);
    const table = bytes.readUInt32LE(8) + (descriptorSize >= 64 ? bytes.readUInt32LE(40) * 2 ** 32 : 0);
    this.#tables.set(group, table);
    return table;
  }

  /** The data of an inode in ascending order, without its holes. */
  async *content(inode: ExtInode): AsyncGenerator<InsidePiece> {
    if ((inode.flags & INODE_FLAG.encrypt) !== 0) throw new UnreadableImage(`inode ${inode.number} is encrypted`);
    if ((inode.flags & INODE_FLAG.inlineData) !== 0) {
      const bytes = await this.#inlineData(inode);
      if (bytes.length > 0) yield { offset: 0, bytes };
      return;
    }
    const { blockSize } = this.superblock;
    for await (const { logical, physical, count } of runsOf(inode, this.#cached, this.superblock)) {
      const start = logical * blockSize;
      if (start >= inode.size) return;
      const end = Math.min(start + count * blockSize, inode.size);
      for (let offset = start; offset < end; offset += PIECE_BYTES) {
        const length = Math.min(PIECE_BYTES, end - offset);
        // Small files are beside each other.
        const source = length <= SMALL_BYTES ? this.#smallFiles : this.#disk;
        yield { offset, bytes: await readWhole(source, physical * blockSize + offset - start, length) };
      }
    }
  }

  /** The data in an inode. Like the kernel, it reads what is beyond them as zeros: mke2fs stores sparse files so. */
  async #inlineData(inode: ExtInode): Promise<Buffer> {
    const rest = (await this.#storedXattrs(inode)).find(({ name }) => name === INLINE_DATA)?.value;
    const bytes = Buffer.concat([inode.map, rest ?? Buffer.alloc(0)]);
    return bytes.subarray(0, inode.size);
  }

  /** The target of a symbolic link. */
  async target(inode: ExtInode): Promise<ByteString> {
    const { size, map, flags } = inode;
    const isInMap = size < MAP_BYTES && (flags & (INODE_FLAG.extents | INODE_FLAG.inlineData)) === 0;
    if (isInMap) return byteStringFromBytes(map.subarray(0, size));
    if (size > MAX_TARGET_BYTES) throw damaged(`the target of the link in inode ${inode.number} has ${size} bytes`);
    const target = Buffer.alloc(size);
    for await (const { offset, bytes } of this.content(inode)) bytes.copy(target, offset);
    if (target.includes(0)) throw damaged(`the target of the link in inode ${inode.number} contains a zero`);
    return byteStringFromBytes(target);
  }

  /** The names in a directory, in the order in which they are stored. */
  async names(inode: ExtInode): Promise<ExtName[]> {
    if ((inode.flags & INODE_FLAG.encrypt) !== 0) {
      throw new UnreadableImage(`the directory in inode ${inode.number} is encrypted`);
    }
    // Each reading of the whole tree has its own limit.
    if (inode.number === ROOT_INODE) this.#directoryBlocks = 0;
    const found: ExtName[] = [];
    if ((inode.flags & INODE_FLAG.inlineData) !== 0) {
      const data = await this.#inlineData(inode);
      for (const part of [data.subarray(PARENT_BYTES, MAP_BYTES), data.subarray(MAP_BYTES)])
        found.push(...namesIn(part));
      return found;
    }
    const { blockSize, blocks } = this.superblock;
    const end = Math.ceil(inode.size / blockSize);
    for await (const { logical, physical, count } of runsOf(inode, this.#cached, this.superblock)) {
      if (logical >= end) break;
      const wanted = Math.min(count, end - logical);
      // A block belongs to one directory only, so that a small image cannot contain endless names.
      this.#directoryBlocks += wanted;
      if (this.#directoryBlocks > blocks) throw damaged('its directories have more blocks than the file system');
      const step = Math.max(1, Math.floor(DIRECTORY_BYTES / blockSize));
      for (let first = 0; first < wanted; first += step) {
        const read = Math.min(step, wanted - first);
        // Not through the cache: what is around a directory is seldom used.
        const bytes = await readWhole(this.#disk, (physical + first) * blockSize, read * blockSize);
        for (let at = 0; at < bytes.length; at += blockSize) {
          if (found.length > MAX_NAMES) throw new UnreadableImage('a directory has too many names');
          for (const name of namesIn(bytes.subarray(at, at + blockSize))) found.push(name);
        }
      }
    }
    return found;
  }

  /** The extended attributes of an inode, as getxattr(2) returns them. */
  async xattrs(inode: ExtInode): Promise<Map<ByteString, Buffer>> {
    const found = new Map<ByteString, Buffer>();
    for (const { name, value, elsewhere } of await this.#storedXattrs(inode)) {
      if (name === INLINE_DATA) continue;
      found.set(name, storedToValue(name, elsewhere === undefined ? value : await this.#valueIn(elsewhere)));
    }
    return found;
  }

  async #storedXattrs({ xattrArea, xattrBlock }: ExtInode): Promise<StoredXattr[]> {
    const inInode = xattrsInInode(xattrArea);
    if (xattrBlock === 0) return inInode;
    return [...inInode, ...xattrsInBlock(await readBlock(xattrBlock, this.#cached, this.superblock))];
  }

  /** A value in an inode of its own (ea_inode). */
  async #valueIn({ inode: number, size }: { readonly inode: number; readonly size: number }): Promise<Buffer> {
    const inode = await this.inode(number);
    if ((inode.flags & INODE_FLAG.eaInode) === 0) throw damaged(`inode ${number} has no value of an attribute`);
    const value = Buffer.alloc(size);
    for await (const { offset, bytes } of this.content({ ...inode, size })) bytes.copy(value, offset);
    return value;
  }
}
