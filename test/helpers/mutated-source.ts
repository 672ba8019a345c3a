import { chmodSync, copyFileSync, cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../..', import.meta.url));

export interface SourceMutation {
  readonly what: string;
  /** Files below src/, a text that occurs in them exactly once, and its replacement. */
  readonly edits: readonly (readonly [file: string, normalised: string, taken: string])[];
}

/**
 * A copy of the source with all of the edits, in a new directory below `parent`, which must contain or be below the
 * node_modules that it needs. Returns the path of its src/cli/main.ts, which Node runs without compiling.
 */
export function mutatedSource(parent: string, { what, edits }: SourceMutation): string {
  const directory = mkdtempSync(join(parent, 'mutated-'));
  chmodSync(directory, 0o755);
  cpSync(join(repository, 'src'), join(directory, 'src'), { recursive: true });
  copyFileSync(join(repository, 'package.json'), join(directory, 'package.json'));
  for (const [file, normalised, taken] of edits) {
    const path = join(directory, 'src', file);
    const parts = readFileSync(path, 'utf8').split(normalised);
    if (parts.length !== 2) {
      throw new Error(`"${what}" edits ${parts.length - 1} places in src/${file}; correct the mutation: ${normalised}`);
    }
    writeFileSync(path, parts.join(taken));
  }
  return join(directory, 'src/cli/main.ts');
}
