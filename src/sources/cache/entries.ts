import { type BigIntStats, lstatSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { systemCodeOf } from '../../support/errors.ts';
import { ORIGINS_FILE } from './origins.ts';
import { cacheError, requireOwnCache } from './own-directory.ts';

/** A content-addressed file of the cache. Its content may be damaged. */
export interface CacheEntry {
  /** Absolute if the cache is. */
  readonly path: string;
  /** `sha256:…`, which the file's name promises. */
  readonly digest: string;
  /** A file that was downloaded by itself, or a blob of an image. */
  readonly store: 'download' | 'image';
  /** In bytes. */
  readonly size: number;
  /** The time of the last use, in milliseconds since 1970. */
  readonly lastUsed: number;
  /** Identifies the file and its last use. */
  readonly stats: BigIntStats;
}

/** The contents of a cache directory. */
export interface CacheContents {
  readonly entries: readonly CacheEntry[];
  /** Paths in the cache that fledge has not created, or that another user or a link could change. They stay untouched. */
  readonly ignored: readonly string[];
}

/** The directories with cached files, relative to the cache; builds and the Actions cache know them, too. */
export const STORES = ['sha256', 'blobs'] as const;

/** Relative paths of cached files. */
const ENTRY_NAME =
  /^(?:sha256\/([0-9a-f]{2})\/(\1[0-9a-f]{62})|blobs\/(?:(sha256)\/([0-9a-f]{64})|(sha384)\/([0-9a-f]{96})|(sha512)\/([0-9a-f]{128})))$/;
/** Relative paths of directories with cached files or further directories. */
const DIRECTORY_NAME = /^(?:sha256(?:\/[0-9a-f]{2})?|blobs(?:\/sha(?:256|384|512))?)$/;
/** Other names in the cache that fledge creates. */
const OTHER_NAMES: readonly string[] = ['tmp', 'kernels', 'since', ORIGINS_FILE];

/** True if a path relative to the cache is that of a cached file. */
export function isEntryName(name: string): boolean {
  return ENTRY_NAME.test(name);
}

/**
 * Lists the files of a cache. Links are not followed, and directories of other users are not read. A missing cache is empty.
 *
 * @throws FledgeError `output` if another user can write to the cache.
 */
export function readCache(directory: string): CacheContents {
  requireOwnCache(directory);
  const entries: CacheEntry[] = [];
  const ignored: string[] = [];
  // The cache itself may be a link to another file system.
  const device = statSync(directory, { bigint: true, throwIfNoEntry: false })?.dev;
  const walk = (below: string): void => {
    for (const base of namesIn(join(directory, below))) {
      const name = below === '' ? base : `${below}/${base}`;
      if (OTHER_NAMES.includes(name)) continue;
      const path = join(directory, name);
      const stats = lstatOf(path);
      if (stats === undefined) continue;
      const entry = isTrusted(stats) && stats.dev === device ? entryAt(path, name, stats) : undefined;
      if (entry !== undefined) entries.push(entry);
      else if (stats.isDirectory() && stats.dev === device && DIRECTORY_NAME.test(name) && isTrusted(stats)) walk(name);
      else ignored.push(path);
    }
  };
  walk('');
  return { entries, ignored };
}

function entryAt(path: string, name: string, stats: BigIntStats): CacheEntry | undefined {
  const found = ENTRY_NAME.exec(name)?.slice(1);
  if (found === undefined || !stats.isFile()) return undefined;
  const [, download, ...image] = found;
  const [algorithm = 'sha256', hex = download] = image.filter((part) => part !== undefined);
  return {
    path,
    digest: `${algorithm}:${hex}`,
    store: download === undefined ? 'image' : 'download',
    size: Number(stats.size),
    lastUsed: Number(stats.mtimeMs),
    stats,
  };
}

/** Whether only this user and root can have written it. */
function isTrusted({ uid, mode }: BigIntStats): boolean {
  const user = BigInt(process.geteuid?.() ?? 0);
  return (uid === user || uid === 0n) && (mode & 0o022n) === 0n;
}

function namesIn(path: string): string[] {
  try {
    return readdirSync(path).sort();
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return [];
    throw cacheError(path, 'read the cache', error);
  }
}

function lstatOf(path: string): BigIntStats | undefined {
  return lstatSync(path, { bigint: true, throwIfNoEntry: false });
}
