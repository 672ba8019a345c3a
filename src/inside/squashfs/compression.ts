import { constants, inflateSync, zstdDecompressSync } from 'node:zlib';
import { badBlock } from '../codecs/damage.ts';
import { UnreadableImage } from '../damage.ts';
import type { SquashfsCompressor } from './superblock.ts';

/**
 * Decompresses one block.
 *
 * @throws UnreadableImage if it is damaged, or has more than `limit` bytes.
 */
export type Decompress = (packed: Buffer, limit: number) => Buffer;

/** The largest window, as a logarithm: that of the highest level of zstd would need 128 MiB. */
const MAX_WINDOW_LOG = 23;

/** Node allocates a second buffer when the first one is full. */
const SPARE_BYTES = 64;

/**
 * The decompressor of a file system. Those that Node does not have are loaded only when they are needed.
 *
 * @throws UnreadableImage for `lzma`, the predecessor of `xz`, which the kernel does not read either.
 */
export async function decompressorOf(compressor: SquashfsCompressor): Promise<Decompress> {
  switch (compressor) {
    case 'gzip':
      return ofNode((packed, limit) => inflateSync(packed, { maxOutputLength: limit, chunkSize: limit + SPARE_BYTES }));
    case 'zstd':
      return ofNode((packed, limit) =>
        zstdDecompressSync(packed, {
          maxOutputLength: limit,
          chunkSize: limit + SPARE_BYTES,
          params: { [constants.ZSTD_d_windowLogMax]: MAX_WINDOW_LOG },
        }),
      );
    case 'lz4':
      return (await import('../codecs/lz4.ts')).decodeLz4;
    case 'lzo':
      return (await import('../codecs/lzo.ts')).decodeLzo;
    case 'xz':
      return (await import('../codecs/xz.ts')).decodeXz;
    case 'lzma':
      throw new UnreadableImage(
        'the compressor lzma of its squashfs file system is not supported',
        false,
        'unsquashfs',
      );
  }
}

/** The errors of Node's decompressors are about the data only. */
function ofNode(decompress: Decompress): Decompress {
  return (packed, limit) => {
    try {
      return decompress(packed, limit);
    } catch {
      throw badBlock();
    }
  };
}
