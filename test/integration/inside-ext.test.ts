import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listImage } from '../helpers/filesystem/mounted-image.ts';
import { readExtImage } from '../helpers/inside.ts';
import { asRoot } from '../helpers/process/root.ts';
import { testDirectory } from '../helpers/scratch.ts';
import type { DescribedEntry } from '../helpers/tree/describe-tree.ts';

/** Every kind of entry, and what ext file systems store in special ways. */
const MAKE_TREE = `
  cd "$1"
  mkdir -m 1777 tmp; mkdir -m 2750 setgid; mkdir -p a/b/c/d empty many
  printf 'a text\\n' > a/text; : > nothing; printf '%s' "$(seq 1 20)" > small
  seq 1 40000 > a/b/numbers; head -c 2000000 /dev/urandom > random
  truncate -s 20M sparse; printf end | dd of=sparse bs=1 seek=15000000 conv=notrunc status=none
  printf start | dd of=sparse bs=1 seek=70000 conv=notrunc status=none
  for i in $(seq 1 150); do truncate -s +20000 holes; printf x >> holes; done
  ln a/text hardlink; ln a/text a/b/another
  ln -s a/text link; ln -s "$(printf 'x%.0s' $(seq 1 200))" long-link; ln -s "$(printf 'y%.0s' $(seq 1 59))" link59
  ln -s "$(printf 'z%.0s' $(seq 1 60))" link60
  mknod char c 5 1; mknod block b 259 70000; mkfifo fifo; chmod 4755 small; chmod 0 nothing
  chown 70000:123456 a/b/numbers; chown -h 1:2 link
  touch -d '1969-12-31 23:00:00 UTC' a/b/numbers; touch -d '2040-01-02 03:04:05.123456789 UTC' small
  touch -d '2400-01-01 UTC' empty
  setfattr -n user.short -v value small; setfattr -n user.empty -v '' small; setfattr -n trusted.t -v 1 a
  setfattr -n user.long -v "$(printf 'v%.0s' $(seq 1 900))" a/text
  setfattr -n security.capability -v 0x0100000200040000000000000000000000000000 random
  setfattr -n system.posix_acl_access -v 0x0200000001000700ffffffff02000500d204000004000500ffffffff080004006300000010000500ffffffff20000500ffffffff small
  setfattr -n system.posix_acl_default -v 0x0200000001000700ffffffff020007000700000004000500ffffffff10000700ffffffff20000500ffffffff setgid
  printf n > "$(printf 'name \\303\\244 \\377\\n')"; printf d > "$(printf 'n%.0s' $(seq 1 255))"
  for i in $(seq 1 600); do : > many/file-with-a-rather-long-name-$i; done`;

const VARIANTS: readonly { readonly title: string; readonly options: string; readonly after?: string }[] = [
  { title: 'ext2 with blocks of 1 KiB', options: '-t ext2 -b 1024' },
  { title: 'ext3', options: '-t ext3 -b 2048' },
  { title: 'ext4', options: '-t ext4' },
  { title: 'small inodes', options: '-t ext4 -I 128' },
  { title: 'data in inodes', options: '-t ext4 -O inline_data -I 256' },
  { title: 'large inodes with data', options: '-t ext4 -b 1024 -O inline_data -I 512' },
  { title: 'values of attributes in inodes', options: '-t ext4 -b 1024 -O ea_inode' },
  { title: 'descriptors in their groups', options: '-t ext4 -b 1024 -O meta_bg,^resize_inode' },
  { title: 'two copies of the superblock', options: '-t ext4 -O sparse_super2,^resize_inode' },
  { title: 'block maps and 32 bits', options: '-t ext4 -O ^extents,^64bit,^metadata_csum,^flex_bg' },
  { title: 'hashed directories', options: '-t ext4 -b 1024 -O dir_index', after: 'e2fsck -fyD "$1" || test $? -le 1' },
];

describe('the reader of ext file systems', { timeout: 120_000 }, () => {
  let tree = '';
  const makeImage = (options: string, after?: string): string => {
    const image = join(testDirectory(), 'image');
    const script = `truncate -s 48M "$1"; mke2fs -qF -E nodiscard ${options} -d "$2" "$1"; ${after ?? ''}`;
    asRoot('bash', ['-euc', `export PATH="$PATH:/usr/sbin:/sbin"; ${script}`, 'bash', image, tree]);
    return image;
  };

  beforeAll(() => {
    tree = mkdtempSync(join(tmpdir(), 'fledge inside-'));
    asRoot('bash', ['-euc', MAKE_TREE, 'bash', tree]);
  });

  afterAll(() => {
    asRoot('rm', ['-rf', tree]);
  });

  it.each(VARIANTS)('reads the entries that the kernel shows: $title', async ({ options, after }) => {
    const image = makeImage(options, after);
    const expected = listImage(image);
    expect(expected.length).toBeGreaterThan(600);
    expect(byPath(await readExtImage(image))).toEqual(byPath(expected));
  });

  it('reads blocks of 64 KiB, which this kernel cannot mount', async () => {
    const small = byPath(await readExtImage(makeImage('-t ext4')));
    const large = byPath(await readExtImage(makeImage('-t ext4 -b 65536 -N 2000')));
    // mke2fs sets the time of the root.
    for (const entries of [small, large]) entries.delete('');
    expect(large).toEqual(small);
  });

  it('refuses clusters by the name of the feature', async () => {
    await expect(readExtImage(makeImage('-t ext4 -O bigalloc -C 16384'))).rejects.toThrow('bigalloc');
  });
});

/** Without the entry that mke2fs adds. */
function byPath(entries: readonly DescribedEntry[]): Map<string, DescribedEntry> {
  return new Map(entries.filter(({ path }) => path !== 'lost+found').map((entry) => [entry.path, entry]));
}
