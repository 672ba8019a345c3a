import type { FilesystemType } from '../../config/filesystems.ts';
import { BTRFS_LIMITS } from '../../formats/btrfs/limits.ts';
import type { EntryLimits } from '../../formats/entry-limits.ts';
import { EXT4_LIMITS } from '../../formats/ext4/limits.ts';
import { SQUASHFS_LIMITS } from '../../formats/squashfs/limits.ts';
import { XFS_LIMITS } from '../../formats/xfs/limits.ts';
import type { ImageCheck } from '../../tools/image-check.ts';
import { IMAGE_CHECKS } from '../../tools/image-checks.ts';
import { btrfsProgs, e2fsprogs, hostCompiler, squashfsTools, type Tool, xfsprogs } from '../../tools/table.ts';
import { findTreeViewCompiler } from '../../tools/tree-view/tree-view.ts';
import type { MakeFilesystem } from '../job.ts';
import { buildBtrfs, requireMkfsBtrfs } from './btrfs.ts';
import { buildExt4 } from './ext4.ts';
import { buildSquashfs } from './squashfs.ts';
import { buildXfs, requireMkfsXfs } from './xfs.ts';

/** How images of a file system are made and checked. */
export interface FilesystemKind {
  /** Writes the image. */
  readonly make: MakeFilesystem;
  /** The limits for entries of the image. */
  readonly limits: EntryLimits;
  readonly check: ImageCheck;
  /** The tools that make an image: a build fails without them. */
  readonly requiredTools: readonly Tool[];
  /** The tools that only check an image: a build uses them if they are installed. */
  readonly optionalTools: readonly Tool[];
  /**
   * Makes sure that this machine has the required tools in a usable version. It runs before any work is done.
   *
   * @throws FledgeError `tool` if not.
   */
  requireTools?(signal?: AbortSignal): Promise<void>;
}

/**
 * The file systems that fledge can make. The part that does not need writers and tools (names of types, suffixes, which
 * keys have an effect) is in config/filesystems.ts, because the config and the names of files depend on it.
 */
export const FILESYSTEMS: Readonly<Record<FilesystemType, FilesystemKind>> = {
  ext4: {
    make: buildExt4,
    limits: EXT4_LIMITS,
    check: IMAGE_CHECKS.ext4,
    requiredTools: [],
    optionalTools: [e2fsprogs],
  },
  xfs: {
    make: buildXfs,
    limits: XFS_LIMITS,
    check: IMAGE_CHECKS.xfs,
    requiredTools: [xfsprogs, hostCompiler],
    optionalTools: [],
    async requireTools(signal) {
      await requireMkfsXfs(signal);
      await findTreeViewCompiler();
    },
  },
  btrfs: {
    make: buildBtrfs,
    limits: BTRFS_LIMITS,
    check: IMAGE_CHECKS.btrfs,
    requiredTools: [btrfsProgs, hostCompiler],
    optionalTools: [],
    async requireTools(signal) {
      await requireMkfsBtrfs(signal);
      await findTreeViewCompiler();
    },
  },
  squashfs: {
    make: buildSquashfs,
    limits: SQUASHFS_LIMITS,
    check: IMAGE_CHECKS.squashfs,
    requiredTools: [],
    optionalTools: [squashfsTools],
  },
};
