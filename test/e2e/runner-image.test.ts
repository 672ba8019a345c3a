import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modulesFor } from '../../src/boot/modules/modules.ts';
import { fakeElf } from '../helpers/elf.ts';
import { comparableEntries, freeSpace, listImage } from '../helpers/filesystem/mounted-image.ts';
import { artifactOf, buildAllInContainer, type ContainerBuild } from '../helpers/image/container-builds.ts';
import { LOWER, MIDDLE, ROOT, SPARSE_BYTES, UPPER } from '../helpers/image/everything-image.ts';
import { TestLayout } from '../helpers/image/oci-image.ts';
import { rootfsConfig } from '../helpers/image/rootfs-plugin.ts';
import { buildRunnerImage, containerEngine, RUNNER_IMAGE_TIMEOUT_MS } from '../helpers/image/runner-image.ts';
import { type TarMember, tarOf } from '../helpers/image/tar.ts';
import { unpackWithUmoci } from '../helpers/image/umoci.ts';
import { agreed } from '../helpers/image/umoci-rules.ts';
import { workspace } from '../helpers/process/cli.ts';
import { asRoot } from '../helpers/process/root.ts';

const MEBIBYTE = 1024 * 1024;
const TEST_TIMEOUT_MS = 240_000;

const FILESYSTEMS = ['ext4', 'xfs', 'btrfs'] as const;
type Type = (typeof FILESYSTEMS)[number];

/** Paths that xfs cannot hold; another test covers them. */
const TOO_MUCH_FOR_XFS = new Set(['srv/long link', 'dev/large']);

/** The data of the images whose free space is measured, in bytes. */
const DATA_BYTES = 120 * MEBIBYTE;
/** The requested free space in MiB, by file system. mkfs.xfs makes no image that is small enough for a request of 0. */
const FREE_SPACE: readonly (readonly [Type, number])[] = [
  ['xfs', 300],
  ['btrfs', 0],
  ['btrfs', 300],
];

const COMPILED = { 'linux/amd64': 62, 'linux/arm64': 183 } as const;

/** /work of the containers. */
let directory: string;
/** When the first build began, in seconds since 1970. */
let start: number;

function layersFor(type: Type): TarMember[][] {
  return [LOWER.filter(({ name }) => type !== 'xfs' || !TOO_MUCH_FOR_XFS.has(name)), MIDDLE, UPPER];
}

