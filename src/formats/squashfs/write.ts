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
    const inodeTable = await blocks.finish();
    const { inodes, directories, root } = await tables.encode(data);
    const directoryTable = inodeTable + inodes.length;
    const fragmentStart = directoryTable + directories.length;
    const fragmentEntries = files.encodeFragments();
    const fragments = encodeLookupTable(fragmentEntries, fragmentStart, compress);
    const fragmentTable = fragmentStart + fragments.blocks.length;
    const idStart = fragmentTable + fragments.index.length;
    const idEntries = tables.encodeIds();
    const ids = encodeLookupTable(idEntries, idStart, compress);
    const idTable = idStart + ids.blocks.length;
    const xattrStart = idTable + ids.index.length;
    const xattrs = tables.xattrs.encode(xattrStart);
    const size = xattrStart + (xattrs?.bytes.length ?? 0);
    const paddedSize = Math.ceil(size / PADDING) * PADDING;
    const metadata = [
      inodes,
      directories,
      fragments.blocks,
      fragments.index,
      ids.blocks,
      ids.index,
      xattrs?.bytes ?? Buffer.alloc(0),
      Buffer.alloc(paddedSize - size),
    ];
    target.writeAt(Buffer.concat(metadata), inodeTable);
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
