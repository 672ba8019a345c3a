import { reasonToLeaveOut } from '../../formats/adapt.ts';
import type { ByteString } from '../../support/byte-string.ts';
import type { Inode, Timestamp } from '../../tree/entry.ts';
import type { FileTree } from '../../tree/tree.ts';

/*
 * The known differences between umoci and fledge when they unpack the same image. Any other difference is a defect of one of
 * them.
 */

/**
 * True if no layer contains the directory: its time in our tree is then the time of the tree. umoci gives it the current
 * time and the mode of the umask, and 1970 to the root. True also for a directory that a whiteout of its layer hides, and
 * that the layer needs as a parent: if the whiteout is after the children, umoci keeps the metadata of the lower directory.
 * fledge does not keep it, so that the order has no effect.
 */
export function isCreatedDirectory(
  { kind, mtime }: { readonly kind: string; readonly mtime: Timestamp },
  treeTime: Timestamp,
): boolean {
  return kind === 'directory' && isSameTime(mtime, treeTime);
}

/**
 * The additional whiteouts that umoci before 0.5 needs, by layer: one for each file of a lower layer that the layer replaces
 * with a directory. They have no effect in later versions.
 */
export function whiteoutsFor({ buried }: Pick<FileTree, 'buried'>): ReadonlyMap<number, readonly ByteString[]> {
  const paths = new Map<number, ByteString[]>();
  for (const { layer, path } of buried) {
    const ofLayer = paths.get(layer);
    if (ofLayer === undefined) paths.set(layer, [path]);
    else ofLayer.push(path);
  }
  return paths;
}

/** The time during which umoci ran, in seconds since 1970. */
export interface Period {
  readonly since: number;
  readonly until: number;
}

/** The coarse clocks of file systems are slow by less than this. */
const CLOCK_SLACK_SECONDS = 2;

/** True if umoci changed a directory after it had set its time, as it does for whiteouts and later layers. */
export function isTouchedDirectory(
  { kind, mtime }: { readonly kind: string; readonly mtime: Timestamp },
  { since, until }: Period,
): boolean {
  const { seconds } = mtime;
  return kind === 'directory' && seconds >= since - CLOCK_SLACK_SECONDS && seconds <= until + CLOCK_SLACK_SECONDS;
}

/** The attributes that umoci does not set, because they are specific to the host (umoci, oci/layer/utils.go and xattr.go). */
const ATTRIBUTES_OF_THE_HOST: readonly string[] = ['security.selinux', 'security.nfs4_acl', 'system.nfs4_acl'];
/** If umoci's directory is on an overlayfs, that hides these attributes or stores them under other names. */
const OVERLAY_ATTRIBUTE = 'trusted.overlay.';

/**
 * True if umoci sets an extended attribute on a file of that kind. Like Go's archive/tar, it treats an empty value as a
 * deleted attribute. It ignores ENOTSUP, which Linux returns for an unknown namespace.
 */
export function isKeptAttribute(name: ByteString, value: { readonly length: number }, kind: Inode['kind']): boolean {
  if (value.length === 0 || ATTRIBUTES_OF_THE_HOST.includes(name) || name.startsWith(OVERLAY_ATTRIBUTE)) return false;
  return reasonToLeaveOut(name, kind) === undefined;
}

/** The size of a `security.capability` of Linux 2.6.25 and later, without a namespace's root (VFS_CAP_REVISION_2). */
const CAPABILITY_BYTES = 20;

/**
 * True if the kernel lets root of a user namespace set an attribute that `isKeptAttribute`, and returns it unchanged. Not so
 * for `trusted.*` and most of `security.*` (xattr(7)).
 */
export function isHeldInNamespace(name: ByteString, value: { readonly length: number }): boolean {
  if (name === 'security.capability') return value.length === CAPABILITY_BYTES;
  return !name.startsWith('security.') && !name.startsWith('trusted.');
}

/** The permission bit that lets the owner change a file and its `user.*` attributes. */
const OWNER_WRITES = 0o200;

/** True if umoci may change the attributes of a file outside of a user namespace, including the recorded owner. */
export function isWritable({ mode }: Pick<Inode, 'mode'>): boolean {
  return (mode & OWNER_WRITES) !== 0;
}

/** The range of times that Go's nanoseconds and the file systems of hosts can hold, in seconds. */
const MIN_KEPT_SECONDS = -(2 ** 31);
const MAX_KEPT_SECONDS = 9_223_372_035;

/** True if umoci can set a time on a file: it has 64 bits for nanoseconds, and the host's file system clamps times. */
export function isKeptTime({ seconds }: Timestamp): boolean {
  return seconds >= MIN_KEPT_SECONDS && seconds <= MAX_KEPT_SECONDS;
}

/** True if two times are equal, to the nanosecond. */
export function isSameTime(a: Timestamp, b: Timestamp): boolean {
  return a.seconds === b.seconds && a.nanoseconds === b.nanoseconds;
}

/** The attribute in which umoci records owners that it may not set. */
export const ROOTLESS_OWNER = 'user.rootlesscontainers' as ByteString;

/** True if umoci can record the owner of such an entry: links and fifos have no `user.*` attributes; devices become files. */
export function isOwnerNoted(kind: Inode['kind']): boolean {
  return kind !== 'symlink' && kind !== 'fifo';
}

/** The ID for "unchanged": the owner is the user who unpacked, that is, root in the image. */
const NO_CHANGE = 0xffff_ffff;

/**
 * Decodes the owner in a value of that attribute: a protobuf message with the numbers `uid` (1) and `gid` (2), in which zeros
 * may be omitted (rootless-containers/proto). Undefined for a missing value, as on links and on file systems without
 * attributes, and for other data.
 */
export function notedOwner(value: Uint8Array | undefined): { readonly uid: number; readonly gid: number } | undefined {
  if (value === undefined) return undefined;
  const owner = { uid: 0, gid: 0 };
  for (let at = 0; at < value.length; ) {
    const tag = value[at++];
    let number = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = value[at++];
      if (byte === undefined || scale > 128 ** 4) return undefined;
      number += (byte & 0x7f) * scale;
      if (byte < 0x80) break;
    }
    const id = number === NO_CHANGE ? 0 : number;
    if (tag === 0x08) owner.uid = id;
    else if (tag === 0x10) owner.gid = id;
    else return undefined;
  }
  return owner;
}
