import { crc32 } from 'node:zlib';
import { filterOf } from './bcj.ts';
import { badBlock } from './damage.ts';
import { decodeLzma2 } from './lzma2.ts';

// The container of xz (xz-file-format.txt). Its index and footer are not read.

const MAGIC = Buffer.from('fd377a585a00', 'hex');
const STREAM_HEADER_BYTES = 12;
const HAS_PACKED_SIZE = 0x40;
const HAS_SIZE = 0x80;
const LZMA2 = 0x21;
/** The number of bytes of a check, by its type. */
const CHECK_BYTES: readonly number[] = [0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64];
const CRC32 = 1;

/**
 * Decompresses one stream of at most `limit` bytes. A CRC-32 is verified; no other check is.
 *
 * @throws UnreadableImage if it is damaged or longer, or has an unsupported filter.
 */
export function decodeXz(packed: Buffer, limit: number): Buffer {
  if (packed.length < STREAM_HEADER_BYTES || !packed.subarray(0, MAGIC.length).equals(MAGIC)) throw badBlock();
  const check = packed.readUInt8(7) & 15;
  const blocks: Buffer[] = [];
  let left = limit;
  // A size of 0 begins the index.
  for (let at = STREAM_HEADER_BYTES; (packed[at] ?? 0) !== 0; ) {
    const { filters, end: dataStart } = readHeader(packed, at);
    const { bytes, end } = decodeLzma2(packed, dataStart, left);
    for (const { id, start } of filters) filterOf(id)(bytes, start);
    at = end + (-(end - dataStart) & 3);
    const checkEnd = at + (CHECK_BYTES[check] ?? 0);
    if (checkEnd > packed.length) throw badBlock();
    if (check === CRC32 && packed.readUInt32LE(at) !== crc32(bytes)) throw badBlock();
    at = checkEnd;
    left -= bytes.length;
    blocks.push(bytes);
  }
  const [only] = blocks;
  return blocks.length === 1 && only !== undefined ? only : Buffer.concat(blocks);
}

interface BlockHeader {
  /** Those before LZMA2, in the order in which they must be undone. */
  readonly filters: readonly { readonly id: number; readonly start: number }[];
  readonly end: number;
}

function readHeader(packed: Buffer, position: number): BlockHeader {
  const end = position + (packed.readUInt8(position) + 1) * 4;
  if (end > packed.length || packed.readUInt32LE(end - 4) !== crc32(packed.subarray(position, end - 4)))
    throw badBlock();
  const header = packed.subarray(0, end - 4);
  const flags = packed.readUInt8(position + 1);
  let at = position + 2;
  const number = (): number => {
    let value = 0;
    for (let shift = 0; shift < 49; shift += 7) {
      const byte = header[at++];
      if (byte === undefined) throw badBlock();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
    throw badBlock();
  };
  if ((flags & HAS_PACKED_SIZE) !== 0) number();
  if ((flags & HAS_SIZE) !== 0) number();
  const filters: { readonly id: number; readonly start: number }[] = [];
  for (let index = flags & 3; index >= 0; index--) {
    const id = number();
    const size = number();
    if (at + size > header.length || (index === 0) !== (id === LZMA2)) throw badBlock();
    // The property of a filter of code is the position of its first byte.
    if (index > 0) filters.unshift({ id, start: size === 4 ? header.readUInt32LE(at) : 0 });
    at += size;
  }
  return { filters, end };
}
