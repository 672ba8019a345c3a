import { parseGlob } from '../config/glob.ts';
import { type ByteString, bytesOf } from '../support/byte-string.ts';
import { charactersOf, matchesAlternative, type StepCounter } from './match-glob.ts';

/** Decides which paths of a mapped directory are excluded. */
export interface Exclusion {
  /** True if a path relative to the mapped directory matches a glob. Directories above it are not considered. */
  matches(path: ByteString): boolean;
  /** True if the path or a directory above it matches a glob. */
  covers(path: ByteString): boolean;
  /** The globs that have matched nothing so far. */
  unused(): readonly string[];
  /** The number of comparisons so far. One takes some nanoseconds. */
  readonly steps: number;
}

const NOTHING: Exclusion = { matches: () => false, covers: () => false, unused: () => [], steps: 0 };

/**
 * Compiles valid globs of `exclude`. They are compared with paths as UTF-8 text; a byte that is not UTF-8 is one character,
 * which only a wildcard matches.
 */
export function compileExclusion(globs: readonly string[]): Exclusion {
  if (globs.length === 0) return NOTHING;
  const compiled = globs.map((glob) => ({ glob, alternatives: parseGlob(glob) }));
  const counter: StepCounter = { steps: 0 };
  const used = new Set<string>();
  const matches = (path: ByteString): boolean => {
    const names = charactersOf(bytesOf(path).toString('utf8'));
    // All globs are tried, so that `unused` does not depend on their order.
    const found = compiled.filter(({ alternatives }) =>
      alternatives.some((alternative) => matchesAlternative(alternative, names, counter)),
    );
    for (const { glob } of found) used.add(glob);
    return found.length > 0;
  };
  const covers = (path: ByteString): boolean => {
    const names = path.split('/');
    return names.some((_, index) => matches(names.slice(0, index + 1).join('/') as ByteString));
  };
  return {
    matches,
    covers,
    unused: () => globs.filter((glob) => !used.has(glob)),
    get steps() {
      return counter.steps;
    },
  };
}
