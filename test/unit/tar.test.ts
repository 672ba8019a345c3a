import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SpendOnHeaders } from '../../src/sources/image/layer/pax.ts';
import { type TarEntry, TarReader } from '../../src/sources/image/layer/tar.ts';
import type { ByteString } from '../../src/support/byte-string.ts';
import { longNameMember, memberOf, padded, paxMember, putNumber, type TarMember, tarOf } from '../helpers/image/tar.ts';

interface Read {
  readonly entry: TarEntry;
  readonly data: Buffer;
}

/** Reads an archive that is pushed in chunks of `chunkBytes`. */
function read(archive: Buffer, chunkBytes = archive.length + 1, spend?: SpendOnHeaders): Read[] {
  const found: { entry: TarEntry; chunks: Buffer[] }[] = [];
  const reader = new TarReader(
    {
      entry: (entry) => found.push({ entry, chunks: [] }),
      data: (bytes) => found.at(-1)?.chunks.push(Buffer.from(bytes)),
    },
    'test.tar',
    spend,
  );
  for (let at = 0; at < archive.length; at += chunkBytes) reader.push(archive.subarray(at, at + chunkBytes));
  reader.finish();
  return found.map(({ entry, chunks }) => ({ entry, data: Buffer.concat(chunks) }));
}

function readOne(member: TarMember): TarEntry {
  const [first] = read(tarOf([member]));
  if (first === undefined) throw new Error('the archive is empty');
  return first.entry;
}

const plain = { path: 'f', kind: 'file', mode: 0o644, uid: 0, gid: 0, mtime: { seconds: 0, nanoseconds: 0 }, size: 0 };

describe('the headers of tar', () => {
  it.each<[string, TarMember, Partial<Record<string, unknown>>]>([
    ['a file', { name: 'f', mode: 0o4755, uid: 7, gid: 8, mtime: 9 }, { mode: 0o4755, uid: 7, gid: 8 }],
    ['type 7, contiguous', { name: 'f', type: '7', data: 'x' }, { kind: 'file', size: 1 }],
    ['v7, type NUL', { name: 'f', type: '\0', format: 'v7' }, plain],
    ['v7, a directory by its slash', { name: 'd/', type: '\0', format: 'v7' }, { kind: 'directory', path: 'd/' }],
    ['a slash behind type 0 is nothing', { name: 'd/', type: '0' }, { kind: 'file', path: 'd/' }],
    ['a directory', { name: 'd/', type: '5' }, { kind: 'directory', path: 'd/' }],
    ['a directory that declares a size', { name: 'd/', type: '5', declaredSize: 99 }, { kind: 'directory' }],
    ['a symlink', { name: 's', type: '2', linkName: '../x' }, { kind: 'symlink', target: '../x' }],
    ['a hardlink', { name: 'h', type: '1', linkName: 'f' }, { kind: 'hardlink', target: 'f' }],
    ['a char device', { name: 'c', type: '3', major: 5, minor: 1 }, { kind: 'char-device', major: 5, minor: 1 }],
    ['a block device', { name: 'b', type: '4', major: 8, minor: 300_000 }, { kind: 'block-device', minor: 300_000 }],
    ['v7 knows no device numbers', { name: 'c', type: '3', format: 'v7' }, { kind: 'char-device', major: 0, minor: 0 }],
    ['a fifo', { name: 'p', type: '6' }, { kind: 'fifo' }],
    ['a prefix', { name: 'b/c', prefix: 'a' }, { path: 'a/b/c' }],
    ['no prefix in GNU', { name: 'b', format: 'gnu', prefix: '00000000000\0' }, { path: 'b' }],
    ['the prefix of old Go in GNU', { name: 'b', format: 'gnu', prefix: 'usr/share' }, { path: 'usr/share/b' }],
    [
      'the prefix of old Go where the first time looks like one',
      { name: 'b', format: 'gnu', prefix: '00000000000\x20usr' },
      { path: '00000000000 usr/b' },
    ],
    ['no prefix in GNU that is not ASCII', { name: 'b', format: 'gnu', prefix: '\xe9\xe9' }, { path: 'b' }],
    [
      'no prefix behind what is almost the magic of ustar',
      { name: 'b', prefix: 'usr', patch: (header) => header.write('ustar  x', 257, 'latin1') },
      { path: 'b' },
    ],
    ['a name without NUL', { name: 'n'.repeat(100) }, { path: 'n'.repeat(100) }],
    ['bytes that are not UTF-8', { name: '\xff\xfe' }, { path: '\xff\xfe' }],
    ['base-256', { name: 'f', uid: 2 ** 31, gid: 4_000_000_000 }, { uid: 2 ** 31, gid: 4_000_000_000 }],
    ['a time before 1970', { name: 'f', mtime: -5 }, { mtime: { seconds: -5, nanoseconds: 0 } }],
    ['a time after 2242', { name: 'f', mtime: 2 ** 34 }, { mtime: { seconds: 2 ** 34, nanoseconds: 0 } }],
    ['a time beyond all integers', { name: 'f', mtime: 2 ** 60 }, { mtime: { seconds: 2 ** 53 - 1, nanoseconds: 0 } }],
    [
      'the first second of 64 bits',
      { name: 'f', mtime: -(2 ** 63) },
      { mtime: { seconds: 1 - 2 ** 53, nanoseconds: 0 } },
    ],
    ['an owner of -2', { name: 'f', uid: -2 }, { uid: 2 ** 32 - 2 }],
    ['signed checksums', { name: '\xff\x80', signedChecksum: true }, { path: '\xff\x80' }],
    ['bits of the mode that are not permissions', { name: 'f', mode: 0o100644 }, { mode: 0o644 }],
    ['numbers with spaces', { name: 'f', patch: (header) => header.write('  644 \0 ', 100) }, { mode: 0o644 }],
    ['blank numbers', { name: 'f', patch: (header) => header.fill(' ', 108, 116) }, { uid: 0 }],
    ['GNU dumpdir', { name: 'd/', type: 'D', data: 'Yfile\0' }, { kind: 'directory' }],
  ])('reads a header: %s', (_, member, expected) => {
    expect(readOne(member)).toMatchObject(expected);
  });

  it('reads data after a header, and then the next header', () => {
    const archive = tarOf([{ name: 'a', data: 'x'.repeat(513) }, { name: 'b' }, { name: 'c', data: 'y' }]);
    expect(read(archive).map(({ entry, data }) => [entry.path, data.toString()])).toEqual([
      ['a', 'x'.repeat(513)],
      ['b', ''],
      ['c', 'y'],
    ]);
  });

  it('gives the same entries for chunks of any size', () => {
    const archive = Buffer.concat([
      longNameMember('L', 'long/'.repeat(50)),
      memberOf({ name: 'x', format: 'gnu', data: 'one' }),
      tarOf([{ name: 'y', data: 'two'.repeat(400), pax: { path: 'pax', 'SCHILY.xattr.user.a': 'b' } }]),
    ]);
    const whole = read(archive);
    for (const bytes of [1, 7, 511, 512, 513, 1000]) expect(read(archive, bytes)).toEqual(whole);
  });

  it('skips a volume label, and data of a hardlink if present', () => {
    const link: TarMember = { name: 'h', type: '1', linkName: 'f' };
    const archive = tarOf([
      { name: 'label', type: 'V' },
      { ...link, declaredSize: 5000 },
      { ...link, data: 'z'.repeat(700) },
      { ...link, data: 'z'.repeat(512) },
      { ...link, data: 'z' },
      { name: 'last', data: 'data' },
      { ...link, declaredSize: 12 },
    ]);
    expect(read(archive).map(({ entry }) => entry.path)).toEqual(['h', 'h', 'h', 'h', 'last', 'h']);
  });
});

