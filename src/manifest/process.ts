import { posix } from 'node:path';
import { FledgeError } from '../support/errors.ts';

/* The environment and the working directory of a workload, from the template and the image. */

/** The variables of an image, whose entries have the form `NAME=value`. Volant drops a variable without a name. */
export function environmentOf(entries: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    entries
      .map((entry) => [entry, entry.indexOf('=')] as const)
      .filter(([entry, equals]) => entry.slice(0, Math.max(equals, 0)).trim() !== '')
      .map(([entry, equals]) => [entry.slice(0, equals), entry.slice(equals + 1)]),
  );
}

/** The working directory of an image, which is relative to the root as for Docker; undefined if there is none. */
export function workdirOf(written: string | undefined): string | undefined {
  const path = written?.trim() ?? '';
  if (path === '') return undefined;
  return path.startsWith('/') ? written : posix.join('/', path);
}

/**
 * Checks what an image brings; a template and the names of files were checked before.
 *
 * @throws FledgeError `input` if a text contains a NUL character: no program can be started with it.
 */
export function requireNoNul(texts: readonly string[]): void {
  const found = texts.find((text) => text.includes('\0'));
  if (found === undefined) return;
  throw new FledgeError(
    'input',
    `the image cannot be started: its Entrypoint, Cmd, Env or WorkingDir contains a NUL character, in ${JSON.stringify(found.slice(0, 60))}`,
    { fix: 'build the image again without it, or set the value in [workload] of manifest.toml' },
  );
}
