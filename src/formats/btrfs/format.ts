import { crc32c } from '../crc32c.ts';

/**
 * The part of the btrfs on-disk format that fledge uses (btrfs.readthedocs.io/en/latest/dev/On-disk-format.html). All numbers
 * are little-endian, all offsets and sizes in bytes.
 */

/** "_BHRfS_M" */
export const MAGIC = Buffer.from('_BHRfS_M', 'latin1');

/** The positions of the superblocks on the device; the first is the primary one. A small device has fewer. */
export const SUPERBLOCK_OFFSETS: readonly [number, ...number[]] = [0x1_0000, 0x400_0000, 0x40_0000_0000];
export const SUPERBLOCK_SIZE = 4096;

/** struct btrfs_super_block */
export const SUPERBLOCK = {
  address: 48,
  magic: 64,
  root: 80,
  chunkRoot: 88,
  totalBytes: 112,
  nodeSize: 148,
  systemChunksSize: 160,
  checksumType: 196,
  /** The size of the only device, in its struct btrfs_dev_item. */
  deviceTotalBytes: 209,
  systemChunks: 811,
} as const;

const CHECKSUM_SIZE = 32;
export const CHECKSUM_CRC32C = 0;

/** struct btrfs_header */
export const NODE = { address: 48, itemCount: 96, level: 100, size: 101 } as const;

/** struct btrfs_disk_key, then struct btrfs_item or struct btrfs_key_ptr. */
export const KEY = { objectId: 0, type: 8, offset: 9, size: 17 } as const;
export const LEAF_ITEM = { dataOffset: 17, dataSize: 21, size: 25 } as const;
export const KEY_POINTER = { address: 17, size: 33 } as const;

export const ITEM_TYPE = {
  inode: 1,
  directoryIndex: 96,
  root: 132,
  blockGroup: 192,
  device: 216,
  chunk: 228,
} as const;

export const OBJECT = { extentTree: 2, fsTree: 5, rootDirectory: 256 } as const;

/** struct btrfs_inode_item */
export const INODE = { device: 56, atime: 112, ctime: 124, mtime: 136, otime: 148, size: 160 } as const;

/** struct btrfs_root_item */
export const ROOT_ITEM = { address: 176 } as const;

/** struct btrfs_dir_item */
export const DIRECTORY_ITEM = { child: 0, nameSize: 27, name: 30 } as const;

/** struct btrfs_dev_item */
export const DEVICE_ITEM = { totalBytes: 8 } as const;

/** struct btrfs_chunk, and each struct btrfs_stripe in it. */
export const CHUNK = { length: 0, stripeCount: 44, stripes: 48 } as const;
export const STRIPE = { offset: 8, size: 32 } as const;

/** struct btrfs_block_group_item */
export const BLOCK_GROUP = { used: 0, flags: 16 } as const;
export const BLOCK_GROUP_DATA = 1n;

/** struct btrfs_timespec */
export const TIME = { seconds: 0, nanoseconds: 8 } as const;

/** Writes the checksum of a node or a superblock. */
export function seal(block: Buffer): void {
  block.fill(0, 0, CHECKSUM_SIZE);
  block.writeUInt32LE(~crc32c(~0, block.subarray(CHECKSUM_SIZE)) >>> 0, 0);
}

/** Reads a 64-bit number as a JavaScript number: no image is larger than 2^53 bytes. */
export function readNumber(bytes: Buffer, offset: number): number {
  return Number(bytes.readBigUInt64LE(offset));
}
