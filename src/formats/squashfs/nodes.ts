import type { ByteString } from '../../support/byte-string.ts';
import { FledgeError } from '../../support/errors.ts';
import type { DirectoryInode, Entry, Inode, NonDirectoryInode } from '../../tree/entry.ts';
import { requireEntryFits } from '../entry-limits.ts';
import { SQUASHFS_LIMITS } from './limits.ts';

/** An inode of the image. */
export interface Node {
  /** Its first path. */
  readonly path: ByteString;
  readonly inode: Inode;
  /** From 1 on, in the order of the paths. */
  readonly number: number;
  /** The link count. That of a directory counts its name, its `.` and each `..`, as in Unix file systems. */
  links: number;
}

export interface NonDirectoryNode extends Node {
  readonly inode: NonDirectoryInode;
}

export interface DirectoryNode extends Node {
  readonly inode: DirectoryInode;
  /** Undefined for the root. */
  readonly parent: DirectoryNode | undefined;
  /** In the byte order of their names. */
  readonly children: { readonly name: ByteString; readonly node: NonDirectoryNode | DirectoryNode }[];
}

export interface Nodes {
  /** Parents before their children; the root is the first. */
  readonly directories: readonly DirectoryNode[];
  readonly nonDirectories: readonly NonDirectoryNode[];
}

/**
 * The inodes of entries in the byte order of their paths.
 *
 * @throws FledgeError `format`, with the path, for an entry outside of the limits of squashfs.
 */
export function nodesOf(entries: Iterable<Entry>): Nodes {
  const directories = new Map<string, DirectoryNode>();
  const nonDirectories = new Map<Inode, NonDirectoryNode>();
  for (const entry of entries) {
    const { path, name, inode } = entry;
    const parent = path === '' ? undefined : directories.get(path.slice(0, Math.max(0, path.lastIndexOf('/'))));
    if (parent === undefined && path !== '')
      throw new FledgeError('internal', `${path} is before its directory in the tree`);
    const number = directories.size + nonDirectories.size + 1;
    if (inode.kind === 'directory') {
      requireEntryFits(entry, 1, SQUASHFS_LIMITS);
      const node: DirectoryNode = { path, inode, number, links: 2, parent, children: [] };
      directories.set(path, node);
      if (parent === undefined) continue;
      parent.links += 1;
      parent.children.push({ name, node });
    } else {
      const node: NonDirectoryNode = nonDirectories.get(inode) ?? { path, inode, number, links: 0 };
      nonDirectories.set(inode, node);
      node.links += 1;
      requireEntryFits(entry, node.links, SQUASHFS_LIMITS);
      parent?.children.push({ name, node });
    }
  }
  return { directories: [...directories.values()], nonDirectories: [...nonDirectories.values()] };
}
