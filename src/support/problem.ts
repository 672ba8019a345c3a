/** A place in a text; both count from 1, and columns count characters. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** One thing that is wrong in a file, or worth a note. */
export interface Problem extends Position {
  readonly file: string;
  /** The key as a reader of the file would write it, such as `agent.version`; undefined for syntax errors. */
  readonly key: string | undefined;
  readonly message: string;
  /** The nearest valid name or value. */
  readonly suggestion?: string | undefined;
  /** The line itself with a caret below. */
  readonly excerpt?: string | undefined;
}
