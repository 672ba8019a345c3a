import { damaged, UnreadableImage } from '../damage.ts';
import type { ReadableDisk } from '../disk.ts';

// As in Documentation/filesystems/ext4/super.rst of the kernel. Numbers on the disk are little-endian.

const SUPERBLOCK_AT = 1024;
const SUPERBLOCK_BYTES = 1024;
const MAGIC = 0xef53;
const MAX_LOG_BLOCK_SIZE = 6;
const OLD_INODE_SIZE = 128;
const OLD_DESCRIPTOR_SIZE = 32;

const COMPAT = { sparseSuper2: 0x200 } as const;
/** The features that change how files are read, with their names in mke2fs(8). */
const INCOMPAT = {
  compression: 0x1,
  filetype: 0x2,
  recover: 0x4,
  journalDevice: 0x8,
  metaBg: 0x10,
  extents: 0x40,
  '64bit': 0x80,
  mmp: 0x100,
  flexBg: 0x200,
  eaInode: 0x400,
  dirData: 0x1000,
  checksumSeed: 0x2000,
  largeDir: 0x4000,
  inlineData: 0x8000,
  encrypt: 0x1_0000,
  casefold: 0x2_0000,
} as const;
const READABLE =
  INCOMPAT.filetype |
  INCOMPAT.recover |
  INCOMPAT.metaBg |
  INCOMPAT.extents |
  INCOMPAT['64bit'] |
  INCOMPAT.mmp |
  INCOMPAT.flexBg |
  INCOMPAT.eaInode |
  INCOMPAT.checksumSeed |
  INCOMPAT.largeDir |
  INCOMPAT.inlineData |
  INCOMPAT.encrypt |
  INCOMPAT.casefold;
const READ_ONLY_COMPAT = { sparseSuper: 0x1, bigalloc: 0x200 } as const;

/** The facts of an ext2, ext3 or ext4 file system that a reader needs. */
export interface ExtSuperblock {
  /** In bytes. */
  readonly blockSize: number;
  readonly blocks: number;
  readonly inodes: number;
  readonly firstBlock: number;
  readonly blocksPerGroup: number;
  readonly inodesPerGroup: number;
  readonly groups: number;
  readonly inodeSize: number;
  readonly descriptorSize: number;
  /** The first block group whose descriptors are in the group itself (meta_bg); Infinity without this feature. */
  readonly firstMetaGroup: number;
  /** Whether a group begins with a copy of the superblock. */
  hasSuperblock(group: number): boolean;
}

/**
 * Reads the superblock.
 *
 * @throws UnreadableImage if it is damaged, or has a feature with which files cannot be read.
 */
export async function readSuperblock(disk: ReadableDisk): Promise<ExtSuperblock> {
  const bytes = await disk.read(SUPERBLOCK_AT, SUPERBLOCK_BYTES);
  if (bytes.length < SUPERBLOCK_BYTES || bytes.readUInt16LE(56) !== MAGIC) throw damaged('it has no superblock');
  const logBlockSize = bytes.readUInt32LE(24);
  if (logBlockSize > MAX_LOG_BLOCK_SIZE) throw damaged('its block size is not possible');
  const isOld = bytes.readUInt32LE(76) === 0;
  const compat = isOld ? 0 : bytes.readUInt32LE(92);
  const incompat = isOld ? 0 : bytes.readUInt32LE(96);
  const readOnlyCompat = isOld ? 0 : bytes.readUInt32LE(100);
  refuseFeatures(incompat, readOnlyCompat);
  const is64Bit = (incompat & INCOMPAT['64bit']) !== 0;
  const wide = (low: number, high: number): number =>
    bytes.readUInt32LE(low) + (is64Bit ? bytes.readUInt32LE(high) * 2 ** 32 : 0);
  const blockSize = 2 ** (10 + logBlockSize);
  const blocks = wide(4, 336);
  const firstBlock = bytes.readUInt32LE(20);
  const blocksPerGroup = bytes.readUInt32LE(32);
  const inodesPerGroup = bytes.readUInt32LE(40);
  const inodeSize = isOld ? OLD_INODE_SIZE : bytes.readUInt16LE(88);
  const descriptorSize = is64Bit ? bytes.readUInt16LE(254) : OLD_DESCRIPTOR_SIZE;
  const isPossible =
    Number.isSafeInteger(blocks * blockSize) &&
    firstBlock === (blockSize === 1024 ? 1 : 0) &&
    blocks > firstBlock &&
    blocksPerGroup > 0 &&
    blocksPerGroup <= 8 * blockSize &&
    inodesPerGroup > 0 &&
    inodesPerGroup <= 8 * blockSize &&
    isPowerOfTwo(inodeSize) &&
    inodeSize >= OLD_INODE_SIZE &&
    inodeSize <= blockSize &&
    isPowerOfTwo(descriptorSize) &&
    descriptorSize >= OLD_DESCRIPTOR_SIZE &&
    descriptorSize <= 1024;
  if (!isPossible) throw damaged('its superblock contradicts itself');
  const groups = Math.ceil((blocks - firstBlock) / blocksPerGroup);
  const backups = [bytes.readUInt32LE(588), bytes.readUInt32LE(592)];
  return {
    blockSize,
    blocks,
    inodes: bytes.readUInt32LE(0),
    firstBlock,
    blocksPerGroup,
    inodesPerGroup,
    groups,
    inodeSize,
    descriptorSize,
    firstMetaGroup: (incompat & INCOMPAT.metaBg) === 0 ? Number.POSITIVE_INFINITY : bytes.readUInt32LE(260),
    hasSuperblock(group) {
      if (group === 0) return true;
      if ((compat & COMPAT.sparseSuper2) !== 0) return backups.includes(group);
      return (readOnlyCompat & READ_ONLY_COMPAT.sparseSuper) === 0 || group === 1 || isPowerOf357(group);
    },
  };
}

function refuseFeatures(incompat: number, readOnlyCompat: number): void {
  if ((readOnlyCompat & READ_ONLY_COMPAT.bigalloc) !== 0) {
    throw new UnreadableImage('the feature bigalloc of its ext4 file system is not supported');
  }
  const unknown = incompat & ~READABLE;
  if (unknown === 0) return;
  const names: Readonly<Record<number, string>> = {
    [INCOMPAT.compression]: 'compression',
    [INCOMPAT.journalDevice]: 'journal_dev',
    [INCOMPAT.dirData]: 'dirdata',
  };
  const lowest = unknown & -unknown;
  const name = names[lowest] ?? `0x${(lowest >>> 0).toString(16)}`;
  throw new UnreadableImage(`the feature ${name} of its ext4 file system is not supported`);
}

function isPowerOfTwo(value: number): boolean {
  return value > 0 && (value & (value - 1)) === 0;
}

/** sparse_super: copies are in the groups whose numbers are powers of 3, 5 and 7. */
function isPowerOf357(group: number): boolean {
  return [3, 5, 7].some((base) => {
    let power = base;
    while (power < group) power *= base;
    return power === group;
  });
}
