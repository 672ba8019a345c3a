/** What a source gives, some of it fetched before it was asked for. */
export interface ReadAhead<T> extends AsyncIterable<readonly T[]> {
  /** Ends the source, however far it is. When this resolves, it does nothing any more. */
  stop(): Promise<void>;
}

/**
 * Begins at once to take batches from a source, until it has about `limit` items of them. Who reads the result, once, gets
 * these first and then what the source goes on with; a failure of the source comes behind what it gave before.
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
