/**
 * The input is compressed in separate chunks of this many bytes. The length is fixed, because it affects the output, so
 * that the number of workers does not. Larger chunks would not compress better, because of the dictionary, and would keep the
 * last worker busy alone for longer.
 */
export const chunkLength = 512 * 1024;

/** The maximum distance of deflate. This many bytes at the end of a chunk prime the compressor of the next one. */
export const dictionaryLength = 32 * 1024;

/** A chunk for a worker: `buffer` from `chunk` to `end`, and its dictionary from `dictionary` to `chunk`. */
export interface Chunk {
  readonly buffer: ArrayBuffer;
  readonly dictionary: number;
  readonly chunk: number;
  readonly end: number;
}

/**
 * The result of a worker: the same buffer, to be reused, with deflate blocks that end on a byte boundary in its first `length`
 * bytes. Incompressible data grows by a few bytes, for which the buffer has space because of the dictionary.
 */
export interface CompressedChunk {
  readonly buffer: ArrayBuffer;
  readonly length: number;
}
