import { createHash } from 'node:crypto';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { ArtifactComparison } from '../../src/compare/explain/explanation.ts';
import { parseIgnored } from '../../src/compare/explain/ignore.ts';
import { byteStringFromBytes, byteStringFromText } from '../../src/support/byte-string.ts';
import type { NonDirectoryInode } from '../../src/tree/entry.ts';
import type { FileTree } from '../../src/tree/tree.ts';
import { type ArtifactName, artifactOf, cpioBytes, explain, linesInside } from '../helpers/inside-diff.ts';
import { testDirectory, testDirectoryWith } from '../helpers/scratch.ts';
import { file, leaf, TREE_TIME, treeOf, xattrs } from '../helpers/tree/tree-builder.ts';

type Leaves = readonly (readonly [path: string, inode: NonDirectoryInode])[];

const NUMBERS = Array.from({ length: 9 }, (_, index) => `${index + 1}\n`);
const TEXT = NUMBERS.join('');
const shared = file('shared', { uid: 1 });
const LARGE = Buffer.alloc(200_000, 7);

/** Entries that are on both sides of every comparison, around those of the case. */
const COMMON: Leaves = [
  ['a', file('a')],
  ['z/z', file('z')],
];

const link = (target: string): NonDirectoryInode =>
  leaf({ kind: 'symlink', mode: 0o777, target: byteStringFromText(target) });
const device = (minor: number): NonDirectoryInode => leaf({ kind: 'char-device', major: 5, minor });

/** Both sides, what is found in ext4 images, and whether an initramfs can hold the difference. */
const CASES: readonly {
  readonly what: string;
  readonly left: Leaves;
  readonly right: Leaves;
  readonly lines: readonly string[];
  readonly notInCpio?: boolean;
}[] = [
  { what: 'an added file', left: [], right: [['etc', file('12')]], lines: ['added    /etc (2 B)'] },
  { what: 'a removed link', left: [['l', link('x')]], right: [], lines: ['removed  /l (symlink)'] },
  {
    what: 'a mode',
    left: [['f', file('x')]],
    right: [['f', file('x', { mode: 0o4755 })]],
    lines: ['changed  /f: mode 0644 → 4755'],
  },
  {
    what: 'an owner',
    left: [['f', file('x')]],
    right: [['f', file('x', { uid: 70_000, gid: 3 })]],
    lines: ['changed  /f: owner 0:0 → 70000:3'],
  },
  {
    what: 'a time',
    left: [['f', file('x')]],
    right: [['f', file('x', { mtime: { seconds: TREE_TIME.seconds + 1, nanoseconds: 0 } })]],
    lines: ['changed  /f: time 2024-01-01T00:00:00Z → 2024-01-01T00:00:01Z'],
  },
  {
    what: 'nanoseconds',
    left: [['f', file('x')]],
    right: [['f', file('x', { mtime: { ...TREE_TIME, nanoseconds: 5 } })]],
    lines: ['changed  /f: time 2024-01-01T00:00:00.000000000Z → 2024-01-01T00:00:00.000000005Z'],
    notInCpio: true,
  },
  {
    what: 'extended attributes',
    left: [['f', file('x', { xattrs: xattrs({ 'user.a': Buffer.from('1'), 'user.b': Buffer.from('b') }) })]],
    right: [['f', file('x', { xattrs: xattrs({ 'user.a': Buffer.from([1, 2]), 'user.c': Buffer.from('c') }) })]],
    lines: ['changed  /f: xattr user.a "1" → 0x0102, xattr user.b "b" → missing, xattr user.c missing → "c"'],
    notInCpio: true,
  },
  { what: 'a target', left: [['l', link('x')]], right: [['l', link('y z')]], lines: ['changed  /l: target x → y z'] },
  { what: 'a device', left: [['d', device(1)]], right: [['d', device(2)]], lines: ['changed  /d: device 5:1 → 5:2'] },
  {
    what: 'a kind',
    left: [['k', link('x')]],
    right: [['k', leaf({ kind: 'fifo', mode: 0o777 })]],
    lines: ['changed  /k: kind symlink → fifo'],
  },
  {
    what: 'a hard link that became a file of its own',
    left: [
      ['h1', shared],
      ['h2', shared],
    ],
    right: [
      ['h1', shared],
      ['h2', file('shared', { uid: 1 })],
    ],
    lines: ['changed  /h2: hard link to /h1 → no hard link'],
  },
  {
    what: 'a small text',
    left: [['t', file(TEXT)]],
    right: [['t', file(TEXT.replace('5', 'five'))]],
    lines: [
      'changed  /t: size 18 → 21, content',
      '  @@ -2,7 +2,7 @@',
      ...['   2', '   3', '   4', '  -5', '  +five', '   6', '   7', '   8'],
    ],
  },
  {
    what: 'a text without a newline at its end',
    left: [['t', file('a\n')]],
    right: [['t', file('a')]],
    lines: ['changed  /t: size 2 → 1, content', ...['  @@ -1 +1 @@', '  -a', '  +a', '  \\ No newline at end of file']],
  },
  {
    what: 'a binary content of the same size',
    left: [['b', file(LARGE)]],
    right: [['b', file(LARGE.with(123_456, 8))]],
    lines: ['changed  /b: content from byte 123456'],
  },
  {
    what: 'a content that is longer',
    left: [['b', file(LARGE)]],
    right: [['b', file(Buffer.concat([LARGE, Buffer.alloc(1)]))]],
    lines: ['changed  /b: size 200000 → 200001, content from byte 200000'],
  },
  {
    what: 'a small file with NUL',
    left: [['b', file('a\0')]],
    right: [['b', file('a\x01')]],
    lines: ['changed  /b: content from byte 1'],
  },
  {
    what: 'an added directory',
    left: [],
    right: [
      ['d/1', file('1')],
      ['d/sub/22', file('22')],
      ['d-', file('')],
    ],
    lines: ['added    /d/ (3 entries, 3 B)', 'added    /d- (0 B)'],
  },
  {
    what: 'names with control characters',
    left: [],
    right: [['n\x1b[31m\n', file('')]],
    lines: ['added    /n\\x1b[31m\\x0a (0 B)'],
  },
  {
    what: 'a directory that became a file',
    left: [['x/y', file('1')]],
    right: [['x', file('')]],
    lines: ['changed  /x: kind directory → file, mode 0755 → 0644', 'removed  /x/y (1 B)'],
  },
];

