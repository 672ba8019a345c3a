import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listImage } from '../helpers/filesystem/mounted-image.ts';
import { mountTmpfs } from '../helpers/filesystem/small-disk.ts';
import { workspaceHere } from '../helpers/here.ts';
import type { Workspace } from '../helpers/process/cli.ts';
import { asRoot } from '../helpers/process/root.ts';
import { testDirectory } from '../helpers/scratch.ts';
import type { DescribedEntry } from '../helpers/tree/describe-tree.ts';
import { NEWC, type NewcEntry, newcArchive } from '../helpers/tree/newc.ts';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const LISTER = fileURLToPath(new URL('../helpers/tree/list-directory.ts', import.meta.url));

const MAKE_TREE = `
  cd "$1"
  mkdir -m 1777 tmp; mkdir -m 2750 setgid; mkdir -p a/b/c/d empty
  printf 'a text\\n' > a/text; : > nothing; printf '%s' "$(seq 1 20)" > small; seq 1 40000 > a/b/numbers
  truncate -s 20M sparse; printf end | dd of=sparse bs=1 seek=15000000 conv=notrunc status=none
  ln a/text hardlink; ln a/text a/b/another; ln -s a/text link; ln link link-again; ln -s /a absolute; ln -s absolute/b ab; ln -s ab/../text via-link
  ln -s a/./b/../text via-directory; ln -s ../../../a/text above-root
  ln -s "$(printf 'x%.0s' $(seq 1 200))" long-link; ln -s loop2 loop1; ln -s loop1 loop2
  mkdir read-only; printf 1 > read-only/file; chmod 555 read-only
  mknod char c 5 1; mknod block b 259 70000; mkfifo fifo; chmod 4755 small; chmod 0 nothing
  chown 70000:123456 a/b/numbers; chown -h 1:2 link; chmod 4755 small
  touch -d '1969-12-31 23:00:00 UTC' a/b/numbers; touch -d '2030-01-02 03:04:05.123456 UTC' small
  setfattr -n user.short -v value small; setfattr -n user.long -v "$(printf 'v%.0s' $(seq 1 900))" a/text
  setfattr -n system.posix_acl_access -v 0x0200000001000700ffffffff02000500d204000004000500ffffffff080004006300000010000500ffffffff20000500ffffffff small
  setfattr -n system.posix_acl_default -v 0x0200000001000700ffffffff020007000700000004000500ffffffff10000700ffffffff20000500ffffffff setgid
  setfattr -n security.capability -v 0x0100000200040000000000000000000000000000 sparse
  printf n > "$(printf 'name \\303\\244 \\377\\n')"; printf d > "$(printf 'n%.0s' $(seq 1 255))"
  printf d > "empty/$(printf 'n\\377%.0s' $(seq 1 120))"`;

