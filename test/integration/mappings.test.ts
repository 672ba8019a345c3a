import { execFileSync } from 'node:child_process';
import { chmodSync, linkSync, mkdirSync, realpathSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mappingOf, mappingsOf } from '../../src/config/mappings.ts';
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

/** The tree after the mappings, as `mode path` lines without the base directories, and the result. */
async function map(
  directory: string,
  mappings: Readonly<Record<string, string>>,
  base = new FileTree(mtime),
  own: readonly string[] = [],
) {
  const before = new Set(Array.from(base.entries(), ({ path }) => path));
  const lines = Object.entries(mappings).map(([source, destination]) => mappingOf(source, destination));
  const { problems, programs, git, credentials } = await addMappings(base, lines, { directory, mtime, own });
  const entries = Array.from(base.entries()).filter(({ path }) => !before.has(path));
  return {
    tree: base,
    git,
    credentials,
    problems: problems.map(({ key, message }) => `${key.slice(1).join('.')}: ${message}`),
    programs: programs.map(displayByteString),
    listing: entries.map(({ path, inode }) => {
      const target = inode.kind === 'symlink' ? ` -> ${displayByteString(inode.target)}` : '';
      return `${inode.mode.toString(8)} ${displayByteString(path)}${target}`;
    }),
  };
}

