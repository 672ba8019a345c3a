import {
  chmodSync,
  chownSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  ftruncateSync,
  futimesSync,
  lchownSync,
  linkSync,
  lstatSync,
  lutimesSync,
  mkdirSync,
  openSync,
  rmdirSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
} from 'node:fs';
import type { InsideEntry, InsidePiece } from '../inside/entry.ts';
import { type ByteString, bytesOf, compareByteStrings } from '../support/byte-string.ts';
import { FledgeError, systemCodeOf, writeFailureOf } from '../support/errors.ts';
import { writeFully } from '../support/files/write-file.ts';
import { atExit } from '../support/process/cleanup.ts';
import type { Timestamp } from '../tree/entry.ts';
import { TargetDirectory } from './target-directory.ts';
import type { Receiver } from './visit.ts';

/** Creates a device or a fifo with this name in a directory; false if that is not possible here. */
export type MakeNode = (directory: string, name: string, entry: InsideEntry) => Promise<boolean>;

/** What is extracted, and how. */
export interface DirectoryOptions {
  /** Whether existing entries other than directories are replaced, and existing directories get the metadata of the artifact. */
  readonly overwrite: boolean;
  /** Whether owners, setuid and setgid bits are restored, and devices are created. Only root can do that. */
  readonly sameOwner: boolean;
  /** Whether the directory itself gets the metadata of the root of the artifact. */
  readonly isNew: boolean;
  /** Whether a later entry with the same path replaces an earlier one, as in concatenated archives. */
  readonly laterReplaces: boolean;
  readonly makeNode: MakeNode;
  onBytes(bytes: number): void;
}

/** What was created, and what could not be. */
export interface Extracted {
  entries: number;
  files: number;
  directories: number;
  links: number;
  /** Of the data, without holes. */
  bytes: number;
  skipped: {
    devices: number;
    sockets: number;
    fifos: number;
    /** Entries whose extended attributes were not restored. */
    xattrs: number;
    /** Entries that lost setuid or setgid. */
    specialBits: number;
  };
}

interface LateDirectory {
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly mtime: Timestamp;
}

/** Until all its entries are there; a parent that the artifact makes read-only must be writable until then. */
const EARLY_MODE = 0o700;
const SPECIAL_BITS = 0o6000;
const NO_FILE = { dev: -1n, ino: -1n };
const CREATE = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;

/** Creates entries below a directory. Metadata of directories are set at the end, by `finish`. */
export class DirectoryReceiver implements Receiver {
  readonly result: Extracted = {
    entries: 0,
    files: 0,
    directories: 0,
    links: 0,
    bytes: 0,
    skipped: { devices: 0, sockets: 0, fifos: 0, xattrs: 0, specialBits: 0 },
  };
  readonly #target: TargetDirectory;
  readonly #options: DirectoryOptions;
  readonly #umask = process.umask();
  readonly #late = new Map<ByteString, LateDirectory>();
  /** The files with several names that were created here, for links to them. */
  readonly #linked = new Map<ByteString, { readonly dev: bigint; readonly ino: bigint }>();
  /** Only if later entries replace earlier ones. */
  readonly #own: Set<ByteString> | undefined;

  constructor(path: string, options: DirectoryOptions) {
    this.#target = new TargetDirectory(path, (created) => this.#own?.add(created));
    this.#options = options;
    this.#own = options.laterReplaces ? new Set() : undefined;
  }

  receive(entry: InsideEntry): Promise<void> | void {
    switch (entry.kind) {
      case 'directory':
        return this.#directory(entry);
      case 'file':
        return this.#file(entry);
      case 'symlink':
        return this.#symlink(entry);
      case 'socket':
        this.result.skipped.sockets += 1;
        return undefined;
      default:
        return this.#node(entry);
    }
  }

