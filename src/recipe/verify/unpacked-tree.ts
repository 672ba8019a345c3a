import { createHash } from 'node:crypto';
import { ContentOpener, type ContentReader } from '../../formats/content-reader.ts';
import type { TarEntry, TarHandler } from '../../sources/image/layer/tar.ts';
import { type ByteString, displayByteString } from '../../support/byte-string.ts';
import type { Inode, NonDirectoryInode, Timestamp } from '../../tree/entry.ts';
import { isLeftover } from '../../tree/layers.ts';
import { type FileTree, splitPath } from '../../tree/tree.ts';
import {
  isCreatedDirectory,
  isHeldInNamespace,
  isKeptAttribute,
  isKeptTime,
  isOwnerNoted,
  isSameTime,
  isTouchedDirectory,
  isWritable,
  notedOwner,
  type Period,
  ROOTLESS_OWNER,
} from './umoci-rules.ts';

/** Modes never deny access to `root` (also of a user namespace). They can deny access to the `owner` of all files. */
export type Access = 'root' | 'owner';

export interface UnpackedTreeOptions {
  /** The time of directories in our tree that no layer contains. */
  readonly treeTime: Timestamp;
  /** The time during which umoci ran. */
  readonly period: Period;
  /** How modes limit umoci. */
  readonly unpackedBy: Access;
  /** How modes limit the program that wrote the archive. */
  readonly readBy: Access;
  /**
   * Identifies the inode of a fifo, because GNU tar archives a linked fifo once per name. Undefined if the build cannot reach
   * the fifo: then its links are not compared.
   */
  readonly inodeNumberOf: (path: ByteString) => bigint | undefined;
}

export interface UnpackedTreeResult {
  /** The first differences, one line each. */
  readonly differences: readonly string[];
  readonly differenceCount: number;
  readonly entryCount: number;
  /** The number of entries that could not be read, because their modes deny access even to their owner. */
  readonly unreadableCount: number;
  /** True if the disk does not support `user.*` attributes, in which umoci records owners. */
  readonly isWithoutUserAttributes: boolean;
}

type Difference = readonly [path: ByteString, what: string, ours: string, theirs: string];

const MAX_DIFFERENCES = 20;
/** Permission bits of an owner: to read a file, and to read a directory and reach what is in it. */
const OWNER_READS = 0o400;
const OWNER_ENTERS = 0o500;
const NO_ENTRY = 'missing';
/** umoci does not record the owner root. */
const NO_NOTE = { uid: 0, gid: 0 };
/** The owner in a record that cannot be decoded. */
const UNKNOWN_OWNER = { uid: '?', gid: '?' };
const USER_ATTRIBUTE = 'user.';
/** The maximum number of bytes of an attribute's value that a difference shows. */
const MAX_SHOWN_BYTES = 64;

/**
 * Compares our tree of an image's layers with an unpacking by umoci, which is read as a stream from a tar archive: kind, mode,
 * owner, time, attributes, link groups, targets, and all bytes of contents. Exclusions: see `umoci-rules.ts`.
 */
export class UnpackedTreeComparison implements TarHandler {
  readonly #options: UnpackedTreeOptions;
  readonly #opener = new ContentOpener();
  readonly #inodes = new Map<ByteString, Inode>();
  /** Paths of our entries that were not in the archive so far. */
  readonly #awaited: Set<ByteString>;
  /** The path under which the archive contained an inode of ours with its content. */
  readonly #firstNames = new Map<NonDirectoryInode, ByteString>();
  /** Our inodes other than files and symbolic links, by umoci's inode number. */
  readonly #byNumber = new Map<bigint, NonDirectoryInode>();
  /** Paths of aufs files that umoci unpacked, and our inode for each. */
  readonly #leftovers = new Map<ByteString, NonDirectoryInode | undefined>();
  readonly #differences: string[] = [];
  #differenceCount = 0;
  /** Directories in the archive whose modes deny access to their owner. */
  readonly #closed = new Set<ByteString>();
  /** Differences that count only if the disk supports `user.*` attributes. */
  readonly #missingUserAttributes: Difference[] = [];
  #hasUserAttributes = false;
  #file: { readonly path: ByteString; readonly content: ContentReader; position: number } | undefined;
  #buffer = Buffer.allocUnsafeSlow(64 * 1024);

  constructor(tree: FileTree, options: UnpackedTreeOptions) {
    this.#options = options;
    for (const { path, inode } of tree.entries()) this.#inodes.set(path, inode);
    this.#awaited = new Set(this.#inodes.keys());
  }

  entry(entry: TarEntry): void {
    this.#closeFile();
    const path = pathOf(entry.path);
    if (isLeftover(splitPath(path))) {
      // umoci unpacks aufs files as regular files. Their other names are links to them in the archive.
      this.#leftovers.set(path, undefined);
      return;
    }
    if (entry.kind === 'directory' && isClosed(entry)) this.#closed.add(path);
    const inode = this.#inodes.get(path);
    this.#awaited.delete(path);
    if (inode === undefined) this.#differ(path, 'entry', NO_ENTRY, describeKind(entry.kind));
    else if (entry.kind === 'hardlink') this.#compareLink(path, inode, pathOf(entry.target));
    else {
      this.#compareKind(path, inode, entry);
      this.#compareMetadata(path, inode, entry);
    }
  }

