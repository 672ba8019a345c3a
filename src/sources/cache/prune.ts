import { lstatSync, renameSync, unlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { systemCodeOf } from '../../support/errors.ts';
import { removeStaleScratch, type Scratch, scratchFile } from '../../support/files/scratch.ts';
import { type CacheEntry, readCache } from './entries.ts';
import { compactOrigins } from './origins.ts';
import { cacheError, ownDirectory } from './own-directory.ts';
import { inUseSince } from './use.ts';

export interface PruneOptions {
  /** Removes files that were not used for this time, in milliseconds. */
  readonly olderThan?: number | undefined;
  /** Removes the least recently used files until the cache has at most this size, in bytes. */
  readonly maxBytes?: number | undefined;
  /** Only finds out what would be removed. Default: false. */
  readonly isDryRun?: boolean | undefined;
}

export interface PruneResult {
  /** The removed files, least recently used first. */
  readonly removed: readonly CacheEntry[];
  /** The size of the removed files, in bytes. */
  readonly freed: number;
  /** The files that are still there. */
  readonly kept: readonly CacheEntry[];
  /** The size of the files that are still there, in bytes. */
  readonly size: number;
  /** The number of files that would have been removed but for a running build. */
  readonly inUse: number;
  readonly ignored: readonly string[];
}

/**
 * Removes files from a cache that no running build uses. Any number of processes may prune and build at the same time.
 *
 * @throws FledgeError `output` if another user can write to the cache, or a file cannot be removed.
 */
export async function pruneCache(directory: string, options: PruneOptions): Promise<PruneResult> {
  const { entries, ignored } = readCache(directory);
  if (options.isDryRun !== true) removeStaleScratch(join(directory, 'tmp'));
  const usedSince = inUseSince(directory) ?? Number.POSITIVE_INFINITY;
  const { chosen, kept, inUse } = choose(entries, { ...options, now: Date.now(), usedSince });
  const removed: CacheEntry[] = [];
  let usedMeanwhile = 0;
  if (chosen.length > 0 && options.isDryRun !== true) await prepareRemoval(directory);
  for (const entry of chosen) {
    if (options.isDryRun === true || removeEntry(directory, entry, { evenIfUsed: false })) removed.push(entry);
    else {
      kept.push(entry);
      usedMeanwhile += 1;
    }
  }
  if (options.isDryRun !== true) {
    const digests = new Set(kept.map(({ digest }) => digest));
    await compactOrigins(directory, { hasRemoved: removed.length > 0, digests });
  }
  return {
    removed,
    freed: sizeOf(removed),
    kept,
    size: sizeOf(kept),
    inUse: inUse + usedMeanwhile,
    ignored,
  };
}

/** The size of files, in bytes. */
export function sizeOf(entries: readonly CacheEntry[]): number {
  return entries.reduce((sum, { size }) => sum + size, 0);
}

interface ChoiceOptions extends Pick<PruneOptions, 'olderThan' | 'maxBytes'> {
  readonly now: number;
  /** Files that were used at this time or later are kept. */
  readonly usedSince: number;
}

/** Chooses the files to remove, least recently used first. */
function choose(
  entries: readonly CacheEntry[],
  { olderThan = Number.POSITIVE_INFINITY, maxBytes = Number.POSITIVE_INFINITY, now, usedSince }: ChoiceOptions,
): { readonly chosen: readonly CacheEntry[]; readonly kept: CacheEntry[]; readonly inUse: number } {
  const chosen: CacheEntry[] = [];
  const kept: CacheEntry[] = [];
  let inUse = 0;
  let size = sizeOf(entries);
  for (const entry of entries.toSorted((a, b) => a.lastUsed - b.lastUsed)) {
    const isSurplus = entry.lastUsed < now - olderThan || size > maxBytes;
    if (isSurplus && entry.lastUsed < usedSince) {
      chosen.push(entry);
      size -= entry.size;
      continue;
    }
    kept.push(entry);
    if (isSurplus) inUse += 1;
  }
  return { chosen, kept, inUse };
}

/**
 * Removes a cached file. With `evenIfUsed: false`, one that is used meanwhile is put back: it is moved away first, so that a build
 * that opens it finds either the whole file or none, and then its mtime shows whether a build has begun to use it. False if it was
 * put back, or another file has replaced it.
 *
 * @throws FledgeError `output` if it cannot be removed.
 */
export function removeEntry(
  directory: string,
  { path, stats }: CacheEntry,
  { evenIfUsed }: { readonly evenIfUsed: boolean },
): boolean {
  const isSame = (at: string): boolean => {
    const found = lstatSync(at, { bigint: true, throwIfNoEntry: false });
    // A file that replaces it can have the number of its inode, but not the time of its creation.
    if (found?.ino !== stats.ino || found.dev !== stats.dev || found.birthtimeNs !== stats.birthtimeNs) return false;
    return evenIfUsed || found.mtimeNs === stats.mtimeNs;
  };
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return true;
  if (!isSame(path)) return false;
  try {
    const moved = moveAway(directory, path);
    if (moved === undefined) {
      unlinkSync(path);
      return true;
    }
    const isRemoved = isSame(moved.path);
    if (isRemoved) moved.dispose();
    else moved.moveTo(path);
    return isRemoved;
  } catch (error) {
    // Another process has removed it, or the directory for files that are removed is missing on a full disk.
    if (systemCodeOf(error) === 'ENOENT') return lstatSync(path, { throwIfNoEntry: false }) === undefined;
    throw cacheError(directory, `remove ${basename(path)} from the cache`, error);
  }
}

/** Moves a file to the directory for temporary files. Undefined if that needs space, and the disk is full. */
function moveAway(directory: string, path: string): Scratch | undefined {
  const scratch = scratchFile(join(directory, 'tmp'), 'pruned');
  try {
    renameSync(path, scratch.path);
    return scratch;
  } catch (error) {
    scratch.dispose();
    if (isDiskFull(error)) return undefined;
    throw error;
  }
}

/**
 * Creates the directory for files that are removed.
 *
 * @throws FledgeError `output` if it cannot be created, or is a link.
 */
export async function prepareRemoval(directory: string): Promise<void> {
  try {
    await ownDirectory(join(directory, 'tmp'));
  } catch (error) {
    if (!isDiskFull(error)) throw cacheError(directory, 'remove files from the cache', error);
  }
}

function isDiskFull(error: unknown): boolean {
  const code = systemCodeOf(error);
  return code === 'ENOSPC' || code === 'EDQUOT';
}
