import { type Stats, statSync } from 'node:fs';
import { lstat, mkdir } from 'node:fs/promises';
import { FledgeError, systemCodeOf, writeFailureOf } from '../../support/errors.ts';
import { shellWord } from '../../support/text.ts';

/**
 * Checks that only this user and root can write to a cache. A missing cache is accepted: it will be created that way.
 *
 * @throws FledgeError `output` with the command that fixes it.
 */
export function requireOwnCache(directory: string): void {
  let stats: Stats | undefined;
  try {
    stats = statSync(directory, { throwIfNoEntry: false });
  } catch (error) {
    throw cacheError(directory, 'use the cache', error);
  }
  if (stats !== undefined) requireOwn(directory, stats);
}

function requireOwn(path: string, { uid, mode }: Stats): void {
  const user = process.geteuid?.() ?? uid;
  if (uid !== user && uid !== 0) {
    throw new FledgeError(
      'output',
      `cannot use the cache ${path}: it belongs to user ${uid}, and fledge runs as user ${user}`,
      {
        fix: 'set FLEDGE_CACHE_DIR to a directory of the user who builds',
      },
    );
  }
  if ((mode & 0o022) === 0) return;
  const writers = (mode & 0o002) === 0 ? 'its group' : 'every user';
  throw new FledgeError('output', `cannot use the cache ${path}: ${writers} can change its files`, {
    fix: `chmod go-w ${shellWord(path)}, or set FLEDGE_CACHE_DIR to another directory`,
  });
}

/** Creates a private directory, or checks an existing one. A symlink is refused: it would redirect writes. */
export async function ownDirectory(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: 0o700 });
  } catch (error) {
    if (systemCodeOf(error) !== 'EEXIST') throw error;
    const stats = await lstat(path);
    if (stats.isDirectory()) requireOwn(path, stats);
    else {
      throw new FledgeError('output', `cannot use ${path} of the download cache: it is not a directory`, {
        fix: 'remove it, or set FLEDGE_CACHE_DIR to another directory',
      });
    }
  }
}

/** The error for a failed operation on a cache; `doing` is what failed. Errors of fledge stay what they are. */
export function cacheError(directory: string, doing: string, error: unknown): FledgeError {
  if (error instanceof FledgeError) return error;
  const code = systemCodeOf(error);
  const full = code === 'ENOSPC' || code === 'EDQUOT';
  return new FledgeError('output', `cannot ${doing} ${directory}: ${writeFailureOf(error)}`, {
    cause: error,
    fix: full
      ? 'free some space, or set FLEDGE_CACHE_DIR to a directory on another disk'
      : 'set FLEDGE_CACHE_DIR to a directory that you can write to',
  });
}
