import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { BuildRequest } from '../../src/recipe/build.ts';
import { buildInContainer, withoutNested } from '../../src/recipe/container/run.ts';
import { loadPlugin } from '../../src/recipe/plugin.ts';
import { FledgeError } from '../../src/support/errors.ts';
import { silentReporter } from '../../src/support/report/reporter.ts';
import { type ContainerEngine, containerArguments } from '../../src/tools/container-engine.ts';
import { expectBuild } from '../helpers/bad-input.ts';
import { TestLayout } from '../helpers/image/oci-image.ts';
import { rootfsConfig } from '../helpers/image/rootfs-plugin.ts';
import {
  buildRunnerImage,
  containerEngine,
  RUNNER_IMAGE_TAG,
  RUNNER_IMAGE_TIMEOUT_MS,
} from '../helpers/image/runner-image.ts';
import { tarOf } from '../helpers/image/tar.ts';
import { type Workspace, workspace } from '../helpers/process/cli.ts';

const DOCKER: ContainerEngine = { name: 'docker', path: '/usr/bin/docker' };

function plugin(type: string): Workspace {
  const place = workspace({
    'fledge.toml': rootfsConfig('oci:layout:image', { filesystem: [`type = "${type}"`] }),
  });
  const layout = new TestLayout(join(place.plugin, 'layout'));
  const tar = tarOf([
    { name: 'etc/', type: '5' },
    { name: 'etc/hostname', data: 'small\n', uid: 7, mtime: 1 },
  ]);
  layout.write({ image: layout.addImage({ layers: [{ tar }], run: { Entrypoint: ['/bin/tool'] } }) });
  return place;
}

async function requestFor(place: Workspace, env: BuildRequest['env'] = {}): Promise<BuildRequest> {
  return {
    plugin: await loadPlugin(place.plugin),
    output: join(place.plugin, 'app.img'),
    platform: 'linux/amd64',
    verify: 'fsck',
    locked: false,
    workers: 2,
    env: { FLEDGE_CACHE_DIR: place.cache, ...env },
    reporter: silentReporter,
  };
}

async function engineFor(env: Readonly<Record<string, string>> = {}) {
  const { directory, env: own } = await containerEngine();
  return { engine: { name: 'docker', path: join(directory, 'docker') } as const, env: { ...own, ...env } };
}

describe('a build in a container', { timeout: 240_000 }, () => {
  beforeAll(async () => {
    await buildRunnerImage();
  }, RUNNER_IMAGE_TIMEOUT_MS);

  it('a build in a container gives the same bytes as on this machine, with its paths, user and environment', async () => {
    const place = plugin('ext4');
    const { engine, env } = await engineFor({ SOURCE_DATE_EPOCH: '86400' });
    const options = { engine, image: RUNNER_IMAGE_TAG, workspace: place.plugin };
    const result = await buildInContainer(await requestFor(place, env), options);
    expect(result).toMatchObject({ strategy: 'oci_rootfs', artifact: { path: join(place.plugin, 'app.img') } });
    expect(sha256(result.artifact.path)).toBe(result.artifact.sha256);
    expect(statSync(result.artifact.path)).toMatchObject({ uid: process.getuid?.(), gid: process.getgid?.() });
    const sandbox = { SOURCE_DATE_EPOCH: '86400' };
    await expectBuild(place, ['--platform', 'linux/amd64', '--force', '-o', join(place.plugin, 'host.img')], {
      env: sandbox,
    });
    expect(sha256(join(place.plugin, 'host.img'))).toBe(result.artifact.sha256);
  });

  it('a build in a container makes file systems that this machine may not support', async () => {
    const place = plugin('btrfs');
    const { engine, env } = await engineFor();
    const options = { engine, image: RUNNER_IMAGE_TAG, workspace: place.plugin };
    const url = 'https://example.com/app.img';
    const request = { ...(await requestFor(place, env)), artifactUrl: () => url };
    const result = await buildInContainer(request, options);
    expect(result).toMatchObject({ artifact: { format: 'btrfs' }, reproducible: { expected: true, checked: false } });
    expect(JSON.parse(readFileSync(result.manifest.path, 'utf8'))).toMatchObject({ rootfs: { url } });
  });

  it('a build in a container fails like a build on this machine', async () => {
    const place = plugin('ext4');
    writeFileSync(join(place.plugin, 'fledge.toml'), rootfsConfig('oci:nothing:image'));
    const { engine, env } = await engineFor();
    const options = { engine, image: RUNNER_IMAGE_TAG, workspace: place.plugin };
    const failure = await buildInContainer(await requestFor(place, env), options).catch((error: unknown) => error);
    if (!(failure instanceof FledgeError)) throw failure;
    const { code, message, fix } = failure;
    expect({ code, message, fix }).toEqual({
      code: 'input',
      message: `oci:nothing:image: ${place.plugin}/nothing is not an OCI layout: there is no ${place.plugin}/nothing/oci-layout`,
      fix: 'check the path; a relative path starts at the directory of fledge.toml',
    });
    expect(existsSync(join(place.plugin, 'app.img'))).toBe(false);
  });
});

