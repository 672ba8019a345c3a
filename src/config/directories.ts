import type { Finding } from '../document/problems.ts';
import type { DirectoryValue } from './mapping-schema.ts';
import { modeOf, ownerOf, problemOfDestination } from './mapping-values.ts';
import { normalisedPath } from './mappings.ts';
import type { Directory } from './types.ts';

/** The directories of `[directories]`, in the order of their paths, so that parents precede their children. */
export function directoriesOf(table: Readonly<Record<string, DirectoryValue>> = {}): Directory[] {
  return Object.entries(table)
    .map(([path, { mode, owner }]) => ({
      path: normalisedPath(path),
      mode: mode === undefined ? undefined : modeOf(mode),
      owner: owner === undefined ? undefined : ownerOf(owner),
      key: ['directories', path],
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The problems with the paths of `[directories]`. */
export function findDirectoryProblems(table: Readonly<Record<string, unknown>> = {}): Finding[] {
  const seen = new Map<string, string>();
  return Object.keys(table).flatMap((written): Finding[] => {
    const path = ['directories', written];
    const problem = problemOfDestination(written);
    if (problem !== undefined) return [{ path, message: problem.replace('the destination', 'the path') }];
    const normalised = normalisedPath(written);
    const other = seen.get(normalised);
    if (other !== undefined) return [{ path, message: `${JSON.stringify(other)} is the same directory; keep one` }];
    seen.set(normalised, written);
    return [];
  });
}
