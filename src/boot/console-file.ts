import { type Stats, statSync } from 'node:fs';
import { FledgeError } from '../support/errors.ts';

/** A file that a boot reads, and what it is, such as `the artifact`. */
export interface BootInput {
  readonly path: string;
  readonly what: string;
}

/**
 * Checks that the text of a console can be written to a path without harm. Writing empties the file, so it must not be an input of
 * the boot; a block device would lose its content, and a fifo can block for ever.
 *
 * @throws FledgeError `usage`.
 */
export function checkConsoleFile(path: string, inputs: readonly BootInput[]): void {
  const found = statsOf(path);
  if (found === undefined) return;
  const input = inputs.find((candidate) => isSame(found, statsOf(candidate.path)));
  const problem = input?.what ?? (found.isFile() || found.isCharacterDevice() ? undefined : kindOf(found));
  if (problem === undefined) return;
  throw new FledgeError('usage', `cannot write the console to ${path}: it is ${problem}`, {
    fix: 'name another file with --console',
  });
}

/** Undefined if there is no such file, or it cannot be examined: opening it reports why. */
function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function isSame({ dev, ino }: Stats, other: Stats | undefined): boolean {
  return dev === other?.dev && ino === other.ino;
}

function kindOf(found: Stats): string {
  if (found.isDirectory()) return 'a directory';
  return found.isBlockDevice() ? 'a block device' : 'neither a file nor a terminal';
}
