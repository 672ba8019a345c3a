import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  configWith,
  expectBuild,
  expectRefusal,
  inspectPaths,
  LOCAL_BUSYBOX,
  linesOf,
  NO_PROGRAM,
  pluginWorkspace,
  UNPRIVILEGED,
} from '../helpers/bad-input.ts';
import { rootfsConfig } from '../helpers/image/rootfs-plugin.ts';

const MISSING = 'no such file or directory on the host; build it first, or correct the path (relative to fledge.toml)';
const ONLY_FILES = 'only files, directories and symbolic links can be mapped';

describe('a mapped source', () => {
  it('build names all missing mapped sources, and validate warns of them', async () => {
    const place = pluginWorkspace(configWith('"a" = "/a"', '"b/c" = "/b/"', '  "~/d" = "/d"'));
    const problems = [
      `fledge.toml:7:1: mappings.a: ${MISSING}`,
      `fledge.toml:8:1: mappings."b/c": ${MISSING}`,
      `fledge.toml:9:3: mappings."~/d": no such file or directory on the host; ~, $NAME and * are not expanded`,
    ];
    await expectRefusal(place, { status: 2, stderr: [`error: ${problems[0]}`, ...problems.slice(1)] });
    const validated = await place.run(['validate']);
    expect(validated).toEqual({
      status: 0,
      signal: null,
      stdout: 'fledge.toml: valid (initramfs)\n',
      stderr: problems.map((problem) => `warning: ${problem}\n`).join(''),
    });
  });

  it.each([
    ['busybox', configWith('"a" = "/a"').replace('/bin/busybox', 'nowhere/busybox')],
    ['an image', rootfsConfig('oci:nowhere', { mappings: ['"a" = "/a"'] })],
  ])('reports a missing mapped source before %s is fetched', async (_, config) => {
    const line = config.split('\n').indexOf('"a" = "/a"') + 1;
    await expectRefusal(pluginWorkspace(config), {
      status: 2,
      stderr: [`error: fledge.toml:${line}:1: mappings.a: ${MISSING}`],
    });
  });

  it('does not report that a missing mapped source would hide files of an image directory', async () => {
    const mappings = ['"a" = "/a"', '"file" = "/bin"', '"./file" = "/bin/x"'];
    const config = rootfsConfig('oci:nowhere', { mappings });
    const line = config.split('\n').indexOf('"a" = "/a"') + 1;
    await expectRefusal(pluginWorkspace(config, { file: 'file' }), {
      status: 2,
      stderr: [`error: fledge.toml:${line}:1: mappings.a: ${MISSING}`],
    });
  });

  it('never opens a mapped fifo, socket or device', async () => {
    const config = configWith('"fifo" = "/fifo"', '"socket" = "/socket"', '"/dev/zero" = "/zero"', '"d" = "/d"');
    const place = pluginWorkspace(config, { 'd/file': '', 'd/deep/file': '' });
    for (const fifo of ['fifo', 'd/deep/fifo']) execFileSync('mkfifo', [join(place.plugin, fifo)]);
    for (const socket of ['socket', 'd/socket']) await listenAt(join(place.plugin, socket));
    await expectRefusal(place, {
      status: 2,
      stderr: [
        `error: fledge.toml:7:1: mappings.fifo: fifo is a fifo; ${ONLY_FILES}`,
        `fledge.toml:8:1: mappings.socket: socket is a socket; ${ONLY_FILES}`,
        `fledge.toml:9:1: mappings."/dev/zero": /dev/zero is a device; ${ONLY_FILES}`,
        `fledge.toml:10:1: mappings.d: d/deep/fifo is a fifo; ${ONLY_FILES}`,
        `fledge.toml:10:1: mappings.d: d/socket is a socket; ${ONLY_FILES}`,
      ],
    });
    expect((await place.run(['validate'])).stderr.split('\n')).toEqual([
      `warning: fledge.toml:7:1: mappings.fifo: fifo is a fifo; ${ONLY_FILES}`,
      `warning: fledge.toml:8:1: mappings.socket: socket is a socket; ${ONLY_FILES}`,
      `warning: fledge.toml:9:1: mappings."/dev/zero": /dev/zero is a device; ${ONLY_FILES}`,
      '',
    ]);
  });

  it('refuses a mapped source that is a loop of links', async () => {
    const place = pluginWorkspace(configWith('"loop" = "/loop"'));
    symlinkSync('loop', join(place.plugin, 'loop'));
    await expectRefusal(place, {
      status: 2,
      stderr: ['error: fledge.toml:7:1: mappings.loop: the path is a loop of symbolic links'],
    });
  });

  it('refuses a mapped source that cannot be read', async () => {
    const place = pluginWorkspace(configWith('"secret" = "/opt/secret"'), { secret: 'x' });
    chmodSync(join(place.plugin, 'secret'), 0);
    await expectRefusal(place, {
      wrapper: UNPRIVILEGED,
      status: 1,
      stderr: [
        "error: cannot read secret: EACCES: permission denied, open 'ROOT/plugin/secret'",
        '  fix: make the file readable for the user of the build',
      ],
    });
  });

  it('refuses a mapped source in a directory that cannot be searched', async () => {
    const place = pluginWorkspace(configWith('"closed/file" = "/opt/file"'), { 'closed/file': 'x' });
    chmodSync(join(place.plugin, 'closed'), 0);
    onTestFinished(() => chmodSync(join(place.plugin, 'closed'), 0o755));
    const before = readdirSync(place.plugin);
    const result = await place.run(['build', '-q'], { wrapper: UNPRIVILEGED });
    expect(result).toMatchObject({ status: 2, stdout: '' });
    expect(linesOf(place, result.stderr)).toEqual([
      `error: fledge.toml:7:1: mappings."closed/file": permission denied; make it readable for the user who builds`,
    ]);
    expect(readdirSync(place.plugin)).toEqual(before);
  });

  it('refuses a mapped source that is an output of the build itself', async () => {
    const place = pluginWorkspace(configWith('"manifest.json" = "/opt/manifest.json"'));
    await expectRefusal(place, {
      status: 2,
      stderr: [
        'error: fledge.toml:7:1: mappings."manifest.json": the build writes this file; map another file, or write the output elsewhere',
      ],
    });
  });
});

