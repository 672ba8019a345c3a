import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { qemuImg } from '../helpers/filesystem/qcow2-image.ts';
import { cachedImage, type DebianImage, debianImage } from '../helpers/image/debian-image.ts';
import {
  buildRunnerImage,
  containerEngine,
  RUNNER_IMAGE_TIMEOUT_MS,
  runContainer,
} from '../helpers/image/runner-image.ts';
import { type Workspace, workspace } from '../helpers/process/cli.ts';
import { boot, findKernel } from '../helpers/process/qemu.ts';
import { testDirectory } from '../helpers/scratch.ts';

/** A machine boots in about five seconds under emulation, and many times slower on a busy computer. */
const TEST_TIMEOUT_MS = 240_000;

/** For the first build of the images from packages. */
const IMAGES_TIMEOUT_MS = 1_200_000;

const MAPPING = '"public" = "/var/www/html"\n';

const FILESYSTEM = '[filesystem]\ntype = "ext4"\nsize_buffer_mb = 64\n';

const example = fileURLToPath(new URL('../../examples/nginx', import.meta.url));

describe('the boot of a root file system', { timeout: TEST_TIMEOUT_MS }, () => {
  let smallImage: DebianImage;
  let largeImage: DebianImage;

  beforeAll(async () => {
    [smallImage, largeImage] = await Promise.all([cachedImage(join(example, 'image.sh')), debianImage()]);
    await buildRunnerImage();
  }, IMAGES_TIMEOUT_MS + RUNNER_IMAGE_TIMEOUT_MS);

  it('boots the example, and nginx serves the mapped page', async () => {
    const plugin = copyExample(smallImage);
    const { disk, manifest } = await buildRootfs(plugin);
    expect(manifest).toMatchObject({
      name: 'nginx',
      version: '1.0.0',
      image: 'oci:build/nginx:latest',
      labels: { 'volant.rootfs_fstype': 'ext4' },
      workload: { base_url: 'http://127.0.0.1:80', entrypoint: ['nginx', '-g', 'daemon off;'] },
    });
    const text = await boot({ initramfs: await buildLoader(plugin), disk, parameters: ['fledge.selfcheck'] });
    expect(text).toMatch(/^HTTP\/1\.1 200 OK\nServer: nginx\//m);
    expect(text).toContain(readFileSync(join(example, 'public/index.html'), 'utf8'));
    expect(text).toContain('agent: self-check passed\n');
    // The machine wrote to its own disk, not to the artifact.
    expect(manifest).toMatchObject({ rootfs: { checksum: `sha256:${sha256(disk)}` } });
  });

  it.each(['xfs', 'btrfs'])('boots an %s image that was made in the container', async (type) => {
    const plugin = copyExample(smallImage);
    const config = join(plugin, 'fledge.toml');
    const toml = readFileSync(config, 'utf8');
    writeFileSync(config, `${toml.replace(/\[filesystem\][^[]*/, '')}\n[filesystem]\ntype = "${type}"\n`);
    await runContainer(await containerEngine(), {
      options: [
        '--user',
        `${process.getuid?.()}:${process.getgid?.()}`,
        '-v',
        `${plugin}:/work`,
        '-v',
        `${smallImage.layout}:${smallImage.layout}:ro`,
      ],
      args: ['build', '--platform', 'linux/amd64'],
    });
    const initramfs = await buildLoader(plugin, type);
    const disk = join(plugin, `nginx.${type}`);
    const text = await boot({ initramfs, disk, memoryMiB: 512, parameters: ['fledge.selfcheck'] });
    expect(text).toMatch(/^HTTP\/1\.1 200 OK\nServer: nginx\//m);
    expect(text).toContain('agent: self-check passed\n');
  });

  it('boots a large image of several layers with the web page of nginx and the database of PostgreSQL', async () => {
    const plugin = copyExample(largeImage);
    // The command `nginx` of the image, found through its PATH.
    writeFileSync(join(plugin, 'start.sh'), START_SCRIPT);
    const toml = readFileSync(join(plugin, 'fledge.toml'), 'utf8');
    expect(toml).toContain(MAPPING);
    writeFileSync(join(plugin, 'fledge.toml'), toml.replace(MAPPING, '"start.sh" = "/usr/local/sbin/nginx"\n'));

    const { disk } = await buildRootfs(plugin);
    const initramfs = await buildLoader(plugin);
    const text = await boot({ initramfs, disk, memoryMiB: 512, parameters: ['fledge.selfcheck'] });
    expect(text).toMatch(/^postgres \(PostgreSQL\) \d+/m);
    expect(text).toContain('the answer is "42"');
    expect(text).toMatch(/^\/usr\/bin\/ping cap_net_raw=ep$/m);
    expect(text).toMatch(/^manual pages: none$/m);
    expect(text).toContain('<title>Welcome to nginx!</title>');
    expect(text).toContain('agent: self-check passed\n');
  });

  it('boots a squashfs image, and nginx serves the page from a read-only disk', async () => {
    const plugin = copyExample(smallImage);
    copyFileSync('/bin/busybox', join(plugin, 'busybox'));
    writeFileSync(join(plugin, 'start.sh'), READ_ONLY_SCRIPT);
    const toml = readFileSync(join(plugin, 'fledge.toml'), 'utf8');
    expect(toml).toContain(FILESYSTEM);
    const mappings = '"busybox" = "/usr/local/sbin/busybox"\n"start.sh" = "/usr/local/sbin/nginx"\n';
    writeFileSync(
      join(plugin, 'fledge.toml'),
      toml.replace(FILESYSTEM, '[filesystem]\ntype = "squashfs"\n').replace(MAPPING, MAPPING + mappings),
    );
    const { disk, manifest } = await buildRootfs(plugin, 'nginx.squashfs');
    expect(manifest).toMatchObject({ labels: { 'volant.rootfs_fstype': 'squashfs' } });
    const initramfs = await buildLoader(plugin, 'squashfs');
    const text = await boot({ initramfs, disk, parameters: ['fledge.selfcheck'] });
    expect(text).toMatch(/^\/dev\/vda \/ squashfs ro/m);
    expect(text).toMatch(/^touch: .*Read-only file system/m);
    expect(text).toMatch(/^HTTP\/1\.1 200 OK\nServer: nginx\//m);
    expect(text).toContain(readFileSync(join(example, 'public/index.html'), 'utf8'));
    expect(text).toContain('agent: self-check passed\n');
  });

  it('boots a qcow2 image that was grown, and keeps what nginx and a script write to it', async () => {
    const plugin = copyExample(smallImage);
    writeFileSync(join(plugin, 'start.sh'), WRITING_SCRIPT);
    const config = join(plugin, 'fledge.toml');
    const toml = readFileSync(config, 'utf8');
    expect(toml).toContain(FILESYSTEM);
    writeFileSync(
      config,
      toml
        .replace(FILESYSTEM, `${FILESYSTEM}format = "qcow2"\n`)
        .replace(MAPPING, `${MAPPING}"start.sh" = "/usr/local/sbin/nginx"\n`),
    );
    const { disk, manifest } = await buildRootfs(plugin, 'nginx.qcow2');
    expect(manifest).toMatchObject({ rootfs: { format: 'qcow2' }, labels: { 'volant.rootfs_fstype': 'ext4' } });
    qemuImg('resize', '-q', '-f', 'qcow2', disk, '+512M');
    const text = await boot({
      initramfs: await buildLoader(plugin),
      disk,
      diskFormat: 'qcow2',
      keepsWrites: true,
      parameters: ['fledge.selfcheck'],
    });
    expect(text).toMatch(/^HTTP\/1\.1 200 OK\nServer: nginx\//m);
    expect(text).toContain('agent: self-check passed\n');
    qemuImg('check', '-q', '-f', 'qcow2', disk);
    const raw = join(testDirectory(), 'raw.img');
    qemuImg('convert', '-f', 'qcow2', '-O', 'raw', disk, raw);
    // It replays the journal, and then has a status other than 0.
    spawnSync('e2fsck', ['-f', '-p', raw], { env: SBIN });
    execFileSync('resize2fs', [raw], { env: SBIN, stdio: 'pipe' });
    execFileSync('e2fsck', ['-f', '-n', raw], { env: SBIN, stdio: 'pipe' });
    const written = execFileSync('debugfs', ['-R', 'stat /var/written', raw], { env: SBIN, encoding: 'utf8' });
    expect(written).toMatch(/Size: 8000000$/m);
    expect(execFileSync('dumpe2fs', ['-h', raw], { env: SBIN, encoding: 'utf8', stdio: 'pipe' })).toContain(
      `Block count:              ${statSync(raw).size / 4096}\n`,
    );
  });

  it('names the missing program and powers off when it cannot boot', async () => {
    const text = await boot({ initramfs: await buildLoader(copyExample(smallImage)) });
    expect(text).toContain('loader: the disk /dev/vda is missing\n');
    expect(text).not.toMatch(/panic|Attempted to kill init/);
  });
});

/** The server must own its files and must not run as root, so it answers only if the owners in the image are right. */
const START_SCRIPT = `#!/bin/sh
program=$(echo /usr/lib/postgresql/*/bin/postgres)
data=$(echo /var/lib/postgresql/*/main)
configuration=$(echo /etc/postgresql/*/main/postgresql.conf)
"$program" --version
echo 'select 6 * 7 as "the answer is"' | runuser -u postgres -- "$program" --single -D "$data" \\
  -c config_file="$configuration" -c dynamic_shared_memory_type=mmap postgres | sed -n 's/.*the answer is = /the answer is /p'
getcap /usr/bin/ping
[ -e /usr/share/man ] || echo 'manual pages: none'
exec /usr/sbin/nginx "$@"
`;

const SBIN = { PATH: '/usr/sbin:/sbin:/usr/bin:/bin' };

/** Overwrites a part of the artifact's data, and adds data. */
const WRITING_SCRIPT = `#!/bin/sh
head -c 8000000 /dev/urandom > /var/written
chmod 600 /etc/passwd
chmod 644 /etc/passwd
sync
exec /usr/sbin/nginx "$@"
`;

/** All writes of the programs are to memory. */
const READ_ONLY_SCRIPT = `#!/bin/sh
for directory in /run /tmp /var/lib/nginx /var/log/nginx; do
  /usr/local/sbin/busybox mount -t tmpfs tmpfs "$directory"
done
grep ' / ' /proc/mounts
touch /etc/new
exec /usr/sbin/nginx "$@"
`;

/** Copies the example as it is after build.sh, with this image instead of its own; returns its directory. */
function copyExample({ layout }: DebianImage): string {
  const plugin = join(testDirectory(), 'nginx');
  const isMade = /^(?:build|.*\.(?:img|squashfs)|.*\.cpio\.gz|manifest\.json|SHA256SUMS|provenance\.json)$/;
  cpSync(example, plugin, { recursive: true, filter: (source) => !isMade.test(basename(source)) });
  mkdirSync(join(plugin, 'build'));
  symlinkSync(layout, join(plugin, 'build/nginx'));
  execFileSync(join(plugin, 'build.sh'), { stdio: 'pipe' });
  return plugin;
}

async function buildRootfs(plugin: string, name = 'nginx.img'): Promise<{ disk: string; manifest: unknown }> {
  // The image is a link to that of all tests.
  const place = await fledgeBuild(plugin, ['link', ...(name.endsWith('.squashfs') ? ['kernel-filesystem'] : [])]);
  const manifest: unknown = JSON.parse(readFileSync(join(place.plugin, 'manifest.json'), 'utf8'));
  return { disk: join(place.plugin, name), manifest };
}

/** Builds the initramfs that loads the drivers for the disk; returns its path. */
async function buildLoader(plugin: string, filesystem = 'ext4'): Promise<string> {
  const kernel = basename(await findKernel());
  execFileSync(join(plugin, 'loader/modules.sh'), [kernel.replace('vmlinuz-', ''), filesystem], { stdio: 'pipe' });
  const place = await fledgeBuild(join(plugin, 'loader'));
  return join(place.plugin, 'plugin.cpio.gz');
}

function sha256(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/** Builds as a user does, and expects warnings of these kinds only; returns the workspace of the artifact. */
async function fledgeBuild(config: string, codes: readonly string[] = []): Promise<Workspace> {
  const place = workspace();
  const built = await place.run(['build', '--json', '--config', config, '--platform', 'linux/amd64']);
  expect(built).toMatchObject({ status: 0 });
  const { warnings } = JSON.parse(built.stdout) as { warnings: { code: string }[] };
  expect(warnings.map(({ code }) => code).sort()).toEqual([...codes].sort());
  return place;
}
