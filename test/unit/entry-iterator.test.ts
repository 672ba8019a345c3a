import { describe, expect, it } from 'vitest';
import { eachOf, mapEach } from '../../src/inside/entry-iterator.ts';

interface Source {
  readonly batches: AsyncGenerator<number[]>;
  isOver: boolean;
}

/** Batches of numbers; the last one is followed by the error, if there is one. */
function sourceOf(values: readonly number[][], error?: Error): Source {
  const source: Source = { batches: generate(), isOver: false };
  async function* generate(): AsyncGenerator<number[]> {
    try {
      yield* values;
      if (error !== undefined) throw error;
    } finally {
      source.isOver = true;
    }
  }
  return source;
}

async function collect<T>(values: AsyncGenerator<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const value of values) found.push(value);
  return found;
}

const fail = (error: unknown): Error => new Error(`explained: ${String(error)}`);

describe('the generators of entries', () => {
  it('yields the values of all batches in order, also of empty ones', async () => {
    const { batches } = sourceOf([[1, 2], [], [3], []]);
    expect(await collect(mapEach(eachOf(batches), (value) => value * 2, fail))).toEqual([2, 4, 6]);
  });

  it('ends the source if the consumer stops in the middle of a batch', async () => {
    const source = sourceOf([[1, 2], [3]]);
    const values = mapEach(eachOf(source.batches), String, fail);
    for await (const value of values) if (value === '1') break;
    expect(source.isOver).toBe(true);
    expect(await values.next()).toEqual({ done: true, value: undefined });
  });

  it('yields what is before an error, explains it, and ends', async () => {
    const values = mapEach(eachOf(sourceOf([[1]], new Error('damage')).batches), String, fail);
    expect(await values.next()).toEqual({ done: false, value: '1' });
    await expect(values.next()).rejects.toThrow('explained: Error: damage');
    expect(await values.next()).toEqual({ done: true, value: undefined });
  });

  it('throws the error of a consumer unchanged after it has ended the source', async () => {
    const source = sourceOf([[1, 2]]);
    const values = eachOf(source.batches);
    await values.next();
    await expect(values.throw(new Error('of the consumer'))).rejects.toThrow(/^of the consumer$/);
    expect(source.isOver).toBe(true);
  });
});
