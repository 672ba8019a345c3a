import { describe, expect, it } from 'vitest';
import { corpusOf, type FuzzTarget, feed, inputOf, randomOf } from '../fuzz/fuzz.ts';
import { TARGETS } from '../fuzz/targets.ts';

/** Enough to meet every part of the code; `npm run fuzz` takes as many as there is time for. */
const RUNS = 100;
const FIRST_SEED = Number(process.env['FLEDGE_SEED'] ?? 20_240_101);

describe.each(TARGETS.map((target) => [target.name, target] as const))('%s', (_, target) => {
  const corpus = corpusOf(target);

  it.each(corpus.map(({ name, input }) => [name, input] as const))(
    'takes or refuses what was once found: %s',
    async (_name, input) => {
      await expect(feed(target, input)).resolves.toBeUndefined();
    },
  );

  it('takes or refuses whatever it is fed, within its limits', { timeout: 60_000 }, async () => {
    for (let seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed += 1) {
      await feed(target, inputOf(target, seed)).catch((cause: unknown) => {
        throw new Error(`seed ${seed} fails: npm run fuzz -- ${target.name} --seed ${seed} --seconds 1`, { cause });
      });
    }
  });

  it('makes the same input of the same seed', () => {
    expect(inputOf(target, 1)).toEqual(inputOf(target, 1));
    expect(new Set([1, 2, 3, 4, 5].map((seed) => inputOf(target, seed).toString('latin1'))).size).toBeGreaterThan(1);
  });
});

describe('what is fed', () => {
  const targetOf = (run: FuzzTarget['run']): FuzzTarget => ({ name: 'test', generate: () => Buffer.alloc(0), run });
  const input = Buffer.alloc(10);

  it('must not take more steps than its length allows', async () => {
    const endless = targetOf((_, step) => {
      for (;;) step();
    });
    await expect(feed(endless, input)).rejects.toThrow(/an input of 10 bytes takes more than 11000 steps/);
  });

  it('must not take more memory than its length allows', async () => {
    const kept: Buffer[] = [];
    const greedy = targetOf(() => {
      for (let count = 0; count < 200; count += 1) kept.push(Buffer.alloc(1024 * 1024, 1));
    });
    await expect(feed(greedy, input)).rejects.toThrow(/an input of 10 bytes takes \d+ bytes of memory/);
  });

  it('must not end in an error that blames something else', async () => {
    const broken = targetOf(() => {
      throw new TypeError('x is undefined');
    });
    await expect(feed(broken, input)).rejects.toThrow(/x is undefined/);
  });

  it('comes from random numbers that a seed gives again', () => {
    const [a, b] = [randomOf(5), randomOf(5)];
    expect(Array.from({ length: 20 }, () => a(100))).toEqual(Array.from({ length: 20 }, () => b(100)));
  });
});
