import type { ByteString } from '../../../support/byte-string.ts';

/** The size of a block. A tar archive consists of whole blocks. */
export const BLOCK_BYTES = 512;

/** A field of a header block, in bytes. */
export interface Field {
  readonly offset: number;
  readonly length: number;
}

/** The header block of POSIX.1-1988 ustar (pax, "ustar Interchange Format"). v7 headers have the first nine fields. */
export const FIELDS = {
  name: { offset: 0, length: 100 },
  mode: { offset: 100, length: 8 },
  uid: { offset: 108, length: 8 },
  gid: { offset: 116, length: 8 },
  size: { offset: 124, length: 12 },
  mtime: { offset: 136, length: 12 },
  checksum: { offset: 148, length: 8 },
  type: { offset: 156, length: 1 },
  linkName: { offset: 157, length: 100 },
  magic: { offset: 257, length: 8 },
  major: { offset: 329, length: 8 },
  minor: { offset: 337, length: 8 },
  prefix: { offset: 345, length: 155 },
} as const satisfies Record<string, Field>;

/** Fields of GNU tar instead of the prefix (GNU tar manual, "Basic Tar Format", `struct oldgnu_header`). */
export const GNU_FIELDS = {
  accessTime: { offset: 345, length: 12 },
  changeTime: { offset: 357, length: 12 },
  sparse: { offset: 386, length: 4 * 24 },
  isExtended: { offset: 482, length: 1 },
  realSize: { offset: 483, length: 12 },
} as const satisfies Record<string, Field>;

/** A block that continues the map of a sparse file (`struct sparse_header`). */
export const GNU_SPARSE_FIELDS = {
  sparse: { offset: 0, length: 21 * 24 },
  isExtended: { offset: 504, length: 1 },
} as const satisfies Record<string, Field>;

/** One piece of data in such a map: two numbers. */
export const GNU_SPARSE_PIECE = { bytes: 24, numberBytes: 12 } as const;

/** star stores times in the last bytes of the prefix, and marks this at the end of the header. */
const STAR_PREFIX_BYTES = 131;
const STAR_TRAILER = { offset: 508, text: 'tar\0' } as const;

export type HeaderFormat = 'v7' | 'ustar' | 'gnu' | 'star';

/** The format of a header block. As in GNU tar and Go's archive/tar, a magic that only resembles ustar's is ignored. */
export function formatOf(block: Buffer): HeaderFormat {
  const { offset, length } = FIELDS.magic;
  const magic = block.toString('latin1', offset, offset + length);
  if (magic === 'ustar  \0') return 'gnu';
  if (!magic.startsWith('ustar\0')) return 'v7';
  const trailer = block.toString('latin1', STAR_TRAILER.offset, STAR_TRAILER.offset + STAR_TRAILER.text.length);
  return trailer === STAR_TRAILER.text ? 'star' : 'ustar';
}

/** Reads a text field up to a NUL or its end. */
export function readText(block: Buffer, { offset, length }: Field): ByteString {
  const nul = block.indexOf(0, offset);
  const end = nul === -1 || nul > offset + length ? offset + length : nul;
  return block.toString('latin1', offset, end) as ByteString;
}

/** The name in a header block, with its prefix in formats that have one. */
export function readName(block: Buffer, format: HeaderFormat): ByteString {
  const name = readText(block, FIELDS.name);
  if (!hasPrefix(block, format)) return name;
  const length = format === 'star' ? STAR_PREFIX_BYTES : FIELDS.prefix.length;
  const prefix = readText(block, { offset: FIELDS.prefix.offset, length });
  return prefix === '' ? name : (`${prefix}/${name}` as ByteString);
}

function hasPrefix(block: Buffer, format: HeaderFormat): boolean {
  if (format !== 'gnu') return format !== 'v7';
  // Until 2016, Go, and so Docker, wrote headers with GNU's magic and a ustar prefix (golang/go#12594). GNU tar has two
  // times at that place. Go distinguishes them with the same rule.
  if (isTime(block, GNU_FIELDS.accessTime) && isTime(block, GNU_FIELDS.changeTime)) return false;
  return !/[\x80-\xff]/.test(readText(block, FIELDS.prefix));
}

function isTime(block: Buffer, field: Field): boolean {
  return block[field.offset] === 0 || readTimeField(block, field) !== undefined;
}

const SPACE = 0x20;
const ZERO = 0x30;