  data(bytes: Buffer): void {
    const file = this.#file;
    if (file === undefined) return;
    for (let at = 0; at < bytes.length; ) {
      const theirs = bytes.subarray(at, at + this.#buffer.length);
      const ours = this.#buffer.subarray(0, theirs.length);
      file.content.read(ours, file.position);
      if (!ours.equals(theirs)) {
        const at = file.position + theirs.findIndex((byte, index) => byte !== ours[index]);
        this.#differ(file.path, 'content', 'the expected bytes', `different from byte ${at} on`);
        this.#closeFile();
        return;
      }
      file.position += theirs.length;
      at += theirs.length;
    }
  }

  /** Returns the result. To be called at the end of the archive. */
  finish(): UnpackedTreeResult {
    this.#closeFile();
    if (this.#hasUserAttributes) for (const difference of this.#missingUserAttributes) this.#differ(...difference);
    let unreadableCount = 0;
    for (const path of this.#awaited) {
      if (this.#isUnreadable(path)) unreadableCount += 1;
      else this.#differ(path, 'entry', describeKind(this.#inodes.get(path)?.kind ?? ''), NO_ENTRY);
    }
    return {
      differences: this.#differences,
      differenceCount: this.#differenceCount,
      entryCount: this.#inodes.size,
      unreadableCount,
      isWithoutUserAttributes: !this.#hasUserAttributes && this.#missingUserAttributes.length > 0,
    };
  }

  #compareKind(path: ByteString, inode: Inode, entry: Exclude<TarEntry, { kind: 'hardlink' }>): void {
    if (inode.kind !== 'directory') this.#compareFirstName(path, inode);
    // With --rootless, umoci creates empty files instead of devices.
    const theirKind = isDevice(inode) && entry.kind === 'file' && entry.size === 0 ? inode.kind : entry.kind;
    if (inode.kind !== theirKind) {
      this.#differ(path, 'kind', describeKind(inode.kind), describeKind(entry.kind));
    } else if (entry.kind === 'symlink' && inode.kind === 'symlink') {
      this.#compare(path, 'target', displayByteString(inode.target), displayByteString(entry.target));
    } else if (entry.kind === 'file' && inode.kind === 'file') {
      const { content } = inode;
      this.#compare(path, 'size', String(content.size), String(entry.size));
      if (content.size !== entry.size) return;
      this.#file = { path, content: this.#opener.open(content), position: 0 };
    }
  }

  /** Compares an entry that is not a link in the archive: a file must not be a link to an earlier entry in our tree. */
  #compareFirstName(path: ByteString, inode: NonDirectoryInode): void {
    const first = this.#firstNames.get(inode);
    if (first === undefined) this.#firstNames.set(inode, path);
    const ours = first === undefined ? 'separate' : `the same as ${displayByteString(first)}`;
    if (inode.kind === 'file' || inode.kind === 'symlink') {
      if (first !== undefined) this.#differ(path, 'link group', ours, 'separate');
      return;
    }
    const number = this.#options.inodeNumberOf(path);
    if (number === undefined) return;
    const theirs = this.#byNumber.get(number);
    this.#byNumber.set(number, inode);
    const isSame = theirs === undefined ? first === undefined : theirs === inode;
    if (!isSame) this.#differ(path, 'link group', ours, theirs === undefined ? 'separate' : 'a different one');
  }

  #compareLink(path: ByteString, inode: Inode, target: ByteString): void {
    if (inode.kind !== 'directory' && this.#inodeAt(target, inode) === inode) return;
    this.#differ(path, 'link group', 'a different one', `the same as ${displayByteString(target)}`);
  }

  /** Our inode at a path of the archive. For an aufs file, that of the first link to it. */
  #inodeAt(path: ByteString, inode: NonDirectoryInode): Inode | undefined {
    if (!this.#leftovers.has(path)) return this.#inodes.get(path);
    const known = this.#leftovers.get(path) ?? inode;
    this.#leftovers.set(path, known);
    return known;
  }

  #compareMetadata(path: ByteString, inode: Inode, entry: TarEntry): void {
    const { treeTime, period } = this.#options;
    if (isCreatedDirectory(inode, treeTime)) return;
    this.#compare(path, 'mode', octal(inode.mode), octal(entry.mode));
    if (isKeptTime(inode.mtime) && !isSameTime(inode.mtime, entry.mtime) && !isTouchedDirectory(entry, period)) {
      this.#differ(path, 'mtime', describeTime(inode.mtime), describeTime(entry.mtime));
    }
    // A file that umoci may not change keeps the attributes of a lower layer (xattr(7)).
    if (this.#options.unpackedBy === 'owner' && !isWritable(inode)) return;
    this.#compareOwner(path, inode, entry);
    this.#compareAttributes(path, inode, entry);
  }

  #compareOwner(path: ByteString, inode: Inode, entry: TarEntry): void {
    if (!isOwnerNoted(inode.kind)) return;
    const value = entry.xattrs.get(ROOTLESS_OWNER);
    const { uid, gid } = value === undefined ? NO_NOTE : (notedOwner(value) ?? UNKNOWN_OWNER);
    const difference: Difference = [path, 'owner', `${inode.uid}:${inode.gid}`, `${uid}:${gid}`];
    if (value === undefined) this.#missAttribute(ROOTLESS_OWNER, difference);
    else this.#compare(...difference);
  }

