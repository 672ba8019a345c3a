import { rmdirSync } from 'node:fs';
import { FledgeError, writeFailureOf } from '../errors.ts';
import { atExit } from '../process/cleanup.ts';
import { option, worded } from '../wording.ts';
import { makeDirectories } from './make-directories.ts';

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

/** Creates one directory with its missing parents, and adds those to `created`. */
function createDirectory(path: string, created: string[]): void {
  try {
    makeDirectories(path, { onCreated: (directory) => created.push(directory) });
  } catch (error) {
    throw new FledgeError('output', `cannot create ${path}: ${writeFailureOf(error)}`, {
      cause: error,
      fix: worded`name a directory that you may write to with ${option('output-dir')}`,
    });
  }
}