  link(entry: InsideEntry, first: ByteString): void {
    const known = this.#linked.get(first);
    if (known === undefined) {
      this.#countSkipped(entry);
      return;
    }
    this.#attempt(entry.path, () => {
      const held = this.#target.hold(first);
      try {
        const { dev, ino } = lstatSync(held.place, { bigint: true });
        if (dev !== known.dev || ino !== known.ino) throw this.#replaced(entry.path, first);
        const place = this.#target.place(entry.path);
        this.#make(entry.path, place, () => linkSync(held.place, place));
      } finally {
        held.release();
      }
    });
    this.result.entries += 1;
    this.result.links += 1;
  }

  close(): void {
    this.#target.close();
  }

  /** Sets the metadata of directories, the deepest first. */
  finish(): void {
    // A directory is after its parent in the order of paths.
    for (const path of [...this.#late.keys()].sort(compareByteStrings).reverse()) {
      const late = this.#late.get(path);
      if (late === undefined) continue;
      const { mode, uid, gid, mtime } = late;
      this.#attempt(path, () => {
        let place: string;
        try {
          place = this.#target.placeOfDirectory(path);
        } catch (error) {
          // A later entry of the archive has replaced it.
          if (this.#own !== undefined && error instanceof FledgeError) return;
          throw error;
        }
        if (this.#options.sameOwner) chownSync(place, uid, gid);
        chmodSync(place, this.#permitted(mode));
        utimesSync(place, ...times(mtime));
      });
    }
  }

  #replaced(path: ByteString, first: ByteString): FledgeError {
    const reason = `${this.#target.show(first)}, which it is a link to, was replaced`;
    return new FledgeError('output', `cannot create ${this.#target.show(path)}: ${reason}`, {
      fix: 'extract into an empty directory',
    });
  }

  #directory(entry: InsideEntry): Promise<void> | void {
    const { path, mode, uid, gid, mtime } = entry;
    this.result.entries += 1;
    this.result.directories += 1;
    let isOwn = path === '' ? this.#options.isNew : this.#own?.has(path) === true;
    if (path !== '') {
      this.#attempt(path, () => {
        const place = this.#target.place(path);
        if (lstatOf(place)?.isDirectory() === true) return;
        this.#make(path, place, () => mkdirSync(place, EARLY_MODE));
        isOwn = true;
      });
    }
    if (!isOwn && !this.#options.overwrite) return undefined;
    this.#countLostBits(mode);
    this.#late.set(path, { mode, uid, gid, mtime });
    return this.#countXattrs(entry);
  }

  async #file(entry: InsideEntry): Promise<void> {
    const { path, mode, size, uid, gid, mtime } = entry;
    const { sameOwner, onBytes } = this.#options;
    const content = entry.content();
    // The first piece of most files is the whole file. It is read before the file is created.
    let piece: IteratorResult<InsidePiece, unknown> = await content.next();
    const place = this.#target.place(path);
    let descriptor = -1;
    const permitted = this.#permitted(mode);
    this.#attempt(path, () =>
      this.#make(path, place, () => {
        descriptor = openSync(place, CREATE, permitted & 0o777);
      }),
    );
    const remove = (): void => {
      try {
        unlinkSync(place);
      } catch {
        // The error that is thrown is more important.
      }
    };
    // Between the pieces, other work and signals are handled.
    let forget: (() => void) | undefined;
    try {
      let end = 0;
      while (piece.done !== true) {
        const { offset, bytes } = piece.value;
        this.#attempt(path, () => writeFully(descriptor, bytes, offset));
        end = offset + bytes.length;
        this.result.bytes += bytes.length;
        onBytes(bytes.length);
        forget ??= atExit(remove);
        piece = await content.next();
      }
      this.#attempt(path, () => {
        if (end < size) ftruncateSync(descriptor, size);
        if (sameOwner) fchownSync(descriptor, uid, gid);
        if ((permitted & ~this.#umask & 0o777) !== permitted || sameOwner) fchmodSync(descriptor, permitted);
        futimesSync(descriptor, ...times(mtime));
        if (entry.links > 1) this.#remember(path, descriptor);
      });
    } catch (error) {
      remove();
      throw error;
    } finally {
      forget?.();
      closeSync(descriptor);
    }
    this.result.entries += 1;
    this.result.files += 1;
    this.#countLostBits(mode);
    await this.#countXattrs(entry);
  }

  #symlink(entry: InsideEntry): Promise<void> | void {
    const { path, target = '' as ByteString, uid, gid, mtime } = entry;
    this.#attempt(path, () => {
      const place = this.#target.place(path);
      this.#make(path, place, () => symlinkSync(bytesOf(target), place));
      if (this.#options.sameOwner) lchownSync(place, uid, gid);
      lutimesSync(place, ...times(mtime));
      if (entry.links > 1) this.#rememberPlace(path, place);
    });
    this.result.entries += 1;
    return this.#countXattrs(entry);
  }

  async #node(entry: InsideEntry): Promise<void> {
    const { path, kind, mode, uid, gid, mtime } = entry;
    const { sameOwner, makeNode } = this.#options;
    if (kind !== 'fifo' && !sameOwner) {
      this.#countSkipped(entry);
      return;
    }
    const place = this.#target.place(path);
    const directory = this.#target.lastDirectory;
    const temporary = `fledge-node-${process.pid}`;
    if (!(await makeNode(directory, temporary, entry))) {
      this.#countSkipped(entry);
      return;
    }
    // A name need not be UTF-8, and arguments of programs must be.
    this.#attempt(path, () => {
      try {
        this.#make(path, place, () => linkSync(`${directory}/${temporary}`, place));
      } finally {
        unlinkSync(`${directory}/${temporary}`);
      }
    });
    this.#attempt(path, () => {
      if (sameOwner) lchownSync(place, uid, gid);
      // The node was created above in a directory that is open, and is not a link.
      chmodSync(place, this.#permitted(mode));
      lutimesSync(place, ...times(mtime));
      if (entry.links > 1) this.#rememberPlace(path, place);
    });
    this.result.entries += 1;
    await this.#countXattrs(entry);
  }

  /** Creates something at a place; what is there is replaced if the options say so. */
  #make(path: ByteString, place: string | Buffer, create: () => void): void {
    try {
      create();
    } catch (error) {
      if (systemCodeOf(error) !== 'EEXIST') throw error;
      const isOwn = this.#own?.has(path) === true;
      if (!isOwn && !this.#options.overwrite) {
        throw new FledgeError('output', `cannot create ${this.#target.show(path)}: it already exists`, {
          fix: 'extract into an empty directory, or add --overwrite to replace what exists',
        });
      }
      if (lstatOf(place)?.isDirectory() === true) removeEmpty(place, this.#target.show(path));
      else unlinkSync(place);
      // Its inode number can be used again.
      if (this.#linked.has(path)) this.#linked.set(path, NO_FILE);
      create();
    }
    this.#own?.add(path);
  }

  #attempt(path: ByteString, work: () => void): void {
    try {
      work();
    } catch (error) {
      if (error instanceof FledgeError) throw error;
      const isFull = ['ENOSPC', 'EDQUOT'].includes(systemCodeOf(error) ?? '');
      throw new FledgeError('output', `cannot write ${this.#target.show(path)}: ${writeFailureOf(error)}`, {
        cause: error,
        fix: isFull ? 'free some space, or name a directory on another disk with -C' : 'name another directory with -C',
      });
    }
  }

  #permitted(mode: number): number {
    return this.#options.sameOwner ? mode : mode & ~SPECIAL_BITS;
  }

  #remember(path: ByteString, descriptor: number): void {
    const { dev, ino } = fstatSync(descriptor, { bigint: true });
    this.#linked.set(path, { dev, ino });
  }

  #rememberPlace(path: ByteString, place: string | Buffer): void {
    const { dev, ino } = lstatSync(place, { bigint: true });
    this.#linked.set(path, { dev, ino });
  }

  #countLostBits(mode: number): void {
    if (!this.#options.sameOwner && (mode & SPECIAL_BITS) !== 0) this.result.skipped.specialBits += 1;
  }

  async #countXattrs(entry: InsideEntry): Promise<void> {
    if ((await entry.xattrs()).size > 0) this.result.skipped.xattrs += 1;
  }

  #countSkipped({ kind }: InsideEntry): void {
    const { skipped } = this.result;
    if (kind === 'fifo') skipped.fifos += 1;
    else if (kind === 'socket') skipped.sockets += 1;
    else skipped.devices += 1;
  }
}

function lstatOf(place: string | Buffer): ReturnType<typeof lstatSync> | undefined {
  return lstatSync(place, { throwIfNoEntry: false });
}

function removeEmpty(place: string | Buffer, shown: string): void {
  try {
    rmdirSync(place);
  } catch (error) {
    throw new FledgeError('output', `cannot replace ${shown}: it is a directory that is not empty`, {
      cause: error,
      fix: 'extract into an empty directory',
    });
  }
}

/** The arguments of utimes(2) in Node. It replaces negative numbers by the present, but accepts them as text. */
function times({ seconds, nanoseconds }: Timestamp): [string | number, string | number] {
  const time = seconds + nanoseconds / 1e9;
  const value = time < 0 ? String(time) : time;
  return [value, value];
}
