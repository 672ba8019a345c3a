import { homedir } from 'node:os';
import { type CacheEntry, readCache } from '../sources/cache/entries.ts';
import { cacheLimitOf } from '../sources/cache/limit.ts';
import { type Origin, readOrigins } from '../sources/cache/origins.ts';
import { pruneCache, sizeOf } from '../sources/cache/prune.ts';
import { verifyCache } from '../sources/cache/verify.ts';
import { cacheDirectoryOf } from '../sources/cache.ts';
import { printable } from '../support/byte-string.ts';
import { counted } from '../support/text.ts';
import { formatBytes } from '../support/units.ts';
import { alignColumns } from './columns.ts';
import type {
  CacheDirDocument,
  CacheListDocument,
  CachePruneDocument,
  CacheSizeDocument,
  CacheVerifyDocument,
} from './json/cache.ts';
import type { Session } from './session.ts';

export interface JsonOption {
  readonly json?: boolean;
}

export interface PruneCommandOptions extends JsonOption {
  readonly olderThan?: number;
  readonly maxSize?: number;
  readonly all?: boolean;
  readonly dryRun?: boolean;
}

export interface VerifyCommandOptions extends JsonOption {
  readonly dryRun?: boolean;
}

/** Prints the directory of the cache. */
export async function runDir({ json }: JsonOption, session: Session): Promise<void> {
  const directory = directoryOfCache();
  await (json
    ? session.printJson({ directory } satisfies CacheDirDocument)
    : session.print(`${printable(directory)}\n`));
}

/** Prints the size of the cache and its limit. */
export async function runSize({ json }: JsonOption, session: Session): Promise<void> {
  const directory = directoryOfCache();
  const limit = cacheLimitOf(process.env);
  const { entries, ignored } = readCache(directory);
  const size = sizeOf(entries);
  if (json) {
    const document = { directory, files: entries.length, size, limit: limit ?? null, ignored };
    return session.printJson(document satisfies CacheSizeDocument);
  }
  const most = limit === undefined ? 'no limit' : `limit ${formatBytes(limit)}`;
  await session.print(`${formatBytes(size)} in ${counted(entries.length, 'file')} (${most})\n`);
}

/** Prints the files of the cache, the last used one first. */
export async function runList({ json }: JsonOption, session: Session): Promise<void> {
  const directory = directoryOfCache();
  const { entries, ignored } = readCache(directory);
  const origins = await readOrigins(directory);
  const sorted = entries.toSorted((a, b) => b.lastUsed - a.lastUsed);
  const size = sizeOf(entries);
  if (json) {
    const described = sorted.map((entry) => describe(entry, origins.get(entry.digest)));
    const limit = cacheLimitOf(process.env) ?? null;
    return session.printJson({ directory, size, limit, files: described, ignored } satisfies CacheListDocument);
  }
  for (const line of tableOf(sorted, origins)) await session.print(`${line}\n`);
  await session.print(printable(`${formatBytes(size)} in ${counted(entries.length, 'file')} in ${directory}\n`));
  reportIgnored(ignored, session);
}

/** Prunes the cache, and prints what was removed. */
export async function runPrune(options: PruneCommandOptions, session: Session): Promise<void> {
  const directory = directoryOfCache();
  const { all, dryRun: isDryRun = false, json } = options;
  const isLimited = options.olderThan === undefined && options.maxSize === undefined;
  const { removed, freed, kept, size, inUse, ignored } = await pruneCache(directory, {
    olderThan: all ? Number.NEGATIVE_INFINITY : options.olderThan,
    maxBytes: isLimited && !all ? cacheLimitOf(process.env) : options.maxSize,
    isDryRun,
  });
  if (json) {
    const described = removed.map((entry) => describe(entry, undefined));
    return session.printJson({
      ...{ directory, dryRun: isDryRun, removed: described, freed },
      ...{ kept: { files: kept.length, size }, inUse, ignored },
    } satisfies CachePruneDocument);
  }
  if (isDryRun) for (const { digest } of removed) await session.print(`${digest}\n`);
  const verb = isDryRun ? 'would remove' : 'removed';
  const rest = `${formatBytes(size)} in ${counted(kept.length, 'file')} ${isDryRun ? 'would stay' : 'stay'}`;
  await session.print(
    printable(`${verb} ${counted(removed.length, 'file')} (${formatBytes(freed)}) in ${directory}; ${rest}\n`),
  );
  if (inUse > 0)
    session.reporter.info(`a running build uses ${counted(inUse, 'file')} that would be removed otherwise`);
  reportIgnored(ignored, session);
}

/** Verifies the files of the cache, and prints damaged ones. */
export async function runVerify({ dryRun = false, json }: VerifyCommandOptions, session: Session): Promise<void> {
  const directory = directoryOfCache();
  const result = await verifyCache(directory, { removes: !dryRun, reporter: session.reporter });
  const { checked, size, damaged, ignored } = result;
  if (damaged.length > 0) session.exitStatus = 1;
  if (json) {
    const described = damaged.map((entry) => ({ ...describe(entry, undefined), found: entry.found }));
    return session.printJson({
      ...{ directory, checked: { files: checked.length, size } },
      ...{ damaged: described, removed: !dryRun, ignored },
    } satisfies CacheVerifyDocument);
  }
  for (const { path, found } of damaged) await session.print(printable(`damaged: ${path} (${found})\n`));
  const end = damaged.length === 0 ? 'all are intact' : `${damaged.length} damaged${dryRun ? '' : ' and removed'}`;
  await session.print(`checked ${counted(checked.length, 'file')} (${formatBytes(size)}): ${end}\n`);
  reportIgnored(ignored, session);
}

function directoryOfCache(): string {
  return cacheDirectoryOf(process.env, { home: homedir, cwd: process.cwd() });
}

function reportIgnored(ignored: readonly string[], session: Session): void {
  if (ignored.length === 0) return;
  const [first = ''] = ignored;
  session.reporter.info(
    `${counted(ignored.length, 'other entry', 'other entries')} in the cache, such as ${first}, did not come from fledge, or other users can change them; they are ignored`,
  );
}

function describe(entry: CacheEntry, origin: Origin | undefined) {
  const { digest, size, lastUsed, path } = entry;
  return {
    ...{ digest, kind: kindOf(entry, origin), size, lastUsed: new Date(lastUsed).toISOString() },
    ...(origin !== undefined && { origin: origin.origin }),
    path,
  };
}

function kindOf({ store }: CacheEntry, origin: Origin | undefined): string {
  return origin?.kind ?? (store === 'image' ? 'image blob' : 'download');
}

const SIZE_COLUMN = 1;

function tableOf(entries: readonly CacheEntry[], origins: ReadonlyMap<string, Origin>): readonly string[] {
  if (entries.length === 0) return [];
  const rows = entries.map((entry) => {
    const origin = origins.get(entry.digest);
    const used = new Date(entry.lastUsed).toISOString().slice(0, 16).replace('T', ' ');
    return [kindOf(entry, origin), formatBytes(entry.size), used, entry.digest.slice(0, 19), origin?.origin ?? ''];
  });
  return alignColumns([['KIND', 'SIZE', 'LAST USE (UTC)', 'DIGEST', 'ORIGIN'], ...rows], [SIZE_COLUMN]).map(printable);
}
