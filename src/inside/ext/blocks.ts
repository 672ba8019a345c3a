import { damaged } from '../damage.ts';
import { type ReadableDisk, readWhole } from '../disk.ts';
import { type ExtInode, INODE_FLAG } from './inode.ts';
import type { ExtSuperblock } from './superblock.ts';

/** A run of blocks with data. Those between runs are holes. */
export interface BlockRun {
  /** The first block, counted in the file. */
  readonly logical: number;
  /** The first block, counted in the file system. */
  readonly physical: number;
  readonly count: number;
}

const EXTENT_MAGIC = 0xf30a;
const EXTENT_BYTES = 12;
/** A longer extent is allocated, but reads as zeros. */
const MAX_WRITTEN = 32_768;
const MAX_DEPTH = 5;
const MAX_LOGICAL = 2 ** 32;

/**
 * The runs of blocks with the data of an inode, in ascending order. A run is within the file system, and all runs together
 * have no more blocks than that, so that a small image cannot contain endless data.
 *
 * @throws UnreadableImage
 */
export async function* runsOf(
  inode: ExtInode,
  disk: ReadableDisk,
  superblock: ExtSuperblock,
): AsyncGenerator<BlockRun> {
  const { blocks, firstBlock } = superblock;
  const hasExtents = (inode.flags & INODE_FLAG.extents) !== 0;
  const runs = hasExtents
    ? extentsIn(inode.map, { disk, superblock, depth: undefined, from: 0, to: MAX_LOGICAL })
    : mappedRuns(inode, disk, superblock);
  let total = 0;
  for await (const run of runs) {
    total += run.count;
    if (run.physical < firstBlock || run.physical + run.count > blocks || total > blocks) {
      throw damaged(`inode ${inode.number} has blocks outside of the file system`);
    }
    yield run;
  }
}

interface ExtentNode {
  readonly disk: ReadableDisk;
  readonly superblock: ExtSuperblock;
  /** Undefined for the root. */
  readonly depth: number | undefined;
  /** The blocks of the file that the node may map. */
  readonly from: number;
  readonly to: number;
}

/** Documentation/filesystems/ext4/ifork.rst, "Extent Tree". Each node must be within the part of the file that its parent gives it. */
async function* extentsIn(node: Buffer, { disk, superblock, depth, from, to }: ExtentNode): AsyncGenerator<BlockRun> {
  const count = node.readUInt16LE(2);
  const ownDepth = node.readUInt16LE(6);
  const isPossible =
    node.readUInt16LE(0) === EXTENT_MAGIC &&
    EXTENT_BYTES * (count + 1) <= node.length &&
    (depth === undefined ? ownDepth <= MAX_DEPTH : ownDepth === depth && count > 0);
  if (!isPossible) throw damaged('an extent tree is not valid');
  let least = from;
  for (let index = 1; index <= count; index++) {
    const at = index * EXTENT_BYTES;
    const logical = node.readUInt32LE(at);
    if (logical < least || logical >= to) throw damaged('the extents of a file are not in order');
    if (ownDepth > 0) {
      const child = node.readUInt32LE(at + 4) + node.readUInt16LE(at + 8) * 2 ** 32;
      const next = index < count ? node.readUInt32LE(at + EXTENT_BYTES) : to;
      const bytes = await readBlock(child, disk, superblock);
      yield* extentsIn(bytes, { disk, superblock, depth: ownDepth - 1, from: logical, to: next });
      least = next;
    } else {
      const length = node.readUInt16LE(at + 4);
      const isWritten = length <= MAX_WRITTEN;
      const blocks = isWritten ? length : length - MAX_WRITTEN;
      if (blocks === 0 || logical + blocks > to) throw damaged('the extents of a file are not in order');
      const physical = node.readUInt32LE(at + 8) + node.readUInt16LE(at + 6) * 2 ** 32;
      if (isWritten) yield { logical, physical, count: blocks };
      least = logical + blocks;
    }
  }
}

const DIRECT_BLOCKS = 12;

/** The block map of ext2: twelve blocks, then trees of one, two and three levels. Neighbours are joined. */
async function* mappedRuns(inode: ExtInode, disk: ReadableDisk, superblock: ExtSuperblock): AsyncGenerator<BlockRun> {
  const perBlock = superblock.blockSize / 4;
  const end = Math.ceil(inode.size / superblock.blockSize);
  let tables = 0;
  let run: BlockRun | undefined;
  for await (const { logical, physical } of mappedBlocks()) {
    if (run !== undefined && run.logical + run.count === logical && run.physical + run.count === physical) {
      run = { ...run, count: run.count + 1 };
      continue;
    }
    if (run !== undefined) yield run;
    run = { logical, physical, count: 1 };
  }
  if (run !== undefined) yield run;

  async function* mappedBlocks(): AsyncGenerator<Pick<BlockRun, 'logical' | 'physical'>> {
    for (let index = 0; index < Math.min(DIRECT_BLOCKS, end); index++) {
      const physical = inode.map.readUInt32LE(4 * index);
      if (physical !== 0) yield { logical: index, physical };
    }
    let first = DIRECT_BLOCKS;
    for (let levels = 1; levels <= 3; levels++) {
      const root = inode.map.readUInt32LE(4 * (DIRECT_BLOCKS + levels - 1));
      if (root !== 0 && first < end) yield* indirect(root, levels, first);
      first += perBlock ** levels;
    }
  }

  async function* indirect(
    block: number,
    levels: number,
    first: number,
  ): AsyncGenerator<Pick<BlockRun, 'logical' | 'physical'>> {
    tables += 1;
    if (tables > superblock.blocks) throw damaged(`inode ${inode.number} has more blocks than the file system`);
    const table = await readBlock(block, disk, superblock);
    const span = perBlock ** (levels - 1);
    for (let index = 0; index < perBlock && first + index * span < end; index++) {
      const physical = table.readUInt32LE(4 * index);
      if (physical === 0) continue;
      if (levels === 1) yield { logical: first + index, physical };
      else yield* indirect(physical, levels - 1, first + index * span);
    }
  }
}

/**
 * Reads one block.
 *
 * @throws UnreadableImage if it is not in the file system, or in the file.
 */
export async function readBlock(
  block: number,
  disk: ReadableDisk,
  { blockSize, blocks, firstBlock }: ExtSuperblock,
): Promise<Buffer> {
  if (block < firstBlock || block >= blocks) throw damaged(`block ${block} is not in the file system`);
  return readWhole(disk, block * blockSize, blockSize);
}
