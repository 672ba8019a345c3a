import type { ByteString } from '../../support/byte-string.ts';
import { FledgeError } from '../../support/errors.ts';
import type { Inode } from '../../tree/entry.ts';

// Squashfs 4.0 as described in Documentation/filesystems/squashfs.rst and fs/squashfs/squashfs_fs.h. Little-endian.

/** In bytes; the default of mksquashfs. Larger blocks compress better, but a small read must decompress a whole block. */
export const BLOCK_SIZE = 128 * 1024;
const BLOCK_LOG = 17;
/** The uncompressed size of a block of metadata, in bytes. */
export const METADATA_SIZE = 8192;
export const SUPERBLOCK_SIZE = 96;

const MAGIC = 0x73717368;
const VERSION = { major: 4, minor: 0 } as const;
const ZSTD = 6;
const FLAGS = { alwaysFragments: 0x20, duplicates: 0x40, noXattrs: 0x200, compressorOptions: 0x400 } as const;

/** The flag in the length of a data block that is stored uncompressed. */
export const UNCOMPRESSED_BLOCK = 1 << 24;
/** The same flag in the length of a metadata block. */
export const UNCOMPRESSED_METADATA = 1 << 15;
export const NO_FRAGMENT = 0xffff_ffff;
export const NO_XATTR = 0xffff_ffff;
/** The superblock's value for an absent table. */
const NO_TABLE = 0xffff_ffff_ffff_ffffn;

export const MAX_UINT32 = 0xffff_ffff;
/** The superblock has 16 bits for the number of IDs. */
export const MAX_IDS = 0xffff;

/** The number of a kind of inode in directories and basic inodes. Extended inodes, which have more fields, add 7. */
export const INODE_TYPES: Readonly<Record<Inode['kind'], number>> = {
  directory: 1,
  file: 2,
  symlink: 3,
  'block-device': 4,
  'char-device': 5,
  fifo: 6,
};
export const EXTENDED = 7;

/** A position in the inode or directory table: the offset of the compressed block in the table, and of the byte in it. */
export interface MetadataPosition {
  readonly block: number;
  readonly offset: number;
}

/** The fields of the superblock, without constants. Positions are in bytes from the beginning of the image. */
export interface Superblock {
  readonly inodeCount: number;
  /** Seconds since 1970. */
  readonly time: number;
  readonly fragmentCount: number;
  readonly idCount: number;
  readonly root: MetadataPosition;
  readonly size: number;
  readonly inodeTable: number;
  readonly directoryTable: number;
  readonly fragmentTable: number | undefined;
  readonly idTable: number;
  readonly xattrTable: number | undefined;
}

/** The superblock of an image. */
export function encodeSuperblock(fields: Superblock): Buffer {
  const { alwaysFragments, duplicates, noXattrs, compressorOptions } = FLAGS;
  const flags = alwaysFragments | duplicates | compressorOptions | (fields.xattrTable === undefined ? noXattrs : 0);
  return new FieldWriter(SUPERBLOCK_SIZE)
    .u32(MAGIC, fields.inodeCount, fields.time, BLOCK_SIZE, fields.fragmentCount)
    .u16(ZSTD, BLOCK_LOG, flags, fields.idCount, VERSION.major, VERSION.minor)
    .u64(inodeReference(fields.root), fields.size)
    .u64(fields.idTable, fields.xattrTable ?? NO_TABLE, fields.inodeTable, fields.directoryTable)
    .u64(fields.fragmentTable ?? NO_TABLE, NO_TABLE)
    .finish();
}

/** The compressor options after the superblock: the level, as an uncompressed block of metadata. */
export function encodeCompressorOptions(level: number): Buffer {
  return new FieldWriter(6)
    .u16(4 | UNCOMPRESSED_METADATA)
    .u32(level)
    .finish();
}

/** Encodes a position as a reference from another table. */
export function inodeReference({ block, offset }: MetadataPosition): number {
  return block * 0x1_0000 + offset;
}

/** Collects the fields of a structure of known size. */
export class FieldWriter {
  readonly #buffer: Buffer;
  #end = 0;

  constructor(size: number) {
    this.#buffer = Buffer.alloc(size);
  }

  u16(...values: readonly number[]): this {
    for (const value of values) this.#end = this.#buffer.writeUInt16LE(value, this.#end);
    return this;
  }

  i16(value: number): this {
    this.#end = this.#buffer.writeInt16LE(value, this.#end);
    return this;
  }

  u32(...values: readonly number[]): this {
    for (const value of values) this.#end = this.#buffer.writeUInt32LE(value, this.#end);
    return this;
  }

  u64(...values: readonly (number | bigint)[]): this {
    for (const value of values) this.#end = this.#buffer.writeBigUInt64LE(BigInt(value), this.#end);
    return this;
  }

  bytes(value: Uint8Array): this {
    this.#buffer.set(value, this.#end);
    this.#end += value.length;
    return this;
  }

  text(value: ByteString): this {
    this.#end += this.#buffer.write(value, this.#end, 'latin1');
    return this;
  }

  /** @throws FledgeError `internal` if the fields do not fill the structure. */
  finish(): Buffer {
    if (this.#end === this.#buffer.length) return this.#buffer;
    throw new FledgeError('internal', `a structure of ${this.#buffer.length} bytes has ${this.#end} bytes of fields`);
  }
}
