import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCache } from '../../src/sources/cache.ts';
import { openBlobCache } from '../../src/sources/image/fetch/blob-cache.ts';
import { silentReporter } from '../../src/support/report/reporter.ts';
import { shellWord } from '../../src/support/text.ts';
import { asRoot } from '../helpers/process/root.ts';
import { testDirectory } from '../helpers/scratch.ts';

const CONTENT = 'a download\n';
const SHA256 = createHash('sha256').update(CONTENT).digest('hex');

/** A cache with one file. */
function filledCache(): string {
  const directory = testDirectory();
  mkdirSync(join(directory, 'sha256', SHA256.slice(0, 2)), { recursive: true });
  writeFileSync(join(directory, 'sha256', SHA256.slice(0, 2), SHA256), CONTENT);
  return directory;
}

/** Everything that uses a cache. */
const USES: readonly (readonly [string, (directory: string) => Promise<unknown>])[] = [
  ['to find a download', async (directory) => openCache(directory, silentReporter).find(SHA256)],
  ['to store a download', async (directory) => (await openCache(directory, silentReporter).begin('busybox')).commit()],
  ['for images', async (directory) => openBlobCache(directory, { reporter: silentReporter, image: 'an image' })],
];

describe.each(USES)('a cache that is used %s', (_, use) => {
  it.each([
    ['its group', 0o770],
    ['its group', 0o775],
    ['every user', 0o777],
    ['every user', 0o1777],
  ])('refuses a cache that %s can change (%o) and prints the command that fixes it', async (who, mode) => {
    const directory = filledCache();
    const before = readdirSync(directory);
    chmodSync(directory, mode);
    await expect(use(directory)).rejects.toMatchObject({
      code: 'output',
      message: `cannot use the cache ${directory}: ${who} can change its files`,
      fix: `chmod go-w ${shellWord(directory)}, or set FLEDGE_CACHE_DIR to another directory`,
    });
    expect(readdirSync(directory)).toEqual(before);
    asRoot('sh', ['-c', `chmod go-w ${shellWord(directory)}`]);
    await expect(use(directory)).resolves.not.toThrow();
  });

  it('refuses a cache of another user, also for root', async () => {
    const directory = filledCache();
    asRoot('chown', ['65534', directory]);
    asRoot('chmod', ['755', directory]);
    await expect(use(directory)).rejects.toMatchObject({
      code: 'output',
      message: `cannot use the cache ${directory}: it belongs to user 65534, and fledge runs as user ${process.geteuid?.()}`,
      fix: 'set FLEDGE_CACHE_DIR to a directory of the user who builds',
    });
    asRoot('chown', [String(process.geteuid?.()), directory]);
  });

  it('accepts a cache that is a link to a directory of this user', async () => {
    const link = join(testDirectory(), 'cache');
    symlinkSync(filledCache(), link);
    await expect(use(link)).resolves.not.toThrow();
  });
});

it.each(['tmp', 'blobs'])('refuses a directory of a cache that others can change: %s', async (name) => {
  const directory = filledCache();
  mkdirSync(join(directory, name));
  chmodSync(join(directory, name), 0o777);
  expect(() => openBlobCache(directory, { reporter: silentReporter, image: 'an image' })).toThrow(
    `cannot use the cache ${join(directory, name)}: every user can change its files`,
  );
});

it('removes a directory or link in the place of a cached file without following links', async () => {
  const directory = testDirectory();
  const kept = testDirectory();
  writeFileSync(join(kept, 'file'), CONTENT);
  const path = join(directory, 'sha256', SHA256.slice(0, 2), SHA256);
  mkdirSync(path, { recursive: true });
  symlinkSync(kept, join(path, 'link'));
  const warnings: string[] = [];
  const cache = openCache(directory, { ...silentReporter, warn: (message) => warnings.push(message) });
  expect(await cache.find(SHA256)).toBeUndefined();
  expect([existsSync(path), readFileSync(join(kept, 'file'), 'utf8')]).toEqual([false, CONTENT]);
  symlinkSync(join(kept, 'file'), path);
  expect(await cache.find(SHA256)).toBeUndefined();
  expect([existsSync(path), readFileSync(join(kept, 'file'), 'utf8')]).toEqual([false, CONTENT]);
  expect(warnings).toHaveLength(2);
});
