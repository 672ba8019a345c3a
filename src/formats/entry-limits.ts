import { type ByteString, displayByteString } from '../support/byte-string.ts';
import { FledgeError } from '../support/errors.ts';
import { MAX_NAME_BYTES, MAX_OWNER, MAX_XATTR_LIST_BYTES, MAX_XATTR_NAME_BYTES } from '../support/linux-limits.ts';
import type { Entry, Inode, Metadata } from '../tree/entry.ts';

/** The file system with the fewest limits: the one to choose when another cannot hold an entry. */
const LEAST_LIMITED = 'ext4';

/** The error for an entry that a file system cannot hold. `filesystem` is the name of its type. */
export function doesNotFit(path: ByteString, filesystem: string, what: string): FledgeError {
  const article = /^[ex]/.test(filesystem) ? 'an' : 'a';
  const message = `/${displayByteString(path)} does not fit in ${article} ${filesystem} image: ${what}`;
  const fix = 'change the file in the image or the mappings';
  const choice = `, or choose another file system: [filesystem] type = "${LEAST_LIMITED}"`;
  return new FledgeError('format', message, { fix: filesystem === LEAST_LIMITED ? fix : fix + choice });
}

/** The limits of a file system for entries of a tree. Limits that are common to all file systems are not included. */
export interface EntryLimits {
  /** Its name in messages. */
  readonly filesystem: string;
  /** The maximum size of the target of a symbolic link. */
  readonly maxTargetBytes: number;
  readonly maxFileBytes: number;
  /** The maximum number of names of a file. */
  readonly maxLinks: number;
  /** The range of times, in seconds since 1970. */
  readonly minSeconds: number;
  readonly maxSeconds: number;
  readonly maxMajor: number;
  readonly maxMinor: number;
  /** The maximum size of the value of one extended attribute. */
  readonly maxXattrValueBytes: number;
  /** True if the file system supports access control lists. */
  readonly hasAcls: boolean;
}

const MAX_MODE = 0o7777;
const MAX_NANOSECONDS = 999_999_999;

const XATTR_NAMESPACES = ['user.', 'trusted.', 'security.'] as const;
/** Access control lists, the only attributes of images in the namespace `system.`. */
export const ACL_ATTRIBUTES: readonly string[] = ['system.posix_acl_access', 'system.posix_acl_default'];

/** In seconds: 400 years have 146,097 days. */
const YEAR = (146_097 / 400) * 86_400;

/**
 * Checks that a file system can hold every entry of a tree.
 *
 * @throws FledgeError `format`, with the path, for the first entry that it cannot hold.
 */
export function requireFit(entries: Iterable<Entry>, limits: EntryLimits): void {
  const links = new Map<Inode, number>();
  for (const entry of entries) {
    const count = (links.get(entry.inode) ?? 0) + 1;
    links.set(entry.inode, count);
    requireEntryFits(entry, count, limits);
  }
}

/**
 * Checks that a file system can hold an entry. `link` is the number of names of its inode so far, including this one. The
 * inode is checked at its first name.
 *
 * @throws FledgeError `format`, with the path, if not.
 */
export function requireEntryFits({ path, name, inode }: Entry, link: number, limits: EntryLimits): void {
  const inodeProblem = link > 1 ? undefined : (metadataProblem(inode, limits) ?? bodyProblem(inode, limits));
  const what = nameProblem(name) ?? linkProblem(link, limits) ?? inodeProblem;
  if (what !== undefined) throw doesNotFit(path, limits.filesystem, what);
}

function nameProblem(name: ByteString): string | undefined {
  if (name.length > MAX_NAME_BYTES) return `its name has ${name.length} bytes, more than ${MAX_NAME_BYTES}`;
  return name.includes('\0') ? 'its name contains a zero byte' : undefined;
}

function linkProblem(link: number, { maxLinks }: EntryLimits): string | undefined {
  return link > maxLinks ? `it is name ${link} of a file, more than ${maxLinks}` : undefined;
}

