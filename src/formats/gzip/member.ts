/** RFC 1952: the beginning and the end of the only member of a gzip file. */

/**
 * The header: deflate, no flags (so no name and no comment), no time. XFL is 0, because 2 and 4 mean zlib's levels 9 and 1,
 * which are not used here. OS is 255, "unknown", because the bytes do not depend on the system.
 */
export const memberHeader: Uint8Array = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255);

/** RFC 1951, 3.2.6: BFINAL 1, BTYPE 01 and the 7 zero bits of the end of block, padded to two bytes. */
const finalEmptyBlock = [0x03, 0x00];

/** RFC 1951, 3.2.4: BFINAL 0, BTYPE 00, padded to a byte; LEN 0 and NLEN. It begins and ends on a byte boundary. */
const emptyStoredBlock = [0x00, 0x00, 0x00, 0xff, 0xff];

/**
 * The end of the file, after the compressed chunks, at `position`: the final deflate block, then CRC32 and ISIZE of the `size`
 * bytes. Empty blocks before it pad the file to a multiple of four bytes: the kernel finds an appended cpio archive only at
 * such an offset (init/initramfs.c, unpack_to_rootfs). The kernel would also accept padding after the member, but not all
 * programs that read gzip do.
 */
export function encodeMemberEnd(crc: number, size: number, position: number): Uint8Array {
  const end = Buffer.alloc(finalEmptyBlock.length + 8);
  end.set(finalEmptyBlock);
  end.writeUInt32LE(crc, finalEmptyBlock.length);
  end.writeUInt32LE(size % 2 ** 32, finalEmptyBlock.length + 4);
  // A block of five bytes moves the end by one, modulo four.
  const blocks = (4 - ((position + end.length) % 4)) % 4;
  return Buffer.concat([...Array.from({ length: blocks }, () => Buffer.from(emptyStoredBlock)), end]);
}
