import { setImmediate } from 'node:timers/promises';
import type { ImageSink } from './byte-sink.ts';

/** Where an image is written to. */
export interface ImageFile {
  write(bytes: Uint8Array): void;
  /** The next `length` bytes are zeros. */
  hole(length: number): void;
  /** Begins to bring what is written to the disk; does not wait. */
  startSync(): void;
}

/** In bytes; large enough that a system call for each does not matter. */
const BUFFER_SIZE = 1024 * 1024;
/** So much is written before the disk is given something to do. */
const SYNC_BYTES = 32 * 1024 * 1024;
/** A hole that is shorter is written: with too many of them a file is slow to read. */
const MIN_HOLE = 64 * 1024;

/**
 * Collects the bytes of an image to large writes. With `holes: 'fill'` what is a hole becomes zeros, so that the file
 * has all its room on the disk; the bytes are the same. `flush` writes what is left.
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
    // Signals and timers get their turn here, and nowhere else during a long write.
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
