import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCpio } from '../../src/formats/cpio.ts';
import { type CpioEntry, readCpio } from '../../src/formats/cpio-reader.ts';
import { byteStringFromText } from '../../src/support/byte-string.ts';
import type { FileTree } from '../../src/tree/tree.ts';
import { FileTree as Tree } from '../../src/tree/tree.ts';
import { memorySink } from '../helpers/filesystem/memory-sink.ts';
import { judgedProperty } from '../helpers/property-runs.ts';
import { testDirectory } from '../helpers/scratch.ts';
import { arbitraryTree } from '../helpers/tree/arbitrary-tree.ts';

/** Each starts a shell below fakeroot for the tree and for GNU cpio. */
const { numRuns, timeout } = judgedProperty(12, 2);
const GNU_CPIO = 'find . -print0 | LC_ALL=C sort -z | cpio --create --null --format=newc --reproducible --quiet';

/** The archive that GNU cpio makes of a script's tree, with owners and devices recorded by fakeroot. */
function gnuCpioOf(script: string): Buffer {
  const directory = testDirectory();
  return execFileSync('fakeroot', ['bash', '-s'], {
    input: `${script}\n${GNU_CPIO}`,
    cwd: directory,
    maxBuffer: 1 << 28,
    env: { ...process.env, LC_ALL: 'C' },
  });
}

type Header = Omit<CpioEntry, 'data'>;

async function archiveOf(tree: FileTree): Promise<Buffer> {
  const sink = memorySink();
  const size = await writeCpio(tree.entries(), sink);
  const bytes = sink.bytes();
  expect(bytes.length).toBe(size);
  return bytes;
}

/** The headers of an archive. */
async function read(bytes: Uint8Array): Promise<Header[]> {
  return Array.fromAsync(readCpio(asChunks(bytes), 'archive'), ({ data: _, ...header }) => header);
}

async function* asChunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let offset = 0; offset < bytes.length; offset += 777) yield bytes.subarray(offset, offset + 777);
}

describe('writeCpio', () => {
  it(
    'writeCpio gives the bytes of GNU cpio --reproducible for any tree without hardlinks',
    async () => {
      await fc.assert(
        fc.asyncProperty(arbitraryTree({ hardlinks: false }), async ({ tree, script }) => {
          const expected = gnuCpioOf(script);
          const actual = await archiveOf(tree);
          // Compared first: otherwise a failure would print two binary dumps.
          if (!actual.equals(expected)) expect(await read(actual)).toEqual(await read(expected));
          expect(actual.equals(expected)).toBe(true);
        }),
        { numRuns },
      );
    },
    timeout,
  );

  it(
    'writeCpio differs from GNU cpio for hardlinks only in the order of the names before the last',
    async () => {
      await fc.assert(
        fc.asyncProperty(arbitraryTree({ hardlinks: true }), async ({ tree, script }) => {
          const comparable = (entries: Header[]) =>
            entries.map((entry) => ({ ...entry, ino: 0 })).sort((x, y) => (x.path < y.path ? -1 : 1));
          const actual = await read(await archiveOf(tree));
          expect(comparable(actual)).toEqual(comparable(await read(gnuCpioOf(script))));
          const paths = actual.slice(1).map(({ path }) => path);
          expect(paths).toEqual(paths.toSorted());
        }),
        { numRuns },
      );
    },
    timeout,
  );

  it(
    'GNU cpio extracts links, contents and metadata of our archive and archives them again to the same entries',
    async () => {
      await fc.assert(
        fc.asyncProperty(arbitraryTree({ hardlinks: true }), async ({ tree }) => {
          const directory = testDirectory();
          const archive = await archiveOf(tree);
          writeFileSync(join(directory, 'in.cpio'), archive);
          mkdirSync(join(directory, 'out'));
          const extract =
            'cpio --extract --make-directories --preserve-modification-time --no-absolute-filenames --quiet < ../in.cpio';
          const again = execFileSync('fakeroot', ['bash', '-c', `${extract}\n${GNU_CPIO}`], {
            cwd: join(directory, 'out'),
            maxBuffer: 1 << 28,
          });
          const comparable = (entries: Header[]) =>
            entries
              .filter(({ kind }) => kind !== 'directory')
              // GNU cpio sets no times on links.
              .map(({ ino: _ino, ...entry }) => (entry.kind === 'symlink' ? { ...entry, mtime: 0 } : entry))
              .sort((x, y) => (x.path < y.path ? -1 : 1));
          expect(comparable(await read(again))).toEqual(comparable(await read(archive)));
        }),
        { numRuns },
      );
    },
    timeout,
  );

  it('names the entry that cpio cannot hold', async () => {
    const metadata = { mode: 0o644, uid: 0, gid: 0, mtime: { seconds: 0, nanoseconds: 0 }, xattrs: new Map() };
    const write = (path: string, change: object) => {
      const tree = new Tree(metadata.mtime);
      const content = { kind: 'bytes', size: 0, data: new Uint8Array(0) } as const;
      tree.put(byteStringFromText(path), { ...metadata, kind: 'file', content, ...change });
      return writeCpio(tree.entries(), memorySink());
    };
    const huge = { kind: 'host-file', size: 2 ** 32, path: Buffer.from('/x'), label: 'x' } as const;
    await expect(write('big', { content: huge })).rejects.toThrow(
      '/big does not fit in an initramfs: its size is 4294967296',
    );
    await expect(write('old', { mtime: { seconds: -1, nanoseconds: 0 } })).rejects.toThrow('/old does not fit');
    await expect(write('cap', { xattrs: new Map([['security.capability', Buffer.alloc(20)]]) })).rejects.toThrow(
      '/cap does not fit in an initramfs: cpio does not support extended attributes',
    );
    await expect(write('TRAILER!!!', {})).rejects.toThrow('cpio reserves this name for the end of the archive');
  });
});

describe('readCpio', () => {
  it('readCpio reads concatenated archives as the kernel does', async () => {
    const one = gnuCpioOf('touch one');
    const two = gnuCpioOf('touch two');
    const entries = await read(Buffer.concat([one, Buffer.alloc(1024), two]));
    expect(entries.map(({ path }) => path)).toEqual(['.', 'one', '.', 'two']);
  });

  it('readCpio reports the position of damage in bounded time and memory', async () => {
    const archive = gnuCpioOf('echo hello > file; ln -s file link');
    await fc.assert(
      fc.asyncProperty(fc.nat(archive.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const damaged = Buffer.from(archive);
        damaged[at] = (damaged[at] ?? 0) ^ change;
        const result = await read(damaged).catch((error: Error) => error.message);
        if (typeof result === 'string') expect(result).toMatch(/^cannot read archive: .* at byte \d+ of the archive$/);
      }),
      { numRuns: 500 },
    );
    for (const length of [0, 1, 109, 110, 113, 300]) {
      await expect(read(archive.subarray(0, length))).rejects.toThrow('cannot read archive: ');
    }
  });
});
