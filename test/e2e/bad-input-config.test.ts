import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  configWith,
  expectBuild,
  expectRefusal,
  LOCAL_BUSYBOX,
  NO_PROGRAM,
  pluginWorkspace,
  UNPRIVILEGED,
} from '../helpers/bad-input.ts';
import { workspace } from '../helpers/process/cli.ts';

/** Name, fledge.toml, and all lines of the message. */
const wrongConfigs: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'unknown keys',
    'version = "1"\nstrategy = "initramfs"\nwibble = 1\n[sorce]\n[agent]\nsource_stratgy = "release"\nversion = "latest"\n',
    [
      'fledge.toml:3:1: wibble: unknown key',
      'fledge.toml:4:1: sorce: unknown key; did you mean "source"?',
      'fledge.toml:6:1: agent.source_stratgy: unknown key; did you mean "source_strategy"?',
    ],
  ],
  [
    'wrong types',
    'version = 1\nstrategy = "initramfs"\nagent = "release"\nmappings = []\n[init]\nnone = "true"\n',
    [
      'fledge.toml:1:1: version: expected "1", found an integer; did you mean "1"?',
      'fledge.toml:3:1: agent: expected a table, found a string',
      'fledge.toml:4:1: mappings: expected a table, found an array',
      'fledge.toml:6:1: init.none: expected true or false, found a string',
    ],
  ],
  [
    'both init keys',
    `${LOCAL_BUSYBOX}[init]\npath = "./init"\nnone = true\n[mappings]\n"init" = "/init"\n`,
    ['fledge.toml:6:1: init.none: path and none = true are mutually exclusive; keep one'],
  ],
  [
    'an agent in custom mode',
    `${LOCAL_BUSYBOX}[init]\npath = "./init"\n[agent]\nsource_strategy = "local"\npath = "/bin/busybox"\n`,
    ['fledge.toml:6:1: agent: [init] path installs no agent; remove [agent], or [init] path'],
  ],
  [
    'none mode without /init',
    `${LOCAL_BUSYBOX}[init]\nnone = true\n[mappings]\n"init" = "/sbin/init"\n`,
    ['fledge.toml:5:1: init.none: no mapping provides /init; add one, such as "./my-init" = "/init"'],
  ],
  [
    'a custom init that names nothing',
    `${LOCAL_BUSYBOX}[init]\npath = "./missing"\n`,
    [
      'fledge.toml:5:1: init.path: ./missing does not exist beside fledge.toml; build it first, or use an absolute path in the image',
    ],
  ],
  [
    'a custom init in the image that no mapping brings',
    `${LOCAL_BUSYBOX}[init]\npath = "/opt/missing"\n`,
    [
      'fledge.toml:5:1: init.path: /opt/missing does not exist on the host, and no mapping provides it; map it: "./my-program" = "/opt/missing"',
    ],
  ],
  [
    'a syntax error',
    `${LOCAL_BUSYBOX}[init\n`,
    ['fledge.toml:4:6: illegal character in key', '    [init', '         ^'],
  ],
  [
    'an empty file',
    '',
    [
      'fledge.toml:1:1: version: missing; expected "1"',
      'fledge.toml:1:1: strategy: missing; expected "initramfs" or "oci_rootfs"',
    ],
  ],
  ['binary garbage', '\x00\x01\x02', ['fledge.toml:1:1: illegal character in key', '    \ufffd\ufffd\ufffd', '    ^']],
];

describe('an invalid fledge.toml', () => {
  it.each(wrongConfigs)('refuses a fledge.toml with %s', async (_, config, problems) => {
    const [first = '', ...rest] = problems;
    await expectRefusal(pluginWorkspace(config), { status: 2, stderr: [`error: ${first}`, ...rest] });
  });

  it('validate reports several problems of a fledge.toml in the same words as build', async () => {
    const place = pluginWorkspace('version = "2"\nwibble = 1\n');
    const stderr = [
      'error: fledge.toml:1:1: version: expected "1", found "2"; did you mean "1"?',
      'fledge.toml:1:1: strategy: missing; expected "initramfs" or "oci_rootfs"',
      'fledge.toml:2:1: wibble: unknown key',
    ];
    await expectRefusal(place, { status: 2, stderr });
    await expectRefusal(place, { args: ['validate'], status: 2, stderr });
  });

  it('refuses a fledge.toml with bytes that are not UTF-8', async () => {
    const place = pluginWorkspace('', { 'fledge.toml': Buffer.from('version = "1"\n# caf\xff\n', 'latin1') });
    await expectRefusal(place, {
      status: 2,
      stderr: ['error: fledge.toml:2:6: byte 0xff is not UTF-8; save the file as UTF-8'],
    });
  });
});

