/** Where a piece of work says how far it is. Every call is cheap; `update` may be called per chunk. */
export interface Progress {
  /** `done` and `total` in bytes (or whatever unit the label says); `total` is undefined while unknown. */
  update(done: number, total?: number): void;
  /** The work ended, well or not; the bar is taken away. */
  end(): void;
}

/** A place in a file that a message is about; line and column count from 1. */
export interface TextPlace {
  /** As the user named it. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What the engine tells people while it works. The CLI prints it to stderr, the Action to its log. */
export interface Reporter {
  /** A new step of the build begins, such as `fetch busybox`. */
  step(title: string): void;
  /** A fact that a user wants to see by default. */
  info(message: string): void;
  /** Something that works but is probably not what was meant. The message says by itself where, if there is a place. */
  warn(message: string, place?: TextPlace): void;
  /** Only with `--verbose`. */
  debug(message: string): void;
  progress(label: string, unit: 'bytes' | 'entries'): Progress;
}

const silentProgress: Progress = { update() {}, end() {} };

/** A reporter that says nothing, for library use and tests. */
export const silentReporter: Reporter = {
  step() {},
  info() {},
  warn() {},
  debug() {},
  progress: () => silentProgress,
};
