import { homedir } from 'node:os';
import type { NetworkContext } from '../net/context.ts';
import type { Environment } from '../support/environment.ts';
import type { Reporter } from '../support/report/reporter.ts';
import { cacheLimitOf } from './cache/limit.ts';
import { type CacheUse, cacheUse } from './cache/use.ts';
import { cacheDirectoryOf } from './cache.ts';

/** The facts of a build that every source needs. */
export interface SourceContext extends NetworkContext {
  /** Absolute; relative paths in fledge.toml start here. */
  readonly baseDirectory: string;
  /** Absolute; see `cacheDirectoryOf`. Created when something is downloaded. */
  readonly cacheDirectory: string;
  /** Ended by the owner of the context when no file of the cache is read any more. */
  readonly cacheUse?: CacheUse | undefined;
}

/** Environment, reporter and abort signal of the caller. */
export interface SourceUser {
  readonly env: Environment;
  readonly reporter: Reporter;
  readonly signal?: AbortSignal | undefined;
}

/** A context with the use of its cache. */
export interface OwnSourceContext extends SourceContext {
  readonly cacheUse: CacheUse;
}

/**
 * The context of the sources; `directory` is that of fledge.toml.
 *
 * @throws FledgeError `usage` if the size limit of the cache is not a size.
 */
export function sourceContext({ env, reporter, signal }: SourceUser, directory: string): OwnSourceContext {
  const cacheDirectory = cacheDirectoryOf(env, { home: homedir, cwd: process.cwd() });
  const use = cacheUse({ directory: cacheDirectory, limit: cacheLimitOf(env), reporter });
  return { baseDirectory: directory, cacheDirectory, cacheUse: use, reporter, env, signal };
}
