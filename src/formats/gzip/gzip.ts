import { crc32 } from 'node:zlib';
import { FledgeError } from '../../support/errors.ts';
import type { ByteSink } from '../byte-sink.ts';
import { CompressorPool } from '../compressor-pool.ts';
import { type Chunk, type CompressedChunk, chunkLength, dictionaryLength } from './chunk.ts';
import { loadCompressor, startCompressWorker } from './compress-worker.ts';
import { encodeMemberEnd, memberHeader } from './member.ts';

export interface GzipOptions {
  /** The number of compressor threads, 1 or more. It does not affect the output. */
  readonly workers: number;
  /** Writes the next bytes of the file. They are valid until its promise is settled. Called in order, one at a time. */
  readonly write: (bytes: Uint8Array) => Promise<void> | undefined;
}

/** In bytes. */
export interface GzipResult {
  readonly uncompressedSize: number;
  readonly size: number;
}

/** A shorter file is compressed by one thread, because the start of another one takes longer than it saves. */
const LENGTH_FOR_ALL_THREADS = 16 * chunkLength;

/**
 * Begins a gzip file of one member, with a length that is a multiple of four. One thread starts here, which needs about 40 ms,
 * so callers open the file before other preparations. The others start when enough bytes have come, or with `expect`.
 *
 * @throws FledgeError `internal` if the number of workers is not a positive integer.
 */
export function openGzip(options: GzipOptions): GzipWriter {
  if (!Number.isInteger(options.workers) || options.workers < 1) {
    throw new FledgeError('internal', `gzip needs at least one worker, not ${options.workers}`);
  }
  const compressor = loadCompressor();
  const pool = new CompressorPool<Chunk, CompressedChunk>('gzip', { count: options.workers, early: 1 }, () =>
    startCompressWorker(compressor),
  );
  return new GzipWriter(pool, options);
}

/**
 * A gzip file that is being written. There are two ways to add bytes: `write` copies them; with `reserve` and `commit` the
 * caller writes them into the buffer. Both return undefined, or a promise if a chunk is full and no buffer is free; until it is
 * fulfilled, only `abort` may be called. At most `workers` + 2 chunks exist at a time. After an error, which can be that of
 * an earlier chunk, every call fails with that error, and the threads are terminated.
 */
export class GzipWriter implements ByteSink {
  readonly #pool: CompressorPool<Chunk, CompressedChunk>;
  readonly #options: GzipOptions;
  /** The maximum number of chunks that were sent and not written yet. One more is being filled. */
  readonly #maximumSent: number;
  readonly #spareBuffers: ArrayBuffer[] = [];
  /** The space of the dictionary, then the chunk; undefined while no buffer is free. */
  #current: Uint8Array<ArrayBuffer> | undefined;
  /** The offsets in `#current` of the dictionary and of the next byte. */
  #dictionary = dictionaryLength;
  #end = dictionaryLength;
  #sent = 0;
  #chunkWritten = Promise.withResolvers<void>();
  /** Fulfilled when all chunks sent so far are written or have failed. */
  #written: Promise<void>;
  #crc = 0;
  #uncompressedSize = 0;
  #size = 0;
  /** The error of all further calls; undefined while the file is open. */
  #closed: Error | undefined;

  constructor(pool: CompressorPool<Chunk, CompressedChunk>, options: GzipOptions) {
    this.#pool = pool;
    this.#options = options;
    // One more than workers, so that an idle worker can continue before the producer reacts.
    this.#maximumSent = options.workers + 1;
    this.#current = this.#takeBuffer();
    this.#written = this.#emit(memberHeader).catch((error: unknown) => this.#fail(error));
  }

  /** Prepares for a number of bytes in all, which need not be exact. */
  expect(bytes: number): void {
    if (bytes > LENGTH_FOR_ALL_THREADS) this.#pool.startAll();
  }

  /** The free part of the current chunk, at least one byte, for the caller to write into. */
  reserve(): Uint8Array<ArrayBuffer> {
    return this.#writableChunk().subarray(this.#end);
  }

  /** Adds the first `length` bytes of the reserved part, which the caller must not use after this. */
  commit(length: number): Promise<void> | undefined {
    const room = this.#writableChunk().length - this.#end;
    if (!Number.isInteger(length) || length < 0 || length > room) {
      throw new FledgeError('internal', `gzip cannot commit ${length} bytes: ${room} are free`);
    }
    this.#end += length;
    return length === room ? this.#nextChunk() : undefined;
  }

