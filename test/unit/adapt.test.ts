import { describe, expect, it } from 'vitest';
import { adaptTree } from '../../src/formats/adapt.ts';
import { BTRFS_LIMITS } from '../../src/formats/btrfs/limits.ts';
import { requireFit } from '../../src/formats/entry-limits.ts';
import { EXT4_LIMITS } from '../../src/formats/ext4/limits.ts';
import { SQUASHFS_LIMITS } from '../../src/formats/squashfs/limits.ts';
import { XFS_LIMITS } from '../../src/formats/xfs/limits.ts';
import { byteStringFromText } from '../../src/support/byte-string.ts';
import { type Adjustment, Adjustments } from '../../src/support/report/adjustments.ts';
import type { InodeBody, Metadata } from '../../src/tree/entry.ts';
import { FileTree } from '../../src/tree/tree.ts';

const b = byteStringFromText;
const TIME = { seconds: 1_704_067_200, nanoseconds: 0 };
const FORMATS = { ext4: EXT4_LIMITS, xfs: XFS_LIMITS, btrfs: BTRFS_LIMITS, squashfs: SQUASHFS_LIMITS } as const;
type Format = keyof typeof FORMATS;

const FILE: InodeBody = { kind: 'file', content: { kind: 'bytes', size: 0, data: new Uint8Array() } };
const LINK: InodeBody = { kind: 'symlink', target: b('t') };
const FIFO: InodeBody = { kind: 'fifo' };
const DEVICE: InodeBody = { kind: 'char-device', major: 1, minor: 3 };

function metadata(names: readonly string[] = [], seconds = TIME.seconds): Metadata {
  const xattrs = new Map(names.map((name) => [b(name), Buffer.from('value')]));
  return { mode: 0o644, uid: 0, gid: 0, mtime: { seconds, nanoseconds: 5 }, xattrs };
}

/** Adapts a tree, which must then be within the limits. */
function adapted(tree: FileTree, format: Format): readonly Adjustment[] {
  const adjustments = new Adjustments();
  adaptTree(tree, FORMATS[format], adjustments);
  requireFit(tree.entries(), FORMATS[format]);
  return adjustments.list();
}

describe('extended attributes', () => {
  const foreign = [
    'com.apple.provenance',
    'system.nfs4_acl',
    'btrfs.compression',
    'nonsense',
    'user.',
    `x${'y'.repeat(300)}`,
  ];

  it.each(Object.keys(FORMATS) as Format[])('omits and counts attributes unknown to Linux for %s', (format) => {
    const tree = new FileTree(TIME);
    tree.putDirectory(b('etc'), metadata(['com.apple.provenance', 'user.kept']));
    tree.put(b('etc/motd'), { ...metadata([...foreign, 'user.kept', 'security.capability', 'trusted.x']), ...FILE });
    expect(adapted(tree, format)).toEqual([
      {
        what: 'left out extended attributes that Linux does not have',
        count: 1 + foreign.length,
        example: 'com.apple.provenance of /etc',
      },
    ]);
    expect([...(tree.get(b('etc'))?.xattrs.keys() ?? [])]).toEqual(['user.kept']);
    expect([...(tree.get(b('etc/motd'))?.xattrs.keys() ?? [])]).toEqual([
      'user.kept',
      'security.capability',
      'trusted.x',
    ]);
  });

  it('omits and counts extended attributes that Linux allows for other kinds of files only', () => {
    const tree = new FileTree(TIME);
    const names = ['user.a', 'trusted.a'];
    for (const [path, body] of Object.entries({ link: LINK, fifo: FIFO, device: DEVICE, file: FILE })) {
      tree.put(b(path), { ...metadata(names), ...body });
    }
    tree.put(b('link-with-acl'), { ...metadata(['system.posix_acl_access']), ...LINK });
    tree.put(b('file-with-default'), { ...metadata(['system.posix_acl_default']), ...FILE });
    expect(adapted(tree, 'ext4')).toEqual([
      {
        what: 'left out extended attributes that Linux does not allow on such a file',
        count: 5,
        example: 'user.a of /link',
      },
    ]);
    const kept = Array.from(tree.entries(), ({ path, inode }) => [path, ...inode.xattrs.keys()]);
    expect(kept).toEqual([
      [''],
      ['device', 'trusted.a'],
      ['fifo', 'trusted.a'],
      ['file', 'user.a', 'trusted.a'],
      ['file-with-default'],
      ['link', 'trusted.a'],
      ['link-with-acl'],
    ]);
  });

  it.each<[Format, string, number, string]>([
    ['squashfs', 'system.posix_acl_access', 5, 'is not in user.*, trusted.* or security.*'],
    ['xfs', 'security.capability', 65_537, 'has 65537 bytes, more than 65536'],
  ])('refuses important extended attributes that do not fit: %s, %s', (format, name, size, what) => {
    const tree = new FileTree(TIME);
    tree.put(b('f'), { ...metadata(), xattrs: new Map([[b(name), new Uint8Array(size)]]), ...FILE });
    expect(() => adapted(tree, format)).toThrow(`its extended attribute ${name} ${what}`);
  });
});

