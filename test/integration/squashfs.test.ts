import { createHash } from 'node:crypto';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeSquashfs } from '../../src/formats/squashfs/write.ts';
import { IMAGE_CHECKS } from '../../src/tools/image-checks.ts';
import { checkImage } from '../../src/tools/run-image-check.ts';
import { OPTIONS, storableTree, unsquashfs, writeImage } from '../helpers/filesystem/squashfs-image.ts';
import { judgedProperty } from '../helpers/property-runs.ts';
import { testDirectory } from '../helpers/scratch.ts';
import { arbitraryImageTree, testSpool } from '../helpers/tree/arbitrary-image-tree.ts';
import { file, leaf, treeOf, xattrs } from '../helpers/tree/tree-builder.ts';

const MIB = 2 ** 20;

function testImage(): string {
  return join(testDirectory(), 'image');
}

function digestOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/** Bytes that compress a little and have no pattern. */
function noise(length: number, seed: number): Buffer {
  const bytes = Buffer.alloc(length);
  for (let index = 0, state = seed; index < length; index++) {
    state = Math.imul(state, 1_103_515_245) + 12_345;
    bytes[index] = (state >>> 16) & 0x3f;
  }
  return bytes;
}

function someTree() {
  return treeOf([
    ...Array.from({ length: 3000 }, (_, index) => [`names/${index}`, file(`${index}`)] as const),
    ...Array.from({ length: 10 }, (_, index) => [`big/${index}`, file(noise(700_000 + index, index))] as const),
  ]);
}

describe('unsquashfs', () => {
  const { numRuns, timeout } = judgedProperty(10, 1);

  it('unsquashfs reads the image of any tree with all its contents', { timeout }, async () => {
    const directory = testDirectory();
    const image = join(directory, 'image');
    await fc.assert(
      fc.asyncProperty(arbitraryImageTree(testSpool(), 100), async (tree) => {
        await writeImage(storableTree(tree), image);
        await checkImage(IMAGE_CHECKS.squashfs, 'unsquashfs', { image, directory, holeBytes: 0 });
      }),
      { numRuns },
    );
  });

  it('the check finds damage and creates no file', async () => {
    const directory = testDirectory();
    const image = join(directory, 'image');
    await writeImage(someTree(), image);
    const [dataStart, inodeTable] = [102, Number(readFileSync(image).readBigUInt64LE(64))];
    for (const start of [dataStart, inodeTable]) {
      const damaged = join(directory, 'damaged');
      writeFileSync(damaged, readFileSync(image).fill(0x5a, start, start + 500));
      await expect(
        checkImage(IMAGE_CHECKS.squashfs, 'unsquashfs', { image: damaged, directory, holeBytes: 0 }),
      ).rejects.toMatchObject({
        code: 'internal',
        message: expect.stringMatching(/^the image failed its check: unsquashfs ended with status 1:\n/),
      });
    }
    expect(IMAGE_CHECKS.squashfs.arguments(image)).not.toContain('/dev/null');
  });

  it('the check skips contents where holes would be slow and still finds damaged metadata', async () => {
    const directory = testDirectory();
    const image = join(directory, 'image');
    const spool = testSpool();
    const size = 900 * 1024 * MIB + 5;
    const extents = [{ offset: 700 * 1024 * MIB + 3, length: 13, position: 5 }];
    const content = { kind: 'spool', size, spool, extents } as const;
    await writeImage(treeOf([['sparse', leaf({ kind: 'file', content })]]), image);
    const check = { image, directory, holeBytes: size };
    expect(await checkImage(IMAGE_CHECKS.squashfs, 'unsquashfs', check)).toEqual({ areContentsRead: false });
    // 7.2 million blocks, all but one of them holes: only their compressed list is stored.
    expect(readFileSync(image).length).toBeLessThan(100_000);
    expect(unsquashfs(['-lln', image])).toMatch(new RegExp(` ${size} .*sparse`));
    const inodeTable = Number(readFileSync(image).readBigUInt64LE(64));
    writeFileSync(image, readFileSync(image).fill(0x5a, inodeTable, inodeTable + 500));
    await expect(checkImage(IMAGE_CHECKS.squashfs, 'unsquashfs', check)).rejects.toMatchObject({ code: 'internal' });
  });

  it('unsquashfs prints the requested parameters', async () => {
    const image = testImage();
    await writeImage(someTree(), image, { level: 19, epoch: 1_700_000_000 });
    expect(unsquashfs(['-s', image]).split('\n')).toEqual(
      expect.arrayContaining([
        'Creation or last append time Tue Nov 14 22:13:20 2023',
        'Compression zstd',
        '\tcompression-level 19',
        'Block size 131072',
        'Number of inodes 3013',
        'Number of ids 1',
      ]),
    );
  });
});

