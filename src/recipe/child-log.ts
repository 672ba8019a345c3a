import { type FledgeError, shortened } from '../support/errors.ts';
import { errorOfEvent, LOG_SCHEMA, parseLogEvent } from '../support/report/log-events.ts';
import type { Progress, ProgressUnit, Reporter } from '../support/report/reporter.ts';

/** The maximum number of characters shown of a line that is not an event. */
const MAX_SHOWN = 2000;
/** The maximum number of progress displays at the same time. */
const MAX_PROGRESS = 64;

/**
 * The log of a build in another process. It reads that process's stderr line by line, passes the events to a reporter, and
 * keeps the error. The process writes `--log-format json`; lines of other programs are passed on as text, shortened. No
 * line is trusted: the reporter escapes text for its output.
 */
export class ChildLog {
  readonly #reporter: Reporter;
  readonly #progress = new Map<string, Progress>();
  #error: FledgeError | undefined;
  #isUnderstood = false;

  constructor(reporter: Reporter) {
    this.#reporter = reporter;
  }

  /** The error that the build has reported; undefined if there is none. */
  get error(): FledgeError | undefined {
    return this.#error;
  }

  /** True if the process writes a log of the schema that this program reads. */
  get isUnderstood(): boolean {
    return this.#isUnderstood;
  }

  add(line: string): void {
    const event = parseLogEvent(line);
    switch (event?.type) {
      case undefined:
        if (line.trim() !== '') this.#reporter.info(shortened(line.trim(), MAX_SHOWN));
        break;
      case 'start':
        this.#isUnderstood = event.schema === LOG_SCHEMA;
        break;
      case 'step':
        this.#reporter.step(event.title);
        break;
      case 'info':
        this.#reporter.info(event.message);
        break;
      case 'debug':
        this.#reporter.debug(event.message);
        break;
      case 'warning':
        this.#reporter.warn(event.warning?.message ?? event.message, event.warning);
        break;
      case 'progress':
        this.#showProgress(event);
        break;
      case 'error':
        this.#error ??= errorOfEvent(event);
        break;
    }
  }

  #showProgress({
    label,
    unit,
    done,
    total,
    ended,
  }: {
    readonly label: string;
    readonly unit: ProgressUnit;
    readonly done: number;
    readonly total?: number | undefined;
    readonly ended?: boolean | undefined;
  }): void {
    const key = `${unit} ${label}`;
    let progress = this.#progress.get(key);
    if (progress === undefined) {
      if (ended === true || this.#progress.size >= MAX_PROGRESS) return;
      progress = this.#reporter.progress(label, unit);
      this.#progress.set(key, progress);
    }
    if (ended !== true) progress.update(done, total);
    else {
      progress.end();
      this.#progress.delete(key);
    }
  }

  /** Ends all progress displays. To be called when the process has ended. */
  end(): void {
    for (const progress of this.#progress.values()) progress.end();
    this.#progress.clear();
  }
}
