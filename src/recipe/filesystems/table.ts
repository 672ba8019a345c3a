import type { FilesystemType } from '../../config/filesystems.ts';
import { btrfs } from './btrfs.ts';
import { ext4 } from './ext4.ts';
import type { FilesystemKind } from './kind.ts';
import { squashfs } from './squashfs.ts';
import { xfs } from './xfs.ts';

/**
 * The file systems that fledge can make. The part that does not need writers and tools (names of types, suffixes, which
 * keys have an effect) is in config/filesystems.ts, because the config and the names of files depend on it.
 */
export const FILESYSTEMS: Readonly<Record<FilesystemType, FilesystemKind>> = { ext4, xfs, btrfs, squashfs };
