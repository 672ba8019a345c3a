import fc from 'fast-check';
import { expect } from 'vitest';

/**
 * Property tests use the same samples in every run, so that a failure is caused by the current change. Set FLEDGE_SEED
 * to any number for other samples, such as the one that a failure printed.
 */
fc.configureGlobal({ seed: Number(process.env['FLEDGE_SEED'] ?? 20_240_101) });

// Vitest compares bytes one property at a time: 25 seconds for two equal megabytes.
expect.addEqualityTesters([
  (left: unknown, right: unknown): boolean | undefined =>
    Buffer.isBuffer(left) && Buffer.isBuffer(right) ? left.equals(right) : undefined,
]);
