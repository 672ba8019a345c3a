import type { ByteString } from '../support/byte-string.ts';
import type { DataExtent, Metadata, Spool } from './entry.ts';

/** The part of an entry that all kinds have. `uid` and `gid` are 0…2³²-2. */
export interface LayerEntryHeader extends Metadata {
  /** The path in the archive: possibly absolute, with `..`, or with a slash at the end. */
  readonly path: ByteString;
}

/** An entry of an image layer as read from its archive. */
export type LayerEntry<Piece = DataExtent> = LayerEntryHeader &
  (
    | {
        readonly kind: 'file';
        /** In bytes, holes included. */
        readonly size: number;
        /** The pieces of data in order, with holes between them. */
        readonly pieces: readonly Piece[];
      }
    | { readonly kind: 'hardlink' | 'symlink'; readonly target: ByteString }
    | { readonly kind: 'char-device' | 'block-device'; readonly major: number; readonly minor: number }
    | { readonly kind: 'directory' }
    | { readonly kind: 'fifo' }
  );

/** A layer that is being unpacked. */
export interface UnpackedLayer {
  readonly label: string;
  /** Contains the content of the files after all entries were read. Open until `close`. */
  readonly spool: Spool;
  /**
   * The entries in the order of the archive, to be read once. They arrive before the whole layer is verified; they are
   * authentic only if the iteration ends without an error.
   */
  readonly entries: AsyncIterable<readonly LayerEntry[]>;
  /** Stops the unpacking and frees the disk space of the spool. May be called twice. */
  close(): Promise<void>;
}
