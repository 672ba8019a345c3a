import { describe, expect, it } from 'vitest';
import { BTRFS_LIMITS } from '../../src/formats/btrfs/limits.ts';
import { uuidTextOf } from '../../src/formats/derived-identity.ts';
import { dataExtents } from '../../src/formats/directory/data-extents.ts';
import { treeFingerprint } from '../../src/formats/directory/fingerprint.ts';
import { requireFit } from '../../src/formats/entry-limits.ts';
import { encodeXfsAcl } from '../../src/formats/xfs/acl.ts';
import { XFS_GEOMETRY } from '../../src/formats/xfs/format.ts';
import { XFS_LIMITS } from '../../src/formats/xfs/limits.ts';
import { MIN_BLOCKS, totalBlocks, usableBlocks } from '../../src/formats/xfs/size.ts';
import type { ByteString } from '../../src/support/byte-string.ts';
import { mkfsBtrfsArguments } from '../../src/tools/btrfs-progs.ts';
import { IMAGE_CHECKS } from '../../src/tools/image-checks.ts';
import { mkfsXfsArguments } from '../../src/tools/xfsprogs.ts';
import type { Content, Inode, InodeBody, Metadata, NonDirectoryInode } from '../../src/tree/entry.ts';
import { FileTree } from '../../src/tree/tree.ts';

const METADATA: Metadata = { mode: 0o644, uid: 0, gid: 0, mtime: { seconds: 1, nanoseconds: 2 }, xattrs: new Map() };
const EMPTY: Content = { kind: 'bytes', size: 0, data: new Uint8Array() };

function leaf(fields: Partial<Metadata> = {}, body: InodeBody = { kind: 'file', content: EMPTY }): NonDirectoryInode {
  return { ...METADATA, ...fields, ...body };
}

function linkTo(length: number): NonDirectoryInode {
  return leaf({}, { kind: 'symlink', target: 't'.repeat(length) as ByteString });
}

function device(major: number, minor: number): NonDirectoryInode {
  return leaf({}, { kind: 'char-device', major, minor });
}

function attribute(name: string, length: number): NonDirectoryInode {
  return leaf({ xattrs: new Map([[name as ByteString, new Uint8Array(length)]]) });
}

function manyAttributes(count: number): NonDirectoryInode {
  const names = Array.from({ length: count }, (_, index) => `user.${`${index}`.padStart(247, 'n')}` as ByteString);
  return leaf({ xattrs: new Map(names.map((name) => [name, new Uint8Array(1)])) });
}

function at(seconds: number): NonDirectoryInode {
  return leaf({ mtime: { seconds, nanoseconds: 0 } });
}

function treeWith(inode: NonDirectoryInode, path = 'entry'): FileTree {
  const tree = new FileTree({ seconds: 0, nanoseconds: 0 });
  tree.put(path as ByteString, inode);
  return tree;
}

const LONG_NAME = `user.${'n'.repeat(251)}`;