describe('times', () => {
  const EARLY = [-(2 ** 63), -62_135_596_800, Number.MIN_SAFE_INTEGER - 2, -(2 ** 40)];
  const LATE = [2 ** 63, 2 ** 60];

  it.each(Object.keys(FORMATS) as Format[])('clamps and counts times out of the range of %s', (format) => {
    const { minSeconds, maxSeconds } = FORMATS[format];
    const tree = new FileTree(TIME);
    const times = [...EARLY, ...LATE, minSeconds, maxSeconds].filter(
      (seconds) => format !== 'btrfs' || Math.abs(seconds) > 2 ** 50,
    );
    for (const [index, seconds] of times.entries()) tree.put(b(`d/${index}`), { ...metadata([], seconds), ...LINK });
    tree.putDirectory(b('d'), metadata([], times[0]));
    const out = times.filter((seconds) => seconds < minSeconds || seconds > maxSeconds);
    expect(adapted(tree, format)).toEqual([
      {
        what: `clamped times that ${format} cannot hold`,
        count: out.length + 1,
        example: '-9223372036854776000 s since 1970 of /d',
      },
    ]);
    for (const [index, seconds] of times.entries()) {
      const wanted = Math.min(Math.max(seconds, minSeconds), maxSeconds);
      expect(tree.get(b(`d/${index}`))?.mtime).toEqual({ seconds: wanted, nanoseconds: wanted === seconds ? 5 : 0 });
    }
  });

  it('clamps times of squashfs to 1970', () => {
    const tree = new FileTree(TIME);
    tree.put(b('f'), { ...metadata([], -1), ...FILE });
    expect(adapted(tree, 'squashfs')).toMatchObject([{ count: 1, example: '-1 s since 1970 of /f' }]);
    expect(tree.get(b('f'))?.mtime).toEqual({ seconds: 0, nanoseconds: 0 });
  });
});

it('changes and counts a file with several names once and keeps its names together', () => {
  const tree = new FileTree(TIME);
  const inode = { ...metadata(['com.apple.provenance'], 2 ** 50), ...FILE };
  for (const path of ['a', 'd/b', 'd/e/c']) tree.put(b(path), inode);
  const adjustments = adapted(tree, 'ext4');
  expect(adjustments.map(({ count }) => count)).toEqual([1, 1]);
  expect(new Set(['a', 'd/b', 'd/e/c'].map((path) => tree.get(b(path))))).toHaveLength(1);
});

it('keeps objects that fit unchanged', () => {
  const tree = new FileTree(TIME);
  const inode = { ...metadata(['user.a', 'security.selinux']), ...FILE };
  tree.put(b('a'), inode);
  expect(adapted(tree, 'squashfs')).toEqual([]);
  expect(tree.get(b('a'))).toBe(inode);
});
