import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Qcow2Options } from '../../src/formats/qcow2/writer.ts';
import {
  type DiskPart,
  mapOf,
  qemuImg,
  UNCOMPRESSED,
  writeQcow2,
  writeRaw,
  ZLIB,
  ZSTD,
} from '../helpers/filesystem/qcow2-image.ts';
import { testDirectory } from '../helpers/scratch.ts';

const CLUSTER = 65_536;
const METHODS = [
  ['zstd', ZSTD],
  ['zlib', ZLIB],
  ['no compression', UNCOMPRESSED],
] as const;

function paths(): { readonly image: string; readonly raw: string } {
  const directory = testDirectory();
  return { image: join(directory, 'disk.qcow2'), raw: join(directory, 'disk.raw') };
}

/** Writes both forms of a disk, and lets qemu-img check the image and compare both. */
async function requireGood(parts: readonly DiskPart[], options: Qcow2Options, { image, raw } = paths()) {
  await writeQcow2(image, parts, options);
  writeRaw(raw, parts);
  qemuImg('check', '-q', '-f', 'qcow2', image);
  qemuImg('compare', '-q', '-f', 'qcow2', '-F', 'raw', image, raw);
  return { image, raw };
}

function infoOf(image: string) {
  return JSON.parse(qemuImg('info', '-f', 'qcow2', '--output=json', image)) as {
    'virtual-size': number;
    'cluster-size': number;
    'format-specific': { data: { compat: string; 'compression-type': string; corrupt: boolean } };
  };
}

/** Text that compresses, and differs between seeds. */
function text(length: number, seed = 1): Buffer {
  const words = Array.from({ length: 97 }, (_, index) => `word${(index * seed * 7919) % 1009} `);
  const bytes = Buffer.alloc(length);
  for (let at = 0, index = seed; at < length; index = (index * 31 + 7) % 10_007) {
    at += bytes.write(words[index % words.length] ?? '', at, 'latin1');
  }
  return bytes;
}

const SIZES = [0, 512, 4096, CLUSTER - 512, CLUSTER, CLUSTER + 4096, 5 * CLUSTER + 1024];

