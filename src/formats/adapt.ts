import { type ByteString, displayByteString } from '../support/byte-string.ts';
import { MAX_XATTR_NAME_BYTES } from '../support/linux-limits.ts';
import type { Adjustments } from '../support/report/adjustments.ts';
import type { Inode, Metadata, Timestamp } from '../tree/entry.ts';
import type { FileTree } from '../tree/tree.ts';
import { MAX_FIELD } from './cpio-format.ts';
import { ACL_ATTRIBUTES, type EntryLimits, isInNamespace } from './entry-limits.ts';

const DEFAULT_ACL = 'system.posix_acl_default';

/** The reasons for leaving out an attribute, in the words of the warning. */
const FOREIGN = 'left out extended attributes that Linux does not have';
const MISPLACED = 'left out extended attributes that Linux does not allow on such a file';

/**
 * Adapts metadata that a file system cannot hold and that users of the tree do not need, and counts the changes: times are
 * clamped to the range of the file system, and extended attributes that no program could read are removed. Other metadata
 * is unchanged, so that `requireEntryFits` can refuse it.
 */
export function adaptTree(tree: FileTree, limits: EntryLimits, adjustments: Adjustments): void {
  const clamped = `clamped times that ${limits.filesystem} cannot hold`;
  tree.changeMetadata((inode, pathOf) => {
    const { mtime, xattrs } = inode;
    const fits = mtime.seconds >= limits.minSeconds && mtime.seconds <= limits.maxSeconds;
    if (fits && xattrs.size === 0) return undefined;
    const show = (): string => `/${displayByteString(pathOf())}`;
    const change: { mtime?: Timestamp; xattrs?: Metadata['xattrs'] } = {};
    if (!fits) {
      adjustments.add(clamped, () => `${mtime.seconds} s since 1970 of ${show()}`);
      change.mtime = nearestTime(mtime, limits);
    }
    const kept = new Map(xattrs);
    for (const name of xattrs.keys()) {
      const reason = reasonToLeaveOut(name, inode.kind);
      if (reason === undefined) continue;
      adjustments.add(
        reason,
        () => `${displayByteString(name.slice(0, MAX_XATTR_NAME_BYTES) as ByteString)} of ${show()}`,
      );
      kept.delete(name);
    }
    if (kept.size < xattrs.size) change.xattrs = kept;
    return change.mtime === undefined && change.xattrs === undefined ? undefined : change;
  });
}

/**
 * Adapts metadata that a newc archive cannot hold, as `adaptTree` does for file systems: extended attributes are removed, and
 * times are clamped to 32 bits. Device nodes, owners and all permission bits are kept.
 */
export function adaptToCpio(tree: FileTree, adjustments: Adjustments): void {
  tree.changeMetadata((inode, pathOf) => {
    const { mtime, xattrs } = inode;
    const fits = mtime.seconds >= CPIO_TIMES.minSeconds && mtime.seconds <= CPIO_TIMES.maxSeconds;
    if (fits && xattrs.size === 0) return undefined;
    const show = (): string => `/${displayByteString(pathOf())}`;
    if (!fits) {
      adjustments.add(
        'clamped times that an initramfs cannot hold',
        () => `${mtime.seconds} s since 1970 of ${show()}`,
      );
    }
    for (const name of xattrs.keys()) {
      const shown = displayByteString(name.slice(0, MAX_XATTR_NAME_BYTES) as ByteString);
      adjustments.add('left out extended attributes, which an initramfs cannot hold', () => `${shown} of ${show()}`);
    }
    return { mtime: fits ? mtime : nearestTime(mtime, CPIO_TIMES), xattrs: new Map() };
  });
}

/** The range of times in a newc header. */
const CPIO_TIMES = { minSeconds: 0, maxSeconds: MAX_FIELD };

function nearestTime(
  { seconds }: Timestamp,
  { minSeconds, maxSeconds }: Pick<EntryLimits, 'minSeconds' | 'maxSeconds'>,
): Timestamp {
  return { seconds: seconds > maxSeconds ? maxSeconds : minSeconds, nanoseconds: 0 };
}

/**
 * The reason why no program on Linux can read an attribute of such an inode (xattr(7)): its namespace belongs to another
 * system, or the kernel supports it only for other kinds of files. Undefined if programs can read it.
 */
export function reasonToLeaveOut(name: ByteString, kind: Inode['kind']): string | undefined {
  const isAcl = ACL_ATTRIBUTES.includes(name);
  if (name.length > MAX_XATTR_NAME_BYTES || name.includes('\0')) return FOREIGN;
  if (!isAcl && !isInNamespace(name)) return FOREIGN;
  const isMisplaced =
    (name.startsWith('user.') && kind !== 'file' && kind !== 'directory') ||
    (isAcl && kind === 'symlink') ||
    (name === DEFAULT_ACL && kind !== 'directory');
  return isMisplaced ? MISPLACED : undefined;
}
