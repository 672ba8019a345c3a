import { close, openSync } from 'node:fs';
import { promisify } from 'node:util';
import { FledgeError, systemCodeOf, writeFailureOf } from '../../../support/errors.ts';
import { DiskReserve, type FreeSpace } from '../../../support/files/disk-space.ts';
import { scratchFile } from '../../../support/files/scratch.ts';
import { writeFully } from '../../../support/files/write-file.ts';
import { formatBytes } from '../../../support/units.ts';
import type { Spool } from '../../../tree/entry.ts';

/** Small files are buffered up to this size; larger chunks are written directly. */
const BUFFER_BYTES = 1024 * 1024;
const DIRECT_BYTES = 128 * 1024;

/** Writes a spool sequentially. */
export class SpoolWriter {
  readonly spool: Spool;
  readonly #directory: string;
  readonly #buffer = Buffer.allocUnsafeSlow(BUFFER_BYTES);
  readonly #reserve: DiskReserve;
  #buffered = 0;
  #written = 0;
  #closing: Promise<void> | undefined;

  /**
   * Creates the file and unlinks it at once, so that it is removed however the process ends.
   *
   * @throws FledgeError `output`, as `append` and `finish` do.
   */
  constructor(directory: string, label: string) {
    this.#directory = directory;
    this.#reserve = new DiskReserve(directory);
    const scratch = scratchFile(directory, 'layer');
    try {
      this.spool = { descriptor: openSync(scratch.path, 'wx+', 0o600), label };
    } catch (error) {
      throw spoolError(error, directory, label);
    } finally {
      scratch.dispose();
    }
  }

  /** Offset of the next byte. */
  get position(): number {
    return this.#written + this.#buffered;
  }

  append(bytes: Buffer): void {
    if (this.#buffered + bytes.length > BUFFER_BYTES) this.#flush();
    if (bytes.length >= DIRECT_BYTES) {
      this.#flush();
      this.#write(bytes);
    } else {
      bytes.copy(this.#buffer, this.#buffered);
      this.#buffered += bytes.length;
    }
  }

  /** Writes the buffered bytes. `append` must not be called afterwards. */
  finish(): void {
    this.#flush();
    // Frees the buffer: the spool is open until the end of the build, and an image may have a hundred of them.
    this.#buffer.buffer.transfer(0);
  }

  /** Frees the disk space in another thread, because that is slow for a large file. May be called twice. */
  async close(): Promise<void> {
    this.#closing ??= promisify(close)(this.spool.descriptor);
    await this.#closing;
  }

  #flush(): void {
    const bytes = this.#buffer.subarray(0, this.#buffered);
    this.#buffered = 0;
    this.#write(bytes);
  }

  #write(bytes: Buffer): void {
    // The size of a compressed layer is unknown in advance, so free space is checked before each write.
    const left = this.#reserve.claim(bytes.length);
    if (left !== undefined) throw this.#full(left);
    try {
      writeFully(this.spool.descriptor, bytes, this.#written);
    } catch (error) {
      throw spoolError(error, this.#directory, this.spool.label);
    }
    this.#written += bytes.length;
  }

  #full({ free }: FreeSpace): FledgeError {
    const doing = `cannot unpack ${this.spool.label} to ${this.#directory}`;
    return new FledgeError('output', `${doing}: only ${formatBytes(free)} are free on the disk`, {
      fix: FULL_FIX,
    });
  }
}

const FULL_FIX =
  'free some space, or set TMPDIR to a directory on another disk; if the image should be smaller than that, do not trust it';

function spoolError(error: unknown, directory: string, label: string): FledgeError {
  const code = systemCodeOf(error);
  const isFull = code === 'ENOSPC' || code === 'EDQUOT';
  return new FledgeError('output', `cannot unpack ${label} to ${directory}: ${writeFailureOf(error)}`, {
    cause: error,
    fix: isFull ? FULL_FIX : 'set TMPDIR to a directory that you can write to',
  });
}
