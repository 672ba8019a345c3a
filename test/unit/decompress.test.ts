import { gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectCompression } from '../../src/sources/image/layer/compression.ts';
import { decompress } from '../../src/sources/image/layer/decompress.ts';
import { Budget, type BudgetLimits } from '../../src/support/budget.ts';
import { emptyFrame, rawFrame, skippableFrame } from '../helpers/image/zstd.ts';

const MIB = 1024 * 1024;

/** The output of a stream that is pushed in chunks of this many bytes, and the memory that was charged. */
async function unpack(
  stream: Buffer,
  options: {
    readonly compression?: 'gzip' | 'zstd';
    readonly chunkBytes?: number;
    readonly limits?: Partial<BudgetLimits>;
  } = {},
): Promise<{ readonly text: string; readonly frames: number; readonly peak: number; readonly left: number }> {
  const { compression = 'zstd', chunkBytes = stream.length + 1, limits = {} } = options;
  const budget = new Budget(limits);
  let peak = 0;
  const chunks = async function* (): AsyncGenerator<Buffer> {
    for (let at = 0; at < stream.length; at += chunkBytes) yield stream.subarray(at, at + chunkBytes);
  };
  const spend = (item: 'memory' | 'frames', amount: number): void => {
    budget.spend(item, amount);
    peak = Math.max(peak, budget.spent('memory'));
  };
  const parts: string[] = [];
  for await (const part of decompress(chunks(), compression, spend)) parts.push(part.toString('latin1'));
  return { text: parts.join(''), frames: budget.spent('frames'), peak, left: budget.spent('memory') };
}

describe('the window of a zstd frame', () => {
  it.each([
    ['128 KiB', rawFrame('text', { windowLog: 17 }), 128 * 1024],
    ['128 MiB', rawFrame('text', { windowLog: 27 }), 128 * MIB],
    ['256 MiB', rawFrame('text', { windowLog: 28 }), 256 * MIB],
    ['448 MiB', rawFrame('text', { windowLog: 28, eighths: 6 }), 448 * MIB],
    ['512 MiB', rawFrame('text', { windowLog: 29 }), 512 * MIB],
    ['512 MiB for 4 bytes', rawFrame('text', { windowLog: 29, contentSize: 4 }), 4],
    ['its content', rawFrame('text', { contentSize: 4 }), 4],
  ])('allows a zstd window of %s and returns it to the budget', async (_, frame, peak) => {
    expect(await unpack(frame)).toEqual({ text: 'text', frames: 1, peak, left: 0 });
    expect(await unpack(frame, { chunkBytes: 1 })).toEqual({ text: 'text', frames: frame.length, peak, left: 0 });
  });

  it('charges the largest window of consecutive frames once', async () => {
    const frames = [27, 28, 20].map((windowLog) => rawFrame('x', { windowLog }));
    expect(await unpack(Buffer.concat(frames))).toEqual({ text: 'xxx', frames: 3, peak: 256 * MIB, left: 0 });
  });

  it.each([
    ['576 MiB', rawFrame('text', { windowLog: 29, eighths: 1 }), '576.0 MiB'],
    ['1 GiB', rawFrame('text', { windowLog: 30 }), '1.0 GiB'],
    ['the largest there is', rawFrame('text', { windowLog: 41, eighths: 7 }), '3.8 TiB'],
    ['a content of 513 MiB', rawFrame('text', { contentSize: 513 * MIB }), '513.0 MiB'],
    ['a content of 8 EiB', rawFrame('text', { contentSize: 2 ** 63 }), '8388608.0 TiB'],
  ])('refuses a zstd window of %s before anything is decompressed', async (_, frame, window) => {
    for (const chunkBytes of [1, frame.length]) {
      await expect(unpack(frame.subarray(0, -5), { chunkBytes })).rejects.toMatchObject({
        name: 'DecompressionError',
        message: `its zstd window is ${window}; the limit is 512 MiB`,
        fix: 'compress the layer again with a smaller window (zstd without --long)',
      });
    }
  });

  it('charges the window to the memory budget', async () => {
    const frame = rawFrame('text', { windowLog: 28 });
    await expect(unpack(frame, { limits: { memory: 255 * MIB } })).rejects.toThrow(
      /need more than 255\.0 MiB of memory/,
    );
  });

  it('refuses a frame that needs a dictionary without reading its window', async () => {
    const frame = Buffer.from(rawFrame('text', { windowLog: 17 }));
    const withDictionary = Buffer.concat([
      frame.subarray(0, 4),
      Buffer.from([1]),
      frame.subarray(5, 6),
      Buffer.from([7]),
      frame.subarray(6),
    ]);
    await expect(unpack(withDictionary)).rejects.toThrow(/^it was compressed with a dictionary$/);
  });
});

