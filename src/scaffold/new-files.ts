import { existsSync, mkdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { FledgeError, messageOf, systemCodeOf, writeFailureOf } from '../support/errors.ts';

/** A file of a new plugin, and what was done with it. */
export interface NewFile {
  readonly path: string;
  /** `kept`: it existed, and is unchanged. `extended`: lines were appended. */
  readonly action: 'written' | 'kept' | 'extended';
}

/** Files that are written together: `undo` removes those that `write` has written, and their new directories. */
export class NewFiles {
  readonly files: NewFile[] = [];
  /** Those that were created, from the top down. */
  readonly #directories: string[] = [];

  /**
   * Writes a file that does not exist, with its directories. An existing one is kept.
   *
   * @throws FledgeError `output`.
   */
  write(path: string, text: string): void {
    attempt(path, () => {
      const directory = dirname(path);
      const first = mkdirSync(directory, { recursive: true });
      if (first !== undefined) this.#directories.push(...directoriesBetween(first, directory));
      try {
        writeFileSync(path, text, { flag: 'wx' });
        this.files.push({ path, action: 'written' });
      } catch (error) {
        if (systemCodeOf(error) !== 'EEXIST') throw error;
        this.files.push({ path, action: 'kept' });
      }
    });
  }

  /**
   * Appends the lines that a text file does not have. A missing file is written.
   *
   * @throws FledgeError `output`.
   */
  extend(path: string, lines: readonly string[]): void {
    if (!existsSync(path)) {
      this.write(path, `${lines.join('\n')}\n`);
      return;
    }
    attempt(path, () => {
      const text = readFileSync(path, 'utf8');
      const present = new Set(text.split('\n').map((line) => line.trim()));
      const missing = lines.filter((line) => !present.has(line));
      if (missing.length === 0) {
        this.files.push({ path, action: 'kept' });
        return;
      }
      const gap = text === '' || text.endsWith('\n') ? '' : '\n';
      writeFileSync(path, `${gap}${missing.join('\n')}\n`, { flag: 'a' });
      this.files.push({ path, action: 'extended' });
    });
  }

  undo(): void {
    for (const { path, action } of this.files) {
      if (action === 'written') rmSync(path, { force: true });
    }
    for (const directory of this.#directories.toReversed()) rmdirSync(directory);
  }
}

/** The nearest directory at or above a directory that is the root of a git repository; undefined if there is none. */
export function repositoryOf(directory: string): string | undefined {
  if (existsSync(join(directory, '.git'))) return directory;
  const parent = dirname(directory);
  return parent === directory ? undefined : repositoryOf(parent);
}

/** `top`, `bottom`, and all directories between them, from the top down. */
function directoriesBetween(top: string, bottom: string): string[] {
  return bottom === top ? [top] : [...directoriesBetween(top, dirname(bottom)), bottom];
}

function attempt(path: string, action: () => void): void {
  try {
    action();
  } catch (error) {
    const reason = systemCodeOf(error) === undefined ? messageOf(error) : writeFailureOf(error);
    throw new FledgeError('output', `cannot write ${path}: ${reason}`, { cause: error });
  }
}
