import { createHash } from 'node:crypto';
import { readSync } from 'node:fs';
import { type ByteString, displayByteString } from '../../../src/support/byte-string.ts';
import type { Content, Inode } from '../../../src/tree/entry.ts';
import type { FileTree } from '../../../src/tree/tree.ts';

/**
 * All properties of one name in a file system, in a form that compares and reads well. Names are in the form of
 * `displayByteString`.
 */
export interface DescribedEntry {
  readonly path: string;
  readonly kind: string;
  /** Octal. */
  readonly mode: string;
  readonly owner: string;
  /** Seconds and nine digits of nanoseconds. */
  readonly mtime: string;
  /** Hexadecimal by name. */
  readonly xattrs?: Readonly<Record<string, string>>;
  readonly size?: number;
  readonly sha256?: string;
  readonly target?: string;
  readonly device?: string;
  /** The first path, in byte order, of those that are the same inode. */
  readonly sameAs?: string;
}

/** All entries of a tree in byte order, the root first with the empty path. */
export function describeTree(tree: FileTree): DescribedEntry[] {
  const firstPaths = new Map<Inode, ByteString>();
  return Array.from(tree.entries(), ({ path, inode }) => {
    const first = firstPaths.get(inode);
    if (first === undefined && inode.kind !== 'directory') firstPaths.set(inode, path);
    return describeInode(path, inode, first);
  });
}

function describeInode(path: ByteString, inode: Inode, first: ByteString | undefined): DescribedEntry {
  const { mode, uid, gid, mtime, xattrs } = inode;
  return {
    path: displayByteString(path),
    kind: inode.kind,
    mode: mode.toString(8).padStart(4, '0'),
    owner: `${uid}:${gid}`,
    mtime: describeTime(BigInt(mtime.seconds) * 1_000_000_000n + BigInt(mtime.nanoseconds)),
    ...(xattrs.size > 0 && {
      xattrs: describeXattrs(Array.from(xattrs, ([name, value]) => [displayByteString(name), Buffer.from(value)])),
    }),
    ...(inode.kind === 'file' && { size: inode.content.size, sha256: digestOf(inode.content) }),
    ...(inode.kind === 'symlink' && { target: displayByteString(inode.target) }),
    ...((inode.kind === 'char-device' || inode.kind === 'block-device') && { device: `${inode.major}:${inode.minor}` }),
    ...(first !== undefined && { sameAs: displayByteString(first) }),
  };
}

/** Nanoseconds since 1970 as seconds with nine decimal places. */
export function describeTime(nanoseconds: bigint): string {
  const sign = nanoseconds < 0n ? '-' : '';
  const digits = String(nanoseconds < 0n ? -nanoseconds : nanoseconds).padStart(10, '0');
  return `${sign}${digits.slice(0, -9)}.${digits.slice(-9)}`;
}

export function describeXattrs(xattrs: readonly (readonly [string, Buffer])[]): Record<string, string> {
  const sorted = xattrs.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([name, value]) => [name, value.toString('hex')]));
}

/** The bytes of a file in a tree, including its holes. */
export function contentOf(content: Content): Buffer {
  if (content.kind === 'bytes') return Buffer.from(content.data);
  if (content.kind === 'host-file') throw new Error('the helper reads no host files');
  const bytes = Buffer.alloc(content.size);
  for (const { offset, length, position } of content.extents) {
    const read = readSync(content.spool.descriptor, bytes, offset, length, position);
    if (read !== length) throw new Error(`the spool ends ${length - read} bytes too early`);
  }
  return bytes;
}

function digestOf(content: Content): string {
  return createHash('sha256').update(contentOf(content)).digest('hex');
}