function metadataProblem({ mode, uid, gid, mtime, xattrs }: Metadata, limits: EntryLimits): string | undefined {
  if (!isIntegerUpTo(MAX_MODE, mode)) return `its mode ${mode} has more than twelve bits`;
  if (!isIntegerUpTo(MAX_OWNER, uid)) return `its owner ${uid} is not a user ID`;
  if (!isIntegerUpTo(MAX_OWNER, gid)) return `its group ${gid} is not a group ID`;
  const { minSeconds, maxSeconds } = limits;
  if (!Number.isInteger(mtime.seconds) || mtime.seconds < minSeconds || mtime.seconds > maxSeconds) {
    const [first, last] = [minSeconds, maxSeconds].map((seconds) => `${seconds} (in ${yearOf(seconds)})`);
    return `its time, ${mtime.seconds} s, is not between ${first} and ${last}`;
  }
  if (!isIntegerUpTo(MAX_NANOSECONDS, mtime.nanoseconds)) return `its time has ${mtime.nanoseconds} nanoseconds`;
  return xattrs.size === 0 ? undefined : xattrsProblem(xattrs, limits);
}

function xattrsProblem(xattrs: ReadonlyMap<ByteString, Uint8Array>, limits: EntryLimits): string | undefined {
  for (const [name, value] of xattrs) {
    const what = xattrProblem(name, value, limits);
    if (what !== undefined) return `its extended attribute ${displayByteString(name)} ${what}`;
  }
  const bytes = xattrs.keys().reduce((sum, name) => sum + name.length + 1, 0);
  if (bytes <= MAX_XATTR_LIST_BYTES) return undefined;
  return `the names of its ${xattrs.size} extended attributes have ${bytes} bytes, more than ${MAX_XATTR_LIST_BYTES}`;
}

/** True if an extended attribute is in a Linux namespace that permits any name (xattr(7)). */
export function isInNamespace(name: ByteString): boolean {
  return XATTR_NAMESPACES.some((prefix) => name.startsWith(prefix) && name.length > prefix.length);
}

function xattrProblem(
  name: ByteString,
  value: Uint8Array,
  { maxXattrValueBytes, hasAcls }: EntryLimits,
): string | undefined {
  if (name.length > MAX_XATTR_NAME_BYTES)
    return `has a name of ${name.length} bytes, more than ${MAX_XATTR_NAME_BYTES}`;
  if (name.includes('\0')) return 'has a name with a zero byte';
  if (!isInNamespace(name) && !(hasAcls && ACL_ATTRIBUTES.includes(name))) {
    return `is not in user.*, trusted.*${hasAcls ? ', security.* or system.posix_acl_*' : ' or security.*'}`;
  }
  return value.length > maxXattrValueBytes ? `has ${value.length} bytes, more than ${maxXattrValueBytes}` : undefined;
}

function bodyProblem(inode: Inode, limits: EntryLimits): string | undefined {
  const { maxFileBytes, maxTargetBytes, maxMajor, maxMinor } = limits;
  switch (inode.kind) {
    case 'file': {
      const { size } = inode.content;
      return isIntegerUpTo(maxFileBytes, size) ? undefined : `its size is ${size} bytes, more than ${maxFileBytes}`;
    }
    case 'symlink': {
      const { length } = inode.target;
      if (length === 0) return 'it is a symbolic link with an empty target';
      if (inode.target.includes('\0')) return 'its target contains a zero byte';
      return length > maxTargetBytes ? `its target has ${length} bytes, more than ${maxTargetBytes}` : undefined;
    }
    case 'char-device':
    case 'block-device':
      return isIntegerUpTo(maxMajor, inode.major) && isIntegerUpTo(maxMinor, inode.minor)
        ? undefined
        : `its device number ${inode.major}:${inode.minor} is more than ${maxMajor}:${maxMinor}`;
    case 'directory':
    case 'fifo':
      return undefined;
  }
}

function isIntegerUpTo(maximum: number, value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= maximum;
}

/** The year of a time, without exact leap days: it may be wrong within two days of the turn of a year. */
function yearOf(seconds: number): number {
  return 1970 + Math.floor(seconds / YEAR);
}
