import { closeSync, fsyncSync, lstatSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { FledgeError, writeFailureOf } from '../errors.ts';
import { scratchFile } from './scratch.ts';

/**
 * Creates or replaces a small text file by an atomic rename.
 *
 * @throws FledgeError `output` if it cannot be written, or the path is not a regular file.
 */
export function replaceFile(path: string, text: string): void {
  const present = lstatSync(path, { throwIfNoEntry: false });
  if (present !== undefined && !present.isFile()) {
    throw new FledgeError('output', `cannot write ${path}: it is not a regular file`, {
      fix: 'remove it, or replace it by a regular file',
    });
  }
  const scratch = scratchFile(dirname(path), 'text');
  try {
    const descriptor = openSync(scratch.path, 'wx', 0o666);
    try {
      const bytes = Buffer.from(text, 'utf8');
      for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
      // Without it, a crash could leave an empty file at the path.
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(scratch.path, path);
    scratch.release();
  } catch (error) {
    throw new FledgeError('output', `cannot write ${path}: ${writeFailureOf(error)}`, {
      cause: error,
      fix: `free some space, or make ${dirname(path)} a directory that you may write to`,
    });
  } finally {
    scratch.dispose();
  }
}
