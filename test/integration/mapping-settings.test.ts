import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { directoriesOf } from '../../src/config/directories.ts';
import { mappingsOf } from '../../src/config/mappings.ts';
import { writeCpio } from '../../src/formats/cpio.ts';
import { lookUpOwners } from '../../src/recipe/look-up-owners.ts';
import { byteStringFromText, displayByteString } from '../../src/support/byte-string.ts';
import { FledgeError } from '../../src/support/errors.ts';
import { addDirectories } from '../../src/tree/directories.ts';
import { addMappings } from '../../src/tree/mappings.ts';
import { NamedOwners } from '../../src/tree/owners.ts';
import { FileTree } from '../../src/tree/tree.ts';
import { memorySink } from '../helpers/filesystem/memory-sink.ts';
import { testDirectory, testDirectoryWith } from '../helpers/scratch.ts';

const mtime = { seconds: 1704067200, nanoseconds: 0 };
const PASSWD = 'root:x:0:0::/root:/bin/sh\npostgres:x:70:71::/:/bin/sh\n';
const GROUP = 'root:x:0:\npostgres:x:72:\n';
type Mappings = Readonly<Record<string, Parameters<typeof mappingsOf>[1]>>;

interface Tables {
  readonly mappings?: Mappings;
  readonly directories?: Parameters<typeof directoriesOf>[0];
}

/** Adds the tables to a tree with some directories and accounts, as a build does. */
async function map(directory: string, { mappings = {}, directories = {} }: Tables, base = baseTree()) {
  const owners = new NamedOwners();
  const list = Object.entries(mappings).flatMap(([source, value]) => mappingsOf(source, value));
  const misplaced = addDirectories(base, directoriesOf(directories), { mtime, owners });
  const result = await addMappings(base, list, { directory, mtime, owners });
  const shown = ({ key, message }: { key: readonly string[]; message: string }) => `${key.join('.')}: ${message}`;
  let ownerProblems: string[] = [];
  await lookUpOwners(base, owners, {
    strategy: 'initramfs',
    errorAt: async (findings) => {
      ownerProblems = findings.map(({ path, message, suggestion }) => `${path.join('.')}: ${message} (${suggestion})`);
      return new FledgeError('config', 'owners');
    },
  }).catch((error: unknown) => {
    if (!(error instanceof FledgeError) || error.code !== 'config') throw error;
  });
  return {
    tree: base,
    result,
    problems: [...misplaced, ...result.problems].map(shown),
    warnings: result.warnings.map(shown),
    unused: result.unusedGlobs.map(shown),
    ownerProblems,
  };
}

function baseTree(): FileTree {
  const tree = new FileTree(mtime);
  const owned = { uid: 0, gid: 0, mtime, xattrs: new Map() };
  tree.putDirectory(byteStringFromText('etc'), { ...owned, mode: 0o755 });
  tree.putDirectory(byteStringFromText('var/lib'), { ...owned, mode: 0o711, gid: 5 });
  for (const [path, text] of [
    ['etc/passwd', PASSWD],
    ['etc/group', GROUP],
  ] as const) {
    const data = Buffer.from(text);
    tree.put(byteStringFromText(path), {
      ...owned,
      mode: 0o644,
      kind: 'file',
      content: { kind: 'bytes', size: data.length, data },
    });
  }
  return tree;
}

/** The entries below these paths as GNU cpio lists them: mode, owner, path. */
async function listed(tree: FileTree, ...paths: readonly string[]): Promise<string[]> {
  const sink = memorySink();
  await writeCpio(tree.entries(), sink);
  const text = execFileSync('cpio', ['-itv', '--numeric-uid-gid', '--quiet'], {
    input: sink.bytes(),
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
  });
  return text.split('\n').flatMap((line) => {
    const [mode = '', , uid, gid, , , , , ...rest] = line.split(/ +/);
    const path = (mode.startsWith('c') ? rest.slice(1) : rest).join(' ');
    const isWanted = paths.some((wanted) => path === wanted || path.startsWith(`${wanted}/`));
    return isWanted ? [`${mode} ${uid}:${gid} ${path}`] : [];
  });
}

