import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteStringFromText } from '../../src/support/byte-string.ts';
import { inReadOnlyImage } from '../helpers/filesystem/mounted-image.ts';
import { storableTree, writeImage } from '../helpers/filesystem/squashfs-image.ts';
import { judgedProperty } from '../helpers/property-runs.ts';
import { testDirectory } from '../helpers/scratch.ts';
import { arbitraryImageTree, testSpool } from '../helpers/tree/arbitrary-image-tree.ts';
import { file, leaf, treeOf, treeOfDirectories, xattrs } from '../helpers/tree/tree-builder.ts';
import { type NameSnapshot, snapshotImage, snapshotTree } from '../helpers/tree/tree-snapshot.ts';

const MIB = 2 ** 20;
const GIB = 2 ** 30;

function testImage(): string {
  return join(testDirectory(), 'image');
}

/** The output of a script inside of a mounted image. */
function inImage(image: string, script: string, args: readonly string[] = []): string {
  return inReadOnlyImage(image, script, args).toString().trim();
}

/** Squashfs has only the modification time, and shows it for all times except the birth. */
function withOneTime(snapshots: Map<string, NameSnapshot>): Record<string, NameSnapshot> {
  const oneTime = ([path, snapshot]: [string, NameSnapshot]): [string, NameSnapshot] => [
    path,
    { ...snapshot, times: snapshot.times.split(' ').slice(0, 3).join(' ') },
  ];
  return Object.fromEntries([...snapshots].map(oneTime).sort());
}

describe('a squashfs image that the kernel has mounted', () => {
  const { numRuns, timeout } = judgedProperty(12, 2);

  it(
    'the kernel shows every entry of any tree unchanged',
    async () => {
      const directory = testDirectory();
      const image = join(directory, 'image');
      await fc.assert(
        fc.asyncProperty(arbitraryImageTree(testSpool()), fc.constantFrom(1, 9, 22), async (any, level) => {
          const tree = storableTree(any);
          // Without any attribute the kernel reports that attributes are not supported, instead of an empty list.
          tree.put(byteStringFromText('attributes'), file('', { xattrs: xattrs({ 'user.a': Buffer.from('b') }) }));
          await writeImage(tree, image, { level });
          const actual = snapshotImage(image, directory, inReadOnlyImage);
          const expected = snapshotTree(tree, 0);
          if (tree.get(byteStringFromText('lost+found')) === undefined) {
            expected.delete('./lost+found');
            const root = expected.get('.');
            if (root !== undefined) expected.set('.', { ...root, links: root.links - 1 });
          }
          expect(withOneTime(actual)).toEqual(withOneTime(expected));
        }),
        { numRuns },
      );
    },
    timeout,
  );

  it('finds names among 50,000', async () => {
    const image = testImage();
    const names = new Set(Array.from({ length: 50_000 }, (_, index) => `${index}`.padStart(1 + (index % 255), 'n')));
    await writeImage(treeOf([...names].map((name) => [`d/${name}`, file('')] as const)), image);
    // Each tenth is looked up: a lookup reads some blocks, and all of them would be slow.
    const script = 'cd d; ls | wc -l; ls -U | sed -n "0~10p" | xargs stat --printf "%n\\n" -- | wc -l';
    expect(inImage(image, script).split('\n').map(Number)).toEqual([names.size, Math.floor(names.size / 10)]);
    expect(inImage(image, 'stat d/absent 2>&1 || true')).toContain('No such file');
  });

  it('shows a directory of 70,000 directories', async () => {
    const image = testImage();
    await writeImage(treeOfDirectories(70_000), image);
    const script = 'stat -c %h d; ls d | wc -l; stat -c %F d/0 d/69999 d/12345';
    expect(inImage(image, script).split('\n')).toEqual([`${70_002}`, '70000', ...Array(3).fill('directory')]);
  });

  it('the image has 65,535 owners and files with as many names', async () => {
    const image = testImage();
    const many = file('many', { uid: 0 });
    const owned = Array.from({ length: 65_534 }, (_, id) => [`o/${id}`, file('', { uid: id + 1 })] as const);
    const names = Array.from({ length: 70_000 }, (_, index) => [`n/${index}`, many] as const);
    await writeImage(treeOf([...owned, ...names]), image);
    expect(inImage(image, 'stat -c %u o/0 o/65533; stat -c %h n/0').split('\n')).toEqual(['1', '65534', '70000']);
  });

  it('reads files in many pieces and over 4 GiB without allocating their holes', async () => {
    const image = testImage();
    const spool = testSpool();
    const pieces = Array.from({ length: 2000 }, (_, index) => ({
      offset: index * 8192,
      length: 4096,
      position: index,
    }));
    const far = [{ offset: 5 * GIB, length: 10, position: 7 }];
    const tree = treeOf([
      ['far', leaf({ content: { kind: 'spool', size: 6 * GIB, spool, extents: far } })],
      ['hole', leaf({ content: { kind: 'spool', size: 3 * GIB + 5, spool, extents: [] } })],
      ['pieces', leaf({ content: { kind: 'spool', size: 2000 * 8192, spool, extents: pieces } })],
      ['zeros', file(Buffer.alloc(MIB))],
    ]);
    const size = await writeImage(tree, image);
    expect(size).toBeLessThan(9 * MIB);
    const script = [
      'stat -c "%s %b" far hole zeros',
      'tail -c +$((5 * 1024 * 1024 * 1024 + 1)) far | head -c 10 | cmp - <(tail -c +8 "$1" | head -c 10)',
      'for at in 0 1 17 1999; do dd if=pieces bs=8192 skip=$at count=1 status=none',
      '| cmp - <(tail -c +$((at + 1)) "$1" | head -c 4096; head -c 4096 /dev/zero); done',
      'cmp zeros <(head -c 1M /dev/zero); tail -c 5 hole | cmp - <(head -c 5 /dev/zero)',
    ]
      .join('\n')
      .replace('\n|', ' |');
    // One block, counted in units of 512 bytes.
    expect(inImage(image, script, [`/proc/${process.pid}/fd/${spool.descriptor}`]).split('\n')).toEqual([
      `${6 * GIB} 256`,
      `${3 * GIB + 5} 0`,
      `${MIB} 0`,
    ]);
  });

  it('applies capabilities and shows large attributes', async () => {
    const image = testImage();
    const capability = Buffer.from('0100000200040000000000000000000000000000', 'hex');
    const large = { 'user.large': Buffer.alloc(65_536, 'l'), 'trusted.empty': Buffer.alloc(0) };
    const tree = treeOf([
      ['ping', file('', { xattrs: xattrs({ 'security.capability': capability }) })],
      ...Array.from(
        { length: 20 },
        (_, n) => [`f${n}`, file('', { xattrs: xattrs({ ...large, 'user.n': Buffer.from(`${n}`) }) })] as const,
      ),
    ]);
    await writeImage(tree, image);
    const script =
      'getcap ping; getfattr --only-values -n user.large f7 | md5sum; getfattr --only-values -n user.n f19';
    expect(inImage(image, script)).toBe(
      ['ping cap_net_bind_service=ep', `${md5('l'.repeat(65_536))}  -`, '19'].join('\n'),
    );
  });

  it('the image has a size that is a multiple of the largest sector of a disk', async () => {
    const image = testImage();
    expect(await writeImage(treeOf([]), image)).toBe(4096);
    expect(statSync(image).size).toBe(4096);
    expect(inImage(image, 'ls -A | wc -l; stat -c %h .')).toBe('0\n2');
  });
});

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
