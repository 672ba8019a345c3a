import { type ByteString, displayByteString } from '../../support/byte-string.ts';
import type { Entry, Inode, Metadata } from '../../tree/entry.ts';
import { doesNotFit } from '../does-not-fit.ts';
import { xattrListProblem } from '../xattr-limits.ts';

/** What a file system can hold of what a tree may have. */
export interface EntryLimits {
  /** Its name in messages. */
  readonly filesystem: string;
  readonly maxTargetBytes: number;
  /** Name and value of an extended attribute. */
  readonly maxXattrNameBytes: number;
  readonly maxXattrValueBytes: number;
  /** How many names a file may have. */
  readonly maxLinks: number;
  readonly minSeconds: number;
  readonly maxSeconds: number;
  readonly maxFileBytes: number;
  readonly maxMajor: number;
  readonly maxMinor: number;
}

const MAX_NAME_BYTES = 255;
/** One less than the largest is "no owner". */
const MAX_OWNER = 2 ** 32 - 2;

export const ACL_ATTRIBUTES: readonly string[] = ['system.posix_acl_access', 'system.posix_acl_default'];
const XATTR_NAMESPACES = ['user.', 'trusted.', 'security.'] as const;

/**
 * Makes sure that a file system can hold every entry of a tree.
 *
 * @throws FledgeError `format` for the first that it cannot, naming it.
 */
export function checkEntries(entries: Iterable<Entry>, limits: EntryLimits): void {
  const links = new Map<Inode, number>();
  for (const { path, inode } of entries) {
    const count = (links.get(inode) ?? 0) + 1;
    links.set(inode, count);
    const problem = nameProblem(path) ?? linkProblem(count, limits);
    const inodeProblem = count > 1 ? undefined : (metadataProblem(inode, limits) ?? bodyProblem(inode, limits));
    const what = problem ?? inodeProblem;
    if (what !== undefined) throw doesNotFit(path, limits.filesystem, what);
  }
}

function nameProblem(path: ByteString): string | undefined {
  const length = path.length - (path.lastIndexOf('/') + 1);
  if (length > MAX_NAME_BYTES) return `its name has ${length} bytes, over ${MAX_NAME_BYTES}`;
  return path.includes('\0') ? 'there is a zero byte in its name' : undefined;
}

function linkProblem(count: number, { maxLinks }: EntryLimits): string | undefined {
  return count > maxLinks ? `it is name ${count} of a file, which has at most ${maxLinks}` : undefined;
}

function metadataProblem({ uid, gid, mtime, xattrs }: Metadata, limits: EntryLimits): string | undefined {
  if (uid > MAX_OWNER) return `its owner ${uid} is no user ID`;
  if (gid > MAX_OWNER) return `its group ${gid} is no group ID`;
  const { minSeconds, maxSeconds } = limits;
  if (mtime.seconds < minSeconds || mtime.seconds > maxSeconds) {
    return `its time, ${mtime.seconds} s, is not between ${minSeconds} and ${maxSeconds}`;
  }
  for (const [name, value] of xattrs) {
    const what = xattrProblem(name, value, limits);
    if (what !== undefined) return `its extended attribute ${displayByteString(name)} ${what}`;
  }
  return xattrListProblem(xattrs);
}

function xattrProblem(
  name: ByteString,
  value: Uint8Array,
  { maxXattrNameBytes, maxXattrValueBytes }: EntryLimits,
): string | undefined {
  const namespace = XATTR_NAMESPACES.find((prefix) => name.startsWith(prefix) && name.length > prefix.length);
  if (namespace === undefined && !ACL_ATTRIBUTES.includes(name)) return 'has a name that it has no place for';
  if (name.includes('\0')) return 'has a zero byte in its name';
  if (name.length > maxXattrNameBytes) return `has a name of ${name.length} bytes, over ${maxXattrNameBytes}`;
  if (value.length > maxXattrValueBytes) return `has ${value.length} bytes, over ${maxXattrValueBytes}`;
  return undefined;
}

function bodyProblem(inode: Inode, limits: EntryLimits): string | undefined {
  const { maxFileBytes, maxTargetBytes, maxMajor, maxMinor } = limits;
  switch (inode.kind) {
    case 'file':
      return inode.content.size > maxFileBytes
        ? `its size is ${inode.content.size} bytes, and files end at ${maxFileBytes}`
        : undefined;
    case 'symlink': {
      const { length } = inode.target;
      if (length === 0) return 'it is a symbolic link to nothing';
      if (inode.target.includes('\0')) return 'there is a zero byte in its target';
      return length > maxTargetBytes ? `its target has ${length} bytes, over ${maxTargetBytes}` : undefined;
    }
    case 'char-device':
    case 'block-device':
      return inode.major > maxMajor || inode.minor > maxMinor
        ? `its device number ${inode.major}:${inode.minor} is over ${maxMajor}:${maxMinor}`
        : undefined;
    case 'directory':
    case 'fifo':
      return undefined;
  }
}
