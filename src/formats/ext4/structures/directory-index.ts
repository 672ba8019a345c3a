import type { ByteString } from '../../../support/byte-string.ts';
import { crc32c, crc32cOfUint32 } from '../../crc32c.ts';
import { BLOCK_SIZE } from '../format.ts';
import {
  DIRECTORY_BLOCK_ROOM,
  type DirectoryEntry,
  directoryEntrySize,
  dotEntries,
  encodeDirectoryBlock,
  encodeDirectoryEntry,
  encodeUnusedEntry,
} from './directory.ts';
import { type HashSeed, hashName } from './half-md4.ts';

// Documentation/filesystems/ext4/directory.rst, "Hash Tree Directories". The first block is the root of the index. It is
// followed by the inner nodes, if one level is not enough, and then by the leaves, which are linear blocks.

/** half_md4. A flag in the superblock selects unsigned characters. */
const HASH_VERSION = 1;
const SELF_SIZE = 12;
const ROOT_INFO_START = 24;
const ROOT_INFO = { hashVersion: 4, size: 5, innerLevels: 6 } as const;
const ROOT_INFO_SIZE = 8;
const ROOT_ENTRIES_START = ROOT_INFO_START + ROOT_INFO_SIZE;
const NODE_ENTRIES_START = 8;
/** The first entry has capacity and count instead of a hash. */
const ENTRY = { capacity: 0, count: 2, hash: 0, block: 4 } as const;
const ENTRY_SIZE = 8;
const TAIL_SIZE = 8;
const TAIL_CHECKSUM = 4;

const ROOT_CAPACITY = (BLOCK_SIZE - ROOT_ENTRIES_START - TAIL_SIZE) / ENTRY_SIZE;
const NODE_CAPACITY = (BLOCK_SIZE - NODE_ENTRIES_START - TAIL_SIZE) / ENTRY_SIZE;

/** More would need a third level (large_dir). */
const MAX_INDEX_LEAVES = ROOT_CAPACITY * NODE_CAPACITY;

/** Positions are sorted as `hash / 2 * 2^22 + position` in one number of 53 bits. */
const POSITION_RANGE = 2 ** 22;

/** The distribution of a directory's names over the leaves of its index. */
export interface DirectoryIndex {
  /** Positions of names, by hash. */
  readonly order: Uint32Array;
  /** The index in `order` of the first name of each leaf. */
  readonly leafStarts: readonly number[];
  /** The smallest hash in each leaf; its lowest bit is set if the leaf before ends with a name of the same hash. */
  readonly leafHashes: readonly number[];
}

/**
 * Orders names by hash and fills leaves with them. Returns undefined if there are more names than an index of two levels can
 * hold.
 */
export function planDirectoryIndex(names: readonly ByteString[], seed: HashSeed): DirectoryIndex | undefined {
  if (names.length > POSITION_RANGE) return undefined;
  const keys = Float64Array.from(names, (name, position) => (hashName(name, seed) / 2) * POSITION_RANGE + position);
  keys.sort();
  const order = Uint32Array.from(keys, (key) => key % POSITION_RANGE);
  const leafStarts: number[] = [];
  const leafHashes: number[] = [];
  let room = 0;
  let previousHash = -1;
  for (const [rank, position] of order.entries()) {
    const size = directoryEntrySize(names[position] ?? ('' as ByteString));
    const hash = Math.floor((keys[rank] ?? 0) / POSITION_RANGE) * 2;
    if (size > room) {
      leafStarts.push(rank);
      leafHashes.push(hash === previousHash ? hash + 1 : hash);
      room = DIRECTORY_BLOCK_ROOM;
    }
    room -= size;
    previousHash = hash;
  }
  return leafStarts.length > MAX_INDEX_LEAVES ? undefined : { order, leafStarts, leafHashes };
}

/** The number of blocks of a directory with this index. */
export function countIndexedBlocks({ leafStarts }: DirectoryIndex): number {
  return 1 + countInnerNodes(leafStarts.length) + leafStarts.length;
}

/** A directory with its index. */
export interface IndexedDirectory {
  readonly inode: number;
  readonly parent: number;
  readonly index: DirectoryIndex;
  readonly inodeChecksumSeed: number;
  /** Returns the entry at a position in the list of names that was passed to `planDirectoryIndex`. */
  entryAt(position: number): DirectoryEntry;
}

