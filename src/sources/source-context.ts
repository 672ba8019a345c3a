import { homedir } from 'node:os';
import type { Environment } from '../support/environment.ts';
import type { Reporter } from '../support/report/reporter.ts';
import { cacheDirectoryOf } from './cache.ts';
import type { SourceContext } from './context.ts';

/** Environment, reporter and abort signal of the caller. */
export interface SourceUser {
  readonly env: Environment;
  readonly reporter: Reporter;
  readonly signal?: AbortSignal | undefined;
}

/** The context of the sources; `directory` is that of fledge.toml. */
export function sourceContext({ env, reporter, signal }: SourceUser, directory: string): SourceContext {
  const cacheDirectory = cacheDirectoryOf(env, { home: homedir, cwd: process.cwd() });
  return { baseDirectory: directory, cacheDirectory, reporter, env, signal };
}