function treesOf({ left, right }: (typeof CASES)[number]): readonly [FileTree, FileTree] {
  const [first, last] = COMMON;
  if (first === undefined || last === undefined) throw new Error('no common entries');
  return [treeOf([first, ...left, last]), treeOf([first, ...right, last])];
}

async function entriesFound(trees: readonly [FileTree, FileTree], names: readonly [ArtifactName, ArtifactName]) {
  const [left, right] = [await artifactOf(trees[0], names[0]), await artifactOf(trees[1], names[1])];
  const explained = await explain(left, right);
  expect(explained.failure).toBeUndefined();
  const lines = linesInside(explained);
  const end = lines.findIndex((line) => /^ {2}(?:Why|Container|Not compared)/.test(line));
  return { explained, lines: lines.slice(1, end).map((line) => line.slice(4)) };
}

describe('entries that differ', () => {
  it.each(CASES)('finds $what in ext4 images', async (planted) => {
    const { lines } = await entriesFound(treesOf(planted), ['tree.img', 'tree.img']);
    expect(lines).toEqual(planted.lines);
  });

  it.each(CASES)('finds $what in archives, and in an archive and an image', async (planted) => {
    const expected = planted.notInCpio ? [] : planted.lines;
    const trees = treesOf(planted);
    if (!planted.notInCpio) {
      expect((await entriesFound(trees, ['tree.cpio', 'tree.cpio.gz'])).lines).toEqual(expected);
    }
    expect((await entriesFound(trees, ['tree.cpio.gz', 'tree.img'])).lines).toEqual(expected);
    expect((await entriesFound(trees, ['tree.img', 'tree.cpio'])).lines).toEqual(expected);
  });

  it('one tree in two formats is equal up to what a format cannot hold', async () => {
    const tree = treeOf([
      ...COMMON,
      ['x', file('x', { xattrs: xattrs({ 'user.a': Buffer.from('1') }), mtime: { ...TREE_TIME, nanoseconds: 7 } })],
    ]);
    const { explained } = await entriesFound([tree, tree], ['tree.cpio.gz', 'tree.img']);
    expect(explained.artifacts[0]).toMatchObject({
      counts: { added: 0, removed: 0, changed: 0 },
      leftFormat: 'cpio',
      rightFormat: 'ext4',
      notCompared: ['extended attributes and fractions of seconds, which cpio cannot store'],
      container: [{ key: 'format', left: 'cpio in gzip', right: 'ext4' }],
    });
  });

  it('names the section of an ELF file and both build ids', async () => {
    const program = readFileSync('/bin/busybox');
    const at = program.indexOf('.note.gnu.build-id') > 0 ? Math.floor(program.length / 3) : 0;
    expect(at).toBeGreaterThan(0);
    const { explained, lines } = await entriesFound(
      [
        treeOf([...COMMON, ['p', file(program)]]),
        treeOf([...COMMON, ['p', file(program.with(at, (program[at] ?? 0) ^ 1))]]),
      ],
      ['tree.cpio.gz', 'tree.img'],
    );
    expect(lines).toEqual([`changed  /p: content from byte ${at} (section .text)`]);
    const content = explained.artifacts[0]?.entries[0]?.changes[0]?.content;
    expect(content?.leftBuildId).toMatch(/^[0-9a-f]{40}$/);
    expect(content?.rightBuildId).toBe(content?.leftBuildId);
  });

  it('shows all entries and all lines only if they are wanted', async () => {
    const many = Array.from({ length: 150 }, (_, index) => [`m${index}`, file('')] as const);
    const text = (word: string) => file(Array.from({ length: 40 }, (_, index) => `${word}${index}\n`).join(''));
    const left = await artifactOf(treeOf([...COMMON, ['t', text('l')]]), 'tree.img');
    const right = await artifactOf(treeOf([...COMMON, ...many, ['t', text('r')], ['u/v', file('')]]), 'tree.img');
    const explained = await explain(left, right);
    expect(explained.artifacts[0]?.entries).toHaveLength(153);
    const short = linesInside(explained);
    expect(short).toContain('    and 52 more: use --all');
    const all = linesInside(explained, { all: true });
    expect(all).toContain('    added    /u/v (0 B)');
    expect(all).toContain('      … 51 more lines: use --full');
    expect(linesInside(explained, { all: true, full: true })).toContain('      +r39');
  });
});

