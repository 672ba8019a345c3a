import { parentPort, workerData } from 'node:worker_threads';
import { feed, inputOf } from './fuzz.ts';
import { TARGETS } from './targets.ts';

/** The job of a thread. */
export interface Job {
  readonly target: string;
  /** The first seed; the next ones follow. */
  readonly seed: number;
  readonly seconds: number;
  /** The current seed, shared with the main thread. */
  readonly current: Int32Array;
}

/** Feeds a target with consecutive seeds until the time is over; posts the number of runs. */
async function work({ target: name, seed: first, seconds, current }: Job): Promise<number> {
  const target = TARGETS.find((each) => each.name === name);
  if (target === undefined) throw new Error(`there is no target ${name}`);
  const end = performance.now() + seconds * 1000;
  let seed = first;
  for (; performance.now() < end; seed += 1) {
    Atomics.store(current, 0, seed);
    await feed(target, inputOf(target, seed));
  }
  return seed - first;
}

parentPort?.postMessage(await work(workerData));
