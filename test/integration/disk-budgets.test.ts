import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, statfsSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { requireOutputSpace } from '../../src/recipe/output-space.ts';
import { OutputSet } from '../../src/support/files/output-set.ts';
import { MEBIBYTE } from '../../src/support/units.ts';
import { mountTmpfs } from '../helpers/filesystem/small-disk.ts';
import { treeOfBlobs } from '../helpers/image/image-tree.ts';
import { writeLayerBlob } from '../helpers/image/oci-image.ts';
import { sparseFile, tarOf } from '../helpers/image/tar.ts';
import { asRoot } from '../helpers/process/root.ts';
import { testDirectory } from '../helpers/scratch.ts';

function smallDisk(size: string): string {
  const directory = join(testDirectory(), 'small');
  mkdirSync(directory);
  mountTmpfs(directory, size);
  return directory;
}

function freeOf(directory: string): number {
  const { bavail, bsize } = statfsSync(directory);
  return bavail * bsize;
}

it.each([
  ['one file', [sparseFile('var/swapfile', 4 * 1024 ** 4)], '4.0 TiB'],
  ['several files', Array.from({ length: 3 }, (_, index) => sparseFile(`f${index}`, 400 * 1024 ** 3)), '400.0 GiB'],
])('refuses an image of a few KiB with terabytes of holes and names it: %s', async (_, members, size) => {
  const directory = testDirectory();
  const blob = writeLayerBlob(directory, { tar: tarOf(members), compression: 'gzip' });
  await expect(treeOfBlobs([blob], { spoolDirectory: directory })).rejects.toMatchObject({
    code: 'input',
    message: expect.stringMatching(
      new RegExp(
        `^the files of the image are larger than 1\\.0 TiB together, holes included; one of them is .* with ${size}, in layer 1 of 1`,
      ),
    ),
    fix: expect.stringContaining('do not trust it'),
  });
});

it('refuses an image before its first byte if it does not fit on the disk and writes one that just fits', () => {
  const directory = smallDisk('4m');
  const outputs = new OutputSet(directory);
  try {
    const artifact = outputs.create('app.img');
    const free = freeOf(directory);
    requireOutputSpace({ artifact }, free);
    expect(() => requireOutputSpace({ artifact }, free + 1)).toThrow(
      expect.objectContaining({
        code: 'output',
        message: expect.stringMatching(
          /^there is not enough space on the disk for the image app\.img \(4\.0 MiB, in .*\): 4\.0 MiB are free, 1 B are missing$/,
        ),
        fix: 'free some space, or write to a directory on another disk with --output',
      }),
    );
    const copies = { directory, bytes: 1, what: 'copies', fix: 'set TMPDIR to a directory on another disk' };
    expect(() => requireOutputSpace({ artifact }, free, [copies])).toThrow(/copies .* and the image app\.img/);
  } finally {
    outputs.discard();
  }
});

it("does not write holes that do not fit and keeps the disk's free space", async () => {
  const directory = smallDisk('8m');
  const outputs = new OutputSet(directory);
  try {
    const file = outputs.create('app.img').inAnyOrder();
    file.writeAt(Buffer.from('end'), 16 * MEBIBYTE);
    const before = freeOf(directory);
    await expect(file.finish({ holes: 'fill' })).rejects.toMatchObject({
      code: 'output',
      message: expect.stringMatching(/for the holes of app\.img, which preallocate fills/),
    });
    expect(freeOf(directory)).toBe(before);
  } finally {
    outputs.discard();
  }
  expect(readdirSync(directory)).toEqual([]);
});

it('a layer leaves 256 MiB of the disk free', async () => {
  const directory = join(testDirectory(), 'large');
  const disk = join(testDirectory(), 'disk');
  mkdirSync(directory);
  writeFileSync(disk, '');
  truncateSync(disk, 5 * 1024 * MEBIBYTE);
  execFileSync('mkfs.ext4', ['-q', '-m', '0', disk], { env: { PATH: '/usr/sbin:/sbin:/usr/bin:/bin' } });
  asRoot('mount', ['-o', 'loop', disk, directory]);
  onTestFinished(() => {
    asRoot('umount', ['--lazy', directory]);
  });
  asRoot('chmod', ['1777', directory]);
  // Allocates no space of the underlying disk.
  asRoot('fallocate', ['-l', String(freeOf(directory) - 300 * MEBIBYTE), join(directory, 'filler')]);
  const blob = writeLayerBlob(testDirectory(), {
    tar: tarOf(Array.from({ length: 64 }, (_, index) => ({ name: `f${index}`, data: Buffer.alloc(MEBIBYTE, 'x') }))),
    compression: 'gzip',
  });
  let least = Number.POSITIVE_INFINITY;
  const onRead = (): void => {
    least = Math.min(least, freeOf(directory));
  };
  await expect(treeOfBlobs([blob], { spoolDirectory: directory, onRead })).rejects.toMatchObject({
    code: 'output',
    message: expect.stringMatching(/^cannot unpack layer 1 of 1 of .* are free on the disk$/),
    fix: expect.stringContaining('TMPDIR'),
  });
  expect(least).toBeGreaterThan(250 * MEBIBYTE);
  expect(freeOf(directory)).toBeGreaterThan(295 * MEBIBYTE);
});
