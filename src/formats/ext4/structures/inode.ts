import type { Timestamp } from '../../../tree/entry.ts';
import { crc32c, crc32cOfUint32 } from '../../crc32c.ts';
import { EXTRA_INODE_SIZE, high32, INODE_BLOCK_SIZE, INODE_SIZE, low32, TIME_EPOCHS } from '../format.ts';
import { encodeInodeXattrs, type XattrLayout } from './xattr.ts';

// Documentation/filesystems/ext4/inodes.rst. Fields that are not listed are zero in a new image.

const FIELD = {
  mode: 0,
  uidLow: 2,
  sizeLow: 4,
  accessTime: 8,
  changeTime: 12,
  modificationTime: 16,
  gidLow: 24,
  links: 26,
  sectorsLow: 28,
  flags: 32,
  block: 40,
  xattrBlockLow: 104,
  sizeHigh: 108,
  sectorsHigh: 116,
  xattrBlockHigh: 118,
  uidHigh: 120,
  gidHigh: 122,
  checksumLow: 124,
  extraSize: 128,
  checksumHigh: 130,
  changeTimeExtra: 132,
  modificationTimeExtra: 136,
  accessTimeExtra: 140,
  creationTime: 144,
  creationTimeExtra: 148,
} as const;
const XATTRS_START = 128 + EXTRA_INODE_SIZE;

const TIME_FIELDS = [
  [FIELD.accessTime, FIELD.accessTimeExtra],
  [FIELD.changeTime, FIELD.changeTimeExtra],
  [FIELD.modificationTime, FIELD.modificationTimeExtra],
  [FIELD.creationTime, FIELD.creationTimeExtra],
] as const;

export interface InodeFields {
  readonly number: number;
  /** Type and permission bits. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly size: number;
  readonly links: number;
  /** The size of all blocks of the inode, in sectors of 512 bytes. */
  readonly sectors: number;
  readonly flags: number;
  /** At most 60 bytes: the root of an extent tree, device numbers, or the target of a short symbolic link. */
  readonly block: Uint8Array;
  /** The value of all four times. */
  readonly time: Timestamp;
  /** The block number of the attribute block, or 0. */
  readonly xattrBlock: number;
  readonly xattrs: XattrLayout | undefined;
}

/** The seed of the checksums of an inode, its directory blocks and its extent tree. All generations are 0. */
export function inodeChecksumSeed(checksumSeed: number, inode: number): number {
  return crc32cOfUint32(crc32cOfUint32(checksumSeed, inode), 0);
}

/**
 * Writes an inode with its checksum. `target` has 256 bytes and must be zero before.
 *
 * @throws RangeError for a block mapping of more than 60 bytes.
 */
export function encodeInode(target: Buffer, inode: InodeFields, checksumSeed: number): void {
  if (inode.block.length > INODE_BLOCK_SIZE) throw new RangeError(`${inode.block.length} bytes of block mapping`);
  target.writeUInt16LE(inode.mode, FIELD.mode);
  target.writeUInt16LE(inode.uid & 0xffff, FIELD.uidLow);
  target.writeUInt16LE(inode.uid >>> 16, FIELD.uidHigh);
  target.writeUInt16LE(inode.gid & 0xffff, FIELD.gidLow);
  target.writeUInt16LE(inode.gid >>> 16, FIELD.gidHigh);
  target.writeUInt32LE(low32(inode.size), FIELD.sizeLow);
  target.writeUInt32LE(high32(inode.size), FIELD.sizeHigh);
  target.writeUInt16LE(inode.links, FIELD.links);
  target.writeUInt32LE(low32(inode.sectors), FIELD.sectorsLow);
  target.writeUInt16LE(high32(inode.sectors), FIELD.sectorsHigh);
  target.writeUInt32LE(inode.flags, FIELD.flags);
  target.set(inode.block, FIELD.block);
  target.writeUInt32LE(low32(inode.xattrBlock), FIELD.xattrBlockLow);
  target.writeUInt16LE(high32(inode.xattrBlock), FIELD.xattrBlockHigh);
  target.writeUInt16LE(EXTRA_INODE_SIZE, FIELD.extraSize);
  encodeTimes(target, inode.time);
  const xattrs = inode.xattrs?.inInode ?? [];
  if (xattrs.length > 0) encodeInodeXattrs(target.subarray(XATTRS_START), xattrs);
  encodeChecksum(target, inode.number, checksumSeed);
}

/** Writes a reserved, unused inode: zeros and the checksum over them. */
export function encodeReservedInode(target: Buffer, number: number, checksumSeed: number): void {
  const checksum = crc32c(inodeChecksumSeed(checksumSeed, number), target);
  target.writeUInt16LE(checksum & 0xffff, FIELD.checksumLow);
}

function encodeTimes(target: Buffer, { seconds, nanoseconds }: Timestamp): void {
  const low = seconds | 0;
  const epoch = (seconds - low) / 2 ** 32;
  for (const [field, extraField] of TIME_FIELDS) {
    target.writeInt32LE(low, field);
    target.writeUInt32LE(nanoseconds * TIME_EPOCHS + epoch, extraField);
  }
}

function encodeChecksum(target: Buffer, number: number, checksumSeed: number): void {
  const checksum = crc32c(inodeChecksumSeed(checksumSeed, number), target.subarray(0, INODE_SIZE));
  target.writeUInt16LE(checksum & 0xffff, FIELD.checksumLow);
  target.writeUInt16LE(checksum >>> 16, FIELD.checksumHigh);
}
