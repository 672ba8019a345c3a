import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  closeSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { InsideEntry, InsidePiece } from '../../src/inside/entry.ts';
import { openArtifact } from '../../src/inside/open.ts';
import { bytesOf, compareByteStrings } from '../../src/support/byte-string.ts';
import { FledgeError } from '../../src/support/errors.ts';
import { DumpParser } from '../../src/tools/getfattr.ts';
import { listAsRoot } from '../helpers/image/umoci.ts';
import { describeArtifact } from '../helpers/inside.ts';
import { testDirectory } from '../helpers/scratch.ts';

async function open(path: string) {
  const artifact = await openArtifact(path);
  onTestFinished(() => artifact.close());
  return artifact;
}

async function entriesOf(path: string): Promise<InsideEntry[]> {
  return collect((await open(path)).entries());
}

async function collect<T>(items: AsyncIterable<T> | Iterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

async function fileIn(directory: string, name: string): Promise<InsideEntry> {
  const entry = (await entriesOf(directory)).find(({ path }) => path === name);
  if (entry === undefined) throw new Error(`there is no ${name}`);
  return entry;
}

/** Every kind of file that a user can make, names that are not UTF-8, links out of the directory, and holes. */
async function makeEverything(directory: string): Promise<void> {
  const at = (name: string | Buffer): Buffer => Buffer.concat([Buffer.from(`${directory}/`), Buffer.from(name)]);
  mkdirSync(at('d/empty'), { recursive: true });
  mkdirSync(at('d.x'));
  mkdirSync(at('d-x'), { mode: 0o2755 });
  writeFileSync(at('d/text'), 'some text\n', { mode: 0o640 });
  utimesSync(at('d/text'), 1, -1.5);
  linkSync(at('d/text'), at('hard'));
  linkSync(at('d/text'), at('d-x/hard'));
  writeFileSync(at(Buffer.from([0xff, 0xfe, 0x0a, 0x5c, 0x20])), Buffer.alloc(300_000, 'x'));
  symlinkSync('/etc', at('etc'));
  symlinkSync('d', at('to-d'));
  symlinkSync(Buffer.from([0xfd]), at('odd-link'));
  symlinkSync('missing', at('dangling'));
  execFileSync('mkfifo', [join(directory, 'fifo')]);
  const server = createServer().listen(join(directory, 'socket'));
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => void server.close());
  const sparse = openSync(at('sparse'), 'w');
  writeSync(sparse, 'data', 1_000_000);
  writeSync(sparse, 'more', 5_000_001);
  closeSync(sparse);
  truncateSync(at('sparse'), 9_000_000);
  execFileSync('setfattr', ['-n', 'user.a=b', '-v', '0x00ff0a', join(directory, 'd/text')]);
  execFileSync('setfattr', ['-n', 'user.empty', join(directory, 'd')]);
  execFileSync('setfattr', ['-n', 'user.root', '-v', 'x', directory]);
}

