import type { FileHandle } from 'node:fs/promises';
import { DecompressionError } from '../sources/image/layer/compression.ts';
import { decompress } from '../sources/image/layer/decompress.ts';
import { BLOCK_BYTES, hasValidChecksum } from '../sources/image/layer/tar-format.ts';
import { isGzip } from './magic.ts';
import { piecesOf } from './stream.ts';

/** The compression of a tar archive that begins with `head`; undefined for other files, and for damaged compression. */
export async function tarCompressionOf(
  file: FileHandle,
  head: Buffer,
): Promise<{ readonly wrapper?: 'gzip' | 'zstd' } | undefined> {
  if (isHeader(head)) return {};
  const wrapper = compressionOf(head);
  if (wrapper === undefined) return undefined;
  const block = Buffer.alloc(BLOCK_BYTES);
  let length = 0;
  try {
    for await (const bytes of decompress(piecesOf(file), wrapper)) {
      length += bytes.copy(block, length);
      if (length === BLOCK_BYTES) break;
    }
  } catch (error) {
    if (!(error instanceof DecompressionError)) throw error;
  }
  return isHeader(block) ? { wrapper } : undefined;
}

function isHeader(head: Buffer): boolean {
  // A block of zeros has no valid checksum: the field of the checksum counts as spaces.
  return head.length >= BLOCK_BYTES && hasValidChecksum(head.subarray(0, BLOCK_BYTES));
}

function compressionOf(head: Buffer): 'gzip' | 'zstd' | undefined {
  if (isGzip(head)) return 'gzip';
  return head.length >= 4 && head.readUInt32LE(0) === 0xfd2f_b528 ? 'zstd' : undefined;
}
