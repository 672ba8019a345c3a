import { crc32c, crc32cOfUint32 } from '../../crc32c.ts';
import { GROUP_DESCRIPTOR_SIZE, high32, low32 } from '../format.ts';

// Documentation/filesystems/ext4/group_descr.rst and bitmaps.rst.

const FIELD = {
  blockBitmapLow: 0,
  inodeBitmapLow: 4,
  inodeTableLow: 8,
  freeBlocks: 12,
  freeInodes: 14,
  directories: 16,
  flags: 18,
  blockBitmapChecksumLow: 24,
  inodeBitmapChecksumLow: 26,
  unusedInodes: 28,
  checksum: 30,
  blockBitmapHigh: 32,
  inodeBitmapHigh: 36,
  inodeTableHigh: 40,
  blockBitmapChecksumHigh: 56,
  inodeBitmapChecksumHigh: 58,
} as const;

export const GROUP_FLAG = {
  /** Readers treat the inode bitmap and table as zeros without reading them. */
  inodesUninitialised: 1,
  /** Readers compute the block bitmap instead of reading it. */
  blocksUninitialised: 2,
  /** Every unused inode is zero, so that the kernel need not clear the table in the background. */
  inodeTableZeroed: 4,
} as const;

/** A block group. Counts are below 2^16, because groups have at most 32768 blocks and inodes. */
export interface GroupFields {
  readonly group: number;
  /** Block numbers. */
  readonly blockBitmap: number;
  readonly inodeBitmap: number;
  readonly inodeTable: number;
  readonly freeBlocks: number;
  readonly freeInodes: number;
  readonly directories: number;
  /** The number of inodes at the end of the table that were never used. */
  readonly unusedInodes: number;
  readonly flags: number;
  /** 0 if the bitmap is not initialised. */
  readonly blockBitmapChecksum: number;
  readonly inodeBitmapChecksum: number;
}

/** Writes the descriptor of a group with its checksum. `target` has 64 bytes and must be zero before. */
export function encodeGroupDescriptor(target: Buffer, fields: GroupFields, checksumSeed: number): void {
  target.writeUInt32LE(low32(fields.blockBitmap), FIELD.blockBitmapLow);
  target.writeUInt32LE(high32(fields.blockBitmap), FIELD.blockBitmapHigh);
  target.writeUInt32LE(low32(fields.inodeBitmap), FIELD.inodeBitmapLow);
  target.writeUInt32LE(high32(fields.inodeBitmap), FIELD.inodeBitmapHigh);
  target.writeUInt32LE(low32(fields.inodeTable), FIELD.inodeTableLow);
  target.writeUInt32LE(high32(fields.inodeTable), FIELD.inodeTableHigh);
  target.writeUInt16LE(fields.freeBlocks, FIELD.freeBlocks);
  target.writeUInt16LE(fields.freeInodes, FIELD.freeInodes);
  target.writeUInt16LE(fields.directories, FIELD.directories);
  target.writeUInt16LE(fields.unusedInodes, FIELD.unusedInodes);
  target.writeUInt16LE(fields.flags, FIELD.flags);
  target.writeUInt16LE(fields.blockBitmapChecksum & 0xffff, FIELD.blockBitmapChecksumLow);
  target.writeUInt16LE(fields.blockBitmapChecksum >>> 16, FIELD.blockBitmapChecksumHigh);
  target.writeUInt16LE(fields.inodeBitmapChecksum & 0xffff, FIELD.inodeBitmapChecksumLow);
  target.writeUInt16LE(fields.inodeBitmapChecksum >>> 16, FIELD.inodeBitmapChecksumHigh);
  const descriptor = target.subarray(0, GROUP_DESCRIPTOR_SIZE);
  const checksum = crc32c(crc32cOfUint32(checksumSeed, fields.group), descriptor);
  target.writeUInt16LE(checksum & 0xffff, FIELD.checksum);
}

/** Sets the bits from `start` to `end`, exclusive. */
export function setBits(bitmap: Uint8Array, start: number, end: number): void {
  let bit = start;
  for (; bit < end && bit % 8 !== 0; bit++) setBit(bitmap, bit);
  const wholeEnd = end - (end % 8);
  if (bit < wholeEnd) {
    bitmap.fill(0xff, bit / 8, wholeEnd / 8);
    bit = wholeEnd;
  }
  for (; bit < end; bit++) setBit(bitmap, bit);
}

/** The checksum of a bitmap for `bits` blocks or inodes, without the padding after them. */
export function bitmapChecksum(bitmap: Uint8Array, bits: number, checksumSeed: number): number {
  return crc32c(checksumSeed, bitmap.subarray(0, bits / 8));
}

function setBit(bitmap: Uint8Array, bit: number): void {
  const byte = Math.floor(bit / 8);
  bitmap[byte] = (bitmap[byte] ?? 0) | (1 << (bit % 8));
}
