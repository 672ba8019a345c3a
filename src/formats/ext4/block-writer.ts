import { type ImageSink, writeBytes } from '../byte-sink.ts';
import type { ContentReader } from '../content-reader.ts';
import { BLOCK_SIZE } from './format.ts';

/** Receives blocks, valid during the call, at a position in bytes. */
export type OnMetadata = (blocks: Uint8Array, position: number) => void;

/** Writes an image from its first block to its last. Skipped blocks are holes. */
export class BlockWriter {
  readonly #sink: ImageSink;
  readonly #onMetadata: OnMetadata | undefined;
  #position = 0;
  /** The size of the hole at the end that was not passed to the sink yet, in bytes. */
  #hole = 0;

  /** `onMetadata` receives a copy of everything that `write` writes. */
  constructor(sink: ImageSink, onMetadata?: OnMetadata) {
    this.#sink = sink;
    this.#onMetadata = onMetadata;
  }

  /** The number of the next block. */
  get position(): number {
    return this.#position;
  }

  /** Leaves a hole up to the given block, exclusive. */
  skipTo(block: number): void {
    if (block < this.#position) throw new RangeError(`block ${block} is before block ${this.#position}`);
    this.#hole += (block - this.#position) * BLOCK_SIZE;
    this.#position = block;
  }

  /** Writes whole blocks. */
  async write(blocks: Uint8Array): Promise<void> {
    if (blocks.length % BLOCK_SIZE !== 0) throw new RangeError(`${blocks.length} bytes are not whole blocks`);
    await this.#fillHole();
    this.#onMetadata?.(blocks, this.#position * BLOCK_SIZE);
    await writeBytes(this.#sink, blocks);
    this.#position += blocks.length / BLOCK_SIZE;
  }

  /** Writes the bytes of a file from `start` to `end`, exclusive, and zeros up to the end of the block. */
  async writeContent(reader: ContentReader, start: number, end: number): Promise<void> {
    await this.#fillHole();
    const blocks = Math.ceil((end - start) / BLOCK_SIZE);
    const paddedEnd = start + blocks * BLOCK_SIZE;
    for (let offset = start; offset < paddedEnd; ) {
      const room = this.#sink.reserve();
      const data = Math.max(0, Math.min(end - offset, room.length));
      if (data > 0) reader.read(data === room.length ? room : room.subarray(0, data), offset);
      const padding = Math.min(paddedEnd - offset, room.length) - data;
      if (padding > 0) room.fill(0, data, data + padding);
      offset += data + padding;
      const full = this.#sink.commit(data + padding);
      if (full !== undefined) await full;
    }
    this.#position += blocks;
  }

  /** Passes a hole at the end to the sink. */
  async finish(): Promise<void> {
    await this.#fillHole();
  }

  async #fillHole(): Promise<void> {
    if (this.#hole === 0) return;
    const length = this.#hole;
    this.#hole = 0;
    const full = this.#sink.hole(length);
    if (full !== undefined) await full;
  }
}
