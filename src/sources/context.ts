import type { NetworkContext } from '../net/context.ts';

/** What every source needs to know about the build it works for. */
export interface SourceContext extends NetworkContext {
  /** Absolute; relative paths in fledge.toml start here. */
  readonly baseDirectory: string;
  /** Absolute; see `cacheDirectoryOf`. Created when something is downloaded. */
  readonly cacheDirectory: string;
}
