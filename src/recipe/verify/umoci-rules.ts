import { reasonToLeaveOut } from '../../formats/adapt.ts';
import type { ByteString } from '../../support/byte-string.ts';
import type { Inode, Timestamp } from '../../tree/entry.ts';
import type { FileTree } from '../../tree/tree.ts';

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

/**
 * What has to be said to umoci before 0.5 by a whiteout, by layer: that a file of a lower layer goes where a layer has
 * something below it. Others take the whiteout for what happens anyway.
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

/** What umoci leaves to its host, as they are of no use anywhere else (oci/layer/utils.go and xattr.go of umoci). */
const ATTRIBUTES_OF_THE_HOST: readonly string[] = ['security.selinux', 'security.nfs4_acl', 'system.nfs4_acl'];
/** overlayfs hides its own attributes, or keeps them under other names, where umoci's directory is on one. */
const OVERLAY_ATTRIBUTE = 'trusted.overlay.';

/**
 * Whether umoci would set an extended attribute on a file of that kind. It takes an empty value for one that is deleted, as
 * Go's archive/tar does, and passes over what its host refuses with ENOTSUP, as Linux does for a namespace that it does not
 * have.
 */
export function isKeptAttribute(name: ByteString, value: { readonly length: number }, kind: Inode['kind']): boolean {
  if (value.length === 0 || ATTRIBUTES_OF_THE_HOST.includes(name) || name.startsWith(OVERLAY_ATTRIBUTE)) return false;
  return reasonToLeaveOut(name, kind) === undefined;
}

/** A `security.capability` of Linux 2.6.25 and later, without the root of a user namespace (VFS_CAP_REVISION_2). */
const CAPABILITY_BYTES = 20;

/**
 * Whether the kernel lets root of a user namespace set an attribute that `isKeptAttribute`, and gives it back unchanged. It does
 * not for `trusted.*` and most of `security.*` (xattr(7)).
 */
export function isHeldInNamespace(name: ByteString, value: { readonly length: number }): boolean {
  if (name === 'security.capability') return value.length === CAPABILITY_BYTES;
  return !name.startsWith('security.') && !name.startsWith('trusted.');
}

/** The permission bit of an owner to change a file and its `user.*` attributes. */
const OWNER_WRITES = 0o200;

/** Whether umoci may change the attributes of a file outside of a user namespace, and the owner that it notes in one. */
export function isWritable({ mode }: Pick<Inode, 'mode'>): boolean {
  return (mode & OWNER_WRITES) !== 0;
}

/** The times that both Go's nanoseconds and the file systems of hosts can hold, in seconds. */
const MIN_KEPT_SECONDS = -(2 ** 31);
const MAX_KEPT_SECONDS = 9_223_372_035;

/** Whether a time is one that umoci can give to a file: it counts nanoseconds in 64 bits, and its host clamps times. */
export function isKeptTime({ seconds }: Timestamp): boolean {
  return seconds >= MIN_KEPT_SECONDS && seconds <= MAX_KEPT_SECONDS;
}

export function isSameTime(a: Timestamp, b: Timestamp): boolean {
  return a.seconds === b.seconds && a.nanoseconds === b.nanoseconds;
}

/** Where umoci notes owners that it may not set. */
export const ROOTLESS_OWNER = 'user.rootlesscontainers' as ByteString;

/** Whether umoci can note the owner of such an entry: links and fifos have no `user.*` attributes. For devices it makes files. */
export function isOwnerNoted(kind: Inode['kind']): boolean {
  return kind !== 'symlink' && kind !== 'fifo';
}

/** What it says where nothing is to be noted: the owner is who unpacked, in the place of root. */
const NO_CHANGE = 0xffff_ffff;

/**
 * The owner in a value of that attribute: a protobuf message with the numbers `uid` (1) and `gid` (2), of which zeros may be
 * left out (rootless-containers/proto). Undefined where there is none, as on links and where a file system has no
 * attributes, or where it is something else.
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
