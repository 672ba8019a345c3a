import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inReadOnlyImage, listImage } from '../helpers/filesystem/mounted-image.ts';
import { storableTree, writeImage } from '../helpers/filesystem/squashfs-image.ts';
import { describeArtifact } from '../helpers/inside.ts';
import { asRoot } from '../helpers/process/root.ts';
import { judgedProperty } from '../helpers/property-runs.ts';
import { testDirectory } from '../helpers/scratch.ts';
import { arbitraryImageTree, testSpool } from '../helpers/tree/arbitrary-image-tree.ts';
import { type DescribedEntry, describeTree } from '../helpers/tree/describe-tree.ts';
import { MAKE_TREE } from '../helpers/tree/every-kind.ts';

/** In addition: code, files that share blocks or ends, and a value that attributes share. */
const MAKE_MORE = `
  cd "$1"
  head -c 300000 "$(readlink -f /bin/bash)" > code; cp random random-again; head -c 1100000 random > random-shorter
  mkdir tails; for i in $(seq 1 50); do seq $i $((i + 200)) > tails/$i; done; cp tails/7 tails/same
  for name in code tails/1 tails/2; do setfattr -n user.long -v "$(printf 'v%.0s' $(seq 1 900))" $name; done
  setfattr -n trusted.t -v 1 -h link; setfattr -n trusted.t -v 2 fifo; setfattr -n trusted.t -v 3 block`;

interface Variant {
  readonly title: string;
  readonly options: string;
  readonly after?: string;
  /** The kernel shows other entries than in the first image, or other inodes. */
  readonly isOther?: boolean;
}

/** Each option that changes the stored bytes is in one image at least. Levels of compressors are low, because readers ignore them. */
const VARIANTS: readonly Variant[] = [
  { title: 'small blocks', options: '-b 4K -no-exports -no-duplicates -noId -Xwindow-size 9 -Xcompression-level 2' },
  { title: 'nothing compressed, without fragments', options: '-no-fragments -b 8K -noI -noD -noX' },
  { title: 'lzo with ends in fragments', options: '-comp lzo -always-use-fragments -Xcompression-level 2' },
  { title: 'lz4', options: '-comp lz4 -Xhc -b 64K -tailends' },
  { title: 'xz with a filter of code', options: '-comp xz -b 256K -Xbcj x86 -Xdict-size 50%' },
  {
    title: 'zstd with large blocks',
    options: '-comp zstd -Xcompression-level 5 -b 1M -noF -no-hardlinks',
    isOther: true,
  },
  {
    title: 'a tree that was appended, and a socket',
    options: '-nopad -Xstrategy huffman_only,run_length_encoded -Xcompression-level 2',
    after: 'mksquashfs "$2/tails" "$2/a" "$1" -no-progress -quiet -p "socket i 640 3 4 s"',
    isOther: true,
  },
];

describe('the reader of squashfs file systems', { timeout: 120_000 }, () => {
  let directory = '';
  let tree = '';
  /** The tree in an image with the defaults of mksquashfs, and the entries that the kernel shows in it. */
  let plain = '';
  let shown: DescribedEntry[] = [];
  const makeImage = (image: string, options: string, { after = '', source = tree } = {}): string => {
    const script = `mksquashfs "$2" "$1" -no-progress -quiet ${options}; ${after}`;
    asRoot('bash', ['-euc', script, 'bash', image, source]);
    return image;
  };

  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'fledge inside-'));
    tree = join(directory, 'tree');
    mkdirSync(tree);
    asRoot('bash', ['-euc', MAKE_TREE + MAKE_MORE, 'bash', tree]);
    plain = makeImage(join(directory, 'plain'), '');
    shown = listImage(plain);
  });

  afterAll(() => {
    asRoot('rm', ['-rf', directory]);
  });

  it('reads the entries that the kernel shows', async () => {
    expect(shown.length).toBeGreaterThan(670);
    expect(await describeArtifact(plain)).toEqual(shown);
  });

  it.each(VARIANTS)('reads the entries that the kernel shows: $title', async ({ options, after, isOther }) => {
    const image = makeImage(join(testDirectory(), 'image'), options, { ...(after && { after }) });
    const expected = isOther ? listImage(image) : shown;
    expect(expected.length).toBeGreaterThan(670);
    expect(await describeArtifact(image)).toEqual(expected);
  });

  it('refuses the compressor lzma by its name, with a tool that reads it', async () => {
    const source = join(tree, 'tails');
    const image = makeImage(join(testDirectory(), 'image'), '-comp lzma -b 1M', { source });
    await expect(describeArtifact(image)).rejects.toMatchObject({
      code: 'input',
      message: expect.stringContaining('lzma'),
      fix: expect.stringContaining('unsquashfs'),
    });
  });

  it('reads the disk in a qcow2 image', async () => {
    const image = join(testDirectory(), 'image.qcow2');
    asRoot('qemu-img', ['convert', '-q', '-c', '-O', 'qcow2', plain, image]);
    expect(await describeArtifact(image)).toEqual(shown);
  });

  const { numRuns, timeout } = judgedProperty(6, 2);

  it('reads any tree back from our writer and from mksquashfs', { timeout }, async () => {
    const directory = testDirectory();
    const image = join(directory, 'image');
    const other = join(directory, 'other');
    const compressors = fc.constantFrom('gzip', 'lzo', 'lz4', 'xz', 'zstd');
    const blockSizes = fc.constantFrom('4K', '16K', '128K', '1M');
    await fc.assert(
      fc.asyncProperty(arbitraryImageTree(testSpool()), compressors, blockSizes, async (any, compressor, blockSize) => {
        const stored = storableTree(any);
        await writeImage(stored, image);
        const expected = describeTree(stored);
        expect(await describeArtifact(image)).toEqual(expected);
        const options = ['-noappend', '-no-progress', '-quiet', '-comp', compressor, '-b', blockSize];
        inReadOnlyImage(image, 'mksquashfs . "$@"', [other, ...options]);
        expect(await describeArtifact(other)).toEqual(expected);
      }),
      { numRuns },
    );
  });
});
