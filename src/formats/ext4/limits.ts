import { MAX_MAJOR, MAX_MINOR, MAX_XATTR_VALUE_BYTES } from '../../support/linux-limits.ts';
import type { EntryLimits } from '../entry-limits.ts';
import { BLOCK_SIZE, MAX_LINKS, TIME_EPOCHS } from './format.ts';

const MIN_SECONDS = -(2 ** 31);

/** What ext4 can hold. Whether there is room for the extended attributes of an inode, `planXattrs` finds out. */
export const EXT4_LIMITS: EntryLimits = {
  filesystem: 'ext4',
  // It fills a block, with its NUL.
  maxTargetBytes: BLOCK_SIZE - 1,
  // Blocks of a file are numbered with 32 bits, and the kernel keeps the last number to itself.
  maxFileBytes: (2 ** 32 - 1) * BLOCK_SIZE,
  maxLinks: MAX_LINKS,
  minSeconds: MIN_SECONDS,
  // The seconds of the last epoch's first half look to e2fsck like times before 1970 as old kernels wrote them by
  // mistake, so it wants to "repair" them (e2fsck/pass1.c, EXT4_EXTRA_NEGATIVE_DATE_CUTOFF).
  maxSeconds: MIN_SECONDS + (TIME_EPOCHS - 1) * 2 ** 32 - 1,
  maxMajor: MAX_MAJOR,
  maxMinor: MAX_MINOR,
  maxXattrValueBytes: MAX_XATTR_VALUE_BYTES,
  hasAcls: true,
};
