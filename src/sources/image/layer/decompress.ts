import { constants, createGunzip, createZstdDecompress, type Gunzip } from 'node:zlib';
import { messageOf, systemCodeOf } from '../../../support/errors.ts';
import { type Compression, DecompressionError } from './compression.ts';
import { MAX_WINDOW_LOG, ZstdFrameSplitter } from './zstd-frames.ts';

/** Charges the resources of a decompressor: `memory` in bytes, returned at the end, and `frames`. It may throw. */
export type SpendOnFrames = (item: 'memory' | 'frames', amount: number) => void;

/** Maximum output of one call of the decompressor: it runs in another thread, and each call costs a context switch. */
const OUTPUT_BYTES = 512 * 1024;
/** Number of outputs that may be queued, so that the decompressor works while they are consumed. */
const WAITING_OUTPUTS = 8;

/**
 * Decompresses a stream while it is still being read. gzip may have several members followed by zeros, zstd several
 * frames and skippable ones. The memory of an output is reused when the next one is requested. The resources of zstd
 * frames are charged to `spend`.
 *
 * @throws DecompressionError if the stream is damaged, truncated, or followed by other data.
 */
export async function* decompress(
  chunks: AsyncIterable<Buffer>,
  compression: Compression,
  spend: SpendOnFrames = () => {},
): AsyncGenerator<Buffer, void, undefined> {
  if (compression === 'none') {
    yield* chunks;
    return;
  }
  const options = { chunkSize: OUTPUT_BYTES, readableObjectMode: true, readableHighWaterMark: WAITING_OUTPUTS };
  const params = { [constants.ZSTD_d_windowLogMax]: MAX_WINDOW_LOG };
  const stream = compression === 'gzip' ? createGunzip(options) : createZstdDecompress({ ...options, params });
  let failure: unknown;
  const pieces = compression === 'gzip' ? chunks : zstdFrames(chunks, spend);
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
    // A stream that was destroyed because of its input reports only that it was destroyed.
    failure ??= isZlibError(error) ? new DecompressionError(describeZlibError(error, compression)) : error;
  } finally {
    stream.destroy();
    await feeding;
  }
  if (failure !== undefined) throw failure;
}

/**
 * Frees the memory of an output at once. Otherwise a gigabyte of output causes fifty garbage collections, each of which
 * walks all objects of the image. The stream allocates a new buffer after it has filled one, so a buffer that was read
 * to its end is unused.
 */
function giveBack({ buffer, byteOffset, byteLength }: Buffer): void {
  const isWhole = buffer.byteLength === OUTPUT_BYTES;
  if (isWhole && byteOffset + byteLength === OUTPUT_BYTES && buffer instanceof ArrayBuffer) buffer.transfer(0);
}

/** A frame without content. The decompressor reports a stream without any frame as truncated. */
const EMPTY_FRAME = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x20, 0x00, 0x01, 0x00, 0x00]);

async function* zstdFrames(
  chunks: AsyncIterable<Buffer>,
  spend: SpendOnFrames,
): AsyncGenerator<Buffer, void, undefined> {
  // The decompressor reuses the memory of a frame for the next one.
  let charged = 0;
  let isFed = false;
  const frames = new ZstdFrameSplitter((windowBytes) => {
    if (windowBytes <= charged) return;
    const more = windowBytes - charged;
    charged = windowBytes;
    spend('memory', more);
  });
  try {
    for await (const chunk of chunks) {
      for (const piece of frames.split(chunk)) {
        spend('frames', 1);
        isFed = true;
        yield piece;
      }
    }
    if (!frames.isBetweenFrames) throw new DecompressionError('it is truncated');
    if (!isFed) yield EMPTY_FRAME;
  } finally {
    spend('memory', -charged);
  }
}

/**
 * Writes the pieces one by one, and one ahead so that the decompressor never waits. A gunzip stops before a zero that
 * follows a member; the rest is then read and must be zeros.
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
      if (unused.some((byte) => byte !== 0)) throw new DecompressionError('data follows its end');
    }
    recent = [];
  };
  for await (const piece of pieces) {
    // At most two pieces are in flight at a time; this is a third.
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

/** Resolves when the chunk is consumed, or the stream ends: after its end, the callback of a chunk is never called. */
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
    : `it is not valid ${compression}: ${messageOf(error)}`;
}
