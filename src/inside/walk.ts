import { type ByteString, compareByteStrings, displayByteString } from '../support/byte-string.ts';
import { MAX_NAME_BYTES } from '../support/linux-limits.ts';
import { damaged } from './damage.ts';
import type { InsideEntry, InsideKind, InsidePiece } from './entry.ts';

/** The limit of Linux for a path (PATH_MAX). */
const MAX_PATH_BYTES = 4096;

/** An inode of any file system. */
export interface TreeInode extends Pick<InsideEntry, 'mode' | 'uid' | 'gid' | 'mtime' | 'size' | 'links'> {
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
  inode(reference: R): Promise<I>;
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
export async function* walkTree<I extends TreeInode, R>(volume: TreeVolume<I, R>): AsyncGenerator<InsideEntry> {
  const visited = new Set<number>();
  const waiting: { readonly path: ByteString; readonly inode: R }[] = [{ path: '' as ByteString, inode: volume.root }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { path } = next;
    if (path.length > MAX_PATH_BYTES) throw damaged('a path has more than 4096 bytes');
    const inode = await volume.inode(next.inode);
    yield await entryOf(path, inode, volume);
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

async function entryOf<I extends TreeInode, R>(
  path: ByteString,
  inode: I,
  volume: TreeVolume<I, R>,
): Promise<InsideEntry> {
  const { kind, mode, uid, gid, mtime, size, links, number: ino, device } = inode;
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
    links,
    ino,
    ...(kind === 'symlink' && { target: await volume.target(inode) }),
    ...(device !== undefined && { device }),
    xattrs: () => volume.xattrs(inode),
    content: () => (kind === 'file' ? volume.content(inode) : nothing()),
  };
}

async function* nothing(): AsyncGenerator<never> {}