  #compareAttributes(path: ByteString, inode: Inode, entry: TarEntry): void {
    for (const name of new Set([...inode.xattrs.keys(), ...entry.xattrs.keys()])) {
      if (name.startsWith(USER_ATTRIBUTE)) this.#hasUserAttributes ||= entry.xattrs.has(name);
      if (name === ROOTLESS_OWNER) continue;
      const ours = attributeOf(inode, name, inode.kind);
      const theirs = attributeOf(entry, name, inode.kind);
      if (ours !== undefined && !isHeldInNamespace(name, ours) && this.#options.unpackedBy === 'root') continue;
      const difference: Difference = [path, displayByteString(name), describeValue(ours), describeValue(theirs)];
      if (theirs === undefined) this.#missAttribute(name, difference);
      else this.#compare(...difference);
    }
  }

  /** Handles an attribute that umoci did not set. It is not a difference if umoci may not set it, or the disk cannot hold it. */
  #missAttribute(name: ByteString, difference: Difference): void {
    const [, , ours, theirs] = difference;
    if (this.#options.unpackedBy === 'owner' || ours === theirs) return;
    if (name.startsWith(USER_ATTRIBUTE)) this.#missingUserAttributes.push(difference);
    else this.#differ(...difference);
  }

  #compare(path: ByteString, what: string, ours: string, theirs: string): void {
    if (ours !== theirs) this.#differ(path, what, ours, theirs);
  }

  #differ(path: ByteString, what: string, ours: string, theirs: string): void {
    this.#differenceCount += 1;
    if (this.#differences.length === MAX_DIFFERENCES) return;
    this.#differences.push(`/${displayByteString(path)}: ${what}: fledge: ${ours}, umoci: ${theirs}`);
  }

  /** True if modes explain why an entry is not in the archive: the archiving program could not read or reach it. */
  #isUnreadable(path: ByteString): boolean {
    const { readBy, treeTime } = this.#options;
    if (readBy === 'root') return false;
    const inode = this.#inodes.get(path);
    if (inode !== undefined && (inode.kind === 'file' || isDevice(inode)) && (inode.mode & OWNER_READS) === 0)
      return true;
    if (inode?.kind === 'directory') {
      if (isClosed(inode) || this.#closed.has(path)) return true;
      // umoci may have kept the mode of a lower layer, and GNU tar omits directories that it cannot open.
      if (this.#awaited.has(path) && isCreatedDirectory(inode, treeTime)) return true;
    }
    return path !== '' && this.#isUnreadable(path.slice(0, Math.max(0, path.lastIndexOf('/'))) as ByteString);
  }

  #closeFile(): void {
    this.#file?.content.close();
    this.#file = undefined;
  }
}

/** Removes the `./` that GNU tar writes for the directory itself and before each name. */
function pathOf(path: ByteString): ByteString {
  return path.replace(/^\.\/?/, '').replace(/\/$/, '') as ByteString;
}

function attributeOf({ xattrs }: Pick<Inode, 'xattrs'>, name: ByteString, kind: Inode['kind']): Uint8Array | undefined {
  const value = xattrs.get(name);
  return value !== undefined && isKeptAttribute(name, value, kind) ? value : undefined;
}

function describeValue(value: Uint8Array | undefined): string {
  if (value === undefined) return NO_ENTRY;
  const shown = Buffer.from(value.subarray(0, MAX_SHOWN_BYTES)).toString('hex');
  if (value.length <= MAX_SHOWN_BYTES) return `0x${shown}`;
  const digest = createHash('sha256').update(value).digest('hex').slice(0, 16);
  return `0x${shown}… (${value.length} bytes, SHA-256 ${digest}…)`;
}

function describeKind(kind: string): string {
  return `a ${kind.replace('-', ' ')}`;
}

function octal(mode: number): string {
  return mode.toString(8).padStart(4, '0');
}

function describeTime({ seconds, nanoseconds }: Timestamp): string {
  return `${seconds}.${String(nanoseconds).padStart(9, '0')}`;
}

/** True if the mode of a directory does not let its owner list or enter it. */
function isClosed({ mode }: { readonly mode: number }): boolean {
  return (mode & OWNER_ENTERS) !== OWNER_ENTERS;
}

/** True for devices: umoci creates empty files instead, and records their owners, too. */
function isDevice({ kind }: Inode): boolean {
  return kind === 'char-device' || kind === 'block-device';
}
