/**
 * qcow2, version 3 (QEMU, docs/interop/qcow2.rst). All numbers are big-endian. The sizes of clusters and refcounts are QEMU's
 * defaults, which every reader supports.
 */

/** The methods of compression, and the values of the header's compression type. */
const COMPRESSION_TYPES = { zlib: 0, zstd: 1 } as const;

export type Qcow2Compression = keyof typeof COMPRESSION_TYPES;

const CLUSTER_BITS = 16;
/** In bytes. */
export const CLUSTER_SIZE = 2 ** CLUSTER_BITS;
/** In bytes: the unit of compressed clusters and of the size of the disk. */
export const SECTOR_SIZE = 512;
/** Entries of L1 tables, L2 tables and the refcount table. */
export const ENTRY_SIZE = 8;
export const ENTRIES_PER_CLUSTER = CLUSTER_SIZE / ENTRY_SIZE;
/** The size of a refcount in bytes. */
export const REFCOUNT_SIZE = 2;
const REFCOUNT_ORDER = 4;

const MAGIC = 0x51_46_49_fb;
const VERSION = 3;
const HEADER_LENGTH = 112;
const INCOMPATIBLE_COMPRESSION_TYPE = 3;
const FEATURE_NAME_TABLE = 0x6803_f857;
const BACKING_FORMAT = 0xe279_2aca;
const FEATURE_NAME_LENGTH = 46;

export interface Header {
  /** The size of the disk in bytes, a multiple of the sector size. */
  readonly size: number;
  /** Undefined if no cluster is compressed. */
  readonly compression: Qcow2Compression | undefined;
  /** Positions are in bytes; sizes are in entries and clusters. */
  readonly l1Position: number;
  readonly l1Size: number;
  readonly refcountTablePosition: number;
  readonly refcountTableClusters: number;
}

/** The first cluster. */
export function encodeHeader(header: Header): Buffer {
  const cluster = Buffer.alloc(CLUSTER_SIZE);
  const usesZstd = header.compression === 'zstd';
  cluster.writeUInt32BE(MAGIC, 0);
  cluster.writeUInt32BE(VERSION, 4);
  cluster.writeUInt32BE(CLUSTER_BITS, 20);
  writeNumber(cluster, header.size, 24);
  cluster.writeUInt32BE(header.l1Size, 36);
  writeNumber(cluster, header.l1Position, 40);
  writeNumber(cluster, header.refcountTablePosition, 48);
  cluster.writeUInt32BE(header.refcountTableClusters, 56);
  // Readers that know zlib only must refuse the image.
  if (usesZstd) writeNumber(cluster, 2 ** INCOMPATIBLE_COMPRESSION_TYPE, 72);
  cluster.writeUInt32BE(REFCOUNT_ORDER, 96);
  cluster.writeUInt32BE(HEADER_LENGTH, 100);
  cluster.writeUInt8(COMPRESSION_TYPES[header.compression ?? 'zlib'], 104);
  // Old readers print this name of the feature. The zeros after it end the list of extensions.
  if (usesZstd) {
    cluster.writeUInt32BE(FEATURE_NAME_TABLE, HEADER_LENGTH);
    cluster.writeUInt32BE(2 + FEATURE_NAME_LENGTH, HEADER_LENGTH + 4);
    cluster.writeUInt8(INCOMPATIBLE_COMPRESSION_TYPE, HEADER_LENGTH + 9);
    cluster.write('compression type', HEADER_LENGTH + 10, 'latin1');
  }
  return cluster;
}

/** The length in bytes of the longest path of a backing file. */
export const MAX_BACKING_PATH = 1023;

/** Names the backing file in the first cluster: the image below this one, and its format. */
export function writeBackingFile(cluster: Buffer, path: Buffer, format: 'raw' | 'qcow2'): void {
  const name = Buffer.from(format);
  // An extension has a type, a length, and its data, which is padded to eight bytes. Zeros end the list.
  cluster.writeUInt32BE(BACKING_FORMAT, HEADER_LENGTH);
  cluster.writeUInt32BE(name.length, HEADER_LENGTH + 4);
  name.copy(cluster, HEADER_LENGTH + 8);
  const position = HEADER_LENGTH + 8 + name.length + (-name.length & 7) + 8;
  writeNumber(cluster, position, 8);
  cluster.writeUInt32BE(path.length, 16);
  path.copy(cluster, position);
}

/** The facts of a header, for people. */
export interface HeaderFacts {
  readonly version: number;
  /** The size of the disk in bytes. */
  readonly size: number;
}

/** The number of bytes that `decodeHeader` needs. */
const HEADER_FACTS_LENGTH = 32;

/** Reads the facts of a header from the first bytes of a file; undefined if it is not a qcow2 image. */
export function decodeHeader(bytes: Buffer): HeaderFacts | undefined {
  if (bytes.length < HEADER_FACTS_LENGTH || bytes.readUInt32BE(0) !== MAGIC) return undefined;
  return { version: bytes.readUInt32BE(4), size: Number(bytes.readBigUInt64BE(24)) };
}

/** The entry of a table that refers to a cluster with a refcount of 1 (bit 63). */
export function writeClusterEntry(table: Buffer, index: number, position: number): void {
  writeNumber(table, position, index * ENTRY_SIZE);
  const high = table.readUInt32BE(index * ENTRY_SIZE);
  table.writeUInt32BE((high | 0x8000_0000) >>> 0, index * ENTRY_SIZE);
}

/**
 * The L2 entry of a compressed cluster (bit 62) at any position: below the bits for the position, which depend on the size of
 * clusters, is the number of sectors after the first one that it touches.
 */
export function writeCompressedEntry(table: Buffer, index: number, position: number, length: number): void {
  const firstSector = Math.floor(position / SECTOR_SIZE);
  const lastSector = Math.floor((position + length - 1) / SECTOR_SIZE);
  const positionBits = 62 - (CLUSTER_BITS - 8);
  writeNumber(table, position, index * ENTRY_SIZE);
  const high = table.readUInt32BE(index * ENTRY_SIZE);
  const sectors = (lastSector - firstSector) * 2 ** (positionBits - 32);
  table.writeUInt32BE((high | sectors | 0x4000_0000) >>> 0, index * ENTRY_SIZE);
}

/** Writes an integer below 2^53 as 64 bits. */
export function writeNumber(bytes: Buffer, value: number, offset: number): void {
  bytes.writeUInt32BE(Math.floor(value / 2 ** 32), offset);
  bytes.writeUInt32BE(value % 2 ** 32, offset + 4);
}
