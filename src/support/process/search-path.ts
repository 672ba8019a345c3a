import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';

/** Directories that are searched before those of PATH. */
const addedDirectories: string[] = [];

/**
 * Adds directories that `findOnPath` searches before those of PATH. The environment of this process does not change; a
 * child that needs the directories gets them in its own PATH.
 */
export function addToSearchPath(directories: readonly string[]): void {
  addedDirectories.unshift(...directories);
}

/** The absolute path of an executable on the PATH, or undefined. A name with a slash is used as a path. */
export async function findOnPath(name: string): Promise<string | undefined> {
  const searched = [...addedDirectories, ...(process.env['PATH'] ?? '').split(delimiter)];
  const directories = name.includes('/') ? [''] : searched;
  for (const directory of directories) {
    const candidate = join(directory, name);
    if (!isAbsolute(candidate) && directory !== '') continue;
    try {
      await access(candidate, constants.X_OK);
      if ((await stat(candidate)).isFile()) return candidate;
    } catch {
      // It does not exist, or this user cannot execute it: search the next directory.
    }
  }
  return undefined;
}
