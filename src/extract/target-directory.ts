import { closeSync, constants, lstatSync, mkdirSync, openSync } from 'node:fs';
import { type ByteString, bytesOf, displayByteString } from '../support/byte-string.ts';
import { FledgeError, systemCodeOf, writeFailureOf } from '../support/errors.ts';

/** Opens a directory without permission to read it (open(2)); Node does not export it. */
const O_PATH = 0o10000000;
const OPEN_DIRECTORY = O_PATH | constants.O_DIRECTORY | constants.O_NOFOLLOW;
/** Directories above a path that stay open. Those of a deeper path are opened again. */
const MAX_OPEN = 100;
/** Of directories that no entry of the artifact describes. */
const USUAL_MODE = 0o755;

interface Level {
  readonly name: string;
  readonly descriptor: number;
}

/**
 * A directory below which entries are created. Every step starts at an open directory (`/proc/self/fd`), and no symbolic link is
 * followed below it, so that neither the artifact nor a link that was there leads a path elsewhere.
 */
export class TargetDirectory {
  /** As the user wrote it. */
  readonly path: string;
  readonly #root: number;
  readonly #onCreated: (path: ByteString) => void;
  #levels: Level[] = [];
  /** The directory of the last entry, and the beginning of paths in it. */
  #parent = '' as ByteString;
  #prefix: string;

  /** Opens an existing directory. `onCreated` is called for each directory that `place` creates. */
  constructor(path: string, onCreated: (path: ByteString) => void = () => {}) {
    this.path = path;
    this.#onCreated = onCreated;
    // A link in this path is the user's own.
    this.#root = openSync(path, O_PATH | constants.O_DIRECTORY);
    this.#prefix = `/proc/self/fd/${this.#root}/`;
  }

  /**
   * The path at which an entry can be created. Missing directories above it are created. It is valid until the next call.
   *
   * @throws FledgeError `output` if a parent is not a directory, or the path leads out of this directory.
   */
  place(path: ByteString): string | Buffer {
    const slash = path.lastIndexOf('/');
    const name = slash < 0 ? path : path.slice(slash + 1);
    requireName(name, path);
    const parent = path.slice(0, Math.max(0, slash)) as ByteString;
    if (parent !== this.#parent) this.#enter(parent);
    return pathInDirectory(this.#prefix, name);
  }

  /** The path of an existing directory itself, which is open until the next call. */
  placeOfDirectory(path: ByteString): string {
    this.#enter(path);
    // Without the slash, so that an open directory is meant.
    return this.#prefix.slice(0, -1);
  }

  /** The directory of the last place, for another process. */
  get lastDirectory(): string {
    return this.#prefix.slice(0, -1).replace('self', String(process.pid));
  }

  /**
   * The path of an existing entry, for a link to it; valid until `release` is called.
   */
  hold(path: ByteString): { readonly place: string | Buffer; release(): void } {
    this.place(path);
    const descriptor = openSync(`${this.#prefix}.`, OPEN_DIRECTORY);
    const name = path.slice(path.lastIndexOf('/') + 1);
    return { place: pathInDirectory(`/proc/self/fd/${descriptor}/`, name), release: () => closeSync(descriptor) };
  }

  /** The user's path of an entry, for messages. */
  show(path: ByteString): string {
    return path === '' ? this.path : `${this.path.replace(/\/+$/, '')}/${displayByteString(path)}`;
  }

  close(): void {
    for (const { descriptor } of this.#levels.splice(0)) closeSync(descriptor);
    closeSync(this.#root);
  }

  #enter(parent: ByteString): void {
    const names = parent === '' ? [] : parent.split('/');
    let common = 0;
    while (common < this.#levels.length && common < names.length && this.#levels[common]?.name === names[common])
      common++;
    for (const { descriptor } of this.#levels.splice(common)) closeSync(descriptor);
    // After a failure, the next call must not rely on this directory.
    this.#parent = '/' as ByteString;
    let above = this.#levels.at(-1)?.descriptor ?? this.#root;
    for (const [index, name] of names.entries()) {
      if (index < common) continue;
      requireName(name, parent);
      const descriptor = this.#openOrCreate(`/proc/self/fd/${above}/`, names, index);
      // The last one of a deep path has no name, so that it is never reused.
      if (this.#levels.length > MAX_OPEN) closeSync(this.#levels.pop()?.descriptor ?? -1);
      this.#levels.push({ name: this.#levels.length < MAX_OPEN ? name : '', descriptor });
      above = descriptor;
    }
    this.#prefix = `/proc/self/fd/${above}/`;
    this.#parent = parent;
  }

  #openOrCreate(prefix: string, names: readonly string[], index: number): number {
    const path = pathInDirectory(prefix, names[index] ?? '');
    try {
      try {
        return openSync(path, OPEN_DIRECTORY);
      } catch (error) {
        if (systemCodeOf(error) !== 'ENOENT') throw error;
        mkdirSync(path, USUAL_MODE);
        this.#onCreated(names.slice(0, index + 1).join('/') as ByteString);
        return openSync(path, OPEN_DIRECTORY);
      }
    } catch (error) {
      throw this.#failure(names.slice(0, index + 1).join('/') as ByteString, path, error);
    }
  }

  #failure(shown: ByteString, path: string | Buffer, error: unknown): FledgeError {
    const isNoDirectory = systemCodeOf(error) === 'ENOTDIR';
    const isLink = isNoDirectory && lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
    const reason = isLink ? 'it is a symbolic link' : isNoDirectory ? 'it is not a directory' : writeFailureOf(error);
    const message = `cannot create entries in ${this.show(shown)}: ${reason}`;
    return new FledgeError('output', message, {
      cause: error,
      fix: isNoDirectory
        ? 'extract into an empty directory; if it is empty, the artifact is not a valid tree'
        : 'name a directory that you may write to with -C',
    });
  }
}

/** A path of a file in an open directory. Names that are not ASCII need bytes. */
function pathInDirectory(prefix: string, name: string): string | Buffer {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII.
  if (/^[\x01-\x7f]*$/.test(name)) return prefix + name;
  return Buffer.concat([Buffer.from(prefix), bytesOf(name as ByteString)]);
}

function requireName(name: string, path: ByteString): void {
  if (name !== '' && name !== '.' && name !== '..' && !name.includes('\0')) return;
  throw new FledgeError('input', `cannot extract ${displayByteString(path)}: the path leads out of the directory`, {
    fix: 'the artifact is damaged or was made to attack its readers; do not use it',
  });
}
