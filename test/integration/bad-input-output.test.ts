import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { configWith, expectBuild, expectError, LOCAL_BUSYBOX, NO_PROGRAM } from '../helpers/bad-input.ts';
import { fakeElf } from '../helpers/elf.ts';
import { pluginHere } from '../helpers/here.ts';
import { bytes, serveHttp } from '../helpers/net/http-server.ts';

// test/e2e/bad-input-output.test.ts has what needs privileges or a disk of its own.
describe('an output directory', () => {
  it('refuses an output directory that is missing', async () => {
    await expectError(pluginHere(configWith()), {
      args: ['build', '--without-steps', '-o', 'dist/the web/plugin.cpio.gz'],
      code: 'output',
      names: ['ROOT/plugin/dist/the web/plugin.cpio.gz', "'ROOT/plugin/dist/the web'"],
    });
  });

  it('refuses an output directory that is a file', async () => {
    await expectError(pluginHere(configWith()), {
      args: ['build', '--without-steps', '-o', 'init/plugin.cpio.gz'],
      code: 'output',
      names: ['ROOT/plugin/init/plugin.cpio.gz', '--output'],
    });
  });
});

describe('an output path', () => {
  // test/unit/output-path.test.ts has other paths.
  it('refuses an output path that is a directory', async () => {
    await expectError(pluginHere(configWith(), { 'manifest.toml': '' }), {
      args: ['build', '--without-steps', '-o', 'dist/'],
      code: 'usage',
      names: ['--output "dist/"', '--output dist/plugin.cpio.gz'],
    });
  });

  it.each([
    ['fledge.toml', 'fledge.toml', 'plugin.cpio.gz'],
    ['../plugin/manifest.toml', 'manifest.toml', '../plugin/plugin.cpio.gz'],
  ])('refuses the output path %j because the build reads it', async (output, replaced, instead) => {
    await expectError(pluginHere(configWith(), { 'manifest.toml': '' }), {
      args: ['build', '--without-steps', '-o', output],
      code: 'usage',
      names: [replaced, `--output ${instead}`],
    });
  });

  const ROOTFS = 'version = "1"\nstrategy = "oci_rootfs"\nagent.source_strategy = "none"\n';

  it.each([
    ['a docker archive', `${ROOTFS}source.image = "docker-archive:input"`, 'input', 'input.img'],
    ['an OCI archive', `${ROOTFS}source.image = "oci-archive:input:name"`, 'input', 'input.img'],
    ['an agent', `${LOCAL_BUSYBOX}agent = { source_strategy = "local", path = "input" }`, 'input', 'plugin.cpio.gz'],
    [
      'a busybox',
      'version = "1"\nstrategy = "initramfs"\nsource.busybox_url = "input"\ninit.none = true\nmappings.init = "/init"',
      'input',
      'plugin.cpio.gz',
    ],
    ['an init program', `${LOCAL_BUSYBOX}init.path = "input"`, 'input', 'plugin.cpio.gz'],
    ['an OCI layout', `${ROOTFS}source.image = "oci:input"`, 'input/index.json', 'input/input.img'],
  ])('refuses an output path that is %s and an input', async (_, config, output, instead) => {
    const files = output === 'input' ? { input: 'precious' } : { [output]: 'precious' };
    await expectError(pluginHere(config, files), {
      args: ['build', '--without-steps', '-o', output],
      code: 'usage',
      names: [`ROOT/plugin/${output}`, `--output ${instead}`],
    });
  });

  it("refuses an output in the directory of an image of skopeo's dir:", async () => {
    await expectError(pluginHere(`${ROOTFS}source.image = "dir:."`), {
      args: ['build', '--without-steps', '-o', 'new.img'],
      code: 'usage',
      names: ['ROOT/plugin/manifest.json', '--output'],
    });
  });

  it('refuses an output in the directory of a template that is called manifest.json', async () => {
    await expectError(pluginHere(configWith(), { 'manifest.json': '{"name": "mine"}' }), {
      args: ['build', '--without-steps', '-m', 'manifest.json'],
      code: 'usage',
      names: ['manifest.json', '--output'],
    });
  });

  it.each(['manifest.json', 'provenance.json', 'SHA256SUMS', 'web.cpio.gz'])(
    'never follows or replaces a link at the path of the output %s',
    async (name) => {
      const place = pluginHere(configWith());
      mkdirSync(join(place.plugin, 'dist'));
      symlinkSync('/dev/null', join(place.plugin, 'dist', name));
      await expectError(place, {
        args: ['build', '--without-steps', '-o', 'dist/web.cpio.gz'],
        code: 'output',
        names: [`ROOT/plugin/dist/${name}`, '--output'],
      });
    },
  );

  it.each(['plugin.cpio.gz', 'manifest.json'])('refuses the default output when %s is a directory', async (name) => {
    const place = pluginHere(configWith());
    mkdirSync(join(place.root, 'elsewhere', name), { recursive: true });
    await expectError(place, {
      args: ['build', '--without-steps', '-c', '../plugin'],
      cwd: join(place.root, 'elsewhere'),
      code: 'output',
      names: [`ROOT/elsewhere/${name}`, '--output'],
    });
  });
});

