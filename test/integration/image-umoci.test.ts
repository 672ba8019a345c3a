import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOciLayout } from '../../src/sources/image/layout.ts';
import { FledgeError } from '../../src/support/errors.ts';
import { arbitraryMembers } from '../helpers/image/arbitrary-layers.ts';
import { treeOfBlobs } from '../helpers/image/image-tree.ts';
import { estargzLayer, type TestLayer, TestLayout } from '../helpers/image/oci-image.ts';
import { longNameMember, memberOf, paxMember, type TarMember, tarOf } from '../helpers/image/tar.ts';
import { isRefusalOfUmoci, unpackWithUmoci } from '../helpers/image/umoci.ts';
import { agreed, isNow, type Judged, layersForUmoci, possibleMembers } from '../helpers/image/umoci-rules.ts';
import { judgedProperty } from '../helpers/property-runs.ts';
import { testDirectory } from '../helpers/scratch.ts';
import { type DescribedEntry, describeTree } from '../helpers/tree/describe-tree.ts';

/** Each needs umoci and a listing. */
const { numRuns, timeout } = judgedProperty(12, 1);

const ROOT: TarMember = { name: './', type: '5', mode: 0o755, mtime: 12_345 };

/** The same image, as fledge and as umoci unpack it. */
async function judge(layers: readonly (readonly TarMember[])[]): Promise<Judged> {
  return judgeLayers(asLayers(layers), asLayers(await layersForUmoci(layers)));
}

function asLayers(layers: readonly (readonly TarMember[])[]): TestLayer[] {
  return layers.map((members, index) => ({ tar: tarOf(members), compression: index % 2 === 0 ? 'gzip' : 'none' }));
}

async function judgeLayers(layers: readonly TestLayer[], umociLayers = layers): Promise<Judged> {
  const directory = testDirectory();
  const layout = new TestLayout(join(directory, 'layout'));
  layout.write({ image: layout.addImage({ layers }) });
  const image = await readOciLayout({
    directory: layout.directory,
    member: 'image',
    platform: 'linux/amd64',
    label: 'image',
  });
  const ours = describeTree(await treeOfBlobs(image.layers, { spoolDirectory: directory }));
  layout.write({ image: layout.addImage({ layers: umociLayers }) });
  return { ours, theirs: unpackWithUmoci(layout.directory, 'image', join(directory, 'umoci')) };
}

function now(): number {
  return Math.floor(Date.now() / 1000);
}