describe('an entry that a file system cannot hold', () => {
  it.each<readonly [Inode['kind'] | string, NonDirectoryInode, string]>([
    ['symlink', linkTo(1025), 'its target has 1025 bytes, more than 1024'],
    ['symlink to nothing', linkTo(0), 'it is a symbolic link with an empty target'],
    [
      'late time',
      at(16_299_260_425),
      'its time, 16299260425 s, is not between -2147483648 (in 1901) and 16299260424 (in 2486)',
    ],
    [
      'early time',
      at(-(2 ** 31) - 1),
      'its time, -2147483649 s, is not between -2147483648 (in 1901) and 16299260424 (in 2486)',
    ],
    ['major number', device(512, 0), 'its device number 512:0 is more than 511:262143'],
    ['minor number', device(0, 262_144), 'its device number 0:262144 is more than 511:262143'],
    ['attribute', attribute('user.x', 65_537), 'its extended attribute user.x has 65537 bytes, more than 65536'],
    [
      'name of an attribute',
      attribute(LONG_NAME, 1),
      `its extended attribute ${LONG_NAME} has a name of 256 bytes, more than 255`,
    ],
    [
      'namespace',
      attribute('system.nfs4_acl', 1),
      'its extended attribute system.nfs4_acl is not in user.*, trusted.*, security.* or system.posix_acl_*',
    ],
    [
      'attributes that cannot be listed',
      manyAttributes(261),
      'the names of its 261 extended attributes have 66033 bytes, more than 65536',
    ],
    ['owner', leaf({ uid: 2 ** 32 - 1 }), 'its owner 4294967295 is not a user ID'],
  ])('names an entry that xfs cannot hold: %s', (_, inode, what) => {
    expect(() => requireFit(treeWith(inode).entries(), XFS_LIMITS)).toThrow(
      expect.objectContaining({ code: 'format', message: `/entry does not fit in an xfs image: ${what}` }),
    );
  });

  it.each([
    linkTo(1024),
    at(16_299_260_424),
    at(-(2 ** 31)),
    device(511, 262_143),
    attribute('user.x', 65_536),
    manyAttributes(259),
  ])('accepts an entry just within the limits of xfs: %#', (inode) => {
    expect(() => requireFit(treeWith(inode).entries(), XFS_LIMITS)).not.toThrow();
  });

  it.each([
    [linkTo(4095), 'its target has 4095 bytes, more than 4094'],
    [attribute('user.x', 15_974), 'its extended attribute user.x has 15974 bytes, more than 15973'],
    [device(4096, 0), 'its device number 4096:0 is more than 4095:1048575'],
  ])('names an entry that btrfs cannot hold: %#', (inode, what) => {
    expect(() => requireFit(treeWith(inode).entries(), BTRFS_LIMITS)).toThrow(
      expect.objectContaining({ code: 'format', message: `/entry does not fit in a btrfs image: ${what}` }),
    );
  });

  it('names the 65,536th name of a file', () => {
    const inode = leaf();
    const tree = treeWith(inode, 'names/00000');
    for (let index = 1; index < 65_536; index++) {
      tree.put(`names/${String(index).padStart(5, '0')}` as ByteString, inode);
    }
    expect(() => requireFit(tree.entries(), BTRFS_LIMITS)).toThrow(
      '/names/65535 does not fit in a btrfs image: it is name 65536 of a file, more than 65535',
    );
  });
});

describe('the data ranges of a file', () => {
  const spool = { descriptor: -1, label: '' };
  const content = (size: number, ...extents: readonly (readonly [offset: number, length: number])[]): Content => ({
    kind: 'spool',
    size,
    spool,
    extents: extents.map(([offset, length]) => ({ offset, length, position: 0 })),
  });

  it.each<readonly [string, Content, ReturnType<typeof dataExtents>]>([
    ['no holes', content(10_000, [0, 10_000]), undefined],
    ['parts that follow each other', content(10_000, [0, 5000], [5000, 5000]), undefined],
    ['a hole smaller than a block', content(10_000, [0, 1], [4095, 5905]), undefined],
    ['nothing but a hole', content(10_000), []],
    ['data in the middle, in whole blocks', content(100_000, [10_000, 100]), [[8192, 12_288]]],
    ['data to an end in a block', content(10_001, [9000, 1001]), [[8192, 10_001]]],
    ['an empty file', content(0), undefined],
  ])('finds the data ranges of a file with %s', (_, given, expected) => {
    expect(dataExtents(given)).toEqual(expected);
  });
});

describe('an identity', () => {
  const seed = Buffer.from('seed');
  const fingerprint = (tree: FileTree): string => treeFingerprint(tree.entries(), seed, []).toString('hex');

  it('the identity is the same for the same tree and different for every change', () => {
    const variants = [
      treeWith(leaf()),
      treeWith(leaf(), 'other'),
      treeWith(leaf({ mode: 0o600 })),
      treeWith(leaf({ uid: 1 })),
      treeWith(leaf({ mtime: { seconds: 1, nanoseconds: 3 } })),
      treeWith(attribute('user.a', 1)),
      treeWith(leaf({}, { kind: 'fifo' })),
      treeWith(device(1, 3)),
      treeWith(linkTo(3)),
      treeWith(leaf({}, { kind: 'file', content: { kind: 'bytes', size: 1, data: Buffer.from('x') } })),
    ];
    expect(new Set(variants.map(fingerprint)).size).toBe(variants.length);
    expect(fingerprint(treeWith(leaf()))).toBe(fingerprint(treeWith(leaf())));
  });

  it('the identity is a UUID of version 8', () => {
    expect(uuidTextOf(Buffer.alloc(16, 0xff))).toBe('ffffffff-ffff-8fff-bfff-ffffffffffff');
  });
});

