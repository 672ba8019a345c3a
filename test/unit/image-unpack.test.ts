import { createHash } from 'node:crypto';
import { chmodSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteStringFromText } from '../../src/support/byte-string.ts';
import type { FileTree } from '../../src/tree/tree.ts';
import { treeOfBlobs, treeOfLayers } from '../helpers/image/image-tree.ts';
import { type TestLayer, writeLayerBlob } from '../helpers/image/oci-image.ts';
import { memberOf, tarOf } from '../helpers/image/tar.ts';
import { testDirectory } from '../helpers/scratch.ts';
import { contentOf, describeTree } from '../helpers/tree/describe-tree.ts';

/** Incompressible, and larger than one read. */
const NOISE = noise(3_000_000);
const TAR = tarOf([
  { name: 'small', data: 'small' },
  { name: 'large', data: NOISE },
  { name: 'empty' },
  { name: 'last', data: 'last' },
]);

function noise(length: number): Buffer {
  const blocks = Array.from({ length: Math.ceil(length / 64) }, (_, index) =>
    createHash('sha512').update(`${index}`).digest(),
  );
  return Buffer.concat(blocks).subarray(0, length);
}

function textAt(tree: FileTree, path: string): string {
  const inode = tree.get(byteStringFromText(path));
  return inode?.kind === 'file' ? contentOf(inode.content).toString('latin1') : `${inode?.kind}`;
}

async function failureOf(layer: TestLayer, maxUnpackedBytes?: number): Promise<unknown> {
  const directory = testDirectory();
  const blob = writeLayerBlob(directory, layer);
  const failure = await treeOfBlobs([blob], {
    spoolDirectory: directory,
    ...(maxUnpackedBytes !== undefined && { maxUnpackedBytes }),
  }).catch((error: unknown) => error);
  expect(readdirSync(directory).filter((name) => !name.endsWith('.blob'))).toEqual([]);
  expect(failure).toMatchObject({ name: 'FledgeError' });
  return failure;
}

const says = (text: RegExp, code = 'input') => ({ code, message: expect.stringMatching(text) });

describe('the content of files', () => {
  it('stores the content of files in a spool without a name', async () => {
    const directory = testDirectory();
    const tree = await treeOfBlobs([writeLayerBlob(directory, { tar: TAR })], { spoolDirectory: directory });
    expect(textAt(tree, 'small')).toBe('small');
    expect(textAt(tree, 'large')).toBe(NOISE.toString('latin1'));
    expect(textAt(tree, 'empty')).toBe('');
    expect(textAt(tree, 'last')).toBe('last');
    expect(readdirSync(directory).filter((name) => !name.endsWith('.blob'))).toEqual([]);
  });
});

