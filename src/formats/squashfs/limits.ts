import { MAX_MAJOR, MAX_MINOR, MAX_PATH_BYTES, MAX_XATTR_VALUE_BYTES } from '../../support/linux-limits.ts';
import type { EntryLimits } from '../entry-limits.ts';
import { MAX_UINT32 } from './format.ts';

/** The limits of squashfs. `InodeTables` checks the number of owners. */
export const SQUASHFS_LIMITS: EntryLimits = {
  filesystem: 'squashfs',
  // The kernel reads at most one page of a target.
  maxTargetBytes: MAX_PATH_BYTES,
  // The list of blocks, with four bytes per block, is in memory and in the inode: 128 MiB for this size.
  maxFileBytes: 4 * 2 ** 40,
  maxLinks: MAX_UINT32,
  minSeconds: 0,
  maxSeconds: MAX_UINT32,
  maxMajor: MAX_MAJOR,
  maxMinor: MAX_MINOR,
  maxXattrValueBytes: MAX_XATTR_VALUE_BYTES,
  hasAcls: false,
};
