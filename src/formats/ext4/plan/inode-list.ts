import { type ByteString, displayByteString } from '../../../support/byte-string.ts';
import { FledgeError } from '../../../support/errors.ts';
import type { DirectoryInode, Entry, Inode, LeafInode } from '../../../tree/entry.ts';
import { doesNotFit, requireEntryFits } from '../../entry-limits.ts';
import { LOST_AND_FOUND, LOST_AND_FOUND_INODE, ROOT_INODE } from '../format.ts';
import { EXT4_LIMITS } from '../limits.ts';
import { planXattrs, type XattrLayout } from '../structures/xattr.ts';

/** A directory of the image, before it has a place. */
export interface DirectoryPlan {
  readonly number: number;
  readonly path: ByteString;
  readonly parent: number;
  /** In the order of the entries, and the numbers of their inodes in the same order. */
  readonly names: ByteString[];
  readonly children: number[];
}

/**
 * The inodes of an image, before they have a place. An image may have hundreds of thousands, so there is no object for
 * each: what all have is an array by number, what few have a map.
 */
export interface InodeList {
  /** Inode numbers in use, but for the reserved ones, in ascending order: root, lost+found, then all without a gap. */
  numbers(): Iterable<number>;
  readonly lastNumber: number;
  readonly sources: readonly (Inode | undefined)[];
  /** How many names an inode has; a directory also its `.` and each `..` below it. */
  readonly links: readonly number[];
  readonly xattrs: ReadonlyMap<number, XattrLayout>;
  readonly directories: ReadonlyMap<number, DirectoryPlan>;
}

/**
 * Numbers the inodes of a tree in the order of its entries and collects the names of each directory. A lost+found is
 * added if the tree has none; it belongs to root, and was made at `epoch`, in seconds.
 *
 * @throws FledgeError `format` for an entry that ext4 cannot hold, naming it.
 */
export function listInodes(tree: Iterable<Entry>, epoch: number): InodeList {
  const sources: (Inode | undefined)[] = new Array(LOST_AND_FOUND_INODE + 1).fill(undefined);
  const links: number[] = new Array(LOST_AND_FOUND_INODE + 1).fill(0);
  const xattrs = new Map<number, XattrLayout>();
  const directories = new Map<number, DirectoryPlan>();
  const directoriesByPath = new Map<ByteString, DirectoryPlan>();
  const leafNumbers = new Map<LeafInode, number>();

  const add = (path: ByteString, source: Inode, number: number): void => {
    const layout = planXattrs(path, source.xattrs);
    if (layout !== undefined) xattrs.set(number, layout);
    sources[number] = source;
  };

  const addLink = (number: number): number => {
    const count = (links[number] ?? 0) + 1;
    links[number] = count;
    return count;
  };

  /** Puts a name into its directory, whose number is returned. */
  const addName = ({ path, name }: Entry, number: number): number => {
    const parent = parentOf(path, directoriesByPath);
    parent.names.push(name);
    parent.children.push(number);
    return parent.number;
  };

  const addDirectory = (entry: Entry, source: DirectoryInode): void => {
    const { path } = entry;
    requireEntryFits(entry, 1, EXT4_LIMITS);
    const number = path === '' ? ROOT_INODE : path === LOST_AND_FOUND ? LOST_AND_FOUND_INODE : sources.length;
    add(path, source, number);
    const parent = path === '' ? ROOT_INODE : addName(entry, number);
    // Its name and its `.`; the root has no name but a `..` of its own. Then its `..`, which is a name of its parent.
    links[number] = 2;
    if (path !== '') addLink(parent);
    const directory: DirectoryPlan = { number, path, parent, names: [], children: [] };
    directories.set(number, directory);
    directoriesByPath.set(path, directory);
  };

  const addLeaf = (entry: Entry, source: LeafInode): void => {
    const { path } = entry;
    if (path === LOST_AND_FOUND) {
      throw doesNotFit(path, 'ext4', `e2fsck keeps this name for a directory, not a ${source.kind}`);
    }
    const known = leafNumbers.get(source);
    const number = known ?? sources.length;
    requireEntryFits(entry, addLink(number), EXT4_LIMITS);
    if (known === undefined) {
      add(path, source, number);
      leafNumbers.set(source, number);
    }
    addName(entry, number);
  };

  for (const entry of tree) {
    const { inode } = entry;
    if (inode.kind === 'directory') addDirectory(entry, inode);
    else addLeaf(entry, inode);
  }
  if (!directories.has(LOST_AND_FOUND_INODE)) {
    const mtime = { seconds: epoch, nanoseconds: 0 };
    const inode: DirectoryInode = { kind: 'directory', mode: 0o700, uid: 0, gid: 0, mtime, xattrs: new Map() };
    addDirectory({ path: LOST_AND_FOUND, name: LOST_AND_FOUND, inode }, inode);
  }
  const lastNumber = sources.length - 1;
  return { numbers: () => numbersUpTo(lastNumber), lastNumber, sources, links, xattrs, directories };
}

function* numbersUpTo(lastNumber: number): Generator<number, void, undefined> {
  yield ROOT_INODE;
  for (let number = LOST_AND_FOUND_INODE; number <= lastNumber; number++) yield number;
}

function parentOf(path: ByteString, directories: ReadonlyMap<ByteString, DirectoryPlan>): DirectoryPlan {
  const parent = directories.get(path.slice(0, Math.max(0, path.lastIndexOf('/'))) as ByteString);
  if (parent !== undefined) return parent;
  throw new FledgeError('internal', `/${displayByteString(path)} comes before its directory`);
}
