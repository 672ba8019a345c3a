import { describe, expect, it } from 'vitest';
import { Budget } from '../../src/support/budget.ts';
import { byteStringFromText } from '../../src/support/byte-string.ts';
import type { NonDirectoryInode } from '../../src/tree/entry.ts';
import { FileTree } from '../../src/tree/tree.ts';
import { treeOfLayers } from '../helpers/image/image-tree.ts';
import { type TarMember, tarOf } from '../helpers/image/tar.ts';
import { contentOf, describeTree } from '../helpers/tree/describe-tree.ts';
import { TREE_TIME } from '../helpers/tree/tree-builder.ts';

const b = byteStringFromText;

const dir = (name: string, fields: Partial<TarMember> = {}): TarMember => ({ name, type: '5', mode: 0o755, ...fields });
const file = (name: string, data = name): TarMember => ({ name, data });
const symlink = (name: string, linkName: string): TarMember => ({ name, type: '2', linkName });
const hardlink = (name: string, linkName: string): TarMember => ({ name, type: '1', linkName });
const whiteout = (name: string): TarMember => ({ name });

function treeOfMembers(...layers: readonly (readonly TarMember[])[]): Promise<FileTree> {
  return treeOfLayers(...layers.map(tarOf));
}

function paths(tree: FileTree): string[] {
  return Array.from(tree.entries(), ({ path }) => path).slice(1);
}

function textAt(tree: FileTree, path: string): string {
  const inode = tree.get(b(path));
  if (inode?.kind !== 'file') throw new Error(`${path} is no file`);
  return contentOf(inode.content).toString('latin1');
}

describe('a layer', () => {
  it('reads entries of every kind with all their metadata', async () => {
    const pax = { 'SCHILY.xattr.security.capability': Buffer.from([1, 0, 0, 2]), mtime: '-1.5' };
    const tree = await treeOfMembers([
      dir('./', { mode: 0o700, uid: 1, mtime: 5 }),
      { name: './bin/', type: '5', mode: 0o1777, mtime: 7 },
      { name: './bin/ping', data: 'ELF', mode: 0o4755, uid: 3, gid: 4, pax },
      { name: './fifo', type: '6', mode: 0o600 },
      { name: './null', type: '3', mode: 0o666, major: 1, minor: 3 },
      { name: './sda', type: '4', mode: 0o660, major: 8, minor: 0 },
      { name: './sh', type: '2', mode: 0o644, linkName: 'bin/ping' },
    ]);
    expect(describeTree(tree)).toMatchObject([
      { path: '', kind: 'directory', mode: '0700', owner: '1:0', mtime: '5.000000000' },
      { path: 'bin', kind: 'directory', mode: '1777', mtime: '7.000000000' },
      {
        path: 'bin/ping',
        mode: '4755',
        owner: '3:4',
        mtime: '-1.500000000',
        size: 3,
        xattrs: { 'security.capability': '01000002' },
      },
      { path: 'fifo', kind: 'fifo', mode: '0600' },
      { path: 'null', kind: 'char-device', device: '1:3' },
      { path: 'sda', kind: 'block-device', device: '8:0' },
      { path: 'sh', kind: 'symlink', mode: '0777', target: 'bin/ping' },
    ]);
  });

  it('keeps the time of a directory whose children are later in the archive', async () => {
    const tree = await treeOfMembers([dir('d/', { mtime: 5 }), file('d/f')], [file('d/g')]);
    expect(tree.get(b('d'))?.mtime).toEqual({ seconds: 5, nanoseconds: 0 });
  });

  it('creates missing parents as 0755 root:root with the time of the tree', async () => {
    const tree = await treeOfMembers([file('a/b/c')]);
    for (const path of ['a', 'a/b']) {
      expect(tree.get(b(path))).toMatchObject({ kind: 'directory', mode: 0o755, uid: 0, gid: 0, mtime: TREE_TIME });
    }
  });

  it('keeps the last of several entries with one name', async () => {
    const tree = await treeOfMembers([file('x', 'one'), file('./x', 'two'), file('/x', 'three')]);
    expect(textAt(tree, 'x')).toBe('three');
  });

  it('stores no holes of sparse files in a spool', async () => {
    const pax = { 'GNU.sparse.size': '4294967296', 'GNU.sparse.map': '4096,3', 'GNU.sparse.name': 'hole' };
    const tree = await treeOfMembers([{ name: 'x', data: 'abc', pax }]);
    expect(tree.get(b('hole'))).toMatchObject({
      content: { size: 2 ** 32, extents: [{ offset: 4096, length: 3, position: 0 }] },
    });
  });
});

