import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectBuild, expectRefusal } from '../helpers/bad-input.ts';
import { fakeElf } from '../helpers/elf.ts';
import { listImage } from '../helpers/filesystem/mounted-image.ts';
import { layoutHere } from '../helpers/here.ts';
import { allowPlainHttp, startRegistry } from '../helpers/image/docker-registry.ts';
import { compress, sha256, type TestImage } from '../helpers/image/oci-image.ts';
import { ARGS, imageOf, NO_ENTRYPOINT, noise } from '../helpers/image/rootfs-bad-input.ts';
import { rootfsConfig } from '../helpers/image/rootfs-plugin.ts';
import { type TarMember, tarOf } from '../helpers/image/tar.ts';
import type { Workspace } from '../helpers/process/cli.ts';
import { testDirectory } from '../helpers/scratch.ts';

const AGAIN = '  fix: fetch or build the image again';
const SMALL = imageOf({ name: 'file', data: 'content', mtime: 1 });

/** The entries of the built image, without those that every image has. */
async function builtEntries(at: Workspace) {
  expect(await expectBuild(at, ARGS.slice(2))).toEqual([NO_ENTRYPOINT]);
  const always = ['', 'etc', 'etc/fsify-entrypoint', 'lost+found'];
  return listImage(join(at.plugin, 'app.img')).filter(({ path }) => !always.includes(path));
}

function flipped(content: Buffer, at: number): Buffer {
  const copy = Buffer.from(content);
  copy.writeUInt8(copy.readUInt8(at) ^ 4, at);
  return copy;
}

describe("an image's blob", () => {
  const TAR = tarOf([{ name: 'file', data: noise(100_000) }]);
  const BLOB = compress(TAR, 'gzip');

  it.each<[string, (path: string) => void, (digest: string) => string]>([
    [
      'that is truncated',
      (path) => writeFileSync(path, BLOB.subarray(0, 50_000)),
      () => `is damaged: it has 50000 bytes, but the image lists ${BLOB.length}`,
    ],
    [
      'with one bit that is another',
      (path) => writeFileSync(path, flipped(BLOB, 70_000)),
      (digest) => `is damaged: its digest is ${sha256(flipped(BLOB, 70_000))}, but the image lists ${digest}`,
    ],
    [
      'that is missing',
      (path) => rmSync(path),
      (digest) => `is missing: there is no blob ${digest} (ROOT/plugin/layout/blobs/${digest.replace(':', '/')})`,
    ],
  ])('refuses a blob %s', async (_, damage, problem) => {
    const { at, layout, digest } = layoutHere({
      layers: [{ tar: tarOf([{ name: 'first' }]) }, { tar: TAR, blob: BLOB }],
    });
    const layer = layout.manifest(digest).layers[1]?.digest ?? '';
    damage(layout.blobPath(layer));
    await expectRefusal(at, {
      args: ARGS,
      status: 1,
      stderr: [`error: layer 2 of 2 of oci:layout ${problem(layer)}`, AGAIN],
    });
  });

  it.each(['config', 'manifest'] as const)('refuses an image with the %s damaged or missing', async (what) => {
    const { at, layout, digest } = layoutHere(SMALL);
    const blob = what === 'config' ? layout.manifest(digest).config.digest : digest;
    const path = layout.blobPath(blob);
    const damaged = flipped(readFileSync(path), 20);
    writeFileSync(path, damaged);
    const refuse = (problem: string): Promise<void> =>
      expectRefusal(at, { args: ARGS, status: 1, stderr: [`error: the ${what} of oci:layout ${problem}`, AGAIN] });
    await refuse(`is damaged: its digest is ${sha256(damaged)}, but the image lists ${blob}`);
    rmSync(path);
    await refuse(`is missing: there is no blob ${blob} (ROOT/plugin/layout/blobs/${blob.replace(':', '/')})`);
  });

  it('fetches a blob again that is damaged in the cache', async () => {
    const { at, layout, digest } = layoutHere(SMALL);
    const registry = await startRegistry();
    await registry.push(`oci:${at.plugin}/layout`, 'app:v1');
    allowPlainHttp(at.home, registry.host);
    writeFileSync(join(at.plugin, 'fledge.toml'), rootfsConfig(`docker://${registry.host}/app:v1`));
    await expectBuild(at, ARGS.slice(2));
    const first = readFileSync(join(at.plugin, 'app.img'));
    const layer = layout.manifest(digest).layers[0]?.digest ?? '';
    const cached = join(at.cache, 'blobs', ...layer.split(':'));
    const damaged = flipped(readFileSync(cached), 20);
    writeFileSync(cached, damaged);
    expect(await expectBuild(at, ARGS.slice(2))).toEqual([
      `warning: layer 1 of 1 of docker://${registry.host}/app:v1 is damaged: its digest is ${sha256(damaged)}, but the image lists ${layer}; it is removed from the cache and fetched again`,
      NO_ENTRYPOINT,
    ]);
    expect(readFileSync(join(at.plugin, 'app.img')).equals(first)).toBe(true);
  });
});

