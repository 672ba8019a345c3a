import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareArtifacts, type FileComparison } from '../../src/compare/diff.ts';
import { testDirectory, testDirectoryWith } from '../helpers/scratch.ts';

/* Comparisons, verified with cmp(1), diff(1) and sha256sum(1). */

const BLOCK = 1024 * 1024;

/** The offset from 0 of the first difference according to cmp; undefined if there is none. */
function cmp(left: string, right: string): number | undefined {
  const { status, stdout, stderr } = spawnSync('cmp', [left, right], { encoding: 'utf8', env: { LC_ALL: 'C' } });
  if (status === 0) return undefined;
  const byte = /differ: (?:byte|char) (\d+),/.exec(stdout)?.[1];
  if (byte !== undefined) return Number(byte) - 1;
  const shorter = /EOF on .* after byte (\d+)/.exec(stderr)?.[1];
  return shorter === undefined ? 0 : Number(shorter);
}

function sha256sum(path: string): string {
  // A name with a backslash has one before the digest too.
  return execFileSync('sha256sum', ['--', path], { encoding: 'utf8' }).replace(/^\\/, '').slice(0, 64);
}

async function compareOne(left: string, right: string): Promise<FileComparison> {
  const { files } = await compareArtifacts(left, right);
  const [file] = files;
  if (file === undefined || files.length !== 1) throw new Error(`${files.length} comparisons instead of one`);
  return file;
}

describe('two files', () => {
  const noise = Buffer.from(Array.from({ length: 3 * BLOCK + 77 }, (_, index) => (index * 2_654_435_761) >>> 24));
  const changedAt = (offset: number): Buffer => {
    const bytes = Buffer.from(noise);
    bytes[offset] = (bytes[offset] ?? 0) ^ 0x10;
    return bytes;
  };

  it.each<readonly [string, Buffer, Buffer]>([
    ['the same', noise, noise],
    ['empty', Buffer.alloc(0), Buffer.alloc(0)],
    ['one empty', Buffer.alloc(0), noise],
    ['different in the first byte', noise, changedAt(0)],
    ['different in the last byte of a block', noise, changedAt(BLOCK - 1)],
    ['different in the first byte of a block', noise, changedAt(BLOCK)],
    ['different in the last byte', noise, changedAt(noise.length - 1)],
    ['as long as a block, and one byte longer', noise.subarray(0, BLOCK), noise.subarray(0, BLOCK + 1)],
    ['as long as two blocks', noise.subarray(0, 2 * BLOCK), noise.subarray(0, 2 * BLOCK)],
    ['one the beginning of the other', noise, noise.subarray(0, 1000)],
    ['different and of different lengths', changedAt(5), noise.subarray(0, BLOCK)],
  ])('compares two files that are %s like cmp and sha256sum', async (_, one, other) => {
    const directory = testDirectoryWith({ 'left.bin': one, 'other/right.bin': other });
    const [left, right] = [join(directory, 'left.bin'), join(directory, 'other/right.bin')];
    const firstDifference = cmp(left, right);
    expect(await compareOne(left, right)).toEqual({
      path: 'left.bin',
      status: firstDifference === undefined ? 'identical' : 'differs',
      left: { kind: 'file', size: one.length, sha256: sha256sum(left) },
      right: { kind: 'file', size: other.length, sha256: sha256sum(right) },
      ...(firstDifference !== undefined && { firstDifference }),
    });
  });

  it('compares files beyond 4 GiB with little memory', async () => {
    // In memory, reading a hole allocates no pages of the kernel's cache.
    const directory = testDirectory('/dev/shm');
    const paths = ['left', 'right'].map((name) => join(directory, name));
    for (const path of paths) {
      writeFileSync(path, '');
      truncateSync(path, 2 ** 32 + 5);
      appendFileSync(path, basename(path));
    }
    const [left = '', right = ''] = paths;
    const before = process.memoryUsage().arrayBuffers;
    expect(await compareOne(left, right)).toMatchObject({ status: 'differs', firstDifference: 2 ** 32 + 5 });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * BLOCK);
  }, 120_000);
});

/** Names as bytes, one character each. */
const NAMES = ['a', 'a b', 'new\nline', '\xff\xfe', 'back\\slash', '\x1b[31m', '-n', '*', '\xc3\xbc', 'z.'];

function pathIn(directory: string, name: string): Buffer {
  return Buffer.concat([Buffer.from(`${directory}/`), Buffer.from(name, 'latin1')]);
}