describe('a layer over another', () => {
  it('replaces entries of lower layers by those of another kind', async () => {
    const lower = [
      dir('a/'),
      file('a/x'),
      file('b'),
      symlink('c', 'a'),
      dir('d/'),
      file('d/x'),
      dir('e/', { mode: 0o700 }),
      file('e/x'),
    ];
    const upper = [file('a', 'file'), dir('b/'), dir('c/'), symlink('d', 'b'), dir('e/', { mode: 0o711 })];
    const tree = await treeOfMembers(lower, upper);
    expect(paths(tree)).toEqual(['a', 'b', 'c', 'd', 'e', 'e/x']);
    expect(['a', 'b', 'c', 'd', 'e'].map((path) => tree.get(b(path))?.kind)).toEqual([
      'file',
      'directory',
      'directory',
      'symlink',
      'directory',
    ]);
    expect(tree.get(b('e'))?.mode).toBe(0o711);
  });

  it('writes through links to directories of lower layers', async () => {
    const tree = await treeOfMembers(
      [dir('usr/bin/'), symlink('bin', 'usr/bin'), symlink('abs', '/usr/bin')],
      [file('bin/sh'), file('abs/ls'), symlink('out', '../../..'), file('out/top')],
    );
    expect(paths(tree)).toEqual(['abs', 'bin', 'out', 'top', 'usr', 'usr/bin', 'usr/bin/ls', 'usr/bin/sh']);
  });

  it('resolves missing parents in a link before it creates the others', async () => {
    const tree = await treeOfMembers([symlink('l', 'gone/../there'), file('l/f')]);
    expect(paths(tree)).toEqual(['l', 'there', 'there/f']);
  });
});

describe('a non-directory of a lower layer in the way of a name', () => {
  it.each<[string, TarMember]>([
    ['file', file('a/b')],
    ['fifo', { name: 'a/b', type: '6' }],
    ['device', { name: 'a/b', type: '3', major: 1, minor: 3 }],
    ['second name', hardlink('a/b', 'other')],
  ])('replaces a lower %s that is in the way of a name', async (_, member) => {
    const tree = await treeOfMembers([file('other'), dir('a/'), member], [file('a/b/c/d')]);
    expect(paths(tree)).toEqual(['a', 'a/b', 'a/b/c', 'a/b/c/d', 'other']);
    expect(tree.get(b('a/b'))).toMatchObject({ kind: 'directory', mode: 0o755, uid: 0, gid: 0, mtime: TREE_TIME });
  });

  it('replaces a lower file at the end of a link and keeps the link', async () => {
    const tree = await treeOfMembers([file('f'), symlink('l', 'f')], [file('l/x')]);
    expect(paths(tree)).toEqual(['f', 'f/x', 'l']);
  });

  it('replaces a lower file with a whiteout before, after, or absent', async () => {
    const below = file('a/b/c');
    const trees = [[below], [below, whiteout('a/.wh.b')], [whiteout('a/.wh.b'), below]].map((layer) =>
      treeOfMembers([dir('a/'), file('a/b')], layer),
    );
    for (const tree of await Promise.all(trees)) expect(paths(tree)).toEqual(['a', 'a/b', 'a/b/c']);
  });

  it('keeps a lower file when nothing is put below it in the end', async () => {
    const tree = await treeOfMembers([file('f'), symlink('l', 'f/../d')], [file('l/x')]);
    expect(paths(tree)).toEqual(['d', 'd/x', 'f', 'l']);
  });

  it.each([
    ['of its own layer', [[file('other')], [file('a'), file('a/b')]]],
    [
      'that its own layer has put in the place of a lower one',
      [
        [dir('a/'), file('a/x')],
        [file('a'), file('a/b')],
      ],
    ],
    ['of the lowest layer', [[file('a'), file('a/b')]]],
  ])('refuses a name below a file %s', async (_, layers) => {
    await expect(treeOfMembers(...layers)).rejects.toThrow('/a is not a directory, so nothing can be put below it');
  });

  it('refuses a name below a file after the last layer', async () => {
    const tree = await treeOfMembers([file('a')], [file('other')]);
    const inode = tree.get(b('other'));
    if (inode === undefined || inode.kind === 'directory') throw new Error('other is no file');
    expect(() => tree.put(b('a/b'), inode)).toThrow('/a is not a directory, so nothing can be put below it');
  });
});

