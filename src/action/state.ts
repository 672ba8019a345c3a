import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as core from '@actions/core';
import { type Environment, environmentValue } from '../sources/context.ts';

/** What main leaves for post, by name. */
const STATE = { directory: 'directory', cache: 'cache', built: 'built' } as const;

/**
 * Creates the directory of this step below RUNNER_TEMP. Post knows of it before anything is in it, and finds it however
 * main ends.
 */
export function createStepDirectory(env: Environment): string {
  const directory = mkdtempSync(join(environmentValue(env, 'RUNNER_TEMP') ?? tmpdir(), 'fledge-step-'));
  core.saveState(STATE.directory, directory);
  return directory;
}

/** The directory that `createStepDirectory` made, or undefined if main did not come that far. */
export function stepDirectoryOfMain(): string | undefined {
  return core.getState(STATE.directory) || undefined;
}

/** Leaves a JSON document about the cache for post. */
export function saveCacheState(document: unknown): void {
  core.saveState(STATE.cache, JSON.stringify(document));
}

/** What `saveCacheState` left last. */
export function cacheStateOfMain(): unknown {
  const text = core.getState(STATE.cache);
  return text === '' ? undefined : JSON.parse(text);
}

/** Tells post that every build came to its end, so that what none of them used is of no use. */
export function saveThatAllWasBuilt(): void {
  core.saveState(STATE.built, 'all');
}

/** Whether `saveThatAllWasBuilt` was called. */
export function wasAllBuilt(): boolean {
  return core.getState(STATE.built) === 'all';
}