describe('fledge extract with an ext4 image', { timeout: 120_000 }, () => {
  let directory = '';
  let image = '';
  let mounted: DescribedEntry[] = [];

  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'fledge extract-'));
    image = join(directory, 'x.img');
    const tree = join(directory, 'tree');
    mkdirSync(tree);
    asRoot('bash', ['-euc', MAKE_TREE, 'bash', tree]);
    const script = 'truncate -s 48M "$1"; PATH="$PATH:/sbin" mke2fs -qF -t ext4 -I 256 -d "$2" "$1"; chmod 644 "$1"';
    asRoot('bash', ['-euc', script, 'bash', image, tree]);
    asRoot('chmod', ['755', directory]);
    mounted = listImage(image);
  });

  afterAll(() => {
    asRoot('rm', ['-rf', directory]);
  });

  it('restores all metadata but extended attributes for root with --same-owner', () => {
    const target = join(directory, 'same');
    asRoot(process.execPath, [MAIN, 'extract', image, '-C', target, '--same-owner']);
    expect(withoutXattrs(list(target))).toEqual(withoutXattrs(mounted));
    expect(mounted.length).toBeGreaterThan(30);
    expect(lstatSync(join(target, 'sparse')).blocks).toBeLessThan(100);
  });

  it('writes a tar archive from which GNU tar restores the same tree, with extended attributes and access control lists', () => {
    const target = join(directory, 'from-tar');
    const script = `mkdir "$3"; "$1" "$2" extract "$4" --to-tar > "$3.tar"; "$1" "$2" extract "$4" --to-tar | cmp - "$3.tar"
      tar --xattrs '--xattrs-include=*' --acls -xf "$3.tar" -C "$3" 2>/dev/null; LC_ALL=C.UTF-8 bsdtar -tf "$3.tar" | wc -l`;
    const lines = asRoot('bash', ['-euc', script, 'bash', process.execPath, MAIN, target, image]);
    expect(list(target)).toEqual(mounted);
    expect(Number(lines)).toBe(mounted.length);
  });

  it('ignores owners and devices for another user, and warns once about each kind', () => {
    const home = join(directory, 'home');
    asRoot('install', ['--directory', '--owner=65534', '--mode=755', home]);
    const target = join(home, 'out');
    const user = ['--reuid=65534', '--regid=65534', '--clear-groups'];
    const script = 'exec setpriv "$@" 2> "$0"';
    const messages = join(directory, 'messages');
    const json = asRoot('bash', [
      '-euc',
      script,
      messages,
      ...user,
      process.execPath,
      MAIN,
      'extract',
      image,
      '-C',
      target,
      '--json',
    ]).toString();
    const entries = new Map(list(target).map((entry) => [entry.path, entry]));
    for (const entry of mounted) {
      if (/device/.test(entry.kind)) expect(entries.has(entry.path)).toBe(false);
      else if (entry.path !== '' && entry.path !== 'lost+found') {
        const { mtime, kind } = entry;
        const mode = (Number.parseInt(entry.mode, 8) & 0o1777).toString(8).padStart(4, '0');
        expect(entries.get(entry.path)).toMatchObject({ owner: '65534:65534', mtime, kind, mode });
      }
    }
    expect(JSON.parse(json)).toMatchObject({
      skipped: { devices: 2, sockets: 0, fifos: 0, xattrs: 4, specialBits: 2 },
    });
    const warnings = readFileSync(messages, 'utf8').match(/^warning: .*$/gm);
    expect(warnings).toHaveLength(3);
    expect(warnings?.[0]).toContain('2 devices not created');
  });

  it('extracts selected entries with what is below them, and their parents', async () => {
    const place = workspaceHere();
    const result = await place.run(['extract', image, '/a/b/', 'hardlink', 'empty', '-C', 'out']);
    expect(result).toMatchObject({ status: 0 });
    const out = join(place.plugin, 'out');
    expect(readdirSync(out).sort()).toEqual(['a', 'empty', 'hardlink']);
    expect(readdirSync(join(out, 'a'))).toEqual(['b']);
    expect(statSync(join(out, 'hardlink')).ino).toBe(statSync(join(out, 'a/b/another')).ino);
    const again = await place.run(['extract', image, 'hardlink', '-C', 'out']);
    expect(again).toMatchObject({ status: 1 });
    expect(again.stderr).toContain('--overwrite');
    writeFileSync(join(out, 'hardlink'), 'changed');
    expect(await place.run(['extract', image, 'hardlink', '-C', 'out', '--overwrite'])).toMatchObject({ status: 0 });
    expect(readFileSync(join(out, 'hardlink'), 'utf8')).toBe('a text\n');
    // It was replaced and not written to, so its other name is unchanged.
    expect(readFileSync(join(out, 'a/b/another'), 'utf8')).toBe('changed');
  });

  it('extracts a name that is not UTF-8 by the form that fledge inspect shows', async () => {
    const place = workspaceHere();
    const { stdout } = await place.run(['inspect', image, '--json']);
    const shown =
      (JSON.parse(stdout) as { entries: { path: string }[] }).entries.find(({ path }) => path.startsWith('/name '))
        ?.path ?? '';
    expect(await place.run(['extract', image, shown, '-C', 'out', '-q'])).toMatchObject({ status: 0, stdout: '' });
    expect(readdirSync(join(place.plugin, 'out'), { encoding: 'latin1' })).toEqual(['name \xc3\xa4 \xff']);
  });

  it.each([
    { path: 'a/text', expected: 'a text\n' },
    { path: '/link', expected: 'a text\n' },
    { path: 'absolute/b/another', expected: 'a text\n' },
    { path: '/ab/../text', expected: undefined, words: '".."' },
    { path: 'via-link', expected: 'a text\n' },
    { path: 'via-directory', expected: 'a text\n' },
    { path: 'above-root', expected: 'a text\n' },
    { path: 'ab/numbers', expected: execFileSync('seq', ['1', '40000'], { encoding: 'utf8' }) },
    { path: 'a', expected: undefined, words: 'is a directory' },
    { path: 'loop1', expected: undefined, words: 'form a loop' },
    { path: 'a/tex', expected: undefined, words: 'did you mean /a/text?' },
    { path: 'long-link', expected: undefined, words: 'has no entry' },
    { path: 'char', expected: undefined, words: 'char-device' },
  ])('writes one file to stdout, or says why it cannot: $path', async ({ path, expected, words }) => {
    const { status, stdout, stderr } = await workspaceHere().run(['extract', image, path, '--stdout']);
    expect(stdout).toBe(expected ?? '');
    expect(status).toBe(expected === undefined ? (words === '".."' ? 2 : 1) : 0);
    expect(stderr).toContain(words ?? '');
  });

  it('refuses what contradicts itself, and a path that leads through a link', async () => {
    const place = workspaceHere();
    for (const args of [
      [],
      ['--to-tar', '--stdout'],
      ['a', 'b', '--stdout'],
      ['--to-tar', '--overwrite'],
      ['../a', '-C', 'o'],
    ]) {
      expect(await place.run(['extract', image, ...args])).toMatchObject({ status: 2, stdout: '' });
    }
    const { status, stderr } = await place.run(['extract', image, 'link/x', '-C', 'out']);
    expect(status).toBe(1);
    expect(stderr).toContain('/link is a symbolic link to a/text');
  });

  it('reports a full disk in one message, and removes the incomplete file', async () => {
    const place = workspaceHere();
    const disk = join(place.plugin, 'disk');
    mkdirSync(disk);
    mountTmpfs(disk, '100k');
    const { status, stderr } = await place.run(['extract', image, 'a', '-C', 'disk']);
    expect(status).toBe(1);
    expect(stderr.match(/^error: /gm)).toHaveLength(1);
    expect(stderr).toContain('cannot write disk/a/b/numbers: no space left on the disk');
    expect(readdirSync(join(disk, 'a/b')).sort()).toEqual(['another', 'c']);
  });
});