describe('--ignore', () => {
  it('refuses an unknown word and names the valid ones', () => {
    expect(() => parseIgnored('mtime,foo')).toThrow(
      expect.objectContaining({
        code: 'usage',
        message: expect.stringContaining('"foo"'),
        fix: expect.stringContaining('mtime, owner'),
      }),
    );
    expect([...parseIgnored('mtime, order,')]).toEqual(['mtime', 'order']);
  });

  it('leaves nothing if only ignored properties differ', async () => {
    const changed = file('y', { uid: 1, mode: 0o600, mtime: { seconds: 1, nanoseconds: 0 } });
    const left = await artifactOf(treeOf([...COMMON, ['f', file('x')]]), 'tree.cpio.gz');
    const right = await artifactOf(treeOf([...COMMON, ['f', changed]]), 'tree.cpio.gz');
    const ignored = await explain(left, right, { ignored: parseIgnored('mtime,owner,mode,content') });
    expect(ignored).toMatchObject({
      identical: false,
      onlyIgnored: true,
      artifacts: [{ entries: [], onlyIgnored: true }],
    });
    expect(linesInside(ignored)[0]).toBe('  Entries: equal (ignored: content, mode, owner, mtime)');
    const some = await explain(left, right, { ignored: parseIgnored('mtime,owner,mode') });
    expect(some).toMatchObject({ onlyIgnored: false, artifacts: [{ entries: [{ changes: [{ what: 'content' }] }] }] });
    expect(await explain(left, right)).toMatchObject({ onlyIgnored: false });
  });

  it('ignores the digests that follow from it in the other files of an output directory', async () => {
    const digest = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex');
    const outputs = async (mode: number, name: string): Promise<string> => {
      const image = await cpioBytes(treeOf([['f', file('x', { mode })]]));
      const manifest = JSON.stringify({ name, initramfs: { checksum: `sha256:${digest(image)}` } });
      return testDirectoryWith({
        ...{ 'x.cpio': image, 'manifest.json': manifest },
        SHA256SUMS: `${digest(image)}  x.cpio\n${digest(manifest)}  manifest.json\n`,
      });
    };
    const left = await outputs(0o644, 'a');
    const ignored = parseIgnored('mode');
    expect((await explain(left, await outputs(0o600, 'a'), { ignored })).onlyIgnored).toBe(true);
    expect((await explain(left, await outputs(0o600, 'b'), { ignored })).onlyIgnored).toBe(false);
  });
});

