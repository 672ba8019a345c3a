import { type ByteString, compareByteStrings, displayByteString } from '../../../support/byte-string.ts';
import { FledgeError } from '../../../support/errors.ts';
import { crc32c, crc32cOfUint32 } from '../../crc32c.ts';
import { doesNotFit } from '../../entry-limits.ts';
import { BLOCK_SIZE, EXTRA_INODE_SIZE, high32, INODE_SIZE, low32 } from '../format.ts';
import { encodeAcl } from './acl.ts';

// Extended attributes as described in Documentation/filesystems/ext4/attributes.rst: a table of entries that grows upwards
// from the beginning and ends with four zero bytes, and values that grow downwards from the end.

const MAGIC = 0xea02_0000;
const TABLE_END_SIZE = 4;
const ENTRY_SIZE = 16;
const ENTRY = { nameSize: 0, nameIndex: 1, valueOffset: 2, valueSize: 8, hash: 12 } as const;
const BLOCK_HEADER_SIZE = 32;
const BLOCK_HEADER = { magic: 0, references: 4, blocks: 8, hash: 12, checksum: 16 } as const;

/** In an inode, the table follows a magic. */
const INODE_HEADER_SIZE = 4;
const INODE_AREA_SIZE = INODE_SIZE - 128 - EXTRA_INODE_SIZE;
const INODE_ROOM = INODE_AREA_SIZE - INODE_HEADER_SIZE - TABLE_END_SIZE;
const BLOCK_ROOM = BLOCK_SIZE - BLOCK_HEADER_SIZE - TABLE_END_SIZE;

/** The prefix of a name is stored as a number. For an `acl`, the prefix is the whole name, and the stored name is empty. */
const NAME_PREFIXES: readonly (readonly [prefix: string, index: number, form: 'prefix' | 'acl'])[] = [
  ['user.', 1, 'prefix'],
  ['system.posix_acl_access', 2, 'acl'],
  ['system.posix_acl_default', 3, 'acl'],
  ['trusted.', 4, 'prefix'],
  ['security.', 6, 'prefix'],
];

/** An attribute in its stored form. */
export interface StoredXattr {
  readonly nameIndex: number;
  /** The name without the prefix of the index. */
  readonly name: ByteString;
  readonly value: Uint8Array;
}

/** The attributes of an inode by their location. Each list is in the order in which the kernel searches. */
export interface XattrLayout {
  readonly inInode: readonly StoredXattr[];
  /** Not empty if the inode needs an attribute block. */
  readonly inBlock: readonly StoredXattr[];
}

/**
 * Distributes the attributes of the entry at `path` to the inode, as many as fit, and a block. They must be within
 * `EXT4_LIMITS`. Undefined if there are no attributes.
 *
 * @throws FledgeError `format`, with the path and the name, for an attribute that does not fit, and for an invalid access
 *   control list.
 */
export function planXattrs(path: ByteString, xattrs: ReadonlyMap<ByteString, Uint8Array>): XattrLayout | undefined {
  if (xattrs.size === 0) return undefined;
  const attributes = Array.from(xattrs, ([name, value]) => ({ name, stored: toStored(path, name, value) }));
  attributes.sort((a, b) => compareStored(a.stored, b.stored));
  const inInode: StoredXattr[] = [];
  const inBlock: StoredXattr[] = [];
  let inodeRoom = INODE_ROOM;
  let blockRoom = BLOCK_ROOM;
  for (const { name, stored } of attributes) {
    const size = sizeOf(stored);
    if (size <= inodeRoom) {
      inodeRoom -= size;
      inInode.push(stored);
    } else if (size <= blockRoom) {
      blockRoom -= size;
      inBlock.push(stored);
    } else {
      const left = `too few of ${INODE_ROOM} bytes in the inode and ${BLOCK_ROOM} in a block are free`;
      throw xattrDoesNotFit(path, name, `needs ${size} bytes with name and padding, and ${left}`);
    }
  }
  return { inInode, inBlock };
}

