import { type ByteString, bytesOf } from '../../support/byte-string.ts';
import type { Inode } from '../../tree/entry.ts';
import { TYPE_BITS } from '../file-type.ts';
import type { Extent } from './data-extents.ts';

/** A file of the host, and what it stands for. */
export interface TreeRecord {
  readonly hostDevice: bigint;
  readonly hostInode: bigint;
  /** Of the inode, from 1 in the order of the tree. */
  readonly number: number;
  readonly inode: Inode;
  readonly links: number;
  readonly xattrs: ReadonlyMap<ByteString, Uint8Array>;
  /** Undefined: no holes. */
  readonly extents: readonly Extent[] | undefined;
}

export interface TableOptions {
  /** What the clock shows, in seconds. */
  readonly epoch: number;
  /** At least 8 bytes: where random numbers begin. */
  readonly seed: Buffer;
}

const MAGIC = 'FLEDGET1';
const HEADER_SIZE = 32;
const RECORD_SIZE = 96;
const NO_EXTENTS = 0xffff_ffff_ffff_ffffn;

/** The table that tree-view.c reads: `struct header`, `struct record` in the order of host inodes, then their parts. */
export function encodeTreeTable(records: readonly TreeRecord[], { epoch, seed }: TableOptions): Buffer {
  const sorted = records.toSorted(byHostInode);
  const fixed = Buffer.alloc(HEADER_SIZE + sorted.length * RECORD_SIZE);
  fixed.write(MAGIC, 0, 'latin1');
  fixed.writeBigUInt64LE(BigInt(sorted.length), 8);
  fixed.writeBigInt64LE(BigInt(epoch), 16);
  seed.copy(fixed, 24, 0, 8);

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
    const at = HEADER_SIZE + index * RECORD_SIZE;
    fixed.writeBigUInt64LE(record.hostDevice, at);
    fixed.writeBigUInt64LE(record.hostInode, at + 8);
    fixed.writeBigUInt64LE(BigInt(record.number), at + 16);
    fixed.writeBigUInt64LE(BigInt(sizeOf(inode)), at + 24);
    fixed.writeBigInt64LE(BigInt(inode.mtime.seconds), at + 32);
    fixed.writeUInt32LE(inode.mtime.nanoseconds, at + 40);
    fixed.writeUInt32LE(TYPE_BITS[inode.kind] | inode.mode, at + 44);
    fixed.writeUInt32LE(inode.uid, at + 48);
    fixed.writeUInt32LE(inode.gid, at + 52);
    if (inode.kind === 'char-device' || inode.kind === 'block-device') {
      fixed.writeUInt32LE(inode.major, at + 56);
      fixed.writeUInt32LE(inode.minor, at + 60);
    }
    fixed.writeUInt32LE(record.links, at + 64);
    fixed.writeUInt32LE(xattrs.size, at + 68);
    fixed.writeBigUInt64LE(xattrs.size === 0 ? 0n : append(encodeXattrs(xattrs)), at + 72);
    fixed.writeBigUInt64LE(extents === undefined ? NO_EXTENTS : append(encodeExtents(extents)), at + 80);
    fixed.writeBigUInt64LE(BigInt(extents?.length ?? 0), at + 88);
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