/** A socket in the file system. */
async function listenAt(path: string): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(path, resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
}

describe('links in a mapped directory', () => {
  it('keeps dangling, looping and escaping links of a mapped directory unchanged', async () => {
    const place = pluginWorkspace(configWith('"d" = "/opt/d"'), { 'd/file': '' });
    const links = { dangling: 'nowhere', loop: 'loop', up: '..', host: '/etc/passwd' };
    for (const [name, target] of Object.entries(links)) symlinkSync(target, join(place.plugin, 'd', name));
    expect(await expectBuild(place)).toEqual([NO_PROGRAM]);
    expect(await inspectPaths(place, '/opt/d')).toEqual([
      'directory 0755 /opt/d',
      'symlink 0777 /opt/d/dangling -> nowhere',
      'file 0644 /opt/d/file',
      'symlink 0777 /opt/d/host -> /etc/passwd',
      'symlink 0777 /opt/d/loop -> loop',
      'symlink 0777 /opt/d/up -> ..',
    ]);
  });

  it('writes mappings through links inside of the image and never to the host', async () => {
    const place = pluginWorkspace(configWith('"d" = "/"', '"file" = "/absolute/file"', '"./file" = "/relative/file"'), {
      file: 'mapped',
      'd/keep': '',
    });
    const outside = join(place.root, 'outside');
    mkdirSync(outside);
    symlinkSync(outside, join(place.plugin, 'd', 'absolute'));
    symlinkSync('../../../../../../../../../up', join(place.plugin, 'd', 'relative'));
    expect(await expectBuild(place)).toEqual([NO_PROGRAM]);
    expect(readdirSync(outside)).toEqual([]);
    expect(existsSync('/up')).toBe(false);
    expect(await inspectPaths(place, outside, '/up', '/absolute', '/relative')).toEqual([
      `symlink 0777 /absolute -> ${outside}`,
      'symlink 0777 /relative -> ../../../../../../../../../up',
      `directory 0755 ${outside}`,
      `file 0644 ${outside}/file`,
      'directory 0755 /up',
      'file 0644 /up/file',
    ]);
  });

  it('refuses a mapped link that would replace a directory with files', async () => {
    const place = pluginWorkspace(configWith('"one" = "/opt"', '"two" = "/opt"'), { 'one/d/file': '', 'two/file': '' });
    symlinkSync('/srv', join(place.plugin, 'two', 'd'));
    await expectRefusal(place, {
      status: 2,
      stderr: [
        'error: fledge.toml:8:1: mappings.two: /opt/d is a directory with files in it, and a symlink cannot replace it; choose another destination, or set replace = true',
      ],
    });
  });

  it('refuses a destination whose path is a loop of links', async () => {
    const place = pluginWorkspace(configWith('"d" = "/"', '"d/file" = "/loop/file"'), { 'd/file': '' });
    symlinkSync('loop', join(place.plugin, 'd', 'loop'));
    await expectRefusal(place, {
      status: 2,
      stderr: ['error: fledge.toml:8:1: mappings."d/file": /loop contains a loop of symbolic links'],
    });
  });
});

