import { MAX_XATTR_VALUE_BYTES } from '../../support/linux-limits.ts';
import type { EntryLimits } from '../entry-limits.ts';

/** The limits of XFS images that mkfs.xfs fills from a directory. */
export const XFS_LIMITS: EntryLimits = {
  filesystem: 'xfs',
  // XFS_SYMLINK_MAXLEN
  maxTargetBytes: 1024,
  maxFileBytes: 2 ** 53 - 1,
  maxLinks: 2 ** 31 - 1,
  // `bigtime`: nanoseconds in 64 bits, since 1901.
  minSeconds: -(2 ** 31),
  maxSeconds: 16_299_260_424,
  // mkfs.xfs encodes device numbers as IRIX did: 9 bits and 18 bits.
  maxMajor: 2 ** 9 - 1,
  maxMinor: 2 ** 18 - 1,
  maxXattrValueBytes: MAX_XATTR_VALUE_BYTES,
  hasAcls: true,
};
