import type { ReadableDisk } from './disk.ts';

/** The file systems that fledge writes, by their names in Linux. */
export type ImageFileSystem = 'ext4' | 'xfs' | 'btrfs' | 'squashfs';

/** A file system, by its superblock. */
export interface FoundFileSystem {
  readonly type: ImageFileSystem;
  /** The number of bytes that it has according to its superblock. */
  readonly bytes: number;
}

/** The position of btrfs's first superblock (BTRFS_SUPER_INFO_OFFSET). */
const BTRFS_AT = 0x1_0000;
const EXT_AT = 1024;
const EXT_MAGIC = 0xef53;
const EXT_64BIT = 0x80;
/** A block of 64 KiB: the largest that Linux supports, as the logarithm of its size in KiB. */
const EXT_MAX_LOG_BLOCK = 6;

/** The file system that begins at the first byte of a disk; undefined if it has none of those that fledge writes. */
export async function findFileSystem(disk: ReadableDisk): Promise<FoundFileSystem | undefined> {
  const head = await disk.read(0, 4096);
  return squashfsOf(head) ?? xfsOf(head) ?? extOf(head) ?? btrfsOf(await disk.read(BTRFS_AT, 4096));
}

/** struct squashfs_super_block: the magic, and `bytes_used`. */
function squashfsOf(head: Buffer): FoundFileSystem | undefined {
  if (head.length < 96 || head.toString('latin1', 0, 4) !== 'hsqs') return undefined;
  return { type: 'squashfs', bytes: Number(head.readBigUInt64LE(40)) };
}

/** struct xfs_dsb: the magic, `sb_blocksize` and `sb_dblocks`, big-endian. */
function xfsOf(head: Buffer): FoundFileSystem | undefined {
  if (head.length < 264 || head.toString('latin1', 0, 4) !== 'XFSB') return undefined;
  return { type: 'xfs', bytes: head.readUInt32BE(4) * Number(head.readBigUInt64BE(8)) };
}

/** struct ext4_super_block. Linux mounts ext2 and ext3 with the driver of ext4. */
function extOf(head: Buffer): FoundFileSystem | undefined {
  if (head.length < EXT_AT + 1024 || head.readUInt16LE(EXT_AT + 56) !== EXT_MAGIC) return undefined;
  const logBlock = head.readUInt32LE(EXT_AT + 24);
  if (logBlock > EXT_MAX_LOG_BLOCK) return undefined;
  const has64Bit = (head.readUInt32LE(EXT_AT + 96) & EXT_64BIT) !== 0;
  const blocks = head.readUInt32LE(EXT_AT + 4) + (has64Bit ? head.readUInt32LE(EXT_AT + 336) * 2 ** 32 : 0);
  return { type: 'ext4', bytes: blocks * 2 ** (10 + logBlock) };
}

/** struct btrfs_super_block: the magic, and `total_bytes`. */
function btrfsOf(superblock: Buffer): FoundFileSystem | undefined {
  if (superblock.length < 4096 || superblock.toString('latin1', 0x40, 0x48) !== '_BHRfS_M') return undefined;
  return { type: 'btrfs', bytes: Number(superblock.readBigUInt64LE(0x70)) };
}

/** The probable content of a disk that cannot be booted, with its article; undefined if it is not known. */
export async function describeDisk(disk: ReadableDisk): Promise<string | undefined> {
  const head = await disk.read(0, 4096);
  if (head.toString('latin1', 0x202, 0x206) === 'HdrS') return 'a Linux kernel';
  if (head.toString('latin1', 512, 520) === 'EFI PART') return 'a disk with a partition table';
  if (head.length >= 1028 && head.readUInt32LE(1024) === 0xe0f5_e1e2) return 'an erofs image';
  if (/^(?:FAT32 {3}|FAT1[26] {3})/.test(head.toString('latin1', 82, 90) + head.toString('latin1', 54, 62))) {
    return 'a FAT image';
  }
  if ((await disk.read(32_769, 5)).toString('latin1') === 'CD001') return 'an ISO 9660 image';
  if (head.length >= 512 && head.readUInt16LE(510) === 0xaa55) return 'a disk with a partition table';
  return undefined;
}