describe('extended headers', () => {
  it('extended headers replace values of the header', () => {
    const pax = {
      path: 'päth',
      linkpath: 'tärget',
      uid: '70000000',
      gid: '3',
      uname: 'nobody',
      mtime: '1700000000.123456789123',
      atime: '1',
      ctime: '2',
    };
    expect(readOne({ name: 'short', type: '2', pax })).toEqual({
      kind: 'symlink',
      path: Buffer.from('päth').toString('latin1'),
      target: Buffer.from('tärget').toString('latin1'),
      mode: 0o644,
      uid: 70_000_000,
      gid: 3,
      mtime: { seconds: 1_700_000_000, nanoseconds: 123_456_789 },
      xattrs: new Map(),
    });
  });

  it.each([
    ['-1.5', -2, 500_000_000],
    ['-1', -1, 0],
    ['-0.25', -1, 750_000_000],
    ['0', 0, 0],
    ['17.', 17, 0],
    ['3.000000001', 3, 1],
    ['99999999999', 99_999_999_999, 0],
  ])('reads the pax time %s', (mtime, seconds, nanoseconds) => {
    expect(readOne({ name: 'f', pax: { mtime } }).mtime).toEqual({ seconds, nanoseconds });
  });

  it('uses a size that is too large for the header, for one entry only', () => {
    const archive = tarOf([
      { name: 'a', declaredSize: 0, data: 'x'.repeat(600), pax: { size: '600' } },
      { name: 'b', data: 'y' },
    ]);
    expect(read(archive).map(({ data }) => data.length)).toEqual([600, 1]);
  });

  it('reads extended attributes, even binary and empty ones', () => {
    const value = Buffer.from([1, 0, 0, 2, 0, 0x0a, 0x3d, 0xff]);
    const pax = {
      'SCHILY.xattr.security.capability': value,
      'SCHILY.xattr.user.a': 'x',
      'SCHILY.xattr.user.empty': '',
      'SCHILY.xattr.user.a=b': 'c=d',
      // Docker, containerd and umoci read only the form above, and bsdtar writes both.
      'LIBARCHIVE.xattr.user.only%3Dhere': Buffer.from('YmFzZTY0'),
      'LIBARCHIVE.xattr.security.capability': Buffer.from('AAAA'),
    };
    expect(Object.fromEntries(readOne({ name: 'f', pax }).xattrs)).toEqual({
      'security.capability': value,
      'user.a': Buffer.from('b=c=d'),
      'user.empty': Buffer.alloc(0),
    });
  });

  it.each<[string, Partial<Record<string, string>>, Partial<Record<string, unknown>>]>([
    ['zeros before numbers', { uid: `${'0'.repeat(100)}7`, gid: `${'0'.repeat(5000)}8` }, { uid: 7, gid: 8 }],
    ['zeros before a size', { size: `${'0'.repeat(30)}4` }, { size: 4 }],
    ['zeros before a time', { mtime: `-${'0'.repeat(20)}1.5` }, { mtime: { seconds: -2, nanoseconds: 500_000_000 } }],
    ['a plus sign', { uid: '+7', mtime: '+3.5' }, { uid: 7, mtime: { seconds: 3, nanoseconds: 500_000_000 } }],
    ['a negative zero', { uid: '-0', mtime: '-0' }, { uid: 0, mtime: { seconds: 0, nanoseconds: 0 } }],
    ['an owner of -2', { gid: '-2' }, { gid: 2 ** 32 - 2 }],
    ['a time beyond all integers', { mtime: '9'.repeat(400) }, { mtime: { seconds: 2 ** 53 - 1, nanoseconds: 0 } }],
    ['the first second of 64 bits', { mtime: `-${2n ** 63n}` }, { mtime: { seconds: 1 - 2 ** 53, nanoseconds: 0 } }],
    ['a fraction of nothing', { mtime: '-0.5' }, { mtime: { seconds: -1, nanoseconds: 500_000_000 } }],
    ['a character set that other tools ignore', { hdrcharset: 'BINARY', path: 'x' }, { path: 'x' }],
    ['a slash at the end of a path', { path: 'd/' }, { path: 'd/', kind: 'file' }],
  ])('reads pax values with %s', (_, pax, expected) => {
    expect(
      readOne({ name: 'f', data: 'four', uid: 1, gid: 1, mtime: 1, pax: pax as Record<string, string> }),
    ).toMatchObject(expected);
  });

  it.each(['.5', '1e3', '-', '+', '1.5.5', '1.x', ' 1', '0x1', '١'])('refuses the pax time %j', (mtime) => {
    expect(() => read(tarOf([{ name: 'x', pax: { mtime } }]))).toThrow(/its pax header has mtime/);
  });

  it.each(['1.0', '1e3', '-', '+', '--1', ' 1', '1 ', '0x1', '9007199254740992'])('refuses the number %j', (uid) => {
    expect(() => read(tarOf([{ name: 'x', pax: { uid } }]))).toThrow(/its pax header has uid/);
  });

  it("uses the last of equal keywords, and the header's value for an empty one", () => {
    const keywords = { path: 'p', linkpath: 'l', uid: '5', gid: '6', mtime: '7' };
    const given = Object.entries(keywords);
    const empty = given.map(([keyword]) => [keyword, ''] as const);
    const header = { name: 'name', type: '2', linkName: 'target', uid: 1, gid: 2, mtime: 3 };
    const plainly = readOne(header);
    expect(readOne({ ...header, pax: [...given, ...empty] })).toEqual(plainly);
    expect(readOne({ ...header, pax: empty })).toEqual(plainly);
    const last = { path: 'p', target: 'l', uid: 5, gid: 6, mtime: { seconds: 7, nanoseconds: 0 } };
    expect(readOne({ ...header, pax: [['path', 'q'], ...empty, ...given] })).toMatchObject(last);
    const attributes = ['x', 'y', ''].map((value) => ['SCHILY.xattr.user.a', value] as const);
    expect(readOne({ ...header, pax: attributes }).xattrs).toEqual(new Map([['user.a', Buffer.alloc(0)]]));
    const [file, next] = read(
      tarOf([
        {
          name: 'a',
          data: '1234',
          pax: [
            ['size', '3'],
            ['size', ''],
          ],
        },
        { name: 'b' },
      ]),
    );
    expect([file?.data.toString(), next?.entry.path]).toEqual(['1234', 'b']);
  });

  it('uses the last extended header before an entry and drops it afterwards', () => {
    const archive = Buffer.concat([
      paxMember({ path: 'first', uid: '5' }),
      paxMember({ path: 'second' }),
      tarOf([{ name: 'a' }, { name: 'b' }]),
    ]);
    expect(read(archive).map(({ entry }) => [entry.path, entry.uid])).toEqual([
      ['second', 0],
      ['b', 0],
    ]);
  });

  it('an extended header before a volume label applies to the label', () => {
    const archive = Buffer.concat([
      paxMember({ path: 'pax', size: '600' }),
      longNameMember('L', 'long'),
      memberOf({ name: 'label', type: 'V', declaredSize: 0, data: 'x'.repeat(600) }),
      tarOf([{ name: 'a' }]),
    ]);
    expect(read(archive).map(({ entry }) => entry.path)).toEqual(['a']);
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['nothing', {}],
    ['a comment, as git archive writes it', { comment: 'c0ffee' }],
    ["GNU tar's volume label", { 'GNU.volume.label': 'backup' }],
    [
      "star's words about the archive",
      { 'SCHILY.archtype': 'exustar', 'SCHILY.release': 'star', 'SCHILY.volhdr.dumptype': 'x' },
    ],
  ])('accepts a global header with %s', (_, records) => {
    const members = [{ name: 'a', uid: 3 }, { name: 'b' }];
    expect(read(Buffer.concat([paxMember(records, 'g'), tarOf(members)]))).toEqual(read(tarOf(members)));
  });

  it.each([
    'path',
    'linkpath',
    'size',
    'uid',
    'gid',
    'uname',
    'gname',
    'mtime',
    'atime',
    'ctime',
    'charset',
    'hdrcharset',
    'SCHILY.xattr.user.a',
    'SCHILY.xattr.security.capability',
    'LIBARCHIVE.xattr.user.a',
    'SCHILY.acl.access',
    'GNU.sparse.name',
    'GNU.sparse.major',
    'GNU.volume.offset',
    'VENDOR.anything',
    'Comment',
  ])('refuses a global header with %s, which tools interpret differently', (keyword) => {
    for (const value of ['1', '']) {
      const header = paxMember(
        [
          ['comment', 'x'],
          [keyword, value],
        ],
        'g',
      );
      const fix = 'build the layer without that global pax header; fledge accepts only comments in one';
      for (const archive of [header, Buffer.concat([memberOf({ name: 'first' }), header])]) {
        expect(() => read(Buffer.concat([archive, tarOf([{ name: 'a' }])]))).toThrow(
          expect.objectContaining({
            code: 'input',
            message: expect.stringContaining(
              `it is a global pax header with "${keyword}", which Docker and containerd ignore`,
            ),
            fix,
          }),
        );
      }
    }
  });

  it.each<[string, Buffer]>([
    ['a pax header', paxMember({ path: 'x' })],
    ['a long name', longNameMember('L', 'x')],
    ['an empty long link', longNameMember('K', '')],
  ])('refuses a global header between %s and its entry', (_, header) => {
    const archive = Buffer.concat([header, paxMember({ comment: 'x' }, 'g'), tarOf([{ name: 'a' }])]);
    expect(() => read(archive)).toThrow(/it is a global pax header between an extended header and its entry/);
  });

  it.each(['L', 'K'] as const)('ignores an empty long name (%s)', (type) => {
    const members: TarMember[] = [{ name: 'link', type: '2', linkName: 'target', format: 'gnu' }, { name: 'next' }];
    const expected = read(tarOf(members));
    for (const text of ['', '\0', '\0x']) {
      expect(read(Buffer.concat([longNameMember(type, text), tarOf(members)]))).toEqual(expected);
    }
    // The last one is used.
    const two = Buffer.concat([longNameMember(type, 'long'), longNameMember(type, ''), tarOf(members)]);
    expect(read(two)).toEqual(expected);
  });

  it('reads long names and links of GNU tar', () => {
    const archive = Buffer.concat([
      longNameMember('K', 't'.repeat(300)),
      longNameMember('L', 'n'.repeat(300)),
      tarOf([{ name: 'n', type: '2', linkName: 't', format: 'gnu' }, { name: 'next' }]),
    ]);
    expect(read(archive).map(({ entry }) => entry)).toMatchObject([
      { path: 'n'.repeat(300), target: 't'.repeat(300) },
      { path: 'next' },
    ]);
  });
});

