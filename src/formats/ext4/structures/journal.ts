// Documentation/filesystems/ext4/journal.rst. An empty journal is its superblock and zeros. It has no features: the
// kernel adds checksums and 64-bit block numbers when it mounts the file system, as for images from mke2fs.

const MAGIC = 0xc03b_3998;
const SUPERBLOCK_V2 = 4;
const FIELD = {
  magic: 0,
  blockType: 4,
  blockSize: 12,
  length: 16,
  firstLogBlock: 20,
  firstSequence: 24,
  uuid: 48,
  users: 64,
} as const;

/** The number of blocks of the journal in a file system with fewer than `below` blocks: the table of mke2fs. */
const SIZES: readonly (readonly [below: number, blocks: number])[] = [
  [32_768, 1024],
  [256 * 1024, 4096],
  [512 * 1024, 8192],
  [4096 * 1024, 16_384],
  [8192 * 1024, 32_768],
  [16_384 * 1024, 65_536],
  [32_768 * 1024, 131_072],
  [Number.POSITIVE_INFINITY, 262_144],
];

/** The size of the journal of a file system with `blockCount` blocks, in blocks. */
export function journalBlocksFor(blockCount: number): number {
  return SIZES.find(([below]) => blockCount < below)?.[1] ?? 0;
}

/** Writes the first block of an empty journal. `block` must be zero before. */
export function encodeJournalSuperblock(block: Buffer, journalBlocks: number, uuid: Uint8Array): void {
  block.writeUInt32BE(MAGIC, FIELD.magic);
  block.writeUInt32BE(SUPERBLOCK_V2, FIELD.blockType);
  block.writeUInt32BE(block.length, FIELD.blockSize);
  block.writeUInt32BE(journalBlocks, FIELD.length);
  block.writeUInt32BE(1, FIELD.firstLogBlock);
  block.writeUInt32BE(1, FIELD.firstSequence);
  block.set(uuid, FIELD.uuid);
  block.writeUInt32BE(1, FIELD.users);
}
