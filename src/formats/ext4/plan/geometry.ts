import {
  BLOCK_SIZE,
  DESCRIPTORS_PER_BLOCK,
  GROUPS_PER_FLEX_GROUP,
  INODE_SIZE,
  INODES_PER_BLOCK,
  MAX_BLOCKS_PER_GROUP,
  MAX_INODES_PER_GROUP,
} from '../format.ts';

/** The number of free blocks that mke2fs and resize2fs require in a last group that is shorter than the others. */
const MIN_LAST_GROUP_ROOM = 50;

/** A part of the image that belongs to the file system itself. `block` and `length` are in blocks. */
export interface FixedPart {
  readonly kind: 'superblock' | 'block-bitmap' | 'inode-bitmap' | 'inode-table';
  readonly group: number;
  readonly block: number;
  readonly length: number;
}

/** Adjacent blocks of the image. `end` is the number of the block after the last. */
export interface BlockRange {
  readonly start: number;
  readonly end: number;
}

/** The division of an image into groups, and the positions of the parts that belong to the file system itself. */
export interface Geometry {
  readonly blockCount: number;
  readonly blocksPerGroup: number;
  readonly groupCount: number;
  readonly inodesPerGroup: number;
  /** The length of each group's inode table, in blocks. */
  readonly inodeTableBlocks: number;
  /** The length of the superblock and the group descriptors after it, in blocks. */
  readonly superblockBlocks: number;
  /** Block numbers, by group. */
  readonly blockBitmaps: Float64Array;
  readonly inodeBitmaps: Float64Array;
  readonly inodeTables: Float64Array;
  /** The total number of blocks of the fixed parts. */
  readonly fixedBlockCount: number;
}

/**
 * The geometry of a file system with this number of blocks and at least this number of inodes. If there is none, the number
 * of blocks to add.
 */
export function planGeometry(blockCount: number, inodeCount: number): Geometry | { readonly missingBlocks: number } {
  const { blocksPerGroup, groupCount } = divideIntoGroups(blockCount, inodeCount);
  const inodesPerGroup = Math.ceil(inodeCount / groupCount / INODES_PER_BLOCK) * INODES_PER_BLOCK;
  if (inodesPerGroup > MAX_INODES_PER_GROUP) return { missingBlocks: blocksPerGroup };
  const inodeTableBlocks = (inodesPerGroup * INODE_SIZE) / BLOCK_SIZE;
  const superblockBlocks = 1 + Math.ceil(groupCount / DESCRIPTORS_PER_BLOCK);
  const blockBitmaps = new Float64Array(groupCount);
  const inodeBitmaps = new Float64Array(groupCount);
  const inodeTables = new Float64Array(groupCount);
  let backupCount = 0;
  let cursor = 0;

  /** Places `length` blocks at the cursor, or after superblocks that would be among them. */
  const place = (length: number): number => {
    let group = Math.floor(cursor / blocksPerGroup);
    for (; group < groupCount && group * blocksPerGroup < cursor + length; group++) {
      if (!hasSuperblock(group)) continue;
      const start = group * blocksPerGroup;
      if (start + superblockBlocks > cursor) cursor = start + superblockBlocks;
    }
    const position = cursor;
    cursor += length;
    return position;
  };

  for (let first = 0; first < groupCount; first += GROUPS_PER_FLEX_GROUP) {
    const end = Math.min(first + GROUPS_PER_FLEX_GROUP, groupCount);
    cursor = Math.max(cursor, first * blocksPerGroup);
    for (let group = first; group < end; group++) blockBitmaps[group] = place(1);
    for (let group = first; group < end; group++) inodeBitmaps[group] = place(1);
    for (let group = first; group < end; group++) inodeTables[group] = place(inodeTableBlocks);
    for (let group = first; group < end; group++) if (hasSuperblock(group)) backupCount++;
  }

  const lastStart = (groupCount - 1) * blocksPerGroup;
  const lastOwn = lastStart + (hasSuperblock(groupCount - 1) ? superblockBlocks : 0);
  const lastNeeded = Math.min(Math.max(cursor, lastOwn) + MIN_LAST_GROUP_ROOM, lastStart + blocksPerGroup);
  if (blockCount < lastNeeded || cursor > blockCount) {
    return { missingBlocks: Math.max(lastNeeded, cursor) - blockCount };
  }
  return {
    blockCount,
    blocksPerGroup,
    groupCount,
    inodesPerGroup,
    inodeTableBlocks,
    superblockBlocks,
    blockBitmaps,
    inodeBitmaps,
    inodeTables,
    fixedBlockCount: backupCount * superblockBlocks + groupCount * (2 + inodeTableBlocks),
  };
}

