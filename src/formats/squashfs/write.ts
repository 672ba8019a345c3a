import type { Content, Entry } from '../../tree/entry.ts';
import { compressorOf } from '../block-compressor.ts';
import type { ImageTarget } from '../byte-sink.ts';
import { ContentOpener } from '../content-reader.ts';
import { loadZstd } from '../zstd/load.ts';
import { BlockWriter } from './block-writer.ts';
import { findDuplicates } from './duplicates.ts';
import { type FileData, FileDataWriter } from './file-data.ts';
import { encodeCompressorOptions, encodeSuperblock, SUPERBLOCK_SIZE } from './format.ts';
import { InodeTables } from './inode-tables.ts';
import { encodeLookupTable } from './metadata.ts';
import { type Nodes, type NonDirectoryNode, nodesOf } from './nodes.ts';

/** The image is padded, because disks have whole sectors, and loop devices whole pages. */
const PADDING = 4096;

export interface SquashfsOptions {
  /** The level of zstd, 1 to 22. */
  readonly level: number;
  /** The number of compressor threads, 1 or more. It does not affect the output. */
  readonly workers: number;
  /** The time of the image in the superblock, in seconds since 1970. */
  readonly epoch: number;
}

/**
 * Writes the entries, in the byte order of their paths, as a squashfs 4.0 image compressed with zstd, and returns its size
 * in bytes. Equal files are stored once, and holes are not stored. The output depends only on the entries and the options
 * except `workers`.
 *
 * @throws FledgeError `format`, with the path, for an entry that squashfs cannot hold (a time outside of 1970 to 2106, an
 *   access control list, more than 65,535 owners); `input` for a host file that cannot be read or has changed; otherwise as
 *   the target does.
 */
export async function writeSquashfs(
  entries: Iterable<Entry>,
  target: ImageTarget,
  { level, workers, epoch }: SquashfsOptions,
): Promise<{ readonly size: number }> {
  const nodes = nodesOf(entries);
  const options = encodeCompressorOptions(level);
  const module = loadZstd();
  const blocks = new BlockWriter(target, { module, level, workers, start: SUPERBLOCK_SIZE + options.length });
  try {
    // The tables are created first, so that entries that do not fit are found before the compression.
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
      inodeCount: nodes.directories.length + nodes.nonDirectories.length,
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

/** Writes the contents of all files; of equal files only the first. */
async function writeFiles(
  { nonDirectories }: Nodes,
  writer: FileDataWriter,
): Promise<ReadonlyMap<NonDirectoryNode, FileData>> {
  const contents = nonDirectories.flatMap(({ inode }) => (inode.kind === 'file' ? [inode.content] : []));
  const duplicates = await findDuplicates(contents);
  const written = new Map<Content, FileData>();
  const data = new Map<NonDirectoryNode, FileData>();
  for (const node of nonDirectories) {
    if (node.inode.kind !== 'file' || node.inode.content.size === 0) continue;
    const content = duplicates.get(node.inode.content) ?? node.inode.content;
    const place = written.get(content) ?? (await writer.write(content));
    written.set(content, place);
    data.set(node, place);
  }
  writer.finish();
  return data;
}
