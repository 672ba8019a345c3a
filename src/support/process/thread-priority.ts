import { readdirSync, readFileSync } from 'node:fs';
import { getPriority, setPriority } from 'node:os';

/** How much less of a CPU that two want these threads get: about a third of what the main one does. */
const STEP = 5;
const LOWEST = 19;

/**
 * Lets the threads of libuv's pool, which read and decompress, stand back behind the main one, for which all of them wait,
 * where there are fewer CPUs than threads. Linux has a priority for each thread (setpriority(2), "C library/kernel
 * differences"); elsewhere nothing happens. It stays so: without privileges a priority can be lowered only.
 */
export function lowerPoolPriority(): void {
  try {
    const priority = Math.min(getPriority() + STEP, LOWEST);
    for (const thread of readdirSync('/proc/self/task')) {
      if (threadName(thread).startsWith('libuv-worker')) setPriority(Number(thread), priority);
    }
  } catch {
    // No reason to build nothing.
  }
}

function threadName(thread: string): string {
  return readFileSync(`/proc/self/task/${thread}/comm`, 'utf8');
}
