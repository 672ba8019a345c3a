import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configWith, expectBuild, expectError, LOCAL_BUSYBOX, warningsOf } from '../helpers/bad-input.ts';
import { pluginHere, workspaceHere } from '../helpers/here.ts';

/** Name, fledge.toml, and the positions and keys of all problems. */
const wrongConfigs: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'unknown keys',
    'version = "1"\nstrategy = "initramfs"\nwibble = 1\n[sorce]\n[agent]\nsource_stratgy = "release"\nversion = "latest"\n',
    [
      'fledge.toml:3:1 wibble',
      'fledge.toml:4:1 sorce (source)',
      'fledge.toml:6:1 agent.source_stratgy (source_strategy)',
    ],
  ],
  [
    'wrong types',
    'version = 1\nstrategy = "initramfs"\nagent = "release"\nmappings = []\n[init]\nnone = "true"\n',
    ['fledge.toml:1:1 version (1)', 'fledge.toml:3:1 agent', 'fledge.toml:4:1 mappings', 'fledge.toml:6:1 init.none'],
  ],
  [
    'both init keys',
    `${LOCAL_BUSYBOX}[init]\npath = "./init"\nnone = true\n[mappings]\n"init" = "/init"\n`,
    ['fledge.toml:6:1 init.none'],
  ],
  [
    'an agent in custom mode',
    `${LOCAL_BUSYBOX}[init]\npath = "./init"\n[agent]\nsource_strategy = "local"\npath = "/bin/busybox"\n`,
    ['fledge.toml:6:1 agent'],
  ],
  [
    'none mode without /init',
    `${LOCAL_BUSYBOX}[init]\nnone = true\n[mappings]\n"init" = "/sbin/init"\n`,
    ['fledge.toml:5:1 init.none'],
  ],
  ['a custom init that names nothing', `${LOCAL_BUSYBOX}[init]\npath = "./missing"\n`, ['fledge.toml:5:1 init.path']],
  [
    'a custom init in the image that no mapping brings',
    `${LOCAL_BUSYBOX}[init]\npath = "/opt/missing"\n`,
    ['fledge.toml:5:1 init.path'],
  ],
  ['a syntax error', `${LOCAL_BUSYBOX}[init\n`, ['fledge.toml:4:6']],
  ['an empty file', '', ['fledge.toml:1:1 version', 'fledge.toml:1:1 strategy']],
  ['binary garbage', '\x00\x01\x02', ['fledge.toml:1:1']],
];

describe('an invalid fledge.toml', () => {
  it.each(wrongConfigs)('refuses a fledge.toml with %s', async (_, config, problems) => {
    await expectError(pluginHere(config), { code: 'config', problems });
  });

  it('validate reports several problems of a fledge.toml in the same words as build', async () => {
    const place = pluginHere('version = "2"\nwibble = 1\n');
    const problems = ['fledge.toml:1:1 version (1)', 'fledge.toml:1:1 strategy', 'fledge.toml:2:1 wibble'];
    const ofBuild = await expectError(place, { code: 'config', problems });
    expect(await expectError(place, { args: ['validate'], code: 'config', problems })).toEqual(ofBuild);
  });

  it('refuses a fledge.toml with bytes that are not UTF-8', async () => {
    const place = pluginHere('', { 'fledge.toml': Buffer.from('version = "1"\n# caf\xff\n', 'latin1') });
    await expectError(place, {
      code: 'config',
      problems: ['fledge.toml:2:6'],
    });
  });
});

describe('a mapped /init', () => {
  it('refuses a mapped /init that is not executable', async () => {
    const place = pluginHere(configWith());
    chmodSync(join(place.plugin, 'init'), 0o644);
    await expectError(place, {
      code: 'config',
      problems: ['fledge.toml:6:1 mappings.init'],
    });
  });

  it('refuses a mapped /init that is a directory', async () => {
    const place = pluginHere(configWith().replace('"init" =', '"directory" ='), { 'directory/file': '' });
    await expectError(place, {
      code: 'config',
      problems: ['fledge.toml:6:1 mappings.directory'],
    });
  });
});

