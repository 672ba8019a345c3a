import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Progress } from '../../support/reporter.ts';

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

/** Aborts when `measure` finds the same, in bytes, at two looks that are so many milliseconds apart. */
export function abortOnStall(measure: () => number, stallMs: number): { readonly signal: AbortSignal; end(): void } {
  const controller = new AbortController();
  let last = measure();
  const timer = setInterval(() => {
    const now = measure();
    if (now === last) controller.abort();
    last = now;
  }, stallMs);
  return { signal: controller.signal, end: () => clearInterval(timer) };
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
