import { closeSync, openSync, readSync } from 'node:fs';
import { FledgeError } from '../../support/errors.ts';

/** "XFSB" */
const MAGIC = 0x5846_5342;
const TOTAL_BLOCKS_AT = 8;
const FREE_BLOCKS_AT = 144;

export interface XfsUse {
  /** All blocks of the file system, including the log. */
  readonly totalBlocks: number;
  readonly freeBlocks: number;
}

/**
 * Reads the number of total and free blocks of an XFS image (struct xfs_dsb).
 *
 * @throws FledgeError `tool` if the image is not an XFS file system.
 */
export function readXfsUse(image: string): XfsUse {
  const superblock = Buffer.alloc(512);
  const descriptor = openSync(image, 'r');
  try {
    readSync(descriptor, superblock, 0, superblock.length, 0);
  } finally {
    closeSync(descriptor);
  }
  if (superblock.readUInt32BE(0) !== MAGIC)
    throw new FledgeError('tool', 'cannot read the image from mkfs.xfs: it is not an XFS file system');
  return {
    totalBlocks: Number(superblock.readBigUInt64BE(TOTAL_BLOCKS_AT)),
    freeBlocks: Number(superblock.readBigUInt64BE(FREE_BLOCKS_AT)),
  };
}