describe('settings of a mapping, as GNU cpio lists the tree', () => {
  it('gives files, links and created directories the owner and modes of the table, for each destination', async () => {
    const directory = testDirectoryWith({ 'conf/a': '', 'conf/sub/b.sh': '' });
    symlinkSync('a', join(directory, 'conf/link'));
    chmodSync(join(directory, 'conf/sub/b.sh'), 0o755);
    const { tree, problems } = await map(directory, {
      mappings: {
        conf: { to: ['/srv/one', '/var/lib'], mode: '4640', directory_mode: '2750', owner: '70:71' },
        'conf/a': { to: '/opt/x/a', mode: '600' },
      },
    });
    expect(problems).toEqual([]);
    expect(await listed(tree, 'srv', 'var', 'opt')).toEqual([
      'drwxr-xr-x 0:0 opt',
      'drwxr-xr-x 0:0 opt/x',
      '-rw------- 0:0 opt/x/a',
      'drwxr-xr-x 0:0 srv',
      'drwxr-s--- 70:71 srv/one',
      '-rwSr----- 70:71 srv/one/a',
      'lrwxrwxrwx 70:71 srv/one/link -> a',
      'drwxr-s--- 70:71 srv/one/sub',
      '-rwSr----- 70:71 srv/one/sub/b.sh',
      'drwxr-xr-x 0:0 var',
      'drwx--x--x 0:5 var/lib',
      '-rwSr----- 70:71 var/lib/a',
      'lrwxrwxrwx 70:71 var/lib/link -> a',
      'drwxr-s--- 70:71 var/lib/sub',
      '-rwSr----- 70:71 var/lib/sub/b.sh',
    ]);
  });

  it('looks up names in the finished tree, with a mapped /etc/passwd, also where a later mapping wins', async () => {
    const directory = testDirectoryWith({ passwd: 'app:x:1000:1::/:\n', data: 'x', 'd/f': '', other: '' });
    const { tree, ownerProblems } = await map(directory, {
      mappings: {
        d: { to: '/srv/d', owner: 'app:postgres' },
        data: { to: '/srv/data', owner: '7:postgres' },
        other: '/srv/d/f2',
        'd/f': { to: '/srv/d/f', owner: '8:9' },
        passwd: '/etc/passwd',
      },
    });
    expect(ownerProblems).toEqual([]);
    expect(await listed(tree, 'srv')).toEqual([
      'drwxr-xr-x 0:0 srv',
      'drwxr-xr-x 1000:72 srv/d',
      '-rw-r--r-- 8:9 srv/d/f',
      '-rw-r--r-- 0:0 srv/d/f2',
      '-rw-r--r-- 7:72 srv/data',
    ]);
  });

  it('names the accounts that exist when an owner does not', async () => {
    const directory = testDirectoryWith({ a: '', b: '' });
    const tables = {
      mappings: { a: { to: ['/a', '/b'], owner: 'postgre:wheel' } },
      directories: { '/d': { owner: 'x:0' } },
    };
    expect((await map(directory, tables)).ownerProblems).toEqual([
      'directories./d.owner: cannot find user "x": /etc/passwd of the initramfs has root and postgres; write one of them, or a number (undefined)',
      'mappings.a.owner: cannot find user "postgre": /etc/passwd of the initramfs has root and postgres; write one of them, or a number (postgres)',
      'mappings.a.owner: cannot find group "wheel": /etc/group of the initramfs has root and postgres; write one of them, or a number (undefined)',
    ]);
    const { ownerProblems } = await map(
      directory,
      { mappings: { a: { to: '/a', owner: 'root:0' } } },
      new FileTree(mtime),
    );
    expect(ownerProblems).toEqual([
      'mappings.a.owner: cannot look up user "root": the initramfs has no file /etc/passwd; write a number, or map the file (undefined)',
    ]);
  });

  it('does not depend on the umask of the checkout', async () => {
    const list = [];
    for (const umask of [0o000, 0o077]) {
      const before = process.umask(umask);
      const directory = testDirectoryWith({ 'd/sub/f': 'x', 'd/x.sh': '', k: '' });
      process.umask(before);
      chmodSync(join(directory, 'd/x.sh'), 0o700 | (0o055 & ~umask));
      const { tree } = await map(directory, { mappings: { d: '/d', k: { to: '/k', mode: '0640' } } });
      list.push(await listed(tree, 'd', 'k'));
    }
    expect(list[0]).toEqual(list[1]);
    expect(list[0]).toContain('-rwxr-xr-x 0:0 d/x.sh');
  });
});