describe('two mappings to one destination', () => {
  it.each([
    [
      'by the same path',
      ['"a/x" = "/opt/x"', '"b/x" = "/opt//./x"'],
      'fledge.toml:8:1: mappings."b/x": "a/x" on line 7 is mapped to /opt/x too',
    ],
    [
      'by a slash at the end',
      ['"a/x" = "/opt/"', '"b/x" = "/opt/x"'],
      'fledge.toml:8:1: mappings."b/x": "a/x" is already mapped to /opt/x',
    ],
    [
      'by a directory that is there',
      ['"a/x" = "/etc"', '"b/x" = "/etc/x"'],
      'fledge.toml:8:1: mappings."b/x": "a/x" is already mapped to /etc/x',
    ],
    [
      'by a link in the image',
      ['"d" = "/"', '"a/x" = "/link/x"', '"b/x" = "/real/x"'],
      'fledge.toml:9:1: mappings."b/x": "a/x" is already mapped to /real/x',
    ],
  ])('refuses two mappings to one destination that are equal %s', async (_, mappings, problem) => {
    const place = pluginWorkspace(configWith(...mappings), { 'a/x': 'a', 'b/x': 'b', 'd/real/file': '' });
    symlinkSync('real', join(place.plugin, 'd', 'link'));
    await expectRefusal(place, { status: 2, stderr: [`error: ${problem}`] });
  });
});

describe("a mapping's destination", () => {
  it('replaces a destination that links to busybox and leaves busybox unchanged', async () => {
    const place = pluginWorkspace(configWith('"shell" = "/bin/sh"'), { shell: '#!/bin/ash\n' });
    expect(await expectBuild(place)).toEqual([]);
    expect(await inspectPaths(place, '/bin/sh', '/bin/ash', '/bin/busybox')).toEqual([
      'symlink 0777 /bin/ash -> /bin/busybox',
      'file 0755 /bin/busybox',
      'file 0755 /bin/sh',
    ]);
    const extracted = execFileSync('sh', ['-c', 'zcat plugin.cpio.gz | cpio -i --quiet --to-stdout bin/busybox'], {
      cwd: place.plugin,
      maxBuffer: 64 * 1024 * 1024,
    });
    expect(extracted.equals(readFileSync('/bin/busybox'))).toBe(true);
  });

  it('refuses a destination below a file that is not a directory', async () => {
    const place = pluginWorkspace(configWith('"file" = "/bin/busybox/file"', '"./file" = "/init/file"'), { file: '' });
    await expectRefusal(place, {
      status: 2,
      stderr: [
        'error: fledge.toml:7:1: mappings.file: /bin/busybox is not a directory, so nothing can be put below it',
        'fledge.toml:8:1: mappings."./file": /init is not a directory, so nothing can be put below it',
      ],
    });
  });
});

