import { constants, type Stats } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { FledgeError } from '../errors.ts';

/** A path does not lead to a regular file; `kind` names its type, as in `a fifo`. */
export class NotRegularFile extends Error {
  override readonly name = 'NotRegularFile';
  readonly kind: string;

  constructor(path: string | Buffer, kind: string) {
    super(`${path} is ${kind}, not a regular file`);
    this.kind = kind;
  }
}

/** A file is larger than its limit. */
export class FileTooLarge extends Error {
  override readonly name = 'FileTooLarge';
  /** The number of bytes known when reading stopped; the file can be larger. */
  readonly bytes: number;

  constructor(path: string | Buffer, bytes: number, maxBytes: number) {
    super(`${path} has ${bytes} bytes; more than ${maxBytes} are not read`);
    this.bytes = bytes;
  }
}

/** The error for a file that was read before and has other bytes now. */
export function fileChanged(label: string): FledgeError {
  return new FledgeError('input', `cannot read ${label}: it changed during the build`, {
    fix: 'build again when no other process writes to the file',
  });
}

/** True if a path leads to a regular file; false if it does not, or cannot be examined. */
export function isRegularFile(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isFile(),
    () => false,
  );
}

/**
 * Opens an untrusted file for reading. Only a regular file is opened: opening another type can block for ever, or affect
 * a device. If a fifo replaces the file in the meantime, its open does not block. Links are followed.
 *
 * @throws NotRegularFile, or the error of the system.
 */
export async function openRegularFile(path: string | Buffer): Promise<FileHandle> {
  requireRegular(path, await stat(path));
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
  try {
    requireRegular(path, await handle.stat());
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/**
 * All bytes of an untrusted file. It does not read more than `maxBytes`, even if the size is wrong (files of /proc) or
 * grows.
 *
 * @throws NotRegularFile, FileTooLarge, or the error of the system.
 */
export async function readRegularFile(path: string | Buffer, maxBytes: number): Promise<Buffer> {
  const handle = await openRegularFile(path);
  try {
    return await readBounded(handle, path, maxBytes);
  } finally {
    await handle.close();
  }
}

/** The growth of the buffer for a file whose size from stat is wrong, beyond doubling. */
const GROWTH_BYTES = 64 * 1024;

/**
 * All bytes of an open file, from its start.
 *
 * @throws FileTooLarge, or the error of the system.
 */
export async function readBounded(handle: FileHandle, path: string | Buffer, maxBytes: number): Promise<Buffer> {
  const { size } = await handle.stat();
  if (size > maxBytes) throw new FileTooLarge(path, size, maxBytes);
  // One byte more than the size from stat shows whether the size is right. Such a read seldom needs a second buffer.
  let data = Buffer.allocUnsafeSlow(size + 1);
  let length = 0;
  for (;;) {
    if (length === data.length) data = Buffer.concat([data], Math.min(2 * length + GROWTH_BYTES, maxBytes + 1));
    const { bytesRead } = await handle.read(data, length, data.length - length, length);
    if (bytesRead === 0) return data.subarray(0, length);
    length += bytesRead;
    if (length > maxBytes) throw new FileTooLarge(path, length, maxBytes);
  }
}

function requireRegular(path: string | Buffer, stats: Stats): void {
  if (!stats.isFile()) throw new NotRegularFile(path, kindOfStats(stats));
}

/** The type of a file that is not regular. */
function kindOfStats(stats: Stats): string {
  if (stats.isDirectory()) return 'a directory';
  if (stats.isFIFO()) return 'a fifo';
  if (stats.isSocket()) return 'a socket';
  return 'a device';
}