describe('implied parents', () => {
  it('implied parents below a setgid directory are setgid and of its group, like in mkdir(2)', async () => {
    const setgid = dir('s/', { mode: 0o2775, uid: 4, gid: 7 });
    const tree = await treeOfMembers([setgid, file('s/a/b/f'), file('t/f')], [file('s/c/g'), dir('s/d/', { gid: 9 })]);
    const found = new Map(describeTree(tree).map(({ path, mode, owner }) => [path, `${mode} ${owner}`]));
    expect(['s', 's/a', 's/a/b', 's/c', 's/d', 't'].map((path) => found.get(path))).toEqual([
      '2775 4:7',
      '2755 0:7',
      '2755 0:7',
      '2755 0:7',
      '0755 0:9',
      '0755 0:0',
    ]);
  });

  it('implied parents are the same in a directory that a whiteout has hidden', async () => {
    const lower = [dir('s/', { mode: 0o2775, gid: 7 }), dir('s/d/', { mode: 0o700, gid: 5 })];
    const [early, late] = await Promise.all([
      treeOfMembers(lower, [whiteout('s/.wh.d'), file('s/d/f')]),
      treeOfMembers(lower, [file('s/d/f'), whiteout('s/.wh.d')]),
    ]);
    expect(describeTree(early)).toEqual(describeTree(late));
    expect(early.get(b('s/d'))).toMatchObject({ mode: 0o2755, uid: 0, gid: 7 });
  });
});

describe('leftovers of aufs in a layer', () => {
  const plink = file('.wh..wh.plnk/1234.5', 'content');

  it('omits files of aufs, which hardlinks of the layer may refer to', async () => {
    const notes = [whiteout('.wh..wh.aufs'), dir('.wh..wh.plnk/'), plink, file('.wh..wh.orph/deep/er')];
    const tree = await treeOfMembers([...notes, hardlink('a', '.wh..wh.plnk/1234.5'), hardlink('d/b', '/a')]);
    expect(paths(tree)).toEqual(['a', 'd', 'd/b']);
    expect(textAt(tree, 'a')).toBe('content');
    expect(tree.get(b('a'))).toBe(tree.get(b('d/b')));
  });

  it('omits files of aufs at any depth, and they hide nothing', async () => {
    const layer = [file('d/.wh..wh.plnk/x'), file('d/.wh..wh..opq/y'), dir('d/.wh..wh.orph')];
    expect(paths(await treeOfMembers([file('d/a')], layer))).toEqual(['d', 'd/a']);
  });

  it('files of aufs are not visible to other layers', async () => {
    await expect(treeOfMembers([plink], [hardlink('a', '.wh..wh.plnk/1234.5')])).rejects.toThrow(
      'it is a hardlink to ".wh..wh.plnk/1234.5", which does not exist',
    );
  });
});