describe('an image', () => {
  const TAR = tarOf([{ name: 'file', data: 'content' }]);
  const OTHER = `sha256:${'0'.repeat(64)}`;
  const OTHER_PLATFORM = 'choose its platform with --platform if fledge builds for it, or use another image';

  it.each<[string, TestImage, readonly [problem: string, fix?: string]]>([
    [
      'whose config has another diff_id',
      { layers: [{ tar: TAR, diffId: OTHER }] },
      [
        `layer 1 of 1 of oci:layout unpacks to ${sha256(TAR)}, but the image's config lists ${OTHER}`,
        'build or push the image again; it is inconsistent',
      ],
    ],
    [
      'whose layer is encrypted',
      { layers: [{ tar: TAR, mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip+encrypted' }] },
      [
        'layer 1 of 1 of oci:layout is encrypted',
        'decrypt the image first: skopeo copy --decryption-key KEY docker://IMAGE oci:DIRECTORY, and use oci:DIRECTORY',
      ],
    ],
    [
      'whose layer is of an unknown kind',
      { layers: [{ tar: TAR, mediaType: 'application/vnd.cncf.helm.chart.content.v1.tar+gzip' }] },
      [
        'layer 1 of 1 of oci:layout has the unknown media type "application/vnd.cncf.helm.chart.content.v1.tar+gzip"',
        'use an image with file system layers; this may be another kind of artifact',
      ],
    ],
    [
      'whose layer only its publisher has',
      {
        layers: [
          {
            tar: TAR,
            mediaType: 'application/vnd.oci.image.layer.nondistributable.v1.tar+gzip',
            urls: ['https://example.com/layer'],
            absent: true,
          },
        ],
      },
      [
        'layer 1 of 1 of oci:layout is not in the image: only its publisher may distribute it (https://example.com/layer)',
        'use an image whose layers are all in the registry',
      ],
    ],
    [
      'that is not an image',
      { layers: [{ tar: TAR }], configMediaType: 'application/vnd.cncf.helm.config.v1+json' },
      ['oci:layout is not a container image: its config has the media type "application/vnd.cncf.helm.config.v1+json"'],
    ],
    [
      'for another platform',
      { layers: [{ tar: TAR }], architecture: 's390x' },
      ['oci:layout is for linux/s390x, not for linux/amd64', OTHER_PLATFORM],
    ],
    [
      'with more layers than diff_ids',
      { layers: [{ tar: TAR }], config: { rootfs: { type: 'layers', diff_ids: [] } } },
      ['oci:layout has 1 layers, but its config lists 0'],
    ],
    [
      'whose layer is xz',
      { layers: [{ tar: TAR, blob: Buffer.from('fd377a585a000004e6d6b4460200210116000000742fe5a3', 'hex') }] },
      [
        'layer 1 of 1 of oci:layout cannot be unpacked: it is xz, but layers must be plain tar, or tar in gzip or zstd',
        'build or push the image again with a tool that compresses its layers with gzip or zstd',
      ],
    ],
    [
      'whose layer is not an archive',
      { layers: [{ tar: Buffer.alloc(2000, 'text') }] },
      ['layer 1 of 1 of oci:layout: at byte 0: not a tar archive'],
    ],
    [
      'whose layer has a digest that would be a path',
      { layers: [{ tar: TAR, digest: 'sha256:../../../../etc/passwd' }] },
      [
        'layer 1 of 1 of oci:layout has the digest "sha256:../../../../etc/passwd"; only sha256 and sha512 can be verified',
      ],
    ],
  ])('refuses an image %s', async (_, which, [problem, fix]) => {
    await expectRefusal(layoutHere(which).at, {
      args: ARGS,
      status: 1,
      stderr: [`error: ${problem}`, ...(fix === undefined ? [] : [`  fix: ${fix}`])],
    });
  });

  it('refuses an index without the platform', async () => {
    const { at, layout } = layoutHere(SMALL);
    const descriptor = layout.addImage(SMALL);
    const platforms = [
      { os: 'linux', architecture: 'arm', variant: 'v7' },
      { os: 'windows', architecture: 'amd64' },
      { os: 'unknown', architecture: 'unknown' },
    ];
    layout.write({ '': layout.addIndex(platforms.map((platform) => ({ ...descriptor, platform }))) });
    await expectRefusal(at, {
      args: ARGS,
      status: 1,
      stderr: [
        'error: oci:layout has no image for linux/amd64; it has linux/arm/v7, windows/amd64',
        '  fix: choose one of these with --platform if fledge builds for it, or use another image',
      ],
    });
  });

  it('refuses an image of an unknown kind', async () => {
    const { at, layout } = layoutHere(SMALL);
    layout.write({ '': layout.addJson('application/vnd.example.thing.v1+json', { schemaVersion: 2 }) });
    await expectRefusal(at, {
      args: ARGS,
      status: 1,
      stderr: ['error: oci:layout is not a container image: its media type is "application/vnd.example.thing.v1+json"'],
    });
  });

  it('builds an image without layers', async () => {
    expect(await builtEntries(layoutHere({ layers: [] }).at)).toEqual([]);
  });

  it('builds an image whose layers are empty', async () => {
    const nothing = [Buffer.alloc(0), Buffer.alloc(1024), Buffer.alloc(10_240)];
    expect(await builtEntries(layoutHere({ layers: nothing.map((tar) => ({ tar })) }).at)).toEqual([]);
  });
});

const LABEL = 'layer 1 of 1 of oci:layout';

describe('a layer', () => {
  it('keeps names and links that lead out of a layer inside of the image and the host unchanged', async () => {
    const outside = testDirectory();
    writeFileSync(join(outside, 'victim'), 'untouched');
    const { at } = layoutHere(
      imageOf(
        { name: '../../../../clamped', data: 'a' },
        { name: '/absolute', data: 'b' },
        { name: 'out', type: '2', linkName: outside },
        { name: 'out/victim', data: 'hostile' },
        { name: 'up', type: '2', linkName: '../../../../../..' },
        { name: 'up/up/up/risen', data: 'c' },
        { name: 'chain', type: '2', linkName: 'up/out' },
        { name: 'chain/chained', data: 'd' },
        { name: 'linked', type: '1', linkName: '../../../absolute' },
        { name: 'out/.wh.victim' },
        { name: '.wh..wh..opq' },
        { name: 'device', type: '4', major: 8, minor: 0 },
      ),
    );
    const found = await builtEntries(at);
    expect(readdirSync(outside)).toEqual(['victim']);
    expect(readFileSync(join(outside, 'victim'), 'utf8')).toBe('untouched');
    const inside = outside.slice(1);
    const names = found.map(({ path }) => path).filter((path) => path !== inside && !inside.startsWith(`${path}/`));
    const expected = ['absolute', 'chain', 'clamped', 'device', 'linked', 'out', 'risen', 'up'];
    expect(names.sort()).toEqual([...expected, `${inside}/chained`, `${inside}/victim`].sort());
    expect(found.find(({ path }) => path === 'linked')).toMatchObject({ sameAs: 'absolute' });
  });

  it.each<[string, readonly TarMember[], string]>([
    [
      'with a loop of links in the way to a name',
      [
        { name: 'a', type: '2', linkName: 'b' },
        { name: 'b', type: '2', linkName: 'a' },
        { name: 'a/x', data: 'x' },
      ],
      ', entry "a/x": /a contains a loop of symbolic links',
    ],
    [
      'with a loop of links in the way to a whiteout',
      [{ name: 'a', type: '2', linkName: 'a' }, { name: 'a/.wh.x' }],
      ', entry "a/.wh.x": /a contains a loop of symbolic links',
    ],
    [
      'that whites out ..',
      [{ name: 'd/.wh...' }],
      ', entry "d/.wh...": a whiteout must name a file in its own directory',
    ],
    [
      'that whites out the root',
      [{ name: '.wh..' }],
      ', entry ".wh..": a whiteout must name a file in its own directory',
    ],
    [
      'that declares more than there is',
      [{ name: 'liar', data: 'short', declaredSize: 5000 }],
      ': at byte 2048, entry "liar": the archive ends 3464 bytes too early',
    ],
    [
      'that declares less than there is',
      [{ name: 'liar', data: Buffer.alloc(2000, 'x'), declaredSize: 100 }],
      ': at byte 1024, entry "liar": the header after this entry has a wrong checksum',
    ],
    [
      'that declares 100 GB',
      [{ name: 'huge', data: 'tiny', declaredSize: 100_000_000_000 }],
      ': at byte 2048, entry "huge": the archive ends 99999998464 bytes too early',
    ],
    [
      'with a name that is too long',
      [{ name: 'x', pax: { path: `d/${'n'.repeat(256)}` } }],
      `, entry "d/${'n'.repeat(256)}": a name of 256 bytes is longer than 255, the limit of Linux`,
    ],
    [
      'with a path that is too long',
      [{ name: 'x', pax: { path: 'd/'.repeat(2500) } }],
      `, entry "${'d/'.repeat(150)}…": the path is longer than 4095 bytes, the limit of Linux`,
    ],
    [
      'with a hardlink to nothing',
      [{ name: 'a', type: '1', linkName: 'b' }],
      ', entry "a": it is a hardlink to "b", which does not exist',
    ],
    [
      'with an entry of an unknown type',
      [{ name: 'a', type: 'Z' }],
      ': at byte 0, entry "a": it has the unknown type "Z"',
    ],
    [
      'with a file in the way to a name',
      [{ name: 'a' }, { name: 'a/b' }],
      ', entry "a/b": /a is not a directory, so nothing can be put below it',
    ],
  ])('refuses a layer %s', async (_, members, problem) => {
    await expectRefusal(layoutHere(imageOf(...members)).at, {
      args: ARGS,
      status: 1,
      stderr: [`error: ${LABEL}${problem}`],
    });
  });

  it('builds a layer with 2000 nested directories', async () => {
    const members = Array.from({ length: 2000 }, (_, depth) => ({ path: 'd/'.repeat(depth + 1) }));
    const { at } = layoutHere(imageOf(...members.map((pax) => ({ name: 'x', type: '5', mode: 0o755, pax }))));
    expect(await expectBuild(at, ARGS.slice(2))).toEqual([NO_ENTRYPOINT]);
  });

  it('builds a sparse file of 100 GB without using its space', async () => {
    const size = 100_000_000_000;
    const pax = { 'GNU.sparse.size': `${size}`, 'GNU.sparse.map': `${size},0`, 'GNU.sparse.numblocks': '1' };
    const { at } = layoutHere(imageOf({ name: 'sparse', pax }));
    expect(await expectBuild(at, ARGS.slice(2))).toEqual([NO_ENTRYPOINT]);
    expect(statSync(join(at.plugin, 'app.img')).size).toBeLessThan(20_000_000);
  });

  it('refuses an image that unpacks to more than the config allows', async () => {
    const bomb = imageOf({ name: 'bomb', data: Buffer.alloc(40_000_000) });
    const { at } = layoutHere(bomb, { source: ['max_unpacked_mb = 8'] });
    await expectRefusal(at, {
      args: ARGS,
      status: 1,
      stderr: [
        'error: the image unpacks to more than max_unpacked_mb (8.0 MiB)',
        '  fix: if the image is really that large, raise max_unpacked_mb in [source]; otherwise do not trust it',
      ],
    });
  });
});

describe('a fledge.toml', () => {
  it('refuses an agent for another platform', async () => {
    const { at } = layoutHere(SMALL, { agent: ['source_strategy = "local"', 'path = "kestrel"'] });
    writeFileSync(join(at.plugin, 'kestrel'), fakeElf({ machine: 183 }));
    await expectRefusal(at, {
      args: ARGS,
      status: 1,
      stderr: [
        'error: kestrel is built for linux/arm64, and the plugin is for linux/amd64: ROOT/plugin/kestrel',
        '  fix: set path in [agent] to a kestrel for linux/amd64',
      ],
    });
  });

  it.each([
    ['/bin/kestrel', '"kestrel" = "/bin/kestrel"'],
    ['/usr/bin/kestrel, where the image has that as /bin', '"kestrel" = "/usr/bin/"'],
  ])('refuses a mapping in the place of the agent: %s', async (_, mapping) => {
    const image = imageOf({ name: 'usr/bin/', type: '5' }, { name: 'bin', type: '2', linkName: 'usr/bin' });
    const { at } = layoutHere(image, {
      agent: ['source_strategy = "local"', 'path = "kestrel"'],
      mappings: [mapping],
    });
    writeFileSync(join(at.plugin, 'kestrel'), fakeElf());
    await expectRefusal(at, {
      args: ARGS,
      status: 2,
      stderr: [
        'error: fledge.toml:11:1: mappings.kestrel: takes the place of the agent, /bin/kestrel; choose another destination, or name the file in [agent] with source_strategy = "local", or set source_strategy = "none"',
      ],
    });
  });

  it('refuses a mapped directory in the place of a program', async () => {
    const image = imageOf({ name: 'bin/busybox', data: 'x' }, { name: 'bin/sh', type: '2', linkName: 'busybox' });
    const { at } = layoutHere(image, { mappings: ['"d" = "/bin/busybox"', '"./d" = "/bin/sh"'] });
    mkdirSync(join(at.plugin, 'd'));
    const why =
      'is not a directory, and a directory cannot replace it; choose another destination, or set replace = true';
    await expectRefusal(at, {
      args: ARGS,
      status: 2,
      stderr: [
        `error: fledge.toml:10:1: mappings.d: /bin/busybox ${why}`,
        `fledge.toml:11:1: mappings."./d": /bin/sh ${why}`,
      ],
    });
  });

  it('refuses mappings that cannot be applied to the image', async () => {
    const { at } = layoutHere(imageOf({ name: 'file' }), {
      mappings: ['"init" = "/file/below"', '"fledge.toml" = "/file/beside"'],
    });
    await expectRefusal(at, {
      args: ARGS,
      status: 2,
      stderr: [
        'error: fledge.toml:10:1: mappings.init: /file is not a directory, so nothing can be put below it',
        'fledge.toml:11:1: mappings."fledge.toml": /file is not a directory, so nothing can be put below it',
      ],
    });
  });
});
