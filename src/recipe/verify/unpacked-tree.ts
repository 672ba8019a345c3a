import { createHash } from 'node:crypto';
import { ContentOpener, type ContentReader } from '../../formats/content-reader.ts';
import type { TarEntry, TarHandler } from '../../sources/image/layer/tar.ts';
import { type ByteString, displayByteString } from '../../support/byte-string.ts';
import type { Inode, LeafInode, Timestamp } from '../../tree/entry.ts';
import { isLeftover } from '../../tree/layers.ts';
import { type FileTree, splitPath } from '../../tree/tree.ts';
import {
  isCreatedDirectory,
  isKeptAttribute,
  isKeptTime,
  isSameTime,
  isTouchedDirectory,
  notedOwner,
  type Period,
  ROOTLESS_OWNER,
} from './umoci-rules.ts';

export interface UnpackedTreeOptions {
  /** What our tree gives to directories that no layer has. */
  readonly treeTime: Timestamp;
  /** When umoci ran. */
  readonly period: Period;
  /** As `root` umoci restores everything; as `user` no owners, no devices, and of attributes what it may. */
  readonly unpackedAs: 'root' | 'user';
  /** Tells the inodes of what was unpacked apart: GNU tar archives devices and fifos under each name anew. */
  readonly inodeNumberOf: (path: ByteString) => bigint;
}

export interface UnpackedTreeResult {
  /** One line each, the first ones of all. */
  readonly differences: readonly string[];
  readonly differenceCount: number;
  readonly entryCount: number;
  /** Entries that a user could not read back, because their modes keep even their owner out. */
  readonly unreadableCount: number;
}

const MAX_DIFFERENCES = 20;
/** Permission bits of an owner: to read a file, and to read a directory and reach what is in it. */
const OWNER_READS = 0o400;
const OWNER_ENTERS = 0o500;
/** The permission bit of an owner to change a file and its `user.*` attributes. */
const OWNER_WRITES = 0o200;
const NO_ENTRY = 'is not there';
/** Of the value of an attribute, in a difference. */
const MAX_SHOWN_BYTES = 64;

/**
 * Compares our tree of an image's layers with what somebody else has unpacked, entry for entry, while that comes out of
 * an archive: kind, mode, owner, time, attributes, link groups, targets, device numbers, and every byte of contents.
 * What is not compared says `umoci-rules.ts`.
 */
