import { closeSync, fstatSync, ftruncateSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type ImageSink, writeBytes } from '../formats/byte-sink.ts';
import { FledgeError, writeFailureOf } from '../support/errors.ts';
import { MEBIBYTE } from '../support/units.ts';

export const TEMPORARY_FIX = 'set TMPDIR to a directory on another disk';

/** The number of bytes that are read and compared with zeros at once. */
const PIECE = MEBIBYTE;

/** A raw image in the scratch directory of a build, which is removed at the end of the build. */
export class ScratchImage {
  readonly #path: string;
  readonly #descriptor: number;

  /** @throws FledgeError `output` if the file cannot be created. */
  constructor(path: string) {
    this.#path = path;
    this.#descriptor = attempt(path, () => openSync(path, 'wx+', 0o600));
  }

  /** @throws FledgeError `output` if the file system of this path does not support files of this size in bytes. */
  static requireSize(path: string, size: number): void {
    const image = new ScratchImage(`${path}-size`);
    try {
      image.setSize(size);
    } finally {
      image.close();
      rmSync(`${path}-size`, { force: true });
    }
  }

  /** @throws FledgeError `output` if it cannot be written. */
  writeAt(bytes: Uint8Array, position: number): void {
    attempt(this.#path, () => {
      for (let offset = 0; offset < bytes.length; ) {
        offset += writeSync(this.#descriptor, bytes, offset, bytes.length - offset, position + offset);
      }
    });
  }

  /** @throws FledgeError `output` if the file system does not support files of this size in bytes. */
  setSize(size: number): void {
    attempt(this.#path, () => ftruncateSync(this.#descriptor, size));
  }

  /** Passes the content to a sink, zeros as holes. Another program may have written it. */
  async copyTo(sink: ImageSink, signal: AbortSignal | undefined): Promise<void> {
    const { size } = fstatSync(this.#descriptor);
    const buffer = Buffer.allocUnsafeSlow(PIECE);
    const zeros = Buffer.alloc(PIECE);
    for (let position = 0; position < size; ) {
      signal?.throwIfAborted();
      const length = readSync(this.#descriptor, buffer, 0, Math.min(PIECE, size - position), position);
      if (length === 0) throw new FledgeError('tool', `cannot read ${this.#path}: it became shorter during the build`);
      const bytes = buffer.subarray(0, length);
      if (bytes.equals(zeros.subarray(0, length))) await sink.hole(length);
      else await writeBytes(sink, bytes);
      position += length;
      // Let signals and timers run.
      await setImmediate();
    }
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}

function attempt<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const message = `cannot write the raw image in ${dirname(path)}: ${writeFailureOf(error)}`;
    throw new FledgeError('output', message, { cause: error, fix: `free some space, or ${TEMPORARY_FIX}` });
  }
}
