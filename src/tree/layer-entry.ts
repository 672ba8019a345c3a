import type { ByteString } from '../support/byte-string.ts';
import type { DataExtent, Metadata, Spool } from './entry.ts';

/** The part of an entry that all kinds have. `uid` and `gid` are 0…2³²-2. */
export interface LayerEntryHeader extends Metadata {
  /** As it stands in the archive: maybe absolute, with `..`, or with a slash at the end. */
  readonly path: ByteString;
}

/** An entry of an image layer, as its archive has it. */
export type LayerEntry<Piece = DataExtent> = LayerEntryHeader &
  (
    | {
        readonly kind: 'file';
        /** In bytes, holes included. */
        readonly size: number;
        /** The pieces of data in order; between them are holes. */
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
  /** Holds the content of the files when all entries have come. Open until `close`. */
  readonly spool: Spool;
  /**
   * The entries in the order of the archive, to be read once. They arrive before the whole layer is verified: only when
   * this ends without an error are they what the image's author made.
   */
  readonly entries: AsyncIterable<readonly LayerEntry[]>;
  /** Ends the unpacking and gives the spool's disk space back. May be called twice. */
  close(): Promise<void>;
}