/** A fledge.toml with this `[init]` and, in default mode, an agent of this machine. The mappings begin at line 8. */
function programConfig(init: string, ...mappings: readonly string[]): string {
  const agent = init === '' ? 'agent = { source_strategy = "local", path = "kestrel" }' : '#';
  return `${LOCAL_BUSYBOX}${agent}\n[init]\n${init}\n[mappings]\n${mappings.join('\n')}\n`;
}

describe('a mapping in the place of a file that the build installs', () => {
  const AGENT =
    'takes the place of the agent, /bin/kestrel; choose another destination, or name the file in [agent] with source_strategy = "local"';
  const INIT =
    'takes the place of the init, /init; choose another destination, or set [init] none = true to bring /init by a mapping';
  const files = { x: '#!/bin/sh\n', 'dir/in': '', 'root/bin/kestrel': '#!/bin/sh\n', 'root2/init': '#!/bin/sh\n' };
  const place = (config: string) => {
    const at = pluginWorkspace(config, { ...files, kestrel: readFileSync('/bin/busybox') });
    mkdirSync(join(at.plugin, 'links'));
    symlinkSync('bin', join(at.plugin, 'links', 'programs'));
    return at;
  };

  it.each<readonly [string, string, readonly string[]]>([
    ['a file', programConfig('', '"x" = "/bin/kestrel"'), [`fledge.toml:8:1: mappings.x: ${AGENT}`]],
    ['a directory', programConfig('', '"dir" = "/bin/kestrel"'), [`fledge.toml:8:1: mappings.dir: ${AGENT}`]],
    ['an init', programConfig('', '"x" = "/init"'), [`fledge.toml:8:1: mappings.x: ${INIT}`]],
    [
      'both',
      programConfig('', '"x" = "//init"', '"./x" = "/bin/./kestrel"'),
      [`fledge.toml:8:1: mappings.x: ${INIT}`, `fledge.toml:9:1: mappings."./x": ${AGENT}`],
    ],
  ])('detects a mapping over a file of the build from fledge.toml alone: %s', async (_, config, problems) => {
    const at = place(config);
    const [first = '', ...others] = problems;
    await expectRefusal(at, { status: 2, stderr: [`error: ${first}`, ...others] });
    await expectRefusal(at, { args: ['validate'], status: 2, stderr: [`error: ${first}`, ...others] });
  });

  it.each<readonly [string, string, string]>([
    ['the agent, by its name', programConfig('', '"kestrel" = "/bin/"'), `fledge.toml:8:1: mappings.kestrel: ${AGENT}`],
    ['the agent, in a directory', programConfig('', '"root" = "/"'), `fledge.toml:8:1: mappings.root: ${AGENT}`],
    [
      'the agent, through a link',
      programConfig('', '"links" = "/opt/"', '"./links" = "/"', '"x" = "/programs/kestrel"'),
      `fledge.toml:10:1: mappings.x: ${AGENT}`,
    ],
    ['the init, in a directory', programConfig('', '"root2" = "/"'), `fledge.toml:8:1: mappings.root2: ${INIT}`],
    [
      'the init of [init] path',
      programConfig('path = "x"', '"root2" = "/"'),
      'fledge.toml:8:1: mappings.root2: takes the place of the init, /init; remove this mapping, or [init] path',
    ],
    [
      'the init that starts [init] path',
      programConfig('path = "/opt/start"', '"x" = "/opt/start"', '"root2" = "/"'),
      `fledge.toml:9:1: mappings.root2: ${INIT}, in the place of [init] path`,
    ],
  ])('detects a mapping over a file of the build in the complete tree: %s', async (_, config, problem) => {
    await expectRefusal(place(config), { status: 2, stderr: [`error: ${problem}`] });
  });

  it('allows mappings to /init in the init mode without an agent', async () => {
    const at = place(programConfig('none = true', '"x" = "/init"', '"./x" = "/bin/kestrel"'));
    expect(await expectBuild(at)).toEqual([]);
    expect(await inspectPaths(at, '/bin/kestrel')).toEqual(['file 0755 /bin/kestrel']);
  });

  it.each([
    ['a program', '/bin/busybox'],
    ['a link to one', '/bin/sh'],
    ['a device', '/dev/null'],
  ])('refuses a mapped directory in the place of %s', async (_, destination) => {
    await expectRefusal(place(configWith(`"dir" = "${destination}"`)), {
      status: 2,
      stderr: [
        `error: fledge.toml:7:1: mappings.dir: ${destination} is not a directory, and a directory cannot replace it; choose another destination, or set replace = true`,
      ],
    });
  });

  it('refuses a mapped file in the place of a directory, even of an empty one', async () => {
    const at = pluginWorkspace(configWith('"root" = "/"'), { 'root/home': '', 'root/opt': '', 'root/etc/hosts': '' });
    const why = 'is a directory, and a file cannot replace it; choose another destination, or set replace = true';
    await expectRefusal(at, {
      status: 2,
      stderr: [`error: fledge.toml:7:1: mappings.root: /home ${why}`, `fledge.toml:7:1: mappings.root: /opt ${why}`],
    });
  });
});

