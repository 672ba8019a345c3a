import { setTimeout as sleep } from 'node:timers/promises';

/** The decision after a failed attempt: give up, or try again after at least this wait in milliseconds. */
export type RetryVerdict = 'give-up' | { readonly waitAtLeastMs: number };

export interface RetryOptions {
  /** Decides whether to try again. Called after every failure, also of the last attempt. */
  readonly classify: (error: unknown) => RetryVerdict;
  /** The maximum number of attempts; default: 4. */
  readonly attempts?: number;
  /** The maximum sum of all waits, in milliseconds; default: not limited. */
  readonly maxWaitInAllMs?: number;
  /** Called before each wait. `attempt` is the number of the failed attempt, from 1. */
  readonly onRetry?: (failure: { error: unknown; attempt: number; attempts: number; waitMs: number }) => void;
  /** Waits; throws the signal's reason if the signal aborts first. */
  readonly delay?: Delay;
  /** A number in [0, 1): jitter for builds that fail at the same time. */
  readonly random?: () => number;
  readonly signal?: AbortSignal | undefined;
}

export type Delay = (milliseconds: number, signal?: AbortSignal) => Promise<void>;

export const DEFAULT_ATTEMPTS = 4;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;

/**
 * Calls `action` until it succeeds, with exponential backoff: waits double from 0.5 s, up to 15 s, and up to half of a
 * wait is random.
 *
 * @throws the last failure, if another attempt would not help, all attempts failed, or the next wait would exceed the
 *   limit of all waits.
 */
export async function retry<T>(action: (attempt: number) => Promise<T>, options: RetryOptions): Promise<T> {
  const { classify, onRetry, signal, attempts = DEFAULT_ATTEMPTS, delay = delayFor, random = Math.random } = options;
  const { maxWaitInAllMs = Number.POSITIVE_INFINITY } = options;
  let waitedMs = 0;
  for (let attempt = 1; ; attempt += 1) {
    signal?.throwIfAborted();
    try {
      return await action(attempt);
    } catch (error) {
      signal?.throwIfAborted();
      const verdict = classify(error);
      if (verdict === 'give-up' || attempt >= attempts) throw error;
      const waitMs = Math.max(verdict.waitAtLeastMs, backoffMs(attempt, random()));
      waitedMs += waitMs;
      if (waitedMs > maxWaitInAllMs) throw error;
      onRetry?.({ error, attempt, attempts, waitMs });
      await delay(waitMs, signal);
    }
  }
}

/** The wait in milliseconds after the failed attempt with this number (from 1); `chance` is in [0, 1). */
export function backoffMs(attempt: number, chance: number): number {
  const full = Math.min(FIRST_WAIT_MS * 2 ** (attempt - 1), LONGEST_WAIT_MS);
  return Math.round(full / 2 + (full / 2) * chance);
}

async function delayFor(milliseconds: number, signal?: AbortSignal): Promise<void> {
  try {
    await sleep(milliseconds, undefined, signal === undefined ? {} : { signal });
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
}
