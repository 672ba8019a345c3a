import type { ByteString } from '../../support/byte-string.ts';

const SLASH = 0x2f;

/**
 * The order of a listing: a directory is before its contents, and the names of a directory have the order of their bytes.
 * Returns a negative number, 0 or a positive number.
 */
export function comparePaths(a: ByteString, b: ByteString): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  let at = 0;
  while (at < length && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  if (at === length) return a.length - b.length;
  const [x, y] = [a.charCodeAt(at), b.charCodeAt(at)];
  // No name contains a slash, and it is before all other bytes.
  return x === SLASH ? -1 : y === SLASH ? 1 : x - y;
}

/** The entries of both sides at one path. */
export interface Joined<L, R> {
  readonly left?: L;
  readonly right?: R;
}

/** Pairs the entries of two listings, which are in the order of `comparePaths`. */
export async function* joinByPath<L extends { readonly path: ByteString }, R extends { readonly path: ByteString }>(
  left: AsyncGenerator<L>,
  right: AsyncGenerator<R>,
): AsyncGenerator<Joined<L, R>> {
  try {
    let [a, b] = [await left.next(), await right.next()];
    while (a.done !== true || b.done !== true) {
      const order = a.done === true ? 1 : b.done === true ? -1 : comparePaths(a.value.path, b.value.path);
      yield { ...(order <= 0 && { left: a.value }), ...(order >= 0 && { right: b.value }) };
      if (order <= 0) a = await left.next();
      if (order >= 0) b = await right.next();
    }
  } finally {
    await left.return(undefined);
    await right.return(undefined);
  }
}

/** Calls `work` for at most `limit` items at the same time, and yields the results in the order of the items. */
export async function* mapInOrder<T, R>(
  items: AsyncGenerator<T>,
  limit: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const running: Promise<R>[] = [];
  try {
    for await (const item of items) {
      const task = work(item);
      // The error is thrown when its turn has come.
      task.catch(() => {});
      running.push(task);
      const first = running.length >= limit ? running.shift() : undefined;
      if (first !== undefined) yield await first;
    }
    for (let first = running.shift(); first !== undefined; first = running.shift()) yield await first;
  } finally {
    await Promise.allSettled(running);
  }
}
