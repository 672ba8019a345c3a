import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readCache } from '../../src/sources/cache/entries.ts';
import { cacheLimitOf } from '../../src/sources/cache/limit.ts';
import { readOrigins, recordOrigins } from '../../src/sources/cache/origins.ts';
import { pruneCache, removeEntry } from '../../src/sources/cache/prune.ts';
import { cacheUse, openForUse } from '../../src/sources/cache/use.ts';
import { verifyCache } from '../../src/sources/cache/verify.ts';
import { openCache } from '../../src/sources/cache.ts';
import { openBlobCache } from '../../src/sources/image/fetch/blob-cache.ts';
import { silentReporter } from '../../src/support/report/reporter.ts';
import { parseDuration, parseSize } from '../../src/support/units.ts';
import { addCached, setLastUse } from '../helpers/cache-files.ts';
import { testDirectory } from '../helpers/scratch.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const KIB = 'x'.repeat(1024);

/** The use of a cache by a build. */
function useOf(directory: string, limit?: number) {
  return cacheUse({ directory, limit, reporter: silentReporter });
}

/** Digests in a cache, the last used one first. */
function digestsIn(directory: string): string[] {
  return readCache(directory)
    .entries.toSorted((a, b) => b.lastUsed - a.lastUsed)
    .map(({ digest }) => digest);
}

it.each([
  ['500M', 500 * 1024 ** 2],
  ['1.5GiB', 1.5 * 1024 ** 3],
  ['10 gb', 10 * 1024 ** 3],
  ['64k', 65_536],
  ['7B', 7],
  ['0', 0],
  ['10', undefined],
  ['-1G', undefined],
  ['G', undefined],
  ['99999999999999T', undefined],
])('reads the size %s as %s bytes', (text, bytes) => {
  expect(parseSize(text)).toBe(bytes);
});

it.each([
  ['30d', 30 * DAY_MS],
  ['2w', 14 * DAY_MS],
  ['12h', DAY_MS / 2],
  ['90m', 90 * 60_000],
  ['30', undefined],
  ['-1d', undefined],
  ['1y', undefined],
])('reads the time %s as %s milliseconds', (text, milliseconds) => {
  expect(parseDuration(text)).toBe(milliseconds);
});

it('limits the cache to 10 GiB, or to the size in FLEDGE_CACHE_MAX_SIZE', () => {
  expect(cacheLimitOf({})).toBe(10 * 1024 ** 3);
  expect(cacheLimitOf({ FLEDGE_CACHE_MAX_SIZE: '5G' })).toBe(5 * 1024 ** 3);
  expect(cacheLimitOf({ FLEDGE_CACHE_MAX_SIZE: 'unlimited' })).toBeUndefined();
  for (const bad of ['0', '5', '-1G', 'much']) {
    expect(() => cacheLimitOf({ FLEDGE_CACHE_MAX_SIZE: bad })).toThrow(expect.objectContaining({ code: 'usage' }));
  }
});

it('prunes the least recently used files until the cache has its size', async () => {
  const directory = testDirectory();
  const old = addCached(directory, `${KIB}1`, { daysAgo: 3 });
  const oldest = addCached(directory, `${KIB}2`, { daysAgo: 9, isImage: true });
  const newest = addCached(directory, `${KIB}3`, { daysAgo: 1 });
  const dry = await pruneCache(directory, { maxBytes: 1100, isDryRun: true });
  expect(dry.removed.map(({ digest }) => digest)).toEqual([oldest.digest, old.digest]);
  expect(digestsIn(directory)).toHaveLength(3);
  expect(await pruneCache(directory, { maxBytes: 1100 })).toMatchObject({ freed: 2050, size: 1025, inUse: 0 });
  expect(digestsIn(directory)).toEqual([newest.digest]);
  expect(readdirSync(join(directory, 'tmp'))).toEqual([]);
});

