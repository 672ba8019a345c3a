import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  linkSync,
  lutimesSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../src/recipe/build.ts';
import { loadPlugin } from '../../src/recipe/plugin.ts';
import { silentReporter } from '../../src/support/report/reporter.ts';
import { fakeElf } from '../helpers/elf.ts';
import { mutatedSource, type SourceMutation } from '../helpers/mutated-source.ts';
import { bytes, type LoopbackServer, serveHttp } from '../helpers/net/http-server.ts';
import { SYSTEM_PATH } from '../helpers/process/cli.ts';
import { testDirectory } from '../helpers/scratch.ts';

/*
 * Builds one config in two environments that differ in everything that must not reach an artifact, and compares bytes.
 * Copies of the source with one normalisation removed show that the comparison detects a difference.
 */

const execute = promisify(execFile);
const repository = fileURLToPath(new URL('../..', import.meta.url));

const OUTPUTS = ['plugin.cpio.gz', 'manifest.json', 'provenance.json', 'SHA256SUMS'] as const;
type Outputs = Readonly<Record<(typeof OUTPUTS)[number], Buffer>>;

/** `nobody`, on every distribution. */
const OTHER_USER = 65534;
const isRoot = process.getuid?.() === 0;

/** A fledge to run: the bundle, or the source with something changed. */
interface Program {
  readonly node: string;
  readonly script: string;
}

/** A copy of the project in a place of its own, and the way to run a program there. */
interface Surroundings {
  readonly project: string;
  build(program: Program, cache: string): Promise<Outputs>;
}

/** Copies of node and of the product for the other user: a checkout may be readable for its owner only. */
let tools: string;
let bundle: Program;
let plain: Surroundings;
let strange: Surroundings;
let server: LoopbackServer;
const AGENT = fakeElf({ payload: Buffer.from('the agent') });
/** In memory on every Linux machine, so inode numbers and the order of directories differ from those on a disk. */
const MEMORY = '/dev/shm';
const cleanups: (() => void)[] = [];

beforeAll(async () => {
  tools = directoryBelow(tmpdir());
  chmodSync(tools, 0o755);
  copyFileSync(process.execPath, join(tools, 'node'));
  cpSync(join(repository, 'dist'), join(tools, 'dist'), { recursive: true });
  for (const path of runtimePackages()) cpSync(join(repository, path), join(tools, path), { recursive: true });
  bundle = { node: join(tools, 'node'), script: join(tools, 'dist/cli/index.js') };
  server = await serveHttp({ '/kestrel': bytes(AGENT) });
  plain = plainSurroundings();
  strange = strangeSurroundings();
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  for (const cleanup of cleanups) cleanup();
});

