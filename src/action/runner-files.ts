import { closeSync, constants, openSync } from 'node:fs';
import * as core from '@actions/core';
import { FledgeError, messageOf, reasonOfCode, systemCodeOf } from '../support/errors.ts';

/** The files for commands to the runner, by their variables. */
type RunnerFile = 'GITHUB_OUTPUT' | 'GITHUB_STATE' | 'GITHUB_PATH';

/** The usual cause: in a job with `container:`, the step runs as another user than the owner of the runner's files. */
export const RUNNER_USER_FIX =
  "run the step as the owner of the file; in a job with container:, set options: --user 1001 (the user of GitHub's runners) or --user 0";

/**
 * Checks, before any work, that the step can write outputs and state.
 *
 * @throws FledgeError `output` that names the file, with a fix.
 */
export function requireRunnerFiles(): void {
  for (const variable of ['GITHUB_STATE', 'GITHUB_OUTPUT'] as const) {
    const path = process.env[variable] || undefined;
    // Without O_CREAT: the runner has created it.
    if (path !== undefined) attempt(variable, () => closeSync(openSync(path, constants.O_WRONLY | constants.O_APPEND)));
  }
}

/** Sets an output of the step. @throws FledgeError `output` if the runner's file cannot be written. */
export function setOutput(name: string, value: string): void {
  attempt('GITHUB_OUTPUT', () => core.setOutput(name, value));
}

/** Saves a value for post. @throws FledgeError `output` if the runner's file cannot be written. */
export function saveState(name: string, value: string): void {
  attempt('GITHUB_STATE', () => core.saveState(name, value));
}

/** Puts a directory on the PATH of later steps. @throws FledgeError `output` if the runner's file cannot be written. */
export function addPath(directory: string): void {
  attempt('GITHUB_PATH', () => core.addPath(directory));
}

function attempt(variable: RunnerFile, action: () => void): void {
  try {
    action();
  } catch (error) {
    const reason = reasonOfCode(systemCodeOf(error)) ?? messageOf(error);
    const path = process.env[variable] ?? '';
    throw new FledgeError('output', `cannot write the runner's file ${path} (${variable}): ${reason}`, {
      cause: error,
      fix: RUNNER_USER_FIX,
    });
  }
}
