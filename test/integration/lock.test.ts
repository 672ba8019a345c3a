import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectBuild, expectRefusal, linesOf } from '../helpers/bad-input.ts';
import { workspaceHere } from '../helpers/here.ts';
import { rootfsConfig } from '../helpers/image/rootfs-plugin.ts';
import {
  agentOf,
  buildFor,
  downloadedPlugin,
  envOf,
  lock,
  lockFile,
  serve,
  sha256,
  world,
} from '../helpers/locked-plugin.ts';
import { bytes, status } from '../helpers/net/http-server.ts';
import type { Workspace } from '../helpers/process/cli.ts';
import { testDirectory } from '../helpers/scratch.ts';

/*
 * `fledge lock` and `fledge build --locked`: between the two, tags and releases move; the built files stay the same.
 * test/e2e/lock.test.ts runs the bundle.
 */

const HEADER =
  '# What fledge.toml leaves open, as `fledge lock` found it. Commit this file with fledge.toml, and do not edit it.';
const BUSYBOX = readFileSync('/bin/busybox');
const FIX = 'update it with fledge lock';
const REPLACED = '  fix: find out why it was changed; then run fledge lock to pin the current one';

async function buildBoth(place: Workspace, env: Readonly<Record<string, string>>, ...args: string[]) {
  return [await buildFor('linux/amd64', place, env, ...args), await buildFor('linux/arm64', place, env, ...args)];
}

describe('pinned inputs', () => {
  it('builds the pinned image and agent for both platforms after tag and release have moved, with and without a cache', async () => {
    const here = await world(workspaceHere());
    const { place, image, github } = here;
    const env = envOf(here);
    const digest = await here.move('1');
    const first = await buildBoth(place, env);

    const pins = [
      `  ${image}  ${digest}`,
      '  kestrel latest  v1',
      `  kestrel for linux/amd64  sha256:${sha256(agentOf('linux/amd64', '1'))}`,
      `  kestrel for linux/arm64  sha256:${sha256(agentOf('linux/arm64', '1'))}`,
    ];
    expect(await lock(place, env)).toBe(`fledge.lock: written\n${pins.join('\n')}\n`);
    const downloads = `${github.serverUrl}/volantvm/volant/releases/download/v1`;
    expect(lockFile(place)).toBe(`${HEADER}
version = "1"

[image]
name = "${image}"
digest = "${digest}"

[agent_release]
version = "latest"
tag = "v1"

[agent_release."linux/amd64"]
url = "${downloads}/kestrel"
sha256 = "${sha256(agentOf('linux/amd64', '1'))}"

[agent_release."linux/arm64"]
url = "${downloads}/kestrel-arm64"
sha256 = "${sha256(agentOf('linux/arm64', '1'))}"
`);

    const moved = await here.move('2');
    expect(await buildBoth(place, env)).toEqual(first);
    expect(await buildBoth(place, env, '--locked')).toEqual(first);
    const anew = { ...env, FLEDGE_CACHE_DIR: testDirectory() };
    expect(await buildBoth(place, anew, '--locked')).toEqual(first);

    const was = (line: string): string => `(was ${line.split('  ').at(-1)})`;
    expect(await lock(place, env)).toBe(`fledge.lock: written
  ${image}  ${moved} ${was(pins[0] ?? '')}
  kestrel latest  v2 (was v1)
  kestrel for linux/amd64  sha256:${sha256(agentOf('linux/amd64', '2'))} ${was(pins[2] ?? '')}
  kestrel for linux/arm64  sha256:${sha256(agentOf('linux/arm64', '2'))} ${was(pins[3] ?? '')}
`);
    const second = await buildBoth(place, env, '--locked');
    expect(second[0]).not.toEqual(first[0]);
    expect(second[1]).not.toEqual(first[1]);
  });

  it('builds a pinned image from the cache without a network', async () => {
    const here = await world(workspaceHere());
    await here.move('1');
    await lock(here.place, envOf(here));
    const first = await buildBoth(here.place, envOf(here), '--locked');
    const asked = here.github.requests.length + here.registry.requests.length;
    here.registry.intercept = (_, response) => response.destroy() !== undefined;
    expect(await buildBoth(here.place, envOf(here), '--locked')).toEqual(first);
    expect(here.github.requests.length + here.registry.requests.length).toBe(asked);
  });

  it('does not look for a pinned image in the Docker daemon', async () => {
    const here = await world(workspaceHere());
    await here.move('1');
    const daemon = await serve({});
    const env = envOf(here, { DOCKER_HOST: daemon.origin.replace('http:', 'tcp:') });
    await lock(here.place, env);
    await buildFor('linux/amd64', here.place, env, '--locked');
    expect(daemon.requests).toEqual([]);
  });
});

