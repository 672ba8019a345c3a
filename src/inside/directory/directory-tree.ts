import { type BigIntStats, lstatSync, readdirSync, readlinkSync } from 'node:fs';
import {
  type ByteString,
  byteStringFromBytes,
  compareByteStrings,
  displayByteString,
} from '../../support/byte-string.ts';
import { FledgeError, readFailureOf, systemCodeOf } from '../../support/errors.ts';
import { MAX_PATH_BYTES } from '../../support/linux-limits.ts';
import { noContent } from '../content.ts';
import type { InsideEntry, InsideKind, InsidePiece } from '../entry.ts';
import { kindOfMode } from '../kind-of-mode.ts';
import { Turns } from '../turns.ts';
import { OpenDirectories } from './open-directories.ts';
import { ChangedMeanwhile, readFilePieces } from './read-file.ts';
import type { ReadXattrs } from './xattrs.ts';

export interface DirectoryTreeOptions {
  /** The path of the user, for messages. */
  readonly path: string;
  readonly readXattrs: ReadXattrs;
  readonly signal: AbortSignal | undefined;
}

const PERMISSIONS = 0o7777;
const NANOSECONDS = 1_000_000_000n;
/** The time for an entry, as bytes that are read in this time. */
const ENTRY_BYTES = 4096;

/** A directory whose names are being yielded. */
interface Level {
  readonly names: readonly ByteString[];
  readonly path: ByteString;
  /** In reverse order. */
  readonly todo: ByteString[];
}

/** The entries of a directory of this machine, mounted file systems included. Symbolic links are not followed. */
export class DirectoryTree {
  readonly #directories: OpenDirectories;
  readonly #options: DirectoryTreeOptions;
  readonly #turns = new Turns();

  /** @throws FledgeError `input` if the directory cannot be opened. */
  constructor(directory: string, options: DirectoryTreeOptions) {
    this.#options = options;
    try {
      this.#directories = new OpenDirectories(directory);
    } catch (error) {
      throw this.#explain(error, '' as ByteString);
    }
  }

