import type { WarningDetails } from './warning.ts';

/** What the numbers of a progress count. `seconds` is the time of work that cannot be measured. */
export type ProgressUnit = 'bytes' | 'entries' | 'seconds';

/** The progress of one piece of work. Every call is cheap; `update` can be called for each chunk. */
export interface Progress {
  /** `done` and `total` are in the unit of the progress; `total` is undefined while unknown. */
  update(done: number, total?: number): void;
  /** The work succeeded or failed; the bar is removed. */
  end(): void;
}

/** The position in a file that a message refers to; line and column count from 1. */
export interface TextPlace {
  /** The path as the user wrote it. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Messages of the engine for people. The CLI prints them to stderr, the action to its log. */
export interface Reporter {
  /** A new step of the build begins, such as `fetch busybox`. */
  step(title: string): void;
  /** A fact that a user wants to see by default. */
  info(message: string): void;
  /** Something that works but is probably a mistake. The message does not contain the details. */
  warn(message: string, details?: WarningDetails): void;
  /** Only with `--verbose`. */
  debug(message: string): void;
  progress(label: string, unit: ProgressUnit): Progress;
}

const silentProgress: Progress = { update() {}, end() {} };

/** A reporter that prints nothing, for library use and tests. */
export const silentReporter: Reporter = {
  step() {},
  info() {},
  warn() {},
  debug() {},
  progress: () => silentProgress,
};