/**
 * Reads a number field: octal digits with spaces or NULs around them, or GNU's base-256 (two's complement, big-endian,
 * marked by the first bit). Blanks only are 0. Undefined if it is neither, or is not a safe integer.
 */
export function readNumber(block: Buffer, { offset, length }: Field): number | undefined {
  const end = offset + length;
  if (((block[offset] ?? 0) & 0x80) !== 0) return readBase256(block, offset, end);
  let at = offset;
  while (at < end && isBlank(block[at])) at += 1;
  let value = 0;
  for (; at < end; at += 1) {
    const byte = block[at] ?? 0;
    if (isBlank(byte)) return value;
    const digit = byte - ZERO;
    if (digit < 0 || digit > 7) return undefined;
    value = value * 8 + digit;
  }
  return value;
}

/** Reads a number field with a time in seconds. A number that is not a safe integer becomes the nearest one. */
export function readTimeField(block: Buffer, field: Field): number | undefined {
  const number = readNumber(block, field);
  const first = block[field.offset] ?? 0;
  if (number !== undefined || (first & 0x80) === 0) return number;
  return (first & 0x40) === 0 ? Number.MAX_SAFE_INTEGER : Number.MIN_SAFE_INTEGER;
}

function isBlank(byte: number | undefined): boolean {
  return byte === 0 || byte === SPACE;
}

function readBase256(block: Buffer, offset: number, end: number): number | undefined {
  const first = block[offset] ?? 0;
  // A negative number is read as its complement: -1 - ~value.
  const flip = (first & 0x40) === 0 ? 0 : 0xff;
  let value = (first ^ flip) & 0x7f;
  for (let at = offset + 1; at < end; at += 1) {
    value = value * 256 + ((block[at] ?? 0) ^ flip);
    if (value > Number.MAX_SAFE_INTEGER) return undefined;
  }
  return flip === 0 ? value : -1 - value;
}

/** True if the checksum matches the block: the sum of its bytes, as unsigned or (old tars) as signed numbers. */
export function hasValidChecksum(block: Buffer): boolean {
  const { offset, length } = FIELDS.checksum;
  let sum = length * SPACE;
  let negative = 0;
  for (let at = 0; at < offset; at += 1) {
    const byte = block[at] ?? 0;
    sum += byte;
    negative += byte >> 7;
  }
  for (let at = offset + length; at < BLOCK_BYTES; at += 1) {
    const byte = block[at] ?? 0;
    sum += byte;
    negative += byte >> 7;
  }
  const declared = readNumber(block, FIELDS.checksum);
  return declared === sum || (negative > 0 && declared === sum - 256 * negative);
}

const ZERO_BLOCK = Buffer.alloc(BLOCK_BYTES);

/** True if all bytes of the block are 0. */
export function isZeroBlock(block: Buffer): boolean {
  return block[0] === 0 && block.equals(ZERO_BLOCK);
}

/** The number of padding bytes after `size` bytes of data. */
export function paddingOf(size: number): number {
  const rest = size % BLOCK_BYTES;
  return rest === 0 ? 0 : BLOCK_BYTES - rest;
}

const EQUALS = 0x3d;
const NEWLINE = 0x0a;

/**
 * Calls `visit` for each record of a pax header (pax, "pax Extended Header": `LENGTH KEYWORD=VALUE\n`), in order, with
 * a view of its value. Returns the number of records, or undefined if one is malformed; earlier records were visited.
 */
export function visitPaxRecords(
  header: Buffer,
  visit: (keyword: ByteString, value: Buffer) => void,
): number | undefined {
  let count = 0;
  for (let start = 0; start < header.length; count += 1) {
    let at = start;
    let length = 0;
    for (; header[at] !== SPACE; at += 1) {
      const digit = (header[at] ?? 0) - ZERO;
      if (digit < 0 || digit > 9 || length > header.length) return undefined;
      length = length * 10 + digit;
    }
    const end = start + length;
    const equals = end > header.length ? -1 : header.indexOf(EQUALS, at + 1);
    if (equals <= at + 1 || equals >= end - 1 || header[end - 1] !== NEWLINE) return undefined;
    const keyword = header.toString('latin1', at + 1, equals) as ByteString;
    if (keyword.includes('\0')) return undefined;
    visit(keyword, header.subarray(equals + 1, end - 1));
    start = end;
  }
  return count;
}
