import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { UnreadableImage } from '../../src/inside/damage.ts';
import { ExtVolume } from '../../src/inside/ext/volume.ts';
import { walkTree } from '../../src/inside/walk.ts';
import { diskIn, readEverything } from '../helpers/inside.ts';

const VARIANTS = ['-t ext2 -b 1024', '-t ext4 -b 1024', '-t ext4 -b 4096 -O inline_data'] as const;
const images: Buffer[] = [];

beforeAll(() => {
  const directory = mkdtempSync(join(tmpdir(), 'fledge inside-'));
  try {
    const tree = join(directory, 'tree');
    mkdirSync(join(tree, 'a/b'), { recursive: true });
    writeFileSync(join(tree, 'a/text'), 'some text\n');
    writeFileSync(join(tree, 'a/b/numbers'), Buffer.alloc(400_000, 'number '));
    symlinkSync('text', join(tree, 'a/link'));
    symlinkSync('x'.repeat(100), join(tree, 'a/long'));
    for (let index = 0; index < 40; index++) writeFileSync(join(tree, `file-${index}`), '');
    const env = { PATH: '/usr/sbin:/usr/bin:/sbin' };
    for (const [index, variant] of VARIANTS.entries()) {
      const image = join(directory, `image-${index}`);
      execFileSync('mke2fs', ['-q', ...variant.split(' '), '-N', '64', '-O', '^has_journal', '-d', tree, image, '1M'], {
        env,
      });
      images.push(readFileSync(image));
    }
  } finally {
    rmSync(directory, { recursive: true });
  }
});

/** The number of bytes of all paths and contents. */
async function readAll(bytes: Buffer): Promise<number> {
  return readEverything(walkTree(await ExtVolume.open(diskIn(bytes))));
}

/** Changes of one to eight bytes, mostly in the first part, where the structures are. */
const changes = fc.array(
  fc.tuple(
    fc.oneof(fc.integer({ min: 1024, max: 40_000 }), fc.nat(2 ** 20 - 8)),
    fc.uint8Array({ minLength: 1, maxLength: 8 }),
  ),
  { minLength: 1, maxLength: 6 },
);

describe('the reader of ext file systems, with damaged images', () => {
  it.each(VARIANTS.map((variant, index) => ({ variant, index })))(
    'ends with an error or a result: $variant',
    async ({ index }) => {
      const image = images[index] ?? Buffer.alloc(0);
      const whole = await readAll(image);
      expect(whole).toBeGreaterThan(400_000);
      await fc.assert(
        fc.asyncProperty(changes, async (edits) => {
          const copy = Buffer.from(image);
          for (const [at, bytes] of edits) copy.set(bytes, at);
          try {
            // Every file has at most as many blocks as the file system, and there are 64 inodes.
            expect(await readAll(copy)).toBeLessThan(65 * copy.length);
          } catch (error) {
            expect(error).toBeInstanceOf(UnreadableImage);
          }
        }),
        { numRuns: 150 },
      );
    },
  );

  it('refuses a superblock with more blocks than the file has', async () => {
    const copy = Buffer.from(images[0] ?? Buffer.alloc(0));
    copy.writeUInt32LE(0xffff_ffff, 1024 + 4);
    await expect(readAll(copy)).rejects.toThrow(UnreadableImage);
  });

  it('refuses an image that ends early', async () => {
    for (const image of images) {
      for (const length of [0, 1500, 2048, 30_000, image.length - 1]) {
        await expect(readAll(image.subarray(0, length))).rejects.toThrow(UnreadableImage);
      }
    }
  });
});
