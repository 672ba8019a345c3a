import {
  closeSync,
  fdatasync,
  fstatSync,
  ftruncateSync,
  linkSync,
  lstatSync,
  openSync,
  readSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { FledgeError, systemCodeOf, writeFailureOf } from '../errors.ts';
import { shellWord } from '../text.ts';
import { option, type Text, worded } from '../wording.ts';
import { lockDirectory } from './directory-lock.ts';
import { requireSpace, type SpaceNeed } from './disk-space.ts';
import { FileHash } from './file-hash.ts';
import { removeStaleScratch, type Scratch, scratchFile } from './scratch.ts';
import { writeFully } from './write-file.ts';

/** The piece that is read and written at once to fill holes. */
const FILL_BYTES = 4 * 1024 * 1024;

/** The unit of `st_blocks`, stat(2). */
const STAT_BLOCK = 512;

/** The space that an output needs in its directory. */
export function outputNeed(directory: string, bytes: number, what: string): SpaceNeed {
  return { directory, bytes, what, fix: worded`write to a directory on another disk with ${option('output')}` };
}

/** A completely written file. */
export interface WrittenFile {
  /** The path after publication. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** One file that is being written, in one of two ways. */
export interface OutputFile {
  /** Without a directory. */
  readonly name: string;
  /** The absolute or relative path of its directory. */
  readonly directory: string;
  /** The path until it is published, for programs that read the file. */
  readonly scratchPath: string;
  /** Announces the approximate size in bytes, before the first write. */
  expect(size: number): void;
  /** @throws FledgeError `output` if the file system does not support files of this size, however much space is free. */
  requireSize(size: number): void;
  /** Begins to write the file from its first byte to its last. Excludes `inAnyOrder`. */
  inOrder(): OrderedOutput;
  /** Begins to write the file in any order, or lets a program write it. Excludes `inOrder`. */
  inAnyOrder(): RandomOutput;
  /** @throws FledgeError `output` if it cannot be written. */
  close(): Promise<WrittenFile>;
}

/** An output that is written from its first byte to its last. */
export interface OrderedOutput {
  /** @throws FledgeError `output` if it cannot be written, for instance because the disk is full. */
  write(bytes: Uint8Array): void;
  /** Adds `length` zeros that occupy no space on the disk. */
  hole(length: number): void;
  /** Begins to flush dirty pages to the disk, for a program that calls fsync later; does not wait. */
  startSync(): void;
  /** Sets the final size of the file, for programs that read it before `close`. No writes are allowed after it. */
  complete(): void;
}

/** An output that this process writes in any order, or that another program writes. */
export interface RandomOutput {
  /** The path that a program writes to. */
  readonly path: string;
  /** @throws FledgeError `output` if it cannot be written. */
  writeAt(bytes: Uint8Array, position: number): void;
  /**
   * Reads the size and starts the digest; no writes are allowed after it. With `fill`, disk space is allocated for holes.
   *
   * @throws FledgeError `tool` if a program has replaced the file by another one or a link, or has added a hard link.
   */
  finish(options: { readonly holes: 'keep' | 'fill' }): Promise<void>;
}

/**
 * The files of one build. They are written to temporary files in the target directory, and `publish` renames all of them
 * into place. Until then, and after a failure, the existing files stay unchanged.
 */
export class OutputSet {
  readonly #directory: string;
  readonly #files: { readonly scratch: Scratch; readonly path: string; readonly hash: FileHash }[] = [];
  readonly #open = new Set<number>();

  /** Removes stale scratch from `directory` first. */
  constructor(directory: string) {
    this.#directory = directory;
    removeStaleScratch(directory);
  }

  /** @throws FledgeError `output` if the file cannot be created, or its name belongs to something that is not a file. */
  create(name: string): OutputFile {
    const path = join(this.#directory, name);
    refuseUnlessFile(path);
    const scratch = scratchFile(this.#directory, 'output');
    const descriptor = attempt(path, () => openSync(scratch.path, 'wx+', 0o666));
    const hash = new FileHash(scratch.path);
    this.#files.push({ scratch, path, hash });
    this.#open.add(descriptor);
    let size = 0;
    let way: 'in order' | 'in any order' | undefined;
    const begin = (wanted: 'in order' | 'in any order'): void => {
      if (way !== undefined) throw new FledgeError('internal', `${name} is already written ${way}`);
      way = wanted;
    };
    const ordered = (): OrderedOutput => {
      let isSyncing = false;
      return {
        write: (bytes) => {
          attempt(path, () => writeFully(descriptor, bytes, size));
          size += bytes.length;
          hash.update(bytes);
        },
        hole: (length) => {
          size += length;
          hash.zeros(length);
        },
        startSync: () => {
          if (isSyncing) return;
          isSyncing = true;
          // Errors are ignored: a later write or the program's fsync reports them, and the file may be closed by then.
          fdatasync(descriptor, () => {
            isSyncing = false;
          });
        },
        complete: () => attempt(path, () => ftruncateSync(descriptor, size)),
      };
    };
    const random = (): RandomOutput => ({
      path: scratch.path,
      writeAt: (bytes, position) => attempt(path, () => writeFully(descriptor, bytes, position)),
      finish: async ({ holes }) => {
        size = sizeOfOwn(descriptor, scratch.path);
        hash.readUpTo(size);
        if (holes === 'keep') return;
        const holeBytes = size - fstatSync(descriptor).blocks * STAT_BLOCK;
        requireSpace([outputNeed(this.#directory, holeBytes, `the holes of ${name}, which preallocate fills`)]);
        const buffer = Buffer.allocUnsafeSlow(FILL_BYTES);
        for (let at = 0; at < size; ) {
          const position = at;
          at += attempt(path, () => rewrite(descriptor, buffer.subarray(0, size - position), position));
          // Let signals and timers run.
          await setImmediate();
        }
      },
    });
    return {
      name,
      directory: this.#directory,
      scratchPath: scratch.path,
      expect: (bytes) => hash.expect(bytes),
      requireSize: (bytes) =>
        attempt(path, () => {
          const before = fstatSync(descriptor).size;
          if (before >= bytes) return;
          ftruncateSync(descriptor, bytes);
          ftruncateSync(descriptor, before);
        }),
      inOrder: () => {
        begin('in order');
        return ordered();
      },
      inAnyOrder: () => {
        begin('in any order');
        return random();
      },
      close: async () => {
        attempt(path, () => ftruncateSync(descriptor, size));
        this.#open.delete(descriptor);
        // Some file systems (NFS) report a full disk only here.
        attempt(path, () => closeSync(descriptor));
        return { path, size, sha256: await hash.digest() };
      },
    };
  }

  /**
   * Moves all files to their places, or none. Builds that write to the same directory do so one after the other, so that
   * the files there come from one build.
   *
   * @throws FledgeError `output` if a file cannot be moved.
   */
  async publish(): Promise<void> {
    const unlock = await lockDirectory(this.#directory);
    try {
      this.#moveAll();
    } finally {
      unlock();
    }
  }

  /** Synchronous, so that no signal handler runs in between. */
  #moveAll(): void {
    const published: { path: string; backup: Backup }[] = [];
    try {
      for (const { scratch, path } of this.#files) {
        const backup = backUp(path);
        published.push({ path, backup });
        attempt(path, () => scratch.moveTo(path));
      }
      this.#files.length = 0;
    } catch (error) {
      for (const { path, backup } of published) restore(path, backup);
      throw error;
    } finally {
      for (const { backup } of published) if (typeof backup === 'object') backup.dispose();
    }
  }

  /** Removes the files that were not published. */
  discard(): void {
    for (const descriptor of this.#open) closeSync(descriptor);
    this.#open.clear();
    for (const { hash, scratch } of this.#files) {
      hash.close();
      scratch.dispose();
    }
    this.#files.length = 0;
  }
}

/** The previous file at a path: absent, kept by a second hard link, or one that could not be linked. */
type Backup = 'absent' | 'unlinkable' | Scratch;

function backUp(path: string): Backup {
  const scratch = scratchFile(dirname(path), 'backup');
  try {
    linkSync(path, scratch.path);
    return scratch;
  } catch (error) {
    scratch.dispose();
    return systemCodeOf(error) === 'ENOENT' ? 'absent' : 'unlinkable';
  }
}

function restore(path: string, backup: Backup): void {
  if (typeof backup === 'object') backup.moveTo(path);
  else if (backup === 'absent') rmSync(path, { force: true });
}

/** Only a regular file is replaced: a rename onto /dev/null, which root can do, would remove the device. */
function refuseUnlessFile(path: string): void {
  const stats = attempt(path, () => lstatSync(path, { throwIfNoEntry: false }));
  if (stats === undefined || stats.isFile()) return;
  const kind = stats.isDirectory() ? 'a directory' : stats.isSymbolicLink() ? 'a symbolic link' : 'a special file';
  throw new FledgeError('output', `cannot write ${path}: it is ${kind}`, {
    fix: worded`remove it, or choose another path with ${option('output')}`,
  });
}

/** The size in bytes of the file that was created at `path`. A file that replaced it is refused. */
function sizeOfOwn(descriptor: number, path: string): number {
  const own = fstatSync(descriptor);
  const there = lstatSync(path, { throwIfNoEntry: false });
  if (there?.ino === own.ino && there.dev === own.dev && own.nlink === 1) return own.size;
  throw new FledgeError('tool', `cannot use ${path}: another process replaced the output file during the build`);
}

/** Writes content over itself, so that holes become zeros, and returns the number of bytes. */
function rewrite(descriptor: number, buffer: Uint8Array, position: number): number {
  const length = readSync(descriptor, buffer, 0, buffer.length, position);
  if (length === 0) throw new Error('it became shorter while it was read');
  writeFully(descriptor, buffer.subarray(0, length), position);
  return length;
}

function attempt<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw new FledgeError('output', `cannot write ${path}: ${writeFailureOf(error)}`, {
      cause: error,
      fix: fixOf(error, path),
    });
  }
}

function fixOf(error: unknown, path: string): Text {
  switch (systemCodeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return worded`free some space in ${dirname(path)}, or write elsewhere with ${option('output')}`;
    case 'EFBIG':
      return worded`make it smaller, such as with size_buffer_mb, or write to a file system for larger files with ${option('output')}`;
    case 'ENOENT':
      return `create it first: mkdir -p ${shellWord(dirname(path))}`;
    default:
      return worded`choose a directory that you may write to with ${option('output')}`;
  }
}
