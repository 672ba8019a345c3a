import type { ByteString } from '../../support/byte-string.ts';
import type { Entry, Inode } from '../../tree/entry.ts';
import { dataExtents } from '../directory/data-extents.ts';
import { MIN_IMAGE_SIZE, XFS_GEOMETRY } from './format.ts';

/** The block size in bytes. All other sizes in this file are in blocks. */
export const XFS_BLOCK = XFS_GEOMETRY.blockSize;
export const MIN_BLOCKS = MIN_IMAGE_SIZE / XFS_BLOCK;
export const LOG_BLOCKS = XFS_GEOMETRY.logSize / XFS_BLOCK;
/** Headers and empty trees of the allocation groups. */
const FIXED_BLOCKS = 16 * XFS_GEOMETRY.allocationGroups;

const INODE_SIZE = XFS_GEOMETRY.inodeSize;
/** The number of inodes per chunk. */
const CHUNK = 64;
/** The space in an inode after its core: for symbolic links, small directories, extent lists, extended attributes. */
const LITERAL_BYTES = INODE_SIZE - 176;
const EXTENTS_IN_INODE = LITERAL_BYTES / 16;
/** The approximate number of records per block of a tree that was filled in order. */
const EXTENTS_PER_BLOCK = 120;

/**
 * The kernel reserves a twentieth of the file system, 32 MiB at most, for the case that it is full (xfs_mount.c), and the
 * maximum size of trees that may grow (shared extents, free inodes): 0.7 % of all blocks.
 */
const MAX_RESERVE = 8192;
const RESERVE_PART = 20;
const TREE_RESERVE = 0.007;
const TREE_RESERVE_FIXED = 64;

/** The number of blocks that users can write to in a mounted image with `total` blocks, of which `free` are free. */
export function usableBlocks(total: number, free: number): number {
  return free - reservedBlocks(total);
}

/** The minimum size of an image with `used` blocks in use, without log and headers, and `usable` blocks for users. */
export function totalBlocks(used: number, usable: number): number {
  const wanted = used + usable + LOG_BLOCKS + FIXED_BLOCKS + TREE_RESERVE_FIXED;
  const small = Math.ceil(wanted / (1 - TREE_RESERVE - 1 / RESERVE_PART));
  const total = small / RESERVE_PART <= MAX_RESERVE ? small : Math.ceil((wanted + MAX_RESERVE) / (1 - TREE_RESERVE));
  return Math.max(MIN_BLOCKS, total);
}

function reservedBlocks(total: number): number {
  return Math.min(MAX_RESERVE, Math.floor(total / RESERVE_PART)) + Math.ceil(total * TREE_RESERVE) + TREE_RESERVE_FIXED;
}

/** Estimates the number of blocks for the entries of a tree. The caller corrects it with the result of mkfs.xfs. */
export function estimateBlocks(entries: Iterable<Entry>): number {
  const seen = new Set<Inode>();
  const namesByDirectory = new Map<string, { count: number; bytes: number }>();
  let blocks = 0;
  for (const { path, inode } of entries) {
    if (path !== '') addName(namesByDirectory, path);
    if (seen.has(inode)) continue;
    seen.add(inode);
    blocks += contentBlocks(inode) + xattrBlocks(inode.xattrs);
  }
  for (const names of namesByDirectory.values()) blocks += directoryBlocks(names);
  // One additional chunk for each allocation group.
  const chunks = Math.ceil(seen.size / CHUNK) + XFS_GEOMETRY.allocationGroups;
  return blocks + (chunks * CHUNK * INODE_SIZE) / XFS_BLOCK;
}

function addName(directories: Map<string, { count: number; bytes: number }>, path: ByteString): void {
  const slash = path.lastIndexOf('/');
  const parent = path.slice(0, Math.max(0, slash));
  const names = directories.get(parent) ?? { count: 0, bytes: 0 };
  names.count += 1;
  names.bytes += path.length - slash - 1;
  directories.set(parent, names);
}

function contentBlocks(inode: Inode): number {
  if (inode.kind === 'symlink') return inode.target.length > LITERAL_BYTES ? 1 : 0;
  if (inode.kind !== 'file') return 0;
  const extents = dataExtents(inode.content) ?? [[0, inode.content.size] as const];
  const data = extents.reduce((sum, [begin, end]) => sum + Math.ceil((end - begin) / XFS_BLOCK), 0);
  return data + (extents.length > EXTENTS_IN_INODE ? Math.ceil(extents.length / EXTENTS_PER_BLOCK) + 1 : 0);
}

/** Names and short values are in blocks of a tree; long values are in separate blocks, each with a header. */
function xattrBlocks(xattrs: ReadonlyMap<ByteString, Uint8Array>): number {
  let bytes = 0;
  let blocks = 0;
  for (const [name, value] of xattrs) {
    bytes += name.length + 16;
    if (value.length < XFS_BLOCK / 2) bytes += value.length;
    else blocks += Math.ceil(value.length / (XFS_BLOCK - 56));
  }
  return blocks + (bytes > 100 ? Math.ceil(bytes / (XFS_BLOCK * 0.7)) : 0);
}

/** Entries of 12 bytes and the name, rounded up to eight bytes; a hash of eight bytes for each; free space tables. */
function directoryBlocks({ count, bytes }: { readonly count: number; readonly bytes: number }): number {
  if (bytes + count * 8 + 6 <= LITERAL_BYTES) return 0;
  const data = Math.ceil((bytes + count * 16) / (XFS_BLOCK - 64));
  return data === 1 ? 1 : data + Math.ceil((count * 8) / (XFS_BLOCK * 0.5)) + 1;
}
