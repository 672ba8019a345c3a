import type { Timestamp } from '../../tree/entry.ts';
import { kindOfMode } from '../kind-of-mode.ts';
import type { TreeInode } from '../walk.ts';

// As in Documentation/filesystems/ext4/inodes.rst of the kernel.

const OLD_INODE_SIZE = 128;

export const INODE_FLAG = {
  encrypt: 0x800,
  hugeFile: 0x4_0000,
  extents: 0x8_0000,
  eaInode: 0x20_0000,
  inlineData: 0x1000_0000,
} as const;

/** The number of bytes for block mappings, device numbers, or a short target. */
export const MAP_BYTES = 60;

/** An inode, without its data. */
export interface ExtInode extends TreeInode {
  readonly flags: number;
  /** The bytes that it occupies. */
  readonly allocated: number;
  /** The 60 bytes of i_block. */
  readonly map: Buffer;
  /** The block with extended attributes; 0 if there is none. */
  readonly xattrBlock: number;
  /** The part of the inode after its fields, which can contain extended attributes. */
  readonly xattrArea: Buffer;
}

/** The facts of a file system that bound what an inode can occupy. */
interface Geometry {
  readonly blockSize: number;
  readonly blocks: number;
}

/** Decodes an inode; `bytes` has the whole size of an inode in the file system. */
export function decodeInode(number: number, bytes: Buffer, geometry: Geometry): ExtInode {
  const mode = bytes.readUInt16LE(0);
  const kind = kindOfMode(mode);
  const extra = bytes.length > OLD_INODE_SIZE ? bytes.readUInt16LE(128) : 0;
  const map = bytes.subarray(40, 40 + MAP_BYTES);
  const hasSizeHigh = kind === 'file' || kind === 'directory';
  const size = bytes.readUInt32LE(4) + (hasSizeHigh ? bytes.readUInt32LE(108) * 2 ** 32 : 0);
  const flags = bytes.readUInt32LE(32);
  return {
    number,
    kind,
    mode: mode & 0o7777,
    uid: bytes.readUInt16LE(2) + bytes.readUInt16LE(120) * 2 ** 16,
    gid: bytes.readUInt16LE(24) + bytes.readUInt16LE(122) * 2 ** 16,
    mtime: timeOf(bytes.readInt32LE(16), extra >= 12 ? bytes.readUInt32LE(136) : 0),
    size,
    links: bytes.readUInt16LE(26),
    ...((kind === 'char-device' || kind === 'block-device') && { device: deviceOf(map) }),
    flags,
    allocated: (flags & INODE_FLAG.inlineData) !== 0 ? size : allocatedBytes(bytes, flags, geometry),
    map,
    xattrBlock: bytes.readUInt32LE(104) + bytes.readUInt16LE(118) * 2 ** 32,
    xattrArea: bytes.subarray(Math.min(bytes.length, OLD_INODE_SIZE + extra)),
  };
}

const SECTOR_BYTES = 512;

/** From i_blocks, which counts sectors, or blocks for huge files. A hostile inode can have any number: it is limited. */
function allocatedBytes(bytes: Buffer, flags: number, { blockSize, blocks }: Geometry): number {
  const count = bytes.readUInt32LE(28) + bytes.readUInt16LE(116) * 2 ** 32;
  return Math.min(count * ((flags & INODE_FLAG.hugeFile) === 0 ? SECTOR_BYTES : blockSize), blocks * blockSize);
}

/** Two bits of `extra` continue the signed seconds, and 30 are nanoseconds. */
function timeOf(seconds: number, extra: number): Timestamp {
  return { seconds: seconds + (extra & 3) * 2 ** 32, nanoseconds: Math.min(extra >>> 2, 999_999_999) };
}

/** The numbers of a device, in the encoding of 16 bits or in that of 32 bits (fs/ext4/inode.c, new_decode_dev). */
function deviceOf(map: Buffer): { readonly major: number; readonly minor: number } {
  const old = map.readUInt32LE(0);
  if (old !== 0) return { major: (old >>> 8) & 0xff, minor: old & 0xff };
  const device = map.readUInt32LE(4);
  return { major: (device >>> 8) & 0xfff, minor: (device & 0xff) | ((device >>> 12) & 0xf_ff00) };
}
