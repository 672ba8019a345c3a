import { BLOCK_SIZE, GROUP_DESCRIPTOR_SIZE } from './format.ts';
import { type BlockRange, type Geometry, groupSize, hasSuperblock } from './plan/geometry.ts';
import type { InodeList } from './plan/inode-list.ts';
import type { PlanDetails } from './plan/plan.ts';
import { bitmapChecksum, encodeGroupDescriptor, GROUP_FLAG, setBits } from './structures/group.ts';

/** The used blocks and inodes of a group. Numbers are relative to the group. */
interface GroupUse {
  /** Ranges of blocks, which can be adjacent but do not overlap. */
  readonly blocks: readonly BlockRange[];
  readonly usedBlocks: number;
  /** The used inodes are the first ones. */
  readonly usedInodes: number;
  /** True if the group contains only its superblock, so that its block bitmap need not be initialised. */
  readonly untouched: boolean;
}

/** All group descriptors, padded to whole blocks. They follow the superblock and each of its backups. */
export function encodeGroupDescriptors(plan: PlanDetails): Buffer {
  const { geometry, checksumSeed } = plan;
  const table = Buffer.alloc((geometry.superblockBlocks - 1) * BLOCK_SIZE);
  const directories = countDirectories(plan.inodes, geometry);
  for (let group = 0; group < geometry.groupCount; group++) {
    const use = groupUse(plan, group);
    const blockBitmap = encodeBlockBitmap(plan, group);
    const inodeBitmap = encodeInodeBitmap(plan, group);
    const target = table.subarray(group * GROUP_DESCRIPTOR_SIZE, (group + 1) * GROUP_DESCRIPTOR_SIZE);
    const unusedInodes = geometry.inodesPerGroup - use.usedInodes;
    const fields = {
      group,
      blockBitmap: geometry.blockBitmaps[group] ?? 0,
      inodeBitmap: geometry.inodeBitmaps[group] ?? 0,
      inodeTable: geometry.inodeTables[group] ?? 0,
      freeBlocks: groupSize(geometry, group) - use.usedBlocks,
      freeInodes: unusedInodes,
      directories: directories[group] ?? 0,
      unusedInodes,
      flags:
        GROUP_FLAG.inodeTableZeroed |
        (inodeBitmap === undefined ? GROUP_FLAG.inodesUninitialised : 0) |
        (blockBitmap === undefined ? GROUP_FLAG.blocksUninitialised : 0),
      blockBitmapChecksum: checksumOf(blockBitmap, geometry.blocksPerGroup, checksumSeed),
      inodeBitmapChecksum: checksumOf(inodeBitmap, geometry.inodesPerGroup, checksumSeed),
    };
    encodeGroupDescriptor(target, fields, checksumSeed);
  }
  return table;
}

/** The block bitmap of a group; undefined if it is not initialised and remains zero. */
export function encodeBlockBitmap(plan: PlanDetails, group: number): Buffer | undefined {
  const use = groupUse(plan, group);
  if (use.untouched) return undefined;
  const bitmap = Buffer.alloc(BLOCK_SIZE);
  for (const { start, end } of use.blocks) setBits(bitmap, start, end);
  setBits(bitmap, groupSize(plan.geometry, group), BLOCK_SIZE * 8);
  return bitmap;
}

/** The inode bitmap of a group; undefined if it is not initialised and remains zero. */
export function encodeInodeBitmap(plan: PlanDetails, group: number): Buffer | undefined {
  const usedInodes = usedInodesOf(plan, group);
  if (usedInodes === 0) return undefined;
  const bitmap = Buffer.alloc(BLOCK_SIZE);
  setBits(bitmap, 0, usedInodes);
  setBits(bitmap, plan.geometry.inodesPerGroup, BLOCK_SIZE * 8);
  return bitmap;
}

/** The number of used inodes of a group. */
export function usedInodesOf({ geometry, inodes }: PlanDetails, group: number): number {
  const before = group * geometry.inodesPerGroup;
  return Math.min(Math.max(inodes.lastNumber - before, 0), geometry.inodesPerGroup);
}

function groupUse(plan: PlanDetails, group: number): GroupUse {
  const { geometry, fixed, layout } = plan;
  const start = group * geometry.blocksPerGroup;
  const end = start + groupSize(geometry, group);
  const blocks: BlockRange[] = [];
  const allocatedEnd = Math.min(layout.end, end) - start;
  if (allocatedEnd > 0) blocks.push({ start: 0, end: allocatedEnd });
  for (let index = firstRangeBehind(fixed, start); index < fixed.length; index++) {
    const range = fixed[index];
    if (range === undefined || range.start >= end) break;
    const from = Math.max(range.start - start, allocatedEnd, 0);
    const to = Math.min(range.end, end) - start;
    if (to > from) blocks.push({ start: from, end: to });
  }
  const usedBlocks = blocks.reduce((sum, range) => sum + range.end - range.start, 0);
  const own = hasSuperblock(group) ? geometry.superblockBlocks : 0;
  return {
    blocks,
    usedBlocks,
    usedInodes: usedInodesOf(plan, group),
    // The kernel and mke2fs always initialise the bitmap of the last group, which may be shorter.
    untouched: group > 0 && group < geometry.groupCount - 1 && allocatedEnd <= 0 && usedBlocks === own,
  };
}

/** The index of the first range that ends after a block. */
function firstRangeBehind(ranges: readonly BlockRange[], block: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((ranges[middle]?.end ?? 0) > block) high = middle;
    else low = middle + 1;
  }
  return low;
}

function countDirectories({ directories }: InodeList, { inodesPerGroup, groupCount }: Geometry): Uint16Array {
  const counts = new Uint16Array(groupCount);
  for (const number of directories.keys()) {
    const group = Math.floor((number - 1) / inodesPerGroup);
    counts[group] = (counts[group] ?? 0) + 1;
  }
  return counts;
}

function checksumOf(bitmap: Buffer | undefined, bits: number, checksumSeed: number): number {
  return bitmap === undefined ? 0 : bitmapChecksum(bitmap, bits, checksumSeed);
}
