import { closeSync, constants, futimesSync, lstatSync, mkdirSync, openSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf, systemCodeOf } from '../../support/errors.ts';
import { runningSince, type Scratch, scratchFile } from '../../support/files/scratch.ts';
import type { Reporter } from '../../support/report/reporter.ts';

/**
 * The use of a cache by one build.
 *
 * A build announces its use by a scratch file in the cache, and sets the mtime of each file that it uses. Nothing that was used
 * since the oldest running build began is pruned. This needs no lock: builds never wait, a killed build leaves only a file that is
 * recognised as such, and builds in containers and on other machines count, too.
 */
export interface CacheUse {
  /** Announces the use, if the cache exists. Called before a file is looked up or added. */
  begin(): void;
  /** Counts bytes that were added to the cache. */
  added(bytes: number): void;
  /** Prunes the cache to its size limit if files were added. Never throws: what was built is complete. */
  trim(): Promise<void>;
  /** Ends the use, and trims the cache. Does nothing when called again. */
  end(): Promise<void>;
}

export interface CacheUseOptions {
  readonly directory: string;
  /** In bytes; undefined for no limit. */
  readonly limit: number | undefined;
  readonly reporter: Reporter;
}

/** The label of the scratch files that announce a use. */
const LABEL = 'use';
/** Clocks of a file server and of machines that share it can differ. */
const CLOCK_SKEW_MS = 60_000;

/** The use of a cache; it begins with `begin`. */
export function cacheUse({ directory, limit, reporter }: CacheUseOptions): CacheUse {
  let announcement: Scratch | undefined;
  let added = 0;
  const trim = async (): Promise<void> => {
    if (added === 0 || limit === undefined) return;
    added = 0;
    try {
      const { pruneCache } = await import('./prune.ts');
      const { removed, freed } = await pruneCache(directory, { maxBytes: limit });
      if (removed.length > 0) {
        reporter.debug(`removed ${removed.length} files (${freed} bytes) from the cache, to keep its size limit`);
      }
    } catch (error) {
      reporter.debug(`cannot prune the cache: ${messageOf(error)}`);
    }
  };
  return {
    begin() {
      announcement ??= announce(directory, reporter);
    },
    added(bytes) {
      added += bytes;
    },
    trim,
    async end() {
      announcement?.dispose();
      announcement = undefined;
      await trim();
    },
  };
}

function announce(directory: string, reporter: Reporter): Scratch | undefined {
  const parent = join(directory, 'tmp');
  try {
    mkdirSync(parent, { mode: 0o700 });
  } catch (error) {
    // Without a cache there is nothing that could be pruned; it is announced when the first file is added.
    if (systemCodeOf(error) === 'ENOENT') return undefined;
  }
  const scratch = scratchFile(parent, LABEL);
  try {
    closeSync(openSync(scratch.path, 'wx', 0o600));
    return scratch;
  } catch (error) {
    // Nothing can be removed from a cache that is read-only. On a full disk, the mtimes still protect what was used.
    scratch.dispose();
    reporter.debug(`cannot announce the use of the cache: ${messageOf(error)}`);
    return undefined;
  }
}

/** Files of a cache that were used at this time or later are in use by a running build; undefined if none is running. */
export function inUseSince(directory: string): number | undefined {
  const times = runningSince(join(directory, 'tmp'), LABEL);
  return times.length === 0 ? undefined : Math.min(...times) - CLOCK_SKEW_MS;
}

/**
 * Opens a cached file for a use, and records the use in its mtime, which unlike the atime every file system keeps. Undefined if a
 * process that prunes has removed it meanwhile. The order matters: `removeEntry` moves a file away before it looks at the time.
 *
 * @throws the system's error, such as ENOENT, or ELOOP for a symbolic link.
 */
export async function openForUse(path: string): Promise<FileHandle | undefined> {
  const handle = await openForReading(path);
  try {
    const stats = await handle.stat({ bigint: true });
    if (stats.isFile()) {
      const now = new Date();
      try {
        futimesSync(handle.fd, now, now);
      } catch {
        // In a cache of root or on a read-only file system, nothing is pruned by this user.
      }
      if (lstatSync(path, { bigint: true, throwIfNoEntry: false })?.ino !== stats.ino) {
        await handle.close();
        return undefined;
      }
    }
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/**
 * Opens a cached file without following a link, and without waiting for the writer of a fifo.
 *
 * @throws the system's error.
 */
export function openForReading(path: string): Promise<FileHandle> {
  return open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
}
