import { MEBIBYTE } from '../../support/units.ts';

/** The geometry of XFS images, for `mkfsXfsArguments`. All sizes are in bytes. */
export const XFS_GEOMETRY = {
  blockSize: 4096,
  inodeSize: 512,
  /** The smallest log that mkfs.xfs accepts. */
  logSize: 64 * MEBIBYTE,
  /** The default of mkfs.xfs for all but very small and very large images; the kernel writes to them in parallel. */
  allocationGroups: 4,
} as const;

/** The smallest image that mkfs.xfs accepts, in bytes. */
export const MIN_IMAGE_SIZE = 300 * MEBIBYTE;