describe('the arguments of the container engine', () => {
  const container = {
    image: 'image',
    name: 'fledge-1',
    user: { uid: 1001, gid: 118 },
    groups: [999],
    mounts: [
      { source: '/work, "here"', access: 'write' },
      { source: '/home/me/.docker/config.json', target: '/home/fledge/.docker/config.json', access: 'read' },
    ],
    workingDirectory: '/work',
    passedVariables: ['SOURCE_DATE_EPOCH'],
    variables: { FLEDGE_CACHE_DIR: '/cache' },
    args: ['build'],
  } as const;

  it.each([
    [DOCKER, ['--user', '1001:118', '--group-add', '999']],
    // Groups of this machine have no number in the user namespace of rootless podman.
    [{ name: 'podman', path: '/usr/bin/podman' } as const, ['--userns', 'keep-id', '--group-add', 'keep-groups']],
  ])('the arguments of %j contain no secret and no privilege', (engine, user) => {
    expect(containerArguments(engine, container)).toEqual([
      ...['run', '--rm', '--init', '--name', 'fledge-1'],
      ...['--cap-drop', 'ALL', '--security-opt', 'no-new-privileges', ...user],
      ...['--mount', 'type=bind,"source=/work, ""here""","target=/work, ""here"""'],
      ...['--mount', 'type=bind,source=/home/me/.docker/config.json,target=/home/fledge/.docker/config.json,readonly'],
      ...['--workdir', '/work', '--env', 'SOURCE_DATE_EPOCH', '--env', 'FLEDGE_CACHE_DIR=/cache', 'image', 'build'],
    ]);
  });

  it('runs the container as root for root, also with podman, which then has no user namespace', () => {
    const args = containerArguments(
      { name: 'podman', path: '/usr/bin/podman' },
      { ...container, user: { uid: 0, gid: 0 } },
    );
    expect(args.slice(9, 11)).toEqual(['--user', '0:0']);
  });
});

it('mounts a path below another mount only if it needs more access', () => {
  const write = (source: string) => ({ source, access: 'write' }) as const;
  const read = (source: string) => ({ source, access: 'read' }) as const;
  const login = { source: '/w/login', target: '/login', access: 'read' } as const;
  expect(withoutNested([write('/w'), read('/w/a'), write('/w/b'), read('/wide'), write('/w'), login])).toEqual([
    write('/w'),
    read('/wide'),
    login,
  ]);
  expect(withoutNested([read('/w'), write('/w/b'), read('/w')])).toEqual([read('/w'), write('/w/b')]);
  expect(withoutNested([read('/w'), write('/w')])).toEqual([write('/w')]);
});

function sha256(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
