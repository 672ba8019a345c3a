import type { EntryLimits } from '../directory/entry-limits.ts';
import { MAX_XATTR_NAME_BYTES } from '../xattr-limits.ts';

/** What btrfs with nodes of 16 KiB, as mkfs.btrfs fills it from a directory, can hold. */
export const BTRFS_LIMITS: EntryLimits = {
  filesystem: 'btrfs',
  maxTargetBytes: 4095,
  maxXattrNameBytes: MAX_XATTR_NAME_BYTES,
  // A name and its value are one item of a leaf: 16384 less its headers and the longest name.
  maxXattrValueBytes: 16_384 - 101 - 25 - 30 - 255,
  // BTRFS_LINK_MAX
  maxLinks: 65_535,
  minSeconds: -(2 ** 53 - 1),
  maxSeconds: 2 ** 53 - 1,
  maxFileBytes: 2 ** 53 - 1,
  maxMajor: 2 ** 12 - 1,
  maxMinor: 2 ** 20 - 1,
};