describe('builds of one config', () => {
  it('gives the same bytes in different environments with a cold and with a warm cache', async () => {
    const first = await plain.build(bundle, 'cold');
    const second = await strange.build(bundle, 'cold');
    expect(differences(first, second)).toEqual([]);
    const requests = server.requests.length;
    expect(differences(first, await strange.build(bundle, 'cold'))).toEqual([]);
    expect(server.requests.length).toBe(requests);
    expect(first['plugin.cpio.gz'].length).toBeGreaterThan(3_000_000);
  });

  it('gives the same bytes under Node 22 and Node 24', async () => {
    const node22 = join(repository, 'test/node22/node_modules/.bin/node');
    const versions = [node22, process.execPath].map((node) => execFileSync(node, ['--version'], { encoding: 'utf8' }));
    expect(versions.map((version) => version.slice(0, 4))).toEqual(['v22.', 'v24.']);
    const old = await plain.build({ ...bundle, node: node22 }, 'shared');
    expect(differences(old, await plain.build({ ...bundle, node: process.execPath }, 'shared'))).toEqual([]);
  });

  it('gives the same bytes with 1, 2 and 8 workers', async () => {
    const builds: Outputs[] = [];
    for (const workers of [1, 2, 8]) {
      const directory = testDirectory();
      await build({
        plugin: await loadPlugin(plain.project),
        output: join(directory, 'plugin.cpio.gz'),
        urlBase: URL_BASE,
        platform: 'linux/amd64',
        verify: 'none',
        locked: false,
        workers,
        env: { FLEDGE_CACHE_DIR: join(directory, 'cache') },
        reporter: silentReporter,
      });
      builds.push(readOutputs(directory));
    }
    const [one, two, eight] = builds;
    if (one === undefined || two === undefined || eight === undefined) throw new Error('three builds were made');
    expect(differences(one, two)).toEqual([]);
    expect(differences(one, eight)).toEqual([]);
  });

  it.each<readonly [string | undefined, string]>([
    [undefined, 'Jan  1  2024'],
    ['0', 'Jan  1  1970'],
    ['4294967295', 'Feb  7  2106'],
  ])('dates all files with SOURCE_DATE_EPOCH=%s, as GNU cpio lists it', async (epoch, date) => {
    const directory = testDirectory();
    const environment = {
      PATH: SYSTEM_PATH,
      HOME: directory,
      ...(epoch !== undefined && { SOURCE_DATE_EPOCH: epoch }),
    };
    const args = ['build', '-c', plain.project, '-o', join(directory, 'plugin.cpio.gz'), '--platform', 'linux/amd64'];
    await execute(process.execPath, [bundle.script, ...args], { env: environment });
    const list = 'gzip -dc plugin.cpio.gz | cpio --list --verbose --numeric-uid-gid --quiet';
    const { stdout } = await execute('sh', ['-c', list], {
      cwd: directory,
      env: { ...environment, TZ: 'UTC', LC_ALL: 'C' },
    });
    // A name may hold a newline; the text after it does not match a line of the list.
    const dates = Array.from(stdout.matchAll(LISTED), ([, listed]) => listed);
    expect(dates.length).toBeGreaterThan(400);
    expect(new Set(dates)).toEqual(new Set([date]));
  });
});

/** The date, after mode, links, owner, group and size (or the two numbers of a device). */
const LISTED = /^[a-z-]\S{9} +\d+ +0 +0 +\d+(?:, +\d+)? (.{12}) /gm;

interface Mutation extends SourceMutation {
  /** Files that must differ; default: all, because every other file contains the artifact's digest. */
  readonly changes?: readonly (typeof OUTPUTS)[number][];
}

const FILE = "placer.putNonDirectory(path, mode, { kind: 'file', content });";
const MODE = 'mappedFileMode(path, stats.mode);';
const DIRECTORY = 'task.placer.makeDirectory(path);';

