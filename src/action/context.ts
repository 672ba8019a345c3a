import { dirname, join } from 'node:path';
import type { Environment } from '../support/environment.ts';
import { FledgeError } from '../support/errors.ts';
import type { ActionReporter } from './report/reporter.ts';
import type { JobSummary } from './report/summary/job-summary.ts';

/** The context of the step. */
export interface ActionContext {
  /** The environment of this process, without secret inputs. */
  readonly env: Environment;
  readonly reporter: ActionReporter;
  readonly summary: JobSummary;
  /** A directory that only this step uses, readable by this user only; post removes it. */
  readonly directory: string;
}

/**
 * The bundle of the command line, next to the running bundle in dist/.
 *
 * @throws FledgeError `internal` if the path of the running program is unknown.
 */
export function fledgeBundle(): string {
  const [, own] = process.argv;
  if (own === undefined) throw new FledgeError('internal', 'the path of the running program is unknown');
  return join(dirname(own), '../cli/index.js');
}
