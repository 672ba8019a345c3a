import { crc32c } from '../../crc32c.ts';
import {
  BLOCK_SIZE,
  EXTRA_INODE_SIZE,
  FEATURE_COMPAT,
  FEATURE_INCOMPAT,
  FEATURE_RO_COMPAT,
  GROUP_DESCRIPTOR_SIZE,
  GROUPS_PER_FLEX_GROUP,
  high32,
  INODE_SIZE,
  JOURNAL_INODE,
  LOST_AND_FOUND_INODE,
  low32,
} from '../format.ts';
import type { HashSeed } from './half-md4.ts';

// Documentation/filesystems/ext4/super.rst. Fields that are not listed are zero in a new image.

export const SUPERBLOCK_SIZE = 1024;

const FIELD = {
  inodeCount: 0,
  blockCountLow: 4,
  freeBlocksLow: 12,
  freeInodes: 16,
  blockSizeExponent: 24,
  clusterSizeExponent: 28,
  blocksPerGroup: 32,
  clustersPerGroup: 36,
  inodesPerGroup: 40,
  writeTime: 48,
  maxMountCount: 54,
  magic: 56,
  state: 58,
  errorPolicy: 60,
  checkTime: 64,
  revision: 76,
  firstInode: 84,
  inodeSize: 88,
  groupNumber: 90,
  featureCompat: 92,
  featureIncompat: 96,
  featureRoCompat: 100,
  uuid: 104,
  label: 120,
  journalInode: 224,
  hashSeed: 236,
  hashVersion: 252,
  journalBackupType: 253,
  descriptorSize: 254,
  mountOptions: 256,
  creationTime: 264,
  journalBackup: 268,
  blockCountHigh: 336,
  freeBlocksHigh: 344,
  minExtraSize: 348,
  wantedExtraSize: 350,
  flags: 352,
  flexGroupExponent: 372,
  checksumType: 373,
  writeTimeHigh: 628,
  creationTimeHigh: 630,
  checkTimeHigh: 631,
  overheadBlocks: 584,
  checksum: 1020,
} as const;

const MAGIC = 0xef53;
const STATE_CLEAN = 1;
/** Continue after an error: the default of mke2fs. Mount options of the guest can change it. */
const ERRORS_CONTINUE = 1;
const DYNAMIC_REVISION = 1;
const NEVER_CHECK_BY_MOUNTS = -1;
const HASH_HALF_MD4 = 1;
const JOURNAL_BACKUP_IN_BLOCKS = 1;
const MOUNT_USER_XATTR = 0x4;
const MOUNT_ACL = 0x8;
const FLAG_UNSIGNED_HASH = 2;
const CHECKSUM_CRC32C = 1;

export const LABEL_SIZE = 16;

/** The fields that are the same in the superblock and its backups. */
export interface SuperblockFields {
  readonly blockCount: number;
  readonly freeBlocks: number;
  /** The number of blocks that files can never use: those of the file system itself and of the journal. */
  readonly overheadBlocks: number;
  readonly inodeCount: number;
  readonly freeInodes: number;
  readonly blocksPerGroup: number;
  readonly inodesPerGroup: number;
  readonly uuid: Uint8Array;
  readonly hashSeed: HashSeed;
  /** At most 16 bytes. */
  readonly label: Uint8Array;
  /** Seconds since 1970, at most 40 bits: the time of creation, of the last write and of the last check. */
  readonly time: number;
  /** The block mapping and the size in bytes of the journal: a backup in case its inode is lost. */
  readonly journal: { readonly block: Uint8Array; readonly size: number };
}

/**
 * Writes the superblock (group 0) or a backup of it. `target` has 1024 bytes and must be zero before.
 *
 * @throws RangeError for a label of more than 16 bytes.
 */
