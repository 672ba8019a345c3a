import { type ByteString, compareByteStrings, displayByteString } from '../support/byte-string.ts';
import { MAX_NAME_BYTES } from '../support/linux-limits.ts';
import { noContent } from './content.ts';
import { damaged } from './damage.ts';
import type { InsideEntry, InsideKind, InsidePiece } from './entry.ts';
import { eachOf } from './entry-iterator.ts';

/** The limit of Linux for a path (PATH_MAX), with the NUL at its end. */
const MAX_PATH_BYTES = 4096;

/** An inode of any file system. */
export interface TreeInode
  extends Pick<InsideEntry, 'mode' | 'uid' | 'gid' | 'mtime' | 'size' | 'allocated' | 'links'> {
  readonly number: number;
  /** Undefined for a type that Linux does not have. */
  readonly kind: InsideKind | undefined;
  /** For devices. */
  readonly device?: InsideEntry['device'];
}

/** A name in a directory; `R` refers to an inode. */
export interface TreeName<R> {
  readonly name: ByteString;
  readonly inode: R;
}

/** A file system whose directories lead to its inodes. All functions throw UnreadableImage. */
export interface TreeVolume<I extends TreeInode, R> {
  readonly root: R;
  /** Not a promise if it is in memory. */
  inode(reference: R): I | Promise<I>;
  /** In any order, without `.` and `..`. The caller may change the array. */
  names(directory: I): Promise<TreeName<R>[]>;
  target(link: I): ByteString | Promise<ByteString>;
  xattrs(inode: I): Promise<ReadonlyMap<ByteString, Buffer>>;
  /** Of a file. */
  content(inode: I): AsyncGenerator<InsidePiece>;
}

/**
 * All names in a file system: a directory before what is in it, and the names of a directory in the order of their bytes.
 *
 * @throws UnreadableImage
 */
export function walkTree<I extends TreeInode, R>(volume: TreeVolume<I, R>): AsyncGenerator<InsideEntry> {
  return eachOf(walkInBatches(volume));
}

/** Entries that are read before the first of them is used. */
const BATCH = 256;

async function* walkInBatches<I extends TreeInode, R>(volume: TreeVolume<I, R>): AsyncGenerator<InsideEntry[]> {
  let batch: InsideEntry[] = [];
  let failure: { readonly error: unknown } | undefined;
  const walk = walkSteps(volume, (entry) => {
    batch.push(entry);
    return batch.length >= BATCH;
  });
  while (failure === undefined) {
    const ended = await walk.next().catch((error: unknown) => {
      failure = { error };
      return { done: true };
    });
    // What is before damage is good.
    if (batch.length > 0) yield batch;
    batch = [];
    if (ended.done === true) break;
  }
  if (failure !== undefined) throw failure.error;
}

/** Gives the entries to `add`, and stops when it returns true. */
async function* walkSteps<I extends TreeInode, R>(
  volume: TreeVolume<I, R>,
  add: (entry: InsideEntry) => boolean,
): AsyncGenerator<void> {
  const visited = new Set<number>();
  const waiting: { readonly path: ByteString; readonly inode: R }[] = [{ path: '' as ByteString, inode: volume.root }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { path } = next;
    if (path.length > MAX_PATH_BYTES) throw damaged('a path has more than 4096 bytes');
    const found = volume.inode(next.inode);
    const inode = found instanceof Promise ? await found : found;
    const isLink = inode.kind === 'symlink';
    const target = isLink ? await volume.target(inode) : undefined;
    if (add(entryOf(path, { inode, target }, volume))) yield;
    if (inode.kind !== 'directory') continue;
    if (visited.has(inode.number))
      throw damaged(`the directory /${displayByteString(path)} contains itself, or has two names`);
    visited.add(inode.number);
    const names = await volume.names(inode);
    sortNames(names);
    const prefix = path === '' ? '' : `${path}/`;
    for (const { name, inode: reference } of names.reverse()) {
      waiting.push({ path: `${prefix}${name}` as ByteString, inode: reference });
    }
  }
}

/**
 * Sorts names by their bytes, and checks them.
 *
 * @throws UnreadableImage for a name that is not possible, or that is there twice.
 */
function sortNames<R>(names: TreeName<R>[]): void {
  // Most file systems store them in order.
  if (names.some(({ name }, index) => index > 0 && (names[index - 1]?.name ?? '') >= name)) {
    names.sort((a, b) => compareByteStrings(a.name, b.name));
  }
  let previous: ByteString | undefined;
  for (const { name } of names) {
    if (name === '' || name === '.' || name === '..' || name.length > MAX_NAME_BYTES || /[/\0]/.test(name)) {
      throw damaged('a directory contains a name that is not possible');
    }
    if (name === previous) throw damaged(`a directory contains ${displayByteString(name)} twice`);
    previous = name;
  }
}

function entryOf<I extends TreeInode, R>(
  path: ByteString,
  { inode, target }: { readonly inode: I; readonly target: ByteString | undefined },
  volume: TreeVolume<I, R>,
): InsideEntry {
  const { kind, mode, uid, gid, mtime, size, allocated, links, number: ino, device } = inode;
  if (kind === undefined) throw damaged(`/${displayByteString(path)} has an unknown type`);
  if (path === '' && kind !== 'directory') throw damaged('its root is not a directory');
  return {
    path,
    kind,
    mode,
    uid,
    gid,
    mtime,
    size,
    ...(allocated !== undefined && { allocated }),
    links,
    ino,
    ...(target !== undefined && { target }),
    ...(device !== undefined && { device }),
    xattrs: () => volume.xattrs(inode),
    content: () => (kind === 'file' ? volume.content(inode) : noContent()),
  };
}
