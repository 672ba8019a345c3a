import { closeSync, fsyncSync, lstatSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { FledgeError, systemCodeOf, writeFailureOf } from '../errors.ts';
import { shellWord } from '../text.ts';
import { scratchFile } from './scratch.ts';

/** Writes all bytes at a position: write(2) may write fewer than requested, as on a disk that is almost full. */
export function writeFully(descriptor: number, bytes: Uint8Array, position: number): void {
  for (let done = 0; done < bytes.length; ) {
    done += writeSync(descriptor, bytes, done, bytes.length - done, position + done);
  }
}

export interface PlaceOptions {
  /** The directory of the temporary file, on the same file system; default: the directory of the file. */
  readonly scratchDirectory?: string;
  /** The mode before the umask. */
  readonly mode: number;
  /** Whether a crash of the machine must not leave an empty or partial file, at the cost of an fsync. */
  readonly isDurable: boolean;
}

/**
 * Creates or replaces a file by an atomic rename: at each moment, its path has the old content or the whole new one. The
 * temporary file is removed after an error, and if a signal ends the process.
 */
export function placeFile(path: string, bytes: Uint8Array, options: PlaceOptions): void {
  const { scratchDirectory = dirname(path), mode, isDurable } = options;
  const scratch = scratchFile(scratchDirectory, 'file');
  try {
    const descriptor = openSync(scratch.path, 'wx', mode);
    try {
      writeFully(descriptor, bytes, 0);
      if (isDurable) fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    scratch.moveTo(path);
  } finally {
    scratch.dispose();
  }
}

/**
 * Creates or replaces a small text file of the user by an atomic rename.
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
  try {
    placeFile(path, Buffer.from(text, 'utf8'), { mode: 0o666, isDurable: true });
  } catch (error) {
    throw new FledgeError('output', `cannot write ${path}: ${writeFailureOf(error)}`, {
      cause: error,
      fix: fixOfReplacement(error, dirname(path)),
    });
  }
}

function fixOfReplacement(error: unknown, directory: string): string {
  switch (systemCodeOf(error)) {
    case 'ENOENT':
      return `create the directory: mkdir -p ${shellWord(directory)}`;
    case 'ENOSPC':
    case 'EDQUOT':
      return 'free some space, or write to another disk';
    default:
      return `make ${directory} a directory that you may write to`;
  }
}
