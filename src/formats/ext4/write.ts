import type { ByteString } from '../../support/byte-string.ts';
import type { Content } from '../../tree/entry.ts';
import type { ImageSink } from '../byte-sink.ts';
import { ContentOpener } from '../content-reader.ts';
import { BlockWriter, type OnMetadata } from './block-writer.ts';
import { BLOCK_SIZE, INODES_PER_BLOCK, JOURNAL_INODE, MIN_SLOW_SYMLINK_SIZE } from './format.ts';
import { encodeBlockBitmap, encodeGroupDescriptors, encodeInodeBitmap, usedInodesOf } from './group-table.ts';
import { encodeInodes, journalMapping } from './inode-table.ts';
import type { Placement } from './plan/allocator.ts';
import { type FixedPart, fixedParts } from './plan/geometry.ts';
import type { DirectoryPlan } from './plan/inode-list.ts';
import { countDirectoryBlocks } from './plan/layout.ts';
import type { Ext4Plan, PlanDetails } from './plan/plan.ts';
import { type DirectoryEntry, dotEntries, encodeDirectoryBlock } from './structures/directory.ts';
import { encodeIndexedDirectory } from './structures/directory-index.ts';
import { encodeExtentNodes } from './structures/extent-tree.ts';
import { inodeChecksumSeed } from './structures/inode.ts';
import { encodeJournalSuperblock } from './structures/journal.ts';
import { encodeSuperblock, SUPERBLOCK_SIZE } from './structures/superblock.ts';
import { encodeXattrBlock, type StoredXattr } from './structures/xattr.ts';

/** The primary superblock is after the historical boot sector. Backups are at the beginning of their block. */
const SUPERBLOCK_OFFSET = 1024;

/**
 * Writes the planned image, from its first byte to its last, and returns its size in bytes. Unused parts are holes. All
 * written blocks that are not contents of files are also passed to `onMetadata`.
 *
 * @throws FledgeError `input` for a host file that cannot be read or has changed; otherwise as the sink does.
 */
export async function writeExt4(
  { size, details }: Ext4Plan,
  sink: ImageSink,
  onMetadata?: OnMetadata,
): Promise<{ readonly size: number }> {
  await new ImageWriter(details, new BlockWriter(sink, onMetadata)).write();
  return { size };
}

class ImageWriter {
  readonly #plan: PlanDetails;
  readonly #writer: BlockWriter;
  readonly #contents = new ContentOpener();
  readonly #descriptors: Buffer;
  readonly #fixed: Iterator<FixedPart, void, undefined>;
  #nextFixed: FixedPart | undefined;
  /** Reused buffers: one for the fixed parts, which are written between the others, and one for all others. */
  readonly #fixedBlock = Buffer.alloc(BLOCK_SIZE);
  readonly #block = Buffer.alloc(BLOCK_SIZE);

  constructor(plan: PlanDetails, writer: BlockWriter) {
    this.#plan = plan;
    this.#writer = writer;
    this.#descriptors = encodeGroupDescriptors(plan);
    this.#fixed = fixedParts(plan.geometry);
    this.#nextFixed = this.#takeFixed();
  }

  /** Writes the allocated blocks in the order of `layOut`, and the fixed parts between them. */
  async write(): Promise<void> {
    const { inodes, geometry, layout } = this.#plan;
    await this.#writeJournal(layout.placementOf(JOURNAL_INODE));
    for (const number of inodes.numbers()) {
      const xattrs = inodes.xattrs.get(number)?.inBlock ?? [];
      if (xattrs.length > 0) await this.#writeXattrBlock(number, xattrs);
      const source = inodes.sources[number];
      const directory = inodes.directories.get(number);
      if (directory !== undefined) await this.#writeDirectory(directory);
      else if (source?.kind === 'symlink' && source.target.length >= MIN_SLOW_SYMLINK_SIZE) {
        await this.#writeSymlink(number, source.target);
      }
    }
    for (const number of inodes.numbers()) {
      const source = inodes.sources[number];
      if (source?.kind === 'file' && source.content.size > 0) await this.#writeFile(number, source.content);
    }
    await this.#advanceTo(geometry.blockCount);
    await this.#writer.finish();
  }

