import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('..', import.meta.url));

/** A checkout writes src/ and dist/ within seconds, in any order. */
const TOLERANCE_MS = 60_000;

/**
 * Checks the bundle in dist/, which end-to-end tests run. Vitest calls this before them.
 *
 * @throws Error when a file of src/ is newer than the bundle.
 */
export function setup(): void {
  const stale = newerSource(repository);
  if (stale !== undefined) {
    throw new Error(`cannot run the end-to-end tests: dist/ is older than ${stale}\n  fix: npm run build`);
  }
}

/** The first file below src/ of a directory that is newer than the bundle in its dist/. */
export function newerSource(directory: string): string | undefined {
  const built = statSync(join(directory, 'dist/cli/index.js'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const files = readdirSync(join(directory, 'src'), { recursive: true, withFileTypes: true });
  const newer = files
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .find((path) => statSync(path).mtimeMs > built + TOLERANCE_MS);
  return newer?.slice(join(directory, '/').length);
}