export function encodeSuperblock(target: Buffer, fields: SuperblockFields, group: number): void {
  target.writeUInt32LE(fields.inodeCount, FIELD.inodeCount);
  target.writeUInt32LE(low32(fields.blockCount), FIELD.blockCountLow);
  target.writeUInt32LE(high32(fields.blockCount), FIELD.blockCountHigh);
  target.writeUInt32LE(low32(fields.freeBlocks), FIELD.freeBlocksLow);
  target.writeUInt32LE(high32(fields.freeBlocks), FIELD.freeBlocksHigh);
  target.writeUInt32LE(fields.freeInodes, FIELD.freeInodes);
  // The exponent of two, minus that of 1 KiB.
  target.writeUInt32LE(Math.log2(BLOCK_SIZE) - 10, FIELD.blockSizeExponent);
  target.writeUInt32LE(Math.log2(BLOCK_SIZE) - 10, FIELD.clusterSizeExponent);
  target.writeUInt32LE(fields.blocksPerGroup, FIELD.blocksPerGroup);
  target.writeUInt32LE(fields.blocksPerGroup, FIELD.clustersPerGroup);
  target.writeUInt32LE(fields.inodesPerGroup, FIELD.inodesPerGroup);
  target.writeInt16LE(NEVER_CHECK_BY_MOUNTS, FIELD.maxMountCount);
  target.writeUInt16LE(MAGIC, FIELD.magic);
  // A backup is never marked as clean: after its use, the file system must be checked.
  target.writeUInt16LE(group === 0 ? STATE_CLEAN : 0, FIELD.state);
  target.writeUInt16LE(ERRORS_CONTINUE, FIELD.errorPolicy);
  target.writeUInt32LE(DYNAMIC_REVISION, FIELD.revision);
  target.writeUInt32LE(LOST_AND_FOUND_INODE, FIELD.firstInode);
  target.writeUInt16LE(INODE_SIZE, FIELD.inodeSize);
  // The field has 16 bits: the last backups of a huge file system contain the low bits only.
  target.writeUInt16LE(group % 2 ** 16, FIELD.groupNumber);
  target.writeUInt32LE(allOf(FEATURE_COMPAT), FIELD.featureCompat);
  target.writeUInt32LE(allOf(FEATURE_INCOMPAT), FIELD.featureIncompat);
  target.writeUInt32LE(allOf(FEATURE_RO_COMPAT), FIELD.featureRoCompat);
  target.set(fields.uuid, FIELD.uuid);
  if (fields.label.length > LABEL_SIZE) throw new RangeError(`a label of ${fields.label.length} bytes`);
  target.set(fields.label, FIELD.label);
  target.writeUInt32LE(JOURNAL_INODE, FIELD.journalInode);
  for (const [index, word] of fields.hashSeed.entries()) target.writeUInt32LE(word, FIELD.hashSeed + index * 4);
  target.writeUInt8(HASH_HALF_MD4, FIELD.hashVersion);
  target.writeUInt16LE(GROUP_DESCRIPTOR_SIZE, FIELD.descriptorSize);
  target.writeUInt32LE(MOUNT_USER_XATTR | MOUNT_ACL, FIELD.mountOptions);
  encodeJournalBackup(target, fields.journal);
  target.writeUInt16LE(EXTRA_INODE_SIZE, FIELD.minExtraSize);
  target.writeUInt16LE(EXTRA_INODE_SIZE, FIELD.wantedExtraSize);
  target.writeUInt32LE(FLAG_UNSIGNED_HASH, FIELD.flags);
  target.writeUInt8(Math.log2(GROUPS_PER_FLEX_GROUP), FIELD.flexGroupExponent);
  target.writeUInt8(CHECKSUM_CRC32C, FIELD.checksumType);
  target.writeUInt32LE(fields.overheadBlocks % 2 ** 32, FIELD.overheadBlocks);
  encodeTimes(target, fields.time);
  target.writeUInt32LE(crc32c(0xffff_ffff, target.subarray(0, FIELD.checksum)), FIELD.checksum);
}

function encodeJournalBackup(target: Buffer, { block, size }: SuperblockFields['journal']): void {
  target.writeUInt8(JOURNAL_BACKUP_IN_BLOCKS, FIELD.journalBackupType);
  target.set(block, FIELD.journalBackup);
  target.writeUInt32LE(high32(size), FIELD.journalBackup + block.length);
  target.writeUInt32LE(low32(size), FIELD.journalBackup + block.length + 4);
}

function encodeTimes(target: Buffer, time: number): void {
  for (const field of [FIELD.creationTime, FIELD.writeTime, FIELD.checkTime]) {
    target.writeUInt32LE(low32(time), field);
  }
  for (const field of [FIELD.creationTimeHigh, FIELD.writeTimeHigh, FIELD.checkTimeHigh]) {
    target.writeUInt8(high32(time), field);
  }
}

function allOf(features: Readonly<Record<string, number>>): number {
  return Object.values(features).reduce((all, feature) => all | feature, 0);
}
