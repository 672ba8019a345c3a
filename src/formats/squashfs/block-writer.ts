import { FledgeError } from '../../support/errors.ts';
import { CompressorPool } from '../compressor-pool.ts';
import { type Block, type StoredBlock, startCompressWorker } from './compressor.ts';
import { BLOCK_SIZE, UNCOMPRESSED_BLOCK } from './format.ts';

/** Where an image is written to, in any order. */
export interface ImageTarget {
  /** @throws FledgeError `output` if it cannot be written. */
  writeAt(bytes: Uint8Array, position: number): void;
}

/** Where a block stands in the image, in bytes, and its length as inodes and fragments have it. */
export interface BlockPlace {
  readonly position: number;
  readonly word: number;
}

interface SentBlock {
  readonly stored: Promise<StoredBlock>;
  readonly onPlaced: (place: BlockPlace) => void;
}

/**
 * Compresses blocks in threads, and writes them in the order in which they were sent: neither the number of threads nor
 * which of them is faster changes a byte.
 */
export class BlockWriter {
  readonly #pool: CompressorPool<Block, StoredBlock>;
  readonly #target: ImageTarget;
  readonly #maximumSent: number;
  readonly #spareBuffers: ArrayBuffer[] = [];
  readonly #sent: SentBlock[] = [];
  #position: number;

  /** `start` is where the first block will stand. */
  constructor(
    target: ImageTarget,
    options: { module: WebAssembly.Module; level: number; workers: number; start: number },
  ) {
    const { module, level, workers, start } = options;
    this.#pool = new CompressorPool('squashfs', workers, () => startCompressWorker(module, level));
    this.#target = target;
    // Each thread has the next one waiting, so that it does not idle while this one reads.
    this.#maximumSent = 2 * workers;
    this.#position = start;
  }

  /** Room for a block, to be given back with `send` or `release`. */
  async take(): Promise<Uint8Array<ArrayBuffer>> {
    while (this.#sent.length >= this.#maximumSent) await this.#writeOldest();
    return new Uint8Array(this.#spareBuffers.pop() ?? new ArrayBuffer(BLOCK_SIZE));
  }

  release({ buffer }: Uint8Array<ArrayBuffer>): void {
    this.#spareBuffers.push(buffer);
  }

  /** Takes the first `length` bytes for the next block; `onPlaced` is called when it is known where they are. */
  send({ buffer }: Uint8Array<ArrayBuffer>, length: number, onPlaced: (place: BlockPlace) => void): void {
    const stored = this.#pool.compress({ buffer, length });
    // It is awaited when its turn has come; until then, its failure must not end the process.
    stored.catch(() => {});
    this.#sent.push({ stored, onPlaced });
  }

  /** Writes what was sent, and returns where the next byte after it stands. */
  async finish(): Promise<number> {
    while (this.#sent.length > 0) await this.#writeOldest();
    return this.#position;
  }

  /** Ends the threads, with whatever they are doing. */
  async close(): Promise<void> {
    await this.#pool.close(new FledgeError('internal', 'the squashfs image was given up'));
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
