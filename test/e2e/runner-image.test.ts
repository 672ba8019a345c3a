import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { expectBuild } from '../helpers/bad-input.ts';
import { fakeElf } from '../helpers/elf.ts';
import { comparableEntries, freeSpace, listImage } from '../helpers/filesystem/mounted-image.ts';
import { LOWER, MIDDLE, ROOT, SPARSE_BYTES, UPPER } from '../helpers/image/everything-image.ts';
import { TestLayout } from '../helpers/image/oci-image.ts';
import { rootfsConfig } from '../helpers/image/rootfs-plugin.ts';
import {
  buildRunnerImage,
  type ContainerEngine,
  containerEngine,
  RUNNER_IMAGE_TIMEOUT_MS,
  runContainer,
} from '../helpers/image/runner-image.ts';
import { type TarMember, tarOf } from '../helpers/image/tar.ts';
import { unpackWithUmoci } from '../helpers/image/umoci.ts';
import { agreed } from '../helpers/image/umoci-rules.ts';
import { type Workspace, workspace } from '../helpers/process/cli.ts';

const MEBIBYTE = 1024 * 1024;
const TEST_TIMEOUT_MS = 240_000;

const FILESYSTEMS = ['ext4', 'xfs', 'btrfs'] as const;
type Type = (typeof FILESYSTEMS)[number];

/** Paths that xfs cannot hold; another test covers them. */
const TOO_MUCH_FOR_XFS = new Set(['srv/long link', 'dev/large']);

function layersFor(type: Type): TarMember[][] {
  return [LOWER.filter(({ name }) => type !== 'xfs' || !TOO_MUCH_FOR_XFS.has(name)), MIDDLE, UPPER];
}

/** A plugin in a directory that every user may write to. */
function plugin(type: Type, layers: readonly (readonly TarMember[])[], sizeBufferMb = 10): Workspace {
  const config = rootfsConfig('oci:layout:image', {
    filesystem: [`type = "${type}"`, `size_buffer_mb = ${sizeBufferMb}`],
  });
  const place = openWorkspace({ 'fledge.toml': config });
  const layout = new TestLayout(join(place.plugin, 'layout'));
  const image = layout.addImage({
    layers: layers.map((members) => ({ tar: tarOf(members) })),
    run: { Entrypoint: ['/usr/bin/tool'] },
  });
  layout.write({ image });
  return place;
}

/** A workspace that is writable for the container's user. */
function openWorkspace(files: Readonly<Record<string, string | Uint8Array>>): Workspace {
  const place = workspace(files);
  for (const directory of [place.root, place.plugin]) chmodSync(directory, 0o777);
  return place;
}

interface BuildOptions {
  readonly platform?: string;
  readonly user?: string | undefined;
  /** Further options of docker. */
  readonly options?: readonly string[];
}

/** Builds a plugin in the container with the command of the README, and returns the path of the image. */
async function buildInContainer(engine: ContainerEngine, place: Workspace, build: BuildOptions = {}): Promise<string> {
  const { platform = 'linux/amd64', user, options = [] } = build;
  const name = `container-${user === undefined ? 'user' : 'root'}.img`;
  const output = await runContainer(engine, {
    options: [...(user === undefined ? [] : ['--user', user]), '-v', `${place.plugin}:/work`, ...options],
    args: ['build', '--platform', platform, '--output', name, '--json'],
  });
  expect(JSON.parse(output)).toMatchObject({ reproducible: { ok: true } });
  return join(place.plugin, name);
}

/** The space of a file on the disk, in bytes. */
function roomOf(path: string): number {
  return Number(execFileSync('du', ['--block-size=1', path], { encoding: 'utf8' }).split('\t')[0]);
}

