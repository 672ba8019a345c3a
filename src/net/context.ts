import type { Environment } from '../support/environment.ts';
import type { Reporter } from '../support/report/reporter.ts';
import type { Delay } from '../support/retry.ts';

/** The environment, reporter and abort signal of a request's caller. */
export interface NetworkContext {
  /** The source of proxies, GITHUB_TOKEN, FLEDGE_GITHUB_API_URL and variables of the runner. */
  readonly env: Environment;
  readonly reporter: Reporter;
  readonly signal?: AbortSignal | undefined;
  /** Timeouts other than the default ones; tests use shorter ones. */
  readonly network?: Partial<NetworkSettings> | undefined;
}

/** Timeouts of requests, in milliseconds, and the timer for waits between attempts. */
export interface NetworkSettings {
  /** To connect, including the TLS handshake. */
  readonly connectTimeoutMs: number;
  /** From the connection attempt to the end of the response's headers. */
  readonly headersTimeoutMs: number;
  /** Between two pieces of the body. */
  readonly stallTimeoutMs: number;
  /** Between two pieces of an image; longer, because skopeo waits for a busy registry. */
  readonly registryStallMs: number;
  /** A download with a lower average rate is stopped; in bytes per second. */
  readonly minBytesPerSecond: number;
  /** The period of this average, in milliseconds. */
  readonly slowPeriodMs: number;
  /** The wait before another attempt; default: a timer. */
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
