import { type BigIntStats, closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { InsidePiece } from '../entry.ts';
import type { Turns } from '../turns.ts';

/** In bytes; a multiple of a block. */
const PIECE_BYTES = 256 * 1024;
const BLOCK_BYTES = 4096;
const NO_DATA = Buffer.alloc(BLOCK_BYTES);
/** The unit of `st_blocks` (stat(2)). */
const STAT_BLOCK_BYTES = 512n;

/** A file was replaced, changed or removed while it was read. */
export class ChangedMeanwhile extends Error {
  override readonly name = 'ChangedMeanwhile';
}

export interface FileReading {
  /** The metadata from before. */
  readonly known: BigIntStats;
  /** Returns a path that is valid at this moment. */
  readonly pathNow: () => Buffer;
  readonly turns: Turns;
  readonly signal: AbortSignal | undefined;
}

/**
 * The data of a regular file. Node cannot ask for holes, so blocks of zeros are left out if the file has fewer blocks than
 * its size needs.
 *
 * @throws ChangedMeanwhile if the path leads to another file, or the file changes; or the error of the system.
 */
export async function* readFilePieces({ known, pathNow, turns, signal }: FileReading): AsyncGenerator<InsidePiece> {
  // A fifo in the place of the file does not block, and a link is not followed.
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK | constants.O_NOCTTY;
  const descriptor = openSync(pathNow(), flags);
  try {
    requireUnchanged(descriptor, known);
    const size = Number(known.size);
    const mayHaveHoles = known.blocks * STAT_BLOCK_BYTES < known.size;
    for (let offset = 0; offset < size; ) {
      signal?.throwIfAborted();
      const bytes = Buffer.allocUnsafe(Math.min(PIECE_BYTES, size - offset));
      for (let done = 0; done < bytes.length; ) {
        const count = readSync(descriptor, bytes, done, bytes.length - done, offset + done);
        if (count === 0) throw new ChangedMeanwhile();
        done += count;
      }
      if (mayHaveHoles) yield* withoutZeros({ offset, bytes });
      else yield { offset, bytes };
      offset += bytes.length;
      await turns.after(bytes.length);
    }
    requireUnchanged(descriptor, known);
  } finally {
    closeSync(descriptor);
  }
}

function requireUnchanged(descriptor: number, known: BigIntStats): void {
  const { dev, ino, mode, size, mtimeNs } = fstatSync(descriptor, { bigint: true });
  const isSame = dev === known.dev && ino === known.ino && mode === known.mode;
  if (!isSame || size !== known.size || mtimeNs !== known.mtimeNs) throw new ChangedMeanwhile();
}

/** The runs of blocks with data. */
function* withoutZeros({ offset, bytes }: InsidePiece): Generator<InsidePiece> {
  let begin: number | undefined;
  for (let at = 0; at < bytes.length; at += BLOCK_BYTES) {
    const end = Math.min(at + BLOCK_BYTES, bytes.length);
    const isHole = bytes.compare(NO_DATA, 0, end - at, at, end) === 0;
    if (!isHole) begin ??= at;
    else if (begin !== undefined) {
      yield { offset: offset + begin, bytes: bytes.subarray(begin, at) };
      begin = undefined;
    }
  }
  if (begin !== undefined) yield { offset: offset + begin, bytes: bytes.subarray(begin) };
}
