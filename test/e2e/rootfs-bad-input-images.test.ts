import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectRefusal, linesOf } from '../helpers/bad-input.ts';
import { allowPlainHttp, startRegistry } from '../helpers/image/docker-registry.ts';
import { ARGS, imageOf, layoutPlace, noise } from '../helpers/image/rootfs-bad-input.ts';
import { rootfsConfig } from '../helpers/image/rootfs-plugin.ts';
import { tarOf } from '../helpers/image/tar.ts';
import type { Workspace } from '../helpers/process/cli.ts';

const LABEL = 'layer 1 of 1 of oci:layout';

// One image of each kind. test/integration/rootfs-bad-input-images.test.ts has other faults.
describe('a bad image', () => {
  it('refuses a blob that is truncated', async () => {
    const { at, layout, digest } = layoutPlace({ layers: [{ tar: tarOf([{ name: 'file', data: noise(100_000) }]) }] });
    const [layer] = layout.manifest(digest).layers;
    writeFileSync(layout.blobPath(layer?.digest ?? ''), noise(50_000));
    await expectRefusal(at, {
      args: ARGS,
      status: 1,
      stderr: [
        `error: ${LABEL} is damaged: it has 50000 bytes, but the image lists ${layer?.size}`,
        '  fix: fetch or build the image again',
      ],
    });
  });

  it('refuses an image for another platform', async () => {
    await expectRefusal(layoutPlace({ ...imageOf({ name: 'file' }), architecture: 's390x' }).at, {
      args: ARGS,
      status: 1,
      stderr: [
        'error: oci:layout is for linux/s390x, not for linux/amd64',
        '  fix: choose its platform with --platform if fledge builds for it, or use another image',
      ],
    });
  });

  it('refuses a layer with a file in the way to a name', async () => {
    await expectRefusal(layoutPlace(imageOf({ name: 'a' }, { name: 'a/b' })).at, {
      args: ARGS,
      status: 1,
      stderr: [`error: ${LABEL}, entry "a/b": /a is not a directory, so nothing can be put below it`],
    });
  });

  it('refuses a mapping that cannot be applied to the image', async () => {
    const { at } = layoutPlace(imageOf({ name: 'file' }), { mappings: ['"init" = "/file/below"'] });
    await expectRefusal(at, {
      args: ARGS,
      status: 2,
      stderr: ['error: fledge.toml:10:1: mappings.init: /file is not a directory, so nothing can be put below it'],
    });
  });
});

describe('a full disk', () => {
  const NOISE = imageOf({ name: 'noise', data: noise(3_000_000) });

  it('leaves nothing when the disk is full while the layers are unpacked', async () => {
    const { at } = layoutPlace(NOISE);
    expect(await onTmpfs(at, at.temporary)).toEqual({
      status: 1,
      stderr: [
        `error: cannot unpack ${LABEL} to ROOT/tmp/N: no space left on the disk`,
        '  fix: free some space, or set TMPDIR to a directory on another disk; if the image should be smaller than that, do not trust it',
      ],
      left: [],
    });
  });

  it('leaves nothing when the disk is full while the image is written', async () => {
    const { at } = layoutPlace(NOISE);
    const out = join(at.plugin, 'out');
    mkdirSync(out);
    expect(await onTmpfs(at, out, '-o', 'out/app.img')).toEqual({
      status: 1,
      stderr: [
        expect.stringMatching(
          /^error: there is not enough space on the disk for the image app\.img \(2\.9 MiB, in ROOT\/plugin\/out\): .* are free, .* are missing$/,
        ),
        '  fix: free some space, or write to a directory on another disk with --output',
      ],
      left: [],
    });
  });

  it('leaves nothing when the disk is full while the image is fetched', async () => {
    const { at } = layoutPlace(NOISE);
    const registry = await startRegistry();
    await registry.push(`oci:${at.plugin}/layout`, 'app:v1');
    allowPlainHttp(at.home, registry.host);
    writeFileSync(join(at.plugin, 'fledge.toml'), rootfsConfig(`docker://${registry.host}/app:v1`));
    const result = await onTmpfs(at, at.cache);
    expect({ ...result, left: result.left.filter((path) => !/^blobs\/sha256\/[0-9a-f]{64}$/.test(path)) }).toEqual({
      status: 1,
      stderr: [
        expect.stringMatching(
          /^error: there is not enough space on the disk for the layers of docker:.* \(2\.9 MiB, in ROOT\/cache\): .* are free, .* are missing$/,
        ),
        '  fix: free some space, or set FLEDGE_CACHE_DIR to a directory on another disk',
      ],
      left: ['blobs', 'blobs/sha256', 'origins.jsonl', 'tmp'],
    });
  });
});

/** Builds with a file system of 1 MiB mounted at a directory. Everything outside of it must stay unchanged. */
async function onTmpfs(at: Workspace, mount: string, ...args: readonly string[]) {
  const before = at.snapshot();
  const script = `
    mount -t tmpfs -o size=1m,mode=700 tmpfs "$1" || exit 99
    directory=$1
    shift
    "$@"
    status=$?
    cd "$directory" && find . -mindepth 1 -printf '%P\\n' | sort
    exit $status`;
  // In a user namespace every user may mount a tmpfs; it is deleted with the last process of the namespace.
  const wrapper = ['unshare', '-rm', 'sh', '-c', script, 'sh', mount];
  const result = await at.run([...ARGS, ...args], { wrapper });
  expect(at.snapshot()).toEqual(before);
  const stderr = result.stderr.replace(/\.fledge-[^:]*-build|(?<=no space is left: ).*(?=\n)/, 'N');
  return { status: result.status, stderr: linesOf(at, stderr), left: linesOf(at, result.stdout) };
}
