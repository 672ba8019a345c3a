import type { ByteString } from '../support/byte-string.ts';

/** In bytes; linux/limits.h. The names are those of one inode, each with its NUL: listxattr(2) gives no more. */
export const MAX_XATTR_NAME_BYTES = 255;
export const MAX_XATTR_VALUE_BYTES = 65_536;
const MAX_XATTR_LIST_BYTES = 65_536;

/** Why Linux could not list attributes, though a file system may store them; undefined if it can. */
export function xattrListProblem(xattrs: ReadonlyMap<ByteString, Uint8Array>): string | undefined {
  const bytes = xattrs.keys().reduce((sum, name) => sum + name.length + 1, 0);
  if (bytes <= MAX_XATTR_LIST_BYTES) return undefined;
  return `the names of its ${xattrs.size} extended attributes have ${bytes} bytes, over ${MAX_XATTR_LIST_BYTES}`;
}
