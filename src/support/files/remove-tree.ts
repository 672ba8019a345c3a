import {
  type BigIntStats,
  chmodSync,
  closeSync,
  constants,
  type Dirent,
  existsSync,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  unlinkSync,
} from 'node:fs';
import { systemCodeOf } from '../errors.ts';

/** Which file or directory a path led to. Another one with the same name has another identity. */
export interface Identity {
  readonly dev: bigint;
  readonly ino: bigint;
}

/** Opens a directory without permission to read it (open(2)); Node has no name for it. */
const O_PATH = 0o10000000;
/** A program that was killed a moment ago may still be creating files. */
const ATTEMPTS = 4;
const PAUSE_MS = 20;

/** The identity of what has this name, or undefined if nothing has. Links are not followed. */
export function identityOf(path: string): Identity | undefined {
  return lstatSync(path, { bigint: true, throwIfNoEntry: false });
}

function isSame(a: Identity, b: Identity): boolean {
  return a.dev === b.dev && a.ino === b.ino;
}

/**
 * Removes a directory with all that is in it, also where modes keep their owner out. It does nothing if the path leads to
 * another directory than `expected`.
 *
 * Every step starts at an open directory (`/proc/self/fd`), so that nobody can lead it elsewhere by putting a link in the
 * place of a directory. What is mounted below is left alone. Directories are moved up before they are removed, so that
 * neither the depth nor the length of paths is limited, and no more than three are open at once.
 *
 * @throws the system's error if something cannot be removed.
 */
export function removeDirectory(path: string, expected: Identity): void {
  const root = openDirectory(path, (found) => isSame(found, expected));
  if (root === undefined) return;
  try {
    for (let attempt = 1; ; attempt++) {
      emptyDirectory(root, expected.dev);
      try {
        rmdirSync(path);
        return;
      } catch (error) {
        const code = systemCodeOf(error);
        if (code === 'ENOENT') return;
        if (code !== 'ENOTEMPTY' || attempt === ATTEMPTS) throw error;
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
      }
    }
  } finally {
    closeSync(root.descriptor);
  }
}

/**
 * Removes what has this name, if anything has: a directory with all that is in it, or anything else by itself.
 *
 * @throws the system's error if it cannot be removed.
 */
export function removeAny(path: string): void {
  const found = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  if (found?.isDirectory() === true) removeDirectory(path, found);
  else if (found !== undefined) unlinkSync(path);
}

/** An open directory. */
interface Directory {
  readonly descriptor: number;
  /** A path that leads to it and to nothing else. */
  readonly path: string | Buffer;
}

/** Opens a directory, with all permissions for its owner. Undefined if there is none, or one that is not accepted. */
function openDirectory(path: string | Buffer, accepts: (found: Identity) => boolean): Directory | undefined {
  const handle = openToLook(path);
  if (handle === undefined) return undefined;
  try {
    const stats = fstatSync(handle, { bigint: true });
    if (!accepts(stats)) return undefined;
    const held = heldPath(handle) ?? path;
    if (lacksPermissions(stats)) chmodSync(held, 0o700);
    const descriptor = openSync(held, constants.O_RDONLY | constants.O_DIRECTORY);
    return { descriptor, path: heldPath(descriptor) ?? path };
  } finally {
    closeSync(handle);
  }
}

function openToLook(path: string | Buffer): number | undefined {
  try {
    return openSync(path, O_PATH | constants.O_DIRECTORY | constants.O_NOFOLLOW);
  } catch (error) {
    const code = systemCodeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP') return undefined;
    throw error;
  }
}

function lacksPermissions({ mode }: BigIntStats): boolean {
  return (Number(mode) & 0o700) !== 0o700;
}

/** Undefined where there is no /proc. */
function heldPath(descriptor: number): string | undefined {
  const path = `/proc/self/fd/${descriptor}`;
  return existsSync(path) ? path : undefined;
}

/** Removes what is in a directory. Those below it come up into it, and have their turn in the next round. */
function emptyDirectory(root: Directory, dev: bigint): void {
  // What is mounted here is not ours.
  const isOnSameDevice = (found: Identity): boolean => found.dev === dev;
  for (let changes = 1; changes > 0; ) {
    changes = 0;
    for (const entry of entriesIn(root)) {
      const path = childOf(root, entry.name);
      const child = entry.isDirectory() ? openDirectory(path, isOnSameDevice) : undefined;
      if (child === undefined) {
        if (!entry.isDirectory() && removeFile(path)) changes += 1;
        continue;
      }
      try {
        for (const below of entriesIn(child)) {
          const from = childOf(child, below.name);
          if (below.isDirectory() ? moveUp(from, root, isOnSameDevice) : removeFile(from)) changes += 1;
        }
      } finally {
        closeSync(child.descriptor);
      }
      if (removeEmptyDirectory(path)) changes += 1;
    }
  }
}

function entriesIn({ path }: Directory): Dirent<Buffer>[] {
  return readdirSync(path, { withFileTypes: true, encoding: 'buffer' });
}

function childOf({ path }: Directory, name: Buffer): Buffer {
  return Buffer.concat([Buffer.from(path), Buffer.from('/'), name]);
}

/** False if it is a directory by now. unlink(2) follows no link, and refuses a directory. */
function removeFile(path: Buffer): boolean {
  return succeeds(() => unlinkSync(path), ['ENOENT', 'EISDIR']);
}

/** False if something is in it, or mounted on it. */
function removeEmptyDirectory(path: Buffer): boolean {
  return succeeds(() => rmdirSync(path), ['ENOENT', 'ENOTEMPTY', 'EBUSY']);
}

/** Gives a directory another name, in `root`. False if something is mounted on it. */
function moveUp(path: Buffer, root: Directory, accepts: (found: Identity) => boolean): boolean {
  // A move changes what is in the directory, `..`, and takes the permission to write to it.
  const own = openDirectory(path, accepts);
  if (own === undefined) return false;
  closeSync(own.descriptor);
  const name = `.moved-${process.hrtime.bigint()}`;
  return succeeds(() => renameSync(path, childOf(root, Buffer.from(name))), ['ENOENT', 'EBUSY', 'EXDEV']);
}

function succeeds(action: () => void, expected: readonly string[]): boolean {
  try {
    action();
    return true;
  } catch (error) {
    if (expected.includes(systemCodeOf(error) ?? '')) return false;
    throw error;
  }
}
