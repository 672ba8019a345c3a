import { type ByteString, displayByteString } from '../support/byte-string.ts';
import { FledgeError } from '../support/errors.ts';
import { MAX_NAME_BYTES, MAX_OWNER, MAX_XATTR_LIST_BYTES, MAX_XATTR_NAME_BYTES } from '../support/linux-limits.ts';
import type { Entry, Inode, Metadata } from '../tree/entry.ts';

/** The file system with the fewest limits: the one to choose when another cannot hold an entry. */
const LEAST_LIMITED = 'ext4';

/** The error for an entry that a file system, called by the name of its type, cannot hold. */
export function doesNotFit(path: ByteString, filesystem: string, what: string): FledgeError {
  const article = /^[ex]/.test(filesystem) ? 'an' : 'a';
  const message = `/${displayByteString(path)} does not fit in ${article} ${filesystem} image: ${what}`;
  const fix = 'change it in the image or the mappings';
  const choice = `, or choose another file system: [filesystem] type = "${LEAST_LIMITED}"`;
  return new FledgeError('format', message, { fix: filesystem === LEAST_LIMITED ? fix : fix + choice });
}

/** What a file system can hold of what a tree may have. What none of them can hold is not in it. */
export interface EntryLimits {
  /** Its name in messages. */
  readonly filesystem: string;
  /** Of a symbolic link. */
  readonly maxTargetBytes: number;
  readonly maxFileBytes: number;
  /** How many names a file may have. */
  readonly maxLinks: number;
  /** Of times, since 1970. */
  readonly minSeconds: number;
  readonly maxSeconds: number;
  readonly maxMajor: number;
  readonly maxMinor: number;
  /** Of one extended attribute. */
  readonly maxXattrValueBytes: number;
  /** Whether access control lists have a place. */
  readonly hasAcls: boolean;
}

const MAX_MODE = 0o7777;
const MAX_NANOSECONDS = 999_999_999;

const XATTR_NAMESPACES = ['user.', 'trusted.', 'security.'] as const;
/** Access control lists, the only attributes of images in the namespace `system.`. */
export const ACL_ATTRIBUTES: readonly string[] = ['system.posix_acl_access', 'system.posix_acl_default'];

/** In seconds: four hundred years have 146,097 days. */
const YEAR = (146_097 / 400) * 86_400;

/**
 * Makes sure that a file system can hold every entry of a tree.
 *
 * @throws FledgeError `format` for the first that it cannot, naming it.
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
 * Makes sure that a file system can hold an entry. `link` counts the names of its inode so far, this one
 * included; the inode is looked at when its first name comes.
 *
 * @throws FledgeError `format`, naming the entry, if not.
 */
export function requireEntryFits({ path, name, inode }: Entry, link: number, limits: EntryLimits): void {
  const inodeProblem = link > 1 ? undefined : (metadataProblem(inode, limits) ?? bodyProblem(inode, limits));
  const what = nameProblem(name) ?? linkProblem(link, limits) ?? inodeProblem;
  if (what !== undefined) throw doesNotFit(path, limits.filesystem, what);
}

function nameProblem(name: ByteString): string | undefined {
  if (name.length > MAX_NAME_BYTES) return `its name has ${name.length} bytes, over ${MAX_NAME_BYTES}`;
  return name.includes('\0') ? 'there is a zero byte in its name' : undefined;
}

function linkProblem(link: number, { maxLinks }: EntryLimits): string | undefined {
  return link > maxLinks ? `it is name ${link} of a file, which has at most ${maxLinks}` : undefined;
}

function metadataProblem({ mode, uid, gid, mtime, xattrs }: Metadata, limits: EntryLimits): string | undefined {
  if (!isIntegerUpTo(MAX_MODE, mode)) return `its mode ${mode} has more than twelve bits`;
  if (!isIntegerUpTo(MAX_OWNER, uid)) return `its owner ${uid} is no user ID`;
  if (!isIntegerUpTo(MAX_OWNER, gid)) return `its group ${gid} is no group ID`;
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
  return `the names of its ${xattrs.size} extended attributes have ${bytes} bytes, over ${MAX_XATTR_LIST_BYTES}`;
}

/** Whether an extended attribute is in a namespace of Linux in which any name may be (xattr(7)). */
export function isInNamespace(name: ByteString): boolean {
  return XATTR_NAMESPACES.some((prefix) => name.startsWith(prefix) && name.length > prefix.length);
}

function xattrProblem(
  name: ByteString,
  value: Uint8Array,
  { maxXattrValueBytes, hasAcls }: EntryLimits,
): string | undefined {
  if (name.length > MAX_XATTR_NAME_BYTES) return `has a name of ${name.length} bytes, over ${MAX_XATTR_NAME_BYTES}`;
  if (name.includes('\0')) return 'has a zero byte in its name';
  if (!isInNamespace(name) && !(hasAcls && ACL_ATTRIBUTES.includes(name))) {
    return `is none of user.*, trusted.*${hasAcls ? ', security.* and system.posix_acl_*' : ' and security.*'}`;
  }
  return value.length > maxXattrValueBytes ? `has ${value.length} bytes, over ${maxXattrValueBytes}` : undefined;
}

function bodyProblem(inode: Inode, limits: EntryLimits): string | undefined {
  const { maxFileBytes, maxTargetBytes, maxMajor, maxMinor } = limits;
  switch (inode.kind) {
    case 'file': {
      const { size } = inode.content;
      return isIntegerUpTo(maxFileBytes, size) ? undefined : `its size is ${size} bytes, over ${maxFileBytes}`;
    }
    case 'symlink': {
      const { length } = inode.target;
      if (length === 0) return 'it is a symbolic link to nothing';
      if (inode.target.includes('\0')) return 'there is a zero byte in its target';
      return length > maxTargetBytes ? `its target has ${length} bytes, over ${maxTargetBytes}` : undefined;
    }
    case 'char-device':
    case 'block-device':
      return isIntegerUpTo(maxMajor, inode.major) && isIntegerUpTo(maxMinor, inode.minor)
        ? undefined
        : `its device number ${inode.major}:${inode.minor} is over ${maxMajor}:${maxMinor}`;
    case 'directory':
    case 'fifo':
      return undefined;
  }
}

function isIntegerUpTo(maximum: number, value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= maximum;
}

/** Without the calendar's leap days: a day or two beside it at the turn of a year. */
function yearOf(seconds: number): number {
  return 1970 + Math.floor(seconds / YEAR);
}
