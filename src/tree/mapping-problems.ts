import type { Mapping } from '../config/types.ts';
import type { WarningCode } from '../support/report/warning-codes.ts';

/** A problem that prevents a mapping. */
export interface MappingProblem {
  /** The key in fledge.toml: that of the mapping, or of one of its settings. */
  readonly key: readonly string[];
  readonly message: string;
}

/** A risk of a mapping. It does not prevent a build. */
export interface MappingWarning extends MappingProblem {
  readonly code: WarningCode;
}

/** The problem of an entry as a sentence about it. */
export type DescribeEntry = (entry: string) => string;

/** The problems of one kind that entries of a mapping have. */
interface EntryProblems {
  readonly mapping: Mapping;
  readonly describe: DescribeEntry;
  readonly first: string;
  count: number;
}

/** Collects the problems of mappings. Entries of a mapping that have the same problem are counted. */
export class MappingProblems {
  readonly #problems: (MappingProblem | EntryProblems)[] = [];
  readonly #kinds = new Map<Mapping, Map<string, EntryProblems>>();

  /** Adds the problem of a mapping, or of one of its settings. */
  add({ key }: Mapping, message: string, ...setting: readonly string[]): void {
    this.#problems.push({ key: [...key, ...setting], message });
  }

  /** Adds the problem of an entry in a mapped directory. */
  addEntry(mapping: Mapping, entry: string, describe: DescribeEntry): void {
    const kinds = this.#kinds.get(mapping) ?? new Map<string, EntryProblems>();
    this.#kinds.set(mapping, kinds);
    const kind = describe('');
    const known = kinds.get(kind);
    if (known !== undefined) {
      known.count += 1;
      return;
    }
    const problem = { mapping, describe, first: entry, count: 1 };
    kinds.set(kind, problem);
    this.#problems.push(problem);
  }

  /** The problems in the order in which they were found. Those of entries have the number of the entries. */
  list(): readonly MappingProblem[] {
    const problems = this.#problems.map((problem) => {
      if (!('describe' in problem)) return problem;
      const { mapping, describe, first, count } = problem;
      return { key: mapping.key, message: describe(withCount(first, count)) };
    });
    return withoutRepetitions(problems);
  }
}

/** The first of several things that are alike. */
export function withCount(first: string, count: number): string {
  return count === 1 ? first : `${first} (and ${count - 1} more like it)`;
}

/** Removes equal problems: a problem of a source is found for each of its destinations. */
export function withoutRepetitions(problems: readonly MappingProblem[]): MappingProblem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
