import { constants, createGunzip, createZstdDecompress, type Gunzip } from 'node:zlib';
import { messageOf, systemCodeOf } from '../../../support/errors.ts';
import { DecompressionError } from './decompression-error.ts';
import { BLOCK_BYTES, hasValidChecksum, isZeroBlock } from './tar-format.ts';
import { MAX_WINDOW_LOG, ZstdFrameSplitter } from './zstd-frames.ts';

export type Compression = 'none' | 'gzip' | 'zstd';

/** Charges what a decompressor takes: `memory` in bytes, given back at the end, and `frames`. It may throw. */
export type SpendOnFrames = (item: 'memory' | 'frames', amount: number) => void;

/** How much one call of the decompressor may put out: it runs in a thread of its own, and each call costs a switch. */
const OUTPUT_BYTES = 512 * 1024;
/** So many pieces of output may wait, so that the decompressor has something to do while they are used. */
const WAITING_OUTPUTS = 8;

/** Formats that layers are sometimes in although no specification has them. */
const FOREIGN_MAGICS: readonly (readonly [name: string, magic: Buffer])[] = [
  ['xz', Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00])],
  ['bzip2', Buffer.from('BZh')],
  ['bzip3', Buffer.from('BZ3v1')],
  ['lzip', Buffer.from('LZIP')],
  ['lzop', Buffer.from([0x89, 0x4c, 0x5a, 0x4f, 0x00])],
  ['lrzip', Buffer.from('LRZI')],
  ['lz4', Buffer.from([0x04, 0x22, 0x4d, 0x18])],
  ['lz4 (legacy)', Buffer.from([0x02, 0x21, 0x4c, 0x18])],
  ['compress (.Z)', Buffer.from([0x1f, 0x9d])],
  ['lzh (.Z)', Buffer.from([0x1f, 0xa0])],
  ['pack (.z)', Buffer.from([0x1f, 0x1e])],
  ['snappy', Buffer.from([0xff, 0x06, 0x00, 0x00, 0x73, 0x4e, 0x61, 0x50, 0x70, 0x59])],
  ['zip', Buffer.from('PK\x03\x04')],
  ['7z', Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c])],
  ['rar', Buffer.from('Rar!\x1a\x07')],
  ['an ar archive', Buffer.from('!<arch>\n')],
  ['an rpm package', Buffer.from([0xed, 0xab, 0xee, 0xdb])],
  ['a cpio archive', Buffer.from('07070')],
  ['a squashfs image', Buffer.from('hsqs')],
];

/**
 * Whether it may be the format of lzma(1), which has no magic: properties as its programs set them, a dictionary of a
 * power of two or one and a half of it, and a size that is unknown or below 256 GiB. xz(1) decides like this.
 */
function isLzma(head: Buffer): boolean {
  if (head.length < 13 || (head[0] ?? 0) >= 9 * 5 * 5) return false;
  const dictionary = head.readUInt32LE(1);
  const power = 2 ** (31 - Math.clz32(dictionary));
  if (dictionary === 0 || (dictionary !== power && dictionary !== power * 1.5 && dictionary !== 0xffff_ffff))
    return false;
  const size = head.readBigUInt64LE(5);
  return size === 2n ** 64n - 1n || size < 2n ** 38n;
}

/** The first bytes of zlib's own format (RFC 1950), as opposed to gzip, with a window of 32 KiB and each level. */
const ZLIB_HEADERS: readonly number[] = [0x7801, 0x785e, 0x789c, 0x78da];

function foreignFormatOf(head: Buffer): string | undefined {
  const known = FOREIGN_MAGICS.find(([, magic]) => head.subarray(0, magic.length).equals(magic));
  if (known !== undefined) return known[0];
  if (isLzma(head)) return 'lzma';
  return head.length >= 2 && ZLIB_HEADERS.includes(head.readUInt16BE(0)) ? 'zlib' : undefined;
}

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
  const foreign = foreignFormatOf(head);
  if (foreign !== undefined) {
    throw new DecompressionError(
      `it is ${foreign}, and layers are plain tar, or tar in gzip or zstd`,
      'build or push the image again with a tool that compresses its layers with gzip or zstd',
    );
  }
  // The tar reader says what is wrong with it.
  return 'none';
}

/**
 * The bytes of a compressed stream, decompressed, while the rest is still being read and decompressed. gzip may have
 * several members and zeros behind them, zstd several frames and skippable ones. A piece of the output is gone when the
 * next is asked for. `spend` is told what the frames of zstd take.
 *
 * @throws DecompressionError if the stream is damaged, truncated, or followed by something else.
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

/** A frame without content. The decompressor takes a stream without any frame for a truncated one. */
const EMPTY_FRAME = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x20, 0x00, 0x01, 0x00, 0x00]);

async function* zstdFrames(
  chunks: AsyncIterable<Buffer>,
  spend: SpendOnFrames,
): AsyncGenerator<Buffer, void, undefined> {
  // The decompressor uses one frame's memory for the next.
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
