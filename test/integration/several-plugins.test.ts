import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { workspaceHere } from '../helpers/here.ts';
import type { Workspace } from '../helpers/process/cli.ts';

/* Commands for several plugins, in the test's own process. test/e2e/signals.test.ts stops such a build. */

const OUTPUTS = ['SHA256SUMS', 'manifest.json', 'plugin.cpio.gz', 'provenance.json'];

/** A fledge.toml whose only mapping is a file beside it. */
const CONFIG = `version = "1"
strategy = "initramfs"
source.busybox_url = "/bin/busybox"
init.none = true
mappings.app = "/init"
`;

/** A workspace with a plugin in each of these directories. */
function pluginsIn(...directories: readonly string[]): Workspace {
  const files = directories.flatMap((directory) => [
    [`${directory}/fledge.toml`, CONFIG],
    [`${directory}/app`, '#!/bin/sh\n'],
  ]);
  return workspaceHere(Object.fromEntries(files));
}

/** The result of a command as JSON, and its exit status. */
async function jsonOf(place: Workspace, ...args: readonly string[]) {
  const { status, stdout, stderr } = await place.run([...args, '--json']);
  return { status, stderr, result: JSON.parse(stdout) };
}

function filesIn(place: Workspace, directory: string): readonly string[] {
  const path = join(place.plugin, directory);
  return existsSync(path) ? readdirSync(path).sort() : [];
}

function manifestIn(place: Workspace, directory: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(place.plugin, directory, 'manifest.json'), 'utf8'));
}

describe('a build of several plugins', () => {
  it('writes each plugin that a pattern matches to a sub-folder with its name', async () => {
    const place = pluginsIn('plugins/web', 'plugins/api');
    const args = ['build', 'plugins/*', './plugins/web/fledge.toml', '--jobs', '2', '--url-base', '/srv/plugins/'];
    const { status, stderr, result } = await jsonOf(place, ...args);
    expect(status).toBe(0);
    expect(result.results).toMatchObject([
      { config: 'plugins/api/fledge.toml', name: 'api', reproducible: { expected: true, checked: false } },
      { config: 'plugins/web/fledge.toml', name: 'web', reproducible: { expected: true, checked: false } },
    ]);
    for (const name of ['api', 'web']) {
      expect(filesIn(place, `dist/${name}`)).toEqual(OUTPUTS);
      expect(manifestIn(place, `dist/${name}`)).toMatchObject({
        name,
        initramfs: { url: `/srv/plugins/${name}/plugin.cpio.gz` },
      });
      expect(stderr).toContain(`${name}: write plugin.cpio.gz\n`);
    }
  });

  it('completes the other builds if one fails, and names the failed one', async () => {
    const place = pluginsIn('web', 'api');
    rmSync(join(place.plugin, 'api/app'));
    const { status, stderr, result } = await jsonOf(place, 'build', 'web', 'api', '--output-dir', 'out', '--jobs', '1');
    expect(status).toBe(2);
    expect(result.results).toMatchObject([
      { config: 'api/fledge.toml', name: 'api', platform: expect.any(String), error: { code: 'config' } },
      { config: 'web/fledge.toml', name: 'web' },
    ]);
    expect(stderr).toContain('1 of 2 failed: api\n');
    expect(readdirSync(join(place.plugin, 'out'))).toEqual(['web']);
    expect(filesIn(place, 'out/web')).toEqual(OUTPUTS);
  });

  it('builds nothing if a config is broken, or if two plugins have the same name', async () => {
    const place = pluginsIn('a/web', 'b/web', 'api');
    writeFileSync(join(place.plugin, 'api/fledge.toml'), 'version = 1\n');
    const { status, result } = await jsonOf(place, 'build', '*', '*/*');
    expect(status).toBe(2);
    expect(result.error.problems).toMatchObject([{ file: 'api/fledge.toml' }, { file: 'api/fledge.toml' }]);
    expect(result.error.message).toContain('a/web/fledge.toml, b/web/fledge.toml');
    expect(existsSync(join(place.plugin, 'dist'))).toBe(false);
  });

  it('refuses --output for several artifacts, and accepts it for the only match of a pattern', async () => {
    const place = pluginsIn('web', 'api');
    for (const more of [['api'], ['--platform', 'amd64,arm64']]) {
      const { status, result } = await jsonOf(place, 'build', 'web', ...more, '-o', 'x.cpio.gz');
      expect({ status, code: result.error.code }).toEqual({ status: 2, code: 'usage' });
      expect(result.error.fix).toContain('--output-dir');
    }
    const { status, result } = await jsonOf(place, 'build', 'w*', '-o', 'x.cpio.gz');
    expect({ status, count: result.results.length }).toEqual({ status: 0, count: 1 });
    expect(existsSync(join(place.plugin, 'x.cpio.gz'))).toBe(true);
  });

  it('names the plugin in each line of a JSON log', async () => {
    const place = pluginsIn('web', 'api');
    const { stderr } = await place.run(['build', 'web', 'api', '--log-format=json']);
    const events = stderr.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
    const steps = events.filter(({ type, title }) => type === 'step' && title === 'write plugin.cpio.gz');
    expect(steps.map(({ plugin }) => plugin).sort()).toEqual(['api', 'web']);
  });

  it('maps no file of another build, so that a second run makes the same artifacts', async () => {
    const place = pluginsIn('.', 'api');
    writeFileSync(join(place.plugin, 'fledge.toml'), `${CONFIG}mappings."." = "/all"\n`);
    const digests = async (): Promise<unknown> => {
      const { result } = await jsonOf(place, 'build', '.', 'api', '--jobs', '2');
      return result.results.map(({ artifact }: { artifact: { sha256: string } }) => artifact.sha256);
    };
    expect(await digests()).toEqual(await digests());
  });
});

