/** Minimum length, in characters, of a name that is completed to a longer one. */
const MIN_PREFIX = 3;

/**
 * The candidate with the smallest edit distance to `name`, if it is small enough; the first one on a tie. Otherwise the
 * only candidate that continues `name` (`memory_mb` for `memory`).
 */
export function nearest(name: string, candidates: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(Math.min(name.length, 40) / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) >= bestDistance) continue;
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  if (best !== undefined || name.length < MIN_PREFIX) return best;
  const longer = candidates.filter((candidate) => candidate.startsWith(`${name}_`) || candidate.startsWith(`${name}-`));
  return longer.length === 1 ? longer[0] : undefined;
}

/**
 * Damerau-Levenshtein distance (optimal string alignment): the number of characters to insert, delete, replace, or swap
 * with their neighbour.
 */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let distance = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, replaced);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        distance = Math.min(distance, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(distance);
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
