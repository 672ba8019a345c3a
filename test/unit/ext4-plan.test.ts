import { describe, expect, it } from 'vitest';
import { type Ext4Options, planExt4 } from '../../src/formats/ext4/plan/plan.ts';
import { writeExt4 } from '../../src/formats/ext4/write.ts';
import { type ByteString, byteStringFromText } from '../../src/support/byte-string.ts';
import type { NonDirectoryInode, Spool } from '../../src/tree/entry.ts';
import { FileTree } from '../../src/tree/tree.ts';
import { digestSink } from '../helpers/filesystem/image-file.ts';
import { file, leaf, treeOf, treeOfDirectories, xattrs } from '../helpers/tree/tree-builder.ts';

const OPTIONS: Ext4Options = { freeBytes: 0, epoch: 1704067200, seed: Buffer.from('test') };
const MIB = 2 ** 20;
const TIB = 2 ** 40;
const LONG_NAME = `user.${'n'.repeat(251)}`;
const TIMES = 'is not between -2147483648 (in 1901) and 10737418239 (in 2310)';
const NAMES = 'user.*, trusted.*, security.* or system.posix_acl_*';
/** A spool that is never read. */
const SPOOL: Spool = { descriptor: -1, label: 'layer' };

async function digestOf(tree: FileTree, options: Partial<Ext4Options> = {}, bufferSize?: number): Promise<string> {
  const sink = digestSink(bufferSize);
  await writeExt4(planExt4(tree.entries(), { ...OPTIONS, ...options }), sink);
  return sink.digest();
}

function uuidOf(tree: FileTree, options: Partial<Ext4Options> = {}): string {
  return planExt4(tree.entries(), { ...OPTIONS, ...options }).uuid;
}

describe('an entry that ext4 cannot hold', () => {
  const at = { seconds: 0, nanoseconds: 0 };
  const plan = (path: string, change: Partial<NonDirectoryInode>) => () =>
    planExt4(treeOf([[path, leaf(change)]]).entries(), OPTIONS);
  const withXattrs = (values: Record<string, Uint8Array>) => ({ xattrs: xattrs(values) });

  it.each<[string, Partial<NonDirectoryInode>, string]>([
    ['zero\0byte', {}, 'its name contains a zero byte'],
    ['n'.repeat(256), {}, 'its name has 256 bytes, more than 255'],
    [
      'long-link',
      { kind: 'symlink', target: 't'.repeat(4096) as ByteString },
      'its target has 4096 bytes, more than 4095',
    ],
    ['empty-link', { kind: 'symlink', target: '' as ByteString }, 'it is a symbolic link with an empty target'],
    ['zero-link', { kind: 'symlink', target: 'a\0b' as ByteString }, 'its target contains a zero byte'],
    ['owner', { uid: 2 ** 32 - 1 }, 'its owner 4294967295 is not a user ID'],
    ['group', { gid: -1 }, 'its group -1 is not a group ID'],
    ['mode', { mode: 0o10000 }, 'its mode 4096 has more than twelve bits'],
    ['old', { mtime: { ...at, seconds: -(2 ** 31) - 1 } }, `its time, -2147483649 s, ${TIMES}`],
    ['new', { mtime: { ...at, seconds: 3 * 2 ** 32 - 2 ** 31 } }, `its time, 10737418240 s, ${TIMES}`],
    ['nano', { mtime: { ...at, nanoseconds: 1e9 } }, 'its time has 1000000000 nanoseconds'],
    ['device', { kind: 'char-device', major: 4096, minor: 0 }, 'its device number 4096:0 is more than 4095:1048575'],
    [
      'minor',
      { kind: 'block-device', major: 0, minor: 2 ** 20 },
      'its device number 0:1048576 is more than 4095:1048575',
    ],
    [
      'acl',
      withXattrs({ 'system.posix_acl_access': Buffer.from('x') }),
      'its extended attribute system.posix_acl_access is not an access control list of version 2',
    ],
    ['apple', withXattrs({ 'com.apple.x': Buffer.from('x') }), `its extended attribute com.apple.x is not in ${NAMES}`],
    ['nameless', withXattrs({ 'user.': Buffer.from('x') }), `its extended attribute user. is not in ${NAMES}`],
    [
      'attribute',
      withXattrs({ [LONG_NAME]: Buffer.alloc(0) }),
      `its extended attribute ${LONG_NAME} has a name of 256 bytes, more than 255`,
    ],
    [
      'zero-attribute',
      withXattrs({ 'user.a\0b': Buffer.alloc(0) }),
      'its extended attribute user.a\\x00b has a name with a zero byte',
    ],
    [
      'big',
      withXattrs({ 'user.big': Buffer.alloc(4061 - 20) }),
      'its extended attribute user.big needs 4064 bytes with name and padding, and too few of 88 bytes in the inode and 4060 in a block are free',
    ],
    [
      'huge',
      { content: { kind: 'spool', size: 16 * TIB, spool: SPOOL, extents: [] } },
      'its size is 17592186044416 bytes, more than 17592186040320',
    ],
    ['lost+found', {}, 'this name is reserved for a directory of e2fsck, and it is a file'],
  ])('planExt4 names an entry that does not fit: /%s', (path, change, message) => {
    const shown = path.replace('\0', '\\x00');
    expect(plan(path, change)).toThrow(
      expect.objectContaining({
        code: 'format',
        message: `/${shown} does not fit in an ext4 image: ${message}`,
        fix: 'change the file in the image or the mappings',
      }),
    );
  });

  it('planExt4 names the first name of a file above the limit', () => {
    const inode = file('');
    const names = (count: number) => Array.from({ length: count }, (_, index) => [`n${index}`, inode] as const);
    expect(() => planExt4(treeOf(names(65_000)).entries(), OPTIONS)).not.toThrow();
    expect(() => planExt4(treeOf(names(65_001)).entries(), OPTIONS)).toThrow(
      '/n9999 does not fit in an ext4 image: it is name 65001 of a file, more than 65000',
    );
  });

  it('planExt4 refuses a label or an image that is too long or too large', () => {
    const tree = treeOf([]);
    expect(() => planExt4(tree.entries(), { ...OPTIONS, label: 'seventeen letters' })).toThrow('more than 16 bytes');
    expect(() => planExt4(tree.entries(), { ...OPTIONS, freeBytes: 64 * TIB })).toThrow(
      'the image is too large: 64.3 TiB is more than 64.0 TiB',
    );
  });
});

