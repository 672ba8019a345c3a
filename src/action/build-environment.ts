import { delimiter } from 'node:path';
import { notMapped } from '../recipe/own-paths.ts';
import type { Environment } from '../support/environment.ts';

/** The parts of a build's environment. A later part replaces variables of an earlier one. */
export interface BuildEnvironment {
  /** The environment of the step. */
  readonly step: Environment;
  /** The variable for the directory of downloads, if the action has restored it. */
  readonly cache: Environment;
  /** The variable for the file with the logins of registries, if the inputs contain a login. */
  readonly login?: Environment;
  /** Directories of installed tools, which are searched before the PATH of the step. */
  readonly tools?: readonly string[];
  /** Files that builds of this step write; no build maps them. */
  readonly written?: readonly string[];
}

/**
 * The environment of a build. It does not contain the runner's token: no program of a build needs it, and it gives
 * write access to artifacts and caches of this run.
 */
export function environmentOfBuild({
  step,
  cache,
  login = {},
  tools = [],
  written = [],
}: BuildEnvironment): Environment {
  const path = [...tools, ...(step['PATH'] === undefined ? [] : [step['PATH']])];
  return {
    ...step,
    ...cache,
    ...login,
    PATH: path.length === 0 ? undefined : path.join(delimiter),
    ACTIONS_RUNTIME_TOKEN: undefined,
    ...notMapped(written),
  };
}