describe('addMappings', () => {
  it('maps files and directories with the modes of their destinations, owned by root, at the given time', async () => {
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

  it('merges a directory into an existing one, through a link, and keeps its metadata', async () => {
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

  it('lets later mappings win and replaces a link to busybox instead of writing through it', async () => {
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

  it('follows a source that is a link and keeps links in a directory, even dangling and looping ones', async () => {
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

  it('reports everything that cannot be mapped and opens only regular files', async () => {
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
      'dir: /bin is a directory with files in it, and a symlink cannot replace it; choose another destination, or set replace = true',
      './b: "a" is already mapped to /same',
      'd/x: /same is not a directory, so nothing can be put below it',
    ]);
  });

  it('walks a directory of many thousand entries without blocking the event loop', async () => {
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

describe('files that are never mapped', () => {
  /** The paths of files in a listing. */
  const files = ({ listing }: Awaited<ReturnType<typeof map>>): string[] =>
    listing.filter((line) => !line.startsWith('755 ')).map((line) => line.replace(/^\d+ /, ''));
  const STEP = '.fledge-step-aB3xY9';
  const BELONGS = 'this belongs to a build, such as its cache or a login, and is never mapped';

  it('leaves out files of builds by name and path, and through links and hard links', async () => {
    const directory = project({
      'app/keep': '',
      'app/cache/sha256/ab': 'download',
      [`app/temp/${STEP}/auth.json`]: 'login',
      'app/temp/.fledge-01234567-1-1-0123456789ab-build/x': 'scratch',
      'app/temp/kept': '',
      'elsewhere/auth.json': 'login',
      // Similar names that fledge does not use.
      'app/.fledge-step-reports/kept': '',
      'app/cached/kept': '',
    });
    linkSync(join(directory, 'elsewhere/auth.json'), join(directory, 'app/second-name'));
    symlinkSync(join(directory, 'app'), join(directory, 'link'));
    const own = [join(directory, 'app/cache'), join(directory, 'elsewhere/auth.json'), join(directory, 'nowhere')];
    const mapped = ['app/.fledge-step-reports/kept', 'app/cached/kept', 'app/keep', 'app/temp/kept'];
    const inApp = mapped.map((path) => path.replace(/^app/, 'x'));
    for (const source of ['app', 'link', '.']) {
      const result = await map(directory, { [source]: '/x' }, undefined, own);
      expect(result.problems).toEqual([]);
      const expected = source === '.' ? [...mapped.map((path) => `x/${path}`), `x/link -> ${directory}/app`] : inApp;
      expect(files(result).sort()).toEqual(expected.sort());
    }
  });

  it('refuses a mapping of a file of builds or a path in it, also through a link', async () => {
    const directory = project({ 'cache/sha256/ab': '', [`${STEP}/auth.json`]: '', app: '', link: '-> cache/sha256' });
    const own = [join(directory, 'cache')];
    for (const source of ['cache', './cache/', 'cache/sha256/ab', 'link', 'link/ab', STEP, `${STEP}/auth.json`]) {
      const { problems, listing } = await map(directory, { [source]: '/x', app: '/app' }, undefined, own);
      expect(problems).toEqual([`${source}: ${BELONGS}; map another file or directory`]);
      expect(listing).toEqual(['644 app']);
    }
  });

  it('maps the neighbours of a fledge.toml in such a directory, which the second build of a check needs', async () => {
    const root = project({ [`${STEP}/.fledge-01234567-1-1-0123456789ab-reproduce/copy/ws/app`]: '' });
    const directory = join(root, STEP, '.fledge-01234567-1-1-0123456789ab-reproduce/copy/ws');
    expect((await map(directory, { app: '/app' })).problems).toEqual([]);
    expect((await map(directory, { '.': '/x' }, undefined, [join(root, STEP)])).problems).toEqual([]);
    expect((await map(directory, { [`../../../../${STEP}/new`]: '/x' })).problems).toHaveLength(1);
  });

  it('leaves out and counts .git of any kind at any depth', async () => {
    const directory = project({
      'src/.git/config': 'token',
      'src/.gitignore': '',
      'src/a.git/kept': '',
      'src/module/.git': 'gitdir: ../../.git/modules/module',
      'src/deep/er/.git': '-> ../../.git',
      'src/main.c': '',
    });
    const result = await map(directory, { src: '/src' });
    expect(result.problems).toEqual([]);
    expect(files(result)).toEqual(['src/.gitignore', 'src/a.git/kept', 'src/main.c']);
    expect(result.git).toEqual({ count: 3, first: 'src/.git' });
    expect((await map(directory, { 'src/a.git': '/x' })).git.count).toBe(0);
  });

  it('maps a .git that is named, with its contents', async () => {
    const directory = project({ '.git/config': '', '.git/modules/m/.git': '', 'work/.git': 'gitdir: x', app: '' });
    symlinkSync('.git', join(directory, 'repository'));
    expect(files(await map(directory, { '.git': '/git' }))).toEqual(['git/config', 'git/modules/m/.git']);
    expect(files(await map(directory, { '.git/config': '/config' }))).toEqual(['config']);
    expect(files(await map(directory, { '.git/modules': '/m' }))).toEqual(['m/m/.git']);
    expect(files(await map(directory, { 'work/.git': '/git' }))).toEqual(['git']);
    expect(files(await map(directory, { repository: '/git' }))).toEqual(['git/config', 'git/modules/m/.git']);
    const both = await map(directory, { '.': '/src/', '.git': '/src/.git' });
    expect(files(both)).toContain('src/.git/config');
    expect(both.git).toEqual({ count: 2, first: './.git' });
  });

  it('maps files that may hold a secret and lists them', async () => {
    const secret = {
      'app/gha-creds-0123456789abcdef.json': '{}',
      'app/git-credentials-01234567-89ab.config': '',
      'app/.npmrc': 'registry=x\n//registry.npmjs.org/:_authToken=npm_abc\n',
      'app/home/.docker/config.json': '{"auths": {"ghcr.io": {"auth": "b2N0bzpw"}}}',
      'app/home/.config/containers/auth.json': '{"auths":{"x":{"auth":"b2N0bzpw"}}}',
      'app/home/.netrc': '',
      'app/home/.aws/credentials': '',
    };
    const harmless = {
      'app/config.json': '{"auth": "none"}',
      'app/sub/.npmrc': `//registry.npmjs.org/:_authToken=\${NODE_AUTH_TOKEN}\n`,
      'app/credentials': '',
      'app/other/.docker/config.json': '{"auths": {"ghcr.io": {}}, "credsStore": "desktop"}',
    };
    const result = await map(project({ ...secret, ...harmless }), { app: '/app' });
    expect(result.problems).toEqual([]);
    expect(result.credentials).toEqual({ count: Object.keys(secret).length, first: 'app/.npmrc' });
    expect(files(result).sort()).toEqual(Object.keys({ ...secret, ...harmless }).sort());
    // A file that is named itself is intended.
    expect((await map(project(secret), { 'app/.npmrc': '/root/.npmrc' })).credentials.count).toBe(0);
  });

  it('finds files that may hold a secret through a directory that is a link', async () => {
    const directory = realpathSync(project({ 'real/cache/x': '', 'real/fledge.toml': '', 'real/app': '' }));
    symlinkSync('real', join(directory, 'linked'));
    const { problems } = await map(join(directory, 'linked'), { cache: '/x' }, undefined, [
      join(directory, 'real/cache'),
    ]);
    expect(problems).toHaveLength(1);
  });
});

describe('problems of many entries', () => {
  it('are one problem for each kind and mapping, with their number and the first of them, if they are more than five', async () => {
    const directory = project({ 'd/a/f': '', 'd/b/f': '', 'd/c': '', 'other/f': '' });
    for (const name of ['d/p1', 'd/p2', 'd/p3', 'd/p4', 'd/p5', 'd/a/p6', 'other/p', 'other/q'])
      execFileSync('mkfifo', [join(directory, name)]);
    const base = new FileTree(mtime);
    const metadata = { uid: 0, gid: 0, mode: 0o755, mtime, xattrs: new Map() };
    for (const path of ['x/a/f', 'x/b/f', 'x/c/y']) base.putDirectory(byteStringFromText(path), metadata);
    const { problems } = await map(directory, { d: '/x', other: '/y' }, base);
    expect(problems.map((text) => text.replace(/;.*/, ''))).toEqual(
      [
        'd: /x/a/f is a directory, and a file cannot replace it',
        'd: /x/b/f is a directory, and a file cannot replace it',
        'd: /x/c is a directory, and a file cannot replace it',
        'd: d/a/p6 (and 5 more like it) is a fifo',
        'other: other/p is a fifo',
        'other: other/q is a fifo',
      ].map((text) => expect.stringContaining(text)),
    );
  });

  it('name an entry that is removed during the walk, and do not end it', async () => {
    // The list of open files contains that of the directory itself, which is closed after it was read.
    const { listing, problems } = await map('/', { '/proc/self/fd': '/fd' });
    expect(problems).toEqual([
      expect.stringMatching(/: cannot read \/proc\/self\/fd\/\d+.*: it was removed during the build; /),
    ]);
    expect(listing.length).toBeGreaterThan(1);
  });

  it('of the root directory have paths with one slash', async () => {
    const [mapping] = mappingsOf('/', { to: '/x', exclude: ['[!d]*', 'd', 'd[!e]*', 'dev/?*/**'] });
    if (mapping === undefined) throw new Error('there is no mapping');
    const { problems } = await addMappings(new FileTree(mtime), [mapping], { directory: testDirectory(), mtime });
    expect(problems.filter(({ message }) => message.includes(' is a device'))).toEqual([
      {
        key: ['mappings', '/'],
        message: expect.stringMatching(/^\/dev\/[^/]+ \(and \d+ more like it\) is a device; /),
      },
    ]);
  });
});

it('takes linear time for a host path with many slashes', async () => {
  const directory = project({ 'd/a': '' });
  const source = `.${'/'.repeat(900_000)}d`;
  expect((await map(directory, { [source]: '/x' })).listing).toEqual(['755 x', '644 x/a']);
});
