import type { InsideEntry } from './entry.ts';

/**
 * The formats of artifacts. `ext4` includes ext2 and ext3, which Linux mounts with the same driver. `entries` throws for xfs and
 * btrfs.
 */
export type ArtifactFormat = 'cpio' | 'ext4' | 'squashfs' | 'xfs' | 'btrfs';

/** An opened artifact. */
export interface Artifact {
  /** The path of the user, for messages. */
  readonly path: string;
  readonly format: ArtifactFormat;
  /** The format of the file around it, if there is one. */
  readonly wrapper?: 'gzip' | 'qcow2';
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