function write(directory: string, name: string, content: string): void {
  mkdirSync(pathIn(directory, dirname(name)), { recursive: true });
  writeFileSync(pathIn(directory, name), content);
}

describe('two directories', () => {
  it('two directories are identical exactly if diff finds no difference', async () => {
    const name = fc.constantFrom(...NAMES);
    const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
    const content = fc.constantFrom('', 'x', 'y');
    const tree = fc.dictionary(path, content, { maxKeys: 6 });
    const change = fc.option(fc.record({ path, content: fc.option(content) }));
    await fc.assert(
      fc.asyncProperty(tree, change, async (files, changed) => {
        const root = testDirectory();
        const [left, right] = [join(root, 'left'), join(root, 'right')];
        const other = { ...files };
        if (changed?.content === null) delete other[changed.path];
        else if (changed !== null) other[changed.path] = changed.content;
        for (const [directory, entries] of [
          [left, files],
          [right, other],
        ] as const) {
          mkdirSync(directory);
          for (const [file, text] of Object.entries(entries)) tryWrite(directory, file, text);
        }
        const judge = spawnSync('diff', ['--recursive', '--brief', '--no-dereference', left, right]);
        expect((await compareArtifacts(left, right)).identical).toBe(judge.status === 0);
      }),
      { numRuns: 60 },
    );
  });

  it('compares two directories by name with all their contents', async () => {
    const root = testDirectory();
    const [left, right] = [join(root, 'left'), join(root, 'right')];
    for (const directory of [left, right]) {
      for (const name of NAMES) write(directory, `names/${name}`, name);
      mkdirSync(join(directory, 'empty'));
    }
    write(left, 'names/new\nline', 'other');
    write(left, 'sub/only', '1');
    mkdirSync(join(right, 'hollow/deep'), { recursive: true });
    write(left, 'kind', 'a file');
    mkdirSync(join(right, 'kind'));
    write(right, 'kind/file', 'in a directory');
    for (const [directory, target] of [
      [left, 'a'],
      [right, 'b'],
    ] as const) {
      symlinkSync('/nowhere', join(directory, 'dangling'));
      symlinkSync(target, join(directory, 'link'));
      symlinkSync('.', join(directory, 'loop'));
      execFileSync('mkfifo', [join(directory, 'fifo')]);
    }
    const { identical, files } = await compareArtifacts(left, right);
    expect(identical).toBe(false);
    // In the order of LC_ALL=C sort.
    expect(files.map(({ path, status }) => `${status} ${path}`)).toEqual([
      'identical dangling',
      'identical fifo',
      'only-right hollow/deep',
      'differs kind',
      'differs link',
      'identical loop',
      'identical names/\\x1b[31m',
      'identical names/*',
      'identical names/-n',
      'identical names/a',
      'identical names/a b',
      'identical names/back\\\\slash',
      'differs names/new\\x0aline',
      'identical names/z.',
      'identical names/ü',
      'identical names/\\xff\\xfe',
      'only-left sub/only',
    ]);
    const found = new Map(files.map((file) => [file.path, file]));
    expect(found.get('link')).toMatchObject({ left: { kind: 'symlink', target: 'a' }, right: { target: 'b' } });
    expect(found.get('kind')).toMatchObject({ left: { kind: 'file', size: 6 }, right: { kind: 'directory' } });
    expect(found.get('hollow/deep')).toEqual({
      path: 'hollow/deep',
      status: 'only-right',
      right: { kind: 'directory' },
    });
    expect(found.get('sub/only')).toMatchObject({
      left: { kind: 'file', size: 1, sha256: sha256sum(join(left, 'sub/only')) },
    });
  });
});

/** A name may be generated for a file and for a directory; then the first one is kept. */
function tryWrite(directory: string, name: string, content: string): void {
  try {
    write(directory, name, content);
  } catch {
    // The name is used by the other kind.
  }
}

