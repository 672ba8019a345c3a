import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { FledgeError, readFailureOf, systemCodeOf } from '../support/errors.ts';
import { FileTooLarge, NotRegularFile, openRegularFile } from '../support/files/regular-file.ts';

/** A file on this machine and its digest. */
export interface LocalFile {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** 64 lower-case hexadecimal digits. */
  readonly sha256: string;
  /** Its source for a provenance record: a redacted URL, or a `file:` URL. */
  readonly uri: string;
}

export interface FileDigest {
  readonly size: number;
  readonly sha256: string;
}

const READ_BYTES = 1024 * 1024;

/**
 * Size and SHA-256 of a regular file, read as a stream. Symlinks are followed; a file of another type is not opened.
 *
 * @throws FledgeError `input`; `label` is the file's name in messages.
 */
export async function digestFile(path: string, options: { label: string; maxBytes: number }): Promise<FileDigest> {
  const { label, maxBytes } = options;
  try {
    const handle = await openRegularFile(path);
    try {
      const { size } = await handle.stat();
      if (size > maxBytes) throw new FileTooLarge(path, size, maxBytes);
      return await digestHandle(handle, maxBytes);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof NotRegularFile) {
      throw new FledgeError('input', `cannot use ${path} as ${label}: it is ${error.kind}, not a regular file`, {
        fix: `set the path of ${label} to a regular file`,
      });
    }
    if (error instanceof FileTooLarge) {
      const message = `cannot use ${path} as ${label}: it has ${error.bytes} bytes, and the limit is ${maxBytes}`;
      throw new FledgeError('input', message);
    }
    throw new FledgeError('input', `cannot read ${label} from ${path}: ${readFailureOf(error)}`, {
      cause: error,
      fix:
        systemCodeOf(error) === 'EACCES'
          ? 'make it readable for the user who builds'
          : `check the path of ${label}; a relative path starts at the directory of fledge.toml`,
    });
  }
}

/**
 * Size and SHA-256 of the content of an open file, read from its start in pieces of 1 MiB. `onRead` is called after each piece
 * with the number of bytes so far.
 *
 * @throws FileTooLarge if the content is longer than `maxBytes`, whatever size stat(2) has returned. Default: no limit.
 */
export async function digestHandle(
  handle: FileHandle,
  maxBytes = Number.POSITIVE_INFINITY,
  onRead: (size: number) => void = () => {},
): Promise<FileDigest> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(READ_BYTES);
  let size = 0;
  for (;;) {
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, size);
    if (bytesRead === 0) return { size, sha256: hash.digest('hex') };
    hash.update(buffer.subarray(0, bytesRead));
    size += bytesRead;
    if (size > maxBytes) throw new FileTooLarge('the file', size, maxBytes);
    onRead(size);
  }
}
