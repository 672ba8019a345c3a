import { createHash } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { systemCodeOf } from '../../support/errors.ts';
import type { Reporter } from '../../support/report/reporter.ts';
import { type CacheEntry, readCache } from './entries.ts';
import { cacheError } from './own-directory.ts';
import { prepareRemoval, removeEntry, sizeOf } from './prune.ts';
import { openForReading } from './use.ts';

export interface VerifyOptions {
  /** Whether damaged files are removed; otherwise they are only reported. */
  readonly removes: boolean;
  readonly reporter: Reporter;
}

/** A cached file whose content does not have the digest of its name. */
export interface DamagedEntry extends CacheEntry {
  /** The digest of its content, or the reason why it cannot be read. */
  readonly found: string;
}

export interface VerifyResult {
  readonly checked: readonly CacheEntry[];
  /** The size of the checked files, in bytes. */
  readonly size: number;
  readonly damaged: readonly DamagedEntry[];
  readonly ignored: readonly string[];
}

/**
 * Computes the digest of each file of a cache, and compares it with the file's name. It does not count as a use of the file.
 *
 * @throws FledgeError `output` if another user can write to the cache, or a damaged file cannot be removed.
 */
export async function verifyCache(directory: string, options: VerifyOptions): Promise<VerifyResult> {
  const { entries, ignored } = readCache(directory);
  const total = sizeOf(entries);
  const checked: CacheEntry[] = [];
  const damaged: DamagedEntry[] = [];
  const progress = options.reporter.progress('verify the cache', 'bytes');
  let done = 0;
  try {
    for (const entry of entries) {
      const found = await digestOf(entry, (bytes) => {
        done += bytes;
        progress.update(done, total);
      });
      // It was removed meanwhile, or replaced by a file that its build has verified.
      if (found === undefined) continue;
      checked.push(entry);
      if (found === entry.digest) continue;
      damaged.push({ ...entry, found });
      // At once, because a build may replace it later.
      if (options.removes) await removeDamaged(directory, entry);
    }
  } finally {
    progress.end();
  }
  return { checked, size: sizeOf(checked), damaged, ignored };
}

async function removeDamaged(directory: string, entry: CacheEntry): Promise<void> {
  await prepareRemoval(directory);
  removeEntry(directory, entry, { evenIfUsed: true });
}

/** The digest of a file's content, or why it cannot be read. Undefined if the file is not the listed one any more. */
async function digestOf(
  { path, digest, stats }: CacheEntry,
  onRead: (bytes: number) => void,
): Promise<string | undefined> {
  const [algorithm = ''] = digest.split(':');
  const hash = createHash(algorithm);
  try {
    const handle = await openForReading(path);
    try {
      if ((await handle.stat({ bigint: true })).ino !== stats.ino) return undefined;
      for await (const chunk of handle.createReadStream({ autoClose: false, highWaterMark: 1024 * 1024 })) {
        hash.update(chunk);
        onRead(chunk.length);
      }
    } finally {
      await handle.close();
    }
  } catch (error) {
    const code = systemCodeOf(error);
    if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return undefined;
    // A sector that cannot be read is damage; a missing permission is not.
    if (code === 'EIO') return 'the disk cannot read it';
    throw cacheError(path, 'verify the cached file', error);
  }
  return `${algorithm}:${hash.digest('hex')}`;
}
