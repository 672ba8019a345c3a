import type { ByteString } from '../support/byte-string.ts';

/**
 * A temporary file with the contents of a layer's files. It has no name and is accessible through its descriptor only.
 */
export interface Spool {
  readonly descriptor: number;
  /** The name of the layer, for messages. */
  readonly label: string;
}

/** The content of a regular file. `size` is the size of the file in bytes, holes included. */
export type Content =
  | { readonly kind: 'bytes'; readonly size: number; readonly data: Uint8Array }
  | {
      /** A file on the host. Its size was read when it was added; writers report a file that has changed since. */
      readonly kind: 'host-file';
      readonly size: number;
      readonly path: Buffer;
      /** Its name in messages: the host path of a mapping, or the name of the download. */
      readonly label: string;
      /** The verified digest, if there is one. Writers report a file that has changed since. */
      readonly sha256?: string;
    }
  | {
      /** A file of an image layer, in the spool of the layer. The spool does not contain holes. */
      readonly kind: 'spool';
      readonly size: number;
      readonly spool: Spool;
      /** The data in ascending order and without overlaps; the gaps read as zeros. */
      readonly extents: readonly DataExtent[];
    };

/** All in bytes. */
export interface DataExtent {
  /** Offset of the data in the file. */
  readonly offset: number;
  readonly length: number;
  /** Offset of the data in the spool. */
  readonly position: number;
}

/** Seconds since 1970 (any integer) and nanoseconds (0…999 999 999). */
export interface Timestamp {
  readonly seconds: number;
  readonly nanoseconds: number;
}

export interface Metadata {
  /** All twelve permission bits: 0…0o7777. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly mtime: Timestamp;
  /** Extended attributes by full name, such as `security.capability`. */
  readonly xattrs: ReadonlyMap<ByteString, Uint8Array>;
}

/** An inode without its metadata. */
export type InodeBody =
  | { readonly kind: 'file'; readonly content: Content }
  | { readonly kind: 'symlink'; readonly target: ByteString }
  | { readonly kind: 'char-device' | 'block-device'; readonly major: number; readonly minor: number }
  | { readonly kind: 'fifo' };

/** An inode other than a directory. A hardlink is a second name of the same object. */
export type NonDirectoryInode = Metadata & InodeBody;

export interface DirectoryInode extends Metadata {
  readonly kind: 'directory';
}

export type Inode = NonDirectoryInode | DirectoryInode;

/** One name in a tree. `path` has no leading slash; the root is the empty path. */
export interface Entry {
  readonly path: ByteString;
  /** The last component of the path. */
  readonly name: ByteString;
  readonly inode: Inode;
}

/** The file type in a mode (inode(7)). */
export const TYPE_BITS = {
  fifo: 0o010000,
  'char-device': 0o020000,
  directory: 0o040000,
  'block-device': 0o060000,
  file: 0o100000,
  symlink: 0o120000,
} as const;
