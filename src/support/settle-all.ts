/**
 * Waits for all, also when one fails, so that nothing goes on behind the back of whoever cleans up; then throws the
 * first error in the order given.
 */
export async function settleAll<T extends readonly unknown[]>(
  ...work: T
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  await Promise.allSettled(work);
  return Promise.all(work);
}
