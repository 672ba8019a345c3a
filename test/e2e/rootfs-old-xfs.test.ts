import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { comparableEntries, inReadOnlyImage, listImage } from '../helpers/filesystem/mounted-image.ts';
import { qemuImg } from '../helpers/filesystem/qcow2-image.ts';
import { LOWER, MIDDLE, UPPER } from '../helpers/image/everything-image.ts';
import { TestLayout } from '../helpers/image/oci-image.ts';
import { rootfsConfig } from '../helpers/image/rootfs-plugin.ts';
import { type TarMember, tarOf } from '../helpers/image/tar.ts';
import { unpackWithUmoci } from '../helpers/image/umoci.ts';
import { agreed } from '../helpers/image/umoci-rules.ts';
import { SYSTEM_PATH, type Workspace, workspace } from '../helpers/process/cli.ts';
import { testDirectory } from '../helpers/scratch.ts';

/** Paths that xfs cannot hold. */
const TOO_MUCH = new Set(['srv/long link', 'dev/large']);

const AS_ROOT: readonly string[] = process.getuid?.() === 0 ? [] : ['sudo', '-n', '--preserve-env'];

function everything(): Workspace {
  return withLayers([LOWER.filter(({ name }) => !TOO_MUCH.has(name)), MIDDLE, UPPER]);
}

function withLayers(layers: readonly (readonly TarMember[])[], filesystem = ['type = "xfs"']): Workspace {
  const place = workspace({ 'fledge.toml': rootfsConfig('oci:layout:image', { filesystem }) });
  const layout = new TestLayout(join(place.plugin, 'layout'));
  const image = layout.addImage({
    layers: layers.map((members) => ({ tar: tarOf(members) })),
    run: { Entrypoint: ['/usr/bin/tool'] },
  });
  layout.write({ image });
  chmodSync(place.plugin, 0o777);
  return place;
}

/** The xfsprogs of this machine, changed to act like Debian 12's; returns a directory for the PATH. */
function oldXfsprogs(place: Workspace): string {
  const directory = join(place.root, 'tools');
  mkdirSync(directory);
  writeFileSync(
    join(directory, 'mkfs.xfs'),
    '#!/bin/sh\n[ "$1" != -V ] || { echo mkfs.xfs version 6.1.0; exit; }\nexec /usr/sbin/mkfs.xfs "$@"\n',
  );
  chmodSync(join(directory, 'mkfs.xfs'), 0o755);
  return directory;
}

it('warns on the terminal that the image is not reproducible', async () => {
  const place = everything();
  const built = await place.run(['build', '--without-steps', '--platform', 'linux/amd64', '-o', 'app.xfs'], {
    wrapper: [...AS_ROOT, 'env', `PATH=${oldXfsprogs(place)}:${SYSTEM_PATH}`],
  });
  expect(built).toMatchObject({ status: 0, stderr: expect.stringMatching(/^warning: .* does not support xfs.*\n$/) });
  expect(built.stdout.split('\n').slice(-2)).toEqual([
    '  not reproducible: xfsprogs 6.1.0 cannot fill an image from a directory, so the kernel has filled it, with block positions and times that differ each time; install xfsprogs 6.19 or later',
    '',
  ]);
});

it('root makes a complete xfs image with an old xfsprogs and is warned that it is not reproducible', async () => {
  const place = everything();
  const start = Math.floor(Date.now() / 1000);
  const built = await place.run(['build', '--json', '--platform', 'linux/amd64', '-o', 'app.xfs'], {
    wrapper: [...AS_ROOT, 'env', `PATH=${oldXfsprogs(place)}:${SYSTEM_PATH}`],
  });
  expect(built).toMatchObject({ status: 0 });
  const { reproducible } = JSON.parse(built.stdout) as { reproducible: unknown };
  expect(reproducible).toEqual({
    expected: false,
    checked: false,
    reason:
      'xfsprogs 6.1.0 cannot fill an image from a directory, so the kernel has filled it, with block positions and times that differ each time; install xfsprogs 6.19 or later',
  });
  const found = listImage(join(place.plugin, 'app.xfs'));
  const unpacked = unpackWithUmoci(join(place.plugin, 'layout'), 'image', join(place.root, 'umoci'));
  const known = new Set(unpacked.map(({ path }) => path));
  const judged = agreed({ ours: comparableEntries(found, known), theirs: comparableEntries(unpacked, known) }, start);
  expect(judged.ours).toEqual(judged.theirs);
});

it('converts an xfs image to qcow2 after the kernel has filled it', async () => {
  const place = withLayers([UPPER], ['type = "xfs"', 'format = "qcow2"']);
  const temporary = testDirectory();
  const built = await place.run(['build', '--json', '--platform', 'linux/amd64'], {
    wrapper: [...AS_ROOT, 'env', `PATH=${oldXfsprogs(place)}:${SYSTEM_PATH}`],
    env: { TMPDIR: temporary },
  });
  expect(built).toMatchObject({ status: 0, stderr: expect.stringContaining('volant.rootfs_fstype=xfs') });
  expect(JSON.parse(built.stdout)).toMatchObject({ artifact: { format: 'qcow2' }, reproducible: { expected: false } });
  const image = join(place.plugin, 'layout.qcow2');
  qemuImg('check', '-q', '-f', 'qcow2', image);
  expect(statSync(image).size).toBeLessThan(20_000_000);
  const raw = join(testDirectory(), 'raw.img');
  qemuImg('convert', '-f', 'qcow2', '-O', 'raw', image, raw);
  expect(listImage(raw).map(({ path }) => path)).toContain('etc/fsify-entrypoint');
  expect(readdirSync(temporary)).toEqual([]);
});

it('keeps the holes of a sparse file when the kernel fills an xfs image', async () => {
  const realSize = 2 ** 31;
  const data = Buffer.alloc(65_536, 'x');
  const place = withLayers([
    [
      {
        name: 'sparse',
        data,
        pax: {
          'GNU.sparse.size': String(realSize),
          'GNU.sparse.numblocks': '1',
          'GNU.sparse.map': `${2 ** 30},${data.length}`,
        },
      },
    ],
  ]);
  const built = await place.run(['build', '--platform', 'linux/amd64', '-o', 'app.xfs'], {
    wrapper: [...AS_ROOT, 'env', `PATH=${oldXfsprogs(place)}:${SYSTEM_PATH}`],
  });
  expect(built).toMatchObject({ status: 0 });
  const image = join(place.plugin, 'app.xfs');
  const [size = 0, blocks = 0] = inReadOnlyImage(image, 'stat -c "%s %b" sparse').toString().split(' ').map(Number);
  expect({ size, isSparse: blocks * 512 <= 2 * data.length }).toEqual({ size: realSize, isSparse: true });
  expect(statSync(image).size).toBeLessThan(realSize);
  const tail = inReadOnlyImage(image, `dd if=sparse bs=65536 skip=${2 ** 14} count=1 status=none`);
  expect(tail.equals(data)).toBe(true);
});
