import { mkdirSync, rmdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { FledgeError, writeFailureOf } from '../errors.ts';
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
    for (const path of paths) created.push(...createDirectory(path));
  } catch (error) {
    dispose();
    throw error;
  }
  return dispose;
}

/** Creates one directory with its parents, and returns those that were missing, the highest first. */
function createDirectory(path: string): readonly string[] {
  const whole = resolve(path);
  let first: string | undefined;
  try {
    first = mkdirSync(whole, { recursive: true });
  } catch (error) {
    throw new FledgeError('output', `cannot create ${path}: ${writeFailureOf(error)}`, {
      cause: error,
      fix: worded`name a directory that you may write to with ${option('output-dir')}`,
    });
  }
  if (first === undefined) return [];
  const created: string[] = [];
  for (let missing = whole; missing.length > first.length; missing = dirname(missing)) created.unshift(missing);
  return [first, ...created];
}
