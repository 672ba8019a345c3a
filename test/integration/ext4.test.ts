import { statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteStringFromText } from '../../src/support/byte-string.ts';
import type { DataExtent, NonDirectoryInode } from '../../src/tree/entry.ts';
import { JUDGES } from '../helpers/filesystem/e2fsprogs.ts';
import { e2fsprogs, expectCleanFsck, inMountedImage, writeImage } from '../helpers/filesystem/ext4-image.ts';
import { judgedProperty } from '../helpers/property-runs.ts';
import { largeTestDirectory, testDirectory } from '../helpers/scratch.ts';
import { arbitraryImageTree, testSpool } from '../helpers/tree/arbitrary-image-tree.ts';
import { file, leaf, treeOf, treeOfDirectories, xattrs } from '../helpers/tree/tree-builder.ts';

const MIB = 2 ** 20;
const GIB = 2 ** 30;
const TIB = 2 ** 40;

const FEATURES =
  'has_journal ext_attr dir_index filetype extent 64bit flex_bg sparse_super large_file huge_file dir_nlink ' +
  'extra_isize metadata_csum';

/** The path of a new image, with room for the largest of these images. */
function testImage(): string {
  return join(largeTestDirectory(GIB), 'image');
}

/** The output of `debugfs -R command`. */
function debugfs(image: string, command: string): string {
  return e2fsprogs('debugfs', ['-R', command, image]);
}

/** Some files, a large directory, and a file in pieces. */
function someTree() {
  const spool = testSpool();
  const extents = Array.from({ length: 2000 }, (_, index) => ({ offset: index * 8192, length: 4096, position: index }));
  return treeOf([
    ...Array.from({ length: 3000 }, (_, index) => [`names/${index}`, file(`${index}`)] as const),
    ['pieces', leaf({ content: { kind: 'spool', size: 2000 * 8192, spool, extents } })],
    ['big', file(Buffer.alloc(3 * MIB, 'b'))],
  ]);
}

describe('images in e2fsck', () => {
  const { numRuns, timeout } = judgedProperty(20, 1);

  it(
    'e2fsck finds no fault in the image of any tree',
    async () => {
      const image = testImage();
      const freeBytes = fc.constantFrom(0, 1, 10 * MIB, 3 * GIB);
      await fc.assert(
        fc.asyncProperty(arbitraryImageTree(testSpool(), 100), freeBytes, async (tree, free) => {
          await writeImage(tree, image, { freeBytes: free });
          expectCleanFsck(image);
        }),
        { numRuns },
      );
    },
    timeout,
  );

  // 65,000 links are the maximum: test/integration/ext4-mount.root.test.ts has 70,000 directories.
  it.each([64_998, 64_999])('e2fsck finds no fault in a directory of %i directories', async (count) => {
    const image = testImage();
    await writeImage(treeOfDirectories(count), image);
    expectCleanFsck(image);
    expect(debugfs(image, 'stat d')).toContain(`Links: ${count + 2 > 65_000 ? 1 : count + 2} `);
  });

  it('e2fsck finds no fault in a directory whose names just need or just do not need an index', async () => {
    const image = testImage();
    // 4084 bytes are available for entries; `.` and `..` use 24, and a name of 21 to 24 bytes uses 32.
    for (const [count, indexed] of [
      [126, false],
      [127, true],
      [128, true],
    ] as const) {
      const names = Array.from({ length: count }, (_, index) => [`d/${`${index}`.padEnd(24, 'n')}`, file('')] as const);
      await writeImage(treeOf(names), image);
      expectCleanFsck(image);
      expect(debugfs(image, 'stat d')).toContain(indexed ? 'Flags: 0x81000' : 'Flags: 0x80000');
    }
  });

  it('e2fsck finds no fault in names of 255 bytes in an index of two levels', async () => {
    const image = testImage();
    const names = Array.from(
      { length: 20_000 },
      (_, index) => [`d/${`${index}`.padStart(255, 'n')}`, file('')] as const,
    );
    await writeImage(treeOf(names), image);
    expectCleanFsck(image);
    expect(debugfs(image, 'htree d')).toMatch(/Indirect levels: 1$/m);
  });

  it('e2fsck finds no fault in files of four and more pieces, up to an extent tree of three levels', async () => {
    const image = testImage();
    const spool = testSpool();
    const inPieces = (count: number): NonDirectoryInode => {
      const extents: DataExtent[] = [];
      for (let index = 0; index < count; index++) extents.push({ offset: index * 8192, length: 1, position: index });
      return leaf({ content: { kind: 'spool', size: count * 8192, spool, extents } });
    };
    const counts = [4, 5, 340 * 4, 340 * 4 + 1];
    await writeImage(treeOf(counts.map((count) => [`${count}`, inPieces(count)] as const)), image);
    expectCleanFsck(image);
    // The first column: a node's level and the number of levels.
    const levels = counts.map((count) => /^ *0\/ *(\d+)/m.exec(debugfs(image, `dump_extents ${count}`))?.[1]);
    expect(levels).toEqual(['0', '1', '1', '2']);
  });

  it('e2fsck finds no fault in a file with the maximum number of names', async () => {
    const image = testImage();
    const inode = file('');
    await writeImage(treeOf(Array.from({ length: 65_000 }, (_, index) => [`n${index}`, inode] as const)), image);
    expectCleanFsck(image);
    expect(debugfs(image, 'stat n0')).toContain('Links: 65000 ');
  });

  it('e2fsck finds no fault in an image with more empty files than blocks', async () => {
    const image = testImage();
    const names = Array.from({ length: 70_000 }, (_, index) => [`${index % 50}/${index}`, file('')] as const);
    await writeImage(treeOf(names), image);
    expectCleanFsck(image);
  });

  it('e2fsck finds no fault in a tree with its own lost+found', async () => {
    const image = testImage();
    const names = Array.from(
      { length: 200 },
      (_, index) => [`lost+found/${`${index}`.padEnd(100)}`, file('')] as const,
    );
    await writeImage(treeOf(names), image);
    expectCleanFsck(image);
    expect(debugfs(image, 'stat lost+found')).toContain('Inode: 11 ');
  });

  it('e2fsck finds no fault in a file of 15 TiB with 13 KB of data', async () => {
    const image = testImage();
    const spool = testSpool();
    const extents = [0, 4 * GIB + 1, 15 * TIB].map((offset) => ({ offset, length: 4096, position: 0 }));
    await writeImage(
      treeOf([['f', leaf({ content: { kind: 'spool', size: 15 * TIB + 4096, spool, extents } })]]),
      image,
    );
    expectCleanFsck(image);
    expect(statSync(image).blocks * 512).toBeLessThan(MIB);
    expect(debugfs(image, 'stat f')).toContain(`Size: ${15 * TIB + 4096}`);
  }, 120_000);

  it('e2fsck finds no fault in an image with 17 TiB of free space and block numbers above 32 bits', async () => {
    // Among the directories of every machine, this is the one where a file may be larger than 16 TiB.
    const image = join(testDirectory('/dev/shm'), 'image');
    await writeImage(treeOf([['f', file('x')]]), image, { freeBytes: 17 * TIB });
    expect(statSync(image).size).toBeGreaterThan(17 * TIB);
    expectCleanFsck(image);
    const free = inMountedImage(image, 'stat -f -c "%a %S" .; cat f; echo more > more').toString();
    const [, blocks, blockSize, text] = /^(\d+) (\d+)\n(.*)$/.exec(free) ?? [];
    expect(Number(blocks) * Number(blockSize)).toBeGreaterThanOrEqual(17 * TIB);
    expect(text).toBe('x');
  }, 120_000);
});

