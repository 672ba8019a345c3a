import { createGunzip, createZstdDecompress, type Gunzip } from 'node:zlib';
import { messageOf, systemCodeOf } from '../../support/errors.ts';
import { BLOCK_BYTES, hasValidChecksum, isZeroBlock } from './tar-format.ts';
import { ZstdFrameSplitter } from './zstd-frames.ts';

export type Compression = 'none' | 'gzip' | 'zstd';

/** The data is not what its compression promises; the message says how. */
export class DecompressionError extends Error {
  override readonly name = 'DecompressionError';
}

/** How much one call of the decompressor may put out: it runs in a thread of its own, and each call costs a switch. */
const OUTPUT_BYTES = 512 * 1024;
/** So many pieces of output may wait, so that the decompressor has something to do while they are used. */
const WAITING_OUTPUTS = 8;

/** Formats that layers are sometimes in although no specification has them. */
const FOREIGN_MAGICS: readonly (readonly [name: string, magic: Buffer])[] = [
  ['xz', Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00])],
  ['bzip2', Buffer.from('BZh')],
  ['lz4', Buffer.from([0x04, 0x22, 0x4d, 0x18])],
  ['zip', Buffer.from('PK\x03\x04')],
];

/**
 * The compression of a layer by its first bytes (512, or all if it has fewer). The bytes decide and not the media type,
 * as in containerd and skopeo: Docker has pushed layers under the other's type.
 *
 * @throws DecompressionError if it is none that a layer may have.
 */
export function detectCompression(head: Buffer): Compression {
  if (head.length >= BLOCK_BYTES) {
    const block = head.subarray(0, BLOCK_BYTES);
    if (hasValidChecksum(block) || isZeroBlock(block)) return 'none';
  }
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  const magic = head.length >= 4 ? head.readUInt32LE(0) : 0;
  if (magic === 0xfd2fb528 || (magic & 0xffff_fff0) >>> 0 === 0x184d2a50) return 'zstd';
  const foreign = FOREIGN_MAGICS.find(([, bytes]) => head.subarray(0, bytes.length).equals(bytes));
  if (foreign !== undefined) {
    throw new DecompressionError(`it is ${foreign[0]}, and layers are plain tar, or tar in gzip or zstd`);
  }
  // The tar reader says what is wrong with it.
  return 'none';
}

/**
 * The bytes of a compressed stream, decompressed, while the rest is still being read and decompressed. gzip may have
 * several members and zeros behind them, zstd several frames and skippable ones. A piece of the output is gone when the
 * next is asked for.
 *
 * @throws DecompressionError if the stream is damaged, truncated, or followed by something else.
 */
export async function* decompress(
  chunks: AsyncIterable<Buffer>,
  compression: Compression,
): AsyncGenerator<Buffer, void, undefined> {
  if (compression === 'none') {
    yield* chunks;
    return;
  }
  const options = { chunkSize: OUTPUT_BYTES, readableObjectMode: true, readableHighWaterMark: WAITING_OUTPUTS };
  const stream = compression === 'gzip' ? createGunzip(options) : createZstdDecompress(options);
  let failure: unknown;
  const pieces = compression === 'gzip' ? chunks : zstdFrames(chunks);
  const feeding = feed(stream, pieces).catch((error: unknown) => {
    failure = error;
    stream.destroy();
  });
  try {
    for await (const output of stream as AsyncIterable<Buffer>) {
      yield output;
      giveBack(output);
    }
    await feeding;
  } catch (error) {
    // A stream that was destroyed because of the input says only that.
    failure ??= isZlibError(error) ? new DecompressionError(describeZlibError(error, compression)) : error;
  } finally {
    stream.destroy();
    await feeding;
  }
  if (failure !== undefined) throw failure;
}

/**
 * Gives the memory of an output back at once. Left to the garbage collector, a gigabyte of output makes it look for
 * garbage fifty times, and through everything that is known of the image by then. The stream fills a buffer to its end
 * and takes a new one after that, so it has no use for one whose end has been read.
 */
function giveBack({ buffer, byteOffset, byteLength }: Buffer): void {
  const isWhole = buffer.byteLength === OUTPUT_BYTES;
  if (isWhole && byteOffset + byteLength === OUTPUT_BYTES && buffer instanceof ArrayBuffer) buffer.transfer(0);
}

async function* zstdFrames(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  const frames = new ZstdFrameSplitter();
  for await (const chunk of chunks) {
    try {
      yield* frames.split(chunk);
    } catch (error) {
      throw error instanceof RangeError ? new DecompressionError(error.message) : error;
    }
  }
  if (!frames.isBetweenFrames) throw new DecompressionError('it is truncated');
}

/**
 * Feeds the pieces, each in a write of its own, and one ahead so that the decompressor never waits for the next. A
 * gunzip stops by itself before a zero behind a member; then the rest is read too, and must be zeros.
 */
async function feed(stream: Gunzip, pieces: AsyncIterable<Buffer>): Promise<void> {
  let hasEnded = false;
  stream.once('end', () => {
    hasEnded = true;
  });
  let previous = Promise.resolve();
  let fed = 0;
  let recent: { readonly piece: Buffer; readonly start: number }[] = [];
  const requireZeros = (): void => {
    for (const { piece, start } of recent) {
      const unused = piece.subarray(Math.max(0, stream.bytesWritten - start));
      if (unused.some((byte) => byte !== 0)) throw new DecompressionError('there is something behind its end');
    }
    recent = [];
  };
  for await (const piece of pieces) {
    // Two pieces are on their way at a time, and this is a third.
    recent = [...recent.slice(-2), { piece, start: fed }];
    fed += piece.length;
    if (hasEnded) requireZeros();
    else if (stream.destroyed) return;
    else {
      const written = write(stream, piece);
      await previous;
      previous = written;
    }
  }
  await previous;
  if (hasEnded) requireZeros();
  else if (!stream.destroyed) stream.end();
}

/** Resolves when the chunk is used up; or the stream is at its end, after which it never says that of a chunk. */
function write(stream: Gunzip, chunk: Buffer): Promise<void> {
  return new Promise((resolve) => {
    const settle = (): void => {
      stream.off('end', settle);
      stream.off('close', settle);
      resolve();
    };
    if (stream.destroyed || stream.readableEnded) return resolve();
    stream.once('end', settle);
    stream.once('close', settle);
    stream.write(chunk, settle);
  });
}

function isZlibError(error: unknown): boolean {
  const code = systemCodeOf(error);
  return code !== undefined && /^(?:Z_|ZSTD_|ERR_ZLIB)/.test(code);
}

function describeZlibError(error: unknown, compression: Compression): string {
  return systemCodeOf(error) === 'Z_BUF_ERROR'
    ? 'it is truncated'
    : `it is no valid ${compression}: ${messageOf(error)}`;
}
