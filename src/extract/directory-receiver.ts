import {
  chmodSync,
  chownSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  ftruncateSync,
  futimesSync,
  lchownSync,
  linkSync,
  lutimesSync,
  mkdirSync,
  openSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
} from 'node:fs';
import type { InsideEntry, InsidePiece } from '../inside/entry.ts';
import { type ByteString, bytesOf, compareByteStrings } from '../support/byte-string.ts';
import { FledgeError } from '../support/errors.ts';
import { writeFully } from '../support/files/write-file.ts';
import { atExit } from '../support/process/cleanup.ts';
import type { Timestamp } from '../tree/entry.ts';
import { CreatedEntries, type CreationOptions, lstatOf } from './created-entries.ts';
import { countSkipped, type Extracted, nothingExtracted } from './extracted.ts';
import type { Receiver } from './visit.ts';

/** Creates a device or a fifo with this name in a directory; false if that is not possible here. */
export type MakeNode = (directory: string, name: string, entry: InsideEntry) => Promise<boolean>;

/** What is extracted, and how. */
export interface DirectoryOptions extends CreationOptions {
  /** Whether owners, setuid and setgid bits are restored, and devices are created. Only root can do that. */
  readonly sameOwner: boolean;
  /** Whether the directory itself gets the metadata of the root of the artifact. */
  readonly isNew: boolean;
  readonly makeNode: MakeNode;
  onBytes(bytes: number): void;
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
const CREATE = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;

/** Creates entries below a directory. Metadata of directories are set at the end, by `finish`. */
export class DirectoryReceiver implements Receiver {
  readonly result: Extracted = nothingExtracted();
  readonly #created: CreatedEntries;
  readonly #options: DirectoryOptions;
  readonly #umask = process.umask();
  readonly #late = new Map<ByteString, LateDirectory>();

  constructor(path: string, options: DirectoryOptions) {
    this.#created = new CreatedEntries(path, options);
    this.#options = options;
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
        countSkipped(this.result, entry);
        return undefined;
      default:
        return this.#node(entry);
    }
  }

  link(entry: InsideEntry, first: ByteString): void {
    if (!this.#created.link(entry.path, first)) {
      countSkipped(this.result, entry);
      return;
    }
    this.result.entries += 1;
    this.result.links += 1;
  }

  close(): void {
    this.#created.target.close();
  }

  /** Sets the metadata of directories, the deepest first. */
  finish(): void {
    // A directory is after its parent in the order of paths.
    for (const path of [...this.#late.keys()].sort(compareByteStrings).reverse()) {
      const late = this.#late.get(path);
      if (late === undefined) continue;
      const { mode, uid, gid, mtime } = late;
      this.#created.attempt(path, () => {
        let place: string;
        try {
          place = this.#created.target.placeOfDirectory(path);
        } catch (error) {
          // A later entry of the archive has replaced it.
          if (this.#options.laterReplaces && error instanceof FledgeError) return;
          throw error;
        }
        if (this.#options.sameOwner) chownSync(place, uid, gid);
        chmodSync(place, this.#permitted(mode));
        utimesSync(place, ...times(mtime));
      });
    }
  }

  #directory(entry: InsideEntry): Promise<void> | void {
    const { path, mode, uid, gid, mtime } = entry;
    this.result.entries += 1;
    this.result.directories += 1;
    let isOwn = path === '' ? this.#options.isNew : this.#created.isOwn(path);
    if (path !== '') {
      this.#created.attempt(path, () => {
        const place = this.#created.target.place(path);
        if (lstatOf(place)?.isDirectory() === true) return;
        this.#created.make(path, place, () => mkdirSync(place, EARLY_MODE));
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
    const place = this.#created.target.place(path);
    let descriptor = -1;
    const permitted = this.#permitted(mode);
    this.#created.attempt(path, () =>
      this.#created.make(path, place, () => {
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
        this.#created.attempt(path, () => writeFully(descriptor, bytes, offset));
        end = offset + bytes.length;
        this.result.bytes += bytes.length;
        onBytes(bytes.length);
        forget ??= atExit(remove);
        piece = await content.next();
      }
      this.#created.attempt(path, () => {
        if (end < size) ftruncateSync(descriptor, size);
        if (sameOwner) fchownSync(descriptor, uid, gid);
        if ((permitted & ~this.#umask & 0o777) !== permitted || sameOwner) fchmodSync(descriptor, permitted);
        futimesSync(descriptor, ...times(mtime));
        if (entry.links > 1) this.#created.remember(path, descriptor);
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
    this.#created.attempt(path, () => {
      const place = this.#created.target.place(path);
      this.#created.make(path, place, () => symlinkSync(bytesOf(target), place));
      if (this.#options.sameOwner) lchownSync(place, uid, gid);
      lutimesSync(place, ...times(mtime));
      if (entry.links > 1) this.#created.rememberPlace(path, place);
    });
    this.result.entries += 1;
    return this.#countXattrs(entry);
  }

  async #node(entry: InsideEntry): Promise<void> {
    const { path, kind, mode, uid, gid, mtime } = entry;
    const { sameOwner, makeNode } = this.#options;
    if (kind !== 'fifo' && !sameOwner) {
      countSkipped(this.result, entry);
      return;
    }
    const place = this.#created.target.place(path);
    const directory = this.#created.target.lastDirectory;
    const temporary = `fledge-node-${process.pid}`;
    if (!(await makeNode(directory, temporary, entry))) {
      countSkipped(this.result, entry);
      return;
    }
    // A name need not be UTF-8, and arguments of programs must be.
    this.#created.attempt(path, () => {
      try {
        this.#created.make(path, place, () => linkSync(`${directory}/${temporary}`, place));
      } finally {
        unlinkSync(`${directory}/${temporary}`);
      }
    });
    this.#created.attempt(path, () => {
      if (sameOwner) lchownSync(place, uid, gid);
      // The node was created above in a directory that is open, and is not a link.
      chmodSync(place, this.#permitted(mode));
      lutimesSync(place, ...times(mtime));
      if (entry.links > 1) this.#created.rememberPlace(path, place);
    });
    this.result.entries += 1;
    await this.#countXattrs(entry);
  }

  #permitted(mode: number): number {
    return this.#options.sameOwner ? mode : mode & ~SPECIAL_BITS;
  }

  #countLostBits(mode: number): void {
    if (!this.#options.sameOwner && (mode & SPECIAL_BITS) !== 0) this.result.skipped.specialBits += 1;
  }

  async #countXattrs(entry: InsideEntry): Promise<void> {
    if ((await entry.xattrs()).size > 0) this.result.skipped.xattrs += 1;
  }
}

/** The arguments of utimes(2) in Node. It replaces negative numbers by the present, but accepts them as text. */
function times({ seconds, nanoseconds }: Timestamp): [string | number, string | number] {
  const time = seconds + nanoseconds / 1e9;
  const value = time < 0 ? String(time) : time;
  return [value, value];
}
