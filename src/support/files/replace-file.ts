import { closeSync, fsyncSync, lstatSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { FledgeError, writeFailureOf } from '../errors.ts';
import { scratchFile } from './scratch.ts';

/**
 * Writes a small text to a file that appears, or is another one, only when it is complete.
 *
 * @throws FledgeError `output` if it cannot be written, or something that is no file has the name.
 */
export function replaceFile(path: string, text: string): void {
  const present = lstatSync(path, { throwIfNoEntry: false });
  if (present !== undefined && !present.isFile()) {
    throw new FledgeError('output', `cannot write ${path}: something that is no regular file has this name`, {
      fix: 'remove it, or put a file in its place',
    });
  }
  const scratch = scratchFile(dirname(path), 'text');
  try {
    const descriptor = openSync(scratch.path, 'wx', 0o666);
    try {
      const bytes = Buffer.from(text, 'utf8');
      for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
      // So that a crash does not leave an empty file under the name.
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