  /** Copies bytes. The caller may change them when the call has returned undefined or its promise is fulfilled. */
  write(bytes: Uint8Array): Promise<void> | undefined {
    const chunk = this.#writableChunk();
    const count = Math.min(bytes.length, chunk.length - this.#end);
    chunk.set(count === bytes.length ? bytes : bytes.subarray(0, count), this.#end);
    const ready = this.commit(count);
    if (count === bytes.length) return ready;
    return this.#writeRest(bytes.subarray(count), ready);
  }

  /** Writes the rest and the end of the file, and terminates the threads. */
  async finish(): Promise<GzipResult> {
    if (this.#end > dictionaryLength) this.#sendChunk(this.#writableChunk());
    await this.#written;
    if (this.#closed !== undefined) throw this.#closed;
    const finished = new FledgeError('internal', 'the gzip file is already finished');
    this.#closed = finished;
    try {
      await this.#emit(encodeMemberEnd(this.#crc, this.#uncompressedSize, this.#size));
    } finally {
      await this.#pool.close(finished);
    }
    return { uncompressedSize: this.#uncompressedSize, size: this.#size };
  }

  /** Terminates the threads and leaves the file incomplete. Pending promises are rejected. */
  async abort(): Promise<void> {
    const reason = new FledgeError('internal', 'the gzip file was aborted');
    this.#fail(reason);
    await this.#pool.close(reason);
  }

  #writableChunk(): Uint8Array<ArrayBuffer> {
    if (this.#closed !== undefined) throw this.#closed;
    if (this.#current === undefined)
      throw new FledgeError('internal', 'gzip has no free buffer: a promise was not awaited');
    return this.#current;
  }

  async #writeRest(bytes: Uint8Array, ready: Promise<void> | undefined): Promise<void> {
    await ready;
    await this.write(bytes);
  }

  #nextChunk(): Promise<void> | undefined {
    const full = this.#writableChunk();
    const dictionary = full.slice(-dictionaryLength);
    this.#sendChunk(full);
    if (this.#sent >= this.#maximumSent) return this.#waitForRoom(dictionary);
    this.#beginChunk(dictionary);
    return undefined;
  }

  async #waitForRoom(dictionary: Uint8Array): Promise<void> {
    while (this.#closed === undefined && this.#sent >= this.#maximumSent) {
      await this.#chunkWritten.promise;
    }
    if (this.#closed !== undefined) throw this.#closed;
    this.#beginChunk(dictionary);
  }

  #beginChunk(dictionary: Uint8Array): void {
    this.#current = this.#takeBuffer();
    this.#current.set(dictionary);
    this.#dictionary = 0;
  }

  #takeBuffer(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#spareBuffers.pop() ?? new ArrayBuffer(dictionaryLength + chunkLength));
  }

  #sendChunk(bytes: Uint8Array<ArrayBuffer>): void {
    const chunk = { buffer: bytes.buffer, dictionary: this.#dictionary, chunk: dictionaryLength, end: this.#end };
    this.#crc = crc32(bytes.subarray(chunk.chunk, chunk.end), this.#crc);
    this.#uncompressedSize += chunk.end - chunk.chunk;
    this.expect(this.#uncompressedSize);
    this.#current = undefined;
    this.#end = dictionaryLength;
    this.#sent += 1;
    this.#written = this.#writeChunk(this.#written, this.#pool.compress(chunk)).catch((error: unknown) =>
      this.#fail(error),
    );
  }

  async #writeChunk(previous: Promise<void>, compressed: Promise<CompressedChunk>): Promise<void> {
    const { buffer, length } = await compressed;
    await previous;
    if (this.#closed !== undefined) return;
    await this.#emit(new Uint8Array(buffer, 0, length));
    this.#spareBuffers.push(buffer);
    this.#sent -= 1;
    this.#announce();
  }

  async #emit(bytes: Uint8Array): Promise<void> {
    await this.#options.write(bytes);
    this.#size += bytes.length;
  }

  #fail(error: unknown): void {
    if (this.#closed !== undefined) return;
    this.#closed = error instanceof Error ? error : new FledgeError('internal', String(error));
    void this.#pool.close(this.#closed);
    this.#announce();
  }

  #announce(): void {
    this.#chunkWritten.resolve();
    this.#chunkWritten = Promise.withResolvers<void>();
  }
}