describe('a directory for temporary files', () => {
  it('refuses a TMPDIR that is missing', async () => {
    await expectError(pluginHere(configWith()), {
      env: { TMPDIR: '/nowhere/at all' },
      code: 'output',
      names: ['/nowhere/at all', 'TMPDIR'],
    });
  });
});

describe('a cache directory', () => {
  const agent = fakeElf();

  async function agentConfig(): Promise<string> {
    const server = await serveHttp({ '/kestrel': bytes(agent) });
    onTestFinished(() => server[Symbol.asyncDispose]());
    return `${LOCAL_BUSYBOX}[agent]\nsource_strategy = "http"\nurl = "${server.origin}/kestrel"\n`;
  }

  it('refuses a cache directory that is a file', async () => {
    const place = pluginHere(await agentConfig());
    await expectError(place, {
      env: { FLEDGE_CACHE_DIR: join(place.plugin, 'init') },
      code: 'output',
      names: ['kestrel', 'ROOT/plugin/init', 'FLEDGE_CACHE_DIR'],
    });
  });

  it('a build without downloads does not need a writable cache directory', async () => {
    const place = pluginHere(configWith());
    expect(await expectBuild(place, [], { env: { FLEDGE_CACHE_DIR: '/proc/nowhere' } })).toEqual([NO_PROGRAM]);
    expect(readdirSync(place.temporary)).toEqual([]);
    expect(readFileSync(join(place.plugin, 'SHA256SUMS'), 'utf8')).toMatch(/^[0-9a-f]{64} {2}plugin\.cpio\.gz\n/);
  });
});

// test/unit/output-path.test.ts has other names.
describe('the name of the artifact', () => {
  it('warns of an artifact name that suggests another type', async () => {
    const [warning, ...others] = await expectBuild(pluginHere(configWith()), ['-o', 'X.EXT4']);
    for (const fact of ['cpio.gz', ' X.EXT4 ', 'ext4', '--output plugin.cpio.gz']) expect(warning).toContain(fact);
    expect(others).toEqual([NO_PROGRAM]);
  });

  it('accepts an artifact name with an unknown suffix', async () => {
    expect(await expectBuild(pluginHere(configWith()), ['-o', 'x.bin'])).toEqual([NO_PROGRAM]);
  });
});

it('does not fetch the default busybox for a platform that it does not support', async () => {
  const config = configWith().replace('source.busybox_url = "/bin/busybox"', '#');
  await expectError(pluginHere(config), {
    args: ['build', '--without-steps', '--platform', 'linux/arm64'],
    env: { HTTPS_PROXY: 'http://127.0.0.1:1' },
    code: 'input',
    names: ['busybox', 'linux/amd64', 'linux/arm64', 'busybox_url'],
  });
});