describe('umoci unpack', () => {
  it('fledge and umoci unpack any image to the same tree', { timeout }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryMembers, { minLength: 1, maxLength: 4 }), async (layers) => {
        const [first = [], ...others] = await possibleMembers(layers);
        const start = now();
        const judged = await judge([[ROOT, ...first], ...others]).catch((error: unknown) => {
          fc.pre(!isRefusalOfUmoci(error));
          throw error;
        });
        const { ours, theirs } = agreed(judged, start);
        expect(ours).toEqual(theirs);
      }),
      { numRuns },
    );
  });

  it('unpacks directories whose children are later or in other layers like umoci', async () => {
    const { ours, theirs } = await judge([
      [
        ROOT,
        { name: 'd/', type: '5', mode: 0o2750, uid: 5, mtime: 100 },
        { name: 'd/e/', type: '5', mtime: 200 },
        { name: 'd/e/f' },
      ],
      [{ name: 'd/g' }, { name: 'd/e/.wh.f' }],
    ]);
    expect(ours).toEqual(theirs);
  });

  it('unpacks headers that are rare in tars like umoci', async () => {
    const zeros = '0'.repeat(30);
    const sparse = {
      'GNU.sparse.size': '9',
      'GNU.sparse.map': '2,3',
      'GNU.sparse.numblocks': '1',
      'GNU.sparse.name': 's',
    };
    const link: TarMember = { name: 'link', type: '2', linkName: 'target', format: 'gnu' };
    const tar = Buffer.concat([
      memberOf(ROOT),
      longNameMember('L', ''),
      memberOf({ name: 'empty-long-name', data: 'abc', format: 'gnu' }),
      longNameMember('K', ''),
      memberOf(link),
      memberOf({
        name: 'zeros',
        data: 'four',
        pax: { uid: `${zeros}7`, gid: `${zeros}8`, size: `${zeros}4`, mtime: `${zeros}5.5` },
      }),
      memberOf({ name: 'signs', pax: { uid: '+7', gid: '-0', mtime: '-0.5' } }),
      memberOf({
        name: 'no-values',
        uid: 3,
        gid: 4,
        mtime: 5,
        pax: { path: '', uid: '', gid: '', mtime: '', size: '' },
      }),
      memberOf({
        name: 'deleted',
        uid: 3,
        pax: [
          ['uid', '9'],
          ['uid', ''],
        ],
      }),
      memberOf({
        name: 'last',
        pax: [
          ['uid', '5'],
          ['uid', '6'],
        ],
      }),
      paxMember({ uid: '7' }),
      memberOf({ name: 'two-headers', pax: { gid: '8' } }),
      memberOf({ name: 'x', pax: { path: 'slash/' } }),
      memberOf({ name: 'almost-ustar', prefix: 'usr', patch: (header) => header.write('ustar  x', 257, 'latin1') }),
      memberOf({ name: 'libarchive', pax: { 'LIBARCHIVE.xattr.user.l': 'YmFzZTY0' } }),
      longNameMember('L', 'long'),
      memberOf({ name: 'x', data: 'abc', pax: sparse }),
      tarOf([]),
    ]);
    const { ours, theirs } = await judgeLayers([{ tar }]);
    expect(ours).toEqual(theirs);
    expect(ours).toHaveLength(13);
  });

  it('unpacks implied parents below setgid directories with their groups like umoci', async () => {
    const setgid: TarMember = { name: 's/', type: '5', mode: 0o2775, uid: 4, gid: 7, mtime: 100 };
    const { ours, theirs } = await judge([[ROOT, setgid, { name: 's/a/b/f' }, { name: 't/u/f' }], [{ name: 's/c/g' }]]);
    const owned = (entries: readonly DescribedEntry[]) => entries.map(({ path, mode, owner }) => [path, mode, owner]);
    expect(owned(ours)).toEqual(owned(theirs));
    expect(owned(ours)).toContainEqual(['s/a/b', '2755', '0:7']);
  });

  it('replaces files in the way of names of later layers like umoci', async () => {
    const start = now();
    const lower: TarMember[] = [ROOT, { name: 'a/', type: '5', mtime: 5 }, { name: 'a/b' }, { name: 'c', type: '6' }];
    const judged = agreed(await judge([lower, [{ name: 'a/b/c/d' }, { name: 'c/e' }]]), start);
    expect(judged.ours).toEqual(judged.theirs);
    expect(judged.ours.map(({ path }) => path)).toEqual(['', 'a', 'a/b', 'a/b/c', 'a/b/c/d', 'c', 'c/e']);
  });

  it('unpacks eStargz like umoci, with its own entries as regular files', async () => {
    const members: TarMember[] = [ROOT, { name: 'd/', type: '5', mtime: 1 }, { name: 'd/f', data: 'x'.repeat(5000) }];
    const { ours, theirs } = await judgeLayers([
      estargzLayer(members),
      estargzLayer([{ name: 'd/.wh.f' }, { name: 'd/g' }]),
    ]);
    expect(ours).toEqual(theirs);
    const paths = ['', '.no.prefetch.landmark', 'd', 'd/g', 'stargz.index.json'];
    expect(ours.map(({ path }) => path)).toEqual(paths);
  });

  it("differs from umoci by design: implied parents have the time of the tree instead of the clock's", async () => {
    const { ours, theirs } = await judge([[ROOT, { name: 'a/b/f' }]]);
    const start = now();
    expect(ours.map(({ mode, owner }) => [mode, owner])).toEqual(theirs.map(({ mode, owner }) => [mode, owner]));
    expect(isNow(theirs[1]?.mtime, start - 60)).toBe(true);
    expect(ours[1]).toMatchObject({ path: 'a', mode: '0755', owner: '0:0', mtime: '1704067200.000000000' });
  });

  it('differs from umoci by design: an implied root has the time of the tree instead of 1970', async () => {
    const { ours, theirs } = await judge([[{ name: 'f' }]]);
    expect([ours[0]?.mtime, theirs[0]?.mtime]).toEqual(['1704067200.000000000', '0.000000000']);
    expect(ours.slice(1)).toEqual(theirs.slice(1));
  });

  it('differs from umoci by design: a late whiteout of a directory also resets the metadata of the lower one', async () => {
    const lower = [ROOT, { name: 'd/', type: '5', mode: 0o700 }, { name: 'd/x' }];
    const early = await judge([lower, [{ name: '.wh.d' }, { name: 'd/y' }]]);
    const late = await judge([lower, [{ name: 'd/y' }, { name: '.wh.d' }]]);
    const mode = (entries: readonly DescribedEntry[]) => entries.find(({ path }) => path === 'd')?.mode;
    expect([mode(early.ours), mode(early.theirs)]).toEqual(['0755', '0755']);
    expect([mode(late.ours), mode(late.theirs)]).toEqual(['0755', '0700']);
  });

  it('differs from umoci by design: keeps empty attributes (deleted in Go) and SELinux labels (dropped for the host)', async () => {
    const pax = { 'SCHILY.xattr.user.empty': '', 'SCHILY.xattr.security.selinux': 'label', 'SCHILY.xattr.user.x': 'y' };
    const { ours, theirs } = await judge([[ROOT, { name: 'f', pax }]]);
    expect(theirs[1]?.xattrs).toEqual({ 'user.x': '79' });
    expect(ours[1]?.xattrs).toEqual({
      'security.selinux': Buffer.from('label').toString('hex'),
      'user.empty': '',
      'user.x': '79',
    });
  });

  it.each<[string, TarMember[]]>([
    ['global pax headers', [{ name: 'g', type: 'g', data: '13 comment=x\n' }, { name: 'f' }]],
    ['contiguous files', [{ name: 'f', type: '7' }]],
    ['volume labels', [{ name: 'label', type: 'V' }, { name: 'f' }]],
    ['hardlinks to themselves', [{ name: 'f' }, { name: 'f', type: '1', linkName: 'f' }]],
  ])('differs from umoci by design: reads %s like other tars', async (_, members) => {
    const failure = await judge([[ROOT, ...members]]).catch((error: unknown) => error);
    expect(failure).toMatchObject({ message: expect.stringContaining('umoci') });
  });

  it.each<[string, TarMember[]]>([
    ['a loop of links in a parent', [{ name: 'a', type: '2', linkName: 'a' }, { name: 'a/x' }]],
    ['a file as a parent', [{ name: 'a' }, { name: 'a/x' }]],
    ['a hardlink to nothing', [{ name: 'a', type: '1', linkName: 'b' }]],
    [
      'a hardlink to a directory',
      [
        { name: 'd/', type: '5' },
        { name: 'a', type: '1', linkName: 'd' },
      ],
    ],
    ['a file for the root', [{ name: '/' }]],
    ['a name of 256 bytes', [{ name: 'x', pax: { path: 'n'.repeat(256) } }]],
    ['a path of 5000 bytes', [{ name: 'x', pax: { path: 'd/'.repeat(2500) } }]],
    ['an empty link', [{ name: 'x', type: '2' }]],
    ['an unknown type', [{ name: 'x', type: 'Z' }]],
  ])('refuses %s like umoci', async (_, members) => {
    const directory = testDirectory();
    const layout = new TestLayout(join(directory, 'layout'));
    layout.write({ image: layout.addImage({ layers: [{ tar: tarOf(members) }] }) });
    const image = await readOciLayout({
      directory: layout.directory,
      member: 'image',
      platform: 'linux/amd64',
      label: 'image',
    });
    await expect(treeOfBlobs(image.layers, { spoolDirectory: directory })).rejects.toBeInstanceOf(FledgeError);
    expect(() => unpackWithUmoci(layout.directory, 'image', join(directory, 'umoci'))).toThrow(/umoci/);
  });
});
