import { describe, expect, it } from 'vitest';
import { checksText, factsText } from '../../src/cli/inspect/facts-text.ts';
import { Listing } from '../../src/cli/inspect/listing.ts';
import { treeLines } from '../../src/cli/inspect/tree-text.ts';
import { usageText } from '../../src/cli/inspect/usage-text.ts';
import { treeOf } from '../../src/compare/entry-tree.ts';
import type { Fact } from '../../src/inside/artifact.ts';
import type { InsideEntry } from '../../src/inside/entry.ts';
import type { ByteString } from '../../src/support/byte-string.ts';
import { artifactOf, insideEntry } from '../helpers/inside.ts';

const plain = (_: unknown, text: string): string => text;
const marked = (format: unknown, text: string): string => `<${String(format)}>${text}</>`;

function lineOf(path: string, change: Partial<InsideEntry> = {}): string {
  return new Listing(plain).line(insideEntry(path, change));
}

describe('a line of the listing', () => {
  it.each<readonly [string, string, Partial<InsideEntry>]>([
    ['-rw-r--r--   1 0:0                0 2024-01-01 00:00 /etc/passwd', 'etc/passwd', {}],
    [
      'drwxrwxrwt   3 1000:1000       4096 2024-01-01 00:00 /',
      '',
      { kind: 'directory', mode: 0o1777, size: 4096, links: 3, uid: 1000, gid: 1000 },
    ],
    [
      'lrwxrwxrwx   1 0:0                7 2024-01-01 00:00 /bin -> usr/bin',
      'bin',
      { kind: 'symlink', mode: 0o777, size: 7, target: 'usr/bin' as ByteString },
    ],
    [
      'crw-rw-rw-   1 0:0           1, 300 2024-01-01 00:00 /dev/x',
      'dev/x',
      { kind: 'char-device', mode: 0o666, device: { major: 1, minor: 300 } },
    ],
    ['-rwsr-S--T   1 0:0                0 2024-01-01 00:00 /su', 'su', { mode: 0o7740 }],
    ['srw-r--r--   1 0:0                0 2024-01-01 00:00 /s', 's', { kind: 'socket' }],
    [
      '-rw-r--r-- 65000 4294967295:4294967295 1125899906842624 2024-01-01 00:00 /wide',
      'wide',
      { links: 65_000, uid: 2 ** 32 - 1, gid: 2 ** 32 - 1, size: 2 ** 50 },
    ],
  ])('is %s', (expected, path, change) => {
    expect(lineOf(path, change)).toBe(`${expected}\n`);
  });

  it.each([
    [0, '1970-01-01 00:00'],
    [-1, '1969-12-31 23:59'],
    [1_704_067_259, '2024-01-01 00:00'],
    [15_032_385_535, '2446-05-10 22:38'],
    [2 ** 60, `@${Math.floor(2 ** 60 / 60) * 60}`],
  ])('has the time %s in UTC as %s', (seconds, expected) => {
    expect(lineOf('a', { mtime: { seconds, nanoseconds: 0 } })).toContain(` ${expected} /a\n`);
  });

  it('has names and targets without bytes that control a terminal', () => {
    const path = '\x1b[31mred\n\x9b\xff';
    const line = lineOf(path, { kind: 'symlink', target: '\r\x1b]0;title\x07' as ByteString });
    expect(line).toMatch(/^[ -~]*\n$/);
    expect(line).toContain('/\\x1b[31mred\\x0a\\x9b\\xff -> \\x0d\\x1b]0;title\\x07');
  });

  it('has the name in the colour of its kind', () => {
    const listing = new Listing(marked);
    const names = [insideEntry('d', { kind: 'directory' }), insideEntry('x', { mode: 0o755 }), insideEntry('f')].map(
      (entry) => listing.line(entry).trimEnd().split(' ').at(-1),
    );
    expect(names).toEqual(['<bold,blue>/d</>', '<bold,green>/x</>', '/f']);
  });
});

async function treeText(entries: readonly InsideEntry[], start = ''): Promise<string> {
  async function* all() {
    yield* entries;
  }
  const tree = await treeOf(all(), { start: start as ByteString, artifact: 'a.img' });
  return [...treeLines(tree, start as ByteString, plain)].join('');
}

