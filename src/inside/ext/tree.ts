import { type ByteString, displayByteString } from '../../support/byte-string.ts';
import { damaged } from '../damage.ts';
import type { InsideEntry } from '../entry.ts';
import { deviceOf, type ExtInode, INODE_FLAG } from './inode.ts';
import type { ExtVolume } from './volume.ts';

const ROOT_INODE = 2;
/** The limit of Linux for a path (PATH_MAX). */
const MAX_PATH_BYTES = 4096;

/**
 * All names in a file system: a directory before what is in it, and the names of a directory in the order of their bytes.
 *
 * @throws UnreadableImage
 */
export async function* readExtTree(volume: ExtVolume): AsyncGenerator<InsideEntry> {
  const visited = new Set<number>();
  const waiting: { readonly path: ByteString; readonly inode: number }[] = [
    { path: '' as ByteString, inode: ROOT_INODE },
  ];
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
    const prefix = path === '' ? '' : `${path}/`;
    for (const { name, inode: number } of names.reverse()) {
      waiting.push({ path: `${prefix}${name}` as ByteString, inode: number });
    }
  }
}

async function entryOf(path: ByteString, inode: ExtInode, volume: ExtVolume): Promise<InsideEntry> {
  const { kind, mode, uid, gid, mtime, size, links, number: ino } = inode;
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
    allocated: allocatedBytes(inode, volume),
    links,
    ino,
    ...(kind === 'symlink' && { target: await volume.target(inode) }),
    ...((kind === 'char-device' || kind === 'block-device') && { device: deviceOf(inode) }),
    xattrs: () => volume.xattrs(inode),
    content: () => (kind === 'file' ? volume.content(inode) : nothing()),
  };
}

const SECTOR_BYTES = 512;

/** A hostile inode can have any number: it is at most the size of the file system. */
function allocatedBytes({ allocated, flags, size }: ExtInode, { superblock }: ExtVolume): number {
  if ((flags & INODE_FLAG.inlineData) !== 0) return size;
  const unit = (flags & INODE_FLAG.hugeFile) === 0 ? SECTOR_BYTES : superblock.blockSize;
  return Math.min(allocated * unit, superblock.blocks * superblock.blockSize);
}

async function* nothing(): AsyncGenerator<never> {}
