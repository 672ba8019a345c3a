import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeImage } from '../helpers/filesystem/ext4-image.ts';
import { inReadOnlyImage, listImage } from '../helpers/filesystem/mounted-image.ts';
import { describeArtifact, readExtImage } from '../helpers/inside.ts';
import { asRoot } from '../helpers/process/root.ts';
import { judgedProperty } from '../helpers/property-runs.ts';
import { testDirectory } from '../helpers/scratch.ts';
import { arbitraryImageTree, testSpool } from '../helpers/tree/arbitrary-image-tree.ts';
import type { DescribedEntry } from '../helpers/tree/describe-tree.ts';
import { MAKE_TREE } from '../helpers/tree/every-kind.ts';

interface Variant {
  readonly title: string;
  readonly options: string;
  readonly after?: string;
  /** The kernel shows something else than in an ext4 image with the defaults, such as times without nanoseconds. */
  readonly isOther?: boolean;
}

const VARIANTS: readonly Variant[] = [
  { title: 'ext2 with blocks of 1 KiB', options: '-t ext2 -b 1024', isOther: true },
  { title: 'ext3', options: '-t ext3 -b 2048', isOther: true },
  { title: 'small inodes', options: '-t ext4 -I 128', isOther: true },
  { title: 'data in inodes', options: '-t ext4 -O inline_data -I 256', isOther: true },
  { title: 'large inodes with data', options: '-t ext4 -b 1024 -O inline_data -I 512', isOther: true },
  { title: 'values of attributes in inodes', options: '-t ext4 -b 1024 -O ea_inode' },
  { title: 'descriptors in their groups', options: '-t ext4 -b 1024 -O meta_bg,^resize_inode' },
  { title: 'two copies of the superblock', options: '-t ext4 -O sparse_super2,^resize_inode' },
  { title: 'block maps and 32 bits', options: '-t ext4 -O ^extents,^64bit,^metadata_csum,^flex_bg' },
  { title: 'hashed directories', options: '-t ext4 -b 1024 -O dir_index', after: 'e2fsck -fyD "$1" || test $? -le 1' },
];

describe('the reader of ext file systems', { timeout: 120_000 }, () => {
  let directory = '';
  let tree = '';
  /** The tree in an ext4 image with the defaults of mke2fs, and the entries that the kernel shows in it. */
  let plain = '';
  let shown: DescribedEntry[] = [];
  const makeImage = (options: string, after = '', image = join(testDirectory(), 'image')): string => {
    const script = `truncate -s 48M "$1"; mke2fs -qF -E nodiscard ${options} -d "$2" "$1"; ${after}`;
    asRoot('bash', ['-euc', `export PATH="$PATH:/usr/sbin:/sbin"; ${script}`, 'bash', image, tree]);
    return image;
  };

  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'fledge inside-'));
    tree = join(directory, 'tree');
    mkdirSync(tree);
    asRoot('bash', ['-euc', MAKE_TREE, 'bash', tree]);
    plain = makeImage('-t ext4', '', join(directory, 'plain'));
    shown = listImage(plain);
  });

  afterAll(() => {
    asRoot('rm', ['-rf', directory]);
  });

  it('reads the entries that the kernel shows', async () => {
    expect(shown.length).toBeGreaterThan(600);
    expect(byPath(await readExtImage(plain))).toEqual(byPath(shown));
  });

  it.each(VARIANTS)('reads the entries that the kernel shows: $title', async ({ options, after, isOther }) => {
    const image = makeImage(options, after);
    const [ours, expected] = [byPath(await readExtImage(image)), byPath(isOther ? listImage(image) : shown)];
    expect(expected.size).toBeGreaterThan(600);
    // mke2fs sets the time of the root.
    if (!isOther) for (const entries of [ours, expected]) entries.delete('');
    expect(ours).toEqual(expected);
  });

  it('reads blocks of 64 KiB, which this kernel cannot mount', async () => {
    const [large, small] = [byPath(await readExtImage(makeImage('-t ext4 -b 65536 -N 2000'))), byPath(shown)];
    for (const entries of [small, large]) entries.delete('');
    expect(large).toEqual(small);
  });

  const { numRuns, timeout } = judgedProperty(4, 2);

  it('reads any tree as the kernel shows it, from our writer and from mke2fs', { timeout }, async () => {
    const ours = join(directory, 'ours');
    const other = join(directory, 'other');
    const options = fc.constantFrom(
      '-t ext2 -b 4096',
      '-t ext4 -b 4096 -O inline_data -I 512',
      '-t ext4 -b 4096 -O ^extents,^64bit',
      '-t ext4 -b 4096 -O ea_inode',
      '-t ext4 -b 2048 -O meta_bg,^resize_inode',
    );
    await fc.assert(
      fc.asyncProperty(arbitraryImageTree(testSpool()), options, async (any, chosen) => {
        await writeImage(any, ours);
        expect(byPath(await describeArtifact(ours))).toEqual(byPath(listImage(ours)));
        const script = 'rm -f "$1"; truncate -s 96M "$1"; mke2fs -qF -E nodiscard $2 -d . "$1"';
        try {
          inReadOnlyImage(ours, `export PATH="$PATH:/usr/sbin:/sbin"; ${script}`, [other, chosen]);
        } catch (error) {
          // It has limits that the tree does not have: for links, and for attributes without ea_inode.
          fc.pre(!/^mke2fs: /m.test(String(error)));
          throw error;
        }
        expect(byPath(await describeArtifact(other))).toEqual(byPath(listImage(other)));
      }),
      { numRuns },
    );
  });

  it('refuses clusters by the name of the feature', async () => {
    await expect(readExtImage(makeImage('-t ext4 -O bigalloc -C 16384'))).rejects.toThrow('bigalloc');
  });
});

/** Without the entry that mke2fs adds. */
function byPath(entries: readonly DescribedEntry[]): Map<string, DescribedEntry> {
  return new Map(entries.filter(({ path }) => path !== 'lost+found').map((entry) => [entry.path, entry]));
}
