import type { ByteString } from '../support/byte-string.ts';

/** A temporary file that holds the contents of a layer's files. It has no name: only its descriptor leads to it. */
export interface Spool {
  readonly descriptor: number;
  /** The layer, for messages. */
  readonly label: string;
}

/** Where the bytes of a regular file are. `size` is the size of the file in bytes, holes included. */
export type Content =
  | { readonly kind: 'bytes'; readonly size: number; readonly data: Uint8Array }
  | {
      /** A file on the host. Its size was read when it was added; a writer reports a file that changed since. */
      readonly kind: 'host-file';
      readonly size: number;
      readonly path: Buffer;
      /** What to call it in messages: a mapping's host path, or what was downloaded. */
      readonly label: string;
      /** What it must have, where it was verified: a writer reports a file that changed since. */
      readonly sha256?: string;
    }
  | {
      /** A file out of an image layer, in the spool that the layer was unpacked to. Holes are not in the spool. */
      readonly kind: 'spool';
      readonly size: number;
      readonly spool: Spool;
      /** Where the data is, in ascending order and without overlaps; what lies between reads as zeros. */
      readonly extents: readonly DataExtent[];
    };

/** All in bytes. */
export interface DataExtent {
  /** Where the data stands in the file. */
  readonly offset: number;
  readonly length: number;
  /** Where it stands in the spool. */
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

/** What an inode is, apart from its metadata. */
export type InodeBody =
  | { readonly kind: 'file'; readonly content: Content }
  | { readonly kind: 'symlink'; readonly target: ByteString }
  | { readonly kind: 'char-device' | 'block-device'; readonly major: number; readonly minor: number }
  | { readonly kind: 'fifo' };

/** An inode that is no directory. A hardlink is a second name of the same object. */
export type LeafInode = Metadata & InodeBody;

export interface DirectoryInode extends Metadata {
  readonly kind: 'directory';
}

export type Inode = LeafInode | DirectoryInode;

/** One name in a tree. `path` has no leading slash; the root is the empty path. */
export interface Entry {
  readonly path: ByteString;
  /** The last component of the path. */
  readonly name: ByteString;
  readonly inode: Inode;
}
