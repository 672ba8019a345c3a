import { VERSION } from '../support/about.ts';
import { errorEvent, formatLogEvent, LOG_SCHEMA, type LogEvent } from '../support/report/log-events.ts';
import type { Progress, ProgressUnit } from '../support/report/reporter.ts';
import { describeWarning, warningOf } from '../support/report/warning.ts';
import { type ProgressStyle, type StreamReporter, stackOf, type Verbosity } from './stream-reporter.ts';

/** The interval between progress events, in milliseconds. */
const PROGRESS_INTERVAL = 1000;

/** Begins a log of one JSON object per line (src/support/report/log-events.ts) with the line that names its schema. */
export function beginJsonLog(stream: NodeJS.WritableStream): void {
  stream.write(formatLogEvent({ type: 'start', schema: LOG_SCHEMA, fledge: VERSION }));
}

/** The settings of a JSON log. */
export interface JsonLogOptions {
  readonly progress?: ProgressStyle;
  /** The field of this name in each line, if the program builds several plugins. */
  readonly plugin?: string;
}

/** Reports to a stream as JSON, one object a line. Quiet prints only errors. */
export function jsonReporter(
  stream: NodeJS.WritableStream,
  verbosity: Verbosity,
  { progress = 'auto', plugin }: JsonLogOptions = {},
): StreamReporter {
  const log = (event: LogEvent): void => {
    stream.write(formatLogEvent(event, plugin));
  };
  const isQuiet = verbosity === 'quiet';
  const isVerbose = verbosity === 'verbose';
  return {
    step(title) {
      if (!isQuiet) log({ type: 'step', title });
    },
    info(message) {
      if (!isQuiet) log({ type: 'info', message });
    },
    warn(message, details) {
      if (isQuiet) return;
      const { file, line, column } = details ?? {};
      const isPlaced = file !== undefined && line !== undefined && column !== undefined;
      log({
        type: 'warning',
        message: describeWarning(message, details),
        ...(isPlaced && { place: { file, line, column } }),
        warning: warningOf(message, details),
      });
    },
    debug(message) {
      if (isVerbose) log({ type: 'debug', message });
    },
    error(error) {
      const stack = isVerbose && error instanceof Error ? stackOf(error).join('\n') : undefined;
      log(errorEvent(error, 'its output with -v', stack));
    },
    progress: (label, unit) => (isQuiet || progress === 'none' ? silent : jsonProgress(label, unit, log)),
  };
}

const silent: Progress = { update() {}, end() {} };

function jsonProgress(label: string, unit: ProgressUnit, log: (event: LogEvent) => void): Progress {
  let loggedAt = Date.now();
  let last: Extract<LogEvent, { readonly type: 'progress' }> | undefined;
  let isLogged = false;
  return {
    update(done, total) {
      last = { type: 'progress', label, unit, done, ...(total !== undefined && { total }) };
      const now = Date.now();
      if (now - loggedAt < PROGRESS_INTERVAL) return;
      loggedAt = now;
      isLogged = true;
      log(last);
    },
    end() {
      if (isLogged && last !== undefined) log({ ...last, ended: true });
    },
  };
}
