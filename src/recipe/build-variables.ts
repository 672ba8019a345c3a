import { pathToFileURL } from 'node:url';
import type { BuildInput } from '../describe/provenance.ts';
import { digestFile } from '../sources/local-file.ts';
import { DEFAULT_EPOCH, type Environment, environmentValue } from '../support/environment.ts';
import { FledgeError, messageOf } from '../support/errors.ts';
import { MEBIBYTE } from '../support/units.ts';

/** In seconds. A cpio header has 32 bits for the time of a file. */
const MAX_EPOCH = 0xffff_ffff;

/**
 * SOURCE_DATE_EPOCH (reproducible-builds.org/specs/source-date-epoch) or 2024-01-01, in seconds.
 *
 * @throws FledgeError `usage` if it is not a number of seconds that a cpio header can hold.
 */
export function sourceDateEpoch(env: Environment): number {
  const text = environmentValue(env, 'SOURCE_DATE_EPOCH');
  if (text === undefined) return DEFAULT_EPOCH;
  const seconds = Number(text);
  const isNumber = /^\d+$/.test(text);
  if (isNumber && seconds <= MAX_EPOCH) return seconds;
  const reason = isNumber ? `more than ${MAX_EPOCH}, the maximum of cpio` : 'not a number of seconds since 1970';
  throw new FledgeError('usage', `SOURCE_DATE_EPOCH is ${JSON.stringify(text)}, ${reason}`, {
    fix: 'unset it, or set it to the time of the last commit: git log -1 --format=%ct',
  });
}

const MAX_TOOLCHAIN_BYTES = 16 * MEBIBYTE;

/**
 * The list of the tools in the runner image (FLEDGE_TOOLCHAIN), as an input. Undefined outside of the runner image.
 *
 * @throws FledgeError `usage` if the list cannot be read.
 */
export async function toolchainOf(env: Environment): Promise<BuildInput | undefined> {
  const path = environmentValue(env, 'FLEDGE_TOOLCHAIN');
  if (path === undefined) return undefined;
  try {
    const { sha256 } = await digestFile(path, { label: 'the list of tools', maxBytes: MAX_TOOLCHAIN_BYTES });
    return { name: 'toolchain', uri: pathToFileURL(path).href, digest: `sha256:${sha256}` };
  } catch (error) {
    throw new FledgeError('usage', `cannot read the list of tools in FLEDGE_TOOLCHAIN: ${messageOf(error)}`, {
      cause: error,
      fix: 'unset FLEDGE_TOOLCHAIN; it is for the runner image only',
    });
  }
}
