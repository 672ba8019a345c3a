import { setTimeout as sleep } from 'node:timers/promises';

/** What to do about a failed attempt: nothing more, or another one, not sooner than the failure itself asks for. */
export type RetryVerdict = 'give-up' | { readonly waitAtLeastMs: number };

export interface RetryOptions {
  /** What a failure of an attempt means. Called for every failure, also of the last attempt. */
  readonly judge: (error: unknown) => RetryVerdict;
  /** How often it is tried in all; default 4. */
  readonly attempts?: number;
  /** How many milliseconds all waits may have together; default: any. */
  readonly maxWaitInAllMs?: number;
  /** Told before each wait. `attempt` is the number of the one that failed, from 1. */
  readonly onRetry?: (failure: { error: unknown; attempt: number; attempts: number; waitMs: number }) => void;
  /** Waits for so many milliseconds, or throws the signal's reason when that aborts first. */
  readonly delay?: Delay;
  /** A number in [0, 1) that spreads the waits of many builds that failed together. */
  readonly random?: () => number;
  readonly signal?: AbortSignal | undefined;
}

export type Delay = (milliseconds: number, signal?: AbortSignal) => Promise<void>;

export const DEFAULT_ATTEMPTS = 4;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;

/**
 * Calls `action` until it succeeds, its failure is one that another attempt would not mend, or the attempts are used
 * up, or the next wait would make too much of all waits; then throws the last failure as it is. Waits double from 0.5 s on, each with up to half of it left to chance.
 */
export async function retry<T>(action: (attempt: number) => Promise<T>, options: RetryOptions): Promise<T> {
  const { judge, onRetry, signal, attempts = DEFAULT_ATTEMPTS, delay = delayFor, random = Math.random } = options;
  const { maxWaitInAllMs = Number.POSITIVE_INFINITY } = options;
  let waitedMs = 0;
  for (let attempt = 1; ; attempt += 1) {
    signal?.throwIfAborted();
    try {
      return await action(attempt);
    } catch (error) {
      signal?.throwIfAborted();
      const verdict = judge(error);
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
