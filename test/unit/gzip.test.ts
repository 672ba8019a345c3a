import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { gunzipSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CompressorPool } from '../../src/formats/compressor-pool.ts';
import { type Chunk, type CompressedChunk, chunkLength, dictionaryLength } from '../../src/formats/gzip/chunk.ts';
import { loadCompressor, startCompressWorker } from '../../src/formats/gzip/compress-worker.ts';
import { GzipWriter, openGzip } from '../../src/formats/gzip/gzip.ts';
import { encodeMemberEnd, memberHeader } from '../../src/formats/gzip/member.ts';

/** Bytes for which all threads start. */
const ALL_THREADS = 1024 ** 3;

/** Pseudo-random bytes with `variety` different values; 256 are incompressible. The same on every machine. */
function noise(length: number, variety = 256): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = 0x2545f491;
  for (let i = 0; i < length; i++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    bytes[i] = (state >>> 8) % variety;
  }
  return bytes;
}

/** Data between noise and zeros: words from a small dictionary, similar to text and code. */
function prose(length: number): Uint8Array {
  const words = noise(4096, 26).map((letter) => letter + 97);
  const choice = noise(length, 200);
  const bytes = new Uint8Array(length);
  for (let offset = 0, i = 0; offset < length; i++) {
    const start = (choice[i] ?? 0) * 20;
    const word = words.subarray(start, start + 3 + ((choice[i] ?? 0) % 13)).subarray(0, length - offset);
    bytes.set(word, offset);
    offset += word.length;
  }
  return bytes;
}