describe('inputs that no longer match the lock file', () => {
  it('refuses an asset that was replaced in its release', async () => {
    const here = await world(workspaceHere());
    await here.move('1');
    await lock(here.place, envOf(here));
    const replaced = agentOf('linux/amd64', 'replaced');
    const [release] = here.github.releases;
    if (release === undefined) throw new Error('there is no release');
    release.assets.splice(0, 1);
    here.github.addAsset(release, { name: 'kestrel', content: replaced });
    await expectRefusal(here.place, {
      args: ['build', '--without-steps', '--platform', 'linux/amd64'],
      env: envOf(here, { FLEDGE_CACHE_DIR: testDirectory() }),
      status: 1,
      stderr: [
        `error: cannot use kestrel of release v1: its SHA-256 is ${sha256(replaced)}, and fledge.lock pins ${sha256(agentOf('linux/amd64', '1'))}`,
        REPLACED,
      ],
    });
  });

  it('reports a pinned image that the registry has removed', async () => {
    const here = await world(workspaceHere());
    const digest = await here.move('1');
    await lock(here.place, envOf(here));
    here.registry.intercept = (request, response) => {
      if (request.url?.endsWith(`/manifests/${digest}`) !== true) return false;
      const errors = [{ code: 'MANIFEST_UNKNOWN', message: 'manifest unknown' }];
      response.writeHead(404, { 'content-type': 'application/json' }).end(JSON.stringify({ errors }));
      return true;
    };
    const { status: code, stderr } = await here.place.run(['build', '--without-steps', '--platform', 'linux/amd64'], {
      env: envOf(here, { FLEDGE_CACHE_DIR: testDirectory() }),
    });
    const lines = linesOf(here.place, stderr);
    expect({ code, lines }).toEqual({
      code: 1,
      lines: [
        expect.stringMatching(
          `^error: cannot fetch the image ${here.image} as fledge.lock pins it, ${digest}: the image no longer exists: .*manifest unknown`,
        ),
        '  fix: run fledge lock to pin the current image: the registry may have removed the pinned one',
      ],
    });
  });
});

