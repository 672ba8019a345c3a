import { type ByteString, compareByteStrings, displayByteString } from '../support/byte-string.ts';
import type { LeafInode } from './entry.ts';
import type { FileTree } from './tree.ts';

/** How much of a tree is in one place. */
export interface ContentShare {
  /** A directory of the root, or a file in it; absolute, and as text for people. */
  readonly path: string;
  /** Bytes of the files in it, as their sizes say; holes count, and a file with several names counts once. */
  readonly size: number;
}

/** What fills a tree, by the names in its root; the largest first, and nothing that has no bytes. */
export function contentShares(tree: FileTree): ContentShare[] {
  const sizes = new Map<ByteString, number>();
  const counted = new Set<LeafInode>();
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
