import { FledgeError } from '../../../support/errors.ts';
import { formatBytes } from '../../../support/units.ts';
import type { Entry } from '../../../tree/entry.ts';
import { crc32c } from '../../crc32c.ts';
import { BLOCK_SIZE, blocksFor, MAX_INODE_NUMBER } from '../format.ts';
import { journalBlocksFor } from '../structures/journal.ts';
import { LABEL_SIZE } from '../structures/superblock.ts';
import { type BlockRange, fixedRanges, type Geometry, planGeometry } from './geometry.ts';
import { deriveIdentity, type Identity } from './identity.ts';
import { type InodeList, listInodes } from './inode-list.ts';
import { countBlocks, type DirectoryIndexes, type Layout, layOut, planDirectoryIndexes } from './layout.ts';

export interface Ext4Options {
  /** The minimum number of bytes that a user can write after mounting. */
  readonly freeBytes: number;
  /** Seconds since 1970: the time of the file system itself, and of lost+found if the tree does not have it. */
  readonly epoch: number;
  /** Represents the contents of the files, such as the digests of an image. UUID and hash seed are derived from it. */
  readonly seed: Uint8Array;
  /** At most 16 bytes of UTF-8; default: none. */
  readonly label?: string;
}

/** An image that is ready to be written. */
export interface Ext4Plan {
  /** In bytes. */
  readonly size: number;
  /** In lower case with hyphens. */
  readonly uuid: string;
  readonly inodeCount: number;
  readonly freeInodes: number;
  /** The kernel reserves up to 16 MiB of these. */
  readonly freeBytes: number;
  /** The input of `writeExt4`. */
  readonly details: PlanDetails;
}

export interface PlanDetails {
  readonly label: Buffer;
  readonly epoch: number;
  readonly identity: Identity;
  /** The seed of the checksums of most structures. */
  readonly checksumSeed: number;
  readonly inodes: InodeList;
  readonly indexes: DirectoryIndexes;
  readonly geometry: Geometry;
  readonly fixed: readonly BlockRange[];
  readonly layout: Layout;
  readonly journalBlocks: number;
}

/** 64 TiB. Most file systems to which an image can be written have a lower limit for files (ext4: 16 TiB). */
const MAX_BLOCKS = 2 ** 34;
const MAX_EPOCH = 2 ** 32 - 1;

/** Spare inodes, so that files can be created in an image without free space after others were deleted. */
const MIN_SPARE_INODES = 256;

/**
 * Plans an ext4 image of a tree: its size, its UUID, and the position of all parts. Does not read files.
 *
 * @throws FledgeError `format`, with the path, for an entry that ext4 cannot hold, and for an image that is too large.
 */
export function planExt4(entries: Iterable<Entry>, options: Ext4Options): Ext4Plan {
  const { freeBytes, epoch, seed } = options;
  const label = Buffer.from(options.label ?? '', 'utf8');
  checkOptions(options, label);
  const inodes = listInodes(entries, epoch);
  const identity = deriveIdentity(inodes, seed, [freeBytes, epoch, options.label ?? '']);
  const indexes = planDirectoryIndexes(inodes, identity.hashSeed);
  const sized = findSize(inodes, indexes, freeBytes);
  const { geometry, layout } = sized;
  const inodeCount = geometry.groupCount * geometry.inodesPerGroup;
  return {
    size: geometry.blockCount * BLOCK_SIZE,
    uuid: identity.uuid.toString('hex').replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5'),
    inodeCount,
    freeInodes: inodeCount - inodes.lastNumber,
    freeBytes: (geometry.blockCount - geometry.fixedBlockCount - layout.taken) * BLOCK_SIZE,
    details: {
      label,
      epoch,
      identity,
      checksumSeed: crc32c(0xffff_ffff, identity.uuid),
      inodes,
      indexes,
      ...sized,
    },
  };
}

type Sized = Pick<PlanDetails, 'geometry' | 'fixed' | 'layout' | 'journalBlocks'>;

/**
 * Finds a nearly minimal size with the requested free space. The metadata of the file system depends on its size, and the
 * extents depend on the metadata. So a size is tried, and the missing blocks are added.
 */
function findSize(inodes: InodeList, indexes: DirectoryIndexes, freeBytes: number): Sized {
  const inodeCount = inodes.lastNumber + Math.max(MIN_SPARE_INODES, Math.ceil(freeBytes / bytesPerInode(freeBytes)));
  if (inodeCount > MAX_INODE_NUMBER) throw new FledgeError('format', `${inodeCount} inodes are too many for ext4`);
  const inodeBlocks = countBlocks(inodes, indexes);
  let treeBlocks = 0;
  for (let blockCount = 1; ; ) {
    if (blockCount > MAX_BLOCKS) throw tooBig(blockCount);
    const geometry = planGeometry(blockCount, inodeCount);
    if ('missingBlocks' in geometry) {
      blockCount += geometry.missingBlocks;
      continue;
    }
    const journalBlocks = journalBlocksFor(blockCount);
    const used = geometry.fixedBlockCount + journalBlocks + inodeBlocks + treeBlocks;
    const missing = used + freeBlocksFor(freeBytes, blockCount) - blockCount;
    if (missing > 0) {
      blockCount += missing;
      continue;
    }
    const fixed = fixedRanges(geometry);
    const layout = layOut(inodes, indexes, { fixed, journalBlocks });
    const actualTreeBlocks = layout.taken - journalBlocks - inodeBlocks;
    if (actualTreeBlocks <= treeBlocks) return { geometry, fixed, layout, journalBlocks };
    treeBlocks = actualTreeBlocks;
  }
}

/**
 * The number of blocks that must be free for a file of `freeBytes` bytes. The kernel reserves 2 % of the blocks, at most
 * 4096 (fs/ext4/super.c, ext4_calculate_resv_clusters). The file needs a name and an extent tree.
 */
function freeBlocksFor(freeBytes: number, blockCount: number): number {
  const reserved = Math.min(Math.floor(blockCount / 50), 4096);
  const blocks = blocksFor(freeBytes);
  return blocks + reserved + 64 + Math.ceil(blocks / 8192);
}

/** As in mke2fs: file systems of 4 TiB and 16 TiB ("big", "huge") have fewer inodes. */
function bytesPerInode(freeBytes: number): number {
  if (freeBytes < 4 * 2 ** 40) return 16_384;
  return freeBytes < 16 * 2 ** 40 ? 32_768 : 65_536;
}

function tooBig(blockCount: number): FledgeError {
  const sizes = `${formatBytes(blockCount * BLOCK_SIZE)} is more than ${formatBytes(MAX_BLOCKS * BLOCK_SIZE)}`;
  return new FledgeError('format', `the image is too large: ${sizes}`, { fix: 'reduce [filesystem] size_buffer_mb' });
}

function checkOptions({ freeBytes, epoch }: Ext4Options, label: Buffer): void {
  if (!Number.isSafeInteger(freeBytes) || freeBytes < 0) throw new RangeError(`${freeBytes} bytes of free space`);
  if (!Number.isInteger(epoch) || epoch < 0 || epoch > MAX_EPOCH) throw new RangeError(`the time ${epoch}`);
  if (label.length > LABEL_SIZE) {
    throw new FledgeError('format', `the label ${JSON.stringify(label.toString())} has more than ${LABEL_SIZE} bytes`);
  }
}