it('prunes files that were not used for a time, and all files', async () => {
  const directory = testDirectory();
  addCached(directory, 'old', { daysAgo: 31 });
  const recent = addCached(directory, 'recent', { daysAgo: 29 });
  addCached(directory, 'of the future', { daysAgo: -2 });
  await pruneCache(directory, { olderThan: 30 * DAY_MS });
  expect(digestsIn(directory)).toContain(recent.digest);
  expect(digestsIn(directory)).toHaveLength(2);
  await pruneCache(directory, { olderThan: Number.NEGATIVE_INFINITY });
  expect(digestsIn(directory)).toEqual([]);
});

it('keeps what a running build has used, and removes it when the build has ended', async () => {
  const directory = testDirectory();
  const used = addCached(directory, 'used', { daysAgo: 40 });
  const blob = addCached(directory, 'a layer', { daysAgo: 40, isImage: true });
  const unused = addCached(directory, 'unused', { daysAgo: 40 });
  const use = useOf(directory);
  expect(await openCache(directory, silentReporter, use).find(used.digest.slice(7))).toMatchObject({ path: used.path });
  const blobs = openBlobCache(directory, { reporter: silentReporter, image: 'an image', use });
  expect(await blobs.has({ mediaType: '', digest: blob.digest, size: blob.size }, 'a layer')).toBe(true);
  const everything = { olderThan: Number.NEGATIVE_INFINITY };
  expect((await pruneCache(directory, everything)).inUse).toBe(2);
  expect(digestsIn(directory)).not.toContain(unused.digest);
  expect(digestsIn(directory)).toHaveLength(2);
  await use.end();
  expect(await pruneCache(directory, everything)).toMatchObject({ inUse: 0, size: 0 });
});

it('prunes what a killed build has used', async () => {
  const directory = testDirectory();
  addCached(directory, 'used');
  const use = useOf(directory);
  use.begin();
  const [announcement = ''] = readdirSync(join(directory, 'tmp'));
  await use.end();
  // The same machine and process, and another start time: the number of the process was given away again.
  writeFileSync(join(directory, 'tmp', announcement.replace(/-\d+-(?=[0-9a-f]{12}-use$)/, '-1-')), '');
  await pruneCache(directory, { olderThan: Number.NEGATIVE_INFINITY });
  expect([digestsIn(directory), readdirSync(join(directory, 'tmp'))]).toEqual([[], []]);
});

it('puts a file back that a build has begun to use in the moment of its removal', async () => {
  const directory = testDirectory();
  const file = addCached(directory, 'content', { daysAgo: 40 });
  mkdirSync(join(directory, 'tmp'));
  const [entry] = readCache(directory).entries;
  if (entry === undefined) throw new Error('the cache is empty');
  await (await openForUse(file.path))?.close();
  expect(removeEntry(directory, entry, { evenIfUsed: false })).toBe(false);
  expect(readFileSync(file.path, 'utf8')).toBe('content');
  expect(removeEntry(directory, entry, { evenIfUsed: true })).toBe(true);
  expect([existsSync(file.path), readdirSync(join(directory, 'tmp'))]).toEqual([false, []]);
});

it('does not remove a file that has replaced a damaged one, also if it has the same inode number', () => {
  const directory = testDirectory();
  const file = addCached(directory, 'content');
  const [entry] = readCache(directory).entries;
  if (entry === undefined) throw new Error('the cache is empty');
  const stats = Object.assign(lstatSync(file.path, { bigint: true }), { birthtimeNs: entry.stats.birthtimeNs - 1n });
  expect(removeEntry(directory, { ...entry, stats }, { evenIfUsed: true })).toBe(false);
  expect(readFileSync(file.path, 'utf8')).toBe('content');
});

it('prunes the cache to its limit after a build has added a file, and at no other time', async () => {
  const directory = testDirectory();
  const old = addCached(directory, `${KIB}1`, { daysAgo: 3 });
  const use = useOf(directory, 1500);
  await openCache(directory, silentReporter, use).find(old.digest.slice(7));
  setLastUse(old.path, 3);
  await use.end();
  expect(digestsIn(directory)).toEqual([old.digest]);
  const next = useOf(directory, 1500);
  const incoming = await openCache(directory, silentReporter, next).begin('a download');
  await incoming.write(Buffer.from(`${KIB}2`));
  const { sha256 } = await incoming.commit();
  await next.end();
  expect(digestsIn(directory)).toEqual([`sha256:${sha256}`]);
});

