import type { ByteString } from '../../support/byte-string.ts';
import type { Inode } from '../../tree/entry.ts';

/** The version of the encoding of ACLs as extended attributes (linux/posix_acl_xattr.h). */
const XATTR_VERSION = 2;
const HEADER_SIZE = 4;
const XATTR_ENTRY_SIZE = 8;
/** struct xfs_acl_entry: tag, id, permissions, padding. */
const DISK_ENTRY_SIZE = 12;

/** The attributes in which XFS stores access control lists (fs/xfs/libxfs/xfs_format.h). */
const NAMES: ReadonlyMap<string, ByteString> = new Map([
  ['system.posix_acl_access', 'trusted.SGI_ACL_FILE' as ByteString],
  ['system.posix_acl_default', 'trusted.SGI_ACL_DEFAULT' as ByteString],
]);

/** The extended attributes of an inode as XFS stores them: access control lists are converted. */
export function xfsXattrs({ xattrs }: Inode): ReadonlyMap<ByteString, Uint8Array> {
  if (![...xattrs.keys()].some((name) => NAMES.has(name))) return xattrs;
  const result = new Map<ByteString, Uint8Array>();
  for (const [name, value] of xattrs) {
    const stored = NAMES.get(name);
    if (stored === undefined) result.set(name, value);
    else result.set(stored, encodeXfsAcl(value) ?? value);
  }
  return result;
}

/** Converts an ACL from an extended attribute to struct xfs_acl (big-endian). Undefined if `value` is not an ACL. */
export function encodeXfsAcl(value: Uint8Array): Buffer | undefined {
  const source = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  const count = (source.length - HEADER_SIZE) / XATTR_ENTRY_SIZE;
  if (!Number.isInteger(count) || count < 1 || source.readUInt32LE(0) !== XATTR_VERSION) return undefined;
  const target = Buffer.alloc(HEADER_SIZE + count * DISK_ENTRY_SIZE);
  target.writeUInt32BE(count, 0);
  for (let index = 0; index < count; index++) {
    const from = HEADER_SIZE + index * XATTR_ENTRY_SIZE;
    const to = HEADER_SIZE + index * DISK_ENTRY_SIZE;
    target.writeUInt32BE(source.readUInt16LE(from), to);
    target.writeUInt32BE(source.readUInt32LE(from + 4), to + 4);
    target.writeUInt16BE(source.readUInt16LE(from + 2), to + 8);
  }
  return target;
}
