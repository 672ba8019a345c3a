import { type ByteString, bytesOf } from '../support/byte-string.ts';

/** Decides which paths of a mapped directory are excluded. */
export interface Exclusion {
  /** True if a path relative to the mapped directory matches a glob. Directories above it are not considered. */
  matches(path: ByteString): boolean;
  /** True if the path or a directory above it matches a glob. */
  covers(path: ByteString): boolean;
  /** The globs that have matched nothing so far. */
  unused(): readonly string[];
}

const NOTHING: Exclusion = { matches: () => false, covers: () => false, unused: () => [] };

/** docs/fledge-toml.md describes these rules. */
const OPTIONS = { dot: true, nonegate: true, noextglob: true, strictSlashes: true } as const;

/**
 * Compiles the globs of `exclude`. They are compared with paths as UTF-8 text; a byte that is not UTF-8 is one character,
 * which only a wildcard matches. The library is loaded only if there are globs.
 */
export async function compileExclusion(globs: readonly string[]): Promise<Exclusion> {
  if (globs.length === 0) return NOTHING;
  const { default: picomatch } = await import('picomatch');
  // picomatch would use parentheses and bars as those of regular expressions.
  const tests = globs.map((glob) => ({ glob, test: picomatch(glob.replace(/[()|]/g, '\\$&'), OPTIONS) }));
  const used = new Set<string>();
  const matches = (path: ByteString): boolean => {
    const text = bytesOf(path).toString('utf8');
    // All globs are tried, so that `unused` does not depend on their order.
    const found = tests.filter(({ test }) => test(text));
    for (const { glob } of found) used.add(glob);
    return found.length > 0;
  };
  const covers = (path: ByteString): boolean => {
    const names = path.split('/');
    return names.some((_, index) => matches(names.slice(0, index + 1).join('/') as ByteString));
  };
  return { matches, covers, unused: () => globs.filter((glob) => !used.has(glob)) };
}
