import type { ByteString } from '../support/byte-string.ts';
import { MAX_PATH_BYTES } from '../support/linux-limits.ts';

// The "new ASCII" (newc, SVR4 without checksum) format of cpio(5), as described in the kernel's initramfs buffer format
// (Documentation/driver-api/early-userspace/buffer-format.rst): a magic, thirteen fields of eight hexadecimal digits,
// the name with its NUL, the data. Header and data are each padded to four bytes.

export const MAGIC = '070701';
export const HEADER_SIZE = 110;

/** The name of the entry that ends an archive. */
export const TRAILER_NAME = 'TRAILER!!!' as ByteString;

/** The largest value of a field. */
export const MAX_FIELD = 0xffff_ffff;

/** The kernel refuses longer names (PATH_MAX, with the NUL). */
export const MAX_NAME_SIZE = MAX_PATH_BYTES + 1;

/** The number of bytes of padding after `length` bytes of header or data. */
export function paddingTo4(length: number): number {
  return -length & 3;
}
