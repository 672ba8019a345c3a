import { expect, it } from 'vitest';
import { findBeside } from '../../src/compare/beside.ts';
import { silentReporter } from '../../src/support/report/reporter.ts';

it('an image with a transport has no files beside it', async () => {
  expect(await findBeside('oci:no/such/image:tag', silentReporter)).toEqual({ digests: [] });
});