describe.each(METHODS)('a qcow2 image with %s', (name, options) => {
  it.each(SIZES)('equals a raw disk of %i bytes', async (size) => {
    const { image } = await requireGood([text(size)], options);
    expect(infoOf(image)).toMatchObject({
      'virtual-size': size,
      'cluster-size': CLUSTER,
      'format-specific': {
        data: { compat: '1.1', corrupt: false, 'compression-type': name === 'zstd' ? 'zstd' : 'zlib' },
      },
    });
    expect(statSync(image).size % CLUSTER).toBe(0);
  });

  it('allocates no cluster for holes and zeros', async () => {
    const { image } = await requireGood([3 * CLUSTER, text(CLUSTER), Buffer.alloc(5 * CLUSTER), 700, text(9)], options);
    const data = mapOf(image).filter((entry) => entry.data);
    expect(data.map(({ start }) => start)).toEqual([3 * CLUSTER, 9 * CLUSTER]);
    const { image: empty } = await requireGood([20 * CLUSTER, Buffer.alloc(CLUSTER)], options);
    expect(mapOf(empty).filter((entry) => entry.data)).toEqual([]);
    // The header, the L1 table, the refcount table and its block.
    expect(statSync(empty).size).toBe(4 * CLUSTER);
  });

  it('stores incompressible clusters as they are', async () => {
    const noise = Array.from({ length: 40 }, (_, index) => [randomBytes(CLUSTER + index), text(CLUSTER, index + 2)]);
    const { image } = await requireGood(noise.flat(), options);
    expect(mapOf(image).some((entry) => entry.data && entry.compressed !== true)).toBe(true);
    const { size } = statSync(image);
    expect(size).toBeLessThanOrEqual(86 * CLUSTER);
  });

  it('equals any sparse disk', async () => {
    const part = fc.oneof(
      fc.integer({ min: 0, max: 3 * CLUSTER }),
      fc.integer({ min: 0, max: 2 * CLUSTER }).map((length) => Buffer.alloc(length)),
      fc.integer({ min: 0, max: 2 * CLUSTER }).map((length) => randomBytes(length)),
      fc.tuple(fc.integer({ min: 0, max: 4 * CLUSTER }), fc.nat(50)).map(([length, seed]) => text(length, seed + 1)),
    );
    const place = paths();
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 12 }), async (parts) => {
        await requireGood(parts, options, place);
      }),
      { numRuns: 12 },
    );
  }, 60_000);

  it('has the same bytes for any number of threads and any split of the input', async () => {
    const bytes = Buffer.concat([text(9 * CLUSTER + 12_288), randomBytes(3 * CLUSTER), text(7 * CLUSTER, 5)]);
    const pieces = Array.from({ length: Math.ceil(bytes.length / 5000) }, (_, index) =>
      bytes.subarray(index * 5000, (index + 1) * 5000),
    );
    const { image } = paths();
    const digests = new Set<string>();
    for (const [parts, workers] of [
      [[bytes], 1],
      [[bytes], 5],
      [pieces, 2],
    ] as const) {
      await writeQcow2(image, parts, { ...options, workers });
      digests.add(createHash('sha256').update(readFileSync(image)).digest('hex'));
    }
    expect(digests.size).toBe(1);
  });

  it('can be grown and written in QEMU', async () => {
    const { image } = await requireGood([text(7 * CLUSTER), 3 * CLUSTER], options);
    qemuImg('resize', '-q', '-f', 'qcow2', image, '2G');
    const io = (...commands: readonly string[]) =>
      execFileSync('qemu-io', ['-f', 'qcow2', ...commands.flatMap((command) => ['-c', command]), image], {
        encoding: 'utf8',
      });
    // Into a compressed cluster, a hole, and the new part.
    io('write -P 1 70000 3000', `write -P 2 ${8 * CLUSTER} 5000`, 'write -P 3 1500M 100k');
    const output = io(
      'read -P 1 70000 3000',
      `read -P 2 ${8 * CLUSTER} 5000`,
      'read -P 3 1500M 100k',
      `read -P 0 ${8 * CLUSTER + 5000} 1000`,
    );
    expect(output).not.toContain('failed');
    qemuImg('check', '-q', '-f', 'qcow2', image);
  });
});

it('an image has an L2 table for each used part of 512 MiB only', async () => {
  const part = 512 * 2 ** 20;
  const { image } = await requireGood([5, text(100), part, text(100), 2 * part, text(3)], UNCOMPRESSED);
  // The header, three clusters with an L2 table each, the L1 table, the refcount table and its block.
  expect(statSync(image).size).toBe(10 * CLUSTER);
});

describe('the compressed clusters of an image', () => {
  /** The bytes of the file from the position of the first compressed cluster, by the specification's L2 entries. */
  function firstCluster(image: string): Buffer {
    const bytes = readFileSync(image);
    const l1 = Number(bytes.readBigUInt64BE(40));
    const l2 = Number(bytes.readBigUInt64BE(l1) & 0x00ff_ffff_ffff_fe00n);
    const entry = bytes.readBigUInt64BE(l2);
    expect(entry >> 62n).toBe(1n);
    return bytes.subarray(Number(entry & 0x003f_ffff_ffff_ffffn));
  }

  it('are zstd frames with the size of a cluster in their header, so that a reader needs one call', async () => {
    const { image } = await requireGood([text(CLUSTER)], ZSTD);
    // RFC 8878, 3.1.1.1: the magic number; a single segment with a size of two bytes; the size minus 256.
    const header = [0x28, 0xb5, 0x2f, 0xfd, 0x60, 0x00, 0xff];
    expect([...firstCluster(image).subarray(0, header.length)]).toEqual(header);
  });

  it('are complete streams of deflate that end with a final block', async () => {
    const { image } = await requireGood([text(CLUSTER)], ZLIB);
    expect(inflateRawSync(firstCluster(image)).equals(text(CLUSTER))).toBe(true);
  });

  it('have matches of at most 4096 bytes with zlib, because QEMU reads with this window', async () => {
    const block = randomBytes(5000);
    const { image } = await requireGood([Buffer.concat([block, block, block, block])], ZLIB);
    expect(mapOf(image).filter((entry) => entry.compressed)).toEqual([]);
  });
});