const { file, directory, symlink, charDevice, fifo } = NEWC;
const LINKED = { mode: file, ino: 7, links: 3 };

describe('fledge extract with an initramfs', () => {
  it('gives every name of a hard link its data, which only one name has', async () => {
    const place = archive([
      { name: 'one', ...LINKED },
      { name: 'two', ...LINKED },
      { name: 'three', ...LINKED, data: 'data' },
      { name: 'no-data', ...LINKED, ino: 8 },
    ]);
    expect(await place.run(['extract', 'x.cpio', '-C', 'out'])).toMatchObject({ status: 0, stderr: '' });
    const out = join(place.plugin, 'out');
    const inodes = ['one', 'two', 'three'].map((name) => statSync(join(out, name)).ino);
    expect(new Set(inodes).size).toBe(1);
    expect(readFileSync(join(out, 'one'), 'utf8')).toBe('data');
    expect(statSync(join(out, 'no-data')).size).toBe(0);
    // The data are read in a second pass if their name is not selected.
    expect(await place.run(['extract', 'x.cpio', 'one', '--stdout'])).toMatchObject({ status: 0, stdout: 'data' });
    expect(await place.run(['extract', 'x.cpio', 'one', '-C', 'first'])).toMatchObject({ status: 0 });
    expect(readFileSync(join(place.plugin, 'first/one'), 'utf8')).toBe('data');
    writeFileSync(
      join(place.plugin, 'y.cpio.gz'),
      gzipSync(
        newcArchive([
          { name: 'a', ...LINKED, data: 'x' },
          { name: 'b', ...LINKED },
        ]),
      ),
    );
    expect(await place.run(['extract', 'y.cpio.gz', 'b', '-C', 'second'])).toMatchObject({ status: 0 });
    expect(readFileSync(join(place.plugin, 'second/b'), 'utf8')).toBe('x');
    expect(readdirSync(join(place.plugin, 'second'))).toEqual(['b']);
  });

  it('lets a later entry replace an earlier one, as the kernel does', async () => {
    const first = newcArchive([
      { name: 'etc', mode: directory },
      { name: 'etc/a', mode: file, data: 'first' },
      { name: 'gone', mode: directory },
      { name: 'late/below', mode: file, data: 'b' },
      { name: 'late', mode: 0o040500 },
    ]);
    const second = newcArchive([
      { name: 'etc/a', mode: file, data: 'second' },
      { name: 'gone', mode: symlink, data: 'etc' },
    ]);
    const place = workspaceHere({ 'x.cpio': Buffer.concat([first, second]) });
    expect(await place.run(['extract', 'x.cpio', '-C', 'out'])).toMatchObject({ status: 0, stderr: '' });
    const out = join(place.plugin, 'out');
    expect(readFileSync(join(out, 'etc/a'), 'utf8')).toBe('second');
    expect(readlinkSync(join(out, 'gone'))).toBe('etc');
    expect((statSync(join(out, 'late')).mode & 0o777).toString(8)).toBe('500');
    expect(await place.run(['extract', 'x.cpio', 'etc/a', '--stdout'])).toMatchObject({ status: 0, stdout: 'second' });
  });

  it.each<{ title: string; entries: readonly NewcEntry[]; extracts?: readonly string[] }>([
    { title: 'a path with ..', entries: [{ name: '../outside/x', mode: file, data: 'x' }] },
    { title: 'a path with .. in the middle', entries: [{ name: 'a/../../outside/x', mode: file, data: 'x' }] },
    { title: 'an absolute path', entries: [{ name: '/etc/x', mode: file, data: 'x' }], extracts: ['etc', 'etc/x'] },
    {
      title: 'a file below a link',
      entries: [
        { name: 'a', mode: symlink, data: '../outside' },
        { name: 'a/x', mode: file, data: 'x' },
      ],
    },
    {
      title: 'a file below a link to a directory of the archive',
      entries: [
        { name: 'd', mode: directory },
        { name: 'a', mode: symlink, data: 'd' },
        { name: 'a/x', mode: file, data: 'x' },
      ],
    },
    {
      title: 'a file in the place of a link',
      entries: [
        { name: 'a', mode: symlink, data: '../outside/present' },
        { name: 'a', mode: file, data: 'x' },
      ],
      extracts: ['a'],
    },
    {
      title: 'a directory in the place of a link',
      entries: [
        { name: 'a', mode: symlink, data: '../outside' },
        { name: 'a', mode: 0o040700 },
        { name: 'a/x', mode: file, data: 'x' },
      ],
      extracts: ['a', 'a/x'],
    },
    {
      title: 'a link in the place of a directory whose mode is still to be set',
      entries: [
        { name: 'a', mode: 0o040700 },
        { name: 'a', mode: symlink, data: '../outside' },
      ],
      extracts: ['a'],
    },
    {
      title: 'a link in the place of a file with several names',
      entries: [
        { name: 'a', ...LINKED, data: 'x' },
        { name: 'a', mode: symlink, data: '../outside/present' },
        { name: 'b', ...LINKED },
      ],
    },
    {
      title: 'a file and a directory with the same path',
      entries: [
        { name: 'a', mode: file, data: 'x' },
        { name: 'a/b', mode: file, data: 'x' },
      ],
    },
    { title: 'a name with NUL', entries: [{ name: 'a\0b', mode: file, data: 'x' }] },
    { title: 'a file as the root', entries: [{ name: '.', mode: file, data: 'x' }] },
    { title: 'a very long name', entries: [{ name: 'n'.repeat(300), mode: file, data: 'x' }] },
    { title: 'a device', entries: [{ name: 'null', mode: charDevice, device: [1, 3] }], extracts: [] },
    {
      title: 'links in a cycle',
      entries: [
        { name: 'a', mode: symlink, data: 'b' },
        { name: 'b', mode: symlink, data: 'a' },
      ],
      extracts: ['a', 'b'],
    },
    { title: 'a fifo in a directory that is a link there', entries: [{ name: 'there/x', mode: fifo }] },
    { title: 'a file in a directory that is a link there', entries: [{ name: 'there/x', mode: file, data: 'x' }] },
    { title: 'a file that is a link there', entries: [{ name: 'file-there', mode: file, data: 'x' }] },
  ])('changes nothing outside of the directory: $title', async ({ title, entries, extracts }) => {
    const place = archive(entries);
    const out = join(place.plugin, 'out');
    const outside = join(place.plugin, 'outside');
    mkdirSync(outside);
    mkdirSync(out);
    writeFileSync(join(outside, 'present'), 'present');
    if (title.endsWith(' there')) {
      symlinkSync('../outside', join(out, 'there'));
      symlinkSync('../outside/present', join(out, 'file-there'));
    }
    const before = place.snapshot().filter((line) => !line.startsWith('plugin/out/'));
    const { status, stderr } = await place.run(['extract', 'x.cpio', '-C', 'out']);
    expect(place.snapshot().filter((line) => !line.startsWith('plugin/out/'))).toEqual(before);
    expect(status).toBe(extracts === undefined ? 1 : 0);
    if (extracts !== undefined) expect(find(out)).toEqual(extracts);
    else expect(stderr.match(/^error: .*\n {2}fix: /gm)).toHaveLength(1);
    const tar = await place.run(['extract', 'x.cpio', '--to-tar']);
    if (entries.some(({ name }) => name.includes('..'))) expect(tar.status).toBe(1);
  });

  it('extracts a directory, but not into itself', async () => {
    const place = workspaceHere({ 'tree/a/b': 'text', 'tree/c': 'other' });
    expect(await place.run(['extract', 'tree', 'a', '-C', 'out'])).toMatchObject({ status: 0 });
    expect(readFileSync(join(place.plugin, 'out/a/b'), 'utf8')).toBe('text');
    for (const target of ['tree', 'tree/new/out', 'tree/a']) {
      expect(await place.run(['extract', 'tree', '-C', target])).toMatchObject({ status: 2 });
    }
    expect(find(join(place.plugin, 'tree'))).toEqual(['a', 'a/b', 'c']);
  });

  it('extracts a tree of 2,000 levels', async () => {
    const names = Array.from({ length: 2000 }, () => 'd');
    const place = archive([
      { name: names.join('/'), mode: file, data: 'deep' },
      { name: [...names.slice(0, 1500), 'other'].join('/'), mode: file, data: 'other' },
    ]);
    expect(await place.run(['extract', 'x.cpio', '-C', 'out'])).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(join(place.plugin, 'out', ...names), 'utf8')).toBe('deep');
    expect(readdirSync('/proc/self/fd').length).toBeLessThan(200);
  });

  it('leaves no incomplete file after Ctrl-C', { timeout: 60_000 }, async () => {
    const path = join(testDirectory(), 'x.cpio');
    const out = join(testDirectory(), 'out');
    const archived = newcArchive([
      { name: 'before', mode: file, data: 'complete' },
      { name: 'large', mode: file, data: 'x' },
    ]);
    // The size of the second file, four gigabytes that the file does not contain as data.
    const at = archived.indexOf('large') - 110;
    archived.write('f0000000', at + 54, 'latin1');
    writeFileSync(path, archived);
    truncateSync(path, 0xf000_0000 + 1000);
    const child = spawn(process.execPath, [MAIN, 'extract', path, '-C', out], { stdio: 'ignore' });
    const ended = once(child, 'exit');
    while (!existsSync(join(out, 'large'))) await setTimeout(20);
    child.kill('SIGINT');
    expect(await ended).toEqual([null, 'SIGINT']);
    expect(readdirSync(out)).toEqual(['before']);
    expect(readFileSync(join(out, 'before'), 'utf8')).toBe('complete');
  });
});

function archive(entries: readonly NewcEntry[]): Workspace {
  return workspaceHere({ 'x.cpio': newcArchive(entries) });
}

/** The paths below a directory, without following links. */
function find(path: string): string[] {
  const lines = execFileSync('find', ['.', '-mindepth', '1', '-printf', '%P\\n'], { cwd: path, encoding: 'utf8' });
  return lines.split('\n').slice(0, -1).sort();
}

function list(path: string): DescribedEntry[] {
  return JSON.parse(asRoot(process.execPath, [LISTER, path]).toString('utf8')) as DescribedEntry[];
}

function withoutXattrs(entries: readonly DescribedEntry[]): DescribedEntry[] {
  return entries.map(({ xattrs: _, ...entry }) => entry);
}
