import { MAX_MAJOR, MAX_MINOR, MAX_PATH_BYTES } from '../../support/linux-limits.ts';
import type { EntryLimits } from '../entry-limits.ts';

/** What btrfs with nodes of 16 KiB, as mkfs.btrfs fills it from a directory, can hold. */
export const BTRFS_LIMITS: EntryLimits = {
  filesystem: 'btrfs',
  // The kernel takes 4095; mkfs.btrfs writes a NUL behind the target, and an inline extent is shorter than a block.
  maxTargetBytes: MAX_PATH_BYTES - 1,
  maxFileBytes: 2 ** 53 - 1,
  // BTRFS_LINK_MAX
  maxLinks: 65_535,
  minSeconds: -(2 ** 53 - 1),
  maxSeconds: 2 ** 53 - 1,
  maxMajor: MAX_MAJOR,
  maxMinor: MAX_MINOR,
  // A name and its value are one item of a leaf: 16384 less its headers and the longest name.
  maxXattrValueBytes: 16_384 - 101 - 25 - 30 - 255,
  hasAcls: true,
};
