import { type ByteString, displayByteString } from '../support/byte-string.ts';
import type { Content, NonDirectoryInode } from './entry.ts';
import type { FileTree } from './tree.ts';

/** Sizes of the files of a tree in bytes; a file with several names counts once. */
export interface TreeMeasure {
  /** The sum of the sizes, holes included. */
  readonly apparent: number;
  /** The sum of the data without holes. */
  readonly stored: number;
  /** The file with the most bytes in holes: its absolute path, displayable, and its size. */
  readonly sparsest: { readonly path: string; readonly size: number } | undefined;
}

/** Adds up the sizes of the files of a tree, without reading them. */
export function measureTree(tree: FileTree): TreeMeasure {
  const counted = new Set<NonDirectoryInode>();
  let apparent = 0;
  let stored = 0;
  let mostHoles = 0;
  let sparsest: { path: ByteString; size: number } | undefined;
  for (const { path, inode } of tree.entries()) {
    if (inode.kind !== 'file' || counted.has(inode)) continue;
    counted.add(inode);
    const { size } = inode.content;
    const data = storedBytes(inode.content);
    apparent += size;
    stored += data;
    if (size - data <= mostHoles) continue;
    mostHoles = size - data;
    sparsest = { path, size };
  }
  return {
    apparent,
    stored,
    sparsest: sparsest && { path: `/${displayByteString(sparsest.path)}`, size: sparsest.size },
  };
}

function storedBytes(content: Content): number {
  if (content.kind !== 'spool') return content.size;
  return content.extents.reduce((sum, { length }) => sum + length, 0);
}
