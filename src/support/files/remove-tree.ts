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

/** Identifies a file or directory. Another one with the same name has another identity. */
export interface Identity {
  readonly dev: bigint;
  readonly ino: bigint;
}

/** Opens a directory without permission to read it (open(2)); Node does not export it. */
const O_PATH = 0o10000000;
/** A program that was killed a moment ago can still be creating files. */
const ATTEMPTS = 4;
const PAUSE_MS = 20;

/** The identity of the file or directory at a path, or undefined if there is none. Links are not followed. */
export function identityOf(path: string): Identity | undefined {
  return lstatSync(path, { bigint: true, throwIfNoEntry: false });
}

function isSame(a: Identity, b: Identity): boolean {
  return a.dev === b.dev && a.ino === b.ino;
}

/**
 * Removes a directory recursively, also if modes deny access to its owner. It does nothing if the path leads to another
 * directory than `expected`.
 *
 * Every step starts at an open directory (`/proc/self/fd`), so that a link in the place of a directory cannot redirect it.
 * Mounted file systems below are skipped. Directories are moved up before they are removed, so that neither the depth nor
 * the length of paths is limited, and at most three directories are open at once.
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
 * Removes the file at a path, or the directory with its content. A missing path is not an error.
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
  /** A path that always leads to this directory. */
  readonly path: string | Buffer;
}

/** Opens a directory, after giving its owner all permissions. Undefined if it is missing or not accepted. */
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

/** Undefined if there is no /proc. */
function heldPath(descriptor: number): string | undefined {
  const path = `/proc/self/fd/${descriptor}`;
  return existsSync(path) ? path : undefined;
}

/** Removes the content of a directory. Subdirectories are moved up into it, and emptied in the next round. */
function emptyDirectory(root: Directory, dev: bigint): void {
  // Mounted file systems are skipped.
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

/** False if it is now a directory. unlink(2) follows no link, and refuses a directory. */
function removeFile(path: Buffer): boolean {
  return succeeds(() => unlinkSync(path), ['ENOENT', 'EISDIR']);
}

/** False if it is not empty, or a mount point. */
function removeEmptyDirectory(path: Buffer): boolean {
  return succeeds(() => rmdirSync(path), ['ENOENT', 'ENOTEMPTY', 'EBUSY']);
}

/** Moves a directory to a new name in `root`. False if it is a mount point. */
function moveUp(path: Buffer, root: Directory, accepts: (found: Identity) => boolean): boolean {
  // A move changes the directory's `..`, and so needs the permission to write to it.
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