/** Writes a file that every user may read. Scripts are executable. */
function write(path: string, content: string | Uint8Array): void {
  const file = join(directory, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  chmodSync(file, content.toString().startsWith('#!') || typeof content !== 'string' ? 0o755 : 0o644);
}

/** Writes an image, `layout:image` in a directory. */
function writeLayout(place: string, layers: readonly (readonly TarMember[])[]): void {
  const layout = new TestLayout(join(directory, place, 'layout'));
  const image = layout.addImage({
    layers: layers.map((members) => ({ tar: tarOf(members) })),
    run: { Entrypoint: ['/usr/bin/tool'] },
  });
  layout.write({ image });
}

/** Writes a config for the image of a directory. */
function writeImageConfig(config: string, type: Type, ...filesystem: readonly string[]): void {
  write(config, rootfsConfig('oci:layout:image', { filesystem: [`type = "${type}"`, ...filesystem] }));
}

/** Writes all plugins, and returns their builds. */
function writePlugins(): ContainerBuild[] {
  const builds: ContainerBuild[] = [];
  for (const type of FILESYSTEMS) {
    mkdirSync(join(directory, type));
    writeLayout(type, layersFor(type));
    writeImageConfig(`${type}/fledge.toml`, type, 'size_buffer_mb = 10');
    builds.push({ name: type, config: `${type}/fledge.toml` });
  }

  mkdirSync(join(directory, 'data'));
  writeLayout('data', [[ROOT, { name: 'data', data: Buffer.alloc(DATA_BYTES, 'not nothing') }]]);
  for (const [type, free] of FREE_SPACE) {
    const name = `data-${type}-${free}`;
    writeImageConfig(`data/${name}.toml`, type, `size_buffer_mb = ${free}`);
    builds.push({ name, config: `data/${name}.toml` });
  }

  mkdirSync(join(directory, 'small'));
  writeLayout('small', [[ROOT, { name: 'data', data: 'not much\n' }]]);
  for (const type of ['xfs', 'btrfs'] as const) {
    for (const isFull of [false, true]) {
      const name = `small-${type}-${isFull ? 'full' : 'sparse'}`;
      writeImageConfig(`small/${name}.toml`, type, 'size_buffer_mb = 200', ...(isFull ? ['preallocate = true'] : []));
      builds.push({ name, config: `small/${name}.toml` });
    }
  }

  const busybox = readFileSync('/bin/busybox');
  write('initramfs/fledge.toml', INITRAMFS);
  write('initramfs/busybox', busybox);
  write('initramfs/init', '#!/bin/busybox sh\necho the guest is up\nexec /bin/busybox sleep 1000\n');
  write('initramfs/tool', '#!/bin/sh\n');
  builds.push({ name: 'initramfs', config: 'initramfs/fledge.toml' });

  for (const [platform, machine] of Object.entries(COMPILED)) {
    const name = initOf(platform);
    write(`${name}/fledge.toml`, COMPILED_INIT);
    // A list of applets in a program for this machine, which is never run.
    write(`${name}/busybox`, fakeElf({ machine, payload: busybox }));
    write(`${name}/kestrel`, fakeElf({ machine }));
    builds.push({ name, config: `${name}/fledge.toml`, platform });
  }
  return builds;
}

/** The name of the plugin whose init is compiled for a platform. */
function initOf(platform: string): string {
  return `init-${platform.replace('/', '-')}`;
}

const INITRAMFS = `version = "1"
strategy = "initramfs"
source.busybox_url = "busybox"
init.none = true
[mappings]
"init" = "/init"
"tool" = "/bin/tool"
`;

const COMPILED_INIT = `version = "1"
strategy = "initramfs"
source.busybox_url = "busybox"
init.compile = true
[agent]
source_strategy = "local"
path = "kestrel"
`;

/** The facts about the image that tests read, and a boot of the initramfs. */
const FACTS = [
  'id -u >out/user; (cd ~ && touch here && rm here) || echo "the home directory is read-only" >>out/user',
  'cp /usr/share/fledge/packages.txt out/packages.txt',
  'sh /usr/share/fledge/list-packages.sh >out/packages.now',
  'fledge version >out/version',
  'ls /usr/share/man /usr/share/locale /var/lib/apt/lists /var/cache >out/left',
  'cp -r /usr/lib/modules out/',
  "fledge boot out/initramfs/plugin.img --kernel /boot/vmlinuz --expect 'guest is up' --json >out/boot.json 2>out/boot.log",
];

/** A file that the container has written. */
function output(name: string): string {
  return readFileSync(join(directory, 'out', name), 'utf8');
}

/** Builds a plugin on this machine, and returns the path of its artifact. */
async function buildHere(config: string): Promise<string> {
  const place = workspace();
  const image = join(place.plugin, 'host.img');
  const args = ['build', '--config', join(directory, config), '--platform', 'linux/amd64', '--output', image];
  const result = await place.run(args);
  expect(result, result.stderr).toMatchObject({ status: 0 });
  return image;
}

/** The space of a file on the disk, in bytes. */
function roomOf(path: string): number {
  return Number(execFileSync('du', ['--block-size=1', path], { encoding: 'utf8' }).split('\t')[0]);
}

/** Expects two files to have the same bytes; `cmp` ends with an error otherwise. */
function expectSame(left: string, right: string): void {
  expect(execFileSync('cmp', [left, right], { encoding: 'utf8' })).toBe('');
}

describe('the runner image', { timeout: TEST_TIMEOUT_MS }, () => {
  beforeAll(async () => {
    await buildRunnerImage();
    directory = mkdtempSync(join(tmpdir(), 'fledge-container-'));
    mkdirSync(join(directory, 'out'));
    for (const path of [directory, join(directory, 'out')]) chmodSync(path, 0o777);
    const engine = await containerEngine(directory);
    const builds = writePlugins();
    start = Math.floor(Date.now() / 1000);
    await buildAllInContainer(engine, directory, { builds, afterwards: FACTS });
    // Other limits, another TMPDIR, another umask.
    await buildAllInContainer(engine, directory, {
      user: '0:0',
      options: ['-e', 'TMPDIR=/dev/shm', '-e', 'TZ=Asia/Tokyo'],
      builds: FILESYSTEMS.map((type) => ({ name: `root-${type}`, config: `${type}/fledge.toml` })),
    });
  }, RUNNER_IMAGE_TIMEOUT_MS);
  // Other users own a part of the files.
  afterAll(() => void asRoot('rm', ['-rf', '--', directory]));

  it('the runner image has the tools that builds and boots need and lists their versions', () => {
    expect(output('user')).toBe('1000\n');
    const list = output('packages.txt');
    expect(output('packages.now')).toBe(list);
    const packages = new Map(list.split('\n').map((line) => [line.split(/[ :]/)[0], line]));
    const needed = ['skopeo', 'umoci', 'gcc', 'e2fsprogs', 'squashfs-tools', 'xfsprogs', 'btrfs-progs', 'nodejs'];
    for (const name of [...needed, 'qemu-system-x86', 'xz-utils']) {
      expect(packages.get(name)).toMatch(/^\S+ \S+ (?:amd64|all)$/);
    }
    expect(output('version')).toMatch(/^fledge \d/);
    expect(output('left')).toMatch(/^(?:\/\S+:\n*)*$/);
  });

  it.each(FILESYSTEMS)(
    'makes the same %s image with every kind of entry for every user, equal to what umoci unpacks',
    async (type) => {
      const image = artifactOf(directory, type);
      expectSame(artifactOf(directory, `root-${type}`), image);
      if (type === 'ext4') expectSame(await buildHere('ext4/fledge.toml'), image);
      const found = listImage(image);
      const unpacked = unpackWithUmoci(join(directory, type, 'layout'), 'image', join(directory, type, 'umoci'));
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

  it.each(FREE_SPACE)('gives %s the requested free space of %i MiB', (type, free) => {
    const image = artifactOf(directory, `data-${type}-${free}`);
    const { available, written } = freeSpace(image);
    const wanted = free * MEBIBYTE;
    expect(available).toBeGreaterThanOrEqual(wanted);
    // Its bitmap uses a part of the free space.
    expect(written).toBeGreaterThanOrEqual(wanted * 0.998);
    const slack = 0.02 * statSync(image).size + 8 * MEBIBYTE;
    // mkfs.btrfs leaves at least this much free (docs/filesystems.md).
    const least = type === 'xfs' ? 0 : (DATA_BYTES * 3) / 7;
    expect(available).toBeLessThanOrEqual(Math.max(wanted, least) + slack);
  });

  it.each(['xfs', 'btrfs'] as const)(
    'preallocate allocates all space of %s on the disk and gives the same bytes',
    (type) => {
      const sparse = artifactOf(directory, `small-${type}-sparse`);
      const full = artifactOf(directory, `small-${type}-full`);
      const { size } = statSync(sparse);
      expectSame(full, sparse);
      expect(roomOf(full)).toBeGreaterThanOrEqual(size);
      // mkfs.xfs writes zeros over its whole log, 64 MiB.
      expect(roomOf(sparse)).toBeLessThan(size / 4);
    },
  );

  it('makes an initramfs with the same bytes as the host', async () => {
    const digest = createHash('sha256').update(output('packages.txt')).digest('hex');
    expect(JSON.parse(output('initramfs/provenance.json'))).toMatchObject({
      predicate: {
        runDetails: { builder: { builderDependencies: [{ name: 'toolchain', digest: { sha256: digest } }] } },
      },
    });
    expectSame(await buildHere('initramfs/fledge.toml'), artifactOf(directory, 'initramfs'));
  });

  it('boots an initramfs with its own kernel, without KVM and as an ordinary user', () => {
    expect(output('boot.json'), output('boot.log')).toMatch(/^\{/);
    expect(JSON.parse(output('boot.json'))).toMatchObject({
      ok: true,
      accelerator: 'tcg',
      kernel: { path: '/boot/vmlinuz', version: expect.stringContaining('-cloud-amd64') },
    });
  });

  it('has the modules of its kernel that the file systems of artifacts need', async () => {
    const [version = '', ...others] = readdirSync(join(directory, 'out/modules'));
    expect(others).toEqual([]);
    const wanted = ['ext4', 'xfs', 'btrfs', 'squashfs', 'overlay', 'virtio_pci', 'virtio_blk', 'virtio_net'];
    const { modules, missing } = await modulesFor(join(directory, 'out/modules', version), wanted, version);
    expect(missing).toEqual([]);
    expect(modules.map(({ name }) => name)).toEqual(expect.arrayContaining(['xfs', 'btrfs', 'squashfs']));
  });

  it.each(Object.keys(COMPILED))('compiles the C init for %s', (platform) => {
    const listed = execFileSync(
      'sh',
      ['-c', 'zcat <"$1" | cpio --quiet -it init', 'sh', artifactOf(directory, initOf(platform))],
      {
        encoding: 'utf8',
      },
    );
    expect(listed).toBe('init\n');
  });
});
