import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectBuild, linesOf } from '../helpers/bad-input.ts';
import { mapOf, qemuImg } from '../helpers/filesystem/qcow2-image.ts';
import { LOWER, MIDDLE, UPPER } from '../helpers/image/everything-image.ts';
import { type TestImage, TestLayout } from '../helpers/image/oci-image.ts';
import { ARGS, expectFailure, imageOf, layoutPlace, NO_ENTRYPOINT, noise } from '../helpers/image/rootfs-bad-input.ts';
import { publishedDigests, rootfsConfig } from '../helpers/image/rootfs-plugin.ts';
import { tarOf } from '../helpers/image/tar.ts';
import { SYSTEM_PATH, type Workspace, workspace } from '../helpers/process/cli.ts';
import { processesOf, until } from '../helpers/process/processes.ts';
import { testDirectory } from '../helpers/scratch.ts';

const QCOW2 = ['format = "qcow2"'];
const BUILD = ['--platform', 'linux/amd64', '--url-base', '/plugins'];
const EVERYTHING: TestImage = {
  layers: [LOWER, MIDDLE, UPPER].map((members) => ({ tar: tarOf(members) })),
  run: { Entrypoint: ['/usr/bin/tool'] },
};

function placeOf(image: TestImage, filesystem: readonly string[]): Workspace {
  const config = rootfsConfig('oci:layout:image', { filesystem });
  const place = workspace({ 'fledge.toml': config });
  const layout = new TestLayout(join(place.plugin, 'layout'));
  layout.write({ image: layout.addImage(image) });
  return place;
}