function sha256(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

describe('the Kubernetes Job', () => {
  it('the Kubernetes Job has a config and a command line that fledge accepts and needs no privilege', async () => {
    const text = readFileSync(new URL('../../runner-image/job.yaml', import.meta.url), 'utf8');
    const [config, , job] = parseAllDocuments(text).map((document) => document.toJS() as unknown);
    const { data } = config as { data: Record<string, string> };
    const place = workspace(data);
    expect(await place.run(['validate'])).toMatchObject({ status: 0, stderr: '' });
    const { spec } = job as KubernetesJob;
    const [container] = spec.template.spec.containers;
    expect(container?.args).toEqual(['build', '--config', '/config', '--output', '/plugins/nginx.img']);
    expect(container?.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
    expect(spec.template.spec.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 1000 });
  });
});

interface KubernetesJob {
  readonly spec: {
    readonly template: {
      readonly spec: {
        readonly securityContext: unknown;
        readonly containers: readonly { readonly args: unknown; readonly securityContext: unknown }[];
      };
    };
  };
}

describe('the runner image', { timeout: TEST_TIMEOUT_MS }, () => {
  beforeAll(async () => {
    await buildRunnerImage();
  }, RUNNER_IMAGE_TIMEOUT_MS);

  it('the runner image has the tools that builds need and lists their versions', async () => {
    const engine = await containerEngine();
    const shell = (script: string): Promise<string> =>
      runContainer(engine, { options: ['--entrypoint', '/bin/sh'], args: ['-c', script] });
    expect(await shell('id -u; cd ~ && touch here && rm here')).toBe('1000\n');
    const list = await shell('cat /usr/share/fledge/packages.txt');
    expect(await shell('sh /usr/share/fledge/list-packages.sh')).toBe(list);
    const packages = new Map(list.split('\n').map((line) => [line.split(/[ :]/)[0], line]));
    for (const name of ['skopeo', 'umoci', 'gcc', 'e2fsprogs', 'squashfs-tools', 'xfsprogs', 'btrfs-progs', 'nodejs']) {
      expect(packages.get(name)).toMatch(/^\S+ \S+ (?:amd64|all)$/);
    }
    expect(await runContainer(engine, { args: ['version'] })).toMatch(/^fledge \d/);
    expect(await shell('ls /usr/share/man /usr/share/locale /var/lib/apt/lists /var/cache')).toMatch(
      /^(?:\/\S+:\n*)*$/,
    );
  });

  it.each(FILESYSTEMS)(
    'makes the same %s image with every kind of entry for every user, equal to what umoci unpacks',
    async (type) => {
      const engine = await containerEngine();
      const layers = layersFor(type);
      const place = plugin(type, layers);
      const start = Math.floor(Date.now() / 1000);
      const [first = '', second = ''] = [
        await buildInContainer(engine, place),
        // Other limits, another TMPDIR, another umask, fewer processors.
        await buildInContainer(engine, place, {
          user: '0:0',
          options: ['-e', 'TMPDIR=/dev/shm', '-e', 'TZ=Asia/Tokyo'],
        }),
      ];
      expect(sha256(second)).toBe(sha256(first));
      if (type === 'ext4') {
        await expectBuild(place, ['--platform', 'linux/amd64', '-o', join(place.plugin, 'host.img')]);
        expect(sha256(join(place.plugin, 'host.img'))).toBe(sha256(first));
      }
      const found = listImage(first);
      const unpacked = unpackWithUmoci(join(place.plugin, 'layout'), 'image', join(place.root, 'umoci'));
      const known = new Set(unpacked.map(({ path }) => path));
      const judged = agreed(
        { ours: comparableEntries(found, known), theirs: comparableEntries(unpacked, known) },
        start,
      );
      expect(judged.ours).toEqual(judged.theirs);
      expect(found.filter(({ path }) => !known.has(path)).map(({ path }) => path)).toEqual(
        type === 'ext4' ? ['etc/fsify-entrypoint', 'lost+found'] : ['etc/fsify-entrypoint'],
      );
      const sparse = found.find(({ path }) => path === 'var/sparse');
      expect(sparse).toMatchObject({ size: SPARSE_BYTES });
    },
  );

  it.each(['xfs', 'btrfs'] as const)('gives %s the requested free space', async (type) => {
    const engine = await containerEngine();
    const data = Buffer.alloc(200 * MEBIBYTE, 'not nothing');
    for (const sizeBufferMb of [0, 500]) {
      const place = plugin(type, [[ROOT, { name: 'data', data }]], sizeBufferMb);
      const image = await buildInContainer(engine, place);
      const { available, written } = freeSpace(image);
      const wanted = sizeBufferMb * MEBIBYTE;
      expect(available).toBeGreaterThanOrEqual(wanted);
      // Its bitmap uses a part of the free space.
      expect(written).toBeGreaterThanOrEqual(wanted * 0.998);
      const { size } = statSync(image);
      if (type === 'xfs' && size === 300 * MEBIBYTE) continue;
      const slack = 0.02 * size + 8 * MEBIBYTE;
      // mkfs.btrfs leaves at least this much free (docs/filesystems.md).
      const least = type === 'xfs' ? 0 : (data.length * 3) / 7;
      expect(available).toBeLessThanOrEqual(Math.max(wanted, least) + slack);
    }
  });

  it.each(['xfs', 'btrfs'] as const)(
    'preallocate allocates all space of %s on the disk and gives the same bytes',
    async (type) => {
      const engine = await containerEngine();
      const place = plugin(type, [[ROOT, { name: 'data', data: 'not much\n' }]], 200);
      const file = join(place.plugin, 'fledge.toml');
      const config = readFileSync(file, 'utf8');
      const sparse = await buildInContainer(engine, place);
      const { size } = statSync(sparse);
      const [digest, taken] = [sha256(sparse), roomOf(sparse)];
      writeFileSync(file, config.replace('[filesystem]\n', '[filesystem]\npreallocate = true\n'));
      const full = await buildInContainer(engine, place);
      expect(sha256(full)).toBe(digest);
      expect(roomOf(full)).toBeGreaterThanOrEqual(size);
      // mkfs.xfs writes zeros over its whole log, 64 MiB.
      expect(taken).toBeLessThan(size / 4);
    },
  );

  it('makes an initramfs with the same bytes as the host', async () => {
    const engine = await containerEngine();
    const place = openWorkspace({
      'fledge.toml': `version = "1"
strategy = "initramfs"
source.busybox_url = "busybox"
init.none = true
[mappings]
"init" = "/init"
"tool" = "/bin/tool"
`,
      busybox: readFileSync('/bin/busybox'),
      init: '#!/bin/sh\n',
      tool: '#!/bin/sh\n',
    });
    const inContainer = await buildInContainer(engine, place);
    const list = await runContainer(engine, {
      options: ['--entrypoint', '/bin/sh'],
      args: ['-c', 'sha256sum </usr/share/fledge/packages.txt'],
    });
    expect(JSON.parse(readFileSync(join(place.plugin, 'provenance.json'), 'utf8'))).toMatchObject({
      predicate: {
        runDetails: {
          builder: { builderDependencies: [{ name: 'toolchain', digest: { sha256: list.slice(0, 64) } }] },
        },
      },
    });
    await expectBuild(place, ['--platform', 'linux/amd64', '-o', join(place.plugin, 'host.img')]);
    expect(sha256(join(place.plugin, 'host.img'))).toBe(sha256(inContainer));
  });

  it.each([
    ['linux/amd64', 62],
    ['linux/arm64', 183],
  ] as const)('compiles the C init for %s', async (platform, machine) => {
    const engine = await containerEngine();
    const place = openWorkspace({
      'fledge.toml': `version = "1"
strategy = "initramfs"
source.busybox_url = "busybox"
init.compile = true
[agent]
source_strategy = "local"
path = "kestrel"
`,
      // A list of applets in a program for this machine, which is never run.
      busybox: fakeElf({ machine, payload: readFileSync('/bin/busybox') }),
      kestrel: fakeElf({ machine }),
    });
    const artifact = await buildInContainer(engine, place, { platform });
    const listed = execFileSync('sh', ['-c', 'zcat <"$1" | cpio --quiet -it init', 'sh', artifact], {
      encoding: 'utf8',
    });
    expect(listed).toBe('init\n');
  });
});
