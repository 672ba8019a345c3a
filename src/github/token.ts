import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { type Environment, environmentValue } from '../support/environment.ts';
import { FledgeError, messageOf } from '../support/errors.ts';

/** GitHub's longest tokens are several times shorter. */
const MAX_TOKEN_BYTES = 4096;

/**
 * The token for GitHub's API: GITHUB_TOKEN, or the content of the file in FLEDGE_GITHUB_TOKEN_FILE, for builds whose
 * environment is visible to others. Undefined if neither is set.
 *
 * @throws FledgeError `usage` if that file cannot be read, or does not hold a token.
 */
export async function githubTokenOf(env: Environment): Promise<string | undefined> {
  const token = environmentValue(env, 'GITHUB_TOKEN');
  const file = environmentValue(env, 'FLEDGE_GITHUB_TOKEN_FILE');
  if (token !== undefined || file === undefined) return token;
  const fail = (why: string, cause?: unknown): FledgeError =>
    new FledgeError('usage', `cannot read the token in ${file} (FLEDGE_GITHUB_TOKEN_FILE): ${why}`, {
      cause,
      fix: 'set FLEDGE_GITHUB_TOKEN_FILE to a file that contains only a token, or unset it',
    });
  let text: string;
  try {
    // Without O_NONBLOCK, the open of a fifo would wait until a process writes to it.
    const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      if (!(await handle.stat()).isFile()) throw fail('it is not a regular file');
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(MAX_TOKEN_BYTES + 1));
      text = buffer.toString('latin1', 0, bytesRead).trim();
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw error instanceof FledgeError ? error : fail(messageOf(error), error);
  }
  // The message must not show the content.
  if (text.length > MAX_TOKEN_BYTES || !/^[!-~]+$/.test(text)) throw fail('it does not hold a token');
  return text;
}
