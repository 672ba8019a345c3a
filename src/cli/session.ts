import { exitStatusOf, FledgeError } from '../support/errors.ts';
import { type StreamReporter, streamReporter, type Verbosity } from './stream-reporter.ts';

/** One run of the command line: its reporter and its exit status. */
export interface Session {
  readonly reporter: StreamReporter;
  /** The status of a command without errors; not 0 if the result of the command is negative. */
  exitStatus: number;
  /** The status of a command that failed. */
  statusOfFailure: (error: unknown) => number;
  /** The state of the work, for a user who stops the command. */
  doneSoFar: string;
  /** Writes JSON lines from now on. */
  logAsJson(): Promise<void>;
  /** @throws FledgeError `usage` for both. */
  setVerbosity(options: VerbosityOptions): void;
}

export interface VerbosityOptions {
  readonly verbose?: boolean;
  readonly quiet?: boolean;
}

/** A session that writes its messages to a stream, as text. */
export function beginSession(stream: NodeJS.WriteStream): Session {
  let reporterOf = (verbosity: Verbosity): StreamReporter => streamReporter(stream, verbosity);
  let reporter = reporterOf('normal');
  return {
    get reporter() {
      return reporter;
    },
    exitStatus: 0,
    statusOfFailure: exitStatusOf,
    doneSoFar: 'nothing was written',
    async logAsJson() {
      const { beginJsonLog, jsonReporter } = await import('./json-reporter.ts');
      beginJsonLog(stream);
      reporterOf = (verbosity) => jsonReporter(stream, verbosity);
      reporter = reporterOf('normal');
    },
    setVerbosity({ quiet, verbose }) {
      if (quiet && verbose) throw new FledgeError('usage', '--quiet and --verbose are mutually exclusive');
      reporter = reporterOf(quiet ? 'quiet' : verbose ? 'verbose' : 'normal');
    },
  };
}
