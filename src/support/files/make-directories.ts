import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { systemCodeOf } from '../errors.ts';

/**
 * Creates a directory and its missing parents, and calls `onCreated` for each of them, the highest first. Another process may
 * create them at the same time. mkdir's `recursive` is not used: below /proc, where mkdir fails with ENOENT, Node retries it
 * for ever.
 *
 * @throws the system's error, such as EACCES, or EEXIST for a file.
 */
export function makeDirectories(
  path: string,
  { mode, onCreated }: { readonly mode?: number; readonly onCreated?: (path: string) => void } = {},
): void {
  const create = (directory: string): void => {
    try {
      mkdirSync(directory, { mode });
    } catch (error) {
      if (systemCodeOf(error) === 'EEXIST' && statSync(directory).isDirectory()) return;
      throw error;
    }
    onCreated?.(directory);
  };
  const createWhole = (directory: string): void => {
    try {
      create(directory);
    } catch (error) {
      if (systemCodeOf(error) !== 'ENOENT' || dirname(directory) === directory) throw error;
      createWhole(dirname(directory));
      create(directory);
    }
  };
  createWhole(resolve(path));
}