describe('an output directory', () => {
  it('is created for one plugin, whose files are directly in it', async () => {
    const place = pluginsIn('web');
    const { status, result } = await jsonOf(place, 'build', 'web', '--output-dir', 'new/dist');
    expect({ status, name: result.name }).toEqual({ status: 0, name: 'web' });
    expect(filesIn(place, 'new/dist')).toEqual(OUTPUTS);
  });

  it('is removed again if the build fails', async () => {
    const place = pluginsIn('web');
    rmSync(join(place.plugin, 'web/app'));
    const before = place.snapshot();
    const { status } = await jsonOf(place, 'build', 'web', '--output-dir', 'new/dist');
    expect(status).toBe(2);
    expect(place.snapshot()).toEqual(before);
  });

  it.each([
    ['the artifact of another plugin with the same file name', 'out/plugin.cpio.gz', '"web"'],
    ['another artifact', 'out/api.cpio.gz', 'plugin.cpio.gz'],
  ])('keeps %s, unless --force is given', async (_, output, named) => {
    const place = pluginsIn('web', 'api');
    expect((await jsonOf(place, 'build', 'web', '--output-dir', 'out')).status).toBe(0);
    const before = place.snapshot();
    for (const dry of [[], ['--dry-run']]) {
      const { status, result } = await jsonOf(place, 'build', 'api', '-o', output, ...dry);
      expect({ status, code: result.error.code }).toEqual({ status: 2, code: 'usage' });
      expect(result.error.message).toContain(named);
      expect(result.error.fix).toMatch(/--output-dir.*--force/);
    }
    expect(place.snapshot()).toEqual(before);
    expect((await jsonOf(place, 'build', 'api', '-o', output, '--force')).status).toBe(0);
    expect(manifestIn(place, 'out')).toMatchObject({ name: 'api' });
  });

  it('accepts another artifact after the first one was removed, and the same one again', async () => {
    const place = pluginsIn('web', 'api');
    for (const name of ['web', 'web', 'api']) {
      if (name === 'api') rmSync(join(place.plugin, 'out/plugin.cpio.gz'));
      expect((await jsonOf(place, 'build', name, '--output-dir', 'out')).status).toBe(0);
    }
  });
});

describe('a dry run', () => {
  it('prints what would be fetched and written, and writes nothing', async () => {
    const place = pluginsIn('web');
    const image = 'strategy = "oci_rootfs"\nsource.image = "nginx:alpine"\n';
    writeFileSync(join(place.plugin, 'web/fledge.toml'), `version = "1"\n${image}`);
    const before = place.snapshot();
    const { status, result } = await jsonOf(place, 'build', 'web', '--dry-run', '--platform', 'aarch64');
    expect(status).toBe(0);
    expect(result).toMatchObject({
      dryRun: true,
      platform: 'linux/arm64',
      fetches: [{ name: 'image', uri: 'docker://nginx:alpine' }, { name: 'kestrel' }],
      writes: [{ path: join(place.plugin, 'nginx.img'), replaces: false }, {}, {}, {}],
    });
    expect(place.snapshot()).toEqual(before);
  });

  it('has a directory for each plugin and platform', async () => {
    const place = pluginsIn('web', 'api');
    const before = place.snapshot();
    const args = ['build', 'web', 'api', '--platform', 'x86_64', '--platform', 'linux/arm64', '--dry-run'];
    const { result } = await jsonOf(place, ...args);
    const paths = result.results.map(({ artifact }: { artifact: { path: string } }) => artifact.path);
    expect(paths).toEqual(
      ['api/linux-amd64', 'api/linux-arm64', 'web/linux-amd64', 'web/linux-arm64'].map((directory) =>
        join(place.plugin, 'dist', directory, 'plugin.cpio.gz'),
      ),
    );
    const { result: one } = await jsonOf(place, 'build', 'web', '--platform', 'amd64,arm64', '--dry-run');
    expect(one.results[1].artifact.path).toBe(join(place.plugin, 'dist/linux-arm64/plugin.cpio.gz'));
    expect(place.snapshot()).toEqual(before);
  });

  it('refuses what a build refuses before it fetches', async () => {
    const place = pluginsIn('web');
    const missing = await jsonOf(place, 'build', 'web', '--dry-run', '-o', 'missing/x.cpio.gz');
    expect([missing.status, missing.result.error.code]).toEqual([1, 'output']);
    const unlocked = await jsonOf(place, 'build', 'web', '--dry-run', '--locked');
    expect([unlocked.status, unlocked.result.error.code]).toEqual([2, 'config']);
  });
});

describe('a validation of several plugins', () => {
  it('reports the valid ones, and the problems of all others', async () => {
    const place = pluginsIn('web', 'api', 'old');
    for (const name of ['api', 'old']) writeFileSync(join(place.plugin, name, 'fledge.toml'), 'version = 1\n');
    const { status, stderr, result } = await jsonOf(place, 'validate', '*');
    expect(status).toBe(2);
    expect(result.results).toMatchObject([
      { config: 'api/fledge.toml', error: { code: 'config' } },
      { config: 'old/fledge.toml', error: { code: 'config' } },
      { config: 'web/fledge.toml', valid: true, name: 'web' },
    ]);
    expect(stderr).toMatch(
      /api\/fledge\.toml:1:[\s\S]*old\/fledge\.toml:1:[\s\S]*2 of 3 failed: api\/fledge\.toml, old/,
    );
    expect((await jsonOf(place, 'validate', 'web')).result).toMatchObject({ valid: true, name: 'web' });
  });
});
