import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism, getPriority, setPriority } from 'node:os';
import { setFlagsFromString } from 'node:v8';

/* Settings of this process that decide about speed and memory: threads, their priority, V8's heap. */

/** More threads than this only take memory: reading the files becomes what is waited for. */
const MAX_WORKERS = 8;

/** How many threads compress if nobody says. */
export function defaultWorkers(): number {
  return Math.min(availableParallelism(), MAX_WORKERS);
}

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

/**
 * Keeps V8's space for new objects as small as it is, until the function that is returned is called. It doubles for as
 * long as most of what is new stays, up to 64 MiB and the same again to copy into; a tree of hundreds of thousands of
 * files is put together in the same time without. How large it may be is an option of Node's command line, which is not
 * ours; by how much it grows is looked up each time.
 */
export function limitYoungGeneration(): () => void {
  setFlagsFromString('--semi-space-growth-factor=1');
  return () => setFlagsFromString('--semi-space-growth-factor=2');
}
