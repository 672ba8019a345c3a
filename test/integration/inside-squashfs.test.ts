import { mkdtempSync } from 'node:fs';
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
import { describeTree } from '../helpers/tree/describe-tree.ts';
import { MAKE_TREE } from '../helpers/tree/every-kind.ts';

/** In addition: code, files that share blocks or ends, and a value that attributes share. */
const MAKE_MORE = `
  cd "$1"
  head -c 300000 "$(readlink -f /bin/bash)" > code; cp random random-again; head -c 1900000 random > random-shorter
  mkdir tails; for i in $(seq 1 50); do seq $i $((i + 200)) > tails/$i; done; cp tails/7 tails/same
  for name in code tails/1 tails/2; do setfattr -n user.long -v "$(printf 'v%.0s' $(seq 1 900))" $name; done
  setfattr -n trusted.t -v 1 -h link; setfattr -n trusted.t -v 2 fifo; setfattr -n trusted.t -v 3 block`;

const VARIANTS: readonly { readonly title: string; readonly options: string; readonly after?: string }[] = [
  { title: 'gzip', options: '' },
  { title: 'small blocks', options: '-b 4K -no-exports -no-duplicates -noId -Xwindow-size 9' },
  { title: 'no fragments', options: '-no-fragments -b 8K -Xstrategy huffman_only,run_length_encoded' },
  { title: 'lzo with ends in fragments', options: '-comp lzo -always-use-fragments' },
  { title: 'lz4', options: '-comp lz4 -Xhc -b 64K -tailends' },
  {
    title: 'xz with filters of code',
    options: '-comp xz -b 256K -Xbcj x86,arm -Xdict-size 50%',
  },
  { title: 'zstd with large blocks', options: '-comp zstd -Xcompression-level 22 -b 1M -noF -no-hardlinks' },
  { title: 'nothing compressed', options: '-noI -noD -noF -noX' },
  {
    title: 'a tree that was appended, and a socket',
    options: '-nopad',
    after: 'mksquashfs "$2/tails" "$2/a" "$1" -no-progress -quiet -p "socket i 640 3 4 s"',
  },
];

describe('the reader of squashfs file systems', { timeout: 120_000 }, () => {
  let tree = '';
  const makeImage = (options: string, after = ''): string => {
    const image = join(testDirectory(), 'image');
    const script = `mksquashfs "$2" "$1" -no-progress -quiet ${options}; ${after}`;
    asRoot('bash', ['-euc', script, 'bash', image, tree]);
    return image;
  };

  beforeAll(() => {
    tree = mkdtempSync(join(tmpdir(), 'fledge inside-'));
    asRoot('bash', ['-euc', MAKE_TREE + MAKE_MORE, 'bash', tree]);
  });

  afterAll(() => {
    asRoot('rm', ['-rf', tree]);
  });

  it.each(VARIANTS)('reads the entries that the kernel shows: $title', async ({ options, after }) => {
    const image = makeImage(options, after);
    const expected = listImage(image);
    expect(expected.length).toBeGreaterThan(670);
    expect(await describeArtifact(image)).toEqual(expected);
  });

  it('refuses the compressor lzma by its name, with a tool that reads it', async () => {
    await expect(describeArtifact(makeImage('-comp lzma -b 1M'))).rejects.toMatchObject({
      code: 'input',
      message: expect.stringContaining('lzma'),
      fix: expect.stringContaining('unsquashfs'),
    });
  });

  it('reads the disk in a qcow2 image', async () => {
    const image = makeImage('-comp zstd');
    asRoot('qemu-img', ['convert', '-q', '-c', '-O', 'qcow2', image, `${image}.qcow2`]);
    expect(await describeArtifact(`${image}.qcow2`)).toEqual(await describeArtifact(image));
  });

  const { numRuns, timeout } = judgedProperty(10, 2);

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
