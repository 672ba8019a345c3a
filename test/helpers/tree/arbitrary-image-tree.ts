import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { onTestFinished } from 'vitest';
import { type ByteString, byteStringFromBytes, byteStringFromText } from '../../../src/support/byte-string.ts';
import type { DataExtent, Metadata, NonDirectoryInode, Spool } from '../../../src/tree/entry.ts';
import { FileTree } from '../../../src/tree/tree.ts';

const SPOOL_SIZE = 1 << 18;

/** A spool of bytes without a repeating pattern, until the end of the running test. */
export function testSpool(size = SPOOL_SIZE): Spool {
  const directory = mkdtempSync(join(tmpdir(), 'fledge spool-'));
  const bytes = Buffer.alloc(size);
  for (let index = 0, state = 1; index < size; index++) {
    state = Math.imul(state, 1_103_515_245) + 12_345;
    bytes[index] = state >>> 16;
  }
  const path = join(directory, 'spool');
  writeFileSync(path, bytes);
  const descriptor = openSync(path, 'r');
  onTestFinished(() => {
    closeSync(descriptor);
    rmSync(directory, { recursive: true });
  });
  return { descriptor, label: 'spool of the test' };
}

// Few different names, so that they collide and nest; bytes that are not UTF-8, and names of the maximum length.
const name = fc
  .oneof(
    fc.constantFrom('a', 'b', 'a-b', 'bin', ' ', '\n', '\\', 'ü', 'lost+found', 'x'.repeat(255), 'y'.repeat(31)),
    fc.uint8Array({ minLength: 1, maxLength: 40 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
  )
  .map((text) => text.replaceAll('/', '_').replaceAll('\0', '_') as ByteString)
  .filter((text) => text !== '.' && text !== '..');

const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/') as ByteString);

const id = fc.oneof(fc.nat(70_000), fc.integer({ min: 2 ** 31, max: 2 ** 32 - 2 }));

const mtime = fc.record({
  seconds: fc.oneof(
    fc.integer({ min: 0, max: 2 ** 31 - 1 }),
    fc.integer({ min: -(2 ** 31), max: -1 }),
    fc.integer({ min: 2 ** 31, max: -(2 ** 31) + 3 * 2 ** 32 - 1 }),
  ),
  nanoseconds: fc.oneof(fc.constantFrom(0, 999_999_999), fc.nat(999_999_999)),
});

const value = fc.oneof(
  { weight: 4, arbitrary: fc.uint8Array({ maxLength: 100 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1000, max: 1800 }).map((size) => Buffer.alloc(size, 'v')) },
);

/** Attributes that the kernel shows for inodes of every kind. */
const trusted = fc
  .dictionary(fc.stringMatching(/^[a-z.]{1,20}$/), value, { maxKeys: 2 })
  .map((record) => new Map(Object.entries(record).map(([key, data]) => [byteStringFromText(`trusted.${key}`), data])));

const CAPABILITY = Buffer.from('0100000200040000000000000000000000000000', 'hex');
/** user::rwx user:1000:r-- group::r-x mask::r-x other::---, in the form of setxattr(2). */
const ACL = Buffer.from(
  '0200000001000700ffffffff02000400e803000004000500ffffffff10000500ffffffff20000000ffffffff',
  'hex',
);

const forFiles = fc.subarray<[ByteString, Uint8Array]>([
  [byteStringFromText('security.capability'), CAPABILITY],
  [byteStringFromText('system.posix_acl_access'), ACL],
  [byteStringFromText('user.name'), Buffer.from('value')],
]);

const metadata: fc.Arbitrary<Metadata> = fc.record({
  mode: fc.integer({ min: 0, max: 0o7777 }),
  uid: id,
  gid: id,
  mtime,
  xattrs: fc.oneof({ weight: 3, arbitrary: fc.constant(new Map<ByteString, Uint8Array>()) }, trusted),
});

function leaf(spool: Spool): fc.Arbitrary<NonDirectoryInode> {
  const symlink = fc
    .tuple(metadata, target)
    .map(([common, to]): NonDirectoryInode => ({ ...common, mode: 0o777, kind: 'symlink', target: to }));
  const file = fc.tuple(metadata, forFiles, fc.oneof(inMemory, inSpool(spool))).map(
    ([common, more, content]): NonDirectoryInode => ({
      ...common,
      xattrs: new Map([...common.xattrs, ...more]),
      kind: 'file',
      content,
    }),
  );
  return fc.oneof(
    { weight: 4, arbitrary: file },
    { weight: 2, arbitrary: symlink },
    { weight: 1, arbitrary: metadata.map((common): NonDirectoryInode => ({ ...common, kind: 'fifo' })) },
    {
      weight: 1,
      arbitrary: fc.tuple(metadata, device).map(([common, rest]): NonDirectoryInode => ({ ...common, ...rest })),
    },
  );
}

const target = fc
  .oneof(
    fc.uint8Array({ minLength: 1, maxLength: 70 }),
    fc.constantFrom(59, 60, 4095).map((n) => Buffer.alloc(n, 't')),
  )
  .map((bytes) => byteStringFromBytes(Buffer.from(bytes.map((byte) => byte || 1))));

const device = fc.record({
  kind: fc.constantFrom('char-device' as const, 'block-device' as const),
  major: fc.oneof(fc.nat(255), fc.nat(4095)),
  minor: fc.oneof(fc.nat(255), fc.nat(1_048_575)),
});

const inMemory = fc
  .oneof(
    fc.uint8Array({ maxLength: 600 }),
    fc.constantFrom(4095, 4096, 4097).map((size) => Buffer.alloc(size, 'x')),
  )
  .map((data) => ({ kind: 'bytes' as const, size: data.length, data }));

/** Alternating data and holes at odd offsets. */
function inSpool(spool: Spool) {
  const part = fc.record({
    hole: fc.oneof(fc.constant(0), fc.nat(20_000)),
    data: fc.nat(9000),
    position: fc.nat(200_000),
  });
  return fc.tuple(fc.array(part, { maxLength: 12 }), fc.nat(10_000)).map(([parts, lastHole]) => {
    const extents: DataExtent[] = [];
    let offset = 0;
    for (const { hole, data, position } of parts) {
      extents.push({ offset: offset + hole, length: data, position });
      offset += hole + data;
    }
    return { kind: 'spool' as const, size: offset + lastHole, spool, extents };
  });
}

/** Trees with everything that an image of a container can have, and more. */
export function arbitraryImageTree(spool: Spool, maxLength = 40): fc.Arbitrary<FileTree> {
  const item = fc.oneof(
    { weight: 3, arbitrary: fc.record({ path, inode: leaf(spool) }) },
    { weight: 1, arbitrary: fc.record({ path, inode: metadata.map((m) => ({ ...m, kind: 'directory' as const })) }) },
  );
  return fc
    .tuple(fc.array(item, { maxLength, size: 'max' }), fc.array(fc.tuple(path, fc.nat()), { maxLength: 8 }), metadata)
    .map(([items, extraNames, root]) => {
      const tree = new FileTree({ seconds: 1_704_067_200, nanoseconds: 0 });
      tree.putDirectory(byteStringFromText(''), root);
      for (const { path: where, inode } of items) {
        attempt(() => (inode.kind === 'directory' ? tree.putDirectory(where, inode) : tree.put(where, inode)));
      }
      const leaves = Array.from(tree.entries()).flatMap(({ inode }) => (inode.kind === 'directory' ? [] : [inode]));
      for (const [where, index] of extraNames) {
        const inode = leaves[index % leaves.length];
        if (inode !== undefined) attempt(() => tree.put(where, inode));
      }
      // A link with a long target can create a directory with a long name.
      for (const { path: where } of [...tree.entries()]) {
        if (where.split('/').some((part) => part.length > 255)) tree.remove(where);
      }
      // The only name that ext4 reserves.
      const lostAndFound = byteStringFromText('lost+found');
      if (tree.get(lostAndFound)?.kind !== 'directory') tree.remove(lostAndFound);
      return tree;
    });
}

/** An entry below a file or through a random link may be refused; then the tree does not have it. */
function attempt(action: () => void): void {
  try {
    action();
  } catch {
    // Refused.
  }
}
