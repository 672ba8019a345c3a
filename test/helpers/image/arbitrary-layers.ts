import fc from 'fast-check';
import { padded, type TarMember } from './tar.ts';

/** Times that differ from the trees' own and from the clock's, and that ext4 and Go can hold. */
const seconds = fc.oneof(
  fc.integer({ min: -(2 ** 31), max: 1_600_000_000 }),
  fc.integer({ min: 4_000_000_000, max: 9_000_000_000 }),
);
const owner = fc.oneof(fc.nat(2000), fc.nat(2 ** 32 - 2));

// Few names, so that they collide, nest, and are replaced; some are not UTF-8 or sort around the slash.
const name = fc.constantFrom('a', 'b', 'c', 'a-b', 'l', 'm', '\xff\x01', '\xc3\xbc', ' ', 'n'.repeat(120));
const directory = fc.array(name, { maxLength: 3 });
const path = fc
  .tuple(directory, name, fc.constantFrom('', './', '/', '../', 'x/../'))
  .map(([parents, last, start]) => start + [...parents, last].join('/'));

const common = fc.record({
  mode: fc.nat(0o7777),
  uid: owner,
  gid: owner,
  mtime: seconds,
  nanoseconds: fc.oneof(fc.constant(0), fc.nat(999_999_999)),
});

type CommonFields = typeof common extends fc.Arbitrary<infer T> ? T : never;

const xattrValue = fc.uint8Array({ minLength: 1, maxLength: 60 });
/** VFS_CAP_REVISION_2 with CAP_NET_RAW; the kernel accepts only a valid value. */
const CAPABILITY = Buffer.from('0100000200200000000000000000000000000000', 'hex');

const fileXattrs = fc.record(
  {
    'user.one': xattrValue,
    'user.\xff': xattrValue,
    'security.capability': fc.constant(CAPABILITY),
    'trusted.x': xattrValue,
    // Of other systems.
    'com.apple.provenance': xattrValue,
    'system.nfs4_acl': xattrValue,
  },
  { requiredKeys: [] },
);
const directoryXattrs = fc.record({ 'user.one': xattrValue, 'trusted.y': xattrValue }, { requiredKeys: [] });
const otherXattrs = fc.record({ 'trusted.z': xattrValue }, { requiredKeys: [] });

const linkTarget = fc.oneof(
  path,
  fc.constantFrom('..', '../../..', '.', '/', 'a/../b', '/a', 'gone/../c', '../../../b', 'n'.repeat(300)),
);

const fileBody = fc
  .tuple(
    fc.oneof(
      { weight: 3, arbitrary: fc.uint8Array({ maxLength: 700 }) },
      { weight: 1, arbitrary: fc.constant(new Uint8Array(70_001).fill(65)) },
    ),
    fileXattrs,
  )
  .map(([data, xattrs]) => ({ type: '0', data, xattrs }));

const sparseBody = fc
  .tuple(
    fc.array(fc.tuple(fc.integer({ min: 1, max: 50_000 }), fc.integer({ min: 1, max: 5000 })), { maxLength: 5 }),
    fc.nat(100_000),
    fc.constantFrom('0.0', '0.1', '1.0'),
  )
  .map(([holesAndData, tail, version]) => sparseMember(holesAndData, tail, version));

const body = fc.oneof(
  { weight: 6, arbitrary: fileBody },
  { weight: 1, arbitrary: sparseBody },
  { weight: 5, arbitrary: directoryXattrs.map((xattrs) => ({ type: '5', xattrs })) },
  {
    weight: 4,
    arbitrary: fc.tuple(linkTarget, otherXattrs).map(([linkName, xattrs]) => ({ type: '2', linkName, xattrs })),
  },
  { weight: 1, arbitrary: otherXattrs.map((xattrs) => ({ type: '6', xattrs })) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constantFrom('3', '4'),
      major: fc.nat(4095),
      minor: fc.oneof(fc.nat(255), fc.nat(2 ** 20 - 1)),
      xattrs: otherXattrs,
    }),
  },
);

interface Body {
  readonly type: string;
  readonly data?: Uint8Array;
  readonly linkName?: string;
  readonly major?: number;
  readonly minor?: number;
  readonly xattrs?: Readonly<Record<string, Uint8Array>>;
  readonly pax?: readonly (readonly [string, string])[];
}

