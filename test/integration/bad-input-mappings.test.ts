import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  configWith,
  expectBuild,
  expectError,
  inspectPaths,
  LOCAL_BUSYBOX,
  NO_PROGRAM,
  warningsOf,
} from '../helpers/bad-input.ts';
import { layoutHere, pluginHere } from '../helpers/here.ts';
import { ARGS, imageOf } from '../helpers/image/rootfs-bad-input.ts';
import { rootfsConfig } from '../helpers/image/rootfs-plugin.ts';

describe('a mapped source', () => {
  it('build names all missing mapped sources, and validate warns of them', async () => {
    const place = pluginHere(configWith('"a" = "/a"', '"b/c" = "/b/"', '  "~/d" = "/d"'));
    const problems = ['fledge.toml:7:1 mappings.a', 'fledge.toml:8:1 mappings."b/c"', 'fledge.toml:9:3 mappings."~/d"'];
    const error = await expectError(place, { code: 'config', problems });
    expect((await warningsOf(place, ['validate'])).join('\n')).toBe(error.message);
  });

  it.each([
    ['busybox', configWith('"a" = "/a"').replace('/bin/busybox', 'nowhere/busybox')],
    ['an image', rootfsConfig('oci:nowhere', { mappings: ['"a" = "/a"'] })],
  ])('reports a missing mapped source before %s is fetched', async (_, config) => {
    const line = config.split('\n').indexOf('"a" = "/a"') + 1;
    await expectError(pluginHere(config), {
      code: 'config',
      problems: [`fledge.toml:${line}:1 mappings.a`],
    });
  });

  it('does not report that a missing mapped source would hide files of an image directory', async () => {
    const mappings = ['"a" = "/a"', '"file" = "/bin"', '"./file" = "/bin/x"'];
    const config = rootfsConfig('oci:nowhere', { mappings });
    const line = config.split('\n').indexOf('"a" = "/a"') + 1;
    await expectError(pluginHere(config, { file: 'file' }), {
      code: 'config',
      problems: [`fledge.toml:${line}:1 mappings.a`],
    });
  });

  it('never opens a mapped fifo, socket or device', async () => {
    const config = configWith('"fifo" = "/fifo"', '"socket" = "/socket"', '"/dev/zero" = "/zero"', '"d" = "/d"');
    const place = pluginHere(config, { 'd/file': '', 'd/deep/file': '' });
    for (const fifo of ['fifo', 'd/deep/fifo']) execFileSync('mkfifo', [join(place.plugin, fifo)]);
    for (const socket of ['socket', 'd/socket']) await listenAt(join(place.plugin, socket));
    await expectError(place, {
      code: 'config',
      problems: [
        'fledge.toml:7:1 mappings.fifo',
        'fledge.toml:8:1 mappings.socket',
        'fledge.toml:9:1 mappings."/dev/zero"',
        'fledge.toml:10:1 mappings.d',
        'fledge.toml:10:1 mappings.d',
      ],
      names: ['d/deep/fifo', 'd/socket', '/dev/zero'],
    });
    expect((await warningsOf(place, ['validate'])).map((message) => message.split(': ', 2).join(' '))).toEqual([
      'fledge.toml:7:1 mappings.fifo',
      'fledge.toml:8:1 mappings.socket',
      'fledge.toml:9:1 mappings."/dev/zero"',
      'fledge.toml:10:1 mappings.d',
      'fledge.toml:10:1 mappings.d',
    ]);
  });

  it('refuses a mapped source that is a loop of links', async () => {
    const place = pluginHere(configWith('"loop" = "/loop"'));
    symlinkSync('loop', join(place.plugin, 'loop'));
    await expectError(place, {
      code: 'config',
      problems: ['fledge.toml:7:1 mappings.loop'],
    });
  });

  it('refuses a mapped source that is an output of the build itself', async () => {
    const place = pluginHere(configWith('"manifest.json" = "/opt/manifest.json"'));
    await expectError(place, {
      code: 'config',
      problems: ['fledge.toml:7:1 mappings."manifest.json"'],
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
  it('writes mappings through links inside of the image and never to the host', async () => {
    const place = pluginHere(configWith('"d" = "/"', '"file" = "/absolute/file"', '"./file" = "/relative/file"'), {
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
    const place = pluginHere(configWith('"one" = "/opt"', '"two" = "/opt"'), { 'one/d/file': '', 'two/file': '' });
    symlinkSync('/srv', join(place.plugin, 'two', 'd'));
    await expectError(place, {
      code: 'config',
      problems: ['fledge.toml:8:1 mappings.two'],
      names: ['/opt/d'],
    });
  });

  it('refuses a destination whose path is a loop of links', async () => {
    const place = pluginHere(configWith('"d" = "/"', '"d/file" = "/loop/file"'), { 'd/file': '' });
    symlinkSync('loop', join(place.plugin, 'd', 'loop'));
    await expectError(place, {
      code: 'config',
      problems: ['fledge.toml:8:1 mappings."d/file"'],
      names: ['/loop'],
    });
  });
});

describe('two mappings to one destination', () => {
  it.each([
    ['by the same path', ['"a/x" = "/opt/x"', '"b/x" = "/opt//./x"'], 'fledge.toml:8:1 mappings."b/x"'],
    ['by a slash at the end', ['"a/x" = "/opt/"', '"b/x" = "/opt/x"'], 'fledge.toml:8:1 mappings."b/x"'],
    ['by a directory that is there', ['"a/x" = "/etc"', '"b/x" = "/etc/x"'], 'fledge.toml:8:1 mappings."b/x"'],
    [
      'by a link in the image',
      ['"d" = "/"', '"a/x" = "/link/x"', '"b/x" = "/real/x"'],
      'fledge.toml:9:1 mappings."b/x"',
    ],
  ])('refuses two mappings to one destination that are equal %s', async (_, mappings, problem) => {
    const place = pluginHere(configWith(...mappings), { 'a/x': 'a', 'b/x': 'b', 'd/real/file': '' });
    symlinkSync('real', join(place.plugin, 'd', 'link'));
    await expectError(place, { code: 'config', problems: [problem], names: ['a/x'] });
  });
});

describe("a mapping's destination", () => {
  it('replaces a destination that links to busybox and leaves busybox unchanged', async () => {
    const place = pluginHere(configWith('"shell" = "/bin/sh"'), { shell: '#!/bin/ash\n' });
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
    const place = pluginHere(configWith('"file" = "/bin/busybox/file"', '"./file" = "/init/file"'), { file: '' });
    await expectError(place, {
      code: 'config',
      problems: ['fledge.toml:7:1 mappings.file', 'fledge.toml:8:1 mappings."./file"'],
      names: ['/bin/busybox', '/init'],
    });
  });
});

/** A fledge.toml with this `[init]` and, in default mode, an agent of this machine. The mappings begin at line 8. */
function programConfig(init: string, ...mappings: readonly string[]): string {
  const agent = init === '' ? 'agent = { source_strategy = "local", path = "kestrel" }' : '#';
  return `${LOCAL_BUSYBOX}${agent}\n[init]\n${init}\n[mappings]\n${mappings.join('\n')}\n`;
}

describe('a mapping in the place of a file that the build installs', () => {
  const files = { x: '#!/bin/sh\n', 'dir/in': '', 'root/bin/kestrel': '#!/bin/sh\n', 'root2/init': '#!/bin/sh\n' };
  const place = (config: string) => {
    const at = pluginHere(config, { ...files, kestrel: readFileSync('/bin/busybox') });
    mkdirSync(join(at.plugin, 'links'));
    symlinkSync('bin', join(at.plugin, 'links', 'programs'));
    return at;
  };

  it.each<readonly [string, string, readonly string[]]>([
    ['a file', programConfig('', '"x" = "/bin/kestrel"'), ['fledge.toml:8:1 mappings.x']],
    ['a directory', programConfig('', '"dir" = "/bin/kestrel"'), ['fledge.toml:8:1 mappings.dir']],
    ['an init', programConfig('', '"x" = "/init"'), ['fledge.toml:8:1 mappings.x']],
    [
      'both',
      programConfig('', '"x" = "//init"', '"./x" = "/bin/./kestrel"'),
      ['fledge.toml:8:1 mappings.x', 'fledge.toml:9:1 mappings."./x"'],
    ],
  ])('detects a mapping over a file of the build from fledge.toml alone: %s', async (_, config, problems) => {
    const at = place(config);
    const ofBuild = await expectError(at, { code: 'config', problems });
    expect(await expectError(at, { args: ['validate'], code: 'config', problems })).toEqual(ofBuild);
  });

  it.each<readonly [string, string, string]>([
    ['the agent, by its name', programConfig('', '"kestrel" = "/bin/"'), 'fledge.toml:8:1 mappings.kestrel'],
    ['the agent, in a directory', programConfig('', '"root" = "/"'), 'fledge.toml:8:1 mappings.root'],
    [
      'the agent, through a link',
      programConfig('', '"links" = "/opt/"', '"./links" = "/"', '"x" = "/programs/kestrel"'),
      'fledge.toml:10:1 mappings.x',
    ],
    ['the init, in a directory', programConfig('', '"root2" = "/"'), 'fledge.toml:8:1 mappings.root2'],
    ['the init of [init] path', programConfig('path = "x"', '"root2" = "/"'), 'fledge.toml:8:1 mappings.root2'],
    [
      'the init that starts [init] path',
      programConfig('path = "/opt/start"', '"x" = "/opt/start"', '"root2" = "/"'),
      'fledge.toml:9:1 mappings.root2',
    ],
  ])('detects a mapping over a file of the build in the complete tree: %s', async (_, config, problem) => {
    await expectError(place(config), { code: 'config', problems: [problem] });
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
    await expectError(place(configWith(`"dir" = "${destination}"`)), {
      code: 'config',
      problems: ['fledge.toml:7:1 mappings.dir'],
      names: [destination],
    });
  });

  it('refuses a mapped file in the place of a directory, even of an empty one', async () => {
    const at = pluginHere(configWith('"root" = "/"'), { 'root/home': '', 'root/opt': '', 'root/etc/hosts': '' });
    await expectError(at, {
      code: 'config',
      problems: ['fledge.toml:7:1 mappings.root', 'fledge.toml:7:1 mappings.root'],
      names: ['/home', '/opt'],
    });
  });
});

// test/e2e/mapping-settings.test.ts has owners that an image does not have.
describe('settings that do not suit a mapped source', () => {
  const files = { 'data/init.sql': '', 'data/note.md': '', tool: '#!/bin/sh\n' };
  const placeWith = (mapping: string) => {
    const { at } = layoutHere(imageOf({ name: 'etc/', type: '5' }), { mappings: [mapping] });
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(at.plugin, path)), { recursive: true });
      writeFileSync(join(at.plugin, path), content);
    }
    return at;
  };

  it('build refuses excluded names of a file, and validate warns of them', async () => {
    const place = placeWith('"tool" = { to = "/opt/", exclude = ["*"] }');
    await expectError(place, { args: ARGS, code: 'config', problems: ['fledge.toml:10:26 mappings.tool.exclude'] });
    expect(await warningsOf(place, ['validate'])).toEqual([
      expect.stringMatching(/^fledge\.toml:10:26: mappings\.tool\.exclude: /),
    ]);
  });

  it('validate warns of a mapping whose files are all excluded', async () => {
    const place = placeWith('"data" = { to = ["/opt/", "/srv"], exclude = ["*"] }');
    expect(await warningsOf(place, ['validate'])).toEqual([
      expect.stringMatching(/^fledge\.toml:10:\d+: mappings\.data\.exclude: /),
    ]);
  });
});

it('accepts a first program that is a link to a program', async () => {
  const at = pluginHere(`${LOCAL_BUSYBOX}init.none = true\n[mappings]\n"d" = "/"\n`, { 'd/etc/file': '' });
  symlinkSync('/bin/busybox', join(at.plugin, 'd', 'init'));
  expect(await expectBuild(at)).toEqual([NO_PROGRAM]);
});

it('a plugin that maps its own directory is built twice with the same bytes and without earlier outputs', async () => {
  const place = pluginHere(configWith('"." = "/srv"'));
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