const mutations: readonly Mutation[] = [
  {
    what: 'the times of mapped files',
    edits: [
      [
        'tree/mappings.ts',
        FILE,
        FILE.replace(' }', ', mtime: { seconds: Math.floor(stats.mtimeMs / 1000), nanoseconds: 0 } }'),
      ],
    ],
  },
  {
    what: 'the modes of mapped files',
    edits: [['tree/mappings.ts', MODE, '(stats.mode & 0o7777);']],
  },
  {
    what: 'the modes of mapped directories',
    edits: [
      ['tree/mappings.ts', DIRECTORY, DIRECTORY.replace(')', ', directory.stats.mode & 0o7777)')],
      ['tree/entry-placer.ts', 'this.#metadata(directoryMode)', 'this.#metadata(arguments[1])'],
    ],
  },
  {
    what: 'the user who builds',
    edits: [['tree/owners.ts', '{ uid: 0, gid: 0 }', '{ uid: process.getuid(), gid: process.getgid() }']],
  },
  {
    what: 'the order in which directories are read',
    edits: [
      [
        'tree/mapped-directory.ts',
        "readdirSync(bytesOf(host), { encoding: 'buffer' })",
        "((directory) => { const names = []; for (let entry; (entry = directory.readSync()) !== null; ) names.push(entry.name); directory.closeSync(); return names; })(process.getBuiltinModule('node:fs').opendirSync(bytesOf(host), { encoding: 'buffer' }))",
      ],
      ['tree/mapped-directory.ts', '.sort(compareByteStrings);', ';'],
      ['tree/tree.ts', 'return items.sort((a, b) => compareByteStrings(b.key, a.key));', 'return items;'],
    ],
  },
  {
    what: 'the order of inodes',
    edits: [
      [
        'tree/mapped-directory.ts',
        '.sort(compareByteStrings);',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: this is source text.
        '.sort((a, b) => lstatSync(bytesOf(`${host}/${a}`)).ino - lstatSync(bytesOf(`${host}/${b}`)).ino);',
      ],
      ['tree/tree.ts', 'return items.sort((a, b) => compareByteStrings(b.key, a.key));', 'return items;'],
    ],
  },
  {
    what: 'the order of the locale',
    edits: [['support/byte-string.ts', 'return a < b ? -1 : a > b ? 1 : 0;', 'return a.localeCompare(b);']],
  },
  {
    what: 'the hardlinks of the host',
    edits: [
      [
        'tree/mappings.ts',
        FILE,
        `(globalThis.inodes ??= new Map()).get(stats.ino) ?? ${FILE}
        if (globalThis.inodes.has(stats.ino)) this.#tree.put(path, inode);
        globalThis.inodes.set(stats.ino, inode);`,
      ],
    ],
  },
  {
    what: 'the inode numbers of the host',
    edits: [
      ['tree/mappings.ts', FILE, FILE.replace(' }', ', ino: stats.ino }')],
      [
        'formats/cpio.ts',
        'const ino = inodeNumbers.get(inode) ?? inodeNumbers.size;',
        'const ino = (inode.ino ?? inodeNumbers.size) % 2 ** 32;',
      ],
    ],
  },
  {
    what: 'the clock',
    edits: [['support/environment.ts', 'DEFAULT_EPOCH = 1_704_067_200;', 'DEFAULT_EPOCH = Date.now() % 2 ** 32;']],
  },
  {
    what: 'the time zone',
    edits: [
      [
        'support/environment.ts',
        'DEFAULT_EPOCH = 1_704_067_200;',
        'DEFAULT_EPOCH = 1704067200 - new Date(0).getTimezoneOffset() * 60;',
      ],
    ],
  },
  {
    what: "the compiler's working directory",
    edits: [['tools/gcc.ts', "\n    '-s',", "\n    '-g',"]],
  },
  {
    what: 'the place of the project',
    edits: [['recipe/job.ts', "if (location.kind === 'url') return fetchedFrom;", 'return fetchedFrom;']],
    changes: ['provenance.json', 'SHA256SUMS'],
  },
];

describe('the comparison of builds', () => {
  it('finds no difference between builds of the unchanged source', async () => {
    const source = programOf({ what: 'nothing', edits: [] });
    expect(differences(await plain.build(source, 'shared'), await strange.build(source, 'shared'))).toEqual([]);
  });

  it.each(mutations.map((mutation) => [mutation.what, mutation] as const))(
    'detects a source that leaks %s',
    async (_, mutation) => {
      const program = programOf(mutation);
      const found = differences(await plain.build(program, 'shared'), await strange.build(program, 'shared'));
      expect(found).toEqual(mutation.changes ?? OUTPUTS);
    },
  );
});

/** The source with something changed. */
function programOf(mutation: SourceMutation): Program {
  return { node: bundle.node, script: mutatedSource(tools, mutation) };
}

/** The directories of the packages that the command line loads, without the ones of the action only. */
function runtimePackages(): string[] {
  const lock: { packages: Record<string, { dependencies?: Record<string, string> }> } = JSON.parse(
    readFileSync(join(repository, 'package-lock.json'), 'utf8'),
  );
  const found = new Set<string>();
  const addDependenciesOf = (path: string): void => {
    for (const name of Object.keys(lock.packages[path]?.dependencies ?? {})) {
      const directory = `node_modules/${name}`;
      if (name.startsWith('@actions/') || found.has(directory)) continue;
      found.add(directory);
      addDependenciesOf(directory);
    }
  };
  addDependenciesOf('');
  return [...found];
}

function differences(first: Outputs, second: Outputs): string[] {
  return OUTPUTS.filter((name) => !first[name].equals(second[name]));
}

function readOutputs(directory: string): Outputs {
  const read = (name: (typeof OUTPUTS)[number]): Buffer => readFileSync(join(directory, name));
  return {
    'plugin.cpio.gz': read('plugin.cpio.gz'),
    'manifest.json': read('manifest.json'),
    'provenance.json': read('provenance.json'),
    SHA256SUMS: read('SHA256SUMS'),
  };
}

