import { formatBytes } from '../../../support/units.ts';
import { DecompressionError } from './compression.ts';

/** RFC 8878, "Frames": the first four bytes, little-endian. */
const MAGIC = 0xfd2fb528;
/** The magic number of a skippable frame, without its last four bits, which are free. */
const SKIPPABLE_MAGIC = 0x184d2a50;
const MAGIC_BYTES = 4;
const CHECKSUM_BYTES = 4;
const BLOCK_HEADER_BYTES = 3;
const DICTIONARY_ID_BYTES = [0, 1, 2, 4] as const;
const CONTENT_SIZE_BYTES = [0, 2, 4, 8] as const;
/** The longest part that is read: a frame header with a window, a dictionary's number and a content size. */
const LONGEST_VALUE_BYTES = 1 + 4 + 8;

/** Maximum window, 512 MiB as `zstd --ultra -22 --long=29` uses it; the logarithm to base 2. */
export const MAX_WINDOW_LOG = 29;

/** The part that is read next. Its length is known when it begins. */
type Part = 'magic' | 'descriptor' | 'frame-header' | 'block-header' | 'block' | 'checksum' | 'skip-size' | 'skipped';

/**
 * Splits a zstd stream into frames. Node's decompressor stops at the end of a frame and drops the rest of the same
 * write (and, until Node 23, accepts a truncated frame as complete), while a layer may have many frames, as
 * zstd:chunked and pzstd write them.
 */
export class ZstdFrameSplitter {
  readonly #onWindow: (windowBytes: number) => void;
  #part: Part = 'magic';
  #partLeft = MAGIC_BYTES;
  /** The bytes of the part, if its value is needed. */
  readonly #value = Buffer.alloc(LONGEST_VALUE_BYTES);
  #valueBytes = 0;
  #descriptor = 0;
  #isLastBlock = false;
  /** True if the frame may still be skipped: it has no content so far, and no part of it was returned. */
  #isIdle = true;

  /**
   * `onWindow` is called with the size of the decompressor's window when the header of a frame is complete, before the
   * frame is decompressed. It may throw.
   */
  constructor(onWindow: (windowBytes: number) => void = () => {}) {
    this.#onWindow = onWindow;
  }

  /** True if the stream may end here. */
  get isBetweenFrames(): boolean {
    return this.#part === 'magic' && this.#valueBytes === 0;
  }