describe('a directory that is opened as an artifact', () => {
  it('has the entries that find prints, and the attributes and contents that are in it', async () => {
    const directory = testDirectory();
    await makeEverything(directory);
    const format = '%P\\0%y\\0%m\\0%U\\0%G\\0%s\\0%n\\0%T@\\0%l\\0';
    const fields = execFileSync('find', [directory, '-printf', format]).toString('latin1').split('\0');
    const theirs: string[][] = [];
    for (let at = 0; at + 9 <= fields.length; at += 9) theirs.push(fields.slice(at, at + 9));
    const letters = {
      'char-device': 'c',
      'block-device': 'b',
      directory: 'd',
      file: 'f',
      symlink: 'l',
      fifo: 'p',
      socket: 's',
    };
    const entries = await entriesOf(directory);
    const ours = entries.map(({ path, kind, mode, uid, gid, size, links, mtime, target = '' }) => [
      ...[path, letters[kind], mode.toString(8), `${uid}`, `${gid}`, `${size}`, `${links}`],
      ...[`${mtime.seconds}.${`${mtime.nanoseconds}`.padStart(9, '0')}0`, target],
    ]);
    const sorted = (rows: readonly (readonly string[])[]) => rows.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1));
    // find prints a time before 1970 with the sign of the whole number.
    const isNegative = (row: readonly string[]): boolean => row[7]?.startsWith('-') === true;
    expect(sorted(ours).filter((row) => !isNegative(row))).toEqual(sorted(theirs).filter((row) => !isNegative(row)));
    expect(await describeArtifact(directory)).toEqual(listAsRoot(directory));
  });

  it('has directories before their contents, and names in the order of their bytes', async () => {
    const directory = testDirectory();
    for (const name of ['a/b', 'a-b', 'a.b', 'Z', 'é']) mkdirSync(join(directory, name), { recursive: true });
    const paths = (await entriesOf(directory)).map(({ path }) => bytesOf(path).toString());
    expect(paths).toEqual(['', 'Z', 'a', 'a/b', 'a-b', 'a.b', 'é']);
  });

  it('has one number for all names of a file, and other numbers for other files', async () => {
    const directory = testDirectory();
    await makeEverything(directory);
    const artifact = await open(directory);
    const numbers = async () => (await collect(artifact.entries())).map(({ path, ino }) => [path, ino] as const);
    const first = await numbers();
    const byPath = new Map<string, number>(first);
    expect(new Set([byPath.get('hard'), byPath.get('d-x/hard'), byPath.get('d/text')]).size).toBe(1);
    expect(new Set(byPath.values()).size).toBe(first.length - 2);
    expect(await numbers()).toEqual(first);
  });

  it('has holes where a sparse file has no data', async () => {
    const directory = testDirectory();
    await makeEverything(directory);
    const entry = await fileIn(directory, 'sparse');
    const pieces = await collect<InsidePiece>(entry.content());
    expect(entry.size).toBe(9_000_000);
    expect(pieces.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBeLessThan(20_000);
    const whole = Buffer.alloc(entry.size);
    for (const { offset, bytes } of pieces) bytes.copy(whole, offset);
    expect([whole.toString('latin1', 1_000_000, 1_000_004), whole.toString('latin1', 5_000_001, 5_000_005)]).toEqual([
      'data',
      'more',
    ]);
  });

  it('has the device numbers of the host', async () => {
    const artifact = await open('/dev');
    // Other processes change /dev/shm, which follows.
    for await (const entry of artifact.entries()) {
      if (entry.path !== 'null') continue;
      expect(entry).toMatchObject({ kind: 'char-device', device: { major: 1, minor: 3 }, size: 0 });
      expect(await collect(entry.content())).toEqual([]);
      return;
    }
    expect.fail('there is no /dev/null');
  });

  it('opens a directory through a link in its own path, and calls it by that path', async () => {
    const directory = testDirectory();
    mkdirSync(join(directory, 'real/x'), { recursive: true });
    symlinkSync('real', join(directory, 'link'));
    const artifact = await open(join(directory, 'link'));
    expect(artifact).toMatchObject({ format: 'directory', isStream: false, path: join(directory, 'link') });
    expect((await collect(artifact.entries())).map(({ path }) => path)).toEqual(['', 'x']);
  });

  it('reads paths up to the limit of Linux, and refuses longer ones', async () => {
    const directory = testDirectory();
    onTestFinished(() => void execFileSync('rm', ['-rf', directory]));
    const name = 'n'.repeat(200);
    const deeper = `for i in $(seq 10); do mkdir ${name} && cd -P ${name}; done; echo deep > file`;
    execFileSync('sh', ['-c', deeper], { cwd: directory });
    const paths = (await entriesOf(directory)).map(({ path }) => path);
    expect(paths).toHaveLength(12);
    expect(paths.at(-1)).toHaveLength(10 * 201 + 4);
    expect(paths).toEqual(paths.toSorted(compareByteStrings));
    execFileSync('sh', ['-c', `for i in $(seq 10); do cd -P ${name}; done; ${deeper.replace('10', '15')}`], {
      cwd: directory,
    });
    const error = await entriesOf(directory).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(FledgeError);
    expect(error).toMatchObject({ code: 'input', fix: expect.any(String) as string });
  });

  it('reads files below 300 directories in each other', async () => {
    const directory = testDirectory();
    const path = 'd/'.repeat(300);
    mkdirSync(join(directory, path), { recursive: true });
    writeFileSync(join(directory, path, 'file'), 'deep');
    const entries = await entriesOf(directory);
    expect(entries).toHaveLength(302);
    expect(Buffer.concat((await collect(entries.at(-1)?.content() ?? [])).map(({ bytes }) => bytes)).toString()).toBe(
      'deep',
    );
  });

  it.each<[string, (path: string) => void]>([
    ['has other bytes', (path) => appendFileSync(path, 'more')],
    ['is shorter', (path) => truncateSync(path, 1)],
    ['is missing', (path) => rmSync(path)],
    [
      'is a fifo',
      (path) => {
        rmSync(path);
        execFileSync('mkfifo', [path]);
      },
    ],
    [
      'is a link',
      (path) => {
        renameSync(path, `${path}.moved`);
        symlinkSync(`${path}.moved`, path);
      },
    ],
    [
      'is another file of the same size',
      (path) => {
        rmSync(path);
        writeFileSync(path, 'text');
      },
    ],
  ])('refuses the content of a file that %s by then', async (_, change) => {
    const directory = testDirectory();
    const path = join(directory, 'd/file');
    mkdirSync(join(directory, 'd'));
    writeFileSync(path, 'text');
    const entry = await fileIn(directory, 'd/file');
    change(path);
    const error = await collect(entry.content()).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'input', fix: expect.any(String) as string });
    expect(String(error)).toContain(path);
  });

  it('refuses a file that grows while it is read', async () => {
    const directory = testDirectory();
    const path = join(directory, 'file');
    writeFileSync(path, Buffer.alloc(1_000_000, 'x'));
    const entry = await fileIn(directory, 'file');
    const reading = (async () => {
      for await (const _ of entry.content()) appendFileSync(path, 'x');
    })();
    await expect(reading).rejects.toMatchObject({ code: 'input' });
  });

  it('does not follow a link that replaces a directory', async () => {
    const directory = testDirectory();
    const outside = testDirectory();
    writeFileSync(join(outside, 'secret'), 'secret');
    mkdirSync(join(directory, 'a'));
    mkdirSync(join(directory, 'b'));
    writeFileSync(join(directory, 'b/secret'), 'public');
    const entry = await fileIn(directory, 'b/secret');
    const artifact = await open(directory);
    const walk = (async () => {
      for await (const { path } of artifact.entries()) {
        if (path !== 'a') continue;
        rmSync(join(directory, 'b'), { recursive: true });
        symlinkSync(outside, join(directory, 'b'));
      }
    })();
    // The walk sees a link. What was listed before as a directory is an error.
    await walk;
    await expect(collect(entry.content())).rejects.toMatchObject({ code: 'input' });
  });

  it('can be closed twice, and is not readable any more', async () => {
    const directory = testDirectory();
    writeFileSync(join(directory, 'file'), 'text');
    const artifact = await openArtifact(directory);
    const entries = await collect(artifact.entries());
    await artifact.close();
    await artifact.close();
    await expect(collect(entries.at(-1)?.content() ?? [])).rejects.toBeInstanceOf(FledgeError);
    await expect(collect(artifact.entries())).rejects.toBeInstanceOf(FledgeError);
  });

  it('ends when its signal aborts', async () => {
    const directory = testDirectory();
    writeFileSync(join(directory, 'a'), '');
    const ending = new AbortController();
    const artifact = await openArtifact(directory, { signal: ending.signal });
    onTestFinished(() => artifact.close());
    const walk = (async () => {
      for await (const _ of artifact.entries()) ending.abort();
    })();
    await expect(walk).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('the output of getfattr', () => {
  it('is read in pieces of any size, with escapes and empty values', () => {
    const text =
      '# file: .\nuser.root=0x78\n\n# file: q=\\012\\134w\nuser.k\\0751=0x\nuser.old\n\n# file: \xff\nuser.x=0x00ff\n\n';
    for (const length of [1, 7, 1000]) {
      const parser = new DumpParser();
      const bytes = Buffer.from(text, 'latin1');
      for (let at = 0; at < bytes.length; at += length) parser.push(bytes.subarray(at, at + length));
      const found = Array.from(parser.finish(), ([path, values]) => [
        path,
        [...values].map(([n, v]) => [n, v.toString('hex')]),
      ]);
      expect(found).toEqual([
        ['', [['user.root', '78']]],
        [
          'q=\n\\w',
          [
            ['user.k=1', ''],
            ['user.old', ''],
          ],
        ],
        ['\xff', [['user.x', '00ff']]],
      ]);
    }
  });
});
