import { mkdirSync, rmdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { FledgeError, systemCodeOf, writeFailureOf } from '../errors.ts';
import { atExit } from '../process/cleanup.ts';
import { option, worded } from '../wording.ts';

/**
 * Creates directories and their parents, if they are missing. The returned function removes those that were created and are
 * still empty; it also runs if the process ends before.
 *
 * @throws FledgeError `output` if one cannot be created.
 */
export function createDirectories(paths: readonly string[]): () => void {
  const created: string[] = [];
  const removeEmpty = (): void => {
    // The deepest first.
    for (const path of created.splice(0).reverse()) {
      try {
        rmdirSync(path);
      } catch {
        // It has contents now, or was removed.
      }
    }
  };
  const release = atExit(removeEmpty);
  const dispose = (): void => {
    release();
    removeEmpty();
  };
  try {
    for (const path of paths) createDirectory(path, created);
  } catch (error) {
    dispose();
    throw error;
  }
  return dispose;
}

/** Creates one directory with its missing parents, and adds those to `created`, the highest first. */
function createDirectory(path: string, created: string[]): void {
  try {
    createMissing(resolve(path), created);
  } catch (error) {
    throw new FledgeError('output', `cannot create ${path}: ${writeFailureOf(error)}`, {
      cause: error,
      fix: worded`name a directory that you may write to with ${option('output-dir')}`,
    });
  }
}

/** mkdir's `recursive` is not used: below /proc, where mkdir fails with ENOENT, Node retries it for ever. */
function createMissing(path: string, created: string[]): void {
  try {
    createOne(path, created);
  } catch (error) {
    if (systemCodeOf(error) !== 'ENOENT' || dirname(path) === path) throw error;
    createMissing(dirname(path), created);
    createOne(path, created);
  }
}

/** Another build can create it at the same time. */
function createOne(path: string, created: string[]): void {
  try {
    mkdirSync(path);
    created.push(path);
  } catch (error) {
    if (systemCodeOf(error) !== 'EEXIST' || !statSync(path).isDirectory()) throw error;
  }
}
