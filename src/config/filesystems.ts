import type { FledgeConfig } from './types.ts';
/*
 * The effect of the keys of `[filesystem]` on each type of file system, and the suffixes of its images. Facts that
 * depend on the writers and tools (how an image is written and checked, the required tools, its limits) are in
 * recipe/filesystems/table.ts, which has an entry for each type of this list.
 */

/** The values of `[filesystem] type`. */
export const FILESYSTEM_TYPES = ['ext4', 'xfs', 'btrfs', 'squashfs'] as const;

export type FilesystemType = (typeof FILESYSTEM_TYPES)[number];

export const DEFAULT_FILESYSTEM: FilesystemType = 'ext4';

/** The values of `[filesystem] format`. */
export const DISK_FORMATS = ['raw', 'qcow2'] as const;

export type DiskFormat = (typeof DISK_FORMATS)[number];

/** The values of `[filesystem] compression`, and the highest level of each. */
export const QCOW2_COMPRESSIONS = ['zstd', 'zlib', 'none'] as const;

export const MAX_LEVEL = { zstd: 22, zlib: 9 } as const;

export interface FilesystemTraits {
  /** The default suffix of an image's file name, without the dot. New versions of Volant take the file system from it. */
  readonly suffix: string;
  /** Suffixes, without the dot, that only this type has: an image of another type with one of them is misnamed. */
  readonly ownSuffixes: readonly string[];
  /** True if the kernel of Volant's releases supports it (cloud-hypervisor's ch_defconfig). */
  readonly isInReleaseKernel: boolean;
  /** True if an image has free space and holes, so that `size_buffer_mb` and `preallocate` have an effect. */
  readonly isWritable: boolean;
  /** True if file contents are compressed, so that `compression_level` has an effect. */
  readonly isCompressed: boolean;
}

export const FILESYSTEM_TRAITS: Readonly<Record<FilesystemType, FilesystemTraits>> = {
  ext4: {
    suffix: 'img',
    ownSuffixes: ['img', 'ext4'],
    isInReleaseKernel: true,
    isWritable: true,
    isCompressed: false,
  },
  xfs: { suffix: 'xfs', ownSuffixes: ['xfs'], isInReleaseKernel: false, isWritable: true, isCompressed: false },
  btrfs: {
    suffix: 'btrfs',
    ownSuffixes: ['btrfs'],
    isInReleaseKernel: false,
    isWritable: true,
    isCompressed: false,
  },
  squashfs: {
    suffix: 'squashfs',
    ownSuffixes: ['squashfs', 'sqfs', 'sfs'],
    isInReleaseKernel: false,
    isWritable: false,
    isCompressed: true,
  },
};

/** The types of which `has` is true. */
export function filesystemsWith(has: (traits: FilesystemTraits) => boolean): readonly FilesystemType[] {
  return FILESYSTEM_TYPES.filter((type) => has(FILESYSTEM_TRAITS[type]));
}

/** The default file name of an artifact: `plugin.cpio.gz`, or the image's name with the suffix of its format. */
export function defaultArtifactName(config: FledgeConfig): string {
  if (config.strategy === 'initramfs') return 'plugin.cpio.gz';
  const { type, qcow2 } = config.filesystem;
  return `${config.image.baseName.toLowerCase()}.${qcow2 === undefined ? FILESYSTEM_TRAITS[type].suffix : 'qcow2'}`;
}
