/*
 * Limits of the Linux kernel for every file system. Source: linux/limits.h, unless another file is named.
 */

/** NAME_MAX: bytes of a file name. */
export const MAX_NAME_BYTES = 255;

/** PATH_MAX without the NUL: bytes of a path, and of the target of a symbolic link. */
export const MAX_PATH_BYTES = 4095;

/** MAXSYMLINKS: symbolic links that are followed in one path (path_resolution(7)). */
export const MAX_SYMLINKS = 40;

/** A device number has 12 bits for the major number and 20 for the minor (MINORBITS in linux/kdev_t.h). */
export const MAX_MAJOR = 2 ** 12 - 1;
export const MAX_MINOR = 2 ** 20 - 1;

/** The largest user or group ID. (uid_t)-1 means "unchanged" (chown(2)) and cannot own a file. */
export const MAX_OWNER = 2 ** 32 - 2;

/** XATTR_NAME_MAX: bytes of the name of an extended attribute. */
export const MAX_XATTR_NAME_BYTES = 255;
/** XATTR_SIZE_MAX: bytes of its value. */
export const MAX_XATTR_VALUE_BYTES = 65_536;
/** XATTR_LIST_MAX: bytes of the names of one inode, each with its NUL; listxattr(2) lists no more. */
export const MAX_XATTR_LIST_BYTES = 65_536;
