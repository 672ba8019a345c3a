import type { Environment, NetworkSettings } from '../sources/context.ts';
import type { Reporter } from '../support/reporter.ts';

/** What whoever publishes needs to know of the run it publishes for. */
export interface PublishContext {
  /** Of the process; variables of the runner and of proxies are read from here. */
  readonly env: Environment;
  readonly reporter: Reporter;
  readonly signal?: AbortSignal | undefined;
  /** Other patience than the default; tests are in more of a hurry. */
  readonly network?: Partial<NetworkSettings> | undefined;
}
