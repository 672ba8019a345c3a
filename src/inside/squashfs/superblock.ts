import { damaged, UnreadableImage } from '../damage.ts';
import { endsEarly, type ReadableDisk } from '../disk.ts';

// As in Documentation/filesystems/squashfs.rst and fs/squashfs/squashfs_fs.h of the kernel. Numbers on the disk are little-endian.

const SUPERBLOCK_BYTES = 96;
const MAGIC = 0x7371_7368;
const MIN_BLOCK_LOG = 12;
const MAX_BLOCK_LOG = 20;
const NO_TABLE = 0xffff_ffff_ffff_ffffn;
/** A reference is the offset of a block in its table times this number, plus the offset of a byte in the block. */
export const OFFSET_UNIT = 0x1_0000;

/** The compressors by their numbers. */
const COMPRESSORS = ['gzip', 'lzma', 'lzo', 'xz', 'lz4', 'zstd'] as const;
export type SquashfsCompressor = (typeof COMPRESSORS)[number];

/** The superblock. Positions are in bytes from the beginning of the image. */
export interface SquashfsSuperblock {
  readonly inodes: number;
  /** Seconds since 1970. */
  readonly time: number;
  /** In bytes. */
  readonly blockSize: number;
  readonly fragments: number;
  readonly compressor: SquashfsCompressor;
  readonly flags: number;
  readonly ids: number;
  /** A reference to an inode. */
  readonly root: number;
  readonly bytesUsed: number;
  readonly inodeTable: number;
  readonly directoryTable: number;
  readonly fragmentTable: number | undefined;
  readonly idTable: number;
  readonly xattrTable: number | undefined;
}

/**
 * Reads the superblock.
 *
 * @throws UnreadableImage if it is damaged, or is of an old version.
 */
export async function readSuperblock(disk: ReadableDisk): Promise<SquashfsSuperblock> {
  const bytes = await disk.read(0, SUPERBLOCK_BYTES);
  if (bytes.length < SUPERBLOCK_BYTES || bytes.readUInt32LE(0) !== MAGIC) throw damaged('it has no superblock');
  const version = `${bytes.readUInt16LE(28)}.${bytes.readUInt16LE(30)}`;
  if (version !== '4.0') throw new UnreadableImage(`version ${version} of its squashfs file system is not supported`);
  const compressor = COMPRESSORS[bytes.readUInt16LE(20) - 1];
  if (compressor === undefined) throw damaged('its compressor is not known');
  const table = (offset: number): number | undefined => {
    const position = bytes.readBigUInt64LE(offset);
    return position === NO_TABLE ? undefined : Number(position);
  };
  const blockSize = bytes.readUInt32LE(12);
  const blockLog = bytes.readUInt16LE(22);
  const bytesUsed = Number(bytes.readBigUInt64LE(40));
  const fields = {
    idTable: table(48),
    xattrTable: table(56),
    inodeTable: table(64),
    directoryTable: table(72),
    fragmentTable: table(80),
  };
  const { idTable, inodeTable, directoryTable } = fields;
  const fragments = bytes.readUInt32LE(16);
  const ids = bytes.readUInt16LE(26);
  const isPossible =
    blockLog >= MIN_BLOCK_LOG &&
    blockLog <= MAX_BLOCK_LOG &&
    blockSize === 2 ** blockLog &&
    ids > 0 &&
    (fragments === 0 || fields.fragmentTable !== undefined) &&
    Object.values(fields).every((position) => position === undefined || position < bytesUsed);
  if (!isPossible || idTable === undefined || inodeTable === undefined || directoryTable === undefined) {
    throw damaged('its superblock contradicts itself');
  }
  if (inodeTable >= directoryTable) throw damaged('its superblock contradicts itself');
  // All limits of a reader follow from this number.
  if (bytesUsed > disk.size) throw endsEarly();
  return {
    inodes: bytes.readUInt32LE(4),
    time: bytes.readUInt32LE(8),
    blockSize,
    fragments,
    compressor,
    flags: bytes.readUInt16LE(24),
    ids,
    root: Number(bytes.readBigUInt64LE(32)),
    bytesUsed,
    inodeTable,
    directoryTable,
    fragmentTable: fields.fragmentTable,
    idTable,
    xattrTable: fields.xattrTable,
  };
}
