import { crc32c } from '../../crc32c.ts';
import { BLOCK_SIZE, high32, INODE_BLOCK_SIZE, low32 } from '../format.ts';

// Documentation/filesystems/ext4/ifork.rst, "Extent Tree". Every node is a header and entries of the same size. The root
// is in the inode; all others are blocks with a checksum at their end.

const MAGIC = 0xf30a;
const HEADER_SIZE = 12;
const HEADER = { magic: 0, count: 2, capacity: 4, depth: 6 } as const;
const ENTRY_SIZE = 12;
const LEAF_ENTRY = { logical: 0, length: 4, physicalHigh: 6, physicalLow: 8 } as const;
const INDEX_ENTRY = { logical: 0, childLow: 4, childHigh: 8 } as const;
const CHECKSUM_OFFSET = BLOCK_SIZE - 4;

const ROOT_CAPACITY = (INODE_BLOCK_SIZE - HEADER_SIZE) / ENTRY_SIZE;
const BLOCK_CAPACITY = Math.floor((CHECKSUM_OFFSET - HEADER_SIZE) / ENTRY_SIZE);

/** Longer extents are treated as not initialised. */
export const MAX_EXTENT_BLOCKS = 32_768;

/** Blocks of a file that are adjacent in the image. All numbers are blocks. */
export interface Extent {
  /** The number of the first block in the file. */
  readonly logical: number;
  /** The number of the first block in the image. */
  readonly physical: number;
  readonly length: number;
}

/** The number of blocks of a tree with `extentCount` extents, without the root in the inode. */
export function countTreeBlocks(extentCount: number): number {
  let total = 0;
  for (let count = extentCount; count > ROOT_CAPACITY; ) {
    count = Math.ceil(count / BLOCK_CAPACITY);
    total += count;
  }
  return total;
}

/**
 * Writes the root of a file's extent tree, which is in the inode. `positions` are the numbers of the other blocks; their
 * count is that of `countTreeBlocks`.
 */
export function encodeExtentRoot(root: Buffer, extents: readonly Extent[], positions: readonly number[]): void {
  const levels = treeLevels(extents, positions);
  encodeNode(root, levels.at(-1) ?? [], { capacity: ROOT_CAPACITY, depth: levels.length - 1 });
}

/** The other nodes of the tree, in the order of their positions. */
export function* encodeExtentNodes(
  extents: readonly Extent[],
  positions: readonly number[],
  inodeChecksumSeed: number,
): Generator<Buffer, void, undefined> {
  for (const [depth, level] of treeLevels(extents, positions).slice(0, -1).entries()) {
    for (let start = 0; start < level.length; start += BLOCK_CAPACITY) {
      const block = Buffer.alloc(BLOCK_SIZE);
      encodeNode(block, level.slice(start, start + BLOCK_CAPACITY), { capacity: BLOCK_CAPACITY, depth });
      block.writeUInt32LE(crc32c(inodeChecksumSeed, block.subarray(0, CHECKSUM_OFFSET)), CHECKSUM_OFFSET);
      yield block;
    }
  }
}

/**
 * The entries of each level, from the extents to the root. The leaves have the first positions. Nodes are as full as
 * possible: e2fsck regards this as optimal.
 */
function treeLevels(extents: readonly Extent[], positions: readonly number[]): (readonly Extent[])[] {
  const levels = [extents];
  let used = 0;
  for (let level = extents; level.length > ROOT_CAPACITY; levels.push(level)) {
    const parents: Extent[] = [];
    for (let start = 0; start < level.length; start += BLOCK_CAPACITY) {
      parents.push({ logical: level[start]?.logical ?? 0, physical: positions[used++] ?? 0, length: 1 });
    }
    level = parents;
  }
  if (used !== positions.length) throw new RangeError(`${positions.length} blocks for ${used} nodes of an extent tree`);
  return levels;
}

function encodeNode(
  node: Buffer,
  entries: readonly Extent[],
  { capacity, depth }: { readonly capacity: number; readonly depth: number },
): void {
  node.writeUInt16LE(MAGIC, HEADER.magic);
  node.writeUInt16LE(entries.length, HEADER.count);
  node.writeUInt16LE(capacity, HEADER.capacity);
  node.writeUInt16LE(depth, HEADER.depth);
  let start = HEADER_SIZE;
  for (const { logical, physical, length } of entries) {
    if (depth === 0) {
      if (length > MAX_EXTENT_BLOCKS) throw new RangeError(`an extent of ${length} blocks`);
      node.writeUInt32LE(logical, start + LEAF_ENTRY.logical);
      node.writeUInt16LE(length, start + LEAF_ENTRY.length);
      node.writeUInt16LE(high32(physical), start + LEAF_ENTRY.physicalHigh);
      node.writeUInt32LE(low32(physical), start + LEAF_ENTRY.physicalLow);
    } else {
      node.writeUInt32LE(logical, start + INDEX_ENTRY.logical);
      node.writeUInt32LE(low32(physical), start + INDEX_ENTRY.childLow);
      node.writeUInt16LE(high32(physical), start + INDEX_ENTRY.childHigh);
    }
    start += ENTRY_SIZE;
  }
}
