import { FledgeError } from '../support/errors.ts';
import type { Problem } from '../support/problem.ts';

export type { Position, Problem } from '../support/problem.ts';

/** The keys (and array indexes) that lead to a value. */
export type KeyPath = readonly (string | number)[];

/** A problem before its position in the file is known. */
export interface Finding {
  readonly path: KeyPath;
  readonly message: string;
  readonly suggestion?: string;
  /** Set where one of two findings may make the other superfluous. */
  readonly about?: 'missing' | 'unknown';
}

/** The problem as interfaces promise it: `fledge.toml:LINE:COL: key: what is wrong; did you mean "…"?`. */
export function formatProblem(problem: Problem): string {
  const { file, line, column, key, message, suggestion, excerpt } = problem;
  const where = `${file}:${line}:${column}: ${key === undefined ? '' : `${key}: `}`;
  const hint = suggestion === undefined ? '' : `; did you mean ${JSON.stringify(suggestion)}?`;
  return `${where}${message}${hint}${excerpt === undefined ? '' : `\n${excerpt}`}`;
}

/** More than anybody mends before the next try; in problems, and in characters of all together. */
const MAX_PROBLEMS = 100;
const MAX_LENGTH = 16_000;

/** The first problems, as far as they are told, and how many others there are. */
function firstProblems(problems: readonly Problem[]): {
  readonly shown: readonly Problem[];
  readonly more: number;
} {
  const shown: Problem[] = [];
  let length = 0;
  for (const problem of problems.slice(0, MAX_PROBLEMS)) {
    length += formatProblem(problem).length;
    if (length > MAX_LENGTH && shown.length > 0) break;
    shown.push(problem);
  }
  return { shown, more: problems.length - shown.length };
}

/**
 * The error for a file with problems: one line each, of many the first and a count of the others; and the problems that it
 * shows as data.
 */
export function problemsError(problems: readonly Problem[], fix?: string): FledgeError {
  const { shown, more } = firstProblems(problems);
  const remark =
    more === 0 ? undefined : `and ${more} more ${more === 1 ? 'problem' : 'problems'} in ${problems[0]?.file}`;
  const message = [...shown.map(formatProblem), ...(remark === undefined ? [] : [remark])].join('\n');
  return new FledgeError('config', message, { problems: shown, remark, fix });
}

/** Notes as they are told: of many the first, and one more that counts the others. */
export function firstNotes(notes: readonly Problem[]): readonly Problem[] {
  const { shown, more } = firstProblems(notes);
  const [first] = notes;
  if (more === 0 || first === undefined) return shown;
  return [...shown, { file: first.file, line: 1, column: 1, key: undefined, message: `there are ${more} more notes` }];
}

/** The problems with a place that an error is made of; none for an error of another kind. */
export function problemsOf(error: unknown): readonly Problem[] {
  return error instanceof FledgeError ? error.problems : [];
}

/** A key path as TOML writes it: bare where it can be, quoted where it must, indexes in brackets. */
export function formatKeyPath(path: KeyPath): string {
  return path
    .map((segment, index) => {
      if (typeof segment === 'number') return `[${segment}]`;
      const name = /^[A-Za-z0-9_-]+$/.test(segment) ? segment : JSON.stringify(segment);
      return index === 0 ? name : `.${name}`;
    })
    .join('');
}
