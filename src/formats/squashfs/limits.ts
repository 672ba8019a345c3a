import { MAX_MAJOR, MAX_MINOR, MAX_PATH_BYTES, MAX_XATTR_VALUE_BYTES } from '../../support/linux-limits.ts';
import type { EntryLimits } from '../entry-limits.ts';
import { MAX_UINT32 } from './format.ts';

/** What squashfs can hold. How many owners there may be, `InodeTables` knows. */
export const SQUASHFS_LIMITS: EntryLimits = {
  filesystem: 'squashfs',
  // The kernel reads at most a page of a target.
  maxTargetBytes: MAX_PATH_BYTES,
  // The list of its blocks, with four bytes for each, is in memory and in the inode: 128 MiB of it here.
  maxFileBytes: 4 * 2 ** 40,
  maxLinks: MAX_UINT32,
  minSeconds: 0,
  maxSeconds: MAX_UINT32,
  maxMajor: MAX_MAJOR,
  maxMinor: MAX_MINOR,
  maxXattrValueBytes: MAX_XATTR_VALUE_BYTES,
  hasAcls: false,
};
