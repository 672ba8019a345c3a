import { type ByteString, bytesOf } from '../../support/byte-string.ts';
import type { Inode } from '../../tree/entry.ts';
import { TYPE_BITS } from '../../tree/entry.ts';
import type { Extent } from './data-extents.ts';

/** A host file, and the inode of the tree that it represents. */
export interface TreeRecord {
  readonly hostDevice: bigint;
  readonly hostInode: bigint;
  /** The inode number, from 1 in the order of the tree. */
  readonly number: number;
  readonly inode: Inode;
  readonly links: number;
  readonly xattrs: ReadonlyMap<ByteString, Uint8Array>;
  /** Undefined if there are no holes. */
  readonly extents: readonly Extent[] | undefined;
}

export interface TableOptions {
  /** The time that the clock shows, in seconds since 1970. */
  readonly epoch: number;
  /** The seed of random numbers, at least 8 bytes. */
  readonly seed: Buffer;
}

const MAGIC = 'FLEDGET1';
/** `struct header` of tree-view.c. */
const HEADER = { magic: 0, recordCount: 8, epoch: 16, seed: 24, size: 32 } as const;
/** `struct record` of tree-view.c, which asserts the sizes of both. */
const RECORD = {
  hostDevice: 0,
  hostInode: 8,
  number: 16,
  fileSize: 24,
  seconds: 32,
  nanoseconds: 40,
  mode: 44,
  uid: 48,
  gid: 52,
  major: 56,
  minor: 60,
  links: 64,
  xattrCount: 68,
  xattrs: 72,
  extents: 80,
  extentCount: 88,
  size: 96,
} as const;
const NO_EXTENTS = 0xffff_ffff_ffff_ffffn;

/** The table that tree-view.c reads: `struct header`, `struct record` in the order of host inodes, then their parts. */
export function encodeTreeTable(records: readonly TreeRecord[], { epoch, seed }: TableOptions): Buffer {
  const sorted = records.toSorted(byHostInode);
  const fixed = Buffer.alloc(HEADER.size + sorted.length * RECORD.size);
  fixed.write(MAGIC, HEADER.magic, 'latin1');
  fixed.writeBigUInt64LE(BigInt(sorted.length), HEADER.recordCount);
  fixed.writeBigInt64LE(BigInt(epoch), HEADER.epoch);
  seed.copy(fixed, HEADER.seed, 0, 8);

  const parts: Buffer[] = [fixed];
  let end = fixed.length;
  const append = (part: Buffer): bigint => {
    const start = end;
    parts.push(part);
    end += part.length;
    return BigInt(start);
  };
  for (const [index, record] of sorted.entries()) {
    const { inode, xattrs, extents } = record;
    const at = HEADER.size + index * RECORD.size;
    fixed.writeBigUInt64LE(record.hostDevice, at + RECORD.hostDevice);
    fixed.writeBigUInt64LE(record.hostInode, at + RECORD.hostInode);
    fixed.writeBigUInt64LE(BigInt(record.number), at + RECORD.number);
    fixed.writeBigUInt64LE(BigInt(sizeOf(inode)), at + RECORD.fileSize);
    fixed.writeBigInt64LE(BigInt(inode.mtime.seconds), at + RECORD.seconds);
    fixed.writeUInt32LE(inode.mtime.nanoseconds, at + RECORD.nanoseconds);
    fixed.writeUInt32LE(TYPE_BITS[inode.kind] | inode.mode, at + RECORD.mode);
    fixed.writeUInt32LE(inode.uid, at + RECORD.uid);
    fixed.writeUInt32LE(inode.gid, at + RECORD.gid);
    if (inode.kind === 'char-device' || inode.kind === 'block-device') {
      fixed.writeUInt32LE(inode.major, at + RECORD.major);
      fixed.writeUInt32LE(inode.minor, at + RECORD.minor);
    }
    fixed.writeUInt32LE(record.links, at + RECORD.links);
    fixed.writeUInt32LE(xattrs.size, at + RECORD.xattrCount);
    fixed.writeBigUInt64LE(xattrs.size === 0 ? 0n : append(encodeXattrs(xattrs)), at + RECORD.xattrs);
    fixed.writeBigUInt64LE(extents === undefined ? NO_EXTENTS : append(encodeExtents(extents)), at + RECORD.extents);
    fixed.writeBigUInt64LE(BigInt(extents?.length ?? 0), at + RECORD.extentCount);
  }
  return Buffer.concat(parts);
}

function byHostInode(a: TreeRecord, b: TreeRecord): number {
  if (a.hostDevice !== b.hostDevice) return a.hostDevice < b.hostDevice ? -1 : 1;
  return a.hostInode < b.hostInode ? -1 : 1;
}

function sizeOf(inode: Inode): number {
  if (inode.kind === 'file') return inode.content.size;
  return inode.kind === 'symlink' ? inode.target.length : 0;
}

function encodeXattrs(xattrs: ReadonlyMap<ByteString, Uint8Array>): Buffer {
  const parts: Buffer[] = [];
  for (const [name, value] of [...xattrs].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const nameSize = name.length + 1;
    const size = nameSize + value.length;
    const part = Buffer.alloc(8 + Math.ceil(size / 8) * 8);
    part.writeUInt32LE(nameSize, 0);
    part.writeUInt32LE(value.length, 4);
    bytesOf(name).copy(part, 8);
    part.set(value, 8 + nameSize);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function encodeExtents(extents: readonly Extent[]): Buffer {
  const result = Buffer.alloc(extents.length * 16);
  for (const [index, [begin, end]] of extents.entries()) {
    result.writeBigUInt64LE(BigInt(begin), index * 16);
    result.writeBigUInt64LE(BigInt(end), index * 16 + 8);
  }
  return result;
}