describe('sparse files', () => {
  const data = Buffer.concat([Buffer.alloc(512, 'a'), Buffer.alloc(700, 'b')]);
  const expected = {
    path: 'sparse',
    size: 1_000_000,
    pieces: [
      { offset: 4096, length: 512 },
      { offset: 8192, length: 700 },
    ],
  };
  const mapText = '2\n4096\n512\n8192\n700\n';

  it.each<[string, TarMember]>([
    [
      '0.0',
      {
        name: 'sparse',
        data,
        pax: [
          ['GNU.sparse.size', '1000000'],
          ['GNU.sparse.numblocks', '2'],
          ['GNU.sparse.offset', '4096'],
          ['GNU.sparse.numbytes', '512'],
          ['GNU.sparse.offset', '8192'],
          ['GNU.sparse.numbytes', '700'],
        ],
      },
    ],
    [
      '0.1',
      {
        name: 'GNUSparseFile.1/sparse',
        data,
        pax: { 'GNU.sparse.name': 'sparse', 'GNU.sparse.size': '1000000', 'GNU.sparse.map': '4096,512,8192,700' },
      },
    ],
    [
      '1.0',
      {
        name: 'GNUSparseFile.1/sparse',
        data: Buffer.concat([padded(Buffer.from(mapText)), data]),
        pax: {
          'GNU.sparse.major': '1',
          'GNU.sparse.minor': '0',
          'GNU.sparse.name': 'sparse',
          'GNU.sparse.realsize': '1000000',
        },
      },
    ],
    ['old GNU', { name: 'sparse', type: 'S', format: 'gnu', data, patch: (header) => patchOldSparse(header) }],
  ])('reads a sparse file in format %s', (_, member) => {
    const [file, next] = read(tarOf([member, { name: 'next' }]), 300);
    expect(file?.entry).toMatchObject(expected);
    expect(file?.data).toEqual(data);
    expect(next?.entry.path).toBe('next');
  });

  it('reads further blocks of the map in the old GNU format', () => {
    const pieces = Array.from({ length: 60 }, (_, index) => [index * 1024, 100] as const);
    const extensions = [4, 25, 46].map((start) => {
      const block = Buffer.alloc(512);
      for (const [index, piece] of pieces.slice(start, start + 21).entries()) putPiece(block, index * 24, piece);
      block[504] = start + 21 < pieces.length ? 1 : 0;
      return block;
    });
    const header = memberOf({
      name: 'sparse',
      type: 'S',
      format: 'gnu',
      declaredSize: 6000,
      patch: (block) => {
        for (const [index, piece] of pieces.slice(0, 4).entries()) putPiece(block, 386 + index * 24, piece);
        block[482] = 1;
        putNumber(block, 99_999, 483, 12);
      },
    });
    const archive = Buffer.concat([header, ...extensions, padded(Buffer.alloc(6000, 'x')), tarOf([{ name: 'next' }])]);
    const [file, next] = read(archive, 700);
    expect(file?.entry).toMatchObject({ size: 99_999, pieces: pieces.map(([offset, length]) => ({ offset, length })) });
    expect(file?.data).toHaveLength(6000);
    expect(next?.entry.path).toBe('next');
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['a piece without bytes', { 'GNU.sparse.map': '4294967296,0' }],
    ['no piece in format 0.1', { 'GNU.sparse.major': '0', 'GNU.sparse.minor': '1', 'GNU.sparse.numblocks': '0' }],
  ])('reads a sparse file that is only a hole: %s', (_, pax) => {
    const records = { 'GNU.sparse.size': '4294967296', 'GNU.sparse.name': 'hole', ...pax };
    expect(readOne({ name: 'x', pax: records })).toMatchObject({ path: 'hole', size: 2 ** 32, pieces: [] });
  });

  it("a sparse file's map replaces the name of an earlier long name", () => {
    const pax = { 'GNU.sparse.size': '9', 'GNU.sparse.map': '9,0', 'GNU.sparse.name': 'sparse', path: 'p' };
    const archive = Buffer.concat([longNameMember('L', 'long'), tarOf([{ name: 'x', pax }])]);
    expect(read(archive).map(({ entry }) => entry.path)).toEqual(['sparse']);
  });

  it('uses the last map and the first kind of size of a sparse file', () => {
    const pax: [string, string][] = [
      ['GNU.sparse.map', '0,5'],
      ['GNU.sparse.map', '2,3'],
      ['GNU.sparse.size', '9'],
      ['GNU.sparse.realsize', '7'],
    ];
    expect(readOne({ name: 'x', data: 'abc', pax })).toMatchObject({ size: 9, pieces: [{ offset: 2, length: 3 }] });
  });

  it('accepts any number of zeros before the numbers of a map', () => {
    const long = `${'0'.repeat(30)}3`;
    const map = padded(Buffer.from(`1\n2\n${long}\n`));
    const pax = { 'GNU.sparse.major': '1', 'GNU.sparse.minor': '0', 'GNU.sparse.realsize': '9' };
    expect(readOne({ name: 'x', pax, data: Buffer.concat([map, Buffer.from('abc')]) })).toMatchObject({ size: 9 });
    expect(
      readOne({ name: 'x', data: 'abc', pax: { 'GNU.sparse.size': '9', 'GNU.sparse.map': `2,${long}` } }),
    ).toMatchObject({ size: 9 });
  });

  it.each<[string, TarMember, RegExp]>([
    ['have a name and no map', { name: 'x', pax: { 'GNU.sparse.name': 'evil' } }, /has no map of data and holes/],
    ['have a size and no map', { name: 'x', pax: { 'GNU.sparse.size': '9' } }, /has no map of data and holes/],
    [
      'have an empty map',
      { name: 'x', pax: { 'GNU.sparse.size': '9', 'GNU.sparse.map': '' } },
      /has no map of data and holes/,
    ],
    ['have half of a version', { name: 'x', pax: { 'GNU.sparse.major': '1', 'GNU.sparse.map': '0,0' } }, /format 1\./],
    [
      'have a version with zeros',
      { name: 'x', pax: { 'GNU.sparse.major': '00', 'GNU.sparse.minor': '1' } },
      /format 00\.1/,
    ],
    [
      'have another number of pieces than they say',
      { name: 'x', pax: { 'GNU.sparse.size': '9', 'GNU.sparse.map': '9,0', 'GNU.sparse.numblocks': '2' } },
      /has 2 numbers for 2 pieces/,
    ],
    [
      'have a length before an offset',
      { name: 'x', pax: { 'GNU.sparse.size': '9', 'GNU.sparse.numbytes': '0', 'GNU.sparse.offset': '9' } },
      /map of data and holes is damaged/,
    ],
    [
      'be a symlink',
      { name: 'x', type: '2', linkName: 'y', pax: { 'GNU.sparse.size': '9', 'GNU.sparse.map': '9,0' } },
      /describes a sparse file, but the entry is not a regular file/,
    ],
    [
      'have two maps',
      { name: 'x', type: 'S', format: 'gnu', pax: { 'GNU.sparse.size': '9', 'GNU.sparse.map': '9,0' } },
      /describes a sparse file, but the entry is not a regular file/,
    ],
    ["be in star's format", { name: 'x', type: 'S', format: 'ustar' }, /sparse file in star's format/],
    [
      'be larger than integers',
      { name: 'x', pax: { 'GNU.sparse.size': `${2n ** 53n}`, 'GNU.sparse.map': '0,0' } },
      /size "9007/,
    ],
  ])('sparse files must not %s', (_, member, message) => {
    expect(() => read(tarOf([member]))).toThrow(message);
  });

  it.each([
    ['overlap', '0,600,512,612'],
    ['go back', '8192,600,4096,612'],
    ['end behind the file', '999900,1212'],
    ['have more data than there is', '0,512,8192,800'],
    ['have less data than there is', '0,512'],
    ['have a negative piece', '0,-1,8192,1213'],
    ['lack a length', '0,512,8192'],
  ])('the pieces of sparse files must not %s', (_, map) => {
    const pax = { 'GNU.sparse.size': '1000000', 'GNU.sparse.map': map, 'GNU.sparse.name': 'sparse' };
    expect(() => read(tarOf([{ name: 'x', data, pax }]))).toThrow(/^test\.tar: at byte 1\d+, entry "[^"]+": its .*map/);
  });

  function patchOldSparse(header: Buffer): void {
    putPiece(header, 386, [4096, 512]);
    putPiece(header, 410, [8192, 700]);
    putPiece(header, 434, [1_000_000, 0]);
    putNumber(header, 1_000_000, 483, 12);
  }

  function putPiece(block: Buffer, at: number, [offset, length]: readonly [number, number]): void {
    putNumber(block, offset, at, 12);
    putNumber(block, length, at + 12, 12);
  }
});

describe('the end of an archive', () => {
  const member = memberOf({ name: 'f', data: 'data' });
  const zeros = Buffer.alloc(512);

  it.each<[string, Buffer]>([
    ['two zero blocks', Buffer.concat([member, zeros, zeros])],
    ['garbage behind them', Buffer.concat([member, zeros, zeros, Buffer.from('garbage'.repeat(200))])],
    ['one zero block', Buffer.concat([member, zeros])],
    ['nothing', member],
    ['no padding', member.subarray(0, 512 + 4)],
  ])('accepts an archive that ends with %s', (_, archive) => {
    expect(read(archive).map(({ data }) => data.toString())).toEqual(['data']);
  });

  it('accepts an empty archive', () => {
    expect(read(Buffer.alloc(0))).toEqual([]);
    expect(read(Buffer.alloc(10240))).toEqual([]);
  });

  it.each<[string, Buffer, RegExp]>([
    ['data', member.subarray(0, 514), /at byte 514, entry "f": the archive ends 2 bytes too early/],
    ['a header', member.subarray(0, 100), /at byte 100: the archive ends inside a header/],
    ['a pax header', paxMember({ path: 'x' }).subarray(0, 515), /ends 6 bytes too early/],
    ['what a pax header is for', paxMember({ path: 'x' }), /ends before the entry does/],
    ['what a long name is for', longNameMember('L', 'x'), /ends before the entry does/],
    ['one zero block', Buffer.concat([zeros, member]), /one block of zeros/],
  ])('refuses an archive that ends inside of %s', (_, archive, message) => {
    expect(() => read(archive)).toThrow(message);
  });
});

describe('a damaged or hostile archive', () => {
  it.each<[string, Buffer, RegExp]>([
    ['is no tar', Buffer.from('hello world '.repeat(50)), /at byte 0: not a tar archive/],
    [
      'has a header with a flipped bit',
      flipped(tarOf([{ name: 'a' }, { name: 'b' }]), 512 + 110),
      /at byte 512, entry "a": the header after this entry has a wrong checksum/,
    ],
    ['has an unknown type', tarOf([{ name: 'x', type: 'Z' }]), /entry "x": it has the unknown type "Z"/],
    ['is a part of several volumes', tarOf([{ name: 'x', type: 'M' }]), /unknown type "M"/],
    ['has an invalid number', tarOf([{ name: 'x', patch: (h) => h.write('9abc', 100) }]), /the mode .* not a number/],
    ['has a negative size', tarOf([{ name: 'x', declaredSize: -1 }]), /its size is -1/],
    [
      'has a size beyond integers',
      tarOf([{ name: 'x', patch: (h) => h.fill(0x9f, 124, 136) }]),
      /the size .* not a number/,
    ],
    ['has an owner beyond 32 bits', tarOf([{ name: 'x', uid: 2 ** 32 }]), /owner 4294967296/],
    ['belongs to nobody in particular', tarOf([{ name: 'x', gid: 2 ** 32 - 1 }]), /owner 4294967295/],
    ['has a NUL in a path', tarOf([{ name: 'x', pax: { path: 'a\0b' } }]), /a path with a NUL/],
    ['has an invalid pax time', tarOf([{ name: 'x', pax: { mtime: 'yesterday' } }]), /mtime "yesterday"/],
    ['has an invalid sparse map', tarOf([{ name: 'x', pax: { 'GNU.sparse.map': 'x,y' } }]), /sparse\.map "x,y"/],
    ['has an invalid pax number', tarOf([{ name: 'x', pax: { uid: '1e3' } }]), /uid "1e3"/],
    [
      'has an unknown sparse format',
      tarOf([{ name: 'x', pax: { 'GNU.sparse.major': '2', 'GNU.sparse.minor': '0' } }]),
      /format 2\.0/,
    ],
    [
      'has an attribute that is too large',
      tarOf([{ name: 'x', pax: { 'SCHILY.xattr.user.x': Buffer.alloc(65_537) } }]),
      /"user\.x" has 65537 bytes/,
    ],
    [
      'has more names of attributes than Linux lists',
      tarOf([
        {
          name: 'x',
          pax: Array.from({ length: 8000 }, (_, index) => [`SCHILY.xattr.user.${index}`, ''] as const),
        },
      ]),
      /names of its extended attributes have more than 65536 bytes/,
    ],
    ['has an attribute without a name', tarOf([{ name: 'x', pax: { 'SCHILY.xattr.': 'x' } }]), /name of 0 bytes/],
    [
      'has an attribute whose name is too long',
      tarOf([{ name: 'x', pax: { [`SCHILY.xattr.user.${'x'.repeat(251)}`]: '' } }]),
      /name of 256 bytes/,
    ],
  ])('refuses an archive that %s', (_, archive, message) => {
    expect(() => read(archive)).toThrow(message);
    expect(() => read(archive, 100)).toThrow(message);
  });

  it.each([
    '8 path=x\n',
    '11 path=x\n',
    '9 path',
    'path=x\n',
    '99999999999999999999 a=b\n',
    '6 a=bc',
    '0 a=b\n',
    '4 ab\n',
    '5 =b\n',
  ])('refuses the pax record %j', (record) => {
    const data = Buffer.from(record);
    const header = memberOf({ name: 'PaxHeaders/x', type: 'x', data });
    expect(() => read(Buffer.concat([header, tarOf([{ name: 'x' }])]))).toThrow(
      /entry "PaxHeaders\/x": its pax header is damaged/,
    );
  });

  it('limits the size of headers and names', () => {
    for (const type of ['x', 'g', 'L', 'K']) {
      const header = memberOf({ name: 'huge', type, declaredSize: 100 * 1024 ** 3 });
      expect(() => read(header)).toThrow(
        /entry "huge": an extended header has 107374182400 bytes; the limit is 1048576/,
      );
    }
  });

  it('allocates nothing for a declared size before its bytes arrive', () => {
    const archive = tarOf([{ name: 'huge', declaredSize: 100 * 1024 ** 3 }]);
    expect(() => read(archive)).toThrow(/entry "huge": the archive ends 107374181\d+ bytes too early/);
  });

  it('limits the length of a map of holes', () => {
    const pax = {
      'GNU.sparse.major': '1',
      'GNU.sparse.minor': '0',
      'GNU.sparse.realsize': '9',
      'GNU.sparse.name': 'x',
    };
    for (const map of ['99999999\n', '1'.repeat(2000), '1\n2', '-1\n', '\n\n\n']) {
      expect(() => read(tarOf([{ name: 'x', pax, data: padded(Buffer.from(map)) }]))).toThrow(
        /entry "x": (its map|it has more)/,
      );
    }
  });

  it('gives only input errors for arbitrary bytes', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 3000 }),
      fc
        .tuple(
          fc.array(
            fc.record({
              name: fc.string({ maxLength: 20 }),
              type: fc.constantFrom('0', '1', '2', '5', 'x', 'g', 'L', 'S'),
            }),
            { maxLength: 5 },
          ),
          fc.nat(),
          fc.nat(255),
        )
        .map(([members, position, byte]) => {
          const archive = tarOf(members.map(({ name, type }) => ({ name: latin1(name), type, data: '12 path=xyz\n' })));
          archive[position % archive.length] = byte;
          return archive;
        }),
    );
    fc.assert(
      fc.property(bytes, fc.integer({ min: 1, max: 700 }), (archive, chunk) => {
        try {
          read(Buffer.from(archive), chunk);
        } catch (error) {
          expect(error).toMatchObject({ name: 'FledgeError', code: 'input' });
        }
      }),
    );
  });
});

