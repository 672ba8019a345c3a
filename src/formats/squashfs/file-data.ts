import { setImmediate } from 'node:timers/promises';
import type { Content } from '../../tree/entry.ts';
import type { ContentOpener, ContentReader } from '../content-reader.ts';
import type { BlockPlace, BlockWriter } from './block-writer.ts';
import { BLOCK_SIZE, FieldWriter, NO_FRAGMENT } from './format.ts';

const FRAGMENT_SIZE = 16;
/** The writer yields to the event loop after this many bytes, because blocks of zeros do not wait for a thread. */
const BYTES_PER_TURN = 1024 * 1024;
const ZEROS = Buffer.alloc(BLOCK_SIZE);

/** The positions of a file's bytes. Complete when the block writer has finished. */
export interface FileData {
  readonly size: number;
  /** The position of its first block in the image, in bytes. */
  start: number;
  /** The stored length of each block; 0 for a block of zeros. */
  readonly words: Uint32Array;
  /** The number of bytes in blocks that are not stored. */
  sparse: number;
  /** The number of the block that it shares with the ends of other files, and the offset of its end in that block. */
  readonly fragment: number;
  readonly fragmentOffset: number;
}

/** Writes the contents of files: whole blocks for each, and their ends together in shared blocks (fragments). */
export class FileDataWriter {
  readonly #blocks: BlockWriter;
  readonly #contents: ContentOpener;
  readonly #fragments: (BlockPlace | undefined)[] = [];
  /** The fragment block that is being filled. */
  #fragment: Uint8Array<ArrayBuffer> | undefined;
  #fragmentFilled = 0;
  #sinceTurn = 0;

  constructor(blocks: BlockWriter, contents: ContentOpener) {
    this.#blocks = blocks;
    this.#contents = contents;
  }

  /** @throws FledgeError `input` for a host file that cannot be read or has changed. */
  async write(content: Content): Promise<FileData> {
    const { size } = content;
    const wholeBlocks = Math.floor(size / BLOCK_SIZE);
    const endSize = size % BLOCK_SIZE;
    const reader = this.#contents.open(content);
    try {
      const isEndShared = endSize > 0 && hasData(content, size - endSize, endSize);
      if (isEndShared && this.#fragmentFilled + endSize > BLOCK_SIZE) this.#sendFragment();
      const data: FileData = {
        size,
        start: 0,
        words: new Uint32Array(isEndShared || endSize === 0 ? wholeBlocks : wholeBlocks + 1),
        sparse: isEndShared ? 0 : endSize,
        fragment: isEndShared ? this.#fragments.length : NO_FRAGMENT,
        fragmentOffset: isEndShared ? this.#fragmentFilled : 0,
      };
      // Holes need no time here, independent of their length.
      data.sparse += wholeBlocks * BLOCK_SIZE;
      for (const index of blocksWithData(content, wholeBlocks)) {
        data.sparse -= BLOCK_SIZE;
        await this.#writeBlock(reader, index, data);
        this.#sinceTurn += BLOCK_SIZE;
        if (this.#sinceTurn < BYTES_PER_TURN) continue;
        this.#sinceTurn = 0;
        await setImmediate();
      }
      if (isEndShared) await this.#readEnd(reader, size - endSize, endSize);
      return data;
    } finally {
      reader.close();
    }
  }

  async #writeBlock(reader: ContentReader, index: number, data: FileData): Promise<void> {
    const block = await this.#blocks.take();
    reader.read(block, index * BLOCK_SIZE);
    if (ZEROS.equals(block)) {
      data.sparse += BLOCK_SIZE;
      this.#blocks.release(block);
      return;
    }
    this.#blocks.send(block, BLOCK_SIZE, ({ position, word }) => {
      if (data.start === 0) data.start = position;
      data.words[index] = word;
    });
  }

  async #readEnd(reader: ContentReader, offset: number, size: number): Promise<void> {
    this.#fragment ??= await this.#blocks.take();
    reader.read(this.#fragment.subarray(this.#fragmentFilled, this.#fragmentFilled + size), offset);
    this.#fragmentFilled += size;
  }

  #sendFragment(): void {
    if (this.#fragment === undefined) return;
    const index = this.#fragments.push(undefined) - 1;
    this.#blocks.send(this.#fragment, this.#fragmentFilled, (place) => {
      this.#fragments[index] = place;
    });
    this.#fragment = undefined;
    this.#fragmentFilled = 0;
  }

  /** Sends the last shared block. */
  finish(): void {
    this.#sendFragment();
  }

  /** The entries of the fragment table. To be called when the block writer has finished. */
  encodeFragments(): Buffer[] {
    return this.#fragments.map((place) =>
      new FieldWriter(FRAGMENT_SIZE)
        .u64(place?.position ?? 0)
        .u32(place?.word ?? 0, 0)
        .finish(),
    );
  }
}

/** The numbers of the blocks of a file below `count` that can contain data, ascending. */
function* blocksWithData(content: Content, count: number): Generator<number, void, undefined> {
  const extents = content.kind === 'spool' ? content.extents : [{ offset: 0, length: content.size }];
  let next = 0;
  for (const { offset, length } of extents) {
    const end = Math.min(count, Math.ceil((offset + length) / BLOCK_SIZE));
    for (next = Math.max(next, Math.floor(offset / BLOCK_SIZE)); next < end; next++) yield next;
  }
}

/** True if this part of a file can contain data. */
function hasData(content: Content, offset: number, length: number): boolean {
  if (content.kind !== 'spool') return true;
  const { extents } = content;
  let low = 0;
  for (let high = extents.length; low < high; ) {
    const middle = (low + high) >>> 1;
    const extent = extents[middle];
    if (extent !== undefined && extent.offset + extent.length <= offset) low = middle + 1;
    else high = middle;
  }
  const first = extents[low];
  return first !== undefined && first.offset < offset + length;
}
