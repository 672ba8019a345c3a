import { type ImageSink, writeBytes } from '../byte-sink.ts';
import type { ContentReader } from '../content-reader.ts';
import { BLOCK_SIZE } from './format.ts';

/** Writes an image from its first block to its last. Blocks that are skipped are holes. */
export class BlockWriter {
  readonly #sink: ImageSink;
  #position = 0;
  /** Zeros at the end of what was written, in bytes, that the sink has not heard of yet. */
  #hole = 0;

  constructor(sink: ImageSink) {
    this.#sink = sink;
  }

  /** The number of the block that is next. */
  get position(): number {
    return this.#position;
  }

  /** Leaves a hole up to, and without, the given block. */
  skipTo(block: number): void {
    if (block < this.#position) throw new RangeError(`block ${block} comes after block ${this.#position}`);
    this.#hole += (block - this.#position) * BLOCK_SIZE;
    this.#position = block;
  }

  /** Writes whole blocks. */
  async write(blocks: Uint8Array): Promise<void> {
    if (blocks.length % BLOCK_SIZE !== 0) throw new RangeError(`${blocks.length} bytes are no whole blocks`);
    await this.#fillHole();
    await writeBytes(this.#sink, blocks);
    this.#position += blocks.length / BLOCK_SIZE;
  }

  /** Writes the bytes of a file from `start` up to, and without, `end`, and zeros up to the end of the block. */
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

  /** Tells the sink of a hole at the end. */
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
