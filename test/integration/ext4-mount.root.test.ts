import { createHash } from 'node:crypto';
import { readSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteStringFromText } from '../../src/support/byte-string.ts';
import type { DataExtent } from '../../src/tree/entry.ts';
import { expectCleanFsck, inMountedImage, OPTIONS, writeImage } from '../helpers/filesystem/ext4-image.ts';
import { judgedProperty } from '../helpers/property-runs.ts';
import { largeTestDirectory, testDirectory } from '../helpers/scratch.ts';
import { arbitraryImageTree, testSpool } from '../helpers/tree/arbitrary-image-tree.ts';
import { file, leaf, treeOf, treeOfDirectories, xattrs } from '../helpers/tree/tree-builder.ts';
import { snapshotImage, snapshotTree } from '../helpers/tree/tree-snapshot.ts';

const MIB = 2 ** 20;
const GIB = 2 ** 30;

/** The path of a new image, with room for the largest of these images. */
function testImage(): string {
  return join(largeTestDirectory(3 * GIB), 'image');
}

/** The output of a script inside of a mounted image that e2fsck finds clean before and after. */
function inCleanImage(image: string, script: string, args: readonly string[] = []): string {
  expectCleanFsck(image);
  const output = inMountedImage(image, script, args).toString().trim();
  expectCleanFsck(image);
  return output;
}

