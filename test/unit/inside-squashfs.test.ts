import { execFileSync } from 'node:child_process';
import {
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { UnreadableImage } from '../../src/inside/damage.ts';
import type { InsideEntry } from '../../src/inside/entry.ts';
import { namesIn } from '../../src/inside/squashfs/directory.ts';
import { SquashfsVolume } from '../../src/inside/squashfs/volume.ts';
import { walkTree } from '../../src/inside/walk.ts';
import { diskIn, readEverything } from '../helpers/inside.ts';

/** In the first ones, all tables can be changed in place. */
const VARIANTS = [
  '-noI -noD -noF -noX -b 4K',
  '-noI -noF -noX -comp zstd -always-use-fragments',
  '-comp gzip -b 8K',
  '-comp zstd',
  '-comp lz4',
  '-comp lzo',
  '-comp xz -Xbcj x86',
] as const;
const STORED_TABLES = 2;
const images: Buffer[] = [];
const MAX_BYTES = 64 * 2 ** 20;

beforeAll(() => {
  const directory = mkdtempSync(join(tmpdir(), 'fledge inside-'));
  try {
    const tree = join(directory, 'tree');
    mkdirSync(join(tree, 'a/b'), { recursive: true });
    writeFileSync(join(tree, 'a/text'), 'some text\n');
    writeFileSync(join(tree, 'a/b/numbers'), Buffer.alloc(300_000, 'number '));
    symlinkSync('text', join(tree, 'a/link'));
    ftruncateSync(openSync(join(tree, 'sparse'), 'w'), 765_432);
    for (let index = 0; index < 40; index++) writeFileSync(join(tree, `file-${index}`), 'x'.repeat(index * 9));
    const attributes = ['-p', 'device c 600 0 0 5 1', '-p', 'loop d 755 0 0'];
    for (const [index, variant] of VARIANTS.entries()) {
      const image = join(directory, `image-${index}`);
      const options = ['-quiet', '-no-progress', '-nopad', ...variant.split(' '), ...attributes];
      execFileSync('mksquashfs', [tree, image, ...options], { stdio: 'pipe' });
      images.push(readFileSync(image));
    }
  } finally {
    rmSync(directory, { recursive: true });
  }
});

async function readAll(bytes: Buffer): Promise<number> {
  return readEverything(walkTree(await SquashfsVolume.open(diskIn(bytes))));
}

async function entriesOf(bytes: Buffer): Promise<InsideEntry[]> {
  return Array.fromAsync(walkTree(await SquashfsVolume.open(diskIn(bytes))));
}

/** A copy of an image whose tables are not compressed. */
function copyOf(index: 0 | 1): Buffer {
  return Buffer.from(images[index] ?? Buffer.alloc(0));
}

/** The position of the only `value` of 32 bits in the table of inodes. */
function inodeField(image: Buffer, value: number): number {
  const field = Buffer.alloc(4);
  field.writeUInt32LE(value);
  const at = image.indexOf(field, Number(image.readBigUInt64LE(64)));
  expect(at).toBeGreaterThan(0);
  expect(at).toBeLessThan(Number(image.readBigUInt64LE(72)));
  return at;
}

/** The positions of the tables in the superblock: owners, attributes, inodes, directories, fragments. */
const TABLES = [48, 56, 64, 72, 80] as const;

/** Changes of one to eight bytes: in the superblock, near the beginning of a table, or anywhere after the first table. */
const changes = fc.array(
  fc.tuple(
    fc.oneof(fc.constantFrom(...TABLES), fc.constant(-1), fc.constant(0)),
    fc.nat(2 ** 16),
    fc.uint8Array({ minLength: 1, maxLength: 8 }),
  ),
  { minLength: 1, maxLength: 6 },
);

function edit(image: Buffer, table: number, offset: number, bytes: Uint8Array): void {
  const start = table === 0 ? 0 : table === -1 ? 96 : Number(images[0]?.readBigUInt64LE(table));
  const span = table === 0 ? 96 : image.length;
  const at = ((Number.isSafeInteger(start) && start < image.length ? start : 0) + (offset % span)) % (image.length - 8);
  image.set(bytes, at);
}

describe('the reader of squashfs file systems, with damaged images', () => {
  it.each(VARIANTS.map((variant, index) => ({ variant, index })))(
    'ends with an error or a result: $variant',
    async ({ index }) => {
      const image = images[index] ?? Buffer.alloc(0);
      expect(await readAll(image)).toBeGreaterThan(300_000);
      await fc.assert(
        fc.asyncProperty(changes, async (edits) => {
          const copy = Buffer.from(image);
          for (const [table, offset, bytes] of edits) edit(copy, table, offset, bytes);
          try {
            expect(await readAll(copy)).toBeLessThan(MAX_BYTES);
          } catch (error) {
            expect(error).toBeInstanceOf(UnreadableImage);
          }
        }),
        { numRuns: index < STORED_TABLES ? 150 : 40 },
      );
    },
  );

  it('lists a directory before its contents, and names in the order of their bytes', async () => {
    const paths = (await entriesOf(copyOf(0))).map(({ path }) => path);
    expect(paths.slice(0, 7)).toEqual(['', 'a', 'a/b', 'a/b/numbers', 'a/link', 'a/text', 'device']);
    const files = paths.filter((path) => path.startsWith('file-'));
    expect(files).toEqual(files.toSorted());
    expect(files).toHaveLength(40);
  });

  it('refuses an image that ends early', async () => {
    for (const image of images) {
      const used = Number(image.readBigUInt64LE(40));
      for (const length of [0, 50, 96, used / 2, used - 1]) {
        await expect(readAll(image.subarray(0, length))).rejects.toThrow(UnreadableImage);
      }
    }
  });

  it('refuses a directory that repeats names before all of them are in memory', () => {
    const header = Buffer.alloc(12);
    header.writeUInt32LE(255);
    const entries = Buffer.concat(Array.from({ length: 256 }, () => Buffer.from([0, 0, 0, 0, 2, 0, 0, 0, 0x61])));
    const listing = Buffer.concat(Array.from({ length: 1000 }, () => [header, entries]).flat());
    expect(() => namesIn(listing)).toThrow('too many names');
  });

  it('refuses a directory that contains itself', async () => {
    const image = copyOf(0);
    const entry = image.indexOf('loop', Number(image.readBigUInt64LE(72))) - 8;
    image.writeUInt16LE(image.readUInt16LE(32), entry);
    await expect(entriesOf(image)).rejects.toThrow('contains itself');
  });

  it('refuses a name with a slash, and a name that is there twice', async () => {
    for (const name of ['lo/p', 'link']) {
      const image = copyOf(0);
      image.write(
        name === 'link' ? 'file-11' : name,
        image.indexOf(name === 'link' ? 'file-10' : 'loop', Number(image.readBigUInt64LE(72))),
      );
      await expect(entriesOf(image)).rejects.toThrow(UnreadableImage);
    }
  });

  it('lists a file of petabytes, and refuses its content', async () => {
    const image = copyOf(0);
    const at = inodeField(image, 765_432);
    image.writeBigUInt64LE(2n ** 52n, at);
    const sparse = (await entriesOf(image)).find(({ path }) => path === 'sparse');
    expect(sparse?.size).toBe(2 ** 52);
    await expect(Array.fromAsync(sparse?.content() ?? [])).rejects.toThrow(UnreadableImage);
    image.writeBigUInt64LE(2n ** 62n, at);
    await expect(entriesOf(image)).rejects.toThrow(UnreadableImage);
  });

  it('refuses a fragment and a table that decompress to more than a block', async () => {
    const bomb = zstdCompressSync(Buffer.alloc(100 * 2 ** 20));
    expect(bomb.length).toBeLessThan(32_000);
    const image = copyOf(1);
    const blocks = Number(image.readBigUInt64LE(Number(image.readBigUInt64LE(80))));
    const larger = Buffer.concat([image, bomb]);
    larger.writeBigUInt64LE(BigInt(larger.length), 40);
    // The first fragment, after the header of its block of metadata.
    larger.writeBigUInt64LE(BigInt(image.length), blocks + 2);
    larger.writeUInt32LE(bomb.length, blocks + 10);
    const before = process.memoryUsage().rss;
    await expect(readAll(larger)).rejects.toThrow('a compressed block is not valid');
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 2 ** 20);
    larger.writeUInt32LE(0x00ff_ffff, blocks + 10);
    await expect(readAll(larger)).rejects.toThrow('fragment 0 is not valid');
  });

  it('refuses counts that are not true', async () => {
    const inodes = Number(copyOf(0).readBigUInt64LE(64));
    for (const [offset, bytes] of [
      // Owners, bytes, fragments, the compressor, the block size, the length of a block, and the entries of a directory.
      [26, [0xff, 0xff]],
      [40, [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f]],
      [16, [0, 0, 0, 0]],
      [20, [0x63, 0]],
      [22, [31, 0]],
      [inodes, [0xff, 0x7f]],
      [Number(copyOf(0).readBigUInt64LE(72)) + 2, [0xff, 0xff, 0xff, 0xff]],
    ] as const) {
      const image = copyOf(0);
      image.set(bytes, offset);
      await expect(readAll(image)).rejects.toThrow(UnreadableImage);
    }
  });

  it('refuses other versions by their numbers', async () => {
    const image = copyOf(0);
    image.writeUInt16LE(3, 28);
    await expect(readAll(image)).rejects.toThrow('version 3.0');
  });
});
