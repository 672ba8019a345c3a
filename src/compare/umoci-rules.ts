import type { Timestamp } from '../tree/entry.ts';

/*
 * What umoci and fledge do not agree about on purpose, when they unpack the same image. Everything else that differs is a
 * defect of one of them.
 */

/**
 * Whether a directory is one that no layer has, by what our tree has: there it has the time of the tree. umoci gives it
 * the clock's time, and the umask's mode; to the root, 1970. It is also one that a whiteout of its layer hides, and that
 * the layer needs as a parent: where the whiteout comes late, umoci keeps the metadata of the lower directory, and we do
 * not, so that the order does not matter.
 */
export function isCreatedDirectory(
  { kind, mtime }: { readonly kind: string; readonly mtime: Timestamp },
  treeTime: Timestamp,
): boolean {
  return kind === 'directory' && isSameTime(mtime, treeTime);
}

/** When umoci ran, in seconds since 1970. */
export interface Period {
  readonly since: number;
  readonly until: number;
}

/** Coarse clocks of file systems are behind, by less than this. */
const CLOCK_SLACK_SECONDS = 2;

/** Whether umoci has changed something in a directory after it had set its time, as whiteouts and later layers do. */
export function isTouchedDirectory(
  { kind, mtime }: { readonly kind: string; readonly mtime: Timestamp },
  { since, until }: Period,
): boolean {
  const { seconds } = mtime;
  return kind === 'directory' && seconds >= since - CLOCK_SLACK_SECONDS && seconds <= until + CLOCK_SLACK_SECONDS;
}

/**
 * Attributes that umoci never sets, because they belong to the host that unpacks (`ignoreXattrs` in umoci's
 * oci/layer/tar_generate.go), by every version that can be installed. Some versions also leave out those of overlayfs.
 */
const HOST_ATTRIBUTES: ReadonlySet<string> = new Set(['security.selinux', 'system.nfs4_acl']);
const OVERLAYFS_PREFIX = 'trusted.overlay.';

/** Whether umoci sets an extended attribute. It treats an empty value as a deleted attribute, as Go's archive/tar does. */
export function isKeptAttribute(name: string, value: { readonly length: number }): boolean {
  return value.length > 0 && !HOST_ATTRIBUTES.has(name) && !name.startsWith(OVERLAYFS_PREFIX);
}

export function isSameTime(a: Timestamp, b: Timestamp): boolean {
  return a.seconds === b.seconds && a.nanoseconds === b.nanoseconds;
}
