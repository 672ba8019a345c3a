import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TestLayout } from '../helpers/image/oci-image.ts';
import { rootfsConfig } from '../helpers/image/rootfs-plugin.ts';
import { tarOf } from '../helpers/image/tar.ts';
import { type Workspace, workspace } from '../helpers/process/cli.ts';

const INITRAMFS = `version = "1"
strategy = "initramfs"
source.busybox_url = "/bin/busybox"
init.none = true
[mappings]
"init" = "/init"
`;

const plugin = (directory: string, config = INITRAMFS) => ({
  [`${directory}/fledge.toml`]: config,
  [`${directory}/init`]: '#!/bin/sh\n',
});

/** A repository with plugins of both strategies whose names are from every possible place. */
function monorepo(): Workspace {
  const place = workspace({
    ...plugin('plugins/web'),
    ...plugin('plugins/Äpi Server'),
    ...plugin('plugins/named'),
    'plugins/named/manifest.toml': 'name = "The Name"\n',
    ...plugin('plugins/json'),
    'plugins/json/manifest.toml': 'name = "overruled"\n',
    'plugins/images/fledge.toml': rootfsConfig('oci:../../App.Image.tar:v1'),
  });
  const layout = new TestLayout(join(place.plugin, 'App.Image.tar'));
  layout.write({ v1: layout.addImage({ layers: [{ tar: tarOf([{ name: 'etc/', type: '5' }]) }] }) });
  return place;
}

describe('fledge plan', () => {
  it('plan lists the plugins of a repository', async () => {
    const place = monorepo();
    const platform = ['--platform', 'linux/arm64'];
    expect(await place.run(['plan', ...platform])).toEqual({
      status: 0,
      signal: null,
      stdout: `CONFIG                          NAME        STRATEGY    PLATFORM
plugins/images/fledge.toml      app.image   oci_rootfs  linux/arm64
plugins/json/fledge.toml        overruled   initramfs   linux/arm64
plugins/named/fledge.toml       The Name    initramfs   linux/arm64
plugins/web/fledge.toml         web         initramfs   linux/arm64
plugins/Äpi Server/fledge.toml  api-server  initramfs   linux/arm64
`,
      stderr: '',
    });
  });

  it('plan uses the names of the manifests and of the artifacts that builds use', async () => {
    const place = monorepo();
    const { stdout } = await place.run(['plan', '--json']);
    const { builds }: { builds: { config: string; name: string; artifact: string; directory: string }[] } =
      JSON.parse(stdout);
    expect(builds.map(({ name, directory, artifact }) => [name, directory, artifact])).toEqual([
      ['app.image', 'app.image', 'app.image.img'],
      ['overruled', 'overruled', 'plugin.cpio.gz'],
      ['The Name', 'the-name', 'plugin.cpio.gz'],
      ['web', 'web', 'plugin.cpio.gz'],
      ['api-server', 'api-server', 'plugin.cpio.gz'],
    ]);
    for (const { config, name, artifact } of builds) {
      // All of them are written to the same directory.
      const args = ['build', '--without-steps', '-c', config, '--json', '--platform', 'linux/amd64', '--force'];
      const built = await place.run(args);
      expect(JSON.parse(built.stdout)).toMatchObject({ name, artifact: { path: join(place.plugin, artifact) } });
      expect(JSON.parse(readFileSync(join(place.plugin, 'manifest.json'), 'utf8'))).toMatchObject({ name });
    }
  });

  it('plan prints a matrix with every plugin for every platform', async () => {
    const place = workspace({ ...plugin('web'), ...plugin('api'), ...plugin('old') });
    const platforms = ['linux/arm64', 'linux/amd64', 'linux/arm64'].flatMap((name) => ['--platform', name]);
    const { status, stdout } = await place.run(['plan', ...platforms, '*', '!old', '--json']);
    expect(status).toBe(0);
    const entry = (name: string) => ({ config: `${name}/fledge.toml`, name, strategy: 'initramfs' });
    const build = (name: string) => ({ ...entry(name), directory: name, artifact: 'plugin.cpio.gz' });
    const arm = { platform: 'linux/arm64', runner: 'ubuntu-24.04-arm' };
    const amd = { platform: 'linux/amd64', runner: 'ubuntu-24.04' };
    expect(JSON.parse(stdout)).toEqual({
      builds: [build('api'), build('web')],
      matrix: {
        include: [
          { ...entry('api'), ...arm },
          { ...entry('api'), ...amd },
          { ...entry('web'), ...arm },
          { ...entry('web'), ...amd },
        ],
      },
    });
  });

  it('plan finds the manifest template of each plugin where --manifest names it', async () => {
    const place = workspace({
      ...plugin('web'),
      'web/volant/manifest.json': '{"name": "from-json"}',
      'web/manifest.toml': 'name = "beside"\n',
    });
    const { stdout } = await place.run(['plan', '--json', '-m', 'volant/manifest.json', 'web']);
    expect(JSON.parse(stdout)).toMatchObject({ builds: [{ name: 'from-json' }] });
    expect(await place.run(['plan', '-m', 'nowhere.toml', 'web'])).toMatchObject({
      status: 2,
      stderr: 'error: there is no manifest template web/nowhere.toml\n',
    });
  });

  it('plan reports all problems of all files at once', async () => {
    const place = workspace({
      'a/fledge.toml': 'version = "1"\nstrategy = "initram"\n',
      'b/fledge.toml': 'version = 1\n',
      ...plugin('c'),
      'c/manifest.toml': 'nam = "c"\n',
      ...plugin('d/same'),
      ...plugin('e/same'),
      ...plugin('f'),
      'f/manifest.toml': 'name = "Same!"\n',
    });
    expect(await place.run(['plan'])).toEqual({
      status: 2,
      signal: null,
      stdout: '',
      stderr: `error: a/fledge.toml:2:1: strategy: expected "initramfs" or "oci_rootfs", found "initram"; did you mean "initramfs"?
b/fledge.toml:1:1: version: expected "1", found an integer; did you mean "1"?
b/fledge.toml:1:1: strategy: missing; expected "initramfs" or "oci_rootfs"
c/manifest.toml:1:1: nam: has no place in Volant's plugin manifest; did you mean "name"?
3 plugins have the same name, "same" and "Same!": d/same/fledge.toml, e/same/fledge.toml, f/fledge.toml
  fix: give each a unique name, with name = "…" in a manifest.toml beside its fledge.toml
`,
    });
  });

  it('plan names paths that it cannot find', async () => {
    const place = workspace(plugin('web'));
    expect(await place.run(['plan', 'web', 'api', 'plugins/*'])).toEqual({
      status: 2,
      signal: null,
      stdout: '',
      stderr: 'error: there is no file or directory "api"\nno fledge.toml matches "plugins/*"\n',
    });
    expect(await place.run(['plan', '--platform', 'windows/amd64'])).toMatchObject({
      status: 2,
      stderr: `error: option '--platform <platform>' argument 'windows/amd64' is invalid. Allowed choices are linux/amd64, linux/arm64.
(run fledge plan --help for usage)
`,
    });
  });

  it('plan escapes names so that none looks like another line', async () => {
    const place = workspace(plugin('new\nline\x1b[31m'));
    const { stdout } = await place.run(['plan', '--platform', 'linux/amd64', 'new\nline\x1b[31m']);
    expect(stdout).toBe(`CONFIG                           NAME          STRATEGY   PLATFORM
new\\nline\\u001b[31m/fledge.toml  new-line-31m  initramfs  linux/amd64
`);
  });
});
