import { dirname, join } from 'node:path';
import { FledgeError } from '../support/errors.ts';

/** The command line's bundle, which stands beside this one in dist/. */
export function fledgeBundle(): string {
  const [, own] = process.argv;
  if (own === undefined) throw new FledgeError('internal', 'it is not known where this program is');
  return join(dirname(own), '../cli/index.js');
}
