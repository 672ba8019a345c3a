import { availableParallelism } from 'node:os';

/** More threads than this only take memory: reading the files becomes what is waited for. */
const MAX_WORKERS = 8;

/** How many threads compress if nobody says. */
export function defaultWorkers(): number {
  return Math.min(availableParallelism(), MAX_WORKERS);
}