it('does not create a cache to announce its use', () => {
  const directory = join(testDirectory(), 'cache');
  useOf(directory).begin();
  expect(existsSync(directory)).toBe(false);
});

it('does not follow or remove links and names that are not those of cached files', async () => {
  const directory = testDirectory();
  const outside = testDirectory();
  const precious = addCached(outside, 'precious', { daysAgo: 99 });
  const hex = 'ab'.repeat(32);
  mkdirSync(join(directory, 'sha256/ab'), { recursive: true });
  symlinkSync(precious.path, join(directory, 'sha256/ab', hex));
  symlinkSync(
    join(outside, 'sha256', precious.digest.slice(7, 9)),
    join(directory, 'sha256', precious.digest.slice(7, 9)),
  );
  symlinkSync(outside, join(directory, 'blobs'));
  for (const name of ['notes.txt', 'sha256/ab/readme', `sha256/ab/${hex}.part`])
    writeFileSync(join(directory, name), '');
  mkdirSync(join(directory, 'sha256/cd'));
  const others = addCached(directory, 'of others');
  chmodSync(others.path, 0o666);
  const before = readdirSync(directory, { recursive: true }).sort();
  const result = await pruneCache(directory, { olderThan: Number.NEGATIVE_INFINITY });
  expect(result).toMatchObject({ removed: [], kept: [] });
  expect(result.ignored).toHaveLength(7);
  expect((await verifyCache(directory, { removes: true, reporter: silentReporter })).checked).toEqual([]);
  expect(
    readdirSync(directory, { recursive: true })
      .sort()
      .filter((name) => name !== 'tmp'),
  ).toEqual(before);
  expect(readFileSync(precious.path, 'utf8')).toBe('precious');
});

it('refuses to prune a cache that other users can change', async () => {
  const directory = testDirectory();
  addCached(directory, 'content');
  chmodSync(directory, 0o777);
  await expect(pruneCache(directory, { maxBytes: 0 })).rejects.toMatchObject({ code: 'output' });
});

it('finds and removes files whose content does not have their digest', async () => {
  const directory = testDirectory();
  const intact = addCached(directory, 'intact', { isImage: true });
  const damaged = addCached(directory, 'damaged');
  writeFileSync(damaged.path, 'damagee');
  const found = await verifyCache(directory, { removes: false, reporter: silentReporter });
  expect(found.damaged).toMatchObject([{ path: damaged.path, digest: damaged.digest }]);
  expect(existsSync(damaged.path)).toBe(true);
  await verifyCache(directory, { removes: true, reporter: silentReporter });
  expect(digestsIn(directory)).toEqual([intact.digest]);
});

it('keeps the origins of files that are still in the cache', async () => {
  const directory = testDirectory();
  const kept = addCached(directory, 'kept');
  const removed = addCached(directory, 'removed', { daysAgo: 40 });
  recordOrigins(directory, [{ digest: kept.digest, kind: 'busybox', origin: 'https://example.org/busybox' }]);
  recordOrigins(directory, [{ digest: removed.digest, kind: 'agent', origin: 'https://example.org/kestrel' }]);
  writeFileSync(join(directory, 'origins.jsonl'), 'damaged\n{"digest": 7}\n', { flag: 'a' });
  expect((await readOrigins(directory)).get(removed.digest)?.kind).toBe('agent');
  await pruneCache(directory, { olderThan: 30 * DAY_MS });
  expect([...(await readOrigins(directory)).keys()]).toEqual([kept.digest]);
  expect(readFileSync(join(directory, 'origins.jsonl'), 'utf8').trim().split('\n')).toHaveLength(1);
});