/** The blocks of a hash-indexed directory, in order. The yielded buffer is reused for the next block. */
export function* encodeIndexedDirectory(directory: IndexedDirectory): Generator<Buffer, void, undefined> {
  const { order, leafStarts, leafHashes } = directory.index;
  const { inodeChecksumSeed } = directory;
  const nodeCount = countInnerNodes(leafStarts.length);
  const firstLeaf = 1 + nodeCount;
  const leaves = leafHashes.map((hash, leaf) => ({ hash, block: firstLeaf + leaf }));
  const nodes = Array.from({ length: nodeCount }, (_, node) => {
    return leaves.slice(node * NODE_CAPACITY, (node + 1) * NODE_CAPACITY);
  });
  const block = Buffer.alloc(BLOCK_SIZE);

  encodeRootHeader(block, directory, nodeCount > 0 ? 1 : 0);
  const top = nodeCount === 0 ? leaves : nodes.map((node, at) => ({ hash: node[0]?.hash ?? 0, block: 1 + at }));
  encodeIndexEntries(block, top, { start: ROOT_ENTRIES_START, capacity: ROOT_CAPACITY, inodeChecksumSeed });
  yield block;
  for (const node of nodes) {
    block.fill(0);
    encodeUnusedEntry(block, BLOCK_SIZE);
    encodeIndexEntries(block, node, { start: NODE_ENTRIES_START, capacity: NODE_CAPACITY, inodeChecksumSeed });
    yield block;
  }
  for (const [leaf, start] of leafStarts.entries()) {
    block.fill(0);
    const positions = order.subarray(start, leafStarts[leaf + 1] ?? order.length);
    encodeDirectoryBlock(
      block,
      Array.from(positions, (position) => directory.entryAt(position)),
      inodeChecksumSeed,
    );
    yield block;
  }
}

/** The number of nodes between the root and the leaves. */
function countInnerNodes(leafCount: number): number {
  return leafCount <= ROOT_CAPACITY ? 0 : Math.ceil(leafCount / NODE_CAPACITY);
}

/** For readers without support for indexes, the entry `..` covers the index. */
function encodeRootHeader(block: Buffer, { inode, parent }: IndexedDirectory, innerLevels: number): void {
  const [self, above] = dotEntries(inode, parent);
  encodeDirectoryEntry(block, 0, { ...self, size: SELF_SIZE });
  encodeDirectoryEntry(block, SELF_SIZE, { ...above, size: BLOCK_SIZE - SELF_SIZE });
  block.writeUInt8(HASH_VERSION, ROOT_INFO_START + ROOT_INFO.hashVersion);
  block.writeUInt8(ROOT_INFO_SIZE, ROOT_INFO_START + ROOT_INFO.size);
  block.writeUInt8(innerLevels, ROOT_INFO_START + ROOT_INFO.innerLevels);
}

function encodeIndexEntries(
  block: Buffer,
  entries: readonly { readonly hash: number; readonly block: number }[],
  { start, capacity, inodeChecksumSeed }: { start: number; capacity: number; inodeChecksumSeed: number },
): void {
  if (entries.length > capacity) throw new RangeError(`${entries.length} entries in a node for ${capacity}`);
  for (const [index, entry] of entries.entries()) {
    const at = start + index * ENTRY_SIZE;
    if (index > 0) block.writeUInt32LE(entry.hash, at + ENTRY.hash);
    block.writeUInt32LE(entry.block, at + ENTRY.block);
  }
  block.writeUInt16LE(capacity, start + ENTRY.capacity);
  block.writeUInt16LE(entries.length, start + ENTRY.count);
  // The checksum covers the used part, and the tail with a zero checksum.
  const used = block.subarray(0, start + entries.length * ENTRY_SIZE);
  const tail = block.subarray(start + capacity * ENTRY_SIZE);
  const checksum = crc32c(crc32c(inodeChecksumSeed, used), tail.subarray(0, TAIL_CHECKSUM));
  tail.writeUInt32LE(crc32cOfUint32(checksum, 0), TAIL_CHECKSUM);
}