describe('--locked', () => {
  it('--locked turns warnings about open inputs into errors', async () => {
    const server = await serve({ '/busybox': bytes(BUSYBOX), '/kestrel': bytes(agentOf('linux/amd64', '1')) });
    const place = workspaceHere(downloadedPlugin(server.origin));
    await lock(place, {});
    writeFileSync(join(place.plugin, 'fledge.lock'), lockFile(place).replace(/\n\[busybox\][^[]*/, '\n'));
    const missing = `fledge.lock:1:1: busybox: missing; fledge.toml names "${server.origin}/busybox"`;
    await expectRefusal(place, {
      args: ['build', '--without-steps', '--locked'],
      status: 2,
      stderr: [`error: ${missing}`, `  fix: ${FIX}`],
    });
    expect((await expectBuild(place, ['--platform', 'linux/amd64']))[0]).toBe(
      `warning: ${missing}; to pin it, run fledge lock`,
    );
  });

  it('--locked requires an agent for the platform in the pinned release', async () => {
    const here = await world(workspaceHere());
    await here.move('1');
    here.github.releases[0]?.assets.splice(1, 1);
    const env = envOf(here);
    await lock(here.place, env);
    await expectRefusal(here.place, {
      args: ['build', '--without-steps', '--locked', '--platform', 'linux/arm64'],
      env,
      status: 2,
      stderr: [
        'error: fledge.lock:8:1: agent_release."linux/arm64": missing; release v1 had no kestrel for linux/arm64 when it was pinned',
        `  fix: ${FIX}`,
      ],
    });
    await buildFor('linux/amd64', here.place, env, '--locked');
  });

  it.each(['docker-daemon:app:v1', 'containers-storage:app:v1'])('--locked refuses the unpinned %s', async (image) => {
    const place = workspaceHere({ 'fledge.toml': rootfsConfig(image) });
    const result = await place.run(['lock', '--without-steps']);
    expect(result).toMatchObject({ status: 0, stdout: 'fledge.lock: written; there is nothing to pin\n' });
    expect(result.stderr).toBe(
      `warning: ${image} refers to a local image by tag, which cannot be pinned; refer to it by digest\n`,
    );
    await expectRefusal(place, {
      args: ['build', '--without-steps', '--locked'],
      status: 2,
      stderr: [
        `error: fledge.toml:4:1: source.image: ${image} refers to a local image by tag, which cannot be pinned; --locked needs an image of a registry, or a digest`,
      ],
    });
  });
});

describe('a lock file', () => {
  it('build and validate refuse a lock file of another fledge.toml', async () => {
    const here = await world(workspaceHere());
    await here.move('1');
    const { place, image } = here;
    await lock(place, envOf(here));
    const agent = ['source_strategy = "none"'];
    writeFileSync(join(place.plugin, 'fledge.toml'), rootfsConfig(`${image}-slim`, { agent }));
    const stderr = [
      `error: fledge.lock:5:1: image.name: pins "${image}", but fledge.toml names "${image}-slim"`,
      'fledge.lock:9:1: agent_release.version: pins "latest", but fledge.toml does not use it',
      `  fix: ${FIX}`,
    ];
    for (const args of [['build', '--without-steps'], ['build', '--without-steps', '--locked'], ['validate']]) {
      await expectRefusal(place, { args, status: 2, stderr });
    }
  });

  it('refuses a damaged lock file, and fledge lock writes it anew', async () => {
    const here = await world(workspaceHere());
    await here.move('1');
    const { place } = here;
    await lock(place, envOf(here));
    const good = lockFile(place);
    writeFileSync(join(place.plugin, 'fledge.lock'), good.replace('digest = "sha256:', 'digest = "sha256:0'));
    const problem = 'fledge.lock:6:1: image.digest: must be "sha256:" and 64 lower-case hex digits';
    for (const args of [['build', '--without-steps'], ['validate']]) {
      await expectRefusal(place, {
        args,
        status: 2,
        stderr: [`error: ${problem}`, '  fix: restore it from version control, or write it again: fledge lock'],
      });
    }
    const { status: code, stderr } = await place.run(['lock', '--without-steps'], { env: envOf(here) });
    expect({ code, stderr }).toEqual({ code: 0, stderr: `warning: ${problem}; the file is written again\n` });
    expect(lockFile(place)).toBe(good);
  });

  it('validate checks the lock file as well', async () => {
    const here = await world(workspaceHere());
    await here.move('1');
    await lock(here.place, envOf(here));
    expect(await here.place.run(['validate'])).toMatchObject({
      status: 0,
      stdout: 'fledge.toml and fledge.lock: valid (oci_rootfs)\n',
      stderr: '',
    });
  });

  it('fledge lock does not touch the lock file when nothing has changed or an input cannot be resolved', async () => {
    const here = await world(workspaceHere());
    const { place } = here;
    await here.move('1');
    await lock(place, envOf(here));
    const path = join(place.plugin, 'fledge.lock');
    const [text, { ino, mtimeMs }] = [lockFile(place), statSync(path)];
    expect(await lock(place, envOf(here))).toMatch(/^fledge\.lock: nothing has changed\n/);
    expect(statSync(path)).toMatchObject({ ino, mtimeMs });

    await here.move('2');
    here.github.faults.next('latest release', status(404));
    const failed = await place.run(['lock', '--without-steps'], { env: envOf(here) });
    expect(failed).toMatchObject({ status: 1, stdout: '' });
    expect(lockFile(place)).toBe(text);
    expect(statSync(path)).toMatchObject({ ino, mtimeMs });
  });

  it('fledge lock does not replace a path that is not a file', async () => {
    const place = workspaceHere({
      'fledge.toml':
        'version = "1"\nstrategy = "initramfs"\nsource.busybox_url = "/bin/busybox"\ninit.path = "/bin/busybox"\n',
      'fledge.lock/file': '',
    });
    const result = await place.run(['lock', '--without-steps']);
    expect(linesOf(place, result.stderr)).toEqual([
      'error: cannot read fledge.lock: it is not a regular file, but a directory',
    ]);
    expect(result.status).toBe(2);
  });

  it('build does not overwrite the lock file with an artifact', async () => {
    const place = workspaceHere({
      'fledge.toml':
        'version = "1"\nstrategy = "initramfs"\nsource.busybox_url = "/bin/busybox"\ninit.path = "/bin/busybox"\n',
    });
    await lock(place, {});
    await expectRefusal(place, {
      args: ['build', '--without-steps', '-o', 'fledge.lock'],
      status: 2,
      stderr: [
        'error: fledge.lock describes the plugin, and the build would overwrite it with the artifact',
        '  fix: write --output plugin.cpio.gz',
      ],
    });
  });
});