/** Without it the manifest contains the artifact's absolute path (docs/manifest.md). */
const URL_BASE = 'https://example.com/plugins';

/**
 * The usual case: a directory on a disk, the usual umask, all CPUs, and builds started in the directory of fledge.toml.
 */
function plainSurroundings(): Surroundings {
  const root = directoryBelow(tmpdir());
  const project = join(root, 'project');
  createProject(project, { order: 'forward', fileMode: 0o644, programMode: 0o755, twins: 'copies' });
  for (const name of ['home', 'tmp']) mkdirSync(join(root, name));
  return {
    project,
    async build({ node, script }, cache) {
      await execute(node, [script, 'build', '--platform', 'linux/amd64', '--url-base', URL_BASE], {
        cwd: project,
        env: {
          PATH: SYSTEM_PATH,
          HOME: join(root, 'home'),
          TMPDIR: join(root, 'tmp'),
          FLEDGE_CACHE_DIR: join(root, 'caches', cache),
          TZ: 'UTC',
          LC_ALL: 'C',
        },
      });
      return readOutputs(project);
    },
  };
}

/** In memory, with a narrow umask, one CPU, another user, and different paths, times and variables. */
function strangeSurroundings(): Surroundings {
  const root = directoryBelow(MEMORY);
  const project = join(root, 'ein anderes Verzeichnis mit Ümläuten');
  createProject(project, { order: 'backward', fileMode: 0o600, programMode: 0o700, twins: 'hardlinks' });
  const output = join(root, 'out');
  const temporary = join(root, 'temporary files');
  for (const directory of [output, temporary]) mkdirSync(directory);
  if (isRoot) execFileSync('chown', ['-R', `${OTHER_USER}:${OTHER_USER}`, root]);
  const oneProcessor = ['taskset', '-c', firstProcessor()];
  const otherUser = isRoot
    ? ['setpriv', `--reuid=${OTHER_USER}`, `--regid=${OTHER_USER}`, '--clear-groups']
    : ['fakeroot'];
  const otherUmask = ['sh', '-c', 'umask 077; exec "$@"', 'sh'];
  return {
    project,
    async build({ node, script }, cache) {
      const args = ['-c', join(project, 'fledge.toml'), '-o', join(output, 'plugin.cpio.gz'), '--url-base', URL_BASE];
      const words = [...oneProcessor, ...otherUser, ...otherUmask, node, script];
      await execute('env', [...words, 'build', '--platform', 'linux/amd64', ...args], {
        cwd: '/',
        env: {
          PATH: `/nowhere:${SYSTEM_PATH}`,
          HOME: '/nonexistent',
          XDG_CACHE_HOME: join(root, 'caches', cache),
          TMPDIR: temporary,
          TZ: 'Pacific/Kiritimati',
          LANG: 'tr_TR.UTF-8',
          LC_ALL: 'sv_SE.UTF-8',
          USER: 'somebody',
          HOSTNAME: 'elsewhere',
          CC: '/bin/false',
          CFLAGS: '-O0 -g',
          C_INCLUDE_PATH: '/nowhere',
          GZIP: '-1',
        },
      });
      return readOutputs(output);
    },
  };
}