/** The number of blocks of a group. The last one may have fewer than the others. */
export function groupSize({ blockCount, blocksPerGroup }: Geometry, group: number): number {
  return Math.min(blocksPerGroup, blockCount - group * blocksPerGroup);
}

/** True if a group begins with a superblock or a backup of it (sparse_super): 0, 1 and the powers of 3, 5 and 7. */
export function hasSuperblock(group: number): boolean {
  return group <= 1 || [3, 5, 7].some((base) => isPowerOf(base, group));
}

/** The fixed parts in the order of the image. */
export function* fixedParts(geometry: Geometry): Generator<FixedPart, void, undefined> {
  const { groupCount, blocksPerGroup, superblockBlocks, inodeTableBlocks } = geometry;
  // Tables can extend beyond their flex group, so the parts of a group are kept until the next group begins.
  let held: FixedPart[] = [];
  for (let first = 0; first < groupCount; first += GROUPS_PER_FLEX_GROUP) {
    const start = first * blocksPerGroup;
    yield* held.filter(({ block }) => block < start);
    held = held.filter(({ block }) => block >= start);
    for (let group = first; group < Math.min(first + GROUPS_PER_FLEX_GROUP, groupCount); group++) {
      if (hasSuperblock(group)) {
        held.push({ kind: 'superblock', group, block: group * blocksPerGroup, length: superblockBlocks });
      }
      held.push({ kind: 'block-bitmap', group, block: geometry.blockBitmaps[group] ?? 0, length: 1 });
      held.push({ kind: 'inode-bitmap', group, block: geometry.inodeBitmaps[group] ?? 0, length: 1 });
      held.push({ kind: 'inode-table', group, block: geometry.inodeTables[group] ?? 0, length: inodeTableBlocks });
    }
    held.sort((a, b) => a.block - b.block);
  }
  yield* held;
}

/** The ranges of the fixed parts in order, with adjacent ones joined. */
export function fixedRanges(geometry: Geometry): BlockRange[] {
  const ranges: { start: number; end: number }[] = [];
  for (const { block, length } of fixedParts(geometry)) {
    const last = ranges.at(-1);
    if (last?.end === block) last.end += length;
    else ranges.push({ start: block, end: block + length });
  }
  return ranges;
}

/**
 * Groups have as many blocks as a bitmap has bits, unless more groups are needed to hold many inodes in few blocks.
 */
function divideIntoGroups(blockCount: number, inodeCount: number): { blocksPerGroup: number; groupCount: number } {
  const forBlocks = Math.ceil(blockCount / MAX_BLOCKS_PER_GROUP);
  const forInodes = Math.ceil(inodeCount / MAX_INODES_PER_GROUP);
  if (forBlocks >= forInodes) return { blocksPerGroup: MAX_BLOCKS_PER_GROUP, groupCount: forBlocks };
  const blocksPerGroup = Math.ceil(blockCount / forInodes / 8) * 8;
  return { blocksPerGroup, groupCount: Math.ceil(blockCount / blocksPerGroup) };
}

function isPowerOf(base: number, value: number): boolean {
  let power = base;
  while (power < value) power *= base;
  return power === value;
}
