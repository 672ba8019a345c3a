import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { getPriority } from 'node:os';
import { expect, it } from 'vitest';
import { lowerPoolPriority } from '../../src/support/process/runtime.ts';

/** The names of this process's threads, with the priority of each. */
function threads(): { name: string; priority: number }[] {
  return readdirSync('/proc/self/task').map((thread) => ({
    name: readFileSync(`/proc/self/task/${thread}/comm`, 'utf8').trim(),
    priority: getPriority(Number(thread)),
  }));
}

it("lowers the priority of the pool's threads once", async () => {
  // Such reads use the pool, whose threads exist from then on.
  await readFile('/dev/null');
  const before = getPriority();
  lowerPoolPriority();
  lowerPoolPriority();
  const isOfPool = ({ name }: { name: string }): boolean => name === 'libuv-worker';
  const [pool, others] = [threads().filter(isOfPool), threads().filter((thread) => !isOfPool(thread))];
  expect(pool.length).toBeGreaterThan(0);
  expect(new Set(pool.map(({ priority }) => priority))).toEqual(new Set([before + 5]));
  expect(new Set(others.map(({ priority }) => priority))).toEqual(new Set([before]));
});
