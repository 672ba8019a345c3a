import type { Environment } from '../support/environment.ts';
import type { Reporter } from '../support/report/reporter.ts';
import type { Delay } from '../support/retry.ts';

/** What the caller of a request provides. */
export interface NetworkContext {
  /** Proxies, GITHUB_TOKEN, FLEDGE_GITHUB_API_URL and variables of the runner are read from here. */
  readonly env: Environment;
  readonly reporter: Reporter;
  readonly signal?: AbortSignal | undefined;
  /** Timeouts other than the default ones; tests use shorter ones. */
  readonly network?: Partial<NetworkSettings> | undefined;
}

/** Timeouts of requests, in milliseconds, and how the waits between attempts are spent. */
export interface NetworkSettings {
  /** To connect, including the TLS handshake. */
  readonly connectTimeoutMs: number;
  /** From sending the request to the end of the response's headers, connecting included. */
  readonly headersTimeoutMs: number;
  /** Between two pieces of the body. */
  readonly stallTimeoutMs: number;
  /** Between two pieces of an image; longer, because skopeo waits for a registry that is busy. */
  readonly registryStallMs: number;
  /** The average rate below which a download is given up, after its longest pause; in bytes. */
  readonly minBytesPerSecond: number;
  /** The time over which that average is computed. */
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
