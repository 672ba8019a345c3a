import { once } from 'node:events';
import { activityText } from '../net/activity-text.ts';
import { exitStatusOf, FledgeError } from '../support/errors.ts';
import { followActivities } from '../support/report/activity.ts';
import { errorFields } from '../support/report/error-fields.ts';
import { jsonText } from '../support/report/json-text.ts';
import { collectWarnings, type Warning } from '../support/report/warning.ts';
import type { ErrorDocument } from './json/error.ts';
import { labelledReporter } from './labelled-reporter.ts';
import {
  type ProgressStyle,
  type StreamReporter,
  stackOf,
  streamReporter,
  type TextStream,
  type Verbosity,
} from './stream-reporter.ts';
import { type Style, styleOf } from './style.ts';

/** One run of the command line: its messages, its result and its exit status. */
export interface Session {
  readonly reporter: StreamReporter;
  /** The status of a command without errors; not 0 if the result of the command is negative. */
  exitStatus: number;
  /** The status of a command that failed. */
  statusOfFailure: (error: unknown) => number;
  /** The state of the work, for a user who stops the command. */
  doneSoFar: string;
  /** A reporter whose messages begin with a label, for one of several plugins. In a JSON log, it is the field `plugin`. */
  reporterFor(label: string): StreamReporter;
  /** Writes JSON lines from now on. */
  logAsJson(): Promise<void>;
  /** @throws FledgeError `usage` for both. */
  setVerbosity(options: VerbosityOptions): void;
  /** Formats text of the result: with colours if stdout is a terminal. */
  readonly style: Style;
  /** Prints the result, or a part of it. Waits for a slow reader. */
  print(text: string): Promise<void>;
  /** Prints a part of a result that is not text. */
  printBytes(bytes: Buffer): Promise<void>;
  /** Whether the result is shown on a terminal. */
  readonly isTerminal: boolean;
  /** Prints what a command has done, for people; nothing with `--quiet`. */
  printSummary(text: string): Promise<void>;
  /** Prints a result as JSON. */
  printJson(result: unknown): Promise<void>;
  /**
   * Prints an error as the result, for a program that asked for JSON; nothing if it did not ask, or if a result was
   * printed: stdout is one JSON document.
   */
  printError(error: unknown): void;
}

export interface VerbosityOptions {
  readonly verbose?: boolean;
  readonly quiet?: boolean;
  readonly progress?: ProgressStyle;
}

export interface SessionStreams {
  /** For messages. */
  readonly messages: TextStream;
  /** For the result. */
  readonly result: TextStream;
  /** True if the result is JSON. */
  readonly isJson: boolean;
}

/** A session that writes its messages to a stream, as text. */
export function beginSession({ messages, result, isJson }: SessionStreams): Session {
  let reporterOf = (chosen: Verbosity, style: ProgressStyle): StreamReporter => streamReporter(messages, chosen, style);
  let verbosity: Verbosity = 'normal';
  let progress: ProgressStyle = 'auto';
  let hasPrinted = false;
  const warnings: Warning[] = [];
  let reporter: StreamReporter;
  let labelled = (label: string): StreamReporter => labelledReporter(reporter, label);
  const renewReporter = (): void => {
    const { reporter: collecting } = collectWarnings(reporterOf(verbosity, progress), warnings);
    reporter = collecting;
  };
  renewReporter();
  return {
    get reporter() {
      return reporter;
    },
    reporterFor: (label) => labelled(label),
    style: styleOf(result),
    exitStatus: 0,
    statusOfFailure: exitStatusOf,
    doneSoFar: 'nothing was written',
    async logAsJson() {
      const { beginJsonLog, jsonReporter } = await import('./json-reporter.ts');
      beginJsonLog(messages);
      reporterOf = (chosen, style) => jsonReporter(messages, chosen, { progress: style });
      labelled = (plugin) =>
        collectWarnings(jsonReporter(messages, verbosity, { progress, plugin }), warnings).reporter;
      renewReporter();
    },
    setVerbosity({ quiet, verbose, progress: style = 'auto' }) {
      if (quiet && verbose) throw new FledgeError('usage', '--quiet and --verbose are mutually exclusive');
      progress = style;
      verbosity = quiet ? 'quiet' : verbose ? 'verbose' : 'normal';
      renewReporter();
      followActivities(verbose ? (activity) => reporter.debug(activityText(activity)) : undefined);
    },
    async print(text) {
      hasPrinted = true;
      if (!result.write(text)) await once(result, 'drain');
    },
    async printBytes(bytes) {
      hasPrinted = true;
      if (!result.write(bytes)) await once(result, 'drain');
    },
    isTerminal: 'isTTY' in result && result.isTTY === true,
    async printSummary(text) {
      if (verbosity !== 'quiet') await this.print(text);
    },
    async printJson(value) {
      await this.print(`${jsonText(value, 2)}\n`);
    },
    printError(error) {
      if (!isJson || hasPrinted) return;
      hasPrinted = true;
      const stack = verbosity === 'verbose' && error instanceof Error ? stackOf(error).join('\n') : undefined;
      const document: ErrorDocument = { error: errorFields(error, 'its output with -v', stack), warnings };
      result.write(`${jsonText(document, 2)}\n`);
    },
  };
}