async function gzip(bytes: Uint8Array, workers = 2): Promise<Buffer> {
  const output: Uint8Array[] = [];
  const writer = openGzip({ workers, write: (part) => void output.push(Uint8Array.from(part)) });
  writer.expect(ALL_THREADS);
  await writer.write(bytes);
  const result = await writer.finish();
  const file = Buffer.concat(output);
  expect(result).toEqual({ uncompressedSize: bytes.length, size: file.length });
  return file;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Number of threads of this process besides the main one. */
let threads = 0;
/** The largest number of them at once. */
let most = 0;

beforeEach(() => {
  threads = 0;
  most = 0;
  process.on('worker', countThread);
});

afterEach(() => {
  process.off('worker', countThread);
});

function countThread(worker: Worker): void {
  threads++;
  most = Math.max(most, threads);
  worker.once('exit', () => {
    threads--;
  });
}

describe('the gzip member', () => {
  it('the member has a header without name, time and system, and ends with checksum and size', async () => {
    const file = await gzip(Buffer.from('fledge'));
    expect(file.subarray(0, 10)).toEqual(Buffer.from('1f8b08000000000000ff', 'hex'));
    expect(file.subarray(0, 10)).toEqual(Buffer.from(memberHeader));
    // crc32 of "fledge" as `printf fledge | gzip | tail -c8` has it, and 6 bytes.
    expect(file.subarray(-8)).toEqual(Buffer.from('d2dbef6706000000', 'hex'));
  });

  it('an empty member is a header, an empty block and zeros', async () => {
    const file = await gzip(new Uint8Array());
    expect(file.toString('hex')).toBe(`1f8b08000000000000ff${'0300'}${'0000000000000000'}`);
    expect(gunzipSync(file)).toHaveLength(0);
  });

  it('the member records the size modulo 4 GiB', () => {
    expect(Buffer.from(encodeMemberEnd(0xffff_ffff, 2 ** 33 + 7, 6)).toString('hex')).toBe('0300ffffffff07000000');
  });

  it.each([
    [10, 0],
    [11, 3],
    [12, 2],
    [2 ** 40 + 13, 1],
  ])(
    'pads a file that has %d bytes before its end to a multiple of four bytes with %d empty blocks',
    (position, blocks) => {
      const end = Buffer.from(encodeMemberEnd(1, 2, position)).toString('hex');
      expect(end).toBe(`${'000000ffff'.repeat(blocks)}03000100000002000000`);
      expect((position + end.length / 2) % 4).toBe(0);
    },
  );
});

describe('the compressed content', () => {
  const lengths = [1, 2, 3, 4, 5, 255, 258, 259, 4999, 5000, 5001, 65_535, 65_536].concat(
    [-5, -1, 0, 1, 2, 3, 4, 5, 6].map((offset) => chunkLength + offset),
    [2, 3].flatMap((count) => [-1, 0, 1].map((offset) => count * chunkLength + offset)),
  );

  it.each([
    ['text', prose],
    ['incompressible bytes', noise],
    ['zeros', (length: number) => new Uint8Array(length)],
  ])(
    'decompresses to the input at every length around the chunk limits: %s',
    async (_, generate) => {
      const longest = generate(Math.max(...lengths));
      for (const length of lengths) {
        const bytes = longest.subarray(0, length);
        // A second thread for one chunk would start and end without work.
        const file = await gzip(bytes, length <= chunkLength ? 1 : 2);
        expect(Buffer.compare(gunzipSync(file), bytes), `${length} bytes`).toBe(0);
        expect(file.length % 4).toBe(0);
        expect(file.length).toBeLessThanOrEqual(
          35 + length + 5 * Math.ceil(length / 5000) + 12 * Math.ceil(length / chunkLength),
        );
      }
    },
    60_000,
  );

  it('matches data of the previous chunk', async () => {
    const block = noise(dictionaryLength / 2);
    const bytes = Buffer.concat([new Uint8Array(chunkLength - block.length), block, block]);
    expect((await gzip(bytes)).length).toBeLessThan(block.length * 1.1);
  });

  it('decompresses to the input for any data and any sizes of writes', async () => {
    const part = fc.oneof(
      { weight: 3, arbitrary: fc.uint8Array({ maxLength: 300 }) },
      {
        weight: 3,
        arbitrary: fc.tuple(fc.nat(200_000), fc.integer({ min: 1, max: 256 })).map(([n, v]) => noise(n, v)),
      },
      { weight: 1, arbitrary: fc.nat(2 * chunkLength).map(prose) },
    );
    const property = fc.asyncProperty(
      fc.array(fc.record({ bytes: part, reserved: fc.boolean() }), { maxLength: 12 }),
      fc.integer({ min: 1, max: 3 }),
      async (parts, workers) => {
        const output: Uint8Array[] = [];
        const writer = openGzip({ workers, write: (bytes) => void output.push(Uint8Array.from(bytes)) });
        writer.expect(ALL_THREADS);
        for (const { bytes, reserved } of parts) {
          await (reserved ? fill(writer, bytes) : writer.write(bytes));
        }
        await writer.finish();
        const expected = Buffer.concat(parts.map(({ bytes }) => bytes));
        const file = Buffer.concat(output);
        expect(Buffer.compare(gunzipSync(file), expected)).toBe(0);
        expect(sha256(await gzip(expected, 1))).toBe(sha256(file));
      },
    );
    await fc.assert(property, { numRuns: 25 });
  }, 60_000);
});

async function fill(writer: GzipWriter, bytes: Uint8Array): Promise<void> {
  let rest = bytes;
  while (rest.length > 0) {
    const room = writer.reserve();
    const count = Math.min(room.length, rest.length);
    room.set(rest.subarray(0, count));
    await writer.commit(count);
    rest = rest.subarray(count);
  }
}

describe('the compressed bytes', () => {
  const bytes = Buffer.concat([prose(3 * chunkLength), noise(chunkLength), new Uint8Array(chunkLength), prose(12_345)]);

  it.each([1, 2, 3, 8])('the bytes do not depend on the number of workers: %d', async (workers) => {
    // If this changes without a new libdeflate or chunk length, artifacts of the same inputs differ from those of
    // earlier releases. After an intended change, put the new digest here and add a line to the changelog.
    expect(sha256(await gzip(bytes, workers))).toBe('a2c0f3e356c028e56cdd756bee529e11e23ac17b54765dc53f90240efbb2c1b2');
  });

  it('the bytes are one stream followed only by checksum and size', async () => {
    const file = await gzip(bytes);
    // inflateRaw reports how much input the stream used; a second member would be left over.
    const { engine } = inflateRawSync(file.subarray(10), { info: true }) as unknown as {
      engine: { bytesWritten: number };
    };
    expect(engine.bytesWritten).toBe(file.length - 10 - 8);
  });
});

describe('back-pressure', () => {
  it('small writes return no promise', async () => {
    const writer = openGzip({ workers: 1, write: () => undefined });
    const line = Buffer.alloc(100, 'x');
    const promises = Array.from({ length: chunkLength / 100 }, () => writer.write(line));
    expect(promises.every((promise) => promise === undefined)).toBe(true);
    await writer.abort();
  });

  it('a write waits while all allowed chunks are in progress, until one is written', async () => {
    const gate = Promise.withResolvers<void>();
    const writer = openGzip({ workers: 2, write: () => gate.promise });
    writer.expect(ALL_THREADS);
    const bytes = prose(chunkLength);
    const room = (): Promise<void> | undefined => {
      writer.reserve().set(bytes);
      return writer.commit(chunkLength);
    };
    expect(room()).toBeUndefined();
    expect(room()).toBeUndefined();
    const third = room();
    expect(third).toBeInstanceOf(Promise);
    expect(() => writer.reserve()).toThrow('gzip has no free buffer: a promise was not awaited');
    const settled = vi.fn();
    void third?.then(settled);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(settled).not.toHaveBeenCalled();
    gate.resolve();
    await third;
    expect(writer.reserve()).toHaveLength(chunkLength);
    await writer.finish();
  });

  it('writes in order, one call at a time', async () => {
    const output: Uint8Array[] = [];
    let writing = 0;
    const writer = openGzip({
      workers: 4,
      async write(part) {
        expect(++writing).toBe(1);
        await new Promise((resolve) => setTimeout(resolve, 5));
        output.push(Uint8Array.from(part));
        writing--;
      },
    });
    writer.expect(ALL_THREADS);
    // Chunks that need very different times.
    const bytes = Buffer.concat(Array.from({ length: 8 }, (_, i) => (i % 2 === 0 ? prose : noise)(chunkLength)));
    await writer.write(bytes);
    await writer.finish();
    expect(Buffer.compare(gunzipSync(Buffer.concat(output)), bytes)).toBe(0);
  });

  it('refuses to commit more bytes than were reserved', async () => {
    const writer = openGzip({ workers: 1, write: () => undefined });
    expect(() => writer.commit(chunkLength + 1)).toThrow('cannot commit');
    expect(() => writer.commit(-1)).toThrow('cannot commit');
    await writer.abort();
  });
});

describe('the threads of a compression', () => {
  it('starts one thread for a short file, and all for a long one', async () => {
    const short = openGzip({ workers: 3, write: () => undefined });
    short.expect(8 * chunkLength);
    await short.write(prose(2 * chunkLength));
    await short.finish();
    await vi.waitFor(() => expect(threads).toBe(0));
    expect(most).toBe(1);
    const long = openGzip({ workers: 3, write: () => undefined });
    await long.write(prose(20 * chunkLength));
    await long.finish();
    expect(most).toBe(3);
  });
});

describe('the end of a compression', () => {
  it('finish ends the threads', async () => {
    const writer = openGzip({ workers: 3, write: () => undefined });
    writer.expect(ALL_THREADS);
    await vi.waitFor(() => expect(threads).toBe(3));
    await writer.finish();
    expect(threads).toBe(0);
    await expect(writer.finish()).rejects.toThrow('already finished');
    expect(() => writer.write(Buffer.from('x'))).toThrow('already finished');
  });

  it('abort rejects all pending writes at any time', async () => {
    const writer = openGzip({ workers: 2, write: () => new Promise(() => {}) });
    writer.expect(ALL_THREADS);
    const waiting = writer.write(prose(10 * chunkLength));
    const outcome = expect(waiting).rejects.toThrow('aborted');
    await writer.abort();
    await outcome;
    expect(threads).toBe(0);
    expect(() => writer.reserve()).toThrow('aborted');
    await expect(writer.finish()).rejects.toThrow('aborted');
    await writer.abort();
  });

  it.each([0, 1])('an error of the output ends the work and is reported unchanged: write %d', async (failing) => {
    let calls = 0;
    const error = new Error('no space left on device');
    const write = () => (calls++ === failing ? Promise.reject(error) : undefined);
    const writer = openGzip({ workers: 2, write });
    writer.expect(ALL_THREADS);
    await expect((async () => writer.write(prose(20 * chunkLength)))()).rejects.toBe(error);
    await expect(writer.finish()).rejects.toBe(error);
    await vi.waitFor(() => expect(threads).toBe(0));
    expect(calls).toBe(failing + 1);
  });

  it('an error of the last write is reported too', async () => {
    let calls = 0;
    const write = () => (calls++ === 1 ? Promise.reject(new Error('disk full')) : undefined);
    const writer = openGzip({ workers: 2, write });
    writer.expect(ALL_THREADS);
    await expect(writer.finish()).rejects.toThrow('disk full');
    expect(threads).toBe(0);
  });

  it('the process waits for the end of the threads, even after a late chunk', async () => {
    const compressor = loadCompressor();
    const started: Worker[] = [];
    const pool = new CompressorPool('gzip', { count: 1 }, () => {
      const worker = startCompressWorker(compressor);
      started.push(worker);
      return worker;
    });
    const [worker] = started;
    if (worker === undefined) throw new Error('the pool has started no worker');
    const closed = pool.close(new Error('given up'));
    const unref = vi.spyOn(worker, 'unref');
    worker.emit('message', { buffer: new ArrayBuffer(1), blocks: new Uint8Array(1) });
    await closed;
    expect(unref).not.toHaveBeenCalled();
  });
});

describe('a failing worker', () => {
  const chunk = () => ({ buffer: new ArrayBuffer(1 << 20), dictionary: 0, chunk: 0, end: 1000 });

  it('reports a trap in the wasm of a worker', async () => {
    const compressor = loadCompressor();
    const pool = new CompressorPool<Chunk, CompressedChunk>('gzip', { count: 2 }, () =>
      startCompressWorker(compressor),
    );
    const good = pool.compress(chunk());
    expect((await good).length).toBeGreaterThan(0);
    // More than wasm's input buffer holds.
    const bad = pool.compress({ ...chunk(), end: 1 << 20 });
    await expect(bad).rejects.toMatchObject({ name: 'FledgeError', code: 'internal' });
    await expect(bad).rejects.toThrow('a gzip worker failed: ');
    await expect(pool.compress(chunk())).rejects.toThrow('a gzip worker failed: ');
    await vi.waitFor(() => expect(threads).toBe(0));
  });

  it('reports a worker that ends by itself', async () => {
    const pool = new CompressorPool('gzip', { count: 1 }, () => new Worker('process.exit(3)', { eval: true }));
    await expect(pool.compress(chunk())).rejects.toThrow('a gzip worker ended too early, with status 3');
  });

  it('reports a worker without memory with a fix and not as a bug', async () => {
    const greedy = 'const all = []; for (;;) all.push(new Array(1000).fill(all.length))';
    const resourceLimits = { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2 };
    const pool = new CompressorPool('gzip', { count: 1 }, () => new Worker(greedy, { eval: true, resourceLimits }));
    await expect(pool.compress(chunk())).rejects.toMatchObject({
      message: 'a gzip worker failed: there is not enough memory for this build',
      fix: 'use a machine with more memory, or fewer threads (--workers 1)',
    });
  });

  it('a file reports the failure of its worker', async () => {
    const broken = () => new Worker('throw new RangeError("out of luck")', { eval: true });
    const writer = new GzipWriter(new CompressorPool<Chunk, CompressedChunk>('gzip', { count: 2 }, broken), {
      workers: 2,
      write: () => undefined,
    });
    await expect((async () => writer.write(prose(9 * chunkLength)))()).rejects.toThrow(
      'a gzip worker failed: out of luck',
    );
    await expect(writer.finish()).rejects.toThrow('a gzip worker failed: out of luck');
    await vi.waitFor(() => expect(threads).toBe(0));
  });
});

it('refuses zero workers', () => {
  expect(() => openGzip({ workers: 0, write: () => undefined })).toThrow('at least one worker');
});