describe('the ACL of xfs', () => {
  it('the ACL of xfs has other widths and another byte order', () => {
    const value = Buffer.from('02000000' + '01000600ffffffff' + '02000400e8030000', 'hex');
    expect(encodeXfsAcl(value)?.toString('hex')).toBe(
      '00000002' + '00000001ffffffff00060000' + '00000002000003e800040000',
    );
    expect(encodeXfsAcl(Buffer.from('other'))).toBeUndefined();
  });
});

describe('the size of an xfs image', () => {
  it.each([0, 1000, 100_000, 1_000_000, 10_000_000])('an xfs image leaves %d blocks free and little more', (wanted) => {
    const used = 50_000;
    const total = totalBlocks(used, wanted);
    // The blocks without the log (16,384 blocks) and the headers.
    const usable = usableBlocks(total, total - used - 16_384 - 64);
    expect(usable).toBeGreaterThanOrEqual(wanted);
    if (total > MIN_BLOCKS) expect(usable - wanted).toBeLessThan(64);
  });

  it('an xfs image has at least 300 MiB', () => {
    expect(totalBlocks(0, 0)).toBe(76_800);
  });
});

describe('the arguments', () => {
  const xfs = { geometry: XFS_GEOMETRY, image: '/i', size: 314_572_800, uuid: 'U', directory: 'tree' };
  const common = ['-q', '-f', '-K', '-b', 'size=4096', '-s', 'size=512', '-m'];
  const sized = ['-d', 'agcount=4,size=314572800', '-l', 'internal=1,version=2,size=67108864'];
  const metadata = 'uuid=U,crc=1,finobt=1,rmapbt=0,reflink=1,bigtime=1,inobtcount=0';

  it('mkfs.xfs gets the arguments that disable newer features of its version', () => {
    expect(mkfsXfsArguments({ path: '', version: [7, 2, 0] }, xfs)).toEqual([
      ...[...common, `${metadata},metadir=0,autofsck=0`, '-i', 'size=512,sparse=1,nrext64=0,exchange=0'],
      ...['-n', 'size=4096,parent=0', ...sized, '-p', 'tree', '/i'],
    ]);
    expect(mkfsXfsArguments({ path: '', version: [5, 10] }, { ...xfs, directory: undefined })).toEqual([
      ...[...common, metadata, '-i', 'size=512,sparse=1', '-n', 'size=4096', ...sized, '/i'],
    ]);
  });

  it('mkfs.btrfs gets its arguments', () => {
    const options = { image: '/i', uuid: 'U', deviceUuid: 'D', directory: 'tree' };
    const expected = (features: string): string[] => [
      ...['-q', '-f', '-K', '--rootdir', 'tree', '--shrink', '-U', 'U', '--device-uuid', 'D'],
      ...['-d', 'single', '-m', 'dup', '-n', '16384', '-s', '4096', '--csum', 'crc32c', '-O', features, '/i'],
    ];
    const features = 'extref,skinny-metadata,no-holes,free-space-tree';
    expect(mkfsBtrfsArguments({ path: '', version: [7, 1] }, options)).toEqual(
      expected(`${features},^block-group-tree`),
    );
    expect(mkfsBtrfsArguments({ path: '', version: [6, 0, 2] }, options)).toEqual(expected(features));
  });

  it('the checks get their arguments', () => {
    expect(IMAGE_CHECKS.xfs.arguments('/i')).toEqual(['-n', '-f', '/i']);
    expect(IMAGE_CHECKS.btrfs.arguments('/i')).toEqual(['check', '--readonly', '--force', '--check-data-csum', '/i']);
  });
});
