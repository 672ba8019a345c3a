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

/** One line of `[mappings]`, in the order of the file. */
export interface Mapping {
  /** The host path as written. */
  readonly source: string;
  /** Absolute and normalised: no `.`, no doubled slash, no slash at the end (but `/` for the root). */
  readonly destination: string;
  /** True if the destination was written with a slash at its end: a file is put inside it. */
  readonly inside: boolean;
  /** The key path in fledge.toml, for `positionOf`. */
  readonly key: readonly string[];
}

export interface Filesystem {
  readonly type: FilesystemType;
  /** Free space after mounting, in MiB. */
  readonly sizeBufferMb: number;
  readonly preallocate: boolean;
  /** zstd level, 1 to 22; used for squashfs only. */
  readonly compressionLevel: number;
}

export interface InitramfsConfig {
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
  readonly mappings: readonly Mapping[];
}

export interface OciRootfsConfig {
  readonly strategy: 'oci_rootfs';
  readonly image: ImageSource;
  readonly imageLock?: ImageLock;
  /** Limit for the unpacked layers, in MiB. */
  readonly maxUnpackedMb: number;
  readonly filesystem: Filesystem;
  /** Undefined for `source_strategy = "none"`. */
  readonly agent: AgentSource | undefined;
  readonly mappings: readonly Mapping[];
}

/** A fledge.toml that was checked, with every default filled in. */
export type FledgeConfig = InitramfsConfig | OciRootfsConfig;
