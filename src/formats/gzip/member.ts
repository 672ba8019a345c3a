/** RFC 1952: how the one member of a gzip file begins and ends. */

/**
 * The header: deflate, no flags (so no name and no comment), no time. XFL is 0 because 2 and 4 name zlib's levels 9 and
 * 1, neither of which this is, and OS is 255, "unknown", because the bytes do not depend on the system.
 */
export const memberHeader: Uint8Array = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255);

/** RFC 1951, 3.2.6: BFINAL 1, BTYPE 01 and the 7 zero bits of the end of block, padded to two bytes. */
const finalEmptyBlock = [0x03, 0x00];

/** What follows the compressed chunks: the final deflate block, then CRC32 and ISIZE of the `size` bytes. */
export function encodeMemberEnd(crc: number, size: number): Uint8Array {
  const bytes = Buffer.alloc(finalEmptyBlock.length + 8);
  bytes.set(finalEmptyBlock);
  bytes.writeUInt32LE(crc, finalEmptyBlock.length);
  bytes.writeUInt32LE(size % 2 ** 32, finalEmptyBlock.length + 4);
  return bytes;
}