describe('exclude', () => {
  const files = { 'c/a.md': '', 'c/a': '', 'c/sub/b.md': '', 'c/cache/x': '', 'c/.git/config': '', 'c/fifo-dir/k': '' };

  it('leaves out what a glob matches, before .git and special files are looked at', async () => {
    const directory = testDirectoryWith(files);
    execFileSync('mkfifo', [join(directory, 'c/fifo-dir/fifo')]);
    const exclude = ['**/*.md', 'cache/**', '.git', '**/fifo', 'none'];
    const { tree, problems, unused, result } = await map(directory, { mappings: { c: { to: ['/c', '/e'], exclude } } });
    expect(problems).toEqual([]);
    expect(result.git.count).toBe(0);
    expect(unused).toEqual(['mappings.c.exclude: "none" matches nothing in c']);
    const paths = ['', '/a', '/cache', '/fifo-dir', '/fifo-dir/k', '/sub'];
    const found = Array.from(tree.entries(), ({ path }) => displayByteString(path)).filter((path) =>
      /^[ce](\/|$)/.test(path),
    );
    expect(found).toEqual([...paths.map((path) => `c${path}`), ...paths.map((path) => `e${path}`)]);
  });

  it('lets the event loop run while hostile globs are compared, so that a signal ends the build', async () => {
    const name = 'a'.repeat(250);
    const files = Array.from({ length: 20 }, (_, index) => [`c/${name}${index}`, ''] as const);
    const directory = testDirectoryWith(Object.fromEntries(files));
    const exclude = Array.from({ length: 100 }, (_, index) => `**/*${'a'.repeat(110)}b${index}*`);
    let hasRun = false;
    setImmediate(() => {
      hasRun = true;
    });
    const { problems } = await map(directory, { mappings: { c: { to: '/c', exclude } } });
    expect(problems).toEqual([]);
    expect(hasRun).toBe(true);
  });

  it('is an error if it excludes everything, and for a mapped file', async () => {
    const directory = testDirectoryWith({ ...files, empty: '' });
    mkdirSync(join(directory, 'hollow'));
    const { problems } = await map(directory, {
      mappings: {
        c: { to: '/c', exclude: ['**'] },
        'c/a': { to: '/a', exclude: ['*'], directory_mode: '0700' },
        hollow: { to: '/h', exclude: ['**'] },
      },
    });
    expect(problems).toEqual([
      'mappings.c.exclude: this excludes everything in c; remove a pattern, or the mapping',
      'mappings.c/a.directory_mode: c/a is a file, and this setting is for a mapped directory; remove it',
      'mappings.c/a.exclude: c/a is a file, and this setting is for a mapped directory; remove it',
    ]);
  });
});

describe('replace', () => {
  const files = { 'd/x': 'x', 'd/y/z': '', f: 'f' };

  it('lets a file replace a directory, and a directory a file, at any depth', async () => {
    const directory = testDirectoryWith({ ...files, 'e/x/inner': '', 'e/y': '' });
    const { tree, problems } = await map(directory, {
      mappings: {
        d: '/d',
        './d': '/g',
        e: { to: '/d', replace: true },
        f: { to: ['/g', '/var/'], replace: true },
        './f': '/etc/app',
        'd/y': { to: '/etc/app', replace: true },
      },
    });
    expect(problems).toEqual([]);
    expect(await listed(tree, 'd', 'g', 'etc/app', 'var/f')).toEqual([
      'drwxr-xr-x 0:0 d',
      'drwxr-xr-x 0:0 d/x',
      '-rw-r--r-- 0:0 d/x/inner',
      '-rw-r--r-- 0:0 d/y',
      'drwxr-xr-x 0:0 etc/app',
      '-rw-r--r-- 0:0 etc/app/z',
      '-rw-r--r-- 0:0 g',
      '-rw-r--r-- 0:0 var/f',
    ]);
  });

  it('puts a file that is mapped to the root inside of it, and never replaces the root', async () => {
    const { tree, problems } = await map(testDirectoryWith(files), { mappings: { f: { to: '/', replace: true } } });
    expect(problems).toEqual([]);
    expect(await listed(tree, 'f', 'etc')).toContain('-rw-r--r-- 0:0 f');
    expect(await listed(tree, 'f', 'etc')).toContain('drwxr-xr-x 0:0 etc');
  });

  it('is needed even for an empty directory', async () => {
    const directory = testDirectoryWith({ 'r/app': '' });
    mkdirSync(join(directory, 'hollow'));
    const { problems } = await map(directory, { mappings: { hollow: '/srv/app', r: '/srv' } });
    expect(problems).toEqual([
      'mappings.r: /srv/app is a directory, and a file cannot replace it; choose another destination, or set replace = true',
    ]);
  });
});

