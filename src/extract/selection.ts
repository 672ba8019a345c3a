import { parentsOf, possiblePaths, ROOT } from '../inside/path.ts';
import type { ByteString } from '../support/byte-string.ts';

/** How an entry belongs to a selection: itself, or as a directory that leads to a selected path. */
export type Chosen = 'whole' | 'parent';

/** The entries of an artifact that a user wants. */
export interface Selection {
  /** Undefined if the entry is not selected. */
  choose(path: ByteString): Chosen | undefined;
  /** The arguments that no entry has had so far. */
  missing(): readonly Wanted[];
}

/** An argument of the user. */
export interface Wanted {
  readonly argument: string;
  /** In the tree, as an argument can mean it. */
  readonly paths: readonly ByteString[];
}

/**
 * The entries at these paths and below them, and the directories above them. Without arguments, all entries.
 *
 * @throws FledgeError `usage` for a path with `..`.
 */
export function selectionOf(args: readonly string[]): Selection {
  const all = args.map(wantedPath);
  const isEverything = all.length === 0 || all.some(({ paths }) => paths.includes(ROOT));
  if (isEverything) return { choose: () => 'whole', missing: () => [] };
  const wanted = new Map<ByteString, Wanted>();
  const parents = new Set<ByteString>();
  for (const each of all) {
    for (const path of each.paths) {
      wanted.set(path, each);
      for (const parent of parentsOf(path)) parents.add(parent);
    }
  }
  const found = new Set<Wanted>();
  return {
    choose(path) {
      const own = wanted.get(path);
      if (own !== undefined) {
        found.add(own);
        return 'whole';
      }
      for (const parent of parentsOf(path)) {
        const above = wanted.get(parent);
        if (above === undefined) continue;
        found.add(above);
        return 'whole';
      }
      return parents.has(path) ? 'parent' : undefined;
    },
    missing: () => all.filter((each) => !found.has(each)),
  };
}

/** @throws FledgeError `usage` for a path with `..`. */
export function wantedPath(argument: string): Wanted {
  return { argument, paths: possiblePaths(argument) };
}
