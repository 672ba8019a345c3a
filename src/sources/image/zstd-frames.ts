/** RFC 8878, "Frames": the first four bytes, little-endian. */
const MAGIC = 0xfd2fb528;
/** The last four bits of a skippable frame's magic number are free. */
const SKIPPABLE_MAGIC = 0x184d2a50;
const MAGIC_BYTES = 4;
const CHECKSUM_BYTES = 4;
const BLOCK_HEADER_BYTES = 3;
const DICTIONARY_ID_BYTES = [0, 1, 2, 4] as const;
const CONTENT_SIZE_BYTES = [0, 2, 4, 8] as const;

/** What is read next; a part's length is known when it begins. */
type Part = 'magic' | 'descriptor' | 'frame-header' | 'block-header' | 'block' | 'checksum' | 'skip-size' | 'skipped';

/**
 * Finds where the frames of a zstd stream end. Node's decompressor stops at the end of a frame and forgets what came
 * after it in the same write (and, until Node 23, takes a frame that is cut off for a whole one), while a layer may be
 * many frames, as zstd:chunked and pzstd make them.
 */
export class ZstdFrameSplitter {
  #part: Part = 'magic';
  #partLeft = MAGIC_BYTES;
  /** The part, if it is short enough to have a value that matters. */
  readonly #value = Buffer.alloc(MAGIC_BYTES);
  #valueBytes = 0;
  #hasChecksum = false;
  #isLastBlock = false;

  /** Whether a stream may end here. */
  get isBetweenFrames(): boolean {
    return this.#part === 'magic' && this.#valueBytes === 0;
  }

  /**
   * Cuts a chunk into pieces that belong to one frame each.
   *
   * @throws RangeError if it is no zstd stream.
   */
  *split(chunk: Buffer): Generator<Buffer, void, undefined> {
    let start = 0;
    let at = 0;
    while (at < chunk.length) {
      const used = Math.min(this.#partLeft, chunk.length - at);
      if (this.#valueBytes + used <= this.#value.length) {
        chunk.copy(this.#value, this.#valueBytes, at, at + used);
        this.#valueBytes += used;
      }
      at += used;
      this.#partLeft -= used;
      // A part may be empty.
      while (this.#partLeft === 0) {
        if (!this.#endPart()) continue;
        yield chunk.subarray(start, at);
        start = at;
      }
    }
    if (start < at) yield chunk.subarray(start);
  }

  /** Goes on to the next part, and says whether this was the last of its frame. */
  #endPart(): boolean {
    const value = this.#value;
    switch (this.#part) {
      case 'magic': {
        const magic = value.readUInt32LE(0);
        if (magic === MAGIC) this.#begin('descriptor', 1);
        else if ((magic & 0xffff_fff0) >>> 0 === SKIPPABLE_MAGIC) this.#begin('skip-size', 4);
        else throw new RangeError('there is something else than a zstd frame');
        return false;
      }
      case 'descriptor': {
        const descriptor = value[0] ?? 0;
        const isSingleSegment = (descriptor & 0x20) !== 0;
        this.#hasChecksum = (descriptor & 0x04) !== 0;
        const contentSizeFlag = (descriptor >> 6) as 0 | 1 | 2 | 3;
        const windowBytes = isSingleSegment ? 0 : 1;
        const contentSizeBytes = contentSizeFlag === 0 && isSingleSegment ? 1 : CONTENT_SIZE_BYTES[contentSizeFlag];
        const dictionaryBytes = DICTIONARY_ID_BYTES[(descriptor & 0x03) as 0 | 1 | 2 | 3];
        this.#begin('frame-header', windowBytes + dictionaryBytes + contentSizeBytes);
        return false;
      }
      case 'frame-header':
        this.#begin('block-header', BLOCK_HEADER_BYTES);
        return false;
      case 'block-header': {
        const header = value.readUIntLE(0, BLOCK_HEADER_BYTES);
        const type = (header >> 1) & 0x03;
        this.#isLastBlock = (header & 0x01) !== 0;
        // A block of the type RLE is one byte that is repeated.
        this.#begin('block', type === 1 ? 1 : header >> 3);
        return false;
      }
      case 'block':
        if (!this.#isLastBlock) this.#begin('block-header', BLOCK_HEADER_BYTES);
        else if (this.#hasChecksum) this.#begin('checksum', CHECKSUM_BYTES);
        else return this.#endFrame();
        return false;
      case 'checksum':
        return this.#endFrame();
      case 'skip-size':
        this.#begin('skipped', value.readUInt32LE(0));
        return false;
      case 'skipped':
        return this.#endFrame();
    }
  }

  #endFrame(): true {
    this.#begin('magic', MAGIC_BYTES);
    return true;
  }

  #begin(part: Part, length: number): void {
    this.#part = part;
    this.#partLeft = length;
    this.#valueBytes = 0;
  }
}