describe('the tools of e2fsprogs', () => {
  it('e2fsprogs finds the documented features and nothing that depends on the machine', async () => {
    const image = testImage();
    const { uuid } = await writeImage(treeOf([]), image, { label: 'root', freeBytes: 200 * MIB });
    const fields = e2fsprogs('tune2fs', ['-l', image]);
    const field = (name: string): string => new RegExp(`^${name}: +(.*)$`, 'm').exec(fields)?.[1] ?? '';
    expect(field('Filesystem features')).toBe(FEATURES);
    expect(field('Filesystem flags')).toBe('unsigned_directory_hash ');
    expect(field('Filesystem UUID')).toBe(uuid);
    expect(field('Filesystem volume name')).toBe('root');
    expect(field('Filesystem state')).toBe('clean');
    expect(field('Last mounted on')).toBe('<not available>');
    expect(field('Reserved block count')).toBe('0');
    expect(field('Default directory hash')).toBe('half_md4');
    expect(field('Journal backup')).toBe('inode blocks');
    expect(field('Checksum type')).toBe('crc32c');
    for (const time of ['Filesystem created', 'Last write time', 'Last checked']) {
      expect(Date.parse(`${field(time)} UTC`) / 1000).toBe(1704067200);
    }
    expect(e2fsprogs('dumpe2fs', [image])).toMatch(/^Total journal blocks: +4096$/m);
  });

  it('e2fsprogs finds attributes that fill the inode to the last byte, and larger ones in a block', async () => {
    const image = testImage();
    // A name uses 16 bytes plus its length padded to 4; 88 bytes are available in an inode, 4060 in a block.
    const withValue = (size: number) => file('', { xattrs: xattrs({ 'user.name': Buffer.alloc(size, 'v') }) });
    const sizes = [88 - 20, 88 - 20 + 1, 4060 - 20];
    await writeImage(treeOf(sizes.map((size) => [`${size}`, withValue(size)] as const)), image);
    expectCleanFsck(image);
    const blocks = sizes.map((size) => /File ACL: (\d+)/.exec(debugfs(image, `stat ${size}`))?.[1] !== '0');
    expect(blocks).toEqual([false, true, true]);
    for (const size of sizes) expect(debugfs(image, `ea_get ${size} user.name`)).toContain('v'.repeat(size));
  });

  it('e2fsprogs finds link targets of up to 59 bytes in the inode', async () => {
    const image = testImage();
    const link = (size: number) => leaf({ kind: 'symlink', target: byteStringFromText('t'.repeat(size)) });
    await writeImage(treeOf([59, 60, 4095].map((size) => [`${size}`, link(size)] as const)), image);
    expectCleanFsck(image);
    const fast = [59, 60, 4095].map((size) => debugfs(image, `stat ${size}`).includes('Fast link dest'));
    expect(fast).toEqual([true, false, false]);
  });

  it.each(JUDGES)(
    'e2fsprogs $version shrinks an image to its minimum and grows it without changing its files',
    async ({ run }) => {
      const image = testImage();
      await writeImage(someTree(), image, { freeBytes: 300 * MIB });
      const before = debugfs(image, 'dump pieces /dev/stdout');
      const full = statSync(image).size;
      for (const args of [
        ['-M', image],
        [image, '600M'],
        [image, '20G'],
        ['-M', image],
      ]) {
        expect(run('resize2fs', args)).toMatchObject({ status: 0 });
        expectCleanFsck(image);
        expect(debugfs(image, 'dump pieces /dev/stdout') === before).toBe(true);
      }
      truncateSync(image, full);
      expect(e2fsprogs('dumpe2fs', ['-h', image])).toContain(FEATURES);
    },
  );
});
