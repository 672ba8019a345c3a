import { type Environment, environmentValue } from '../../support/environment.ts';
import { FledgeError } from '../../support/errors.ts';
import { MEBIBYTE, parseSize } from '../../support/units.ts';

/** The variable with the size limit of the cache. */
const VARIABLE = 'FLEDGE_CACHE_MAX_SIZE';
const DEFAULT_LIMIT = 10 * 1024 * MEBIBYTE;

/**
 * The size limit of the cache in bytes: FLEDGE_CACHE_MAX_SIZE, otherwise 10 GiB. Undefined for `unlimited`.
 *
 * @throws FledgeError `usage` if it is not a size.
 */
export function cacheLimitOf(env: Environment): number | undefined {
  const text = environmentValue(env, VARIABLE);
  if (text === undefined) return DEFAULT_LIMIT;
  if (text.trim().toLowerCase() === 'unlimited') return undefined;
  const bytes = parseSize(text);
  if (bytes !== undefined && bytes >= MEBIBYTE) return bytes;
  throw new FledgeError('usage', `${VARIABLE} is not a size of at least 1M: ${JSON.stringify(text.slice(0, 100))}`, {
    fix: `set it to a size such as 5G or 500M, or to unlimited, or unset it`,
  });
}
