/** How many times more cases than usual the properties are tried with: `npm run test:properties` sets it. */
const FACTOR = Number(process.env['FLEDGE_PROPERTY_FACTOR'] ?? 1);

/**
 * The runs and the time limit of a property whose judge is a program, so that each case costs a large part of a second.
 * A run of all tests tries few cases of each, and a nightly workflow tries many with another seed.
 */
export function judgedProperty(usualRuns: number, secondsForEach: number): { numRuns: number; timeout: number } {
  const numRuns = usualRuns * FACTOR;
  return { numRuns, timeout: 60_000 + numRuns * secondsForEach * 1000 };
}
