import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism, getPriority, setPriority } from 'node:os';
import { availableMemory } from 'node:process';
import { setFlagsFromString } from 'node:v8';

/* Settings of this process for speed and memory: threads, their priority, V8's heap. */

/** More threads only need more memory: reading the files is the bottleneck then. */
const MAX_WORKERS = 8;

/** The default number of threads that compress. */
export function defaultWorkers(): number {
  return Math.min(availableParallelism(), MAX_WORKERS);
}

/** More builds at once compete for the disk and the network. */
const MAX_JOBS = 4;
/** The memory that a build may need, in bytes: its tree, its buffers and its tools. */
const BUILD_MEMORY = 1024 ** 3;

/** The default number of builds that run at once: one for each CPU and GiB of available memory. */
export function defaultJobs(): number {
  return Math.max(1, Math.min(availableParallelism(), MAX_JOBS, Math.floor(availableMemory() / BUILD_MEMORY)));
}

/** The default number of compressor threads of one of several builds that run at once. */
export function workersPerJob(jobs: number): number {
  return Math.max(1, Math.floor(defaultWorkers() / jobs));
}

/** The difference in nice values: on a shared CPU, these threads get about a third of the main thread's time. */
const STEP = 5;
const LOWEST = 19;

/**
 * Lowers the priority of the threads of libuv's pool, which read and decompress, below that of the main thread, for which
 * all of them wait. It matters if there are fewer CPUs than threads. Linux has a priority for each thread
 * (setpriority(2), "C library/kernel differences"); on other systems nothing happens. It is permanent: without
 * privileges a priority can only be lowered.
 */
export function lowerPoolPriority(): void {
  try {
    const priority = Math.min(getPriority() + STEP, LOWEST);
    for (const thread of readdirSync('/proc/self/task')) {
      if (threadName(thread).startsWith('libuv-worker')) setPriority(Number(thread), priority);
    }
  } catch {
    // The priority is only an optimisation; the build continues without it.
  }
}

function threadName(thread: string): string {
  return readFileSync(`/proc/self/task/${thread}/comm`, 'utf8');
}

/**
 * Stops the growth of V8's semi-space until the returned function is called. It would otherwise double while most new
 * objects survive, up to 64 MiB and the same again as the copy target; a tree of hundreds of thousands of files is built
 * in the same time without this. The maximum size can only be set on Node's command line; the growth factor is read at
 * each scavenge, so it can be changed at run time.
 */
export function limitYoungGeneration(): () => void {
  setFlagsFromString('--semi-space-growth-factor=1');
  return () => setFlagsFromString('--semi-space-growth-factor=2');
}