describe('a generated archive', () => {
  const name = fc
    .uint8Array({ minLength: 1, maxLength: 90 })
    .map((bytes) => Buffer.from(bytes.map((b) => b || 1)).toString('latin1'));
  const member = fc.record({
    name,
    type: fc.constantFrom('0', '2', '5', '6', '3'),
    mode: fc.nat(0o7777),
    uid: fc.nat(2 ** 32 - 2),
    gid: fc.nat(2 ** 32 - 2),
    mtime: fc.integer({ min: -(2 ** 40), max: 2 ** 40 }),
    linkName: name,
    data: fc.uint8Array({ maxLength: 1500 }),
    format: fc.constantFrom('ustar' as const, 'gnu' as const),
    xattr: fc.uint8Array({ maxLength: 30 }),
    inPax: fc.boolean(),
  });

  it('reads any generated archive back', () => {
    fc.assert(
      fc.property(fc.array(member, { maxLength: 6 }), fc.integer({ min: 1, max: 3000 }), (members, chunk) => {
        const archive = tarOf(
          members.map(({ xattr, inPax, type, data, ...rest }) => ({
            ...rest,
            type,
            ...(type === '0' && { data }),
            ...(inPax && { pax: { 'SCHILY.xattr.user.x': xattr, mtime: `${rest.mtime}.5` } }),
          })),
        );
        const found = read(archive, chunk);
        expect(found.map(({ entry, data }) => ({ ...entry, data }))).toEqual(
          members.map((each) => ({
            path: each.name as ByteString,
            mode: each.mode,
            uid: each.uid,
            gid: each.gid,
            mtime: each.inPax ? halfBeyond(each.mtime) : { seconds: each.mtime, nanoseconds: 0 },
            xattrs: each.inPax ? new Map([['user.x', Buffer.from(each.xattr)]]) : new Map(),
            data: each.type === '0' ? Buffer.from(each.data) : Buffer.alloc(0),
            ...detailsOf(each),
          })),
        );
      }),
    );
  });

  function detailsOf({ type, data, linkName }: { type: string; data: Uint8Array; linkName: string }): object {
    switch (type) {
      case '0':
        return {
          kind: 'file',
          size: data.length,
          pieces: data.length === 0 ? [] : [{ offset: 0, length: data.length }],
        };
      case '2':
        return { kind: 'symlink', target: linkName };
      case '5':
        return { kind: 'directory' };
      case '3':
        return { kind: 'char-device', major: 0, minor: 0 };
      default:
        return { kind: 'fifo' };
    }
  }

  function halfBeyond(seconds: number): object {
    return seconds < 0 ? { seconds: seconds - 1, nanoseconds: 500_000_000 } : { seconds, nanoseconds: 500_000_000 };
  }
});

function flipped(archive: Buffer, at: number): Buffer {
  const copy = Buffer.from(archive);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

function latin1(text: string): string {
  return Buffer.from(text).toString('latin1').slice(0, 100);
}
