import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Progress } from '../../../support/report/reporter.ts';

/** Often enough for a bar that moves, and seldom enough to cost nothing, in milliseconds. */
const INTERVAL_MS = 250;

/**
 * Does work that says nothing of how far it is, such as a program that copies, and tells `progress` every now and then
 * what `measure` finds on the disk, in bytes; to the end of the work, well or not.
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

/** What is looked at again and again while a program runs. */
export interface Check {
  readonly everyMs: number;
  /** Why the program must not go on, or undefined. */
  readonly problem: () => Error | undefined;
}

/** A check of what a program writes; often enough that it cannot write much more than it may. */
export function growthCheck(problem: () => Error | undefined): Check {
  return { everyMs: INTERVAL_MS, problem };
}

/** A check that at least so many bytes a second come, on average from one look to the next. */
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

/** Ends a program, through its signal, as soon as one of the checks finds a problem, or `fail` is told of one. */
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

/** The bytes of the files in a directory and the directories in it; 0 if there is none. */
export function bytesBelow(directory: string): number {
  let sum = 0;
  for (const entry of entriesOf(directory)) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) sum += bytesBelow(path);
    else if (entry.isFile()) sum += bytesOf(path);
  }
  return sum;
}

/** Whoever writes may take a directory away in the middle of this. */
function entriesOf(directory: string): Dirent[] {
  try {
    return readdirSync(directory, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** The size of a file; 0 if there is none. */
export function bytesOf(path: string): number {
  try {
    return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  } catch {
    return 0;
  }
}
