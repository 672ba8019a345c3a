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
}
