import { delimiter } from 'node:path';
import { notMapped } from '../recipe/own-paths.ts';
import type { Environment } from '../support/environment.ts';

/** The parts of a build's environment. A later part replaces variables of an earlier one. */
export interface BuildEnvironment {
  /** The environment of the step. */
  readonly step: Environment;
  /** The variable that names the directory of downloads, if the action has restored it. */
  readonly cache: Environment;
  /** The variable that names the file with the logins of registries, if the inputs have a login. */
  readonly login?: Environment;
  /** Directories of installed tools, which are searched before the PATH of the step. */
  readonly tools?: readonly string[];
  /** Files that builds of this step write; no build maps them. */
  readonly written?: readonly string[];
}

/**
 * The environment of a build. It has no token of the runner: with that token, artifacts and caches of this run could be
 * written, and no program of a build does so.
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
