import { createHash, type Hash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import type { FileDigest } from '../sources/local-file.ts';
import { settleAll } from '../support/concurrency.ts';

export interface PairComparison {
  readonly left: FileDigest;
  readonly right: FileDigest;
  /** Offset in bytes, from 0, of the first byte that differs; undefined if they are identical. */
  readonly firstDifference: number | undefined;
}

/** Bytes of each read: large enough for sequential reads of a disk, small enough for the CPU's cache. */
const BLOCK_BYTES = 1024 * 1024;

/**
 * Compares two open files from their start and computes both digests, in one pass. Only one digest is computed as long
 * as the files are equal. `onRead` is called with the number of bytes of the left file that were compared.
 */
export async function compareFilePair(
  left: FileHandle,
  right: FileHandle,
  { size, onRead }: { readonly size: number; readonly onRead: (bytes: number) => void },
): Promise<PairComparison> {
  const blockBytes = Math.min(BLOCK_BYTES, size + 1);
  const common = createHash('sha256');
  let apart: { readonly left: Hash; readonly right: Hash } | undefined;
  let firstDifference: number | undefined;
  let leftSize = 0;
  let rightSize = 0;

  // Two buffers for each file: one is filled while the other is processed.
  const even = { left: Buffer.allocUnsafe(blockBytes), right: Buffer.allocUnsafe(blockBytes) };
  const odd = { left: Buffer.allocUnsafe(blockBytes), right: Buffer.allocUnsafe(blockBytes) };
  const readBlock = (index: number): Promise<[Buffer, Buffer]> => {
    const buffers = index % 2 === 0 ? even : odd;
    const position = index * blockBytes;
    // Waits for both reads, so that none of them writes to a buffer later.
    return settleAll(readUpTo(left, buffers.left, position), readUpTo(right, buffers.right, position));
  };

  let next = readBlock(0);
  for (let index = 0, isLast = false; !isLast; index += 1) {
    const [a, b] = await next;
    leftSize += a.length;
    rightSize += b.length;
    isLast = a.length < blockBytes && b.length < blockBytes;
    if (!isLast) next = readBlock(index + 1);
    // Awaited in the next iteration; this prevents an unhandled rejection before that.
    next.catch(() => {});
    if (apart === undefined && !a.equals(b)) {
      firstDifference = index * blockBytes + indexOfDifference(a, b);
      apart = { left: common.copy(), right: common.copy() };
    }
    if (apart === undefined) common.update(a);
    else {
      apart.left.update(a);
      apart.right.update(b);
    }
    onRead(a.length);
  }
  const digest = apart === undefined ? common.digest('hex') : '';
  return {
    left: { size: leftSize, sha256: apart?.left.digest('hex') ?? digest },
    right: { size: rightSize, sha256: apart?.right.digest('hex') ?? digest },
    firstDifference,
  };
}

/** Reads at a position until the buffer is full or the file ends. */
async function readUpTo(handle: FileHandle, buffer: Buffer, position: number): Promise<Buffer> {
  let filled = 0;
  while (filled < buffer.length) {
    const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

function indexOfDifference(a: Buffer, b: Buffer): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) if (a[index] !== b[index]) return index;
  return length;
}
