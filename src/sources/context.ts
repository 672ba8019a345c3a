import type { Reporter } from '../support/reporter.ts';
import type { Delay } from '../support/retry.ts';

/** What every source needs to know about the build it works for. */
export interface SourceContext {
  /** Absolute; relative paths in fledge.toml start here. */
  readonly baseDirectory: string;
  /** Absolute; see `cacheDirectoryOf`. Created when something is downloaded. */
  readonly cacheDirectory: string;
  readonly reporter: Reporter;
  /** Proxies, GITHUB_TOKEN and FLEDGE_GITHUB_API_URL are read from here. */
  readonly env: Environment;
  readonly signal?: AbortSignal | undefined;
  /** Other patience than the default; tests are in more of a hurry. */
  readonly network?: Partial<NetworkSettings> | undefined;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** How long a server is waited for, in milliseconds, and how the waits between attempts are spent. */
export interface NetworkSettings {
  /** Until a connection stands, TLS included. */
  readonly connectTimeoutMs: number;
  /** From sending the request to the end of the response's headers, connecting included. */
  readonly headersTimeoutMs: number;
  /** Between two pieces of the body. */
  readonly stallTimeoutMs: number;
  /** Between two pieces of an image; longer, because skopeo waits for a registry that is busy. */
  readonly registryStallMs: number;
  /** What a server has to send on average, once the longest pause is over; in bytes. */
  readonly minBytesPerSecond: number;
  /** The time over which a download is averaged for that. */
  readonly slowPeriodMs: number;
  /** The wait before another attempt; default: a real one. */
  readonly delay: Delay | undefined;
}

export const DEFAULT_NETWORK: NetworkSettings = {
  connectTimeoutMs: 15_000,
  headersTimeoutMs: 60_000,
  stallTimeoutMs: 30_000,
  registryStallMs: 180_000,
  minBytesPerSecond: 1024,
  slowPeriodMs: 60_000,
  delay: undefined,
};

/** A value of the environment; an empty one counts as not set. */
export function environmentValue(env: Environment, name: string): string | undefined {
  const value = env[name];
  return value === undefined || value === '' ? undefined : value;
}