describe('the tree', () => {
  it('has sizes of directories, and names in the order of their bytes in whatever order they are read', async () => {
    const entries = [
      insideEntry('etc/z', { size: 1024 }),
      insideEntry('etc', { kind: 'directory', size: 4096 }),
      insideEntry('etc/a/b', { size: 1 }),
      insideEntry('bin', { kind: 'symlink', size: 7, target: 'usr/bin' as ByteString }),
      insideEntry('null', { kind: 'char-device', device: { major: 1, minor: 3 } }),
    ];
    expect(await treeText(entries)).toBe(`\
[   1.0 KiB]  /
├── [          ]  bin -> usr/bin
├── [   1.0 KiB]  etc
│   ├── [       1 B]  a
│   │   └── [       1 B]  b
│   └── [   1.0 KiB]  z
└── [      1, 3]  null

2 directories, 4 other entries
`);
  });

  it('begins at a path', async () => {
    expect(await treeText([insideEntry('usr/bin/ls', { size: 3 })], 'usr/bin')).toBe(
      '[       3 B]  /usr/bin\n└── [       3 B]  ls\n\n0 directories, 1 other entry\n',
    );
  });

  it('refuses more names than the memory is for', async () => {
    async function* many() {
      for (let index = 0; index < 11; index++) yield insideEntry(`${index}`);
    }
    const tree = treeOf(many(), { start: '' as ByteString, artifact: 'a.img', maxNames: 10 });
    await expect(tree).rejects.toMatchObject({ code: 'input', fix: expect.any(String) });
  });
});

describe('the facts above the listing', () => {
  const facts: readonly Fact[] = [
    { key: 'blockSize', title: 'block size', value: 4096, unit: 'bytes' },
    { key: 'inodes', title: 'inodes', value: 128 },
    { key: 'isClean', title: 'clean', value: true },
    { key: 'features', title: 'features', value: ['extent', '64bit'] },
    { key: 'label', title: 'label', value: '\x1b[2Jroot\n' },
  ];

  it('have one line for each fact, with sizes for people and for programs', () => {
    const about = { facts, beside: { digests: [] }, fileSize: 1_048_576 };
    expect(factsText(artifactOf([], { wrapper: 'qcow2' }), about, plain)).toBe(`\
artifact    nginx.img
file size   1.0 MiB (1048576 bytes)
format      ext4 in qcow2
block size  4.0 KiB (4096 bytes)
inodes      128
clean       yes
features    extent, 64bit
label       \\x1b[2Jroot\\x0a
`);
  });

  it('have a line for each long value of a list', () => {
    const layers = ['a', 'b'].map((letter) => `sha256:${letter.repeat(64)}`);
    const about = {
      facts: [{ key: 'layer', title: 'layer', value: layers }],
      beside: { digests: [] },
      fileSize: undefined,
    };
    const lines = factsText(artifactOf([]), about, plain).split('\n');
    expect(lines.slice(-3)).toEqual([`layer     ${layers[0]}`, `          ${layers[1]}`, '']);
  });

  it('have what the manifest and the provenance state, without control characters', () => {
    const fields = {
      name: 'web',
      version: '1.2.0',
      workload: { entrypoint: ['/bin/web', '--name', 'a b'], base_url: 'http://127.0.0.1:8080' },
    };
    const inputs = [{ name: 'image\x1b[0m', uri: 'docker://nginx', digest: `sha256:${'0123456789abcdef'.repeat(4)}` }];
    const about = {
      facts: [],
      fileSize: undefined,
      beside: {
        digests: [],
        manifest: { path: 'dist/manifest.json', fields, document: {} },
        provenance: { path: 'dist/provenance.json', platform: 'linux/amd64', fledge: '1.0.0', inputs },
      },
    };
    expect(factsText(artifactOf([]), about, plain)).toBe(`\
artifact         nginx.img
format           ext4
manifest.json    web 1.2.0
  entrypoint     /bin/web --name 'a b'
  port           8080
provenance.json  linux/amd64, built by fledge 1.0.0
  image\\x1b[0m   docker://nginx sha256:0123456789ab
`);
  });
});

it('the results of a verification have one line for each digest', () => {
  const check = { path: 'x/nginx.img', name: 'nginx.img', sha256: '', actual: '' };
  const checks = [
    { ...check, source: 'SHA256SUMS', ok: true },
    { ...check, source: 'manifest.json', ok: false },
  ];
  expect(checksText(checks, plain)).toBe('SHA256SUMS: nginx.img: OK\nmanifest.json: nginx.img: differs\n');
});

it('the usage has sums, and a table for directories and files', () => {
  const text = usageText({
    entries: { file: 1, directory: 2, symlink: 1 },
    size: 2048,
    allocated: 4096,
    savedByHoles: 0,
    savedByLinks: 1536,
    directories: [{ path: '/', size: 2048, entries: 3 }],
    files: [{ path: '/a', size: 512 }],
  });
  expect(text).toBe(`\
entries              4: 1 file, 2 directories, 1 symbolic link
content              2.0 KiB (2048 bytes)
on the disk          4.0 KiB (4096 bytes)
saved by holes       0 B
saved by hard links  1.5 KiB (1536 bytes)

   size     part  entries  directory
2.0 KiB  100.0 %        3  /

 size    part  file
512 B  25.0 %  /a
`);
});
