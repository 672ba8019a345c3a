import { createHash } from 'node:crypto';
import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import type { ImageSink } from '../../../src/formats/byte-sink.ts';

const BUFFER_SIZE = 1 << 20;
/** A shorter run of zeros is written: a hole would cost more than it saves. */
const MIN_HOLE = 1 << 16;

/** A sink that writes a sparse file. `finish` sets its size; before that it is incomplete. */
export function imageFile(path: string): ImageSink & { finish(): void; close(): void } {
  const descriptor = openSync(path, 'w');
  const buffer = Buffer.alloc(BUFFER_SIZE);
  let filled = 0;
  let position = 0;

  const flush = (): void => {
    for (let done = 0; done < filled; ) done += writeSync(descriptor, buffer, done, filled - done, position + done);
    position += filled;
    filled = 0;
  };

  return {
    reserve: () => buffer.subarray(filled),
    commit(length) {
      filled += length;
      if (filled === buffer.length) flush();
      return undefined;
    },
    hole(length) {
      if (length < MIN_HOLE && filled + length < buffer.length) {
        buffer.fill(0, filled, filled + length);
        filled += length;
        return undefined;
      }
      flush();
      position += length;
      return undefined;
    },
    finish() {
      flush();
      ftruncateSync(descriptor, position);
    },
    close: () => closeSync(descriptor),
  };
}

/** A sink that computes only the SHA-256 of its input, with a buffer of odd size. */
export function digestSink(bufferSize = 1 << 16): ImageSink & { digest(): string } {
  const hash = createHash('sha256');
  const buffer = Buffer.alloc(bufferSize);
  const zeros = Buffer.alloc(bufferSize);
  return {
    reserve: () => buffer,
    commit(length) {
      hash.update(buffer.subarray(0, length));
      return undefined;
    },
    hole(length) {
      for (let left = length; left > 0; left -= bufferSize) hash.update(zeros.subarray(0, left));
      return undefined;
    },
    digest: () => hash.digest('hex'),
  };
}
