import fc from 'fast-check';

/**
 * Property tests take the same samples in every run, so that a red test is about the change at hand. FLEDGE_SEED looks
 * elsewhere: any number, such as the one that a failure printed.
 */
fc.configureGlobal({ seed: Number(process.env['FLEDGE_SEED'] ?? 20_240_101) });
