import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mappingOf } from '../../src/config/mappings.ts';
import { byteStringFromText, displayByteString } from '../../src/support/byte-string.ts';
import { addBaseTree, addBusybox } from '../../src/tree/initramfs.ts';
import { addMappings } from '../../src/tree/mappings.ts';
import { FileTree } from '../../src/tree/tree.ts';
import { testDirectory } from '../helpers/scratch.ts';

const mtime = { seconds: 1704067200, nanoseconds: 0 };
const busybox = { kind: 'bytes', size: 0, data: new Uint8Array(0) } as const;

/** A directory with files by path; a content that begins with `-> ` makes a link. */
function project(files: Readonly<Record<string, string>>): string {
  const directory = testDirectory();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    if (content.startsWith('-> ')) symlinkSync(content.slice(3), join(directory, path));
    else writeFileSync(join(directory, path), content);
  }
  return directory;
}

/** The tree after the mappings, as `mode path` lines without the base directories, and what was returned. */
async function map(directory: string, mappings: Readonly<Record<string, string>>, base = new FileTree(mtime)) {
  const before = new Set(Array.from(base.entries(), ({ path }) => path));
  const lines = Object.entries(mappings).map(([source, destination]) => mappingOf(source, destination));
  const { problems, programs } = await addMappings(base, lines, { directory, mtime });
  const entries = Array.from(base.entries()).filter(({ path }) => !before.has(path));
  return {
    tree: base,
    problems: problems.map(({ mapping, message }) => `${mapping.source}: ${message}`),
    programs: programs.map(displayByteString),
    listing: entries.map(({ path, inode }) => {
      const target = inode.kind === 'symlink' ? ` -> ${displayByteString(inode.target)}` : '';
      return `${inode.mode.toString(8)} ${displayByteString(path)}${target}`;
    }),
  };
}

