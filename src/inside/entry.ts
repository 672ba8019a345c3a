import type { ByteString } from '../support/byte-string.ts';
import type { Timestamp, TYPE_BITS } from '../tree/entry.ts';

/** The kinds of entries in a file system. A build makes no sockets, but an image can contain them. */
export type InsideKind = keyof typeof TYPE_BITS | 'socket';

/** One name in an artifact, as its metadata describe it. */
export interface InsideEntry {
  /** Without a leading slash; the root is the empty path. */
  readonly path: ByteString;
  readonly kind: InsideKind;
  /** All twelve permission bits. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly mtime: Timestamp;
  /** In bytes, holes included. For a directory, the size of its entries on the disk. */
  readonly size: number;
  readonly links: number;
  /** The same for all names of one inode. */
  readonly ino: number;
  readonly target?: ByteString;
  /** For devices. */
  readonly device?: { readonly major: number; readonly minor: number };
  /** The digest of the uncompressed image layer that the entry is from (a `diff_id`), if the artifact is made of layers. */
  readonly layer?: string;
  /** Extended attributes by full name, with the values that getxattr(2) returns. */
  xattrs(): Promise<ReadonlyMap<ByteString, Buffer>>;
  /** The data of a file in ascending order. The gaps, and what is after the last piece, are holes. */
  content(): AsyncGenerator<InsidePiece>;
}

/** A part of the data of a file. */
export interface InsidePiece {
  /** In bytes. */
  readonly offset: number;
  readonly bytes: Buffer;
}
