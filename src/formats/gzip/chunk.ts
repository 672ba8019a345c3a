/**
 * The input is compressed in chunks of this many bytes, each for itself. The length is part of the output format: it
 * decides the bytes, so that the number of workers does not. Larger chunks are no smaller when compressed (the
 * dictionary sees to that) and keep the last worker busy for longer alone.
 */
export const chunkLength = 512 * 1024;

/** How far back deflate can refer: the end of the previous chunk, which primes the compressor of the next. */
export const dictionaryLength = 32 * 1024;

/** A chunk on its way to a worker: `buffer` from `chunk` to `end`, with its dictionary from `dictionary` to `chunk`. */
export interface Chunk {
  readonly buffer: ArrayBuffer;
  readonly dictionary: number;
  readonly chunk: number;
  readonly end: number;
}

/**
 * What comes back: the same buffer, to be filled again, with deflate blocks that end on a byte boundary in its first
 * `length` bytes. Bytes that cannot be compressed grow by a few, and the dictionary's room takes those.
 */
export interface CompressedChunk {
  readonly buffer: ArrayBuffer;
  readonly length: number;
}
