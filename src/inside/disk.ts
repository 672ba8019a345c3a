import { readSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { damaged, type UnreadableImage } from './damage.ts';

/** Bytes that can be read at any position: a file, or the disk in a qcow2 image. */
export interface ReadableDisk {
  /** In bytes. */
  readonly size: number;
  /** Up to `length` bytes from `position`; fewer at the end. */
  read(position: number, length: number): Promise<Buffer>;
}

/** Up to this size, a call in another thread costs more time than the read. */
const SMALL_READ_BYTES = 128 * 1024;

/** An open file, of which no byte beyond `size` is read. */
export function diskOf(file: FileHandle, size: number): ReadableDisk {
  return {
    size,
    async read(position, length) {
      const wanted = Math.max(0, Math.min(length, size - position));
      // A hostile position can be larger than any that read(2) accepts.
      if (wanted === 0) return Buffer.alloc(0);
      const bytes = Buffer.allocUnsafe(wanted);
      const isSmall = wanted <= SMALL_READ_BYTES;
      const bytesRead = isSmall
        ? readSync(file.fd, bytes, 0, wanted, position)
        : (await file.read(bytes, 0, wanted, position)).bytesRead;
      return bytes.subarray(0, bytesRead);
    },
  };
}

/**
 * Reads exactly `length` bytes.
 *
 * @throws UnreadableImage if the file has fewer.
 */
export async function readWhole(disk: ReadableDisk, position: number, length: number): Promise<Buffer> {
  const bytes = await disk.read(position, length);
  if (bytes.length < length) throw endsEarly();
  return bytes;
}

/** The error for an image whose file was cut off. */
export function endsEarly(): UnreadableImage {
  return damaged('the file ends before the file system does');
}

const CHUNK_BYTES = 128 * 1024;
const MAX_CHUNKS = 128;

/** A disk of which a part is in memory. */
export interface CachedDisk extends ReadableDisk {
  /**
   * The bytes at a position if all of them are in memory. It saves a promise, which needs more time than most uses of the
   * bytes.
   */
  peek(position: number, length: number): Buffer | undefined;
}

/**
 * A disk with its last used chunks in memory, for structures that are small and near each other. It keeps at most 16 MiB.
 */
export function cachedDisk(disk: ReadableDisk): CachedDisk {
  const chunks = new Map<number, Buffer>();
  const chunkAt = async (index: number): Promise<Buffer> => {
    const found = chunks.get(index);
    if (found !== undefined) {
      chunks.delete(index);
      chunks.set(index, found);
      return found;
    }
    const chunk = await disk.read(index * CHUNK_BYTES, CHUNK_BYTES);
    chunks.set(index, chunk);
    const [oldest] = chunks.keys();
    if (chunks.size > MAX_CHUNKS && oldest !== undefined) chunks.delete(oldest);
    return chunk;
  };
  return {
    size: disk.size,
    peek(position, length) {
      const index = Math.floor(position / CHUNK_BYTES);
      const start = position - index * CHUNK_BYTES;
      const chunk = chunks.get(index);
      return chunk === undefined || start + length > chunk.length ? undefined : chunk.subarray(start, start + length);
    },
    async read(position, length) {
      const index = Math.floor(position / CHUNK_BYTES);
      const start = position - index * CHUNK_BYTES;
      if (start + length > CHUNK_BYTES) return disk.read(position, length);
      return (await chunkAt(index)).subarray(start, start + length);
    },
  };
}
