import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ByteString, byteStringFromText, compareByteStrings } from '../../src/support/byte-string.ts';
import type { NonDirectoryInode } from '../../src/tree/entry.ts';
import { FileTree } from '../../src/tree/tree.ts';

const mtime = { seconds: 1, nanoseconds: 0 };
const metadata = { mode: 0o755, uid: 0, gid: 0, mtime, xattrs: new Map() };
const b = byteStringFromText;

function file(text = ''): NonDirectoryInode {
  const data = Buffer.from(text);
  return { ...metadata, kind: 'file', content: { kind: 'bytes', size: data.length, data } };
}

function symlink(target: string): NonDirectoryInode {
  return { ...metadata, kind: 'symlink', target: b(target) };
}

function paths(tree: FileTree): string[] {
  return Array.from(tree.entries(), ({ path }) => path);
}

describe('FileTree', () => {
  it('creates missing parents as 0755 root:root', () => {
    const tree = new FileTree(mtime);
    tree.put(b('/a/b/c'), file());
    expect(paths(tree)).toEqual(['', 'a', 'a/b', 'a/b/c']);
    expect(tree.get(b('a/b'))).toMatchObject({ kind: 'directory', mode: 0o755, uid: 0, gid: 0, mtime });
  });

  it('lists entries in byte order of whole paths like sort, with directories before their contents', () => {
    const tree = new FileTree(mtime);
    for (const path of ['a/z', 'a-b/c', 'a.b', 'a/A', 'B', 'a0']) tree.put(b(path), file());
    expect(paths(tree)).toEqual(['', 'B', 'a', 'a-b', 'a-b/c', 'a.b', 'a/A', 'a/z', 'a0']);
  });

  it('follows links in the parent part and never the last component', () => {
    const tree = new FileTree(mtime);
    tree.putDirectory(b('usr/bin'), metadata);
    tree.put(b('bin'), symlink('usr/bin'));
    tree.put(b('usr/abs'), symlink('/usr/bin'));
    tree.put(b('bin/kestrel'), file());
    tree.put(b('usr/abs/tool'), file());
    tree.put(b('usr/bin/sh'), symlink('kestrel'));
    tree.put(b('bin/sh'), file('not through the link'));
    expect(paths(tree)).toEqual([
      '',
      'bin',
      'usr',
      'usr/abs',
      'usr/bin',
      'usr/bin/kestrel',
      'usr/bin/sh',
      'usr/bin/tool',
    ]);
    expect(tree.get(b('usr/bin/sh'))?.kind).toBe('file');
    expect(tree.get(b('bin'))?.kind).toBe('symlink');
  });

  it('lists the names in a directory, through links too', () => {
    const tree = new FileTree(mtime);
    tree.put(b('bin'), symlink('usr/bin'));
    tree.put(b('usr/bin/sh'), file());
    tree.put(b('usr/bin/ls'), file());
    expect(tree.namesIn(b('bin'))).toEqual(['sh', 'ls']);
    for (const absent of ['sbin', 'usr/bin/sh', 'bin/sub']) expect(tree.namesIn(b(absent))).toEqual([]);
  });

  it('creates the target of a dangling link in a parent, inside of the tree', () => {
    const tree = new FileTree(mtime);
    tree.put(b('out'), symlink('../../../etc'));
    tree.put(b('out/passwd'), file());
    expect(paths(tree)).toEqual(['', 'etc', 'etc/passwd', 'out']);
  });

  it('keeps .. and links to .. inside of the root', () => {
    const tree = new FileTree(mtime);
    tree.put(b('../../x/../../y'), file());
    tree.put(b('d/up'), symlink('..'));
    tree.put(b('d/up/z'), file());
    tree.put(b('d/far'), symlink('../../../..'));
    tree.put(b('d/far/w'), file());
    expect(paths(tree)).toEqual(['', 'd', 'd/far', 'd/up', 'w', 'y', 'z']);
  });

  it('names a loop of links or a file as parent that it refuses', () => {
    const tree = new FileTree(mtime);
    tree.put(b('a'), symlink('b'));
    tree.put(b('b'), symlink('a'));
    tree.put(b('f'), file());
    expect(() => tree.put(b('a/x'), file())).toThrow('/a contains a loop of symbolic links');
    expect(() => tree.put(b('f/x'), file())).toThrow('/f is not a directory, so nothing can be put below it');
    expect(() => tree.put(b('/'), file())).toThrow('the root directory cannot be replaced');
    expect(tree.get(b('a/x'))).toBeUndefined();
    expect(tree.get(b('f/x'))).toBeUndefined();
  });

  it('keeps the children of a directory that is put again, and drops them for other entries', () => {
    const tree = new FileTree(mtime);
    tree.put(b('d/x'), file());
    tree.putDirectory(b('d'), { ...metadata, mode: 0o700 });
    expect(tree.get(b('d'))?.mode).toBe(0o700);
    expect(paths(tree)).toContain('d/x');
    tree.put(b('d'), file());
    tree.putDirectory(b('d'), metadata);
    expect(paths(tree)).toEqual(['', 'd']);
  });

  it('get() treats a loop of links as a missing file', () => {
    const tree = new FileTree(mtime);
    tree.put(b('loop'), symlink('loop'));
    expect(tree.get(b('loop/x'))).toBeUndefined();
    expect(tree.resolveDirectory(b('loop'))).toBeUndefined();
  });

  it('holds names that are not UTF-8', () => {
    const tree = new FileTree(mtime);
    const name = Buffer.from([0xff, 0x2d, 0xc3]).toString('latin1') as ByteString;
    tree.put(name, file());
    expect(paths(tree)).toEqual(['', name]);
  });

  it('lists any set of paths as the sorted set of them and their parents', () => {
    const name = fc.stringMatching(/^[a-c.0-]{1,3}$/).filter((text) => text !== '.' && text !== '..');
    const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'));
    fc.assert(
      fc.property(fc.array(path, { maxLength: 30 }), (all) => {
        const tree = new FileTree(mtime);
        const expected = new Set(['']);
        for (const each of all) {
          tree.putDirectory(b(each), metadata);
          for (let parent = each; parent !== ''; parent = parent.slice(0, Math.max(0, parent.lastIndexOf('/')))) {
            expected.add(parent);
          }
        }
        expect(paths(tree)).toEqual(Array.from(expected, b).sort(compareByteStrings));
      }),
    );
  });
});
