import { countTreeBlocks, type Extent, MAX_EXTENT_BLOCKS } from '../structures/extent-tree.ts';
import type { BlockRange } from './geometry.ts';

/** Adjacent blocks of a file that contain data. */
export interface BlockRun {
  readonly logical: number;
  readonly length: number;
}

/** The blocks of an inode. All numbers are block numbers. */
export interface Placement {
  readonly extents: readonly Extent[];
  /** The nodes of the extent tree. */
  readonly treeBlocks: readonly number[];
  /** 0 if the inode has no attribute block. */
  readonly xattrBlock: number;
}

const NO_BLOCKS: readonly number[] = [];
/** The number of elements per extent in the flat list. */
const EXTENT_FIELDS = 3;

/** Allocates blocks to inodes, in order, between the fixed ranges, and without a limit after the last of them. */
export class Allocator {
  readonly #fixed: readonly BlockRange[];
  #nextFixed = 0;
  #cursor = 0;
  #taken = 0;
  /** Logical block, physical block and length of all extents, in one flat list: most inodes have exactly one extent. */
  readonly #extents: number[] = [];
  /** By inode number: the index of its first extent, and the number of its extents. */
  readonly #firstExtents: Uint32Array;
  readonly #extentCounts: Uint32Array;
  readonly #treeBlocks = new Map<number, readonly number[]>();
  readonly #xattrBlocks = new Map<number, number>();

  constructor(fixed: readonly BlockRange[], lastInode: number) {
    this.#fixed = fixed;
    this.#firstExtents = new Uint32Array(lastInode + 1);
    this.#extentCounts = new Uint32Array(lastInode + 1);
  }

  /** The block after the last allocated one. No block before it is free. */
  get end(): number {
    return this.#cursor;
  }

  /** The number of allocated blocks. */
  get taken(): number {
    return this.#taken;
  }

  /** Allocates blocks for the data of an inode, and after them those for its extent tree. */
  place(inode: number, runs: Iterable<BlockRun>): void {
    const first = this.#extents.length / EXTENT_FIELDS;
    for (const { logical, length } of runs) {
      for (let done = 0; done < length; ) {
        const start = this.#nextFree();
        const count = Math.min(length - done, MAX_EXTENT_BLOCKS, this.#freeBlocksHere());
        this.#extents.push(logical + done, start, count);
        this.#take(count);
        done += count;
      }
    }
    const count = this.#extents.length / EXTENT_FIELDS - first;
    this.#firstExtents[inode] = first;
    this.#extentCounts[inode] = count;
    const treeBlocks = Array.from({ length: countTreeBlocks(count) }, () => this.#takeOne());
    if (treeBlocks.length > 0) this.#treeBlocks.set(inode, treeBlocks);
  }

  placeXattrs(inode: number): void {
    this.#xattrBlocks.set(inode, this.#takeOne());
  }

  placementOf(inode: number): Placement {
    const first = this.#firstExtents[inode] ?? 0;
    const extents = Array.from({ length: this.#extentCounts[inode] ?? 0 }, (_, index): Extent => {
      const at = (first + index) * EXTENT_FIELDS;
      return {
        logical: this.#extents[at] ?? 0,
        physical: this.#extents[at + 1] ?? 0,
        length: this.#extents[at + 2] ?? 0,
      };
    });
    const treeBlocks = this.#treeBlocks.get(inode) ?? NO_BLOCKS;
    return { extents, treeBlocks, xattrBlock: this.#xattrBlocks.get(inode) ?? 0 };
  }

  #takeOne(): number {
    const block = this.#nextFree();
    this.#take(1);
    return block;
  }

  #take(count: number): void {
    this.#cursor += count;
    this.#taken += count;
  }

  #nextFree(): number {
    let range = this.#fixed[this.#nextFixed];
    while (range !== undefined && range.start <= this.#cursor) {
      this.#cursor = range.end;
      range = this.#fixed[++this.#nextFixed];
    }
    return this.#cursor;
  }

  #freeBlocksHere(): number {
    return (this.#fixed[this.#nextFixed]?.start ?? Number.POSITIVE_INFINITY) - this.#cursor;
  }
}
