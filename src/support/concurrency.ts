/**
 * Waits for all promises, also if one fails, so that no work continues during cleanup. Then throws the first error, in
 * the order given.
 */
export async function settleAll<T extends readonly unknown[]>(
  ...work: T
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  await Promise.allSettled(work);
  return Promise.all(work);
}

/**
 * Calls `work` for every item, for at most `limit` of them at the same time, in their order. Returns the results in the order
 * of the items. `work` must not throw.
 */
export async function mapLimited<T, R>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  const waiting = items.entries();
  const workThrough = async (): Promise<void> => {
    // All of them share the iterator.
    for (const [index, item] of waiting) results[index] = await work(item);
  };
  await settleAll(...Array.from({ length: Math.min(limit, items.length) }, workThrough));
  return results;
}

/** The batches of a source, some of them prefetched. */
export interface ReadAhead<T> extends AsyncIterable<readonly T[]> {
  /** Ends the source early. When this resolves, the source is no longer running. */
  stop(): Promise<void>;
}

/**
 * Begins at once to read batches from a source, until it has about `limit` items. The result can be iterated once: it
 * yields these batches first and then the rest of the source. An error of the source is thrown after the batches that
 * preceded it, to the iterating caller.
 */
export function readAhead<T>(source: AsyncGenerator<readonly T[], void, undefined>, limit: number): ReadAhead<T> {
  const batches: (readonly T[])[] = [];
  let isAhead = true;
  const fetchAhead = async (): Promise<void> => {
    for (let count = 0; isAhead && count < limit; ) {
      const { done, value } = await source.next();
      if (done === true) return;
      batches.push(value);
      count += value.length;
    }
  };
  const outcome = fetchAhead().then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  return {
    async *[Symbol.asyncIterator]() {
      isAhead = false;
      const failure = await outcome;
      for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) yield batch;
      if (failure !== undefined) throw failure.error;
      yield* source;
    },
    async stop() {
      isAhead = false;
      await outcome;
      await source.return();
    },
  };
}