describe('the bytes of a squashfs image', () => {
  it('the bytes do not depend on the number of threads', async () => {
    const image = testImage();
    const digests = new Set<string>();
    for (const workers of [1, 2, 3, 8]) {
      await writeImage(someTree(), image, { workers, level: 5 });
      digests.add(digestOf(image));
    }
    expect(digests.size).toBe(1);
  });

  it('the bytes have the golden digests, which change only with a line in the CHANGELOG', async () => {
    const image = testImage();
    await writeImage(someTree(), image, { level: 9 });
    expect(digestOf(image)).toBe('87a50efc0f88e978cc65a1367ba0eafe521819d9194feba8a30f0caee81f181a');
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22])(
    'an image of level %i is readable and less than half as large as its text',
    async (level) => {
      const directory = testDirectory();
      const image = join(directory, 'image');
      const text = Buffer.from(Array.from({ length: 40_000 }, (_, n) => `line ${n * 7919} of ${n}\n`).join(''));
      await writeImage(
        treeOf([
          ['text', file(text)],
          ['noise', file(noise(200_000, 1))],
        ]),
        image,
        { level },
      );
      await checkImage(IMAGE_CHECKS.squashfs, 'unsquashfs', { image, directory, holeBytes: 0 });
      expect(readFileSync(image).length).toBeLessThan(0.5 * text.length);
    },
  );

  it('stores equal files once and incompressible data uncompressed', async () => {
    const image = testImage();
    const random = () => file(createRandom(3 * MIB + 17));
    const spool = testSpool();
    const twice = () =>
      leaf({
        content: { kind: 'spool', size: MIB, spool, extents: [{ offset: 500_000, length: 200_000, position: 0 }] },
      });
    const size = await writeImage(
      treeOf([
        ['a', random()],
        ['b', random()],
        ['c/d', random()],
        ['e', twice()],
        ['f', twice()],
      ]),
      image,
    );
    expect(size).toBeLessThan(3 * MIB + 17 + 250_000);
    expect(size).toBeGreaterThan(3 * MIB);
  });
});