describe('hardlinks', () => {
  it('hardlinks share the inode of their target in lower layers, regardless of their own header', async () => {
    const tree = await treeOfMembers(
      [{ name: 'a', data: 'x', mode: 0o600, uid: 1 }, symlink('s', 'a'), { name: 'p', type: '6' }],
      [{ ...hardlink('b', '/a'), mode: 0o777, uid: 9 }, hardlink('t', 'x/../s'), hardlink('q', 'p')],
    );
    expect(tree.get(b('b'))).toBe(tree.get(b('a')));
    expect(tree.get(b('b'))).toMatchObject({ mode: 0o600, uid: 1 });
    expect(tree.get(b('t'))).toBe(tree.get(b('s')));
    expect(tree.get(b('q'))).toBe(tree.get(b('p')));
  });

  it('hardlinks keep their content when their target is replaced later', async () => {
    const tree = await treeOfMembers([file('a', 'old'), hardlink('b', 'a'), file('a', 'new')]);
    expect([textAt(tree, 'a'), textAt(tree, 'b')]).toEqual(['new', 'old']);
  });

  it('hardlinks find their target through links in its parents and never outside of the root', async () => {
    const tree = await treeOfMembers(
      [dir('d/'), file('d/f'), symlink('l', 'd'), symlink('up', '../../d')],
      [hardlink('one', 'l/f'), hardlink('two', '../../../up/f')],
    );
    expect(tree.get(b('one'))).toBe(tree.get(b('d/f')));
    expect(tree.get(b('two'))).toBe(tree.get(b('d/f')));
  });

  it('hardlinks to themselves are allowed', async () => {
    expect(paths(await treeOfMembers([file('a')], [hardlink('a', 'a')]))).toEqual(['a']);
  });

  it.each([
    ['to what is not there', [hardlink('b', 'a')], /entry "b": it is a hardlink to "a", which does not exist/],
    ['to what comes later', [hardlink('b', 'a'), file('a')], /which does not exist/],
    ['to a directory', [dir('a/'), hardlink('b', 'a')], /entry "b": it is a hardlink to "a", which is a directory/],
    ['to the root', [hardlink('b', '..')], /which is a directory/],
  ])('refuses hardlinks %s', async (_, members, message) => {
    await expect(treeOfMembers(members)).rejects.toThrow(message);
  });
});

