import fc from 'fast-check';
import { type ByteString, byteStringFromBytes } from '../../../src/support/byte-string.ts';
import type { Inode, Metadata, NonDirectoryInode } from '../../../src/tree/entry.ts';
import { FileTree } from '../../../src/tree/tree.ts';

/** A tree, and the shell commands (for bash) that create the same one in the current directory. */
export interface ArbitraryTree {
  readonly tree: FileTree;
  readonly script: string;
}

const EPOCH = { seconds: 1704067200, nanoseconds: 0 };

// Few different names, so that they collide and nest; some that sort around the slash, and bytes that are not UTF-8.
const name = fc
  .oneof(
    fc.constantFrom('a', 'b', 'a-b', 'a.b', 'A', 'bin', '0', ' ', "it's", '-n', '\n', 'ü', 'x'.repeat(255)),
    fc.uint8Array({ minLength: 1, maxLength: 5 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
  )
  .map((text) => text.replaceAll('/', '_').replaceAll('\0', '_') as ByteString)
  .filter((text) => text !== '.' && text !== '..' && text !== 'TRAILER!!!');

const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/') as ByteString);

const metadata: fc.Arbitrary<Metadata> = fc.record({
  mode: fc.integer({ min: 0, max: 0o7777 }),
  uid: fc.integer({ min: 0, max: 70_000 }),
  gid: fc.integer({ min: 0, max: 70_000 }),
  mtime: fc.record({ seconds: fc.integer({ min: 0, max: 0xffff_ffff }), nanoseconds: fc.constant(0) }),
  xattrs: fc.constant(new Map<ByteString, Uint8Array>()),
});

const body = fc.oneof(
  { weight: 4, arbitrary: fc.uint8Array({ maxLength: 600 }).map(fileBody) },
  { weight: 1, arbitrary: fc.constantFrom(4095, 4096, 70_001).map((size) => fileBody(Buffer.alloc(size, 'x'))) },
  {
    weight: 2,
    arbitrary: fc
      .uint8Array({ minLength: 1, maxLength: 70 })
      .map((bytes) => ({ kind: 'symlink' as const, target: byteStringFromBytes(bytes.map((byte) => byte || 1)) })),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'fifo' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('char-device' as const, 'block-device' as const),
      major: fc.integer({ min: 0, max: 4000 }),
      minor: fc.integer({ min: 0, max: 200_000 }),
    }),
  },
);

function fileBody(bytes: Uint8Array) {
  const data = Buffer.from(bytes);
  return { kind: 'file' as const, content: { kind: 'bytes' as const, size: data.length, data } };
}

const leaf: fc.Arbitrary<NonDirectoryInode> = fc
  .tuple(metadata, body)
  .map(([common, rest]) => ({ ...common, ...rest, mode: rest.kind === 'symlink' ? 0o777 : common.mode }));

const item = fc.oneof(
  { weight: 3, arbitrary: fc.record({ path, inode: leaf }) },
  {
    weight: 1,
    arbitrary: fc.record({ path, inode: metadata.map((common) => ({ ...common, kind: 'directory' as const })) }),
  },
);

/** Trees of up to `maxLength` entries of every kind; with `hardlinks`, some inodes have several names. */
export function arbitraryTree(options: { hardlinks: boolean; maxLength?: number }): fc.Arbitrary<ArbitraryTree> {
  const links = options.hardlinks ? fc.array(fc.tuple(path, fc.nat()), { maxLength: 8 }) : fc.constant([]);
  return fc.tuple(fc.array(item, { maxLength: options.maxLength ?? 20 }), links).map(([items, extraNames]) => {
    const tree = new FileTree(EPOCH);
    for (const { path: where, inode } of items) {
      attempt(() => (inode.kind === 'directory' ? tree.putDirectory(where, inode) : tree.put(where, inode)));
    }
    const leaves = Array.from(tree.entries()).flatMap(({ inode }) => (inode.kind === 'directory' ? [] : [inode]));
    for (const [where, index] of extraNames) {
      const inode = leaves[index % leaves.length];
      if (inode !== undefined && inode.kind !== 'symlink' && !tree.hasEntriesBelow(where)) {
        attempt(() => tree.put(where, inode));
      }
    }
    return { tree, script: scriptOf(tree) };
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

/**
 * One Python program makes the whole tree: with a process for each command, the shell spent more time than the tools under
 * test.
 */
function scriptOf(tree: FileTree): string {
  const make: string[] = [];
  const finish: string[] = [];
  const firstName = new Map<Inode, string>();
  for (const { path: where, inode } of tree.entries()) {
    const target = bytesLiteral(`./${where}`);
    const first = firstName.get(inode);
    if (first !== undefined) {
      make.push(`os.link(${first}, ${target}, follow_symlinks=False)`);
      continue;
    }
    firstName.set(inode, target);
    make.push(makeStatement(inode, target));
    const { seconds } = inode.mtime;
    finish.push(`os.utime(${target}, (${seconds}, ${seconds}), follow_symlinks=False)`);
    if (inode.kind !== 'symlink') finish.push(`os.chmod(${target}, 0o${inode.mode.toString(8)})`);
    finish.push(`os.lchown(${target}, ${inode.uid}, ${inode.gid})`);
  }
  // Metadata from the last entry to the first, so that a directory's is set after its children were created.
  const program = ['import os, stat', 'os.umask(0)', ...make, ...finish.reverse()];
  return ['set -e', "/usr/bin/python3 - <<'END'", ...program, 'END'].join('\n');
}

function makeStatement(inode: Inode, target: string): string {
  switch (inode.kind) {
    case 'directory':
      return `os.makedirs(${target}, exist_ok=True)`;
    case 'file':
      if (inode.content.kind !== 'bytes') throw new Error('arbitrary trees hold their data in memory');
      return `with open(${target}, 'xb') as f: f.write(${bytesLiteral(Buffer.from(inode.content.data).toString('latin1'))})`;
    case 'symlink':
      return `os.symlink(${bytesLiteral(inode.target)}, ${target})`;
    case 'fifo':
      return `os.mkfifo(${target})`;
    case 'char-device':
    case 'block-device': {
      const type = inode.kind === 'char-device' ? 'S_IFCHR' : 'S_IFBLK';
      return `os.mknod(${target}, stat.${type} | 0o600, os.makedev(${inode.major}, ${inode.minor}))`;
    }
  }
}

/** A bytes literal of Python. */
function bytesLiteral(bytes: string): string {
  return `b'${Array.from(bytes, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`).join('')}'`;
}