describe('a mapped /init', () => {
  it('refuses a mapped /init that is not executable', async () => {
    const place = pluginWorkspace(configWith());
    chmodSync(join(place.plugin, 'init'), 0o644);
    await expectRefusal(place, {
      status: 2,
      stderr: [
        'error: fledge.toml:6:1: mappings.init: /init is mapped without permission to execute it; chmod +x the file on the host, or set mode = "0755"',
      ],
    });
  });

  it('refuses a mapped /init that is a directory', async () => {
    const place = pluginWorkspace(configWith().replace('"init" =', '"directory" ='), { 'directory/file': '' });
    await expectRefusal(place, {
      status: 2,
      stderr: ['error: fledge.toml:6:1: mappings.directory: /init is a directory, not a program'],
    });
  });
});

describe('an unreadable fledge.toml', () => {
  it.each([
    [
      'because it is missing',
      ['build', '-q'],
      ["error: there is no fledge.toml in this directory; run fledge in the plugin's directory, or set --config"],
    ],
    [
      'because it is missing where --config says',
      ['build', '-q', '-c', 'elsewhere/fledge.toml'],
      ['error: there is no file "elsewhere/fledge.toml"'],
    ],
    ['because the directory has none', ['build', '-q', '-c', 'empty'], ['error: there is no fledge.toml in empty']],
    [
      'because it is too large to be one',
      ['build', '-q', '-c', 'huge.toml'],
      ['error: cannot read huge.toml: it has 1048577 bytes, and a config has at most 1048576'],
    ],
  ])('refuses a fledge.toml that cannot be read %s', async (_, args, stderr) => {
    const place = workspace({ 'huge.toml': Buffer.alloc(1024 * 1024 + 1, '#') });
    mkdirSync(join(place.plugin, 'empty'));
    await expectRefusal(place, { args, status: 2, stderr });
  });

  it('refuses a fledge.toml without read permission', async () => {
    const place = pluginWorkspace(configWith());
    chmodSync(join(place.plugin, 'fledge.toml'), 0);
    const before = place.snapshot();
    const result = await place.run(['build', '-q'], { wrapper: UNPRIVILEGED });
    expect(result).toMatchObject({ status: 2, stdout: '' });
    expect(result.stderr).toMatch(/^error: cannot read fledge.toml: .*permission denied.*\n$/);
    expect(place.snapshot()).toEqual(before);
  });

  it('refuses a fledge.toml that is a directory', async () => {
    const place = pluginWorkspace(configWith());
    rmSync(join(place.plugin, 'fledge.toml'));
    mkdirSync(join(place.plugin, 'fledge.toml'));
    await expectRefusal(place, { status: 2, stderr: ['error: there is no fledge.toml in fledge.toml'] });
  });

  it('does not open a fledge.toml that is a fifo', async () => {
    const place = workspace({});
    execFileSync('mkfifo', [join(place.plugin, 'fledge.toml')]);
    await expectRefusal(place, {
      status: 2,
      stderr: ['error: cannot read fledge.toml: it is not a regular file'],
    });
  });

  it('refuses a fledge.toml that is a loop of links', async () => {
    const place = pluginWorkspace(configWith());
    rmSync(join(place.plugin, 'fledge.toml'));
    symlinkSync('fledge.toml', join(place.plugin, 'fledge.toml'));
    await expectRefusal(place, {
      status: 2,
      stderr: ['error: cannot read fledge.toml: the path is a loop of symbolic links'],
    });
  });
});

describe('a fledge.toml with unusual text', () => {
  it('CRLF and a byte order mark in fledge.toml do not change the artifact', async () => {
    const config = configWith('"data" = "/opt/data"');
    const odd = `\ufeff${config.replaceAll('\n', '\r\n')}`;
    const [plain, marked] = await Promise.all([config, odd].map(buildWith));
    expect(marked).toEqual(plain);
  });

  it('builds in a directory with spaces and non-ASCII characters', async () => {
    const place = workspace({
      'mein köder ☃/fledge.toml': configWith('"naïve file" = "/opt/naïve file"'),
      'mein köder ☃/init': '#!/bin/sh\n',
      'mein köder ☃/naïve file': 'x',
    });
    const stderr = await expectBuild(place, ['-c', 'mein köder ☃', '-o', 'mein köder ☃/große datei.cpio.gz']);
    expect(stderr).toEqual([NO_PROGRAM]);
    const manifest = JSON.parse(readFileSync(join(place.plugin, 'mein köder ☃', 'manifest.json'), 'utf8')) as unknown;
    expect(manifest).toMatchObject({
      name: 'mein-koder',
      initramfs: { url: join(place.plugin, 'mein köder ☃', 'große datei.cpio.gz') },
    });
  });
});

