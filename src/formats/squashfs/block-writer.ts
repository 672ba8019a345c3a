import { BlockQueue } from '../block-queue.ts';
import type { ImageTarget } from '../byte-sink.ts';
import { BLOCK_SIZE, UNCOMPRESSED_BLOCK } from './format.ts';

/** The position of a block in the image, in bytes, and its length in the encoding of inodes and fragments. */
export interface BlockPlace {
  readonly position: number;
  readonly word: number;
}

/** Compresses blocks in threads, and writes them in the order of `send`. */
export class BlockWriter {
  readonly #queue: BlockQueue;
  readonly #target: ImageTarget;
  #position: number;

  /** `start` is the position of the first block, in bytes. */
  constructor(
    target: ImageTarget,
    options: { module: WebAssembly.Module; level: number; workers: number; start: number },
  ) {
    const { module, level, workers, start } = options;
    this.#queue = new BlockQueue({ name: 'squashfs', blockSize: BLOCK_SIZE, workers, module, level, minSaving: 1 });
    this.#target = target;
    this.#position = start;
  }

  /** A buffer for a block, to be returned with `send` or `release`. */
  take(): Promise<Uint8Array<ArrayBuffer>> {
    return this.#queue.take();
  }

  release(block: Uint8Array<ArrayBuffer>): void {
    this.#queue.release(block);
  }

  /** Sends the first `length` bytes as the next block. `onPlaced` is called when its position is known. */
  send(block: Uint8Array<ArrayBuffer>, length: number, onPlaced: (place: BlockPlace) => void): void {
    this.#queue.send(block, length, (bytes, isCompressed) => {
      this.#target.writeAt(bytes, this.#position);
      onPlaced({ position: this.#position, word: isCompressed ? bytes.length : bytes.length | UNCOMPRESSED_BLOCK });
      this.#position += bytes.length;
    });
  }

  /** Writes all sent blocks, and returns the position after them. */
  async finish(): Promise<number> {
    await this.#queue.finish();
    return this.#position;
  }

  /** Terminates the threads. */
  close(): Promise<void> {
    return this.#queue.close();
  }
}
