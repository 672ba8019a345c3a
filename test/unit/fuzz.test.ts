import { describe, expect, it } from 'vitest';
import { corpusOf, type FuzzTarget, feed, inputOf, randomOf } from '../fuzz/fuzz.ts';
import { TARGETS } from '../fuzz/targets.ts';

/** Enough to reach every part of the code; `npm run fuzz` runs as many as time allows. */
const RUNS = 100;
const FIRST_SEED = Number(process.env['FLEDGE_SEED'] ?? 20_240_101);

describe.each(TARGETS.map((target) => [target.name, target] as const))('%s', (_, target) => {
  const corpus = corpusOf(target);

  it.each(corpus.map(({ name, input }) => [name, input] as const))(
    'accepts or refuses a former finding within its limits: %s',
    async (_name, input) => {
      await expect(feed(target, input)).resolves.toBeUndefined();
    },
  );

  it('accepts or refuses generated inputs within its limits', { timeout: 60_000 }, async () => {
    for (let seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed += 1) {
      await feed(target, inputOf(target, seed)).catch((cause: unknown) => {
        throw new Error(`seed ${seed} fails: npm run fuzz -- ${target.name} --seed ${seed} --seconds 1`, { cause });
      });
    }
  });

  it('generates the same input for the same seed', () => {
    expect(inputOf(target, 1)).toEqual(inputOf(target, 1));
    expect(new Set([1, 2, 3, 4, 5].map((seed) => inputOf(target, seed).toString('latin1'))).size).toBeGreaterThan(1);
  });
});

describe('the limits of a fuzz target', () => {
  const targetOf = (run: FuzzTarget['run']): FuzzTarget => ({ name: 'test', generate: () => Buffer.alloc(0), run });
  const input = Buffer.alloc(10);

  it("reports more steps than the input's length allows", async () => {
    const endless = targetOf((_, step) => {
      for (;;) step();
    });
    await expect(feed(endless, input)).rejects.toThrow(/an input of 10 bytes takes more than 11000 steps/);
  });

  it("reports more memory than the input's length allows", async () => {
    const kept: Buffer[] = [];
    const greedy = targetOf(() => {
      for (let count = 0; count < 200; count += 1) kept.push(Buffer.alloc(1024 * 1024, 1));
    });
    await expect(feed(greedy, input)).rejects.toThrow(/an input of 10 bytes takes \d+ bytes of memory/);
  });

  it('reports an error that is not an input error', async () => {
    const broken = targetOf(() => {
      throw new TypeError('x is undefined');
    });
    await expect(feed(broken, input)).rejects.toThrow(/x is undefined/);
  });

  it('a seed determines the random numbers', () => {
    const [a, b] = [randomOf(5), randomOf(5)];
    expect(Array.from({ length: 20 }, () => a(100))).toEqual(Array.from({ length: 20 }, () => b(100)));
  });
});
