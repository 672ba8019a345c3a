import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { isAbsolute, join, resolve } from 'node:path';
import { type Environment, environmentValue } from '../support/environment.ts';
import { FledgeError, systemCodeOf } from '../support/errors.ts';
import { makeDirectories } from '../support/files/make-directories.ts';
import { removeAny } from '../support/files/remove-tree.ts';
import { removeStaleScratch, type Scratch, scratchFile } from '../support/files/scratch.ts';
import type { Reporter } from '../support/report/reporter.ts';
import { cacheError, ownDirectory, requireOwnCache } from './cache/own-directory.ts';
import { type CacheUse, openForUse } from './cache/use.ts';
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

/** The cache in `directory`, which is created when the first file is written to it. `use` is that of the build. */
export function openCache(directory: string, reporter: Reporter, use?: CacheUse): Cache {
  return {
    find: (sha256) => findIntact(directory, sha256, { reporter, use }),
    begin: (label) => beginFile(directory, label, use),
  };
}

/** True if the cache in `directory` has a file with this digest. The file is neither read nor marked as used. */
export function isCached(directory: string, sha256: string): boolean {
  return existsSync(placeOf(directory, sha256).path);
}

function placeOf(directory: string, sha256: string): { parent: string; path: string } {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new FledgeError('internal', `not a SHA-256: ${sha256}`);
  const parent = join(directory, 'sha256', sha256.slice(0, 2));
  return { parent, path: join(parent, sha256) };
}

async function findIntact(
  directory: string,
  sha256: string,
  { reporter, use }: { readonly reporter: Reporter; readonly use: CacheUse | undefined },
): Promise<CachedFile | undefined> {
  requireOwnCache(directory);
  use?.begin();
  const { path } = placeOf(directory, sha256);
  let handle: FileHandle | undefined;
  try {
    handle = await openForUse(path);
  } catch (error) {
    const code = systemCodeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    // A symlink, or a socket.
    if (code === 'ELOOP' || code === 'ENXIO') return evict(path, reporter);
    throw cacheError(directory, 'read the download cache', error);
  }
  if (handle === undefined) return undefined;
  try {
    const stats = await handle.stat();
    const found = stats.isFile() && stats.size <= MAX_BYTES ? await digestHandle(handle) : undefined;
    if (found?.sha256 !== sha256) return await evict(path, reporter);
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

async function beginFile(directory: string, label: string, use: CacheUse | undefined): Promise<IncomingFile> {
  const doing = `store ${label} in the download cache`;
  const waiting = join(directory, 'tmp');
  let scratch: Scratch;
  let handle: FileHandle;
  requireOwnCache(directory);
  try {
    makeDirectories(directory, { mode: 0o700 });
    await ownDirectory(waiting);
    removeStaleScratch(waiting);
    use?.begin();
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
        use?.added(size);
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