describe('a first program that cannot run', () => {
  const BASH = 'is a script for /bin/bash, which is not in the image, so it will not start: map it, or use /bin/sh';
  const cases: readonly (readonly [string, string, Readonly<Record<string, string | Uint8Array>>, string])[] = [
    [
      'for want of its interpreter',
      'none = true\n[mappings]\n"a" = "/init"',
      { a: '#!/bin/bash\n' },
      `8:1: mappings.a: /init ${BASH}`,
    ],
    [
      'in a directory',
      'none = true\n[mappings]\n"d" = "/"',
      { 'd/init': '#!/bin/bash\n' },
      `8:1: mappings.d: /init ${BASH}`,
    ],
    ['of [init] path', 'path = "a"', { a: '#!/bin/bash\n' }, `6:1: init.path: /init ${BASH}`],
    [
      'that the C init would start',
      'path = "/opt/s"\n[mappings]\n"a" = "/opt/s"',
      { a: '#!/bin/bash\n' },
      `8:1: mappings.a: /opt/s ${BASH}`,
    ],
    [
      'because it is not a program',
      'none = true\n[mappings]\n"bin/a" = "/init"',
      { 'bin/a': 'hello' },
      '8:1: mappings."bin/a": /init is a text file, which Linux cannot start: use a program for linux/amd64, or a script that begins with #! and its interpreter',
    ],
    [
      'because its end is missing',
      'none = true\n[mappings]\n"bin/a" = "/init"',
      { 'bin/a': readFileSync('/bin/busybox').subarray(0, 9000) },
      `8:1: mappings."bin/a": /init is damaged: its table of section headers ends at byte ${readFileSync('/bin/busybox').length}, and the file has 9000; build or copy it again`,
    ],
    [
      'because its interpreter cannot',
      'none = true\n[mappings]\n"a" = "/init"\n"b" = "/opt/b"',
      { a: '#!/opt/b\n', b: '#!/bin/bash\n' },
      `8:1: mappings.a: /init is a script for /opt/b, so it will not start: /opt/b ${BASH}`,
    ],
    [
      'because its interpreter is itself',
      'none = true\n[mappings]\n"a" = "/init"',
      { a: '#!/init\n' },
      `8:1: mappings.a: ${'/init is a script for /init, so it will not start: '.repeat(5)}/init exceeds the limit of Linux for scripts run by scripts (5)`,
    ],
  ];
  it.each(cases)('refuses a first program that cannot run: %s', async (_, toml, files, problem) => {
    const at = pluginWorkspace(`${LOCAL_BUSYBOX}#\n[init]\n${toml}\n`, files);
    for (const name of Object.keys(files)) chmodSync(join(at.plugin, name), 0o755);
    await expectRefusal(at, {
      args: ['build', '-q', '--platform', 'linux/amd64'],
      status: 2,
      stderr: [`error: fledge.toml:${problem}`],
    });
  });

  it.each([
    ['to nothing', '/nowhere', '/init is a link to /nowhere, which is not in the image'],
    ['to nothing below a link', 'lib64x/./a/../b', '/init is a link to /lib64x/a/../b, which is not in the image'],
    ['to itself', 'init', '/init is a circular link'],
    ['to a directory', '/etc', '/init, a link to /etc, is a directory, not a program'],
    ['to a device', '../dev/null', '/init, a link to /dev/null, is a device, not a program'],
  ])('refuses a first program that is a link %s', async (_, target, problem) => {
    const at = pluginWorkspace(`${LOCAL_BUSYBOX}init.none = true\n[mappings]\n"d" = "/"\n`, { 'd/etc/file': '' });
    symlinkSync(target, join(at.plugin, 'd', 'init'));
    await expectRefusal(at, { status: 2, stderr: [`error: fledge.toml:6:1: mappings.d: ${problem}`] });
  });

  it('accepts a first program that is a link to a program', async () => {
    const at = pluginWorkspace(`${LOCAL_BUSYBOX}init.none = true\n[mappings]\n"d" = "/"\n`, { 'd/etc/file': '' });
    symlinkSync('/bin/busybox', join(at.plugin, 'd', 'init'));
    expect(await expectBuild(at)).toEqual([NO_PROGRAM]);
  });
});

