import { createHash, type Hash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import type { FileDigest } from '../sources/local-file.ts';
import { settleAll } from '../support/concurrency.ts';

/** Without a digest if the files are equal and it was not wanted. */
export type MeasuredFile = Pick<FileDigest, 'size'> & Partial<FileDigest>;

export interface PairComparison {
  readonly left: MeasuredFile;
  readonly right: MeasuredFile;
  /** Offset in bytes, from 0, of the first byte that differs; undefined if they are identical. */
  readonly firstDifference: number | undefined;
}

/** Bytes of each read: large enough for sequential reads of a disk, small enough for the CPU's cache. */
const BLOCK_BYTES = 1024 * 1024;

export interface PairOptions {
  /** Of the larger file, in bytes. */
  readonly size: number;
  /** Called with the number of bytes of the left file that were compared. */
  readonly onRead: (bytes: number) => void;
  /** Whether the digest of equal files is computed. */
  readonly digestsOfEqual: boolean;
}

/**
 * Compares two open files from their start and computes their digests. Only one digest is computed as long as the files are
 * equal.
 */
export async function compareFilePair(
  left: FileHandle,
  right: FileHandle,
  { size, onRead, digestsOfEqual }: PairOptions,
): Promise<PairComparison> {
  const blockBytes = Math.min(BLOCK_BYTES, size + 1);
  const common = digestsOfEqual ? createHash('sha256') : undefined;
  let firstDifference: number | undefined;
  let apart: { readonly left: Hash; readonly right: Hash } | undefined;
  let leftSize = 0;
  let rightSize = 0;
  for await (const [a, b] of blocksOf(left, right, blockBytes)) {
    if (firstDifference === undefined && !a.equals(b)) {
      firstDifference = leftSize + indexOfDifference(a, b);
      // Without a common digest, the equal beginning is read again.
      const before = common ?? (await hashOfBeginning(left, leftSize));
      apart = { left: before.copy(), right: before.copy() };
    }
    leftSize += a.length;
    rightSize += b.length;
    if (apart === undefined) common?.update(a);
    else {
      apart.left.update(a);
      apart.right.update(b);
    }
    onRead(a.length);
  }
  if (apart !== undefined) {
    const [a, b] = [apart.left.digest('hex'), apart.right.digest('hex')];
    return { left: { size: leftSize, sha256: a }, right: { size: rightSize, sha256: b }, firstDifference };
  }
  const sha256 = common?.digest('hex');
  const digest = { size: leftSize, ...(sha256 !== undefined && { sha256 }) };
  return { left: digest, right: digest, firstDifference };
}

/** The blocks of both files. The last ones can be shorter, and are empty for a file that has ended. */
async function* blocksOf(
  left: FileHandle,
  right: FileHandle,
  blockBytes: number,
): AsyncGenerator<readonly [Buffer, Buffer]> {
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
    isLast = a.length < blockBytes && b.length < blockBytes;
    if (!isLast) next = readBlock(index + 1);
    // Awaited in the next iteration; this prevents an unhandled rejection before that.
    next.catch(() => {});
    yield [a, b];
  }
}

async function hashOfBeginning(file: FileHandle, length: number): Promise<Hash> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(Math.min(BLOCK_BYTES, length));
  for (let position = 0; position < length; position += buffer.length) {
    const wanted = buffer.subarray(0, Math.min(buffer.length, length - position));
    hash.update(await readUpTo(file, wanted, position));
  }
  return hash;
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

/** The index of the first byte that differs; the length of the shorter one if there is none. */
export function indexOfDifference(a: Buffer, b: Buffer): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) if (a[index] !== b[index]) return index;
  return length;
}
