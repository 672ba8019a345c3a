import { FledgeError } from '../../../support/errors.ts';
import type { Content } from '../../../tree/entry.ts';
import { doesNotFit } from '../../entry-limits.ts';
import {
  BLOCK_SIZE,
  blocksFor,
  JOURNAL_INODE,
  LOST_AND_FOUND_BLOCKS,
  LOST_AND_FOUND_INODE,
  MIN_SLOW_SYMLINK_SIZE,
} from '../format.ts';
import { DIRECTORY_BLOCK_ROOM, DOT_ENTRIES_SIZE, directoryEntrySize } from '../structures/directory.ts';
import { countIndexedBlocks, type DirectoryIndex, planDirectoryIndex } from '../structures/directory-index.ts';
import type { HashSeed } from '../structures/half-md4.ts';
import { Allocator, type BlockRun } from './allocator.ts';
import type { BlockRange } from './geometry.ts';
import type { DirectoryPlan, InodeList } from './inode-list.ts';

/** The indexes of directories that do not fit into one block, by inode number. */
export type DirectoryIndexes = ReadonlyMap<number, DirectoryIndex>;

/** The block allocation of all inodes. */
export type Layout = Pick<Allocator, 'placementOf' | 'end' | 'taken'>;

/**
 * Plans the indexes of directories that need more than one block.
 *
 * @throws FledgeError `format`, with the path, for a directory with more names than an index can hold.
 */
export function planDirectoryIndexes({ directories }: InodeList, seed: HashSeed): DirectoryIndexes {
  const indexes = new Map<number, DirectoryIndex>();
  for (const directory of directories.values()) {
    if (fitsOneBlock(directory)) continue;
    const index = planDirectoryIndex(directory.names, seed);
    if (index === undefined) {
      const what = `its ${directory.names.length} names are too many for an index of two levels`;
      throw doesNotFit(directory.path, 'ext4', what);
    }
    indexes.set(directory.number, index);
  }
  return indexes;
}

/** The number of blocks of a directory. */
export function countDirectoryBlocks(directory: number, indexes: DirectoryIndexes): number {
  const index = indexes.get(directory);
  if (index !== undefined) return countIndexedBlocks(index);
  return directory === LOST_AND_FOUND_INODE ? LOST_AND_FOUND_BLOCKS : 1;
}

/** The number of blocks of all inodes except the journal, without the nodes of extent trees. */
export function countBlocks(list: InodeList, indexes: DirectoryIndexes): number {
  let count = 0;
  for (const number of list.numbers()) {
    count += countMetadataBlocks(list, indexes, number);
    if (hasXattrBlock(list, number)) count++;
    for (const { length } of dataRuns(contentOf(list, number))) count += length;
  }
  return count;
}

/**
 * Allocates the blocks of all inodes, without gaps: first the journal, then directories, long symbolic links and attribute
 * blocks, so that a walk through the tree reads a small part of the disk only, then the data of files. All are in the order
 * of inode numbers, and so of paths. The nodes of an extent tree follow the described blocks.
 */
export function layOut(
  list: InodeList,
  indexes: DirectoryIndexes,
  { fixed, journalBlocks }: { readonly fixed: readonly BlockRange[]; readonly journalBlocks: number },
): Layout {
  const allocator = new Allocator(fixed, list.lastNumber);
  allocator.place(JOURNAL_INODE, [{ logical: 0, length: journalBlocks }]);
  for (const number of list.numbers()) {
    if (hasXattrBlock(list, number)) allocator.placeXattrs(number);
    const length = countMetadataBlocks(list, indexes, number);
    if (length > 0) allocator.place(number, [{ logical: 0, length }]);
  }
  for (const number of list.numbers()) {
    const content = contentOf(list, number);
    if (content !== undefined) allocator.place(number, dataRuns(content));
  }
  return allocator;
}

/** The number of blocks of a directory or a long symbolic link; 0 for other inodes. */
function countMetadataBlocks({ sources }: InodeList, indexes: DirectoryIndexes, number: number): number {
  const source = sources[number];
  if (source?.kind === 'directory') return countDirectoryBlocks(number, indexes);
  return source?.kind === 'symlink' && source.target.length >= MIN_SLOW_SYMLINK_SIZE ? 1 : 0;
}

function hasXattrBlock({ xattrs }: InodeList, number: number): boolean {
  return (xattrs.get(number)?.inBlock.length ?? 0) > 0;
}

function contentOf({ sources }: InodeList, number: number): Content | undefined {
  const source = sources[number];
  return source?.kind === 'file' ? source.content : undefined;
}

/** The blocks of a file that hold data, in order. */
function* dataRuns(content: Content | undefined): Generator<BlockRun, void, undefined> {
  if (content === undefined || content.size === 0) return;
  if (content.kind !== 'spool') {
    yield { logical: 0, length: blocksFor(content.size) };
    return;
  }
  let start = 0;
  let end = 0;
  let previousEnd = 0;
  for (const { offset, length } of content.extents) {
    if (offset < previousEnd || offset + length > content.size) {
      throw new FledgeError('internal', `the extents of a file from ${content.spool.label} are not in order`);
    }
    if (length === 0) continue;
    previousEnd = offset + length;
    const first = Math.floor(offset / BLOCK_SIZE);
    if (first > end) {
      if (end > start) yield { logical: start, length: end - start };
      start = first;
    }
    end = blocksFor(previousEnd);
  }
  if (end > start) yield { logical: start, length: end - start };
}

function fitsOneBlock({ names }: DirectoryPlan): boolean {
  let size = DOT_ENTRIES_SIZE;
  for (const name of names) size += directoryEntrySize(name);
  return size <= DIRECTORY_BLOCK_ROOM;
}