describe('an unreadable fledge.toml', () => {
  it.each<readonly [string, readonly string[], readonly string[], boolean]>([
    ['because it is missing', ['build', '--without-steps'], ['fledge.toml', '--config', 'fledge init'], true],
    [
      'because it is missing where --config says',
      ['build', '--without-steps', '-c', 'elsewhere/fledge.toml'],
      ['elsewhere/fledge.toml'],
      false,
    ],
    ['because the directory has none', ['build', '--without-steps', '-c', 'empty'], ['empty', 'fledge init'], true],
    [
      'because it is too large to be one',
      ['build', '--without-steps', '-c', 'huge.toml'],
      ['huge.toml', '1048577', '1048576'],
      false,
    ],
  ])('refuses a fledge.toml that cannot be read %s', async (_, args, names, hasFix) => {
    const place = workspaceHere({ 'huge.toml': Buffer.alloc(1024 * 1024 + 1, '#') });
    mkdirSync(join(place.plugin, 'empty'));
    await expectError(place, { args, code: 'config', names, hasFix });
  });

  it('refuses a fledge.toml that is a directory', async () => {
    const place = pluginHere(configWith());
    rmSync(join(place.plugin, 'fledge.toml'));
    mkdirSync(join(place.plugin, 'fledge.toml'));
    await expectError(place, { code: 'config', names: ['fledge.toml'], hasFix: false });
  });

  it('does not open a fledge.toml that is a fifo', async () => {
    const place = workspaceHere({});
    execFileSync('mkfifo', [join(place.plugin, 'fledge.toml')]);
    await expectError(place, { code: 'config', names: ['fledge.toml'], hasFix: false });
  });

  it('refuses a fledge.toml that is a loop of links', async () => {
    const place = pluginHere(configWith());
    rmSync(join(place.plugin, 'fledge.toml'));
    symlinkSync('fledge.toml', join(place.plugin, 'fledge.toml'));
    await expectError(place, { code: 'config', names: ['fledge.toml'], hasFix: false });
  });
});

describe('a fledge.toml with unusual text', () => {
  it('CRLF and a byte order mark in fledge.toml do not change the artifact', async () => {
    const config = configWith('"data" = "/opt/data"');
    const odd = `\ufeff${config.replaceAll('\n', '\r\n')}`;
    const [plain, marked] = await Promise.all([config, odd].map(buildWith));
    expect(marked).toEqual(plain);
  });
});

/** The artifact, and the manifest without the path of the artifact. */
async function buildWith(config: string): Promise<{ artifact: Buffer; manifest: string }> {
  const place = pluginHere(config, { data: 'x' });
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
    const place = pluginHere(configWith(), { 'manifest.toml': wrongTemplate });
    const problems = [
      'manifest.toml:2:1 versoin (version)',
      'manifest.toml:3:1 runtime',
      'manifest.toml:5:1 resources.cpu_cores',
      'manifest.toml:7:1 workload.type',
    ];
    const ofBuild = await expectError(place, { code: 'config', problems });
    expect(await expectError(place, { args: ['validate'], code: 'config', problems })).toEqual(ofBuild);
  });

  it('refuses a --manifest that does not exist', async () => {
    const place = pluginHere(configWith());
    await expectError(place, {
      args: ['build', '--without-steps', '-m', 'other.toml'],
      code: 'config',
      names: ['other.toml'],
      hasFix: false,
    });
  });

  it('refuses a manifest template that is a directory', async () => {
    const place = pluginHere(configWith());
    mkdirSync(join(place.plugin, 'manifest.toml'));
    await expectError(place, { code: 'config', names: ['manifest.toml'], hasFix: false });
  });
});

describe('a host file that does not exist yet', () => {
  it.each<readonly [string, string, readonly string[]]>([
    [
      'agent and busybox',
      'version = "1"\nstrategy = "initramfs"\n[source]\nbusybox_url = "./no-busybox"\n[agent]\nsource_strategy = "local"\npath = "no-agent"\n',
      ['fledge.toml:7:1 agent.path', 'fledge.toml:4:1 source.busybox_url'],
    ],
    ['init', `${LOCAL_BUSYBOX}[init]\npath = "./missing"\n`, ['fledge.toml:5:1 init.path']],
    [
      'image',
      'version = "1"\nstrategy = "oci_rootfs"\n[source]\nimage = "oci:./layout:app"\n',
      ['fledge.toml:4:1 source.image'],
    ],
  ])('validate warns of a missing host file: %s', async (_, config, warnings) => {
    const workload = 'workload = {entrypoint = ["/bin/sh"], base_url = "http://127.0.0.1:90"}\n';
    const found = await warningsOf(pluginHere(config, { 'manifest.toml': workload }), ['validate']);
    expect(found.map((message) => message.split(': ', 2).join(' '))).toEqual(warnings);
  });
});

describe('strategy oci_rootfs', () => {
  const config = 'version = "1"\nstrategy = "oci_rootfs"\n[source]\nimage = "nginx:alpine"\n';

  it('validate checks strategy oci_rootfs without the image', async () => {
    const place = pluginHere(config);
    expect(await place.run(['validate'])).toMatchObject({
      status: 0,
      stdout: 'fledge.toml: valid (oci_rootfs)\n',
      stderr: '',
    });
    const wrong = config.replace('nginx:alpine', 'NGINX');
    await expectError(pluginHere(wrong), {
      args: ['validate'],
      code: 'config',
      problems: ['fledge.toml:4:1 source.image (nginx)'],
    });
  });
});
