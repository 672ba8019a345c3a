import { type ByteString, displayByteString } from '../../../support/byte-string.ts';
import { FledgeError } from '../../../support/errors.ts';
import type { DirectoryInode, Entry, Inode, NonDirectoryInode } from '../../../tree/entry.ts';
import { doesNotFit, requireEntryFits } from '../../entry-limits.ts';
import { LOST_AND_FOUND, LOST_AND_FOUND_INODE, ROOT_INODE } from '../format.ts';
import { EXT4_LIMITS } from '../limits.ts';
import { planXattrs, type XattrLayout } from '../structures/xattr.ts';

/** A directory of the image, before blocks are allocated. */
export interface DirectoryPlan {
  readonly number: number;
  readonly path: ByteString;
  readonly parent: number;
  /** The names in the order of the entries, and the numbers of their inodes in the same order. */
  readonly names: ByteString[];
  readonly children: number[];
}

/**
 * The inodes of an image, before blocks are allocated. An image can have hundreds of thousands, so they are not objects:
 * common properties are arrays by number, rare ones are maps.
 */
export interface InodeList {
  /** The used inode numbers, except the reserved ones, in ascending order: root, lost+found, then the others without gaps. */
  numbers(): Iterable<number>;
  readonly lastNumber: number;
  readonly sources: readonly (Inode | undefined)[];
  /** The link counts: the number of names of an inode, and for a directory also its `.` and each `..` below it. */
  readonly links: readonly number[];
  readonly xattrs: ReadonlyMap<number, XattrLayout>;
  readonly directories: ReadonlyMap<number, DirectoryPlan>;
}

/**
 * Numbers the inodes of a tree in the order of its entries, and collects the names of each directory. If the tree has no
 * lost+found, it is added, with the owner root and the time `epoch`, in seconds since 1970.
 *
 * @throws FledgeError `format`, with the path, for an entry that ext4 cannot hold.
 */
export function listInodes(tree: Iterable<Entry>, epoch: number): InodeList {
  const sources: (Inode | undefined)[] = new Array(LOST_AND_FOUND_INODE + 1).fill(undefined);
  const links: number[] = new Array(LOST_AND_FOUND_INODE + 1).fill(0);
  const xattrs = new Map<number, XattrLayout>();
  const directories = new Map<number, DirectoryPlan>();
  const directoriesByPath = new Map<ByteString, DirectoryPlan>();
  const nonDirectoryNumbers = new Map<NonDirectoryInode, number>();

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

  /** Adds a name to its directory, and returns the directory's number. */
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
    // Its name and its `.`. The root has no name, but its `..` leads to itself. Otherwise `..` is a link to the parent.
    links[number] = 2;
    if (path !== '') addLink(parent);
    const directory: DirectoryPlan = { number, path, parent, names: [], children: [] };
    directories.set(number, directory);
    directoriesByPath.set(path, directory);
  };

  const addNonDirectory = (entry: Entry, source: NonDirectoryInode): void => {
    const { path } = entry;
    if (path === LOST_AND_FOUND) {
      throw doesNotFit(path, 'ext4', `this name is reserved for a directory of e2fsck, and it is a ${source.kind}`);
    }
    const known = nonDirectoryNumbers.get(source);
    const number = known ?? sources.length;
    requireEntryFits(entry, addLink(number), EXT4_LIMITS);
    if (known === undefined) {
      add(path, source, number);
      nonDirectoryNumbers.set(source, number);
    }
    addName(entry, number);
  };

  for (const entry of tree) {
    const { inode } = entry;
    if (inode.kind === 'directory') addDirectory(entry, inode);
    else addNonDirectory(entry, inode);
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
  throw new FledgeError('internal', `/${displayByteString(path)} is before its directory in the tree`);
}
