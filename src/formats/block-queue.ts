import { FledgeError } from '../support/errors.ts';
import { type Block, type BlockCompression, type StoredBlock, startBlockWorker } from './block-compressor.ts';
import { CompressorPool } from './compressor-pool.ts';

/** Receives the bytes of a block, valid during the call. */
export type OnStored = (bytes: Uint8Array, isCompressed: boolean) => void;

interface SentBlock {
  readonly stored: Promise<StoredBlock>;
  readonly onStored: OnStored;
}

export interface BlockQueueOptions extends BlockCompression {
  /** The name of the format in messages. */
  readonly name: string;
  /** The size of the buffers, in bytes. */
  readonly blockSize: number;
  /** The number of threads, 1 or more. It does not affect the output. */
  readonly workers: number;
}

/**
 * Compresses blocks in threads, and returns them in the order of `send`, so that the number and the speed of threads do not
 * affect the output. At most `2 * workers + 1` buffers exist at a time.
 */
export class BlockQueue {
  readonly #name: string;
  readonly #pool: CompressorPool<Block, StoredBlock>;
  readonly #blockSize: number;
  readonly #maximumSent: number;
  readonly #spareBuffers: ArrayBuffer[] = [];
  readonly #sent: SentBlock[] = [];

  constructor({ name, blockSize, workers, module, level, minSaving }: BlockQueueOptions) {
    this.#name = name;
    this.#pool = new CompressorPool(name, { count: workers }, () =>
      startBlockWorker(name, { module, level, minSaving }),
    );
    this.#blockSize = blockSize;
    // Each thread has one block in the queue, so that it is not idle while this thread reads.
    this.#maximumSent = 2 * workers;
  }

  /** A buffer for a block, to be returned with `send` or `release`; undefined if all are in use. */
  takeFree(): Uint8Array<ArrayBuffer> | undefined {
    if (this.#sent.length >= this.#maximumSent) return undefined;
    return new Uint8Array(this.#spareBuffers.pop() ?? new ArrayBuffer(this.#blockSize));
  }

  /** A buffer for a block, as soon as one is free. */
  async take(): Promise<Uint8Array<ArrayBuffer>> {
    for (;;) {
      const block = this.takeFree();
      if (block !== undefined) return block;
      await this.#returnOldest();
    }
  }

  release({ buffer }: Uint8Array<ArrayBuffer>): void {
    this.#spareBuffers.push(buffer);
  }

  /** Sends the first `length` bytes as the next block. `onStored` is called during a later call of `take` or `finish`. */
  send({ buffer }: Uint8Array<ArrayBuffer>, length: number, onStored: OnStored): void {
    const stored = this.#pool.compress({ buffer, length });
    // It is awaited later, in order; until then, a failure must not end the process as an unhandled rejection.
    stored.catch(() => {});
    this.#sent.push({ stored, onStored });
  }

  /** Returns all sent blocks. */
  async finish(): Promise<void> {
    while (this.#sent.length > 0) await this.#returnOldest();
  }

  /** Terminates the threads. */
  async close(): Promise<void> {
    await this.#pool.close(new FledgeError('internal', `the ${this.#name} image was aborted`));
  }

  async #returnOldest(): Promise<void> {
    const block = this.#sent.shift();
    if (block === undefined) return;
    const { buffer, length, isCompressed } = await block.stored;
    block.onStored(new Uint8Array(buffer, 0, length), isCompressed);
    this.#spareBuffers.push(buffer);
  }
}
