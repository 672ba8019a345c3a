/** The version of the encoding of ACLs as extended attributes (linux/posix_acl_xattr.h). */
const XATTR_VERSION = 2;
/** The version of the encoding in which ext4 stores them (fs/ext4/acl.h). */
const DISK_VERSION = 1;

const HEADER_SIZE = 4;
const XATTR_ENTRY_SIZE = 8;

/** The sizes of a stored entry by its tag: only entries for one user or one group have an id. */
const DISK_ENTRY_SIZES: ReadonlyMap<number, 4 | 8> = new Map([
  [0x01, 4], // ACL_USER_OBJ
  [0x02, 8], // ACL_USER
  [0x04, 4], // ACL_GROUP_OBJ
  [0x08, 8], // ACL_GROUP
  [0x10, 4], // ACL_MASK
  [0x20, 4], // ACL_OTHER
]);

/**
 * Converts the value of `system.posix_acl_access` or `system.posix_acl_default` to the stored form. Undefined if the value
 * is not an access control list.
 */
export function encodeAcl(value: Uint8Array): Buffer | undefined {
  const source = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  const count = (source.length - HEADER_SIZE) / XATTR_ENTRY_SIZE;
  if (!Number.isInteger(count) || count < 1 || source.readUInt32LE(0) !== XATTR_VERSION) return undefined;

  const target = Buffer.alloc(HEADER_SIZE + count * XATTR_ENTRY_SIZE);
  target.writeUInt32LE(DISK_VERSION, 0);
  let end = HEADER_SIZE;
  for (let index = 0; index < count; index++) {
    const start = HEADER_SIZE + index * XATTR_ENTRY_SIZE;
    const size = DISK_ENTRY_SIZES.get(source.readUInt16LE(start));
    if (size === undefined) return undefined;
    source.copy(target, end, start, start + size);
    end += size;
  }
  return target.subarray(0, end);
}
