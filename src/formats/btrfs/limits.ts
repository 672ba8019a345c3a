import { MAX_MAJOR, MAX_MINOR, MAX_PATH_BYTES, MAX_XATTR_NAME_BYTES } from '../../support/linux-limits.ts';
import type { EntryLimits } from '../entry-limits.ts';
import { DIRECTORY_ITEM, LEAF_ITEM, NODE } from './format.ts';

/** The node size that `mkfsBtrfsArguments` sets, in bytes. */
const NODE_SIZE = 16_384;

/** The limits of btrfs with nodes of 16 KiB that mkfs.btrfs fills from a directory. */
export const BTRFS_LIMITS: EntryLimits = {
  filesystem: 'btrfs',
  // The kernel accepts 4095; mkfs.btrfs writes a NUL after the target, and an inline extent is shorter than a block.
  maxTargetBytes: MAX_PATH_BYTES - 1,
  maxFileBytes: 2 ** 53 - 1,
  // BTRFS_LINK_MAX
  maxLinks: 65_535,
  minSeconds: -(2 ** 53 - 1),
  maxSeconds: 2 ** 53 - 1,
  maxMajor: MAX_MAJOR,
  maxMinor: MAX_MINOR,
  // A name and its value are one item of a leaf, after the structure of a directory item.
  maxXattrValueBytes: NODE_SIZE - NODE.size - LEAF_ITEM.size - DIRECTORY_ITEM.name - MAX_XATTR_NAME_BYTES,
  hasAcls: true,
};
