import { constants, type Stats } from 'node:fs';
import { type FileHandle, lstat, open, readlink, realpath, stat } from 'node:fs/promises';
import { type ByteString, byteStringFromBytes, bytesOf, displayByteString } from '../support/byte-string.ts';
import { FledgeError, readFailureOf, systemCodeOf } from '../support/errors.ts';

/** A file of this machine, with its state when it was read. */
export interface HostNode {
  readonly path: ByteString;
  readonly stats: Stats;
}

export type NodeKind = 'file' | 'symlink' | 'directory' | 'char-device' | 'block-device' | 'fifo' | 'socket';

/**
 * The file at a path, or undefined if there is none. `links` decides whether a link is followed.
 *
 * @throws FledgeError `input`, naming the path.
 */
export async function nodeAt(path: ByteString, links: 'follow' | 'keep'): Promise<HostNode | undefined> {
  try {
    return { path, stats: await (links === 'follow' ? stat : lstat)(bytesOf(path)) };
  } catch (error) {
    const code = systemCodeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw unreadable(path, error);
  }
}

/**
 * The file with a name below a directory, or undefined if there is none. Links are followed if they stay below the
 * directory.
 *
 * @throws FledgeError `input` if the path leads out of the directory, or cannot be read.
 */
export async function nodeBelow(directory: ByteString, name: ByteString): Promise<HostNode | undefined> {
  const path = `${directory}/${name}` as ByteString;
  const node = await nodeAt(path, 'follow');
  if (node === undefined) return undefined;
  try {
    const [root, target] = [await realPathOf(directory), await realPathOf(path)];
    if (target.startsWith(root === '/' ? '/' : `${root}/`)) return { path: target, stats: node.stats };
  } catch (error) {
    throw unreadable(path, error);
  }
  throw new FledgeError(
    'input',
    `cannot read ${displayByteString(path)}: it is a link that leads out of ${displayByteString(directory)}`,
    {
      fix: 'replace the link by the file itself',
    },
  );
}

async function realPathOf(path: ByteString): Promise<ByteString> {
  return byteStringFromBytes(await realpath(bytesOf(path), { encoding: 'buffer' }));
}

/** The kind of a file, by its mode. */
export function kindOf({ stats }: HostNode): NodeKind {
  if (stats.isFile()) return 'file';
  if (stats.isDirectory()) return 'directory';
  if (stats.isSymbolicLink()) return 'symlink';
  if (stats.isCharacterDevice()) return 'char-device';
  if (stats.isBlockDevice()) return 'block-device';
  return stats.isFIFO() ? 'fifo' : 'socket';
}

/**
 * The target of a symbolic link, displayable.
 *
 * @throws FledgeError `input`, naming the link.
 */
export async function targetOf({ path }: HostNode): Promise<string> {
  try {
    return displayByteString(byteStringFromBytes(await readlink(bytesOf(path), { encoding: 'buffer' })));
  } catch (error) {
    throw unreadable(path, error);
  }
}

/**
 * Opens a regular file, calls `work` and closes it. The open does not block if a fifo has replaced the file since.
 *
 * @throws FledgeError `input`, naming the file, if it cannot be read or is not a regular file any more.
 */
export async function withFile<T>(path: ByteString, work: (handle: FileHandle) => Promise<T>): Promise<T> {
  try {
    const handle = await open(bytesOf(path), constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      if (!(await handle.stat()).isFile()) {
        throw new FledgeError('input', `cannot read ${displayByteString(path)}: it is not a regular file any more`);
      }
      return await work(handle);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** The error to throw for a file that cannot be read; a FledgeError is returned unchanged. */
export function unreadable(path: ByteString, error: unknown): unknown {
  if (error instanceof FledgeError || systemCodeOf(error) === undefined) return error;
  const reason = readFailureOf(error);
  return new FledgeError('input', `cannot read ${displayByteString(path)}: ${reason}`, { cause: error });
}
