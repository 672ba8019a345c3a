import { type EntryLimits, MAX_MAJOR, MAX_MINOR, MAX_XATTR_VALUE_BYTES } from '../entry-limits.ts';
import { MAX_UINT32 } from './format.ts';

/** What squashfs can hold. How many owners there may be, `InodeTables` knows. */
export const SQUASHFS_LIMITS: EntryLimits = {
  filesystem: 'squashfs',
  // PATH_MAX without the NUL: what the kernel reads of a target is at most a page.
  maxTargetBytes: 4095,
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
