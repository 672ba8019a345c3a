import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { FledgeError, messageOf } from '../support/errors.ts';
import { fileChanged } from '../support/files/regular-file.ts';
import type { Content, DataExtent, Spool } from '../tree/entry.ts';

/** In bytes. Each layer of an image has one window. */
const WINDOW_SIZE = 128 * 1024;
/** Larger reads are done directly, which saves a copy. */
const MAX_SMALL_READ = 16 * 1024;
/** The maximum gap between two sequential reads, such as a file that a later layer replaced. */
const MAX_SKIP = 16 * 1024;

/** The bytes of a file of the tree, to be read once, from the beginning to the end. */
export interface ContentReader {
  /**
   * Fills `target` with the bytes from `offset` on, holes with zeros. `offset` must not be before the end of the previous
   * call.
   *
   * @throws FledgeError `input` if a host file cannot be read or became shorter.
   */
  read(target: Uint8Array, offset: number): void;
  close(): void;
}

/**
 * Opens contents one after the other. Small files that are adjacent in a spool, such as those of a directory in a layer, are
 * read together.
 */
export class ContentOpener {
  readonly #spools = new Map<Spool, SpoolWindow>();

  /**
   * @throws FledgeError `input` if a host file cannot be read, is not a regular file any more, or changed its size after it
   *   was added to the tree.
   */
  open(content: Content): ContentReader {
    switch (content.kind) {
      case 'bytes':
        return {
          read: (target, offset) => target.set(content.data.subarray(offset, offset + target.length)),
          close() {},
        };
      case 'host-file':
        return openHostFile(content);
      case 'spool':
        return spoolReader(content, this.#windowOf(content.spool));
    }
  }

  #windowOf(spool: Spool): SpoolWindow {
    let window = this.#spools.get(spool);
    if (window === undefined) {
      window = new SpoolWindow(spool);
      this.#spools.set(spool, window);
    }
    return window;
  }
}

function openHostFile({ path, label, size, sha256 }: Extract<Content, { kind: 'host-file' }>): ContentReader {
  const descriptor = openForReading(path, label);
  const hash = sha256 === undefined ? undefined : createHash('sha256');
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isFile() || stats.size !== size) throw fileChanged(label);
    // Files in /proc have size 0 but are not empty.
    if (readSync(descriptor, new Uint8Array(1), 0, 1, size) > 0) throw fileChanged(label);
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
  return {
    read(target, offset) {
      if (!readFully(descriptor, target, offset)) throw fileChanged(label);
      hash?.update(target);
      if (offset + target.length === size && hash !== undefined && hash.digest('hex') !== sha256)
        throw fileChanged(label);
    },
    close: () => closeSync(descriptor),
  };
}

function spoolReader({ extents }: Extract<Content, { kind: 'spool' }>, window: SpoolWindow): ContentReader {
  let next = 0;
  return {
    read(target, start) {
      const end = start + target.length;
      let at = start;
      while (at < end) {
        const extent = extents[next];
        if (extent === undefined || extent.offset >= end) break;
        const extentEnd = extent.offset + extent.length;
        if (extentEnd <= at) {
          next++;
          continue;
        }
        const from = Math.max(at, extent.offset);
        const to = Math.min(end, extentEnd);
        if (from > at) target.fill(0, at - start, from - start);
        const whole = from === start && to === end;
        window.read(whole ? target : target.subarray(from - start, to - start), positionIn(extent, from));
        at = to;
      }
      if (at < end) target.fill(0, at - start);
    },
    close() {},
  };
}

function positionIn(extent: DataExtent, offset: number): number {
  return extent.position + (offset - extent.offset);
}

/** Reads from a spool, with read-ahead for small sequential reads. */
class SpoolWindow {
  readonly #spool: Spool;
  /** The read-ahead buffer. Its first `#length` bytes are those at `#position` in the spool. */
  #buffer: Buffer | undefined;
  #position = 0;
  #length = 0;
  /** The end of the last read. */
  #lastEnd = 0;

  constructor(spool: Spool) {
    this.#spool = spool;
  }

  read(target: Uint8Array, position: number): void {
    const isNear = position >= this.#lastEnd && position - this.#lastEnd <= MAX_SKIP;
    this.#lastEnd = position + target.length;
    if (this.#copy(target, position)) return;
    if (isNear && target.length <= MAX_SMALL_READ) {
      this.#buffer ??= Buffer.allocUnsafeSlow(WINDOW_SIZE);
      this.#length = readSync(this.#spool.descriptor, this.#buffer, 0, WINDOW_SIZE, position);
      this.#position = position;
      if (this.#copy(target, position)) return;
    }
    if (readFully(this.#spool.descriptor, target, position)) return;
    throw new FledgeError('internal', `the spool of ${this.#spool.label} is shorter than its files`);
  }

  /** Copies the bytes from the buffer. Returns false if the buffer does not contain all of them. */
  #copy(target: Uint8Array, position: number): boolean {
    const start = position - this.#position;
    if (this.#buffer === undefined || start < 0 || start + target.length > this.#length) return false;
    this.#buffer.copy(target, 0, start, start + target.length);
    return true;
  }
}

/** Fills `target`. Returns false if the file ends before. */
function readFully(descriptor: number, target: Uint8Array, position: number): boolean {
  let done = 0;
  while (done < target.length) {
    const length = readSync(descriptor, target, done, target.length - done, position + done);
    if (length === 0) return false;
    done += length;
  }
  return true;
}

function openForReading(path: Buffer, label: string): number {
  try {
    // The tree has regular files only. If a file became a fifo or a link since, opening must not wait for a writer or
    // follow the link.
    return openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    throw new FledgeError('input', `cannot read ${label}: ${messageOf(error)}`, {
      cause: error,
      fix: 'make the file readable for the user of the build',
    });
  }
}
