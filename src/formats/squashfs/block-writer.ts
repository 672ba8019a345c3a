import { FledgeError } from '../../support/errors.ts';
import { CompressorPool } from '../compressor-pool.ts';
import { type Block, type StoredBlock, startCompressWorker } from './compressor.ts';
import { BLOCK_SIZE, UNCOMPRESSED_BLOCK } from './format.ts';

/** The output of an image, which is written in any order. */
export interface ImageTarget {
  /** @throws FledgeError `output` if it cannot be written. */
  writeAt(bytes: Uint8Array, position: number): void;
}

/** The position of a block in the image, in bytes, and its length in the encoding of inodes and fragments. */
export interface BlockPlace {
  readonly position: number;
  readonly word: number;
}

interface SentBlock {
  readonly stored: Promise<StoredBlock>;
  readonly onPlaced: (place: BlockPlace) => void;
}

/**
 * Compresses blocks in threads, and writes them in the order of `send`, so that the number and the speed of threads do not
 * affect the output.
 */
export class BlockWriter {
  readonly #pool: CompressorPool<Block, StoredBlock>;
  readonly #target: ImageTarget;
  readonly #maximumSent: number;
  readonly #spareBuffers: ArrayBuffer[] = [];
  readonly #sent: SentBlock[] = [];
  #position: number;

  /** `start` is the position of the first block, in bytes. */
  constructor(
    target: ImageTarget,
    options: { module: WebAssembly.Module; level: number; workers: number; start: number },
  ) {
    const { module, level, workers, start } = options;
    this.#pool = new CompressorPool('squashfs', workers, () => startCompressWorker(module, level));
    this.#target = target;
    // Each thread has one block in the queue, so that it is not idle while this thread reads.
    this.#maximumSent = 2 * workers;
    this.#position = start;
  }

  /** A buffer for a block, to be returned with `send` or `release`. */
  async take(): Promise<Uint8Array<ArrayBuffer>> {
    while (this.#sent.length >= this.#maximumSent) await this.#writeOldest();
    return new Uint8Array(this.#spareBuffers.pop() ?? new ArrayBuffer(BLOCK_SIZE));
  }

  release({ buffer }: Uint8Array<ArrayBuffer>): void {
    this.#spareBuffers.push(buffer);
  }

  /** Sends the first `length` bytes as the next block. `onPlaced` is called when its position is known. */
  send({ buffer }: Uint8Array<ArrayBuffer>, length: number, onPlaced: (place: BlockPlace) => void): void {
    const stored = this.#pool.compress({ buffer, length });
    // It is awaited later, in order; until then, a failure must not end the process as an unhandled rejection.
    stored.catch(() => {});
    this.#sent.push({ stored, onPlaced });
  }

  /** Writes all sent blocks, and returns the position after them. */
  async finish(): Promise<number> {
    while (this.#sent.length > 0) await this.#writeOldest();
    return this.#position;
  }

  /** Terminates the threads. */
  async close(): Promise<void> {
    await this.#pool.close(new FledgeError('internal', 'the squashfs image was aborted'));
  }

  async #writeOldest(): Promise<void> {
    const block = this.#sent.shift();
    if (block === undefined) return;
    const { buffer, length, isCompressed } = await block.stored;
    this.#target.writeAt(new Uint8Array(buffer, 0, length), this.#position);
    block.onPlaced({ position: this.#position, word: isCompressed ? length : length | UNCOMPRESSED_BLOCK });
    this.#position += length;
    this.#spareBuffers.push(buffer);
  }
}