describe('whiteouts', () => {
  const lower = [
    dir('d/', { mode: 0o700, mtime: 3 }),
    file('d/a'),
    file('d/b'),
    dir('d/sub/'),
    file('d/sub/x'),
    file('e'),
  ];

  it('whiteouts remove files and directories of lower layers', async () => {
    expect(
      paths(await treeOfMembers(lower, [whiteout('d/.wh.sub'), whiteout('.wh.e'), whiteout('d/.wh.none')])),
    ).toEqual(['d', 'd/a', 'd/b']);
  });

  it.each([
    ['before', [whiteout('d/.wh.a'), whiteout('d/.wh.sub'), file('d/a', 'new'), dir('d/sub/'), file('d/sub/y')]],
    ['after', [file('d/a', 'new'), dir('d/sub/'), file('d/sub/y'), whiteout('d/.wh.a'), whiteout('d/.wh.sub')]],
  ])('whiteouts %s the entries of their own layer do not remove them', async (_, upper) => {
    const tree = await treeOfMembers(lower, upper);
    expect(paths(tree)).toEqual(['d', 'd/a', 'd/b', 'd/sub', 'd/sub/y', 'e']);
    expect(textAt(tree, 'd/a')).toBe('new');
  });

  it.each([
    ['before', [whiteout('.wh.d'), file('d/new')]],
    ['after', [file('d/new'), whiteout('.wh.d')]],
  ])('whiteouts %s the entries of a directory in their own layer create it anew', async (_, upper) => {
    const tree = await treeOfMembers(lower, upper);
    expect(paths(tree)).toEqual(['d', 'd/new', 'e']);
    expect(tree.get(b('d'))).toMatchObject({ mode: 0o755, mtime: TREE_TIME });
  });

  it.each([
    ['first', [whiteout('d/.wh..wh..opq'), file('d/new'), file('d/sub/y')]],
    ['last', [file('d/new'), file('d/sub/y'), whiteout('d/.wh..wh..opq')]],
  ])('opaque whiteouts hide the lower contents of a directory when they are %s in the layer', async (_, upper) => {
    const tree = await treeOfMembers(lower, upper);
    expect(paths(tree)).toEqual(['d', 'd/new', 'd/sub', 'd/sub/y', 'e']);
    expect(tree.get(b('d'))).toMatchObject({ mode: 0o700, mtime: { seconds: 3 } });
    expect(tree.get(b('d/sub'))).toMatchObject({ mode: 0o755, mtime: TREE_TIME });
  });

  it('opaque whiteouts apply to the root and through links', async () => {
    expect(paths(await treeOfMembers(lower, [file('f'), whiteout('.wh..wh..opq')]))).toEqual(['f']);
    expect(paths(await treeOfMembers([...lower, symlink('l', 'd')], [whiteout('l/.wh..wh..opq')]))).toEqual([
      'd',
      'e',
      'l',
    ]);
  });

  it('whiteouts remove a link and not its target', async () => {
    expect(paths(await treeOfMembers([dir('d/'), symlink('l', 'd')], [whiteout('.wh.l')]))).toEqual(['d']);
  });

  it('whiteouts hide nothing of their own layer and may hide nothing at all', async () => {
    const members = [file('a'), whiteout('.wh.a'), whiteout('x/.wh.y'), whiteout('.wh..wh..opq'), whiteout('a/.wh.x')];
    expect(paths(await treeOfMembers(members))).toEqual(['a']);
  });

  it('whiteouts hide one of several names of a file', async () => {
    expect(
      paths(await treeOfMembers([file('a'), hardlink('b', 'a')], [hardlink('c', 'a'), whiteout('.wh.a')])),
    ).toEqual(['b', 'c']);
  });

  it('whiteouts and notes of aufs are not entries', async () => {
    const notes = [whiteout('.wh..wh.aufs'), dir('.wh..wh.plnk/'), dir('.wh..wh.orph/')];
    expect(paths(await treeOfMembers([...notes, file('a'), file('not.wh.x'), file('.wha')]))).toEqual([
      '.wha',
      'a',
      'not.wh.x',
    ]);
  });

  it.each(['.wh.', '.wh..', '.wh...', 'd/.wh...', 'd/.wh..'])('refuses the whiteout %s', async (name) => {
    await expect(treeOfMembers(lower, [whiteout(name)])).rejects.toThrow(
      `layer 2, entry "${name}": a whiteout must name a file in its own directory`,
    );
  });
});

