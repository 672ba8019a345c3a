import { MEBIBYTE } from '../support/units.ts';
import type { ImageCheck } from './run-image-check.ts';
import { btrfsProgs, e2fsprogs, squashfsTools, xfsprogs } from './table.ts';

/** The check of each file system, by the name of its type. None of them changes the image. */
export const IMAGE_CHECKS = {
  /** e2fsck(8). */
  ext4: {
    name: 'e2fsck',
    tool: e2fsprogs,
    arguments: (image) => ['-f', '-n', image],
  },
  /** xfs_repair(8). */
  xfs: {
    name: 'xfs_repair',
    tool: xfsprogs,
    program: 'xfs_repair',
    maker: 'xfsprogs',
    arguments: (image) => ['-n', '-f', image],
  },
  /** btrfs-check(8), with the checksums of the data. `--force` makes it ignore the list of mounts. */
  btrfs: {
    name: 'btrfs check',
    tool: btrfsProgs,
    program: 'btrfs',
    maker: 'btrfs-progs',
    arguments: (image) => ['check', '--readonly', '--force', '--check-data-csum', image],
  },
  /**
   * unsquashfs(1) reads all metadata and all data of an image, and prints a description with the contents of all files.
   * squashfs-tools have this since 4.5. The description must not go to /dev/null by name: unsquashfs removes that file
   * when it finds an error. Without sizes for its queues it would use 450 MB.
   */
  squashfs: {
    name: 'unsquashfs',
    tool: squashfsTools,
    stdout: 'discard',
    arguments: (image) => ['-no-progress', '-da', '16', '-fr', '16', '-pf', '-', image],
    // It writes holes out as zeros, at about 1 GiB a second. A listing reads all metadata, lists of blocks included.
    withoutContents: {
      fromHoleBytes: 4 * 1024 * MEBIBYTE,
      arguments: (image) => ['-no-progress', '-da', '16', '-fr', '16', '-lln', image],
    },
  },
} as const satisfies Readonly<Record<string, ImageCheck>>;
