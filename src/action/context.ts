import type { Environment } from '../support/environment.ts';
import type { ActionReporter } from './report/reporter.ts';

/** What every mode needs to know of the step it runs in. */
export interface ActionContext {
  /** Of this process, without secret inputs. */
  readonly env: Environment;
  readonly reporter: ActionReporter;
  /** A directory that only this step uses, readable by this user only; post removes it. */
  readonly directory: string;
}
