import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as core from '@actions/core';
import { type Environment, environmentValue } from '../support/environment.ts';
import { FledgeError, reasonOfCode, systemCodeOf } from '../support/errors.ts';
import { STEP_DIRECTORY } from '../support/files/own-files.ts';
import { RUNNER_USER_FIX, requireRunnerFiles, saveState } from './runner-files.ts';

/** What main leaves for post, by name. */
const STATE = { directory: 'directory', cache: 'cache', built: 'built' } as const;

/**
 * Creates the directory of this step below RUNNER_TEMP. Post knows of it before anything is in it, and finds it however
 * main ends.
 *
 * @throws FledgeError `output` if it cannot be created, or the runner cannot be told of it.
 */
export function createStepDirectory(env: Environment): string {
  requireRunnerFiles();
  const directory = makeDirectory(environmentValue(env, 'RUNNER_TEMP') ?? tmpdir());
  try {
    saveState(STATE.directory, directory);
  } catch (error) {
    rmdirSync(directory);
    throw error;
  }
  return directory;
}

function makeDirectory(parent: string): string {
  try {
    return mkdtempSync(join(parent, STEP_DIRECTORY));
  } catch (error) {
    const reason = reasonOfCode(systemCodeOf(error)) ?? String(error);
    throw new FledgeError('output', `cannot create a directory in ${parent} (RUNNER_TEMP): ${reason}`, {
      cause: error,
      fix: RUNNER_USER_FIX,
    });
  }
}

/** The directory that `createStepDirectory` made, or undefined if main did not come that far. */
export function stepDirectoryOfMain(): string | undefined {
  return core.getState(STATE.directory) || undefined;
}

/** Leaves a JSON document about the cache for post. */
export function saveCacheState(document: unknown): void {
  saveState(STATE.cache, JSON.stringify(document));
}

/** What `saveCacheState` left last. */
export function cacheStateOfMain(): unknown {
  const text = core.getState(STATE.cache);
  return text === '' ? undefined : JSON.parse(text);
}

/** Tells post that every build came to its end, so that what none of them used is of no use. */
export function saveThatAllWasBuilt(): void {
  saveState(STATE.built, 'all');
}

/** Whether `saveThatAllWasBuilt` was called. */
export function wasAllBuilt(): boolean {
  return core.getState(STATE.built) === 'all';
}
