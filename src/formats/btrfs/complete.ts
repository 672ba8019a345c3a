import { type ByteString, byteStringFromBytes, displayByteString } from '../../support/byte-string.ts';
import { FledgeError } from '../../support/errors.ts';
import type { Entry, Inode, Timestamp } from '../../tree/entry.ts';
import {
  BLOCK_GROUP,
  BLOCK_GROUP_DATA,
  DEVICE_ITEM,
  DIRECTORY_ITEM,
  INODE,
  ITEM_TYPE,
  OBJECT,
  readNumber,
  SUPERBLOCK,
  TIME,
} from './format.ts';
import type { BtrfsImage } from './image.ts';

/** The size of the minor number in the kernel's dev_t, which btrfs stores unchanged. */
const MINOR_BITS = 20n;

/**
 * Adds to an image the fields of inodes that mkfs.btrfs does not write: the nanoseconds of times, and device numbers. The
 * creation time, which mkfs.btrfs leaves at 1970, becomes the modification time.
 *
 * @throws FledgeError `tool` if an entry of the tree is not in the image.
 */
export function completeInodes(image: BtrfsImage, entries: Iterable<Entry>): void {
  const fsTree = image.tree(OBJECT.fsTree);
  const inodes = matchInodes(childrenOf(image, fsTree), entries);
  image.changeItems(fsTree, ({ type, objectId, data }) => {
    const inode = type === ITEM_TYPE.inode ? inodes.get(objectId) : undefined;
    if (inode === undefined) return false;
    for (const field of [INODE.atime, INODE.ctime, INODE.mtime, INODE.otime]) writeTime(data, field, inode.mtime);
    if (inode.kind === 'char-device' || inode.kind === 'block-device') {
      data.writeBigUInt64LE((BigInt(inode.major) << MINOR_BITS) | BigInt(inode.minor), INODE.device);
    }
    return true;
  });
}

/** The number of free bytes in the block groups for data. */
export function freeDataBytes(image: BtrfsImage): number {
  let free = 0;
  image.eachItem(image.tree(OBJECT.extentTree), ({ type, offset, data }) => {
    if (type !== ITEM_TYPE.blockGroup || (data.readBigUInt64LE(BLOCK_GROUP.flags) & BLOCK_GROUP_DATA) === 0n) return;
    free += offset - readNumber(data, BLOCK_GROUP.used);
  });
  return free;
}

/** The size of the file system in bytes. */
export function sizeOf(image: BtrfsImage): number {
  return readNumber(image.superblock, SUPERBLOCK.totalBytes);
}

/** Grows the file system to a size in bytes. The caller must grow the file to the same size. */
export function growTo(image: BtrfsImage, bytes: number): void {
  const size = BigInt(bytes);
  image.changeItems(image.chunkTree, ({ type, data }) => {
    if (type !== ITEM_TYPE.device) return false;
    data.writeBigUInt64LE(size, DEVICE_ITEM.totalBytes);
    return true;
  });
  image.superblock.writeBigUInt64LE(size, SUPERBLOCK.totalBytes);
  image.superblock.writeBigUInt64LE(size, SUPERBLOCK.deviceTotalBytes);
  image.writeSuperblock();
}

type Children = ReadonlyMap<number, ReadonlyMap<ByteString, number>>;

/** The inode numbers in each directory, by name. */
function childrenOf(image: BtrfsImage, fsTree: number): Children {
  const children = new Map<number, Map<ByteString, number>>();
  image.eachItem(fsTree, ({ type, objectId, data }) => {
    if (type !== ITEM_TYPE.directoryIndex) return;
    const { name, nameSize, child } = DIRECTORY_ITEM;
    const names = children.get(objectId) ?? new Map<ByteString, number>();
    children.set(objectId, names);
    names.set(byteStringFromBytes(data.subarray(name, name + data.readUInt16LE(nameSize))), readNumber(data, child));
  });
  return children;
}

/** The inodes of the tree by their numbers in the image. */
function matchInodes(children: Children, entries: Iterable<Entry>): ReadonlyMap<number, Inode> {
  const inodes = new Map<number, Inode>();
  const directories = new Map<string, number>();
  for (const { path, inode } of entries) {
    const slash = path.lastIndexOf('/');
    const parent = directories.get(path.slice(0, Math.max(0, slash)));
    const name = path.slice(slash + 1) as ByteString;
    const number = path === '' ? OBJECT.rootDirectory : children.get(parent ?? 0)?.get(name);
    if (number === undefined) {
      throw new FledgeError('tool', `mkfs.btrfs did not write /${displayByteString(path)} into the image`);
    }
    if (inode.kind === 'directory') directories.set(path, number);
    inodes.set(number, inode);
  }
  return inodes;
}

/** struct btrfs_timespec */
function writeTime(target: Buffer, offset: number, { seconds, nanoseconds }: Timestamp): void {
  target.writeBigInt64LE(BigInt(seconds), offset + TIME.seconds);
  target.writeUInt32LE(nanoseconds, offset + TIME.nanoseconds);
}
