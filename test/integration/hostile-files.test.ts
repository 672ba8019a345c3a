import { execFileSync } from 'node:child_process';
import { readdirSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readChecksumList } from '../../src/compare/checksum-list.ts';
import { loadConfig } from '../../src/config/load.ts';
import { loadLockFor } from '../../src/lock/lock-file.ts';
import { loadManifestTemplate } from '../../src/manifest/template.ts';
import { openCache } from '../../src/sources/cache.ts';
import { inspectProgram } from '../../src/sources/elf.ts';
import { openBlobCache } from '../../src/sources/image/fetch/blob-cache.ts';
import { readDirectoryImage, readOciLayout } from '../../src/sources/image/layout.ts';
import { readInitProgram } from '../../src/sources/init-program.ts';
import { digestFile } from '../../src/sources/local-file.ts';
import { FileTooLarge, readRegularFile } from '../../src/support/files/regular-file.ts';
import { silentReporter } from '../../src/support/report/reporter.ts';
import { failureOf } from '../helpers/github/published.ts';
import { TestLayout } from '../helpers/image/oci-image.ts';
import { tarOf } from '../helpers/image/tar.ts';
import { testDirectory } from '../helpers/scratch.ts';

/** Special files in the place of a file: name and function that creates one. */
const SPECIAL: readonly (readonly [string, (path: string) => void | Promise<void>])[] = [
  ['a fifo', (path) => void execFileSync('mkfifo', [path])],
  ['a device', (path) => symlinkSync('/dev/zero', path)],
  ['a device', (path) => symlinkSync('/dev/full', path)],
  ['a directory', (path) => symlinkSync('/', path)],
  [
    'a socket',
    async (path) => {
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(path, resolve));
      onTestFinished(() => void server.close());
    },
  ],
];

/** Every place where an untrusted file is read: name and function that reads the given path. */
const READERS: readonly (readonly [string, (path: string) => Promise<unknown>])[] = [
  ['fledge.toml', (path) => loadConfig(move(path, 'fledge.toml'))],
  ['fledge.lock', (path) => loadLockFor(move(path, 'fledge.lock').replace(/lock$/, 'toml'))],
  ['a template', (path) => loadManifestTemplate(path)],
  ['an agent', (path) => digestFile(path, { label: 'kestrel', maxBytes: 100 })],
  ['an init', (path) => readInitProgram(path, 'linux/amd64')],
  ['a program', (path) => inspectProgram(path, 'a program')],
  ['oci-layout', (path) => readLayoutWith(path, 'oci-layout')],
  ['index.json', (path) => readLayoutWith(path, 'index.json')],
  ['a manifest', (path) => readLayoutWith(path, 'manifest')],
  ['a config', (path) => readLayoutWith(path, 'config')],
  ['manifest.json', (path) => readDirectoryImage({ directory: join(move(path, 'manifest.json'), '..'), ...OF_TEST })],
];

const OF_TEST = { platform: 'linux/amd64', label: 'test' } as const;

function move(path: string, name: string): string {
  const to = join(path, '..', name);
  renameSync(path, to);
  return to;
}

function readLayoutWith(path: string, which: string): Promise<unknown> {
  const layout = new TestLayout(join(testDirectory(), 'layout'));
  const image = layout.addImage({ layers: [{ tar: tarOf([{ name: 'a' }]) }] });
  layout.write({ '': image });
  const places: Readonly<Record<string, string>> = {
    manifest: layout.blobPath(image.digest),
    config: layout.blobPath(layout.manifest(image.digest).config.digest),
  };
  const place = places[which] ?? join(layout.directory, which);
  rmSync(place);
  renameSync(path, place);
  return readOciLayout({ directory: layout.directory, member: undefined, ...OF_TEST });
}

describe.each(READERS)('%s', (_, read) => {
  it.each(SPECIAL)('refuses %s instead of a regular file and does not wait for it', async (_kind, make) => {
    const path = join(testDirectory(), 'special');
    await make(path);
    const [code, message] = await failureOf(read(path));
    expect(['input', 'config']).toContain(code);
    expect(message).toMatch(/regular file|there is no file|there is no fledge\.toml/);
  });
});

describe('special files in a cache', () => {
  it.each(SPECIAL)('does not use %s in a cache', async (_kind, make) => {
    const directory = testDirectory();
    const hex = '0a'.repeat(32);
    execFileSync('mkdir', ['-p', join(directory, 'sha256/0a'), join(directory, 'blobs/sha256')]);
    await make(join(directory, 'sha256/0a', hex));
    expect(await openCache(directory, silentReporter).find(hex)).toBeUndefined();
    await make(join(directory, 'blobs/sha256', hex));
    const blobs = openBlobCache(directory, { reporter: silentReporter, image: 'an image' });
    const descriptor = { mediaType: '', digest: `sha256:${hex}`, size: 10 };
    expect(await blobs.has(descriptor, 'a layer')).toBe(false);
    await make(join(directory, 'blobs/sha256', hex));
    expect(await blobs.findDocument(`sha256:${hex}`, 'a manifest')).toBeUndefined();
  });
});

it('does not read a cached file that is larger than its limit', async () => {
  const directory = testDirectory();
  const hex = '0a'.repeat(32);
  for (const place of ['sha256/0a', 'blobs/sha256']) {
    execFileSync('mkdir', ['-p', join(directory, place)]);
    writeFileSync(join(directory, place, hex), '');
    truncateSync(join(directory, place, hex), 2 ** 42);
  }
  expect(await openCache(directory, silentReporter).find(hex)).toBeUndefined();
  expect(
    await openBlobCache(directory, { reporter: silentReporter, image: 'an image' }).findDocument(
      `sha256:${hex}`,
      'a manifest',
    ),
  ).toBeUndefined();
  expect(readdirSync(join(directory, 'blobs/sha256'))).toEqual([]);
  expect(readdirSync(join(directory, 'sha256/0a'))).toEqual([]);
});

describe('size limits of files', () => {
  it('reads no more than the limit whatever size the file reports', async () => {
    // Regular files whose size is 0.
    await expect(readRegularFile('/proc/self/mountinfo', 10)).rejects.toThrow(FileTooLarge);
    await expect(readRegularFile('/proc/kallsyms', 1000)).rejects.toThrow(FileTooLarge);
    expect((await readRegularFile('/proc/self/status', 100_000)).length).toBeGreaterThan(100);
    await expect(digestFile('/proc/kallsyms', { label: 'kestrel', maxBytes: 1000 })).rejects.toMatchObject({
      message: expect.stringMatching(/ bytes, and the limit is 1000$/),
    });
  });

  it('refuses a huge sparse file', async () => {
    const path = join(testDirectory(), 'huge');
    writeFileSync(path, '');
    truncateSync(path, 2 ** 40);
    await expect(readRegularFile(path, 1_000_000)).rejects.toThrow(FileTooLarge);
    await using handle = await open(path);
    expect(await failureOf(readChecksumList(handle, 'SHA256SUMS'))).toMatchObject({
      1: 'SHA256SUMS has 1099511627776 bytes; a list of digests has at most 67108864',
    });
  });

  it('reads a file whose size is exactly the limit', async () => {
    const path = join(testDirectory(), 'file');
    for (const length of [0, 1, 1_048_575, 1_048_576, 1_048_577, 3_000_000]) {
      writeFileSync(path, Buffer.alloc(length, 'x'));
      expect((await readRegularFile(path, length)).length).toBe(length);
      if (length > 0) await expect(readRegularFile(path, length - 1)).rejects.toThrow(FileTooLarge);
    }
  });
});