describe('a compressed layer', () => {
  const half = Math.floor(TAR.length / 2);
  const [first, second] = [TAR.subarray(0, half), TAR.subarray(half)];
  const skippable = Buffer.concat([Buffer.from([0x5c, 0x2a, 0x4d, 0x18, 5, 0, 0, 0]), Buffer.alloc(5, 7)]);
  const frames = [first, Buffer.alloc(0), second].map((part) => zstdCompressSync(part));

  it.each<[string, TestLayer]>([
    ['plain tar', { tar: TAR, compression: 'none' }],
    ['gzip', { tar: TAR, compression: 'gzip' }],
    ['zstd', { tar: TAR, compression: 'zstd' }],
    [
      'several gzip members',
      { tar: TAR, blob: Buffer.concat([first, Buffer.alloc(0), second].map((part) => gzipSync(part))) },
    ],
    ['zeros behind gzip', { tar: TAR, blob: Buffer.concat([gzipSync(TAR), Buffer.alloc(3_000_000)]) }],
    ['several zstd frames', { tar: TAR, blob: Buffer.concat(frames) }],
    ['skippable zstd frames', { tar: TAR, blob: Buffer.concat([skippable, ...frames, skippable]) }],
    ['gzip by its bytes', { tar: TAR, compression: 'gzip', mediaType: 'application/vnd.oci.image.layer.v1.tar' }],
    ['zstd by its bytes', { tar: TAR, compression: 'zstd', mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip' }],
    ["Docker's", { tar: TAR, compression: 'gzip', mediaType: 'application/vnd.docker.image.rootfs.diff.tar.gzip' }],
    [
      'foreign and present',
      { tar: TAR, compression: 'gzip', mediaType: 'application/vnd.docker.image.rootfs.foreign.diff.tar.gzip' },
    ],
    [
      'sha512 digests',
      {
        tar: TAR,
        diffId: `sha512:${createHash('sha512').update(TAR).digest('hex')}`,
        digest: sha512(gzipSync(TAR)),
        blob: gzipSync(TAR),
      },
    ],
  ])('unpacks a layer: %s', async (_, layer) => {
    expect(describeTree(await treeOfLayers(layer))).toEqual(describeTree(await treeOfLayers(TAR)));
  });

  it('unpacks any number of zstd frames with any chunks', async () => {
    const tar = tarOf([{ name: 'f', data: NOISE.subarray(0, 2000) }]);
    const cuts = fc.array(fc.nat(tar.length), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(cuts, fc.nat(3), async (where, level) => {
        const ends = [0, ...where.toSorted((a, z) => a - z), tar.length];
        const parts = ends
          .slice(1)
          .map((end, index) =>
            zstdCompressSync(tar.subarray(ends[index], end), { params: { 100: level + 1, 201: level % 2 } }),
          );
        expect(textAt(await treeOfLayers({ tar, blob: Buffer.concat(parts) }), 'f')).toHaveLength(2000);
      }),
      { numRuns: 20 },
    );
  });

  it('unpacks an empty layer', async () => {
    for (const compression of ['none', 'gzip', 'zstd'] as const) {
      expect(describeTree(await treeOfLayers({ tar: Buffer.alloc(1024), compression }))).toHaveLength(1);
      expect(describeTree(await treeOfLayers({ tar: Buffer.alloc(0), compression }))).toHaveLength(1);
    }
  });
});

describe('an invalid layer', () => {
  const gzip = gzipSync(TAR);
  const zstd = zstdCompressSync(TAR);

  it.each<[string, TestLayer, RegExp]>([
    [
      'has another digest',
      { tar: TAR, digest: `sha256:${'0'.repeat(64)}` },
      /layer 1 of 1 of test is damaged: its digest is sha256:[0-9a-f]+, but the image lists sha256:0+/,
    ],
    [
      'has another diff_id',
      { tar: TAR, diffId: `sha256:${'0'.repeat(64)}` },
      /layer 1 .* unpacks to sha256:[0-9a-f]+, but the image's config lists sha256:0/,
    ],
    [
      'has another diff_id in gzip',
      { tar: TAR, compression: 'gzip', diffId: `sha256:${'0'.repeat(64)}` },
      /unpacks to/,
    ],
    ['has a digest that nobody can verify', { tar: TAR, digest: 'md5:00' }, /digest "md5:00"; only sha256 and sha512/],
    ['has a diff_id that nobody can verify', { tar: TAR, diffId: '' }, /the diff_id of layer 1 .* digest ""/],
    ['has another size', { tar: TAR, size: 5 }, /is damaged: it has \d+ bytes, but the image lists 5/],
    ['is missing', { tar: TAR, absent: true }, /layer 1 .* is missing: there is no blob sha256:/],
    ['is gzip cut off', { tar: TAR, blob: gzip.subarray(0, -100) }, /layer 1 .* cannot be unpacked: it is truncated/],
    ['is zstd cut off', { tar: TAR, blob: zstd.subarray(0, -100) }, /layer 1 .* cannot be unpacked: it is truncated/],
    ['is zstd cut off in its magic', { tar: TAR, blob: Buffer.concat([zstd, zstd.subarray(0, 2)]) }, /it is truncated/],
    ['is tar cut off', { tar: TAR.subarray(0, 600_000) }, /entry "large": the archive ends \d+ bytes too early/],
    [
      'is gzip with something behind',
      { tar: TAR, blob: Buffer.concat([gzip, Buffer.from('garbage')]) },
      /cannot be unpacked: it is not valid gzip/,
    ],
    [
      'is gzip with something behind zeros',
      { tar: TAR, blob: Buffer.concat([gzip, Buffer.alloc(2_500_000), Buffer.from('x')]) },
      /data follows its end/,
    ],
    [
      'is zstd with something behind',
      { tar: TAR, blob: Buffer.concat([zstd, Buffer.from('garbage')]) },
      /data that is not a zstd frame/,
    ],
    [
      'is gzip with a flipped bit',
      { tar: TAR, blob: flipped(gzip, 1_000_000) },
      /cannot be unpacked: it is not valid gzip/,
    ],
    [
      'is zstd with a flipped bit',
      { tar: TAR, blob: flipped(zstd, zstd.length >> 1) },
      /^layer 1 of 1 of test (?:cannot be unpacked|unpacks to sha256|: )/,
    ],
    [
      'is xz',
      { tar: TAR, blob: Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 1, 2]) },
      /it is xz, but layers must be plain tar/,
    ],
    ['is no archive', { tar: TAR, blob: Buffer.alloc(2000, 'x') }, /not a tar archive/],
    [
      'is encrypted',
      { tar: TAR, mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip+encrypted' },
      /layer 1 .* is encrypted/,
    ],
    [
      'is of an unknown type',
      { tar: TAR, mediaType: 'application/vnd.wasm.content.layer.v1+wasm' },
      /unknown media type "application\/vnd\.wasm/,
    ],
    [
      'is foreign and absent',
      {
        tar: TAR,
        absent: true,
        mediaType: 'application/vnd.oci.image.layer.nondistributable.v1.tar+gzip',
        urls: ['https://example.com/l'],
      },
      /only its publisher may distribute it \(https:\/\/example\.com\/l\)/,
    ],
  ])('refuses a layer that %s', async (_, layer, message) => {
    expect(await failureOf(layer)).toMatchObject(says(message));
  });

  it('reports a layer as damaged when its bytes do not match its digest', async () => {
    for (const [published, at] of [
      [gzip, 1_000_000],
      [zstd, 5000],
      [TAR, 100],
    ] as const) {
      const digest = `sha256:${createHash('sha256').update(published).digest('hex')}`;
      const failure = await failureOf({ tar: TAR, blob: flipped(published, at), digest });
      expect(failure).toMatchObject(says(/^layer 1 of 1 of test is damaged: its digest is/));
    }
  });

  it('refuses a layer that declares 100 GB and is empty', async () => {
    const tar = tarOf([{ name: 'huge', declaredSize: 100 * 1024 ** 3 }]);
    expect(await failureOf({ tar, compression: 'gzip' })).toMatchObject(
      says(/entry "huge": the archive ends \d+ bytes too early/),
    );
  });

  it('refuses a layer that is a decompression bomb', async () => {
    const header = memberOf({ name: 'zeros', declaredSize: 50 * 1024 ** 2 });
    const tar = Buffer.concat([header, Buffer.alloc(50 * 1024 ** 2), Buffer.alloc(1024)]);
    for (const compression of ['gzip', 'zstd'] as const) {
      const failure = await failureOf({ tar, compression }, 10 * 1024 ** 2);
      expect(failure).toMatchObject(says(/^the image unpacks to more than max_unpacked_mb \(10\.0 MiB\)$/));
    }
  });

  it('charges all layers to one budget', async () => {
    const directory = testDirectory();
    const blobs = ['a', 'b'].map((name) =>
      writeLayerBlob(directory, { tar: tarOf([{ name, data: NOISE }]) }, `layer ${name}`),
    );
    const unpack = (maxUnpackedBytes: number) => treeOfBlobs(blobs, { spoolDirectory: directory, maxUnpackedBytes });
    await expect(unpack(4_000_000)).rejects.toThrow(/^the image unpacks to more than max_unpacked_mb \(3\.8 MiB\)$/);
    expect((await unpack(7_000_000)).get(byteStringFromText('b'))).toBeDefined();
  });

  it('reports a missing directory for the spool', async () => {
    const directory = testDirectory();
    const blob = writeLayerBlob(directory, { tar: TAR });
    const spoolDirectory = join(directory, 'none');
    await expect(treeOfBlobs([blob], { spoolDirectory })).rejects.toMatchObject({
      ...says(/cannot unpack layer 1 of 1 of test to .*none/, 'output'),
      fix: expect.stringContaining('TMPDIR'),
    });
  });

  it('does not read a layer through a link or from a fifo', async () => {
    const directory = testDirectory();
    chmodSync(directory, 0o755);
    const blob = { ...writeLayerBlob(directory, { tar: TAR }), path: directory };
    await expect(treeOfBlobs([blob], { spoolDirectory: directory })).rejects.toThrow(/not a regular file/);
  });
});

function sha512(bytes: Buffer): string {
  return `sha512:${createHash('sha512').update(bytes).digest('hex')}`;
}

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0x10;
  return copy;
}
