import { type ByteString, byteStringFromBytes } from '../../support/byte-string.ts';
import { damaged } from '../damage.ts';

// As in Documentation/filesystems/ext4/attributes.rst of the kernel.

const MAGIC = 0xea02_0000;
const ENTRY_BYTES = 16;
const BLOCK_HEADER_BYTES = 32;
const PREFIXES: Readonly<Record<number, string>> = {
  0: '',
  1: 'user.',
  2: 'system.posix_acl_access',
  3: 'system.posix_acl_default',
  4: 'trusted.',
  6: 'security.',
  7: 'system.',
  8: 'system.richacl',
};
const ACL_NAMES: readonly string[] = [PREFIXES[2] ?? '', PREFIXES[3] ?? ''];
/** The limit of Linux for a value (XATTR_SIZE_MAX). */
const MAX_VALUE_BYTES = 65_536;

/** An attribute as it is stored. */
export interface StoredXattr {
  readonly name: ByteString;
  readonly value: Buffer;
  /** The inode that holds the value instead, and its size; only with the feature ea_inode. */
  readonly elsewhere?: { readonly inode: number; readonly size: number };
}

/** The attributes in the inode itself. */
export function xattrsInInode(area: Buffer): StoredXattr[] {
  if (area.length < 8 || area.readUInt32LE(0) !== MAGIC) return [];
  return entriesOf(area, 4, 4);
}

/** The attributes in a block of their own. */
export function xattrsInBlock(block: Buffer): StoredXattr[] {
  if (block.readUInt32LE(0) !== MAGIC) throw damaged('a block of extended attributes is not valid');
  return entriesOf(block, BLOCK_HEADER_BYTES, 0);
}

/** `base` is the position to which offsets of values are relative. */
function entriesOf(bytes: Buffer, first: number, base: number): StoredXattr[] {
  const found: StoredXattr[] = [];
  for (let at = first; at + 4 <= bytes.length && bytes.readUInt32LE(at) !== 0; ) {
    if (at + ENTRY_BYTES > bytes.length) throw damaged('extended attributes are not valid');
    const nameLength = bytes.readUInt8(at);
    const prefix = PREFIXES[bytes.readUInt8(at + 1)];
    const position = base + bytes.readUInt16LE(at + 2);
    const inode = bytes.readUInt32LE(at + 4);
    const size = bytes.readUInt32LE(at + 8);
    const isInside = inode !== 0 || position + size <= bytes.length;
    if (prefix === undefined || !isInside || at + ENTRY_BYTES + nameLength > bytes.length || size > MAX_VALUE_BYTES) {
      throw damaged('extended attributes are not valid');
    }
    const suffix = bytes.toString('latin1', at + ENTRY_BYTES, at + ENTRY_BYTES + nameLength);
    const name = byteStringFromBytes(Buffer.from(prefix + suffix, 'latin1'));
    found.push({
      name,
      value: inode === 0 ? bytes.subarray(position, position + size) : Buffer.alloc(0),
      ...(inode !== 0 && { elsewhere: { inode, size } }),
    });
    at += ENTRY_BYTES + nameLength + (-nameLength & 3);
  }
  return found;
}

/** The value that getxattr(2) returns. ext4 stores access control lists in a form of its own. */
export function storedToValue(name: ByteString, stored: Buffer): Buffer {
  return ACL_NAMES.includes(name) ? decodeAcl(stored) : Buffer.from(stored);
}

const ACL_USER = 0x02;
const ACL_GROUP = 0x08;
const STORED_VERSION = 1;
const VERSION = 2;
const NO_ID = 0xffff_ffff;

/** From the form of fs/ext4/acl.h to that of linux/posix_acl_xattr.h. */
function decodeAcl(stored: Buffer): Buffer {
  if (stored.length < 4 || stored.readUInt32LE(0) !== STORED_VERSION)
    throw damaged('an access control list is not valid');
  const version = Buffer.alloc(4);
  version.writeUInt32LE(VERSION);
  const parts = [version];
  for (let at = 4; at < stored.length; ) {
    if (at + 4 > stored.length) throw damaged('an access control list is not valid');
    const tag = stored.readUInt16LE(at);
    const hasId = tag === ACL_USER || tag === ACL_GROUP;
    if (hasId && at + 8 > stored.length) throw damaged('an access control list is not valid');
    const entry = Buffer.alloc(8);
    stored.copy(entry, 0, at, at + 4);
    entry.writeUInt32LE(hasId ? stored.readUInt32LE(at + 4) : NO_ID, 4);
    parts.push(entry);
    at += hasId ? 8 : 4;
  }
  return Buffer.concat(parts);
}