describe('planExt4', () => {
  it.each([0, 1, 100 * MIB, 8192 * MIB, 15 * TIB])('planExt4 keeps %i bytes free and little more', (freeBytes) => {
    const plan = planExt4(treeOf([['file', file('x'.repeat(100_000))]]).entries(), { ...OPTIONS, freeBytes });
    const usable = plan.freeBytes - Math.min(Math.floor(plan.size / 4096 / 50), 4096) * 4096;
    expect(usable).toBeGreaterThanOrEqual(freeBytes);
    expect(plan.freeBytes).toBeLessThanOrEqual(freeBytes + plan.size * 0.02 + 8 * MIB);
    expect(plan.freeInodes).toBeGreaterThanOrEqual(freeBytes / (freeBytes < 4 * TIB ? 16_384 : 32_768));
  });

  it('planExt4 does not add a block group for every 32768 empty files', () => {
    const plan = planExt4(treeOfDirectories(0).entries(), OPTIONS);
    const names = Array.from({ length: 70_000 }, (_, index) => [`${index % 50}/${index}`, file('')] as const);
    const grown = planExt4(treeOf(names).entries(), OPTIONS);
    expect(grown.size - plan.size).toBeLessThan(70_000 * (256 + 24) + 2 * MIB);
    expect(grown.freeBytes).toBeLessThan(8 * MIB + grown.size * 0.02);
  });

  it('planExt4 uses no time and no space for holes', () => {
    const extents = [{ offset: 15 * TIB, length: 5000, position: 0 }];
    const tree = treeOf([
      ['sparse', leaf({ content: { kind: 'spool', size: 15 * TIB + 5000, spool: SPOOL, extents } })],
    ]);
    expect(planExt4(tree.entries(), OPTIONS).size - planExt4(treeOf([]).entries(), OPTIONS).size).toBeLessThan(MIB);
  });
});

describe('the identity of an image', () => {
  it('the identity of an image is a UUID derived from its content', () => {
    const uuid = uuidOf(treeOf([['a', file('1')]]));
    expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const others = [
      uuidOf(treeOf([['a', file('2')]])),
      uuidOf(treeOf([['b', file('1')]])),
      uuidOf(treeOf([['a', file('1', { mode: 0o600 })]])),
      uuidOf(treeOf([['a', file('1', { xattrs: xattrs({ 'user.a': Buffer.from('1') }) })]])),
      uuidOf(treeOf([['a', file('1')]]), { seed: Buffer.from('other') }),
      uuidOf(treeOf([['a', file('1')]]), { label: 'label' }),
    ];
    expect(new Set([uuid, ...others]).size).toBe(7);
  });

  it('the image is the same for any order of insertion and size of buffers', async () => {
    const shared = file('shared');
    const values = { 'user.a': Buffer.from('1'), 'trusted.b': Buffer.alloc(200), 'user.b': Buffer.alloc(0) };
    const leaves = Array.from({ length: 500 }, (_, index): [string, NonDirectoryInode] => [
      `d/${index}`,
      index % 9 ? file(`${index}`) : shared,
    ]);
    leaves.push(['x', file('x', { xattrs: xattrs(values) })]);
    const reversed = Object.fromEntries(Object.entries(values).reverse());
    const other = treeOf([...leaves, ['x', file('x', { xattrs: xattrs(reversed) })] as const].reverse());
    const digest = await digestOf(treeOf(leaves));
    expect(await digestOf(other)).toBe(digest);
    expect(await digestOf(treeOf(leaves), {}, 1009)).toBe(digest);
    expect(await digestOf(treeOf(leaves), { epoch: 0 })).not.toBe(digest);
  });
});

it('planExt4 keeps the metadata of a lost+found in the tree', () => {
  const tree = new FileTree({ seconds: 0, nanoseconds: 0 });
  const before = planExt4(tree.entries(), OPTIONS);
  const path = byteStringFromText('lost+found');
  tree.putDirectory(path, { mode: 0o755, uid: 1, gid: 2, mtime: { seconds: 3, nanoseconds: 4 }, xattrs: new Map() });
  const after = planExt4(tree.entries(), OPTIONS);
  expect([after.size, after.freeInodes]).toEqual([before.size, before.freeInodes]);
  expect(after.uuid).not.toBe(before.uuid);
});