describe('the qcow2 image of a container image', () => {
  it('has the bytes of the raw image without its holes, and its own digest and format everywhere', async () => {
    const plain = placeOf(EVERYTHING, []);
    await expectBuild(plain, BUILD);
    const raw = join(plain.plugin, 'layout.img');
    const place = placeOf(EVERYTHING, QCOW2);
    const built = await place.run(['build', '--json', ...BUILD]);
    const image = join(place.plugin, 'layout.qcow2');
    qemuImg('check', '-q', '-f', 'qcow2', image);
    qemuImg('compare', '-q', '-f', 'qcow2', '-F', 'raw', image, raw);
    const data = mapOf(image).filter((entry) => entry.data);
    const bytes = data.reduce((sum, { length }) => sum + length, 0);
    const stored = statSync(raw).blocks * 512;
    expect(bytes).toBeLessThan(stored + data.length * 2 * 65_536);
    expect(statSync(image).size).toBeLessThan(stored);

    const digests = publishedDigests(place.plugin);
    const { 'layout.qcow2': sha256 } = digests;
    execFileSync('sha256sum', ['-c', '--quiet', 'SHA256SUMS'], { cwd: place.plugin });
    expect(JSON.parse(built.stdout)).toMatchObject({
      artifact: { path: image, format: 'qcow2', sha256, size: statSync(image).size },
      reproducible: { expected: true, checked: false },
    });
    expect(JSON.parse(readFileSync(join(place.plugin, 'manifest.json'), 'utf8'))).toMatchObject({
      labels: { 'volant.rootfs_fstype': 'ext4' },
      rootfs: { url: '/plugins/layout.qcow2', checksum: `sha256:${sha256}`, format: 'qcow2' },
    });
    const listed = await place.run(['inspect', image, '/']);
    expect(listed).toMatchObject({ status: 0, stderr: '' });
    expect(listed.stdout).toBe((await place.run(['inspect', raw, '/'])).stdout);

    // On one processor, without a verification, and with another directory for temporary files.
    const [, processor = '0'] = /^Cpus_allowed_list:\s*(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
    await expectBuild(place, [...BUILD, '--verify', 'none'], {
      wrapper: ['taskset', '-c', processor],
      env: { TMPDIR: testDirectory() },
    });
    expect(publishedDigests(place.plugin)).toEqual(digests);
  });

  it('gives e2fsck all metadata of the image', async () => {
    const place = placeOf(EVERYTHING, QCOW2);
    const tools = testDirectory();
    const seen = join(tools, 'seen');
    writeFileSync(
      join(tools, 'e2fsck'),
      `#!/bin/sh\nfor image; do :; done\n[ "$1" != -f ] || /usr/sbin/debugfs -R 'ls -p /etc' "$image" >"${seen}" 2>&1\nexec /usr/sbin/e2fsck "$@"\n`,
    );
    chmodSync(join(tools, 'e2fsck'), 0o755);
    await expectBuild(place, BUILD, { env: { PATH: `${tools}:${SYSTEM_PATH}` } });
    expect(readFileSync(seen, 'utf8')).toMatch(/\/fsify-entrypoint\//);
  });

  it('contains the bytes of a squashfs image without further compression', async () => {
    const squashfs = ['type = "squashfs"', 'compression_level = 3'];
    const plain = placeOf(
      imageOf({ name: 'noise', data: noise(400_000) }, { name: 'a', data: 'a'.repeat(300_000) }),
      squashfs,
    );
    await expectBuild(plain, BUILD);
    writeFileSync(
      join(plain.plugin, 'fledge.toml'),
      rootfsConfig('oci:layout:image', { filesystem: [...squashfs, ...QCOW2] }),
    );
    await expectBuild(plain, [...BUILD, '--force']);
    const image = join(plain.plugin, 'layout.qcow2');
    qemuImg('check', '-q', '-f', 'qcow2', image);
    qemuImg('compare', '-q', '-f', 'qcow2', '-F', 'raw', image, join(plain.plugin, 'layout.squashfs'));
    expect(mapOf(image).some(({ compressed }) => compressed)).toBe(false);
  });
});

describe('a failed build of a qcow2 image', () => {
  it.each([
    ['small', 'the artifact', QCOW2],
    ['small', 'the artifact without compression', [...QCOW2, 'compression = "none"']],
    ['temporary', 'the raw image of a squashfs', [...QCOW2, 'type = "squashfs"']],
  ])('leaves nothing when the disk %s is full, which is for %s', async (disk, _, filesystem) => {
    const { at: place } = layoutPlace(imageOf({ name: 'noise', data: noise(3_000_000) }), { filesystem });
    // In a mount namespace of its own, and too small for the image. The layer itself fits.
    const out = join(place.root, 'small');
    const temporary = join(place.root, 'temporary');
    mkdirSync(out);
    mkdirSync(temporary);
    const script = 'mount -t tmpfs -o size=$1 tmpfs "$2"; shift 2; exec "$@"';
    const size = disk === 'small' ? '1M' : '4M';
    const result = await place.run(
      ['build', '--without-steps', '--platform', 'linux/amd64', '-o', join(out, 'app.qcow2')],
      {
        wrapper: ['unshare', '-rm', 'sh', '-euc', script, 'sh', size, join(place.root, disk)],
        env: { TMPDIR: temporary },
      },
    );
    const errors = linesOf(place, result.stderr).filter((line) => !line.startsWith('warning: '));
    expect(result.status).toBe(1);
    expect(errors).toEqual([
      expect.stringMatching(/^error: .*(?:no space left on the disk|not enough space on the disk)/),
      expect.stringMatching(disk === 'small' ? /^ {2}fix: .*--output$/ : /^ {2}fix: .*TMPDIR/),
    ]);
    expect([...readdirSync(out), ...readdirSync(temporary)]).toEqual([]);
  });

  it('leaves nothing when e2fsck finds the image damaged', async () => {
    const { at: place } = layoutPlace(imageOf({ name: 'file', data: 'x' }), { filesystem: QCOW2 });
    const tools = testDirectory();
    writeFileSync(
      join(tools, 'e2fsck'),
      '#!/bin/sh\n[ "$1" != -f ] || { echo damaged >&2; exit 4; }\nexec /usr/sbin/e2fsck "$@"\n',
    );
    chmodSync(join(tools, 'e2fsck'), 0o755);
    await expectFailure(place, {
      env: { PATH: `${tools}:${SYSTEM_PATH}` },
      stderr: [
        'warning: the artifact is qcow2, but the name app.img suggests ext4: write --output layout.qcow2, or another name with a suffix of this format',
        `error: the image failed its check: ${tools}/e2fsck ended with status 4:`,
        'damaged',
        '  fix: this is a bug in fledge; please report it with the image; build with --verify none to keep the image',
      ],
    });
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('leaves nothing when %s interrupts the compression', async (signal) => {
    const { at: place } = layoutPlace(imageOf({ name: 'noise', data: noise(20_000_000) }), {
      filesystem: [...QCOW2, 'compression_level = 22'],
    });
    const before = place.snapshot();
    const temporary = testDirectory();
    const fledge = place.start([...ARGS.filter((arg) => arg !== '--without-steps')], { env: { TMPDIR: temporary } });
    await fledge.waitForStderr(/write app\.img\n/);
    await until(() => readdirSync(place.plugin).some((name) => /^\.fledge-.*-output$/.test(name)));
    fledge.kill(signal);
    expect(await fledge.ended).toMatchObject({ status: null, signal });
    expect(place.snapshot().filter((line) => !line.startsWith('cache/'))).toEqual(
      before.filter((line) => !line.startsWith('cache/')),
    );
    expect(readdirSync(temporary)).toEqual([]);
    await until(() => processesOf(place).length === 0);
  });

  it('warns when the name of a qcow2 image has the suffix of a file system', async () => {
    const { at: place } = layoutPlace(imageOf({ name: 'file', data: 'x' }), { filesystem: QCOW2 });
    const warnings = await expectBuild(place, ['--platform', 'linux/amd64', '-o', 'app.xfs']);
    expect(warnings).toEqual([
      expect.stringMatching(/^warning: the artifact is qcow2, but .*layout\.qcow2/),
      NO_ENTRYPOINT,
    ]);
    expect(existsSync(join(place.plugin, 'app.xfs'))).toBe(true);
  });
});