  /** Advances to a block, and writes the fixed parts before it. */
  async #advanceTo(block: number): Promise<void> {
    for (let part = this.#nextFixed; part !== undefined && part.block < block; part = this.#nextFixed) {
      this.#writer.skipTo(part.block);
      await this.#writeFixed(part);
      this.#nextFixed = this.#takeFixed();
    }
    this.#writer.skipTo(block);
  }

  async #writeFixed({ kind, group, block, length }: FixedPart): Promise<void> {
    switch (kind) {
      case 'superblock':
        await this.#writeSuperblock(group);
        return this.#writer.write(this.#descriptors);
      case 'block-bitmap':
        return this.#writeBitmap(encodeBlockBitmap(this.#plan, group));
      case 'inode-bitmap':
        return this.#writeBitmap(encodeInodeBitmap(this.#plan, group));
      case 'inode-table':
        await this.#writeInodeTable(group);
        this.#writer.skipTo(block + length);
    }
  }

  async #writeSuperblock(group: number): Promise<void> {
    const { geometry, inodes, identity, layout, journalBlocks, label, epoch } = this.#plan;
    const inodeCount = geometry.groupCount * geometry.inodesPerGroup;
    const fields = {
      blockCount: geometry.blockCount,
      freeBlocks: geometry.blockCount - geometry.fixedBlockCount - layout.taken,
      overheadBlocks: geometry.fixedBlockCount + journalBlocks,
      inodeCount,
      freeInodes: inodeCount - inodes.lastNumber,
      blocksPerGroup: geometry.blocksPerGroup,
      inodesPerGroup: geometry.inodesPerGroup,
      ...identity,
      label,
      time: epoch,
      journal: { block: journalMapping(this.#plan), size: journalBlocks * BLOCK_SIZE },
    };
    const block = cleared(this.#fixedBlock);
    const start = group === 0 ? SUPERBLOCK_OFFSET : 0;
    encodeSuperblock(block.subarray(start, start + SUPERBLOCK_SIZE), fields, group);
    await this.#writer.write(block);
  }

  /** Writes a bitmap. One that is not initialised remains a hole. */
  async #writeBitmap(bitmap: Buffer | undefined): Promise<void> {
    if (bitmap !== undefined) await this.#writer.write(bitmap);
  }

  /** Writes the blocks of the table that contain used inodes. */
  async #writeInodeTable(group: number): Promise<void> {
    const before = group * this.#plan.geometry.inodesPerGroup;
    const used = usedInodesOf(this.#plan, group);
    for (let index = 0; index < used; index += INODES_PER_BLOCK) {
      const block = cleared(this.#fixedBlock);
      encodeInodes(block, before + index + 1, this.#plan);
      await this.#writer.write(block);
    }
  }

  async #writeJournal({ extents, treeBlocks }: Placement): Promise<void> {
    const { journalBlocks, identity } = this.#plan;
    const superblock = cleared(this.#block);
    encodeJournalSuperblock(superblock, journalBlocks, identity.uuid);
    for (const { logical, physical, length } of extents) {
      await this.#advanceTo(physical);
      if (logical === 0) await this.#writer.write(superblock);
      this.#writer.skipTo(physical + length);
    }
    await this.#writeExtentNodes(JOURNAL_INODE, { extents, treeBlocks });
  }

  async #writeXattrBlock(number: number, xattrs: readonly StoredXattr[]): Promise<void> {
    const { layout, checksumSeed } = this.#plan;
    const { xattrBlock } = layout.placementOf(number);
    await this.#advanceTo(xattrBlock);
    await this.#writer.write(encodeXattrBlock(xattrs, xattrBlock, checksumSeed));
  }

  async #writeDirectory(directory: DirectoryPlan): Promise<void> {
    const { layout } = this.#plan;
    const { extents, treeBlocks } = layout.placementOf(directory.number);
    const blocks = this.#directoryBlocks(directory);
    for (const { physical, length } of extents) {
      await this.#advanceTo(physical);
      for (let count = 0; count < length; count++) {
        const { value } = blocks.next();
        if (value === undefined) throw new RangeError(`directory ${directory.number} has fewer blocks than planned`);
        await this.#writer.write(value);
      }
    }
    await this.#writeExtentNodes(directory.number, { extents, treeBlocks });
  }

  *#directoryBlocks(directory: DirectoryPlan): Generator<Buffer, void, undefined> {
    const { number, parent, names, children } = directory;
    const { indexes, inodes } = this.#plan;
    const inodeSeed = inodeChecksumSeed(this.#plan.checksumSeed, number);
    const entryAt = (position: number): DirectoryEntry => {
      const name = names[position];
      const inode = children[position] ?? 0;
      const kind = inodes.sources[inode]?.kind;
      if (name === undefined || kind === undefined) throw new RangeError(`directory ${number} has no name ${position}`);
      return { name, inode, kind };
    };
    const index = indexes.get(number);
    if (index !== undefined) {
      yield* encodeIndexedDirectory({ inode: number, parent, index, inodeChecksumSeed: inodeSeed, entryAt });
      return;
    }
    let entries = [...dotEntries(number, parent), ...names.map((_, position) => entryAt(position))];
    for (let left = countDirectoryBlocks(number, indexes); left > 0; left--) {
      const block = cleared(this.#block);
      encodeDirectoryBlock(block, entries, inodeSeed);
      yield block;
      entries = [];
    }
  }

  async #writeSymlink(number: number, target: ByteString): Promise<void> {
    const block = cleared(this.#block);
    block.write(target, 'latin1');
    for (const { physical } of this.#plan.layout.placementOf(number).extents) {
      await this.#advanceTo(physical);
      await this.#writer.write(block);
    }
  }

  async #writeFile(number: number, content: Content): Promise<void> {
    const { extents, treeBlocks } = this.#plan.layout.placementOf(number);
    const reader = this.#contents.open(content);
    try {
      for (const { logical, physical, length } of extents) {
        if (physical !== this.#writer.position) await this.#advanceTo(physical);
        const start = logical * BLOCK_SIZE;
        await this.#writer.writeContent(reader, start, Math.min(start + length * BLOCK_SIZE, content.size));
      }
    } finally {
      reader.close();
    }
    await this.#writeExtentNodes(number, { extents, treeBlocks });
  }

  async #writeExtentNodes(
    number: number,
    { extents, treeBlocks }: Pick<Placement, 'extents' | 'treeBlocks'>,
  ): Promise<void> {
    if (treeBlocks.length === 0) return;
    const nodes = encodeExtentNodes(extents, treeBlocks, inodeChecksumSeed(this.#plan.checksumSeed, number));
    for (const position of treeBlocks) {
      await this.#advanceTo(position);
      const { value } = nodes.next();
      if (value === undefined) throw new RangeError(`inode ${number} has fewer extents than planned`);
      await this.#writer.write(value);
    }
  }

  #takeFixed(): FixedPart | undefined {
    return this.#fixed.next().value ?? undefined;
  }
}

function cleared(block: Buffer): Buffer {
  return block.fill(0);
}
