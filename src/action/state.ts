import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as core from '@actions/core';
import { type Environment, environmentValue } from '../support/environment.ts';
import { FledgeError, reasonOfCode, systemCodeOf } from '../support/errors.ts';
import { STEP_DIRECTORY } from '../support/files/own-files.ts';
import { RUNNER_USER_FIX, requireRunnerFiles, saveState } from './runner-files.ts';

/** Names of the state of main for post. */
const STATE = { directory: 'directory', cache: 'cache', built: 'built' } as const;

/**
 * Creates the directory of this step in RUNNER_TEMP. Its path is saved for post before any file is written, so post
 * finds it however main ends.
 *
 * @throws FledgeError `output` if it cannot be created, or the state cannot be saved.
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

/** The directory of `createStepDirectory`, or undefined if main did not create it. */
export function stepDirectoryOfMain(): string | undefined {
  return core.getState(STATE.directory) || undefined;
}

/** Saves a JSON document about the cache for post. */
export function saveCacheState(document: unknown): void {
  saveState(STATE.cache, JSON.stringify(document));
}

/** The last document of `saveCacheState`. */
export function cacheStateOfMain(): unknown {
  const text = core.getState(STATE.cache);
  return text === '' ? undefined : JSON.parse(text);
}

/** Saves for post that all builds have succeeded, so that unused cached files can be removed. */
export function saveThatAllWasBuilt(): void {
  saveState(STATE.built, 'all');
}

/** True if `saveThatAllWasBuilt` was called. */
export function wasAllBuilt(): boolean {
  return core.getState(STATE.built) === 'all';
}
