import { type ByteString, compareByteStrings, displayByteString } from '../support/byte-string.ts';
import type { NonDirectoryInode } from './entry.ts';
import type { FileTree } from './tree.ts';

/** The share of a tree that is in one directory of its root. */
export interface ContentShare {
  /** A directory or file in the root; absolute, displayable. */
  readonly path: string;
  /** Sum of the file sizes in bytes, holes included; a file with several names counts once. */
  readonly size: number;
}

/** The shares of a tree by the names in its root, the largest first. Names without bytes are left out. */
export function contentShares(tree: FileTree): ContentShare[] {
  const sizes = new Map<ByteString, number>();
  const counted = new Set<NonDirectoryInode>();
  for (const { top, inode } of tree.leaves()) {
    if (inode.kind !== 'file' || counted.has(inode)) continue;
    counted.add(inode);
    sizes.set(top, (sizes.get(top) ?? 0) + inode.content.size);
  }
  return [...sizes]
    .filter(([, size]) => size > 0)
    .sort(([a, sizeA], [b, sizeB]) => sizeB - sizeA || compareByteStrings(a, b))
    .map(([top, size]) => ({ path: `/${displayByteString(top)}`, size }));
}
