import type { ByteSink } from '../../../src/formats/byte-sink.ts';

/**
 * A sink that keeps its input, with a small buffer of `size` bytes, so that writers reach the buffer's end at many
 * places.
 */
export function memorySink(size = 61): ByteSink & { bytes(): Buffer } {
  const chunks: Buffer[] = [];
  let buffer = new Uint8Array(size);
  let filled = 0;
  return {
    reserve: () => buffer.subarray(filled),
    commit(length) {
      filled += length;
      if (filled < size) return undefined;
      chunks.push(Buffer.from(buffer));
      buffer = new Uint8Array(size);
      filled = 0;
      return Promise.resolve();
    },
    bytes: () => Buffer.concat([...chunks, buffer.subarray(0, filled)]),
  };
}
