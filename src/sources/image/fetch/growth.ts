import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Progress } from '../../../support/report/reporter.ts';

/** Interval in milliseconds: short enough for a smooth progress bar, and cheap. */
const INTERVAL_MS = 250;

/**
 * Runs `work`, which does not report its progress, such as a program that copies. Meanwhile `measure` reads the written
 * bytes from the disk, and `progress` is updated with them. Progress ends with the work, also if it fails.
 */
export async function reportGrowth<T>(
  progress: Progress,
  measure: () => { readonly done: number; readonly total?: number },
  work: () => Promise<T>,
): Promise<T> {
  const timer = setInterval(() => {
    const { done, total } = measure();
    progress.update(done, total);
  }, INTERVAL_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    progress.end();
  }
}

/** A check that is repeated while a program runs. */
export interface Check {
  readonly everyMs: number;
  /** The reason to stop the program, or undefined. */
  readonly problem: () => Error | undefined;
}

/** A check of the output of a program, frequent enough that the program cannot exceed a limit by much. */
export function growthCheck(problem: () => Error | undefined): Check {
  return { everyMs: INTERVAL_MS, problem };
}

/** A check of the minimum transfer rate, averaged between two checks. */
export function speedCheck(
  measure: () => number,
  { everyMs, bytesPerSecond }: { readonly everyMs: number; readonly bytesPerSecond: number },
  tooSlow: (bytes: number) => Error,
): Check {
  let last = measure();
  return {
    everyMs,
    problem() {
      const now = measure();
      const bytes = now - last;
      last = now;
      return bytes < (bytesPerSecond * everyMs) / 1000 ? tooSlow(bytes) : undefined;
    },
  };
}

/** Stops a program through its signal as soon as a check finds a problem, or `fail` is called. */
export class Supervisor {
  readonly #controller = new AbortController();
  readonly #timers: readonly NodeJS.Timeout[];
  #failure: Error | undefined;

  constructor(checks: readonly Check[]) {
    this.#timers = checks.map(({ everyMs, problem }) =>
      setInterval(() => {
        const found = problem();
        if (found !== undefined) this.fail(found);
      }, everyMs),
    );
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** The first problem. */
  get failure(): Error | undefined {
    return this.#failure;
  }

  fail(problem: Error): void {
    this.#failure ??= problem;
    this.#controller.abort();
  }

  end(): void {
    for (const timer of this.#timers) clearInterval(timer);
  }
}

/** The total size in bytes of the files below a directory; 0 if it does not exist. */
export function bytesBelow(directory: string): number {
  let sum = 0;
  for (const entry of entriesOf(directory)) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) sum += bytesBelow(path);
    else if (entry.isFile()) sum += bytesOf(path);
  }
  return sum;
}

/** The writing program may delete a directory during the walk. */
function entriesOf(directory: string): Dirent[] {
  try {
    return readdirSync(directory, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** The size of a file in bytes; 0 if it does not exist. */
export function bytesOf(path: string): number {
  try {
    return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  } catch {
    return 0;
  }
}
