import { expect, it } from 'vitest';
import { readAhead } from '../../src/support/concurrency.ts';

/** Records its work: yields a batch of two numbers per call, up to a failure or its end. */
function source(count: number, failure?: Error) {
  const log: string[] = [];
  const generate = async function* (): AsyncGenerator<readonly number[], void, undefined> {
    try {
      for (let batch = 0; batch < count; batch++) {
        log.push(`batch ${batch}`);
        yield [2 * batch, 2 * batch + 1];
      }
      if (failure !== undefined) throw failure;
    } finally {
      log.push('closed');
    }
  };
  return { log, generator: generate() };
}

/** Resolves when everything that needs no outside event is done. */
function idle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

async function itemsOf(batches: AsyncIterable<readonly number[]>): Promise<number[]> {
  return (await Array.fromAsync(batches)).flat();
}

it.each([0, 1, 2, 3, 10])('keeps the order of a source with %i batches read ahead', async (batches) => {
  const { generator } = source(10);
  const ahead = readAhead(generator, 2 * batches);
  await idle();
  expect(await itemsOf(ahead)).toEqual(Array.from({ length: 20 }, (_, index) => index));
});

it('reads a source before the first request, up to the limit', async () => {
  const { generator, log } = source(10);
  const ahead = readAhead(generator, 5);
  await idle();
  expect(log).toEqual(['batch 0', 'batch 1', 'batch 2']);
  await ahead.stop();
  expect(log.at(-1)).toBe('closed');
});

it.each([1, 100])('delivers the batches before a failure first (limit %i)', async (limit) => {
  const failure = new Error('broken');
  const { generator } = source(3, failure);
  const ahead = readAhead(generator, limit);
  await idle();
  const items: number[] = [];
  const reading = async (): Promise<void> => {
    for await (const batch of ahead) items.push(...batch);
  };
  await expect(reading()).rejects.toBe(failure);
  expect(items).toEqual([0, 1, 2, 3, 4, 5]);
});

it('stops a failed source silently when it is not read any more', async () => {
  const { generator } = source(0, new Error('broken'));
  const ahead = readAhead(generator, 5);
  await ahead.stop();
  await ahead.stop();
});