const entry: fc.Arbitrary<TarMember> = fc
  .tuple(path, common, body, fc.constantFrom('ustar' as const, 'gnu' as const), fc.boolean())
  .map(
    ([where, { nanoseconds, ...fields }, { xattrs, pax, ...rest }, format, slash]: [
      string,
      CommonFields,
      Body,
      'ustar' | 'gnu',
      boolean,
    ]) => {
      const suffix = rest.type === '5' && slash ? '/' : '';
      const records: (readonly [string, string | Uint8Array])[] = [
        ...(pax ?? []),
        ...(isShort(where + suffix) && pax === undefined
          ? []
          : [[pax === undefined ? 'path' : 'GNU.sparse.name', bytes(where + suffix)] as const]),
        ...(rest.linkName !== undefined && !isShort(rest.linkName)
          ? [['linkpath', bytes(rest.linkName)] as const]
          : []),
        ...(nanoseconds === 0 ? [] : [['mtime', decimal(fields.mtime, nanoseconds)] as const]),
        ...Object.entries(xattrs ?? {}).map(([key, value]) => [`SCHILY.xattr.${key}`, value] as const),
      ];
      const { linkName, ...others } = rest;
      return {
        ...fields,
        ...others,
        name: (where + suffix).slice(0, 100),
        ...(linkName !== undefined && { linkName: linkName.slice(0, 100) }),
        format: records.length > 0 ? 'ustar' : format,
        ...(records.length > 0 && { pax: records }),
      };
    },
  );

/**
 * The names of hardlinks are used by no other member, and never by their target: umoci first deletes an entry of the
 * same name.
 */
const hardlink: fc.Arbitrary<TarMember> = fc
  .tuple(
    directory,
    fc.constantFrom('h1', 'h2', 'h3'),
    fc.oneof(
      path,
      fc.tuple(directory, fc.constantFrom('h1', 'h2', 'h3')).map(([parents, last]) => [...parents, last].join('/')),
    ),
    common,
  )
  .filter(([, last, target]) => !target.endsWith(last))
  .map(([parents, last, target, { nanoseconds: _, ...fields }]) => {
    const where = [...parents, last].join('/');
    const pax = [
      ...(isShort(where) ? [] : [['path', bytes(where)] as const]),
      ...(isShort(target) ? [] : [['linkpath', bytes(target)] as const]),
    ];
    return {
      ...fields,
      type: '1',
      name: where.slice(0, 100),
      linkName: target.slice(0, 100),
      ...(pax.length > 0 && { pax }),
    };
  });

const whiteout: fc.Arbitrary<TarMember> = fc
  .tuple(
    directory,
    fc.oneof(
      fc.constant('.wh..wh..opq'),
      fc.constant('.wh..wh.plnk'),
      name.map((last) => `.wh.${last}`.slice(0, 110)),
    ),
  )
  .map(([parents, last]) => {
    const where = [...parents, last].join('/');
    return { name: where.slice(0, 100), ...(!isShort(where) && { pax: [['path', bytes(where)] as const] }) };
  });

/** Leftovers of aufs in the root of a layer. */
const AUFS_MEMBERS: readonly TarMember[] = [
  { name: '.wh..wh.aufs' },
  { name: '.wh..wh.plnk/', type: '5' },
  { name: '.wh..wh.plnk/12.34', data: 'of two names' },
  { name: '.wh..wh.orph/', type: '5' },
];

/** Members of a layer; some may be impossible on top of the lower layers. */
export const arbitraryMembers: fc.Arbitrary<TarMember[]> = fc.array(
  fc.oneof(
    { weight: 10, arbitrary: entry },
    { weight: 3, arbitrary: hardlink },
    { weight: 2, arbitrary: whiteout },
    { weight: 1, arbitrary: fc.constantFrom(...AUFS_MEMBERS) },
  ),
  { minLength: 1, maxLength: 16 },
);

function isShort(text: string): boolean {
  return text.length <= 100;
}

function bytes(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}

function decimal(whole: number, nanoseconds: number): string {
  const digits = (value: number): string => String(value).padStart(9, '0');
  return whole < 0 ? `-${-whole}.${digits(nanoseconds)}` : `${whole}.${digits(nanoseconds)}`;
}

function sparseMember(holesAndData: readonly (readonly [number, number])[], tail: number, version: string): Body {
  const pieces: (readonly [number, number])[] = [];
  let end = 0;
  for (const [hole, length] of holesAndData) {
    pieces.push([end + hole, length]);
    end += hole + length;
  }
  // GNU tar ends each map in this way, even for a file that is only a hole.
  pieces.push([end + tail, 0]);
  const size = String(end + tail);
  const data = Buffer.alloc(
    pieces.reduce((sum, [, length]) => sum + length, 0),
    'sparse',
  );
  const count: readonly [string, string] = ['GNU.sparse.numblocks', String(pieces.length)];
  if (version === '1.0') {
    const map = [pieces.length, ...pieces.flat()].join('\n');
    return {
      type: '0',
      data: Buffer.concat([padded(Buffer.from(`${map}\n`)), data]),
      pax: [
        ['GNU.sparse.major', '1'],
        ['GNU.sparse.minor', '0'],
        ['GNU.sparse.realsize', size],
      ],
    };
  }
  if (version === '0.1') {
    return { type: '0', data, pax: [['GNU.sparse.size', size], count, ['GNU.sparse.map', pieces.flat().join(',')]] };
  }
  const pairs = pieces.flatMap(([offset, length]): (readonly [string, string])[] => [
    ['GNU.sparse.offset', String(offset)],
    ['GNU.sparse.numbytes', String(length)],
  ]);
  return { type: '0', data, pax: [['GNU.sparse.size', size], count, ...pairs] };
}
