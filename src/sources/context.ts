import type { NetworkContext } from '../net/context.ts';

/** The facts of a build that every source needs. */
export interface SourceContext extends NetworkContext {
  /** Absolute; relative paths in fledge.toml start here. */
  readonly baseDirectory: string;
  /** Absolute; see `cacheDirectoryOf`. Created when something is downloaded. */
  readonly cacheDirectory: string;
}