describe('a hostile layer', () => {
  it('keeps .. and absolute names inside of the root', async () => {
    const tree = await treeOfMembers([
      file('../../etc/passwd'),
      file('/abs'),
      file('a/../../b'),
      file('//x//./y'),
      dir('..'),
      hardlink('h', '/../../abs'),
    ]);
    expect(paths(tree)).toEqual(['abs', 'b', 'etc', 'etc/passwd', 'h', 'x', 'x/y']);
  });

  it('keeps links to files and directories, and chains of them, inside of the root', async () => {
    const tree = await treeOfMembers([
      symlink('file', '/etc/passwd'),
      file('file', 'not written through'),
      symlink('one', '../../../..'),
      symlink('two', 'one/one/../one'),
      file('two/x'),
      symlink('tmp', '/../../outside'),
      hardlink('hard', 'file'),
      file('tmp/y'),
      symlink('self', '.'),
      file('self/self/z'),
    ]);
    expect(paths(tree)).toEqual(['file', 'hard', 'one', 'outside', 'outside/y', 'self', 'tmp', 'two', 'x', 'z']);
    expect(textAt(tree, 'file')).toBe('not written through');
  });

  it.each([
    [
      'a loop of links in a parent',
      [symlink('a', 'b'), symlink('b', 'a'), file('a/x')],
      'entry "a/x": /a contains a loop',
    ],
    [
      'a loop of links in the way to a whiteout',
      [symlink('a', 'a'), whiteout('a/.wh.x')],
      'entry "a/.wh.x": /a contains a loop',
    ],
    [
      'a loop of links in the way to an opaque whiteout',
      [symlink('a', 'a/b'), whiteout('a/.wh..wh..opq')],
      'entry "a/.wh..wh..opq": /a contains a loop',
    ],
    ['a link to itself in a parent', [symlink('a', 'a/a'), file('a/x')], 'entry "a/x": /a contains a loop'],
    ['a file as a parent', [file('a'), file('a/x')], 'entry "a/x": /a is not a directory'],
    ['a fifo as a parent', [{ name: 'a', type: '6' }, dir('a/x')], 'entry "a/x": /a is not a directory'],
    ['a file in the place of the root', [file('./')], 'entry "./": the root directory cannot be replaced'],
    ['a link in the place of the root', [symlink('/', 'x')], 'entry "/": the root directory cannot be replaced'],
    ['an empty name', [file('')], 'entry "": the root directory cannot be replaced'],
    ['an empty link', [symlink('a', '')], 'entry "a": the symbolic link has an empty target'],
    ['a device that Linux cannot have', [{ name: 'a', type: '3', major: 4096 }], 'device numbers 4096 and 0'],
    [
      'a name of 256 bytes',
      [{ name: 'x', pax: { path: `d/${'n'.repeat(256)}` } }],
      'a name of 256 bytes is longer than 255',
    ],
    ['a directory with such a name', [{ name: 'x', pax: { path: `${'n'.repeat(256)}/f` } }], 'a name of 256 bytes'],
    [
      'a link of 4096 bytes',
      [{ ...symlink('a', 'x'), pax: { linkpath: 'n'.repeat(4096) } }],
      'a link target of 4096 bytes',
    ],
  ] as [string, TarMember[], string][])('refuses a layer with %s', async (_, members, message) => {
    const failure = await treeOfMembers(members).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      name: 'FledgeError',
      code: 'input',
      message: expect.stringContaining('layer 1, '),
    });
    expect(failure).toMatchObject({ message: expect.stringContaining(message) });
  });

  it('accepts names of 255 bytes and links of 4095', async () => {
    const name = 'n'.repeat(255);
    const members = [
      { name: 'x', pax: { path: name } },
      { ...symlink('a', 'x'), pax: { linkpath: 't'.repeat(4095) } },
    ];
    expect(paths(await treeOfMembers(members))).toEqual(['a', name]);
  });

  it('allows nesting up to the maximum path length', async () => {
    const deep = `${'d/'.repeat(2046)}f`;
    const tree = await treeOfMembers([{ name: 'x', pax: { path: deep } }], [whiteout('.wh.none'), file('y')]);
    expect(paths(tree)).toHaveLength(2048);
    expect(paths(tree)).toContain(deep);
    await expect(treeOfMembers([{ name: 'x', pax: { path: `${'d/'.repeat(10_000)}f` } }])).rejects.toThrow(
      /entry "d\/d\/.*…": the path is longer than 4095 bytes, the limit of Linux/,
    );
    // Through links each name is short, and the resolved path is not.
    const climb = [dir('d/'.repeat(2000)), symlink('l', 'd/'.repeat(2000)), dir(`l/${'d/'.repeat(2000)}`)];
    await expect(
      treeOfMembers(
        climb.map((each) => ({
          ...each,
          name: 'x',
          linkName: 'x',
          pax: { path: each.name, linkpath: each.linkName ?? 'x' },
        })),
      ),
    ).rejects.toThrow(/: the path is longer than 4095 bytes, the limit of Linux$/);
  });

  it('hides deep trees without recursion', async () => {
    const deep = { name: 'x', pax: { path: `${'d/'.repeat(2046)}f` } };
    const beside = { name: 'x', pax: { path: `${'d/'.repeat(2046)}g` } };
    expect(paths(await treeOfMembers([deep], [beside, whiteout('.wh.d')]))).toHaveLength(2047);
    expect(paths(await treeOfMembers([deep], [whiteout('.wh.d')]))).toEqual([]);
  });
});