describe('[directories]', () => {
  it('creates directories, and changes only the given settings of existing ones, also through links', async () => {
    const base = baseTree();
    const link = { mode: 0o777, uid: 0, gid: 0, mtime, xattrs: new Map(), kind: 'symlink' } as const;
    base.put(byteStringFromText('srv'), { ...link, target: byteStringFromText('var/lib') });
    const directory = testDirectoryWith({ 'd/x': '', f: '' });
    const { tree, problems } = await map(
      directory,
      {
        directories: {
          '/srv/app': { mode: '0750', owner: 'postgres:postgres' },
          '/var/lib': { mode: '1777' },
          '/new/deep': {},
          '/etc': { owner: '3:4' },
        },
        mappings: { d: { to: '/srv/app', directory_mode: '0700' }, f: '/new/deep' },
      },
      base,
    );
    expect(problems).toEqual([]);
    const expected = [
      'drwxr-xr-x 3:4 etc',
      'drwxr-xr-x 0:0 new',
      'drwxr-xr-x 0:0 new/deep',
      '-rw-r--r-- 0:0 new/deep/f',
      'lrwxrwxrwx 0:0 srv -> var/lib',
      'drwxrwxrwt 0:5 var/lib',
      'drwxr-x--- 70:72 var/lib/app',
      '-rw-r--r-- 0:0 var/lib/app/x',
    ];
    expect((await listed(tree, 'etc', 'new', 'var/lib')).filter((line) => !/passwd|group/.test(line))).toEqual(
      expected.filter((line) => !line.startsWith('l')),
    );
  });

  it('refuses a file, a path below a file, and a link to nothing', async () => {
    const base = baseTree();
    const link = { mode: 0o777, uid: 0, gid: 0, mtime, xattrs: new Map(), kind: 'symlink' } as const;
    base.put(byteStringFromText('var/lock'), { ...link, target: byteStringFromText('/run/lock') });
    base.put(byteStringFromText('loop'), { ...link, target: byteStringFromText('loop') });
    const directories = { '/etc/passwd': {}, '/etc/passwd/x': {}, '/var/lock': {}, '/loop/x': {} };
    const { problems } = await map(testDirectory(), { directories }, base);
    expect(problems).toEqual([
      'directories./etc/passwd: /etc/passwd is not a directory, and a directory cannot replace it; choose another path',
      'directories./etc/passwd/x: /etc/passwd is not a directory, so nothing can be put below it',
      'directories./loop/x: /loop contains a loop of symbolic links',
      'directories./var/lock: /var/lock is a link to /run/lock, which does not exist; name the target of the link instead',
    ]);
  });
});

describe('warnings about mapped files', () => {
  const KEY = '-----BEGIN OPENSSH PRIVATE KEY-----\nabc\n';
  const OID = 'a'.repeat(64);

  function project(): string {
    const directory = testDirectoryWith({
      'd/id': KEY,
      'd/id2': '-----BEGIN EC PRIVATE KEY-----\n',
      'd/readable': KEY,
      'd/closed': 'not a key',
      'd/.netrc': '',
      'd/su': '#!/bin/sh\n',
      'd/model.bin': `version https://git-lfs.github.com/spec/v1\noid sha256:${OID}\nsize 9\n`,
      '.gitmodules': '[submodule "m"]\n\tpath = d/module\n',
    });
    mkdirSync(join(directory, 'd/module'));
    for (const name of ['id', 'id2', 'closed', '.netrc']) chmodSync(join(directory, 'd', name), 0o600);
    chmodSync(join(directory, 'd/readable'), 0o644);
    chmodSync(join(directory, 'd/su'), 0o6755);
    return directory;
  }

  it('warns of flattened secrets, lost bits, pointers and submodules, with the line that keeps a mode', async () => {
    const { warnings } = await map(project(), { mappings: { d: '/d' } });
    expect(warnings.toSorted()).toEqual([
      'mappings.d: d/.netrc (and 2 more like it) contains a secret and has mode 0600, but mode 0644 in the artifact; keep it with "d/.netrc" = { to = "/d/.netrc", mode = "0600" }',
      'mappings.d: d/model.bin is a pointer of Git LFS and not the file itself; run git lfs pull, or set lfs: true for actions/checkout',
      'mappings.d: d/module is a Git submodule without files; run git submodule update --init, or set submodules: true for actions/checkout',
      'mappings.d: d/su has mode 6755, but mode 0755 in the artifact, without setuid and setgid; keep it with "d/su" = { to = "/d/su", mode = "6755" }',
    ]);
  });

  it('accepts its own advice: a later mapping of the file with a mode ends the warning', async () => {
    const { warnings, tree } = await map(project(), {
      mappings: {
        d: { to: '/d', exclude: ['model.bin', 'module', '.netrc', 'id2'] },
        'd/su': { to: '/d/su', mode: '6755' },
        'd/id': { to: '/d/id', mode: '0600' },
      },
    });
    expect(warnings).toEqual([]);
    expect(await listed(tree, 'd/su', 'd/id')).toEqual(['-rw------- 0:0 d/id', '-rwsr-sr-x 0:0 d/su']);
  });

  it('warns of a named file, and of a named directory that is an empty submodule', async () => {
    const directory = project();
    writeFileSync(join(directory, 'd/plain'), '');
    const { warnings } = await map(directory, { mappings: { 'd/id': '/k', 'd/module': '/m', 'd/plain': '/p' } });
    expect(warnings.map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
      'mappings.d/id: d/id contains',
      'mappings.d/module: d/module is',
    ]);
  });
});
