import type { ByteString } from '../../support/byte-string.ts';

// The on-disk format, as described in Documentation/filesystems/ext4/ of the kernel. Sizes are in bytes if their name has
// no other unit. All numbers on disk are little-endian, those of the journal big-endian.

export const BLOCK_SIZE = 4096;
/** `i_blocks` counts sectors of 512 bytes. */
export const SECTORS_PER_BLOCK = BLOCK_SIZE / 512;

export const INODE_SIZE = 256;
/** The number of used bytes of an inode after the 128 bytes of ext2: up to `i_projid`, inclusive. */
export const EXTRA_INODE_SIZE = 32;
export const INODES_PER_BLOCK = BLOCK_SIZE / INODE_SIZE;

export const GROUP_DESCRIPTOR_SIZE = 64;
export const DESCRIPTORS_PER_BLOCK = BLOCK_SIZE / GROUP_DESCRIPTOR_SIZE;
/** A bitmap is one block. */
export const MAX_BLOCKS_PER_GROUP = BLOCK_SIZE * 8;
export const MAX_INODES_PER_GROUP = BLOCK_SIZE * 8;
/** A power of two: the superblock has its logarithm. The default of mke2fs is the same. */
export const GROUPS_PER_FLEX_GROUP = 16;

export const ROOT_INODE = 2;
export const JOURNAL_INODE = 8;
/** The first inode that is not reserved is that of lost+found, as in e2fsck and mke2fs. */
export const LOST_AND_FOUND_INODE = 11;
export const LOST_AND_FOUND = 'lost+found' as ByteString;
/** The size is that of mke2fs, so that e2fsck finds space in it without an allocation. */
export const LOST_AND_FOUND_BLOCKS = 4;
export const MAX_INODE_NUMBER = 2 ** 32 - 1;

/** Shorter targets are stored in the inode. */
export const MIN_SLOW_SYMLINK_SIZE = 60;
/** The maximum number of names of a file. The link count of a directory with more is 1 (dir_nlink). */
export const MAX_LINKS = 65_000;

/** The size of the part of an inode that holds block mappings, device numbers or a short symlink. */
export const INODE_BLOCK_SIZE = 60;

/** Two bits after the nanoseconds count the overflows of the signed 32 bits of seconds. */
export const TIME_EPOCHS = 4;

export const INODE_FLAG = { hashIndex: 0x1000, extents: 0x8_0000 } as const;

export const FEATURE_COMPAT = { hasJournal: 0x4, extAttr: 0x8, dirIndex: 0x20 } as const;
export const FEATURE_INCOMPAT = { filetype: 0x2, extents: 0x40, is64bit: 0x80, flexBg: 0x200 } as const;
export const FEATURE_RO_COMPAT = {
  sparseSuper: 0x1,
  largeFile: 0x2,
  hugeFile: 0x8,
  dirNlink: 0x20,
  extraIsize: 0x40,
  metadataCsum: 0x400,
} as const;

/** The file type in a directory entry. */
export const DIRECTORY_ENTRY_TYPE = {
  file: 1,
  directory: 2,
  'char-device': 3,
  'block-device': 4,
  fifo: 5,
  symlink: 7,
} as const;

/** The number of blocks for `size` bytes. */
export function blocksFor(size: number): number {
  return Math.ceil(size / BLOCK_SIZE);
}

/** The low 32 bits of a non-negative integer. */
export function low32(value: number): number {
  return value % 2 ** 32;
}

/** A non-negative integer without its low 32 bits, shifted down. */
export function high32(value: number): number {
  return Math.floor(value / 2 ** 32);
}