describe('a stream of several zstd frames', () => {
  it('frames without content use no budget', async () => {
    const nothing = Buffer.concat([
      ...Array<Buffer>(50_000).fill(emptyFrame()),
      ...Array<Buffer>(50_000).fill(skippableFrame(3)),
    ]);
    const stream = Buffer.concat([nothing, zstdCompressSync('text'), nothing]);
    expect(await unpack(stream)).toMatchObject({ text: 'text', frames: 1 });
    expect(await unpack(nothing)).toMatchObject({ text: '', frames: 0 });
  });

  it('limits the number of frames', async () => {
    const stream = Buffer.concat(Array<Buffer>(101).fill(rawFrame('x', { contentSize: 1 })));
    await expect(unpack(stream, { limits: { frames: 100 } })).rejects.toThrow(/more than 100 zstd frames/);
    expect(await unpack(stream, { limits: { frames: 101 } })).toMatchObject({ text: 'x'.repeat(101), frames: 101 });
  });

  it('gives the contents of all frames for any chunks', async () => {
    const frame = fc.oneof(
      fc.constant({ bytes: emptyFrame(), text: '' }),
      fc.constant({ bytes: zstdCompressSync(''), text: '' }),
      fc.constant({
        bytes: Buffer.concat([emptyFrame().subarray(0, -3), Buffer.from([0, 0, 0, 0, 0, 0, 1, 0, 0])]),
        text: '',
      }),
      fc.nat(20).map((length) => ({ bytes: skippableFrame(length), text: '' })),
      fc
        .string({ maxLength: 30, unit: 'binary-ascii' })
        .map((text) => ({ bytes: rawFrame(text, { windowLog: 17 }), text })),
      fc.string({ maxLength: 30, unit: 'binary-ascii' }).map((text) => ({ bytes: zstdCompressSync(text), text })),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(frame, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 40 }),
        async (frames, chunkBytes) => {
          const stream = Buffer.concat(frames.map(({ bytes }) => bytes));
          expect((await unpack(stream, { chunkBytes })).text).toBe(frames.map(({ text }) => text).join(''));
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    ['a skippable frame of 4 GiB', Buffer.concat([zstdCompressSync('x'), skippableFrame(0, 0xffff_ffff)])],
    ['the magic', Buffer.concat([zstdCompressSync('x'), Buffer.from([0x28, 0xb5])])],
    ['an empty frame', Buffer.concat([zstdCompressSync('x'), emptyFrame().subarray(0, -1)])],
  ])('refuses a stream that ends inside of %s', async (_, stream) => {
    for (const chunkBytes of [1, 5, stream.length]) {
      await expect(unpack(stream, { chunkBytes })).rejects.toThrow(/^it is truncated$/);
    }
  });

  it('refuses a frame with more or less content than declared', async () => {
    for (const contentSize of [0, 3, 5]) {
      await expect(unpack(rawFrame('text', { contentSize }))).rejects.toMatchObject({ name: 'DecompressionError' });
    }
    await expect(unpack(rawFrame('', { contentSize: 5 }))).rejects.toMatchObject({ name: 'DecompressionError' });
  });
});

it('decompresses several members of gzip as one stream', async () => {
  const stream = Buffer.concat([...Array<Buffer>(20_000).fill(gzipSync('')), gzipSync('text')]);
  expect(await unpack(stream, { compression: 'gzip' })).toMatchObject({ text: 'text', frames: 0 });
});

describe('an unsupported compression', () => {
  it.each<[string, string]>([
    ['xz', 'fd377a585a000004'],
    ['bzip2', '425a6839314159265359'],
    ['bzip3', '425a337631'],
    ['lzip', '4c5a4950010c'],
    ['lzop', '894c5a4f000d0a1a0a'],
    ['lrzip', '4c525a490006'],
    ['lz4', '04224d186440a7'],
    ['lz4 (legacy)', '02214c18'],
    ['compress (.Z)', '1f9d90'],
    ['lzh (.Z)', '1fa0'],
    ['pack (.z)', '1f1e'],
    ['snappy', 'ff060000734e61507059'],
    ['zip', '504b0304'],
    ['7z', '377abcaf271c'],
    ['rar', '526172211a0700'],
    ['an ar archive', '213c617263683e0a'],
    ['an rpm package', 'edabeedb0300'],
    ['a cpio archive', '303730373031'],
    ['a squashfs image', '68737173'],
    ['zlib', '789c0300'],
    ['lzma', '5d00008000ffffffffffffffff003a19'],
    ['lzma', '5d000000040a28000000000000003a19'],
    ['lzma', '5d00000003ffffffffffffffff003a19'],
  ])('recognises %s', (name, hex) => {
    for (const head of [Buffer.from(hex, 'hex'), Buffer.concat([Buffer.from(hex, 'hex'), Buffer.alloc(512, 0xa5)])]) {
      expect(() => detectCompression(head)).toThrow(
        expect.objectContaining({ message: `it is ${name}, but layers must be plain tar, or tar in gzip or zstd` }),
      );
    }
  });

  it.each([
    '',
    '5d',
    '5d00008000',
    '5d00000000ffffffffffffffff003a19',
    '5d00008000ffffffffffffff7f003a19',
    'ff00008000ffffffffffffffff003a19',
    '78',
    '7878',
  ])('does not guess a compression from %j', (hex) => {
    expect(detectCompression(Buffer.from(hex, 'hex'))).toBe('none');
  });
});
