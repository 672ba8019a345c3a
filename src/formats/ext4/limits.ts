import { MAX_MAJOR, MAX_MINOR, MAX_XATTR_VALUE_BYTES } from '../../support/linux-limits.ts';
import type { EntryLimits } from '../entry-limits.ts';
import { BLOCK_SIZE, MAX_LINKS, TIME_EPOCHS } from './format.ts';

const MIN_SECONDS = -(2 ** 31);

/** The limits of ext4. `planXattrs` checks that the extended attributes of an inode fit. */
export const EXT4_LIMITS: EntryLimits = {
  filesystem: 'ext4',
  // One block, including the NUL.
  maxTargetBytes: BLOCK_SIZE - 1,
  // Blocks of a file have 32-bit numbers, and the kernel reserves the last number.
  maxFileBytes: (2 ** 32 - 1) * BLOCK_SIZE,
  maxLinks: MAX_LINKS,
  minSeconds: MIN_SECONDS,
  // e2fsck mistakes times in the first half of the last epoch for times before 1970 that old kernels encoded wrongly, and
  // "repairs" them (e2fsck/pass1.c, EXT4_EXTRA_NEGATIVE_DATE_CUTOFF).
  maxSeconds: MIN_SECONDS + (TIME_EPOCHS - 1) * 2 ** 32 - 1,
  maxMajor: MAX_MAJOR,
  maxMinor: MAX_MINOR,
  maxXattrValueBytes: MAX_XATTR_VALUE_BYTES,
  hasAcls: true,
};