describe('an ext4 image that the kernel has mounted', () => {
  const { numRuns, timeout } = judgedProperty(12, 2);

  it(
    'the kernel shows every entry of any tree unchanged',
    async () => {
      const directory = testDirectory();
      const image = join(directory, 'image');
      await fc.assert(
        fc.asyncProperty(arbitraryImageTree(testSpool()), async (tree) => {
          await writeImage(tree, image);
          const actual = snapshotImage(image, directory, inMountedImage);
          const expected = snapshotTree(tree, OPTIONS.epoch);
          expect(Object.fromEntries([...actual].sort())).toEqual(Object.fromEntries([...expected].sort()));
          expectCleanFsck(image);
        }),
        { numRuns },
      );
    },
    timeout,
  );

  it.each([0, MIB, 100 * MIB, 3 * GIB])('the image has %i bytes free for a file and little more', async (freeBytes) => {
    const image = testImage();
    await writeImage(treeOf([['file', file('x'.repeat(100_000))]]), image, { freeBytes });
    const script = 'stat -f -c "%a %f %S" .; fallocate -l "$1" new; stat -c %s new';
    const [available = 0, free = 0, blockSize = 0, written] = inCleanImage(
      image,
      freeBytes === 0 ? script.replace(/fallocate.*/, 'echo 0') : script,
      [`${freeBytes}`],
    )
      .split(/\s/)
      .map(Number);
    expect(written).toBe(freeBytes);
    expect(available * blockSize).toBeGreaterThanOrEqual(freeBytes);
    expect(free * blockSize).toBeLessThanOrEqual(freeBytes + statSync(image).size * 0.02 + 8 * MIB);
  });

  it('the image can be filled with data and with files', async () => {
    const image = testImage();
    await writeImage(treeOf([['file', file('x'.repeat(100_000))]]), image, { freeBytes: 50 * MIB });
    const [written, files, sum] = inCleanImage(
      image,
      [
        'if head -c 1G /dev/zero > data 2> /dev/null; then exit 1; fi; sync; stat -c %s data; rm data',
        'mkdir files; n=0; while : 2> /dev/null > files/$n; do n=$((n + 1)); done 2> /dev/null; echo $n',
        'rm -r files; sha256sum < file | cut -c 1-8',
      ].join('\n'),
    ).split('\n');
    expect(Number(written)).toBeGreaterThanOrEqual(50 * MIB);
    expect(Number(files)).toBeGreaterThanOrEqual((50 * MIB) / 16_384);
    expect(sum).toBe(createHash('sha256').update('x'.repeat(100_000)).digest('hex').slice(0, 8));
  });

  it('finds each of 50,000 names and allows to add and remove others', async () => {
    const image = testImage();
    const names = Array.from({ length: 50_000 }, (_, index) => `${index}`.padStart(1 + (index % 255), 'n'));
    await writeImage(treeOf([...new Set(names)].map((name) => [`d/${name}`, file('')] as const)), image, {
      freeBytes: 400 * MIB,
    });
    const script = [
      'cd d; find . -type f -printf "%f\\0" > ../names; xargs -0 -a ../names stat --printf "%n\\n" -- | wc -l',
      'seq -f "another %g" 20000 | xargs -d "\\n" touch; ls | wc -l',
      'xargs -0 -a ../names rm --; ls | wc -l; cd ..; rm -r d names',
    ].join('\n');
    const count = new Set(names).size;
    expect(inCleanImage(image, script).split('\n').map(Number)).toEqual([count, count + 20_000, 20_000]);
  });

  it('allows to add to and remove from a directory of 70,000 directories', async () => {
    const image = testImage();
    await writeImage(treeOfDirectories(70_000), image, { freeBytes: 20 * MIB });
    const script = 'stat -c %h d; mkdir d/more; rmdir d/17 d/69999; ls d | wc -l; stat -c %h d';
    expect(inCleanImage(image, script).split('\n').map(Number)).toEqual([1, 69_999, 1]);
  });

  it('refuses another link to a file with the maximum number of links', async () => {
    const image = testImage();
    const inode = file('');
    await writeImage(treeOf(Array.from({ length: 65_000 }, (_, index) => [`n${index}`, inode] as const)), image);
    expect(inCleanImage(image, 'stat -c %h n0; ln n0 more 2> /dev/null || echo refused')).toBe('65000\nrefused');
  });

  it('reads sparse files in many pieces and over 4 GiB without allocating their holes', async () => {
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
      ['pieces', leaf({ content: { kind: 'spool', size: 2000 * 8192, spool, extents: pieces } })],
    ]);
    await writeImage(tree, image);
    const script = [
      'stat -c "%s %b" far pieces',
      'tail -c +$((5 * 1024 * 1024 * 1024 + 1)) far | head -c 10 | cmp - <(tail -c +8 "$1" | head -c 10)',
      'for at in 0 1 17 1999; do dd if=pieces bs=8192 skip=$at count=1 status=none',
      '| cmp - <(tail -c +$((at + 1)) "$1" | head -c 4096; head -c 4096 /dev/zero); done',
    ]
      .join('\n')
      .replace('\n|', ' |');
    // Two thousand blocks of data, and six of the extent tree.
    expect(inCleanImage(image, script, [`/proc/${process.pid}/fd/${spool.descriptor}`]).split('\n')).toEqual([
      `${6 * GIB} 8`,
      `${2000 * 8192} ${(2000 + 6 + 1) * 8}`,
    ]);
  });

  it('reads files of all sizes from a kilobyte to some gigabytes', async () => {
    const image = testImage();
    const spool = testSpool(MIB + 7);
    // An extent of ext4 has at most 128 MiB, and the bitmaps of a group are between two of them.
    const sizes = [1 << 10, 4095, 4096, 4097, MIB, 128 * MIB, 2 * GIB + 1];
    const pieces = (size: number): DataExtent[] =>
      Array.from({ length: Math.ceil(size / MIB) }, (_, index) => ({
        offset: index * MIB,
        length: Math.min(MIB, size - index * MIB),
        position: index % 7,
      }));
    const files = sizes.map(
      (size) => [`${size}`, leaf({ content: { kind: 'spool', size, spool, extents: pieces(size) } })] as const,
    );
    await writeImage(treeOf(files), image);
    const bytes = Buffer.alloc(MIB + 7);
    readSync(spool.descriptor, bytes, 0, bytes.length, 0);
    // Every seven pieces are the same bytes again.
    const period = Buffer.concat(Array.from({ length: 7 }, (_, index) => bytes.subarray(index, index + MIB)));
    const repeated = join(testDirectory(), 'repeated');
    writeFileSync(repeated, Buffer.concat(Array(10).fill(period)));
    const script = [
      'for size in [0-9]*; do',
      '  while cat "$1" 2> /dev/null; do :; done | head -c "$size" | cmp - "$size"',
      '  stat -c "%n %s" "$size"',
      'done | sort -n',
    ].join('\n');
    const found = inCleanImage(image, script, [repeated]);
    expect(found.split('\n')).toEqual(sizes.map((size) => `${size} ${size}`));
  }, 120_000);

  it('applies the capabilities of files', async () => {
    const image = testImage();
    const capability = Buffer.from('0100000200040000000000000000000000000000', 'hex');
    await writeImage(treeOf([['ping', file('', { xattrs: xattrs({ 'security.capability': capability }) })]]), image);
    expect(inCleanImage(image, 'getcap ping')).toBe('ping cap_net_bind_service=ep');
  });

  it('allows new attributes beside existing ones', async () => {
    const image = testImage();
    const values = { 'user.a': Buffer.alloc(20, 'a'), 'trusted.b': Buffer.alloc(500, 'b'), 'user.c': Buffer.from('c') };
    await writeImage(treeOf([['f', file('', { xattrs: xattrs(values) })]]), image);
    const script = [
      'setfattr -n user.new -v new f; setfattr -n user.aa -v "$(printf %0900d 0)" f; setfattr -x trusted.b f',
      'getfattr -d -m - f | sed "s/=.*//" | grep -v "^#"; getfattr --only-values -n user.a f',
    ].join('\n');
    expect(inCleanImage(image, script).split('\n')).toEqual([
      'user.a',
      'user.aa',
      'user.c',
      'user.new',
      '',
      'a'.repeat(20),
    ]);
  });

  it('the journal restores the file system after a crash', async () => {
    const image = testImage();
    await writeImage(treeOf([['d/f', file('x')]]), image, { freeBytes: 20 * MIB });
    const crashed = `${image}.crashed`;
    // The disk as at a power failure: synced, and not unmounted.
    inMountedImage(image, 'mkdir new; for n in $(seq 500); do echo $n > new/$n; done; sync; cp "$1" "$2"', [
      image,
      crashed,
    ]);
    expect(inMountedImage(crashed, 'ls new | wc -l; cat new/500').toString()).toBe('500\n500\n');
    expectCleanFsck(crashed);
  });

  it('shows names of any bytes', async () => {
    const image = testImage();
    const tree = treeOf([]);
    tree.put(byteStringFromText('ü'), file(''));
    await writeImage(tree, image);
    expect(inCleanImage(image, 'ls -d ?*ü* lost+found ü 2> /dev/null || true')).toBe('lost+found\nü');
  });
});
