import { BLOCK_BYTES, hasValidChecksum, isZeroBlock } from './tar-format.ts';

export type Compression = 'none' | 'gzip' | 'zstd';

/** The data is damaged, or cannot be decompressed; the message contains the reason. */
export class DecompressionError extends Error {
  override readonly name = 'DecompressionError';
  /** The action for the user. */
  readonly fix: string | undefined;

  constructor(message: string, fix?: string) {
    super(message);
    this.fix = fix;
  }
}

/** Formats that layers sometimes have although no specification allows them. */
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
 * True if it may be the format of lzma(1), which has no magic: valid properties, a dictionary size of a power of two or
 * one and a half of it, and a size that is unknown or below 256 GiB. xz(1) uses the same rule.
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
 * Detects the compression of a layer from its first bytes (512, or all if it has fewer). As in containerd and skopeo,
 * the media type is ignored: Docker has pushed layers with the wrong one.
 *
 * @throws DecompressionError if layers may not have this format.
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
      `it is ${foreign}, but layers must be plain tar, or tar in gzip or zstd`,
      'build or push the image again with a tool that compresses its layers with gzip or zstd',
    );
  }
  // The tar reader reports any problem.
  return 'none';
}