  /**
   * Splits a chunk into pieces that belong to one frame each. Skippable frames are dropped, and so are empty frames
   * within one chunk: each piece is a call of the decompressor, so a few bytes cost as much as a megabyte.
   *
   * @throws DecompressionError if it is not a zstd stream, or needs too large a window or a dictionary.
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
      // A part may have no bytes.
      while (this.#partLeft === 0) {
        if (!this.#endPart()) continue;
        if (!this.#isIdle) yield chunk.subarray(start, at);
        start = at;
        this.#isIdle = true;
      }
    }
    if (start === at || (this.#isIdle && this.#isSkippable)) return;
    // A frame that is empty so far may have content in the next chunk.
    this.#isIdle = false;
    yield chunk.subarray(start);
  }

  /** Advances to the next part. Returns true if this part was the last of its frame. */
  #endPart(): boolean {
    const value = this.#value;
    switch (this.#part) {
      case 'magic': {
        const magic = value.readUInt32LE(0);
        if (magic === MAGIC) this.#begin('descriptor', 1);
        else if ((magic & 0xffff_fff0) >>> 0 === SKIPPABLE_MAGIC) this.#begin('skip-size', 4);
        else throw new DecompressionError('it contains data that is not a zstd frame');
        return false;
      }
      case 'descriptor': {
        this.#descriptor = value[0] ?? 0;
        const { windowBytes, dictionaryBytes, contentSizeBytes } = fieldsOf(this.#descriptor);
        this.#begin('frame-header', windowBytes + dictionaryBytes + contentSizeBytes);
        return false;
      }
      case 'frame-header':
        this.#takeFrameHeader();
        this.#begin('block-header', BLOCK_HEADER_BYTES);
        return false;
      case 'block-header': {
        const header = value.readUIntLE(0, BLOCK_HEADER_BYTES);
        const type = (header >> 1) & 0x03;
        this.#isLastBlock = (header & 0x01) !== 0;
        // Only raw blocks can be empty.
        if (type !== 0 || header >> 3 > 0) this.#isIdle = false;
        // An RLE block is one repeated byte.
        this.#begin('block', type === 1 ? 1 : header >> 3);
        return false;
      }
      case 'block':
        if (!this.#isLastBlock) this.#begin('block-header', BLOCK_HEADER_BYTES);
        else if ((this.#descriptor & CHECKSUM_FLAG) !== 0) this.#begin('checksum', CHECKSUM_BYTES);
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

  get #isSkippable(): boolean {
    return this.#part === 'skip-size' || this.#part === 'skipped';
  }

  #takeFrameHeader(): void {
    const { isSingleSegment, windowBytes, dictionaryBytes, contentSizeBytes } = fieldsOf(this.#descriptor);
    const value = this.#value;
    const dictionaryAt = windowBytes;
    if (value.subarray(dictionaryAt, dictionaryAt + dictionaryBytes).some((byte) => byte !== 0)) {
      throw new DecompressionError('it was compressed with a dictionary', 'compress the layer again without one');
    }
    const contentSize = readContentSize(value, dictionaryAt + dictionaryBytes, contentSizeBytes);
    const window = isSingleSegment ? (contentSize ?? 0) : windowOf(value[0] ?? 0);
    if (window > 2 ** MAX_WINDOW_LOG) {
      throw new DecompressionError(
        `its zstd window is ${formatBytes(window)}; the limit is 512 MiB`,
        'compress the layer again with a smaller window (zstd without --long)',
      );
    }
    const isEmpty = contentSize === undefined || contentSize === 0;
    const isPlain = (this.#descriptor & (CHECKSUM_FLAG | RESERVED_FLAG)) === 0;
    this.#isIdle &&= isEmpty && isPlain;
    this.#onWindow(Math.min(window, contentSize ?? window));
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

const SINGLE_SEGMENT_FLAG = 0x20;
const RESERVED_FLAG = 0x08;
const CHECKSUM_FLAG = 0x04;

/** The lengths of the fields of a frame header, in their order; RFC 8878, "Frame_Header_Descriptor". */
function fieldsOf(descriptor: number): {
  readonly isSingleSegment: boolean;
  readonly windowBytes: number;
  readonly dictionaryBytes: number;
  readonly contentSizeBytes: number;
} {
  const isSingleSegment = (descriptor & SINGLE_SEGMENT_FLAG) !== 0;
  const contentSizeFlag = (descriptor >> 6) as 0 | 1 | 2 | 3;
  return {
    isSingleSegment,
    windowBytes: isSingleSegment ? 0 : 1,
    dictionaryBytes: DICTIONARY_ID_BYTES[(descriptor & 0x03) as 0 | 1 | 2 | 3],
    contentSizeBytes: contentSizeFlag === 0 && isSingleSegment ? 1 : CONTENT_SIZE_BYTES[contentSizeFlag],
  };
}

/** RFC 8878, "Window_Descriptor": a power of two and eighths of it. */
function windowOf(descriptor: number): number {
  const base = 2 ** (10 + (descriptor >> 3));
  return base + (base / 8) * (descriptor & 0x07);
}

/** RFC 8878, "Frame_Content_Size"; undefined if the frame has none. */
function readContentSize(value: Buffer, at: number, bytes: number): number | undefined {
  switch (bytes) {
    case 0:
      return undefined;
    case 2:
      return 256 + value.readUInt16LE(at);
    case 8:
      return Number(value.readBigUInt64LE(at));
    default:
      return value.readUIntLE(at, bytes);
  }
}