it('names all mapped directories that cannot be read, at any depth', async () => {
  const at = pluginWorkspace(configWith('"s" = "/opt"'), {
    's/a/b/closed/x': '',
    's/a/listed/x': '',
    's/c/closed/x': '',
  });
  const closed = ['s/a/b/closed', 's/c/closed'].map((path) => join(at.plugin, path));
  for (const path of closed) chmodSync(path, 0);
  chmodSync(join(at.plugin, 's/a/listed'), 0o644);
  onTestFinished(() => {
    for (const path of [...closed, join(at.plugin, 's/a/listed')]) chmodSync(path, 0o755);
  });
  const result = await at.run(['build', '-q'], { wrapper: UNPRIVILEGED });
  expect(result).toMatchObject({ status: 2, stdout: '' });
  const why = 'permission denied; make it readable for the user who builds';
  expect(linesOf(at, result.stderr)).toEqual([
    `error: fledge.toml:7:1: mappings.s: cannot read s/a/b/closed: ${why}`,
    `fledge.toml:7:1: mappings.s: cannot read s/a/listed/x: ${why}`,
    `fledge.toml:7:1: mappings.s: cannot read s/c/closed: ${why}`,
  ]);
});

it('a plugin that maps its own directory is built twice with the same bytes and without earlier outputs', async () => {
  const place = pluginWorkspace(configWith('"." = "/srv"'));
  writeFileSync(join(place.plugin, '.fledge-0123abcd-1-1-0123456789ab-plugin.cpio.gz'), 'scratch of another machine');
  const artifact = join(place.plugin, 'plugin.cpio.gz');
  await expectBuild(place);
  expect(await inspectPaths(place, '/srv')).toEqual([
    'directory 0755 /srv',
    'file 0644 /srv/fledge.toml',
    'file 0755 /srv/init',
  ]);
  const first = readFileSync(artifact);
  await expectBuild(place);
  expect(readFileSync(artifact).equals(first)).toBe(true);
});