/** The artifact, and the manifest without the path of the artifact. */
async function buildWith(config: string): Promise<{ artifact: Buffer; manifest: string }> {
  const place = pluginWorkspace(config, { data: 'x' });
  await expectBuild(place, ['--url-base', 'https://example.com']);
  return {
    artifact: readFileSync(join(place.plugin, 'plugin.cpio.gz')),
    manifest: readFileSync(join(place.plugin, 'manifest.json'), 'utf8'),
  };
}

describe('a manifest template', () => {
  const wrongTemplate = `name = "Bad Name"
versoin = "1"
runtime = 3
[resources]
cpu_cores = 0
[workload]
type = "ftp"
`;

  it('refuses a manifest template with several problems', async () => {
    const place = pluginWorkspace(configWith(), { 'manifest.toml': wrongTemplate });
    const stderr = [
      'error: manifest.toml:2:1: versoin: has no place in Volant\'s plugin manifest; did you mean "version"?',
      'manifest.toml:3:1: runtime: expected a string, found an integer',
      'manifest.toml:5:1: resources.cpu_cores: must be at least 1, found 0',
      'manifest.toml:7:1: workload.type: expected "http", found "ftp"',
    ];
    await expectRefusal(place, { status: 2, stderr });
    await expectRefusal(place, { args: ['validate'], status: 2, stderr });
  });

  it('refuses a --manifest that does not exist', async () => {
    const place = pluginWorkspace(configWith());
    await expectRefusal(place, {
      args: ['build', '-q', '-m', 'other.toml'],
      status: 2,
      stderr: ['error: there is no manifest template other.toml'],
    });
  });

  it('refuses a manifest template that is a directory', async () => {
    const place = pluginWorkspace(configWith());
    mkdirSync(join(place.plugin, 'manifest.toml'));
    await expectRefusal(place, { status: 2, stderr: ['error: cannot read manifest.toml: it is not a regular file'] });
  });
});

describe('a host file that does not exist yet', () => {
  const MISSING =
    'no such file or directory on the host; build it first, or correct the path (relative to fledge.toml)';

  it.each<readonly [string, string, readonly string[]]>([
    [
      'agent and busybox',
      'version = "1"\nstrategy = "initramfs"\n[source]\nbusybox_url = "./no-busybox"\n[agent]\nsource_strategy = "local"\npath = "no-agent"\n',
      [`fledge.toml:7:1: agent.path: ${MISSING}`, `fledge.toml:4:1: source.busybox_url: ${MISSING}`],
    ],
    [
      'init',
      `${LOCAL_BUSYBOX}[init]\npath = "./missing"\n`,
      [
        'fledge.toml:5:1: init.path: ./missing does not exist beside fledge.toml; build it first, or use an absolute path in the image',
      ],
    ],
    [
      'image',
      'version = "1"\nstrategy = "oci_rootfs"\n[source]\nimage = "oci:./layout:app"\n',
      [`fledge.toml:4:1: source.image: ${MISSING}`],
    ],
  ])('validate warns of a missing host file: %s', async (_, config, warnings) => {
    const result = await pluginWorkspace(config).run(['validate']);
    expect(result).toMatchObject({ status: 0, stderr: warnings.map((line) => `warning: ${line}\n`).join('') });
  });
});

describe('strategy oci_rootfs', () => {
  const config = 'version = "1"\nstrategy = "oci_rootfs"\n[source]\nimage = "nginx:alpine"\n';

  it('validate checks strategy oci_rootfs without the image', async () => {
    const place = pluginWorkspace(config);
    expect(await place.run(['validate'])).toMatchObject({
      status: 0,
      stdout: 'fledge.toml: valid (oci_rootfs)\n',
      stderr: '',
    });
    const wrong = config.replace('nginx:alpine', 'NGINX');
    await expectRefusal(pluginWorkspace(wrong), {
      args: ['validate'],
      status: 2,
      stderr: ['error: fledge.toml:4:1: source.image: repository names are lower case; did you mean "nginx"?'],
    });
  });
});