describe('the container', () => {
  const container = ({ artifacts }: { readonly artifacts: readonly ArtifactComparison[] }) => artifacts[0]?.container;

  it('finds another order of entries, and other numbers of inodes', async () => {
    const entry = (name: string, ino: number): Buffer => {
      const fields = [ino, 0o100644, 0, 0, 1, 0, 0, 0, 0, 0, 0, name.length + 1, 0];
      const header = `070701${fields.map((field) => field.toString(16).padStart(8, '0')).join('')}${name}\0`;
      return Buffer.from(header.padEnd(Math.ceil(header.length / 4) * 4, '\0'));
    };
    const archive = (name: string, ...entries: readonly Buffer[]): string => {
      const path = join(testDirectory(), name);
      writeFileSync(path, Buffer.concat([...entries, entry('TRAILER!!!', 0)]));
      return path;
    };
    const usual = archive('x.cpio', entry('a', 1), entry('b', 2));
    const moved = archive('x.cpio', entry('b', 2), entry('a', 1));
    const renumbered = archive('x.cpio', entry('a', 1), entry('b', 7));
    expect(container(await explain(usual, moved))).toEqual([
      { key: 'order', title: 'entry 1 of those on both sides', left: '/a', right: '/b' },
    ]);
    expect(container(await explain(usual, renumbered))).toEqual([
      { key: 'inode', title: 'inode number of /b', left: '2', right: '7' },
    ]);
    expect(await explain(usual, moved, { ignored: parseIgnored('order') })).toMatchObject({ onlyIgnored: true });
  });

  it('names what is left if entries and facts are equal', async () => {
    const tree = treeOf(COMMON);
    const bytes = await cpioBytes(tree);
    const directory = testDirectoryWith({
      'fast.cpio.gz': gzipSync(bytes, { level: 1 }),
      'best.cpio.gz': gzipSync(bytes, { level: 9 }),
      'a.cpio': bytes,
      'b.cpio': Buffer.concat([bytes, Buffer.alloc(512)]),
    });
    const keys = async (left: string, right: string) =>
      container(await explain(join(directory, left), join(directory, right)))?.map(({ key }) => key);
    expect((await keys('a.cpio', 'b.cpio'))?.length).toBe(1);
    expect((await keys('fast.cpio.gz', 'best.cpio.gz'))?.length).toBeGreaterThan(0);
  });
});

describe('files that are not artifacts, and damaged ones', () => {
  it('does not look inside of other files', async () => {
    const directory = testDirectoryWith({
      'a.txt': 'a',
      'b.txt': 'b',
      'a.tar.gz': gzipSync('not an archive of entries'),
      'b.tar.gz': gzipSync('another one'),
      'no.gz': Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3]),
    });
    for (const [left, right] of [
      ['a.txt', 'b.txt'],
      ['a.tar.gz', 'b.tar.gz'],
      ['a.tar.gz', 'no.gz'],
    ] as const) {
      const explained = await explain(join(directory, left), join(directory, right));
      expect(explained).toMatchObject({ identical: false, artifacts: [], onlyIgnored: false });
      expect(explained.failure).toBeUndefined();
    }
  });

  it('keeps the comparison of bytes, and reports the damage of an artifact', async () => {
    const good = await artifactOf(treeOf([...COMMON, ['b', file(LARGE)]]), 'tree.cpio');
    const cut = await artifactOf(treeOf([...COMMON, ['b', file(LARGE)]]), 'tree.cpio');
    truncateSync(cut, 100_000);
    const explained = await explain(good, cut);
    expect(explained).toMatchObject({ identical: false, artifacts: [], failure: { code: 'input' } });
    expect(explained.failure?.message).toContain(cut);
    const image = await artifactOf(treeOf(COMMON), 'tree.img');
    const broken = await artifactOf(treeOf(COMMON), 'tree.img');
    truncateSync(broken, 8192);
    expect((await explain(image, broken)).failure?.message).toContain(broken);
  });

  it('ends for a file that claims a size of hundreds of terabytes', async () => {
    const left = await artifactOf(treeOf([...COMMON, ['f', file('x')]]), 'tree.img');
    const right = join(testDirectory(), 'tree.img');
    const bytes = readFileSync(left);
    // The upper half of the size (i_size_high) of each file of one byte.
    const lying = Buffer.from(bytes);
    for (let at = 0; at + 256 <= lying.length; at += 128) {
      if (lying.readUInt16LE(at) === 0o100644 && lying.readUInt32LE(at + 4) === 1)
        lying.writeUInt32LE(0xffff, at + 108);
    }
    writeFileSync(right, lying);
    expect(lying.equals(bytes)).toBe(false);
    const explained = await explain(left, right);
    expect(explained.failure ?? explained.artifacts[0]?.entries.length).toBeTruthy();
  });
});

describe('the order of the result', () => {
  it('orders entries as a listing does, whatever the order of the archive', async () => {
    const names = ['d', 'd-', 'd/x', 'd0', '\xff', 'ü'];
    const tree = treeOf(COMMON);
    for (const name of names.filter((path) => path !== 'd')) {
      tree.put(name === '\xff' ? byteStringFromBytes(Buffer.from([0xff])) : byteStringFromText(name), file(''));
    }
    const left = await artifactOf(treeOf(COMMON), 'tree.cpio.gz');
    const right = await artifactOf(tree, 'tree.cpio.gz');
    const { artifacts } = await explain(left, right);
    expect(artifacts[0]?.entries.map(({ path }) => path)).toEqual(['/d', '/d/x', '/d-', '/d0', '/ü', '/\\xff']);
  });
});