describe('the costs of merging a layer', () => {
  const COUNT = 2000;
  const many = Array.from({ length: COUNT }, (_, index) => file(`d/${index}`, ''));

  /** The amounts that merging uses of a budget. */
  async function spentOn(
    ...layers: readonly (readonly TarMember[])[]
  ): Promise<Record<'nodes' | 'pathBytes' | 'steps', number>> {
    const { budget } = await treeOfMembers(...layers);
    return { nodes: budget.spent('nodes'), pathBytes: budget.spent('pathBytes'), steps: budget.spent('steps') };
  }

  it('charges directories that a path implies', async () => {
    const deep = Array.from({ length: 3 }, (_, index) => ({
      name: 'x',
      pax: { path: `${index}${'/a'.repeat(2046)}` },
    }));
    const { nodes, pathBytes } = await spentOn(deep);
    expect(nodes).toBe(3 * 2047);
    expect(pathBytes).toBe(3 * (2047 * 2048));
  });

  it('returns the costs of removed entries and charges nothing twice', async () => {
    const all = { nodes: COUNT + 1, pathBytes: expect.any(Number), steps: expect.any(Number) };
    const once = await spentOn(many);
    expect(once).toEqual(all);
    expect(await spentOn(many, many)).toEqual({ ...once, steps: expect.any(Number) });
    expect(await spentOn(many, [file('d')])).toEqual({ ...all, nodes: 1, pathBytes: 2 });
    expect(await spentOn(many, [whiteout('.wh.d')])).toEqual({ ...all, nodes: 0, pathBytes: 0 });
    expect(await spentOn(many, [whiteout('d/.wh..wh..opq')])).toEqual({ ...all, nodes: 1, pathBytes: 2 });
    // The path of the replaced entry is still known.
    expect(await spentOn([file('d')], [file('d/e')])).toEqual({ ...all, nodes: 2, pathBytes: 6 + 1 });
  });

  it.each([
    ['a directory of a lower layer', [many], [...many]],
    ['a directory of its own', [[file('x')]], [...many]],
    ['a directory of a lower layer with others in it', [[...many, file('d/e/f')]], [file('d/e/g'), ...many]],
  ])('walks once through %s for opaque whiteouts', async (_, lower, layer) => {
    const whiteouts = Array.from({ length: COUNT }, (_, index) => whiteout(index % 2 ? 'd/.wh..wh..opq' : '.wh.d'));
    const { steps } = await spentOn(...lower, [...layer, ...whiteouts]);
    // Each entry needs a step or two, and each name in the directory is visited once for each layer.
    expect(steps).toBeLessThan(12 * COUNT);
  });

  it('charges each step through links', async () => {
    const detours = `${'././'.repeat(1000)}..`;
    const links = Array.from({ length: 40 }, (_, index) => ({
      ...symlink('x', 'x'),
      pax: { path: `l${index}`, linkpath: `${detours}/l${index + 1}` },
    }));
    const { steps } = await spentOn([...links, dir('l40/'), file('l0/f')]);
    expect(steps).toBeGreaterThan(40 * 2000);
  });

  it('names the entry that exceeds a budget', async () => {
    const budget = new Budget({ nodes: 1000 });
    const tree = new FileTree(TREE_TIME, budget);
    const inode: NonDirectoryInode = { kind: 'fifo', mode: 0, uid: 0, gid: 0, mtime: TREE_TIME, xattrs: new Map() };
    expect(() => {
      for (let index = 0; index < 2000; index++) tree.put(b(`${index}`), inode);
    }).toThrow('the image has more than 1000 files and directories');
    expect(budget.spent('nodes')).toBeLessThan(1300);
  });
});
