import { describe, expect, it } from 'vitest';
import { type ByteString, byteStringFromText } from '../../src/support/byte-string.ts';
import { contentShares } from '../../src/tree/contents.ts';
import type { NonDirectoryInode } from '../../src/tree/entry.ts';
import { FileTree } from '../../src/tree/tree.ts';

const mtime = { seconds: 1, nanoseconds: 0 };
const metadata = { mode: 0o755, uid: 0, gid: 0, mtime, xattrs: new Map() };
const b = byteStringFromText;

function file(size: number): NonDirectoryInode {
  return { ...metadata, kind: 'file', content: { kind: 'bytes', size, data: Buffer.alloc(size) } };
}

describe('contentShares', () => {
  it('contentShares sums the files below each name of the root, largest first', () => {
    const tree = new FileTree(mtime);
    tree.put(b('usr/lib/deep/er/a'), file(100));
    tree.put(b('usr/b'), file(23));
    tree.put(b('init'), file(7));
    tree.put(b('etc/c'), file(50));
    tree.put(b('etc/d'), file(0));
    expect(contentShares(tree)).toEqual([
      { path: '/usr', size: 123 },
      { path: '/etc', size: 50 },
      { path: '/init', size: 7 },
    ]);
  });

  it('contentShares counts a file with several names once, and only files', () => {
    const tree = new FileTree(mtime);
    const shared = file(10);
    tree.put(b('bin/one'), shared);
    tree.put(b('bin/two'), shared);
    tree.put(b('dev/null'), { ...metadata, kind: 'char-device', major: 1, minor: 3 });
    tree.put(b('lib'), { ...metadata, kind: 'symlink', target: b('usr/lib') });
    tree.putDirectory(b('empty'), metadata);
    expect(contentShares(tree)).toEqual([{ path: '/bin', size: 10 }]);
  });

  it('contentShares orders equal sizes by name and escapes names that are not text', () => {
    const tree = new FileTree(mtime);
    tree.put(b('b/x'), file(1));
    tree.put(b('a/x'), file(1));
    tree.put('\xff\n/x' as ByteString, file(1));
    expect(contentShares(tree).map(({ path }) => path)).toEqual(['/a', '/b', '/\\xff\\x0a']);
  });
});
