import type { WarningCode } from './report/warning-codes.ts';

/** A position in a text; line and column count from 1, columns in characters. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** One problem in a file, or a note on it. */
export interface Problem extends Position {
  readonly file: string;
  /** The key as it is written in the file, such as `agent.version`; undefined for syntax errors. */
  readonly key: string | undefined;
  readonly message: string;
  /** The nearest valid name or value. */
  readonly suggestion?: string | undefined;
  /** The line, with a caret below it. */
  readonly excerpt?: string | undefined;
  /** For a problem that does not end the work: its kind as a warning, or `note` if it is not even a warning. */
  readonly code?: WarningCode | 'note' | undefined;
}

/** The beginning of a message about a place in a file: `fledge.toml:LINE:COL: key: `. */
export function formatPlace({ file, line, column, key }: Pick<Problem, 'file' | 'line' | 'column' | 'key'>): string {
  return `${file}:${line}:${column}: ${key === undefined ? '' : `${key}: `}`;
}
