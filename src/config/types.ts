import type { Platform } from '../support/platform.ts';
import type { FilesystemType } from './filesystems.ts';
import type { ImageReference, NamedImage } from './image-reference.ts';
import type { ImageBuilder } from './variants.ts';

/** The source of a file: the network, or the host (relative paths are relative to the directory of fledge.toml). */
export type Location =
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'file'; readonly path: string };

/** A pinned download. Its URL has no credentials. */
export interface PinnedFile {
  readonly url: string;
  /** 64 lower-case hex digits. */
  readonly sha256: string;
}

/** The release that a lock file pins. */
export interface ReleaseLock {
  /** The path of the lock file in messages. */
  readonly file: string;
  readonly tag: string;
  /** The agent for the target platform, if the release had one when it was pinned. */
  readonly asset: PinnedFile | undefined;
}

/** The image that a lock file pins: an index, or the manifest of the only platform. */
export interface ImageLock {
  /** The path of the lock file in messages. */
  readonly file: string;
  /** `sha256:…` */
  readonly digest: string;
}

/**
 * The source of the kestrel agent. A sha256 is 64 lower-case hex digits; `lockFile` is the lock file that contains it,
 * if fledge.toml does not.
 */
export type AgentSource =
  | { readonly source: 'release'; readonly version: string; readonly lock?: ReleaseLock }
  | { readonly source: 'local'; readonly path: string }
  | {
      readonly source: 'http';
      readonly url: string;
      readonly sha256: string | undefined;
      readonly lockFile?: string;
    };

/** An image that a Dockerfile builds. Paths are relative to the directory of fledge.toml. */
export interface DockerfileImage {
  readonly kind: 'dockerfile';
  /** The path of the Dockerfile, as written in fledge.toml. */
  readonly text: string;
  /** The default name of the artifact. */
  readonly baseName: 'plugin';
  /** Undefined: the directory of the Dockerfile. */
  readonly context: string | undefined;
  readonly target: string | undefined;
  readonly buildArgs: Readonly<Record<string, string>>;
  readonly builder: ImageBuilder | 'auto';
  /** The images that the build starts from or copies files from; empty until the Dockerfile was read. */
  readonly bases: { readonly [P in Platform]: readonly BaseImage[] };
}

/** An image of a registry that a Dockerfile names. */
export interface BaseImage {
  /** As written in the Dockerfile, with the values of variables. */
  readonly text: string;
  readonly named: NamedImage;
  readonly lock?: ImageLock;
}

export type ImageSource = ImageReference | DockerfileImage;

/** A busybox in an image. */
export interface BusyboxImage {
  readonly image: ImageReference;
  readonly imageLock?: ImageLock;
  readonly location?: undefined;
}

/** A busybox that is a file; see `AgentSource` for `sha256` and `lockFile`. */
export interface BusyboxSource {
  readonly image?: undefined;
  readonly location: Location;
  readonly sha256: string | undefined;
  readonly lockFile?: string;
}

/** PID 1 of an initramfs. `compile`: compile the C init with gcc instead of using fledge's binary of it. */
export type InitMode =
  | { readonly mode: 'default'; readonly compile: boolean }
  | { readonly mode: 'custom'; readonly path: string; readonly compile: boolean }
  | { readonly mode: 'none' };

/** A user and a group: numbers, or names of the image's /etc/passwd and /etc/group. */
export interface Owner {
  readonly user: number | string;
  readonly group: number | string;
}

/** The settings of a mapping in table form. Undefined: as docs/fledge-toml.md says for the string form. */
export interface MappingSettings {
  /** The mode of files, 0…0o7777. */
  readonly mode: number | undefined;
  /** The mode of directories that the mapping creates, 0…0o7777. */
  readonly directoryMode: number | undefined;
  /** The owner of files, links, and directories that the mapping creates. */
  readonly owner: Owner | undefined;
  /** Globs, relative to the mapped directory. */
  readonly exclude: readonly string[];
  /** True if a directory may replace a file, and a file a directory. */
  readonly replace: boolean;
}

/** One destination of `[mappings]`, in the order of the file. */
export interface Mapping {
  /** The host path as written. */
  readonly source: string;
  /** Absolute and normalised: no `.`, no doubled slash, no slash at the end (but `/` for the root). */
  readonly destination: string;
  /** True if the destination was written with a slash at its end: a file is put inside it. */
  readonly inside: boolean;
  /** The key path in fledge.toml, for `positionOf`. */
  readonly key: readonly string[];
  readonly settings: MappingSettings;
}

/** One line of `[directories]`. Undefined: 0755 and 0:0, or as the image has it. */
export interface Directory {
  /** Absolute and normalised. */
  readonly path: string;
  readonly mode: number | undefined;
  readonly owner: Owner | undefined;
  /** The key path in fledge.toml, for `positionOf`. */
  readonly key: readonly string[];
}

/** Files and directories that fledge.toml adds to the tree. */
export interface Additions {
  readonly mappings: readonly Mapping[];
  readonly directories: readonly Directory[];
}

export interface Filesystem {
  readonly type: FilesystemType;
  /** Free space after mounting, in MiB; `auto`: depends on the content. */
  readonly sizeBufferMb: number | 'auto';
  readonly preallocate: boolean;
  /** zstd level, 1 to 22; used for squashfs only. */
  readonly compressionLevel: number;
  /** Set if the image is in a qcow2 file. */
  readonly qcow2?: {
    /** Undefined: clusters are not compressed. Levels are 1 to 22 (zstd) or 1 to 9 (zlib). */
    readonly compression: { readonly method: 'zstd' | 'zlib'; readonly level: number } | undefined;
  };
}

export interface InitramfsConfig extends Additions {
  readonly strategy: 'initramfs';
  readonly init: InitMode;
  /** Undefined in the custom and none init modes, and only there. */
  readonly agent: AgentSource | undefined;
  readonly busybox: BusyboxSource | BusyboxImage;
  /** The image whose files are below all others. */
  readonly image: ImageSource | undefined;
  readonly imageLock?: ImageLock;
  /** Limit for the unpacked layers of an image, in MiB. */
  readonly maxUnpackedMb: number;
}

export interface OciRootfsConfig extends Additions {
  readonly strategy: 'oci_rootfs';
  readonly image: ImageSource;
  readonly imageLock?: ImageLock;
  /** Limit for the unpacked layers, in MiB. */
  readonly maxUnpackedMb: number;
  readonly filesystem: Filesystem;
  /** Undefined for `source_strategy = "none"`. */
  readonly agent: AgentSource | undefined;
}

/** A fledge.toml that was checked, with every default filled in. */
export type FledgeConfig = InitramfsConfig | OciRootfsConfig;
