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

// Documentation/filesystems/ext4/directory.rst, "Hash Tree Directories". The first block is the root of the index;
// behind it stand the inner nodes, if one level is not enough, and then the leaves, which are linear blocks.

/** half_md4; the superblock says that characters are unsigned. */
const HASH_VERSION = 1;
const SELF_SIZE = 12;
const ROOT_INFO_START = 24;
const ROOT_INFO = { hashVersion: 4, size: 5, innerLevels: 6 } as const;
const ROOT_INFO_SIZE = 8;
const ROOT_ENTRIES_START = ROOT_INFO_START + ROOT_INFO_SIZE;
const NODE_ENTRIES_START = 8;
/** The first entry has no hash: capacity and count stand in its place. */
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

/** How the names of a directory are spread over the leaves of its index. */
export interface DirectoryIndex {
  /** Positions of names, by hash. */
  readonly order: Uint32Array;
  /** Where in `order` each leaf begins. */
  readonly leafStarts: readonly number[];
  /** The smallest hash in each leaf; its lowest bit is set if the leaf before ends with a name of the same hash. */
  readonly leafHashes: readonly number[];
}

/**
 * Orders names by hash and fills leaves with them, or returns undefined for more names than an index of two levels can
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

/** How many blocks a directory with this index has. */
export function countIndexedBlocks({ leafStarts }: DirectoryIndex): number {
  return 1 + countInnerNodes(leafStarts.length) + leafStarts.length;
}

/** The directory that an index is for. */
export interface IndexedDirectory {
  readonly inode: number;
  readonly parent: number;
  readonly index: DirectoryIndex;
  readonly inodeChecksumSeed: number;
  /** The entry at a position of the names that were planned with. */
  entryAt(position: number): DirectoryEntry;
}

/** The blocks of a hash-indexed directory, in order. The buffer that is yielded is used again for the next one. */
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

/** How many nodes stand between the root and so many leaves. */
function countInnerNodes(leafCount: number): number {
  return leafCount <= ROOT_CAPACITY ? 0 : Math.ceil(leafCount / NODE_CAPACITY);
}

/** To readers that know of no index, `..` covers it. */
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
  // The checksum covers what is in use, and the tail with a zero in the checksum's place.
  const used = block.subarray(0, start + entries.length * ENTRY_SIZE);
  const tail = block.subarray(start + capacity * ENTRY_SIZE);
  const checksum = crc32c(crc32c(inodeChecksumSeed, used), tail.subarray(0, TAIL_CHECKSUM));
  tail.writeUInt32LE(crc32cOfUint32(checksum, 0), TAIL_CHECKSUM);
}