export class UnpackedTreeComparison implements TarHandler {
  readonly #options: UnpackedTreeOptions;
  readonly #opener = new ContentOpener();
  readonly #inodes = new Map<ByteString, Inode>();
  /** Ours that have not come yet. */
  readonly #awaited: Set<ByteString>;
  /** The name under which an inode of ours has come with its content. */
  readonly #firstNames = new Map<LeafInode, ByteString>();
  /** Our inodes that are no files, by the numbers of theirs. */
  readonly #byNumber = new Map<bigint, LeafInode>();
  /** What umoci has of aufs, and which inode of ours it is. */
  readonly #leftovers = new Map<ByteString, LeafInode | undefined>();
  readonly #differences: string[] = [];
  #differenceCount = 0;
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
      // umoci has what aufs left as files like others. Its other names come as links to it.
      this.#leftovers.set(path, undefined);
      return;
    }
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
        this.#differ(file.path, 'content', 'one', `another from byte ${at} on`);
        this.#closeFile();
        return;
      }
      file.position += theirs.length;
      at += theirs.length;
    }
  }

  /** To be called when the archive has ended. */
  finish(): UnpackedTreeResult {
    this.#closeFile();
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
    };
  }

  #compareKind(path: ByteString, inode: Inode, entry: Exclude<TarEntry, { kind: 'hardlink' }>): void {
    if (inode.kind !== 'directory') this.#compareFirstName(path, inode);
    const isDevice = inode.kind === 'char-device' || inode.kind === 'block-device';
    // A user may make no devices; umoci makes empty files in their places.
    if (isDevice && this.#options.unpackedAs === 'user' && entry.kind === 'file' && entry.size === 0) return;
    if (inode.kind !== entry.kind) {
      this.#differ(path, 'kind', describeKind(inode.kind), describeKind(entry.kind));
    } else if (entry.kind === 'symlink' && inode.kind === 'symlink') {
      this.#compare(path, 'target', displayByteString(inode.target), displayByteString(entry.target));
    } else if (entry.kind === 'file' && inode.kind === 'file') {
      const { content } = inode;
      this.#compare(path, 'size', String(content.size), String(entry.size));
      if (content.size !== entry.size) return;
      this.#file = { path, content: this.#opener.open(content), position: 0 };
    } else if (isDevice && (entry.kind === 'char-device' || entry.kind === 'block-device')) {
      this.#compare(path, 'device', `${inode.major}:${inode.minor}`, `${entry.major}:${entry.minor}`);
    }
  }

  /** It comes as itself and not as a link, so a file must not be one that has come under another name. */
  #compareFirstName(path: ByteString, inode: LeafInode): void {
    const first = this.#firstNames.get(inode);
    if (first === undefined) this.#firstNames.set(inode, path);
    const ours = first === undefined ? 'one of its own' : `that of ${displayByteString(first)}`;
    if (inode.kind === 'file' || inode.kind === 'symlink') {
      if (first !== undefined) this.#differ(path, 'link group', ours, 'one of its own');
      return;
    }
    const number = this.#options.inodeNumberOf(path);
    const theirs = this.#byNumber.get(number);
    this.#byNumber.set(number, inode);
    const isSame = theirs === undefined ? first === undefined : theirs === inode;
    if (!isSame) this.#differ(path, 'link group', ours, theirs === undefined ? 'one of its own' : 'another one');
  }

  #compareLink(path: ByteString, inode: Inode, target: ByteString): void {
    if (inode.kind !== 'directory' && this.#inodeAt(target, inode) === inode) return;
    this.#differ(path, 'link group', 'another one', `that of ${displayByteString(target)}`);
  }

  /** Ours at a path that has come; for what aufs left, the one that came as a link to it first. */
  #inodeAt(path: ByteString, inode: LeafInode): Inode | undefined {
    if (!this.#leftovers.has(path)) return this.#inodes.get(path);
    const known = this.#leftovers.get(path) ?? inode;
    this.#leftovers.set(path, known);
    return known;
  }

  #compareMetadata(path: ByteString, inode: Inode, entry: TarEntry): void {
    const { treeTime, period, unpackedAs } = this.#options;
    if (inode.kind !== entry.kind && unpackedAs === 'root') return;
    if (isCreatedDirectory(inode, treeTime)) return;
    this.#compare(path, 'mode', octal(inode.mode), octal(entry.mode));
    const noted = isWritable(inode) ? notedOwner(entry.xattrs.get(ROOTLESS_OWNER)) : undefined;
    const owner = unpackedAs === 'root' ? entry : noted;
    if (owner !== undefined) {
      this.#compare(path, 'owner', `${inode.uid}:${inode.gid}`, `${owner.uid}:${owner.gid}`);
    }
    if (isKeptTime(inode.mtime) && !isSameTime(inode.mtime, entry.mtime) && !isTouchedDirectory(entry, period)) {
      this.#differ(path, 'mtime', describeTime(inode.mtime), describeTime(entry.mtime));
    }
    this.#compareAttributes(path, inode, entry);
  }

  #compareAttributes(path: ByteString, inode: Inode, entry: TarEntry): void {
    const isUser = this.#options.unpackedAs === 'user';
    if (isUser && !isWritable(inode)) return;
    for (const name of new Set([...inode.xattrs.keys(), ...entry.xattrs.keys()])) {
      const ours = attributeOf(inode, name, inode.kind);
      const theirs = attributeOf(entry, name, inode.kind);
      // Where umoci may not set one, it goes on without; owners that it may not set it notes in one of its own.
      if (isUser && (theirs === undefined || name === ROOTLESS_OWNER)) continue;
      this.#compare(path, displayByteString(name), describeValue(ours), describeValue(theirs));
    }
  }

  #compare(path: ByteString, what: string, ours: string, theirs: string): void {
    if (ours !== theirs) this.#differ(path, what, ours, theirs);
  }

  #differ(path: ByteString, what: string, ours: string, theirs: string): void {
    this.#differenceCount += 1;
    if (this.#differences.length === MAX_DIFFERENCES) return;
    this.#differences.push(`/${displayByteString(path)}: ${what}: ${ours}, and by umoci ${theirs}`);
  }

  /** Whether the owner of a file may not read it, or not reach it. */
  #isUnreadable(path: ByteString): boolean {
    if (this.#options.unpackedAs === 'root') return false;
    const inode = this.#inodes.get(path);
    // Devices are empty files then.
    const isFile = inode?.kind === 'file' || inode?.kind === 'char-device' || inode?.kind === 'block-device';
    if (isFile && (inode.mode & OWNER_READS) === 0) return true;
    const isClosed = inode?.kind === 'directory' && (inode.mode & OWNER_ENTERS) !== OWNER_ENTERS;
    if (isClosed || path === '') return isClosed;
    return this.#isUnreadable(path.slice(0, Math.max(0, path.lastIndexOf('/'))) as ByteString);
  }

  #closeFile(): void {
    this.#file?.content.close();
    this.#file = undefined;
  }
}

/** GNU tar writes `./` for the directory itself, and before each name. */
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

/**
 * Whether umoci may change attributes without the rights of root, and with them the owner that it notes in one. Where it may
 * not, it leaves what a lower layer has set (xattr(7)).
 */
function isWritable({ mode }: Inode): boolean {
  return (mode & OWNER_WRITES) !== 0;
}
