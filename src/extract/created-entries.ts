import { fstatSync, linkSync, lstatSync, rmdirSync, unlinkSync } from 'node:fs';
import type { ByteString } from '../support/byte-string.ts';
import { FledgeError, systemCodeOf, writeFailureOf } from '../support/errors.ts';
import { TargetDirectory } from './target-directory.ts';

export interface CreationOptions {
  /** Whether existing entries other than directories are replaced, and existing directories get the metadata of the artifact. */
  readonly overwrite: boolean;
  /** Whether a later entry with the same path replaces an earlier one, as in concatenated archives. */
  readonly laterReplaces: boolean;
}

const NO_FILE = { dev: -1n, ino: -1n };

/** Creates entries below a directory, and knows which of them it has created. */
export class CreatedEntries {
  readonly target: TargetDirectory;
  readonly #options: CreationOptions;
  /** The files with several names that were created here, for links to them. */
  readonly #linked = new Map<ByteString, { readonly dev: bigint; readonly ino: bigint }>();
  /** Only if later entries replace earlier ones. */
  readonly #own: Set<ByteString> | undefined;

  constructor(path: string, options: CreationOptions) {
    this.target = new TargetDirectory(path, (created) => this.#own?.add(created));
    this.#options = options;
    this.#own = options.laterReplaces ? new Set() : undefined;
  }

  /** True if a later entry with this path replaces the one that was created here. */
  isOwn(path: ByteString): boolean {
    return this.#own?.has(path) === true;
  }

  /** Creates a further name of a remembered entry; false if there is none. */
  link(path: ByteString, first: ByteString): boolean {
    const known = this.#linked.get(first);
    if (known === undefined) return false;
    this.attempt(path, () => {
      const held = this.target.hold(first);
      try {
        const { dev, ino } = lstatSync(held.place, { bigint: true });
        if (dev !== known.dev || ino !== known.ino) throw this.#replaced(path, first);
        const place = this.target.place(path);
        this.make(path, place, () => linkSync(held.place, place));
      } finally {
        held.release();
      }
    });
    return true;
  }

  /**
   * Creates something at the place of a path; what is there is replaced if the options say so.
   *
   * @throws FledgeError `output` if it must not be replaced; or the error of the system.
   */
  make(path: ByteString, place: string | Buffer, create: () => void): void {
    try {
      create();
    } catch (error) {
      if (systemCodeOf(error) !== 'EEXIST') throw error;
      if (!this.isOwn(path) && !this.#options.overwrite) {
        throw new FledgeError('output', `cannot create ${this.target.show(path)}: it already exists`, {
          fix: 'extract into an empty directory, or add --overwrite to replace what exists',
        });
      }
      if (lstatOf(place)?.isDirectory() === true) removeEmpty(place, this.target.show(path));
      else unlinkSync(place);
      // Its inode number can be used again.
      if (this.#linked.has(path)) this.#linked.set(path, NO_FILE);
      create();
    }
    this.#own?.add(path);
  }

  /**
   * Runs work on the entry at a path.
   *
   * @throws FledgeError `output` in the place of an error of the system.
   */
  attempt(path: ByteString, work: () => void): void {
    try {
      work();
    } catch (error) {
      if (error instanceof FledgeError) throw error;
      const isFull = ['ENOSPC', 'EDQUOT'].includes(systemCodeOf(error) ?? '');
      throw new FledgeError('output', `cannot write ${this.target.show(path)}: ${writeFailureOf(error)}`, {
        cause: error,
        fix: isFull ? 'free some space, or name a directory on another disk with -C' : 'name another directory with -C',
      });
    }
  }

  /** Remembers an open file, for links to it. */
  remember(path: ByteString, descriptor: number): void {
    const { dev, ino } = fstatSync(descriptor, { bigint: true });
    this.#linked.set(path, { dev, ino });
  }

  /** Remembers the entry at a place, for links to it. */
  rememberPlace(path: ByteString, place: string | Buffer): void {
    const { dev, ino } = lstatSync(place, { bigint: true });
    this.#linked.set(path, { dev, ino });
  }

  #replaced(path: ByteString, first: ByteString): FledgeError {
    const reason = `${this.target.show(first)}, which it is a link to, was replaced`;
    return new FledgeError('output', `cannot create ${this.target.show(path)}: ${reason}`, {
      fix: 'extract into an empty directory',
    });
  }
}

/** The metadata of what is at a place, if something is there. A link is not followed. */
export function lstatOf(place: string | Buffer): ReturnType<typeof lstatSync> | undefined {
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