/** The first of the CPUs that this process may use, which may not be number 0. */
function firstProcessor(): string {
  const [, processor] = /^Cpus_allowed_list:\s*(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  if (processor === undefined) throw new Error('/proc/self/status does not say which CPUs there are');
  return processor;
}

function directoryBelow(parent: string): string {
  const directory = mkdtempSync(join(parent, 'fledge-reproducible-'));
  cleanups.push(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

interface Manner {
  readonly order: 'forward' | 'backward';
  readonly fileMode: number;
  readonly programMode: number;
  /** How two files of the same content are stored. */
  readonly twins: 'copies' | 'hardlinks';
}

/** The files of the project; names and link targets are one character per byte. */
type Item =
  | { readonly path: string; readonly kind: 'file' | 'program'; readonly content: Uint8Array }
  | { readonly path: string; readonly kind: 'link'; readonly target: string }
  | { readonly path: string; readonly kind: 'directory' };

function createProject(directory: string, { order, fileMode, programMode, twins }: Manner): void {
  const items = projectItems();
  if (order === 'backward') items.reverse();
  for (const item of items) {
    const path = inDirectory(directory, item.path);
    mkdirSync(inDirectory(directory, dirname(item.path)), { recursive: true });
    switch (item.kind) {
      case 'directory':
        mkdirSync(path, { recursive: true });
        break;
      case 'link':
        symlinkSync(Buffer.from(item.target, 'latin1'), path);
        break;
      default:
        writeFileSync(path, item.content);
        chmodSync(path, item.kind === 'program' ? programMode : fileMode);
    }
  }
  const [one, two] = ['twins/one', 'twins/two'].map((twin) => inDirectory(directory, twin));
  if (one === undefined || two === undefined) throw new Error('two twins');
  if (twins === 'copies') copyFileSync(one, two);
  else linkSync(one, two);
  if (order === 'forward') return;

  // Old times, all different; directories last, because creating their files changes their times.
  const directories = new Set(items.map(({ path }) => dirname(path)));
  for (const [index, path] of [...items.map((item) => item.path), ...directories].entries()) {
    const seconds = 86_400 * index;
    const host = inDirectory(directory, path);
    if (items[index]?.kind === 'link') lutimesSync(host, seconds, seconds);
    else utimesSync(host, seconds, seconds);
    if (items[index] === undefined) chmodSync(host, programMode);
  }
}

function inDirectory(directory: string, path: string): Buffer {
  return Buffer.concat([Buffer.from(`${directory}/`), Buffer.from(path, 'latin1')]);
}

function projectItems(): Item[] {
  const text = (content: string): Buffer => Buffer.from(content);
  const file = (path: string, content: Uint8Array = text(path)): Item => ({ path, kind: 'file', content });
  const program = (path: string, content: Uint8Array): Item => ({ path, kind: 'program', content });
  const link = (path: string, target: string): Item => ({ path, kind: 'link', target });
  const many = Array.from({ length: 120 }, (_, index) => file(`data/${index % 7}/${(index * 7919) % 1000}.txt`));
  const odd = [
    ' ',
    'a b',
    'new\nline',
    '\xff\xfe',
    '\xe4',
    '\xc3\xa4',
    'z',
    'Z',
    'a',
    'A',
    '-n',
    "it's",
    '"',
    '\\',
    '.x',
    '*',
  ];
  return [
    file('fledge.toml', text(fledgeToml())),
    file('manifest.toml', text('name = "reproducible"\nversion = "1.2.3"\n')),
    program('busybox', readFileSync('/bin/busybox')),
    program('server', fakeElf({ payload: Buffer.from('server') })),
    program('tool.sh', text('#!/bin/sh\n')),
    file('lib/libthing.so.1'),
    file('lib/notes.txt'),
    file('random.bin', noise(3_000_000)),
    file('twins/one', text('the same\n')),
    ...many,
    ...odd.map((name) => file(`odd/${name}`)),
    link('odd/link', 'a b'),
    link('odd/link to bytes', '\xff\xfe'),
    link('odd/dangling', '/nowhere/at all'),
    link('odd/loop', 'loop'),
    { path: 'odd/empty', kind: 'directory' },
  ];
}

function fledgeToml(): string {
  return `version = "1"
strategy = "initramfs"
[agent]
source_strategy = "http"
url = "${server.origin}/kestrel"
checksum = "sha256:${createHash('sha256').update(AGENT).digest('hex')}"
[source]
busybox_url = "busybox"
[init]
compile = true
[mappings]
"server" = "/usr/bin/"
"tool.sh" = "/srv/tool"
"lib" = "/usr/lib"
"random.bin" = "/srv/random.bin"
"twins" = "/srv/twins"
"data" = "/srv/data"
"odd" = "/srv/odd names"
`;
}

/** Incompressible bytes, always the same (Park and Miller's generator). */
function noise(length: number): Buffer {
  const buffer = Buffer.alloc(length);
  let state = 1;
  for (let index = 0; index < length; index += 1) {
    state = (state * 48_271) % 0x7fff_ffff;
    buffer[index] = state >> 7;
  }
  return buffer;
}
