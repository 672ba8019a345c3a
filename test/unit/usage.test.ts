import { describe, expect, it } from 'vitest';
import { type Usage, usageOf } from '../../src/compare/usage.ts';
import type { InsideEntry } from '../../src/inside/entry.ts';
import type { ByteString } from '../../src/support/byte-string.ts';
import { insideEntry } from '../helpers/inside.ts';

const directory = { kind: 'directory', size: 4096, allocated: 4096 } as const;

async function* streamOf(entries: Iterable<InsideEntry>): AsyncGenerator<InsideEntry> {
  yield* entries;
}

function usage(entries: Iterable<InsideEntry>, { top = 10, start = '' } = {}): Promise<Usage> {
  return usageOf(streamOf(entries), { top, start: start as ByteString });
}

describe('the usage of an artifact', () => {
  it('directories have the sum of all that is below them', async () => {
    const found = await usage([
      insideEntry('', directory),
      insideEntry('a', directory),
      insideEntry('a/b', directory),
      insideEntry('a/b/large', { size: 700, allocated: 1024 }),
      insideEntry('a/small', { size: 200, allocated: 1024 }),
      insideEntry('z', { size: 100, allocated: 1024 }),
      insideEntry('link', { kind: 'symlink', size: 1, target: 'z' as ByteString, allocated: 0 }),
    ]);
    expect(found).toEqual({
      entries: { directory: 3, file: 3, symlink: 1 },
      size: 1000,
      allocated: 3 * 4096 + 3 * 1024,
      savedByHoles: 0,
      savedByLinks: 0,
      directories: [
        { path: '/', size: 1000, entries: 6 },
        { path: '/a', size: 900, entries: 3 },
        { path: '/a/b', size: 700, entries: 1 },
      ],
      files: [
        { path: '/a/b/large', size: 700 },
        { path: '/a/small', size: 200 },
        { path: '/z', size: 100 },
      ],
    });
  });

  it('a file with several names counts once, and the bytes that the links save are known', async () => {
    const inode = { ino: 12, links: 3, size: 500, allocated: 1024 };
    const found = await usage(['a', 'b', 'c'].map((path) => insideEntry(path, inode)));
    expect(found).toMatchObject({ size: 500, allocated: 1024, savedByLinks: 1000, entries: { file: 3 } });
    expect(found.files).toEqual([{ path: '/a', size: 500 }]);
  });

  it('the data of a file in an archive can be at any of its names', async () => {
    const inode = { ino: 12, links: 2 };
    const found = await usage([insideEntry('a', inode), insideEntry('b', { ...inode, size: 500 })]);
    expect(found).toMatchObject({ size: 500, savedByLinks: 500, files: [{ path: '/b', size: 500 }] });
    expect(found).not.toHaveProperty('allocated');
    expect(found).not.toHaveProperty('savedByHoles');
  });

  it('holes save the bytes that a file does not occupy', async () => {
    const found = await usage([insideEntry('sparse', { size: 1_000_000, allocated: 4096 })]);
    expect(found).toMatchObject({ size: 1_000_000, savedByHoles: 995_904 });
  });

  it('directories that an archive does not name are counted, and only those at and below the path are listed', async () => {
    const found = await usage([insideEntry('usr/lib/x/y', { size: 8 })], { start: 'usr/lib' });
    expect(found.directories).toEqual([
      { path: '/usr/lib', size: 8, entries: 1 },
      { path: '/usr/lib/x', size: 8, entries: 1 },
    ]);
  });

  it('lists the largest of many files, in the order of their size and path', async () => {
    const sizes = Array.from({ length: 5000 }, (_, index) => (index * 7919) % 5003);
    const found = await usage(
      sizes.map((size, index) => insideEntry(`f${index}`, { size })),
      { top: 3 },
    );
    expect(found.files.map(({ size }) => size)).toEqual(sizes.toSorted((a, b) => b - a).slice(0, 3));
  });

  it('sizes that no artifact can have do not exceed the numbers of JSON', async () => {
    const huge = { size: 2 ** 63, allocated: 2 ** 63 };
    const found = await usage(['a/b', 'a/c'].map((path) => insideEntry(path, { ...huge, links: 2 })));
    expect(Number.isSafeInteger(found.size)).toBe(true);
    expect(Number.isSafeInteger(found.allocated)).toBe(true);
    expect(found.directories.every(({ size }) => Number.isSafeInteger(size))).toBe(true);
  });

  it('the memory for directories and links has a limit, and no byte is lost', async () => {
    function* many(): Generator<InsideEntry> {
      for (let index = 0; index < 250_000; index++) yield insideEntry(`d${index}/f`, { size: 1, links: 2 });
    }
    const found = await usage(many(), { top: 1 });
    expect(found).toMatchObject({ size: 250_000, directories: [{ path: '/', size: 250_000, entries: 250_000 }] });
  }, 60_000);

  it('a deep directory beyond the limit counts for the nearest one that is counted', async () => {
    const deep = Array.from({ length: 2000 }, () => 'd').join('/');
    function* many(): Generator<InsideEntry> {
      yield insideEntry('d/d/d', directory);
      for (let index = 0; index < 200_000; index++) yield insideEntry(`e${index}`, directory);
      for (let index = 0; index < 2000; index++) yield insideEntry(`${deep}/${index}/f`, { size: 1 });
    }
    const { directories } = await usage(many(), { top: 4 });
    expect(directories.map(({ path, size }) => [path, size])).toEqual(
      ['/', '/d', '/d/d', '/d/d/d'].map((path) => [path, 2000]),
    );
  }, 60_000);
});