describe('a list of digests', () => {
  it('a list of digests names nothing outside of the compared directory, even through links', async () => {
    const kept = testDirectoryWith({ secret: 'secret' });
    const directory = testDirectoryWith({ inside: 'inside' });
    mkdirSync(join(directory, 'below'));
    symlinkSync(join(kept, 'secret'), join(directory, 'file'));
    symlinkSync(kept, join(directory, 'directory'));
    symlinkSync('../inside', join(directory, 'below/link'));
    const list = join(testDirectory(), 'SHA256SUMS');
    const compareWith = (name: string) => {
      writeFileSync(list, `${sha256sum(join(directory, 'inside'))}  ${name}\n`);
      return compareArtifacts(list, directory);
    };
    for (const name of ['file', 'directory/secret', 'below/../directory/secret', `/${kept}/secret`, '../x']) {
      await expect(compareWith(name)).rejects.toMatchObject({
        code: 'input',
        message: expect.stringMatching(/it is a link that leads out of|is not below the directory/),
      });
    }
    // As for sha256sum, a link inside of the directory is the file it leads to. The directory itself may be a link too.
    expect(await compareWith('below/link')).toMatchObject({ identical: true });
    symlinkSync(directory, join(kept, 'link'));
    expect(await compareArtifacts(list, join(kept, 'link'))).toMatchObject({ identical: true });
  });

  /** A directory with files of odd names, and the lists that sha256sum makes of them. */
  function listed(...options: readonly string[]): { readonly directory: string; readonly list: string } {
    const root = testDirectory();
    const directory = join(root, 'files');
    for (const name of NAMES) write(directory, name, `content of ${name}`);
    const list = join(root, 'SHA256SUMS');
    writeFileSync(list, execFileSync('sh', ['-c', `sha256sum ${options.join(' ')} -- *`], { cwd: directory }));
    return { directory, list };
  }

  it.each([[['--text']], [['--binary']], [['--tag']]])(
    'reads and verifies a list that sha256sum %s has written',
    async (options) => {
      const { directory, list } = listed(...options);
      const agree = async (): Promise<boolean> => {
        const judge = spawnSync('sha256sum', ['--check', '--status', list], { cwd: directory });
        const ours = await compareArtifacts(list, directory);
        const reversed = await compareArtifacts(directory, list);
        expect(ours.files).toHaveLength(NAMES.length);
        expect(ours.identical).toBe(judge.status === 0);
        expect(reversed.identical).toBe(ours.identical);
        return ours.identical;
      };
      expect(await agree()).toBe(true);
      writeFileSync(join(directory, 'not listed'), 'nobody asks');
      expect(await agree()).toBe(true);
      write(directory, 'new\nline', 'something else');
      expect(await agree()).toBe(false);
      const changed = (await compareArtifacts(list, directory)).files.filter(({ status }) => status !== 'identical');
      expect(changed).toMatchObject([{ path: 'new\\x0aline', status: 'differs' }]);
      expect(changed[0]).not.toHaveProperty('firstDifference');
    },
  );

  it('reports missing files and paths that are not files', async () => {
    const { directory, list } = listed();
    execFileSync('rm', ['--', 'a', 'z.', '*'], { cwd: directory });
    execFileSync('mkfifo', [join(directory, 'z.')]);
    symlinkSync('a b', join(directory, '*'));
    const { files } = await compareArtifacts(list, directory);
    const found = new Map(files.map((file) => [file.path, file]));
    expect(found.get('a')).toMatchObject({ status: 'only-left' });
    expect(found.get('z.')).toMatchObject({ status: 'differs', right: { kind: 'fifo' } });
    // sha256sum follows links, and finds different bytes behind this one.
    expect(found.get('*')).toMatchObject({
      status: 'differs',
      right: { kind: 'file', sha256: sha256sum(join(directory, 'a b')) },
    });
  });

  it('compares two lists line by line in any order', async () => {
    const one = testDirectoryWith({ SHA256SUMS: `${'a'.repeat(64)}  x\n${'b'.repeat(64)}  y\n${'c'.repeat(64)}  z\n` });
    const other = testDirectoryWith({
      SHA256SUMS: `${'c'.repeat(64)} *./z\n${'a'.repeat(64)}  y\n${'d'.repeat(64)}  w\n`,
    });
    const { identical, files } = await compareArtifacts(join(one, 'SHA256SUMS'), join(other, 'SHA256SUMS'));
    expect(identical).toBe(false);
    expect(files.map(({ path, status }) => `${status} ${path}`)).toEqual([
      'only-right w',
      'only-left x',
      'differs y',
      'identical z',
    ]);
    expect((await compareArtifacts(join(one, 'SHA256SUMS'), join(one, 'SHA256SUMS'))).identical).toBe(true);
  });

  it('compares a list with one file of the same name', async () => {
    const { directory, list } = listed();
    const file = join(directory, 'a b');
    const digest = sha256sum(file);
    expect(await compareOne(list, file)).toEqual({
      path: 'a b',
      status: 'identical',
      left: { kind: 'file', sha256: digest },
      right: { kind: 'file', size: 14, sha256: digest },
    });
    appendFileSync(file, '!');
    expect(await compareOne(file, list)).toMatchObject({ status: 'differs', right: { sha256: digest } });
  });
});