  /**
   * The entries, as `Artifact` describes them.
   *
   * @throws FledgeError `input` if one cannot be read, or changes meanwhile, or has a path that is longer than 4,095 bytes.
   */
  async *entries(): AsyncGenerator<InsideEntry> {
    const numbers = new Map<string, number>();
    let last = 0;
    const numberOf = ({ dev, ino, nlink }: BigIntStats, kind: InsideKind): number => {
      if (kind === 'directory' || nlink === 1n) return ++last;
      const key = `${dev}:${ino}`;
      const number = numbers.get(key) ?? ++last;
      numbers.set(key, number);
      return number;
    };
    const levels: Level[] = [];
    const enter = (entry: InsideEntry, names: readonly ByteString[]): void => {
      if (entry.kind === 'directory') levels.push({ names, path: entry.path, todo: this.#namesIn(names, entry.path) });
    };
    const root = this.#entryAt([], undefined, numberOf);
    yield root;
    enter(root, []);
    for (let level = levels.at(-1); level !== undefined; level = levels.at(-1)) {
      const name = level.todo.pop();
      if (name === undefined) {
        levels.pop();
        continue;
      }
      this.#options.signal?.throwIfAborted();
      await this.#turns.after(ENTRY_BYTES);
      const entry = this.#entryAt(level.names, name, numberOf);
      yield entry;
      enter(entry, [...level.names, name]);
    }
  }

  close(): void {
    this.#directories.close();
  }

  #namesIn(names: readonly ByteString[], path: ByteString): ByteString[] {
    return this.#attempt(path, () =>
      readdirSync(this.#directories.pathIn(names), { encoding: 'buffer' })
        .map(byteStringFromBytes)
        .sort((a, b) => compareByteStrings(b, a)),
    );
  }

  #entryAt(
    parent: readonly ByteString[],
    name: ByteString | undefined,
    numberOf: (stats: BigIntStats, kind: InsideKind) => number,
  ): InsideEntry {
    const path = (name === undefined ? '' : [...parent, name].join('/')) as ByteString;
    if (path.length > MAX_PATH_BYTES) {
      const what = `a path in it has more than ${MAX_PATH_BYTES} bytes, the limit of Linux`;
      throw new FledgeError('input', `cannot read ${this.#options.path}: ${what}`, {
        fix: 'name a directory below it',
      });
    }
    const stats = this.#attempt(path, () => lstatSync(this.#directories.pathIn(parent, name), { bigint: true }));
    const { size, nlink, rdev, uid, gid } = stats;
    const mode = Number(stats.mode);
    const kind = kindOfMode(mode);
    if (kind === undefined) throw this.#explain(new Error('its type is unknown'), path);
    const isDevice = kind === 'char-device' || kind === 'block-device';
    return {
      ...{ path, kind, mode: mode & PERMISSIONS, uid: Number(uid), gid: Number(gid), mtime: timeOf(stats.mtimeNs) },
      ...{ size: Number(size), links: Number(nlink), ino: numberOf(stats, kind) },
      ...(kind === 'symlink' && { target: this.#targetOf(parent, name, path) }),
      ...(isDevice && { device: { major: majorOf(rdev), minor: minorOf(rdev) } }),
      xattrs: () => this.#options.readXattrs(path),
      content: () => (kind === 'file' ? this.#piecesOf(parent, name, { path, stats }) : noContent()),
    };
  }

  #targetOf(parent: readonly ByteString[], name: ByteString | undefined, path: ByteString): ByteString {
    const read = (): Buffer => readlinkSync(this.#directories.pathIn(parent, name), { encoding: 'buffer' });
    return byteStringFromBytes(this.#attempt(path, read));
  }

  async *#piecesOf(
    parent: readonly ByteString[],
    name: ByteString | undefined,
    { path, stats }: { readonly path: ByteString; readonly stats: BigIntStats },
  ): AsyncGenerator<InsidePiece> {
    const pathNow = (): Buffer => this.#directories.pathIn(parent, name);
    const { signal } = this.#options;
    try {
      yield* readFilePieces({ known: stats, pathNow, turns: this.#turns, signal });
    } catch (error) {
      throw signal?.aborted ? error : this.#explain(error, path);
    }
  }

  #attempt<T>(path: ByteString, read: () => T): T {
    try {
      return read();
    } catch (error) {
      throw this.#explain(error, path);
    }
  }

  #explain(error: unknown, path: ByteString): FledgeError {
    const { path: root } = this.#options;
    const shown = path === '' ? root : `${root.replace(/\/+$/, '')}/${displayByteString(path)}`;
    const code = systemCodeOf(error);
    // An entry that was just listed is a link or another kind of file now, or is missing.
    const isChanged = path !== '' && (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP' || code === 'EINVAL');
    if (error instanceof ChangedMeanwhile || isChanged) {
      return new FledgeError('input', `cannot read ${shown}: it changed while the directory was read`, {
        cause: error,
        fix: 'run the command again when no other process writes to the directory',
      });
    }
    const fix = code === 'EACCES' ? 'run the command as a user who may read it' : undefined;
    return new FledgeError('input', `cannot read ${shown}: ${readFailureOf(error)}`, { cause: error, fix });
  }
}

/** Of a time before 1970, the nanoseconds are positive, too. */
function timeOf(nanoseconds: bigint): { readonly seconds: number; readonly nanoseconds: number } {
  const rest = ((nanoseconds % NANOSECONDS) + NANOSECONDS) % NANOSECONDS;
  return { seconds: Number((nanoseconds - rest) / NANOSECONDS), nanoseconds: Number(rest) };
}

/** makedev(3) of glibc. */
function majorOf(device: bigint): number {
  return Number(((device >> 8n) & 0xfffn) | ((device >> 32n) & 0xffff_f000n));
}

function minorOf(device: bigint): number {
  return Number((device & 0xffn) | ((device >> 12n) & 0xffff_ff00n));
}
