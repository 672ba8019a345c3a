import { homedir } from 'node:os';
import type { NetworkContext } from '../net/context.ts';
import type { Environment } from '../support/environment.ts';
import type { Reporter } from '../support/report/reporter.ts';
import { cacheDirectoryOf } from './cache.ts';

/** The facts of a build that every source needs. */
export interface SourceContext extends NetworkContext {
  /** Absolute; relative paths in fledge.toml start here. */
  readonly baseDirectory: string;
  /** Absolute; see `cacheDirectoryOf`. Created when something is downloaded. */
  readonly cacheDirectory: string;
}

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
