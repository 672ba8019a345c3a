import { createHash } from 'node:crypto';
import { constants, existsSync, type Stats, statSync } from 'node:fs';
import { type FileHandle, lstat, mkdir, open } from 'node:fs/promises';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { type Environment, environmentValue } from '../support/environment.ts';
import { FledgeError, systemCodeOf, writeFailureOf } from '../support/errors.ts';
import { removeAny } from '../support/files/remove-tree.ts';
import { removeStaleScratch, type Scratch, scratchFile } from '../support/files/scratch.ts';
import type { Reporter } from '../support/report/reporter.ts';
import { shellWord } from '../support/text.ts';
import { digestHandle, type FileDigest } from './local-file.ts';

/** A file in the cache, verified just now. */
export interface CachedFile extends FileDigest {
  readonly path: string;
}

/** A file that is being written to the cache. It is not visible before `commit`; `discard` removes it. */
export interface IncomingFile {
  /** Appends to it. */
  write(chunk: Uint8Array): Promise<void>;
  /** The size and digest of the bytes written so far. */
  digest(): FileDigest;
  /** Syncs it and renames it to its final path, safe against a crash. `write` must not be called afterwards. */
  commit(): Promise<CachedFile>;
  /** Removes it. Does nothing after `commit`. */
  discard(): Promise<void>;
}

/**
 * A content-addressed directory of files (`sha256/ab/abcdef…`) that any number of builds may use concurrently. A file
 * is written in `tmp/` and renamed atomically, so that a killed build does not leave a partial file under a final name.
 */
export interface Cache {
  /** The file with this digest, if the cache has it and it is still intact; a damaged file is removed. */
  find(sha256: string): Promise<CachedFile | undefined>;
  /** Begins a new file. `label` names it in errors. */
  begin(label: string): Promise<IncomingFile>;
}

/**
 * The directory in `FLEDGE_CACHE_DIR` (relative to `cwd`), otherwise `fledge` in `XDG_CACHE_HOME`, otherwise
 * `~/.cache/fledge`. A relative XDG_CACHE_HOME is ignored, as the XDG base directory specification asks.
 */
export function cacheDirectoryOf(
  env: Environment,
  place: { readonly home: () => string; readonly cwd: string },
): string {
  const own = environmentValue(env, 'FLEDGE_CACHE_DIR');
  if (own !== undefined) return resolve(place.cwd, own);
  const xdg = environmentValue(env, 'XDG_CACHE_HOME');
  return xdg !== undefined && isAbsolute(xdg) ? join(xdg, 'fledge') : join(place.home(), '.cache', 'fledge');
}

/** The limit for a cached file; a larger file is not read. */
const MAX_BYTES = 1024 ** 3;

/** The cache in `directory`, which is created when the first file is written to it. */
export function openCache(directory: string, reporter: Reporter): Cache {
  return {
    find: (sha256) => findIntact(directory, sha256, reporter),
    begin: (label) => beginFile(directory, label),
  };
}

/** True if the cache in `directory` has a file with this digest. The file is neither read nor marked as used. */
export function isCached(directory: string, sha256: string): boolean {
  return existsSync(placeOf(directory, sha256).path);
}

/**
 * The times to set on a cached file that is used now, so that a cache can be pruned by last use. A failure to set them,
 * as in a cache of another user, is ignored.
 */
export function timeOfUse(): [accessed: Date, modified: Date] {
  const now = new Date();
  return [now, now];
}

function placeOf(directory: string, sha256: string): { parent: string; path: string } {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new FledgeError('internal', `not a SHA-256: ${sha256}`);
  const parent = join(directory, 'sha256', sha256.slice(0, 2));
  return { parent, path: join(parent, sha256) };
}

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

async function findIntact(directory: string, sha256: string, reporter: Reporter): Promise<CachedFile | undefined> {
  requireOwnCache(directory);
  const { path } = placeOf(directory, sha256);
  let handle: FileHandle;
  try {
    handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    const code = systemCodeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    // A symlink, or a socket.
    if (code === 'ELOOP' || code === 'ENXIO') return evict(path, reporter);
    throw cacheError(directory, 'read the download cache', error);
  }
  try {
    const stats = await handle.stat();
    const found = stats.isFile() && stats.size <= MAX_BYTES ? await digestHandle(handle) : undefined;
    if (found?.sha256 !== sha256) return await evict(path, reporter);
    await handle.utimes(...timeOfUse()).catch(() => {});
    return { path, ...found };
  } finally {
    await handle.close();
  }
}

async function evict(path: string, reporter: Reporter): Promise<undefined> {
  reporter.warn(`the cached file ${path} is damaged; it is removed and fetched again`, { code: 'cache' });
  try {
    removeAny(path);
  } catch {
    // The rename of the new file replaces it, or fails with the reason.
  }
  return undefined;
}

async function beginFile(directory: string, label: string): Promise<IncomingFile> {
  const doing = `store ${label} in the download cache`;
  const waiting = join(directory, 'tmp');
  let scratch: Scratch;
  let handle: FileHandle;
  requireOwnCache(directory);
  try {
    await makeDirectories(directory);
    await ownDirectory(waiting);
    removeStaleScratch(waiting);
    scratch = scratchFile(waiting, 'download');
  } catch (error) {
    throw cacheError(directory, doing, error);
  }
  try {
    handle = await open(scratch.path, 'wx', 0o600);
  } catch (error) {
    scratch.dispose();
    throw cacheError(directory, doing, error);
  }

  const hash = createHash('sha256');
  let size = 0;
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (!isOpen) return;
    isOpen = false;
    await handle.close();
  };
  return {
    async write(chunk) {
      hash.update(chunk);
      size += chunk.length;
      try {
        // write(2) may write fewer bytes than requested, as on a disk that is almost full.
        for (let done = 0; done < chunk.length; ) done += (await handle.write(chunk, done)).bytesWritten;
      } catch (error) {
        throw cacheError(directory, doing, error);
      }
    },
    digest: () => ({ size, sha256: hash.copy().digest('hex') }),
    async commit() {
      const sha256 = hash.copy().digest('hex');
      const { parent, path } = placeOf(directory, sha256);
      try {
        await handle.sync();
        await close();
        await ownDirectory(join(directory, 'sha256'));
        await ownDirectory(parent);
        scratch.moveTo(path);
      } catch (error) {
        throw cacheError(directory, doing, error);
      }
      return { path, size, sha256 };
    },
    async discard() {
      await close().catch(() => {});
      scratch.dispose();
    },
  };
}

/**
 * Creates a directory and its missing parents. mkdir's `recursive` is not used: below /proc, where mkdir fails with
 * ENOENT, Node retries it for ever.
 */
async function makeDirectories(path: string): Promise<void> {
  const create = async (): Promise<void> => {
    await mkdir(path, { mode: 0o700 }).catch((error: unknown) => {
      if (systemCodeOf(error) !== 'EEXIST') throw error;
    });
  };
  try {
    await create();
  } catch (error) {
    if (systemCodeOf(error) !== 'ENOENT' || dirname(path) === path) throw error;
    await makeDirectories(dirname(path));
    await create();
  }
}

/** Creates a private directory, or checks an existing one. A symlink is refused: it would redirect writes. */
async function ownDirectory(path: string): Promise<void> {
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

function cacheError(directory: string, doing: string, error: unknown): FledgeError {
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
