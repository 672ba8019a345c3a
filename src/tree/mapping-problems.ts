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

type Keyed = Pick<Mapping, 'key'>;

/** The problems of one kind that entries of a mapping have. */
interface EntryProblems {
  readonly key: readonly string[];
  readonly describe: DescribeEntry;
  /** The first ones. */
  readonly named: string[];
  count: number;
}

/** So many entries with the same problem have a problem each, because the author must find them. More are counted. */
const MAX_NAMED = 5;

/** Collects the problems of mappings. Many entries of a mapping with the same problem are one problem. */
export class MappingProblems {
  readonly #problems: (MappingProblem | EntryProblems)[] = [];
  /** By the key, which each destination of a mapping has for itself, and by the sentence without an entry. */
  readonly #kinds = new Map<readonly string[], Map<string, EntryProblems>>();

  /** Adds the problem of a mapping, or of one of its settings. */
  add({ key }: Keyed, message: string, ...setting: readonly string[]): void {
    this.#problems.push({ key: [...key, ...setting], message });
  }

  /** Adds the problem of an entry in a mapped directory. */
  addEntry({ key }: Keyed, entry: string, describe: DescribeEntry): void {
    const kinds = this.#kinds.get(key) ?? new Map<string, EntryProblems>();
    this.#kinds.set(key, kinds);
    const kind = describe('');
    const known = kinds.get(kind);
    if (known !== undefined) {
      if (known.count < MAX_NAMED) known.named.push(entry);
      known.count += 1;
      return;
    }
    const problem = { key, describe, named: [entry], count: 1 };
    kinds.set(kind, problem);
    this.#problems.push(problem);
  }

  /** The problems in the order in which the first of each kind was found. */
  list(): readonly MappingProblem[] {
    const problems = this.#problems.flatMap((problem): readonly MappingProblem[] => {
      if (!('describe' in problem)) return [problem];
      const { key, describe, named, count } = problem;
      const entries = count <= MAX_NAMED ? named : named.slice(0, 1).map((first) => withCount(first, count));
      return entries.map((entry) => ({ key, message: describe(entry) }));
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