describe('addMappings', () => {
  it('maps files and directories with the modes of their places, owned by root, at the given time', async () => {
    const directory = project({ app: 'x', 'conf/a.conf': '1', 'conf/sub/b': '2', 'conf/link': '-> ../nowhere' });
    utimesSync(join(directory, 'app'), 1, 1);
    chmodSync(join(directory, 'conf/sub/b'), 0o700);
    const { listing, problems, programs, tree } = await map(directory, { app: '/usr/bin/app', conf: '/etc/app' });
    expect(problems).toEqual([]);
    expect(programs).toEqual(['usr/bin/app']);
    expect(listing).toEqual([
      '755 etc',
      '755 etc/app',
      '644 etc/app/a.conf',
      '777 etc/app/link -> ../nowhere',
      '755 etc/app/sub',
      '755 etc/app/sub/b',
      '755 usr',
      '755 usr/bin',
      '755 usr/bin/app',
    ]);
    for (const { inode } of tree.entries()) expect(inode).toMatchObject({ uid: 0, gid: 0, mtime });
  });

  it('puts a file inside of a destination that is a directory or ends in a slash', async () => {
    const directory = project({ a: '', b: '', c: '' });
    const base = new FileTree(mtime);
    addBaseTree(base, mtime);
    const { listing } = await map(directory, { a: '/etc', b: '/new/', c: '/' }, base);
    expect(listing).toEqual(['644 c', '644 etc/a', '755 new', '644 new/b']);
  });

  it('merges a directory into one that is there, through a link, and leaves its metadata alone', async () => {
    const directory = project({ 'root/bin/tool': '', 'root/tmp/x': '', app: '' });
    const base = new FileTree(mtime);
    addBaseTree(base, mtime);
    base.remove(byteStringFromText('bin'));
    base.put(byteStringFromText('bin'), {
      kind: 'symlink',
      target: byteStringFromText('usr/bin'),
      mode: 0o777,
      uid: 0,
      gid: 0,
      mtime,
      xattrs: new Map(),
    });
    const { listing, tree, programs } = await map(directory, { root: '/', app: '/bin/app' }, base);
    expect(listing).toEqual(['644 tmp/x', '755 usr/bin/app', '755 usr/bin/tool']);
    expect(programs).toEqual(['usr/bin/tool', 'usr/bin/app']);
    expect(tree.get(byteStringFromText('tmp'))?.mode).toBe(0o1777);
  });

  it('lets later mappings win, and replaces a link of busybox instead of writing through it', async () => {
    const directory = project({ 'one/x': '1', two: '22', ls: 'mine' });
    const base = new FileTree(mtime);
    addBaseTree(base, mtime);
    addBusybox(base, busybox, [{ name: 'ls', directory: 'bin' }], mtime);
    const { tree, problems } = await map(directory, { one: '/srv', two: '/srv/x', ls: '/bin/ls' }, base);
    expect(problems).toEqual([]);
    expect(tree.get(byteStringFromText('srv/x'))).toMatchObject({ kind: 'file', content: { size: 2 } });
    expect(tree.get(byteStringFromText('bin/ls'))).toMatchObject({ kind: 'file', content: { size: 4 } });
    expect(tree.get(byteStringFromText('bin/busybox'))).toMatchObject({ kind: 'file', content: busybox });
  });

  it('follows a source that is a link, and keeps links in a directory, dangling and looping ones too', async () => {
    const directory = project({
      real: 'data',
      alias: '-> real',
      'd/loop': '-> loop',
      'd/up': '-> ..',
      'd/abs': '-> /x',
    });
    const { listing, problems } = await map(directory, { alias: '/etc/alias', d: '/d' });
    expect(problems).toEqual([]);
    expect(listing).toEqual([
      '755 d',
      '777 d/abs -> /x',
      '777 d/loop -> loop',
      '777 d/up -> ..',
      '755 etc',
      '644 etc/alias',
    ]);
  });

  it('stays inside of the tree when a mapped link leads out of it', async () => {
    const directory = project({ 'd/out': '-> ../../../../etc', x: '' });
    const { listing } = await map(directory, { d: '/d', x: '/d/out/x' });
    expect(listing).toEqual(['755 d', '777 d/out -> ../../../../etc', '755 etc', '644 etc/x']);
  });

  it('reports everything that cannot be mapped, and opens nothing that is no file', async () => {
    const directory = project({ 'd/x': '', loop: '-> loop', 'dir/bin': '-> usr/bin', a: '', b: '' });
    execFileSync('mkfifo', [join(directory, 'fifo'), join(directory, 'd', 'fifo')]);
    const base = new FileTree(mtime);
    addBaseTree(base, mtime);
    addBusybox(base, busybox, [], mtime);
    const { problems } = await map(
      directory,
      {
        missing: '/m',
        fifo: '/f',
        d: '/d',
        loop: '/l',
        '/dev/null': '/n',
        dir: '/',
        a: '/same',
        './b': '/same',
        'd/x': '/same/x',
      },
      base,
    );
    expect(problems).toEqual([
      'missing: no such file or directory on the host; build it first, or correct the path (relative to fledge.toml)',
      'fifo: fifo is a fifo; only files, directories and symbolic links can be mapped',
      'd: d/fifo is a fifo; only files, directories and symbolic links can be mapped',
      'loop: the path is a loop of symbolic links',
      '/dev/null: /dev/null is a device; only files, directories and symbolic links can be mapped',
      'dir: /bin is a directory with files in it, which a symlink would take away',
      './b: "a" is mapped to /same already',
      'd/x: /same is no directory, so nothing can be put below it',
    ]);
  });

  it('walks a directory of many thousand entries without holding up the event loop', async () => {
    const directory = project({});
    mkdirSync(join(directory, 'many'));
    for (let index = 0; index < 3000; index++) writeFileSync(join(directory, 'many', `file-${index}`), '');
    let turns = 0;
    const ticking = setInterval(() => turns++, 0);
    const { listing } = await map(directory, { many: '/many' });
    clearInterval(ticking);
    expect(listing.length).toBe(3001);
    expect(turns).toBeGreaterThan(0);
  });
});
