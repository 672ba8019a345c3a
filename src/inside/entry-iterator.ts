/**
 * Asynchronous generators for hundreds of thousands of values. Each value of an `async function*` costs several promises, and
 * each generator around it costs as many again.
 */

/** The values of batches, one by one. */
export function eachOf<T>(batches: AsyncGenerator<readonly T[]>): AsyncGenerator<T> {
  let batch: readonly T[] = [];
  let index = 0;
  const next = async (): Promise<IteratorResult<T, undefined>> => {
    for (;;) {
      const found = await batches.next();
      if (found.done === true) return { done: true, value: undefined };
      [batch, index] = [found.value, 1];
      const [value] = batch;
      if (value !== undefined) return { done: false, value };
    }
  };
  return generatorOf({
    next() {
      const value = batch[index];
      if (value === undefined) return next();
      index += 1;
      return Promise.resolve({ done: false, value });
    },
    async return() {
      batch = [];
      await batches.return(undefined);
    },
  });
}

/** The values of a generator after a change; `fail` makes the error to throw of the one that was thrown. */
export function mapEach<T, U>(
  source: AsyncGenerator<T>,
  change: (value: T) => U,
  fail: (error: unknown) => Error,
): AsyncGenerator<U> {
  const changed = (result: IteratorResult<T, unknown>): IteratorResult<U, undefined> =>
    result.done === true ? { done: true, value: undefined } : { done: false, value: change(result.value) };
  const failed = (error: unknown): never => {
    throw fail(error);
  };
  return generatorOf({
    next: () => source.next().then(changed, failed),
    return: () => source.return(undefined).then(() => {}, failed),
  });
}

interface Steps<T> {
  next(): Promise<IteratorResult<T, undefined>>;
  /** The consumer wants no more values. */
  return(): Promise<void>;
}

/** A generator of these steps. After an error it ends, because the generator that threw it has ended. */
function generatorOf<T>(steps: Steps<T>): AsyncGenerator<T, undefined> {
  let isOver = false;
  const end = async (): Promise<void> => {
    if (isOver) return;
    isOver = true;
    await steps.return();
  };
  return {
    next: () => (isOver ? Promise.resolve({ done: true, value: undefined }) : steps.next()),
    async return(value) {
      await end();
      return { done: true, value: await value };
    },
    async throw(error) {
      await end();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    [Symbol.asyncDispose]: end,
  };
}