describe('an entry that squashfs cannot hold', () => {
  const spool = { descriptor: -1, label: '' };
  const symlink = (length: number) =>
    leaf({ kind: 'symlink', target: 't'.repeat(length) } as Parameters<typeof leaf>[0]);
  const device = (major: number, minor: number) =>
    leaf({ kind: 'char-device', major, minor } as Parameters<typeof leaf>[0]);
  const manyAttributes = (count: number) =>
    xattrs(
      Object.fromEntries(
        Array.from({ length: count }, (_, index) => [`user.${`${index}`.padStart(247, 'n')}`, Buffer.of(1)]),
      ),
    );
  const acl = xattrs({ 'system.posix_acl_access': Buffer.from('02000000', 'hex') });

  it.each<readonly [string, ReturnType<typeof leaf>]>([
    [
      'its time, -1 s, is not between 0 (in 1970) and 4294967295 (in 2106)',
      file('', { mtime: { seconds: -1, nanoseconds: 0 } }),
    ],
    [
      'its time, 4294967296 s, is not between 0 (in 1970) and 4294967295 (in 2106)',
      file('', { mtime: { seconds: 2 ** 32, nanoseconds: 0 } }),
    ],
    [
      'its extended attribute system.posix_acl_access is not in user.*, trusted.* or security.*',
      file('', { xattrs: acl }),
    ],
    [
      'its extended attribute user. is not in user.*, trusted.* or security.*',
      file('', { xattrs: xattrs({ 'user.': acl.values().next().value ?? Buffer.alloc(0) }) }),
    ],
    [
      `its extended attribute user.${'n'.repeat(251)} has a name of 256 bytes, more than 255`,
      file('', { xattrs: xattrs({ [`user.${'n'.repeat(251)}`]: Buffer.alloc(0) }) }),
    ],
    ['its target has 4096 bytes, more than 4095', symlink(4096)],
    ['it is a symbolic link with an empty target', symlink(0)],
    [
      'its extended attribute user.x has 65537 bytes, more than 65536',
      file('', { xattrs: xattrs({ 'user.x': Buffer.alloc(65_537) }) }),
    ],
    [
      'the names of its 261 extended attributes have 66033 bytes, more than 65536',
      file('', { xattrs: manyAttributes(261) }),
    ],
    ['its device number 4096:0 is more than 4095:1048575', device(4096, 0)],
    ['its device number 0:1048576 is more than 4095:1048575', device(0, 1_048_576)],
    [
      'its size is 4398046511105 bytes, more than 4398046511104',
      leaf({ content: { kind: 'spool', size: 2 ** 42 + 1, spool, extents: [] } }),
    ],
  ])('names an entry that squashfs cannot hold: %s', async (what, inode) => {
    await expect(writeImage(treeOf([['d/it', inode]]), testImage())).rejects.toMatchObject({
      code: 'format',
      message: `/d/it does not fit in a squashfs image: ${what}`,
      fix: 'change the file in the image or the mappings, or choose another file system: [filesystem] type = "ext4"',
    });
  });

  it('refuses a name that is too long and one owner too many', async () => {
    const name = 'n'.repeat(256);
    await expect(writeImage(treeOf([[name, file('')]]), testImage())).rejects.toMatchObject({
      message: `/${name} does not fit in a squashfs image: its name has 256 bytes, more than 255`,
    });
    const owned = Array.from(
      { length: 65_535 },
      (_, id) => [`${id}`.padStart(6, '0'), file('', { gid: id + 1 })] as const,
    );
    await expect(writeImage(treeOf(owned), testImage())).rejects.toMatchObject({
      message: '/065534 does not fit in a squashfs image: its owner 65535 exceeds the limit of 65535 different owners',
    });
  });
});

it('handles signals and timers while it reads zeros of holes', async () => {
  const directory = testDirectory();
  const path = join(directory, 'zeros');
  const size = 64 * MIB;
  writeFileSync(path, '');
  truncateSync(path, size);
  let turns = 0;
  let isOver = false;
  const count = (): void => {
    turns += 1;
    if (!isOver) setImmediate(count);
  };
  const tree = treeOf([
    ['zeros', leaf({ content: { kind: 'host-file', path: Buffer.from(path), label: path, size } })],
  ]);
  setImmediate(count);
  await writeImage(tree, join(directory, 'image'));
  isOver = true;
  expect(turns).toBeGreaterThan(size / (4 * MIB));
});

it('rejects with the error of the target', async () => {
  const target = {
    writeAt: () => {
      throw new Error('no space left');
    },
  };
  await expect(writeSquashfs(someTree().entries(), target, OPTIONS)).rejects.toThrow('no space left');
});

/** The same bytes in each call. */
function createRandom(length: number): Buffer {
  const parts: Buffer[] = [];
  for (let index = 0; index * 32 < length; index++) parts.push(createHash('sha256').update(`${index}`).digest());
  return Buffer.concat(parts).subarray(0, length);
}