/** Writes the attributes into the part of an inode after its fields, which must be zero before. */
export function encodeInodeXattrs(area: Buffer, xattrs: readonly StoredXattr[]): void {
  area.writeUInt32LE(MAGIC, 0);
  // Offsets of values count from the beginning of the table.
  encodeTable(area.subarray(INODE_HEADER_SIZE), xattrs, 0);
}

/** The attribute block at the block number `position`. */
export function encodeXattrBlock(xattrs: readonly StoredXattr[], position: number, checksumSeed: number): Buffer {
  const block = Buffer.alloc(BLOCK_SIZE);
  block.writeUInt32LE(MAGIC, BLOCK_HEADER.magic);
  block.writeUInt32LE(1, BLOCK_HEADER.references);
  block.writeUInt32LE(1, BLOCK_HEADER.blocks);
  let hash = 0;
  for (const entryHash of encodeTable(block, xattrs, BLOCK_HEADER_SIZE)) hash = rotate(hash, 16) ^ entryHash;
  block.writeUInt32LE(hash >>> 0, BLOCK_HEADER.hash);
  const seed = crc32cOfUint32(crc32cOfUint32(checksumSeed, low32(position)), high32(position));
  block.writeUInt32LE(crc32c(seed, block), BLOCK_HEADER.checksum);
  return block;
}

function toStored(path: ByteString, name: ByteString, value: Uint8Array): StoredXattr {
  for (const [prefix, nameIndex, form] of NAME_PREFIXES) {
    if (form === 'acl' && name === prefix) {
      const acl = encodeAcl(value);
      if (acl === undefined) throw xattrDoesNotFit(path, name, 'is not an access control list of version 2');
      return { nameIndex, name: '' as ByteString, value: acl };
    }
    if (form === 'prefix' && name.startsWith(prefix) && name.length > prefix.length) {
      return { nameIndex, name: name.slice(prefix.length) as ByteString, value };
    }
  }
  throw new FledgeError('internal', `unsupported namespace of the extended attribute ${displayByteString(name)}`);
}

function xattrDoesNotFit(path: ByteString, name: ByteString, what: string): FledgeError {
  return doesNotFit(path, 'ext4', `its extended attribute ${displayByteString(name)} ${what}`);
}

/** The order of the kernel: by index, length and bytes. Its search stops at the first larger entry. */
function compareStored(a: StoredXattr, b: StoredXattr): number {
  return a.nameIndex - b.nameIndex || a.name.length - b.name.length || compareByteStrings(a.name, b.name);
}

function sizeOf({ name, value }: StoredXattr): number {
  return ENTRY_SIZE + roundUp4(name.length) + roundUp4(value.length);
}

/** Writes table and values into `area`, and returns the hashes of the entries. Offsets count from the start of `area`. */
function encodeTable(area: Buffer, xattrs: readonly StoredXattr[], tableStart: number): number[] {
  let entryStart = tableStart;
  let valueStart = area.length;
  return xattrs.map(({ nameIndex, name, value }) => {
    valueStart -= roundUp4(value.length);
    area.set(value, valueStart);
    const storedValue = area.subarray(valueStart, valueStart + roundUp4(value.length));
    const hash = hashOf(name, storedValue);
    area.writeUInt8(name.length, entryStart + ENTRY.nameSize);
    area.writeUInt8(nameIndex, entryStart + ENTRY.nameIndex);
    area.writeUInt16LE(value.length === 0 ? 0 : valueStart, entryStart + ENTRY.valueOffset);
    area.writeUInt32LE(value.length, entryStart + ENTRY.valueSize);
    area.writeUInt32LE(hash, entryStart + ENTRY.hash);
    area.write(name, entryStart + ENTRY_SIZE, 'latin1');
    entryStart += ENTRY_SIZE + roundUp4(name.length);
    return hash;
  });
}

/** The hash over the bytes of the name and the 32-bit words of the padded value. */
function hashOf(name: ByteString, value: Buffer): number {
  let hash = 0;
  for (let at = 0; at < name.length; at++) hash = rotate(hash, 5) ^ name.charCodeAt(at);
  for (let at = 0; at < value.length; at += 4) hash = rotate(hash, 16) ^ value.readUInt32LE(at);
  return hash >>> 0;
}

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}

function roundUp4(size: number): number {
  return Math.ceil(size / 4) * 4;
}
