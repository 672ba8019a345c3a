import { crc32 } from 'node:zlib';
import { FledgeError } from '../../support/errors.ts';
import type { ByteSink } from '../byte-sink.ts';
import { CompressorPool } from '../compressor-pool.ts';
import { type Chunk, type CompressedChunk, chunkLength, dictionaryLength } from './chunk.ts';
import { loadCompressor, startCompressWorker } from './compress-worker.ts';
import { encodeMemberEnd, memberHeader } from './member.ts';

export interface GzipOptions {
  /** How many threads compress, 1 or more. The bytes do not depend on it. */
  readonly workers: number;
  /** Takes the next bytes of the file, which are its to read until it is settled. Called in order, one at a time. */
  readonly write: (bytes: Uint8Array) => Promise<void> | undefined;
}

/** In bytes. */
export interface GzipResult {
  readonly uncompressedSize: number;
  readonly size: number;
}

/**
 * Begins a gzip file of one member, whose length will be a multiple of four. The threads start here and need about 40 ms for it, so a caller that has other
 * things to prepare opens the file first.
 */
export function openGzip(options: GzipOptions): GzipWriter {
  if (!Number.isInteger(options.workers) || options.workers < 1) {
    throw new FledgeError('internal', `gzip needs at least one worker, not ${options.workers}`);
  }
  const compressor = loadCompressor();
  const pool = new CompressorPool<Chunk, CompressedChunk>('gzip', options.workers, () =>
    startCompressWorker(compressor),
  );
  return new GzipWriter(pool, options);
}

/**
 * A gzip file that is being written. There are two ways to give it bytes: `write` copies them, and `reserve` with
 * `commit` lets the caller put them where they belong. Both return undefined, or a promise when a chunk became full and
 * there is no room for the next yet; nothing may be called until it is fulfilled, except `abort`. At most
 * `workers` + 2 chunks exist at a time. After an error, which may be one of a chunk sent off earlier, every call fails
 * with that error, and the threads are gone.
 */
export class GzipWriter implements ByteSink {
  readonly #pool: CompressorPool<Chunk, CompressedChunk>;
  readonly #options: GzipOptions;
  /** How many chunks may be sent off and not yet written. One more is being filled. */
  readonly #maximumSent: number;
  readonly #spareBuffers: ArrayBuffer[] = [];
  /** The dictionary's room, then the chunk; undefined while there is no room for another chunk. */
  #current: Uint8Array<ArrayBuffer> | undefined;
  /** Where in `#current` the dictionary begins, and where the next byte goes. */
  #dictionary = dictionaryLength;
  #end = dictionaryLength;
  #sent = 0;
  #chunkWritten = Promise.withResolvers<void>();
  /** Fulfilled when all that has been sent off so far is written, or has failed. */
  #written: Promise<void>;
  #crc = 0;
  #uncompressedSize = 0;
  #size = 0;
  /** Why nothing more can be written. */
  #closed: Error | undefined;

  constructor(pool: CompressorPool<Chunk, CompressedChunk>, options: GzipOptions) {
    this.#pool = pool;
    this.#options = options;
    // One waits, so that a worker that becomes idle has something to do before the producer has heard of it.
    this.#maximumSent = options.workers + 1;
    this.#current = this.#takeBuffer();
    this.#written = this.#emit(memberHeader).catch((error: unknown) => this.#fail(error));
  }

  /** The room that is left in the current chunk, at least one byte of it, for the caller to write into. */
  reserve(): Uint8Array<ArrayBuffer> {
    return this.#writableChunk().subarray(this.#end);
  }

  /** Takes over the first `length` bytes of what `reserve` returned, which is not to be touched after this. */
  commit(length: number): Promise<void> | undefined {
    const room = this.#writableChunk().length - this.#end;
    if (!Number.isInteger(length) || length < 0 || length > room) {
      throw new FledgeError('internal', `gzip has room for ${room} bytes, and cannot commit ${length}`);
    }
    this.#end += length;
    return length === room ? this.#nextChunk() : undefined;
  }

  /** Copies bytes; they may be changed as soon as the call has returned undefined or its promise is fulfilled. */
  write(bytes: Uint8Array): Promise<void> | undefined {
    const chunk = this.#writableChunk();
    const count = Math.min(bytes.length, chunk.length - this.#end);
    chunk.set(count === bytes.length ? bytes : bytes.subarray(0, count), this.#end);
    const ready = this.commit(count);
    if (count === bytes.length) return ready;
    return this.#writeRest(bytes.subarray(count), ready);
  }

  /** Writes what is left and the end of the file, and ends the threads. */
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

  /** Ends the threads and leaves the file as it is. Promises that are still waiting are rejected. */
  async abort(): Promise<void> {
    const reason = new FledgeError('internal', 'the gzip file was given up');
    this.#fail(reason);
    await this.#pool.close(reason);
  }

  #writableChunk(): Uint8Array<ArrayBuffer> {
    if (this.#closed !== undefined) throw this.#closed;
    if (this.#current === undefined) throw new FledgeError('internal', 'gzip was not given time to make room');
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
