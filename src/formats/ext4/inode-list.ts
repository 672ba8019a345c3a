import { type ByteString, displayByteString } from '../../support/byte-string.ts';
import { FledgeError } from '../../support/errors.ts';
import type { DirectoryInode, Entry, Inode, LeafInode, Metadata } from '../../tree/entry.ts';
import {
  doesNotFit,
  LOST_AND_FOUND,
  LOST_AND_FOUND_INODE,
  MAX_FILE_SIZE,
  MAX_LINKS,
  MAX_NAME_SIZE,
  MAX_SYMLINK_SIZE,
  ROOT_INODE,
} from './format.ts';
import { isStorableTime } from './inode.ts';
import { planXattrs, type XattrLayout } from './xattr.ts';

const MAX_OWNER = 2 ** 32 - 2;
const MAX_MODE = 0o7777;
const MAX_NANOSECONDS = 999_999_999;
/** What the kernel's dev_t holds: 12 bits and 20 bits. */
const MAX_MAJOR = 2 ** 12 - 1;
const MAX_MINOR = 2 ** 20 - 1;

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
    const layout = checkMetadata(path, source);
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
    parent.names.push(requireName(path, name));
    parent.children.push(number);
    return parent.number;
  };

  const addDirectory = (entry: Entry, source: DirectoryInode): void => {
    const { path } = entry;
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
    if (path === LOST_AND_FOUND) throw doesNotFit(path, `e2fsck keeps this name for a directory, not a ${source.kind}`);
    let number = leafNumbers.get(source);
    if (number === undefined) {
      checkBody(path, source);
      number = sources.length;
      add(path, source, number);
      leafNumbers.set(source, number);
    }
    addName(entry, number);
    const count = addLink(number);
    if (count > MAX_LINKS) {
      throw doesNotFit(path, `it is name ${count} of a file, which has at most ${MAX_LINKS}`);
    }
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

function requireName(path: ByteString, name: ByteString): ByteString {
  if (name.length > MAX_NAME_SIZE) {
    throw doesNotFit(path, `its name has ${name.length} bytes, over ${MAX_NAME_SIZE}`);
  }
  if (name.includes('\0')) throw doesNotFit(path, 'there is a zero byte in its name');
  return name;
}

function checkMetadata(path: ByteString, { mode, uid, gid, mtime, xattrs }: Metadata): XattrLayout | undefined {
  if (!isIntegerUpTo(MAX_MODE, mode)) throw doesNotFit(path, `its mode ${mode} has more than twelve bits`);
  if (!isIntegerUpTo(MAX_OWNER, uid)) throw doesNotFit(path, `its owner ${uid} is no user ID`);
  if (!isIntegerUpTo(MAX_OWNER, gid)) throw doesNotFit(path, `its group ${gid} is no group ID`);
  if (!isStorableTime(mtime)) {
    throw doesNotFit(path, `its time, ${mtime.seconds} s, lies outside of the years 1902 to 2309`);
  }
  if (!isIntegerUpTo(MAX_NANOSECONDS, mtime.nanoseconds)) {
    throw doesNotFit(path, `its time has ${mtime.nanoseconds} nanoseconds`);
  }
  return planXattrs(path, xattrs);
}

function checkBody(path: ByteString, inode: LeafInode): void {
  switch (inode.kind) {
    case 'file':
      if (!isIntegerUpTo(MAX_FILE_SIZE, inode.content.size)) {
        throw doesNotFit(path, `its size is ${inode.content.size} bytes, and files end at ${MAX_FILE_SIZE}`);
      }
      return;
    case 'symlink':
      if (inode.target.length === 0) throw doesNotFit(path, 'it is a symbolic link to nothing');
      if (inode.target.includes('\0')) throw doesNotFit(path, 'there is a zero byte in its target');
      if (inode.target.length > MAX_SYMLINK_SIZE) {
        throw doesNotFit(path, `its target has ${inode.target.length} bytes, over ${MAX_SYMLINK_SIZE}`);
      }
      return;
    case 'char-device':
    case 'block-device':
      if (!isIntegerUpTo(MAX_MAJOR, inode.major) || !isIntegerUpTo(MAX_MINOR, inode.minor)) {
        throw doesNotFit(path, `its device number ${inode.major}:${inode.minor} is over ${MAX_MAJOR}:${MAX_MINOR}`);
      }
      return;
    case 'fifo':
      return;
  }
}

function isIntegerUpTo(maximum: number, value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= maximum;
}
