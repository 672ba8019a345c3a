import { setImmediate } from 'node:timers/promises';
import type { ImageSink } from './byte-sink.ts';

/** The output file of an image. */
export interface ImageFile {
  write(bytes: Uint8Array): void;
  /** Adds `length` zeros as a hole. */
  hole(length: number): void;
  /** Starts writing dirty pages to the disk, without waiting. */
  startSync(): void;
}

/** In bytes; large enough that the cost of a system call per buffer is negligible. */
const BUFFER_SIZE = 1024 * 1024;
/** The number of bytes written between two calls of `startSync`. */
const SYNC_BYTES = 32 * 1024 * 1024;
/** Shorter holes are written as zeros: a file with too many holes is slow to read. */
const MIN_HOLE = 64 * 1024;

/**
 * Combines the bytes of an image into large writes. `holes: 'fill'` writes holes as zeros, so that all space of the file is
 * allocated on the disk; the bytes are the same. `flush` writes the rest of the buffer.
 */
export function imageFileSink(
  file: ImageFile,
  options: { readonly holes: 'keep' | 'fill'; readonly sync?: boolean },
): ImageSink & { flush(): void } {
  const buffer = Buffer.allocUnsafeSlow(BUFFER_SIZE);
  let filled = 0;
  let unsynced = 0;
  const flush = (): void => {
    if (filled > 0) file.write(buffer.subarray(0, filled));
    unsynced += filled;
    filled = 0;
    if (options.sync !== true || unsynced < SYNC_BYTES) return;
    unsynced = 0;
    file.startSync();
  };
  const commit = (length: number): Promise<void> | undefined => {
    filled += length;
    if (filled < BUFFER_SIZE) return undefined;
    flush();
    // The only point in a long write at which signals and timers are handled.
    return setImmediate();
  };
  return {
    reserve: () => buffer.subarray(filled),
    commit,
    async hole(length) {
      if (options.holes === 'keep' && length >= MIN_HOLE) {
        flush();
        file.hole(length);
        return;
      }
      for (let left = length; left > 0; ) {
        const part = Math.min(left, BUFFER_SIZE - filled);
        buffer.fill(0, filled, filled + part);
        await commit(part);
        left -= part;
      }
    },
    flush,
  };
}
