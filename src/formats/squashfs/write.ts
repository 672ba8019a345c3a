import type { Content, Entry } from '../../tree/entry.ts';
import { ContentOpener } from '../content-reader.ts';
import { BlockWriter, type ImageTarget } from './block-writer.ts';
import { compressorOf, loadCompressor } from './compressor.ts';
import { findDuplicates } from './duplicates.ts';
import { type FileData, FileDataWriter } from './file-data.ts';
import { encodeCompressorOptions, encodeSuperblock, SUPERBLOCK_SIZE } from './format.ts';
import { InodeTables } from './inode-tables.ts';
import { encodeLookupTable } from './metadata.ts';
import { type LeafNode, type Nodes, nodesOf } from './nodes.ts';

/** Disks have whole sectors, and loop devices whole pages. */
const PADDING = 4096;

export interface SquashfsOptions {
  /** Of zstd, 1 to 22. */
  readonly level: number;
  /** How many threads compress, 1 or more. The bytes do not depend on it. */
  readonly workers: number;
  /** Seconds since 1970 that the superblock tells as the image's time. */
  readonly epoch: number;
}

/**
 * Writes the entries, which come in the byte order of their paths, as a squashfs 4.0 image compressed with zstd, and
 * returns its size in bytes. Of equal files one is stored, and of holes nothing. The bytes depend on the entries and the
 * options only, and not on the number of threads.
 *
 * @throws FledgeError `format` for an entry that squashfs cannot hold (a time outside of 1970 to 2106, an access control
 *   list, more than 65,535 owners), naming it; `input` for a host file that cannot be read or is not as it was; what the
 *   target throws.
 */
export async function writeSquashfs(
  entries: Iterable<Entry>,
  target: ImageTarget,
  { level, workers, epoch }: SquashfsOptions,
): Promise<{ readonly size: number }> {
  const nodes = nodesOf(entries);
  const options = encodeCompressorOptions(level);
  const module = loadCompressor();
  const blocks = new BlockWriter(target, { module, level, workers, start: SUPERBLOCK_SIZE + options.length });
  try {
    // What cannot be held is found before anything is compressed.
    const compress = compressorOf(module, level);
    const tables = new InodeTables(nodes, compress);
    const files = new FileDataWriter(blocks, new ContentOpener());
    const data = await writeFiles(nodes, files);
    const sections = new Sections(await blocks.finish());
    const { inodes, directories, root } = await tables.encode(data);
    const inodeTable = sections.append(inodes);
    const directoryTable = sections.append(directories);
    const fragmentEntries = files.encodeFragments();
    const fragmentTable = sections.appendLookupTable(encodeLookupTable(fragmentEntries, sections.end, compress));
    const idEntries = tables.encodeIds();
    const idTable = sections.appendLookupTable(encodeLookupTable(idEntries, sections.end, compress));
    const xattrs = tables.xattrs.encode(sections.end);
    if (xattrs !== undefined) sections.append(xattrs.bytes);
    const size = sections.end;
    const paddedSize = Math.ceil(size / PADDING) * PADDING;
    sections.append(Buffer.alloc(paddedSize - size));
    target.writeAt(sections.bytes(), sections.start);
    const superblock = encodeSuperblock({
      inodeCount: nodes.directories.length + nodes.leaves.length,
      time: epoch,
      fragmentCount: fragmentEntries.length,
      idCount: idEntries.length,
      root,
      size,
      inodeTable,
      directoryTable,
      fragmentTable: fragmentEntries.length === 0 ? undefined : fragmentTable,
      idTable,
      xattrTable: xattrs?.header,
    });
    target.writeAt(Buffer.concat([superblock, options]), 0);
    return { size: paddedSize };
  } finally {
    await blocks.close();
  }
}

/** The tables after the data blocks, in the order of the image. Positions are in bytes from the beginning of the image. */
class Sections {
  readonly start: number;
  readonly #parts: Uint8Array[] = [];
  #end: number;

  constructor(start: number) {
    this.start = start;
    this.#end = start;
  }

  /** The position of the next section. */
  get end(): number {
    return this.#end;
  }

  /** Adds a section and returns its position. */
  append(bytes: Uint8Array): number {
    const position = this.#end;
    this.#parts.push(bytes);
    this.#end += bytes.length;
    return position;
  }

  /** Adds the blocks of a table and their index, and returns the position of the index, by which the table is found. */
  appendLookupTable({ blocks, index }: { readonly blocks: Uint8Array; readonly index: Uint8Array }): number {
    this.append(blocks);
    return this.append(index);
  }

  bytes(): Buffer {
    return Buffer.concat(this.#parts);
  }
}

/** Writes the contents of all files, and of equal ones the first. */
async function writeFiles({ leaves }: Nodes, writer: FileDataWriter): Promise<ReadonlyMap<LeafNode, FileData>> {
  const contents = leaves.flatMap(({ inode }) => (inode.kind === 'file' ? [inode.content] : []));
  const duplicates = await findDuplicates(contents);
  const written = new Map<Content, FileData>();
  const data = new Map<LeafNode, FileData>();
  for (const node of leaves) {
    if (node.inode.kind !== 'file' || node.inode.content.size === 0) continue;
    const content = duplicates.get(node.inode.content) ?? node.inode.content;
    const place = written.get(content) ?? (await writer.write(content));
    written.set(content, place);
    data.set(node, place);
  }
  writer.finish();
  return data;
}
