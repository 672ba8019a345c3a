import { FledgeError } from '../support/errors.ts';
import { formatPlace, type Problem } from '../support/problem.ts';
import type { Reporter } from '../support/report/reporter.ts';
import { counted } from '../support/text.ts';

export type { Position, Problem } from '../support/problem.ts';

/** The keys (and array indexes) that lead to a value. */
export type KeyPath = readonly (string | number)[];

/** A problem before its position in the file is known. */
export interface Finding {
  readonly path: KeyPath;
  readonly message: string;
  readonly suggestion?: string;
  /** See `Problem`. */
  readonly code?: Problem['code'];
  /** Set if another finding can make this one redundant, or the reverse. */
  readonly about?: 'missing' | 'unknown';
}

/** The problem as text: `fledge.toml:LINE:COL: key: message; did you mean "…"?`. */
export function formatProblem(problem: Problem): string {
  const { excerpt } = problem;
  return `${formatPlace(problem)}${withSuggestion(problem)}${excerpt === undefined ? '' : `\n${excerpt}`}`;
}

function withSuggestion({ message, suggestion }: Problem): string {
  return suggestion === undefined ? message : `${message}; did you mean ${JSON.stringify(suggestion)}?`;
}

/** Reports problems that do not end the work: as warnings, or as notes. */
export function reportProblems(problems: readonly Problem[], reporter: Reporter): void {
  for (const problem of problems) {
    const { code = 'no-effect' } = problem;
    if (code === 'note') reporter.info(`note: ${formatProblem(problem)}`);
    else reporter.warn(withSuggestion(problem), { ...problem, code });
  }
}

/** Limits of one error: problems, and characters of all problems together. */
const MAX_PROBLEMS = 100;
const MAX_LENGTH = 16_000;

/** The problems within the limits, and the number of the others. */
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
 * The error for a file with problems: one line for each of the first ones, the number of the others, and the shown
 * problems as data.
 */
export function problemsError(problems: readonly Problem[], fix?: string): FledgeError {
  const { shown, more } = firstProblems(problems);
  const remark = more === 0 ? undefined : `and ${counted(more, 'more problem')} in ${problems[0]?.file}`;
  const message = [...shown.map(formatProblem), ...(remark === undefined ? [] : [remark])].join('\n');
  return new FledgeError('config', message, { problems: shown, remark, fix });
}

/** The first notes, and one more note with the number of the others. */
export function firstNotes(notes: readonly Problem[]): readonly Problem[] {
  const { shown, more } = firstProblems(notes);
  const [first] = notes;
  if (more === 0 || first === undefined) return shown;
  return [...shown, { file: first.file, line: 1, column: 1, key: undefined, message: `there are ${more} more notes` }];
}

/** The problems of an error; empty for another kind of error. */
export function problemsOf(error: unknown): readonly Problem[] {
  return error instanceof FledgeError ? error.problems : [];
}

/** A key path in TOML syntax: bare keys if possible, otherwise quoted, indexes in brackets. */
export function formatKeyPath(path: KeyPath): string {
  return path
    .map((segment, index) => {
      if (typeof segment === 'number') return `[${segment}]`;
      const name = /^[A-Za-z0-9_-]+$/.test(segment) ? segment : JSON.stringify(segment);
      return index === 0 ? name : `.${name}`;
    })
    .join('');
}
