import type { Platform } from '../support/platform.ts';
import type { Timestamp } from '../tree/entry.ts';
import type { InsideEntry, InsideLayer } from './entry.ts';

/**
 * The formats of artifacts. `ext4` includes ext2 and ext3, which Linux mounts with the same driver. `entries` throws for xfs
 * and btrfs. `oci`, `oci-archive` and `docker-archive` are container images: the tree is that of their layers. `tar` is the
 * archive of a root file system.
 */
export type ArtifactFormat =
  | 'cpio'
  | 'ext4'
  | 'squashfs'
  | 'xfs'
  | 'btrfs'
  | 'oci'
  | 'oci-archive'
  | 'docker-archive'
  | 'tar'
  | 'directory';

export interface OpenOptions {
  /** The platform of a container image. Default: linux/amd64, otherwise the only one in the image. */
  readonly platform?: Platform | undefined;
  /** The time of directories of a container image that no layer lists. Default: as in a build without SOURCE_DATE_EPOCH. */
  readonly mtime?: Timestamp | undefined;
  /** The limit for the unpacked layers of a container image, in bytes. Default: that of a build. */
  readonly maxUnpackedBytes?: number | undefined;
  /**
   * The directory for the temporary files of a container image. Default: as for builds. They are removed when the artifact is
   * closed, and when the process ends.
   */
  readonly temporaryDirectory?: string | undefined;
  /** Ends the reading of entries and contents. */
  readonly signal?: AbortSignal | undefined;
}

/** An opened artifact. */
export interface Artifact {
  /** The path of the user, for messages. */
  readonly path: string;
  readonly format: ArtifactFormat;
  /** The format of the file around it, if there is one. */
  readonly wrapper?: 'gzip' | 'zstd' | 'qcow2';
  /** The layers of a container image, from the bottom up. */
  readonly layers?: readonly InsideLayer[];
  /**
   * True for a stream: an entry's `content` must be read before the next entry is requested, and once only. Only one name of a
   * file with several names has its data. Otherwise contents can be read in any order until the artifact is closed.
   */
  readonly isStream: boolean;
  /**
   * All entries; they can be read several times. A directory is before its contents, and the root is first. In a stream they have
   * the order of the archive, which can be any. Otherwise the names of a directory are in the order of their bytes.
   *
   * @throws FledgeError `input`, naming the artifact, if it is damaged. `xattrs` and `content` of an entry throw the same.
   */
  entries(): AsyncGenerator<InsideEntry>;
  /**
   * What the headers of the artifact state, in the order of display. They are shown as they are stored.
   *
   * @throws FledgeError `input`, naming the artifact, if a header is damaged.
   */
  facts(): Promise<readonly Fact[]>;
  close(): Promise<void>;
}

/** A statement of a header. */
export interface Fact {
  /** A key of JSON, such as `blockSize`. */
  readonly key: string;
  /** For people, such as `block size`. */
  readonly title: string;
  readonly value: string | number | boolean | readonly string[];
  /** The unit of a number, if it has one. */
  readonly unit?: 'bytes';
}
