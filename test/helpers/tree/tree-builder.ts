import { byteStringFromText } from '../../../src/support/byte-string.ts';
import type { Metadata, NonDirectoryInode, Timestamp } from '../../../src/tree/entry.ts';
import { FileTree } from '../../../src/tree/tree.ts';

/** The time of the entries, and of implied parents, in the trees of tests. */
export const TREE_TIME: Timestamp = { seconds: 1_704_067_200, nanoseconds: 0 };

const METADATA: Metadata = {
  mode: 0o644,
  uid: 0,
  gid: 0,
  mtime: TREE_TIME,
  xattrs: new Map(),
};

/** An inode with ordinary metadata, except for `change`. */
export function leaf(change: Partial<NonDirectoryInode>): NonDirectoryInode {
  return {
    ...METADATA,
    kind: 'file',
    content: { kind: 'bytes', size: 0, data: Buffer.alloc(0) },
    ...change,
  } as NonDirectoryInode;
}

/** A file of these bytes. */
export function file(data: string | Uint8Array, change: Partial<Metadata> = {}): NonDirectoryInode {
  const bytes = Buffer.from(data);
  return { ...METADATA, ...change, kind: 'file', content: { kind: 'bytes', size: bytes.length, data: bytes } };
}

/** A tree of the given leaves by path. */
export function treeOf(leaves: Iterable<readonly [path: string, inode: NonDirectoryInode]>): FileTree {
  const tree = new FileTree(METADATA.mtime);
  for (const [path, inode] of leaves) tree.put(byteStringFromText(path), inode);
  return tree;
}

/** Attributes by full name. */
export function xattrs(values: Readonly<Record<string, Uint8Array>>): Metadata['xattrs'] {
  return new Map(Object.entries(values).map(([name, value]) => [byteStringFromText(name), value]));
}

/** A tree with this many empty directories in /d. */
export function treeOfDirectories(count: number): FileTree {
  const tree = new FileTree(METADATA.mtime);
  for (let index = 0; index < count; index++) tree.putDirectory(byteStringFromText(`d/${index}`), METADATA);
  return tree;
}
