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
  /** The bytes that it occupies, if the format records them: fewer than `size` in a file with holes. */
  readonly allocated?: number;
  readonly links: number;
  /** The same for all names of one inode. */
  readonly ino: number;
  readonly target?: ByteString;
  /** For devices. */
  readonly device?: { readonly major: number; readonly minor: number };
  /**
   * In a container image, the layer that has the inode: for a directory, the last one that lists it; for a file with several
   * names, the one with its data. Undefined for a root directory that no layer lists, and in other artifacts.
   */
  readonly layer?: InsideLayer;
  /** Extended attributes by full name, with the values that getxattr(2) returns. */
  xattrs(): Promise<ReadonlyMap<ByteString, Buffer>>;
  /** The data of a file in ascending order. The gaps, and what is after the last piece, are holes. */
  content(): AsyncGenerator<InsidePiece>;
}

/** A layer of a container image. */
export interface InsideLayer {
  /** From 0, the lowest. */
  readonly index: number;
  /** The digest of the blob, as in the manifest. */
  readonly digest: string;
  /** The digest of the uncompressed archive, which is the same in all images with this layer. */
  readonly diffId: string;
  /** The size of the blob in bytes. */
  readonly size: number;
  /** The instruction that made it, if the config of the image has it. */
  readonly createdBy?: string;
}

/** A part of the data of a file. */
export interface InsidePiece {
  /** In bytes. */
  readonly offset: number;
  readonly bytes: Buffer;
}
