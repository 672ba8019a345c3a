import { z } from 'zod';
import type { Environment } from '../../../support/environment.ts';
import { messageOf } from '../../../support/errors.ts';
import { run } from '../../../support/process/exec.ts';
import { findOnPath } from '../../../support/process/search-path.ts';
import { environmentFor } from '../../../tools/environment.ts';
import { HELPER_NAME } from './credential-store.ts';

/** The answer of a helper to `get` (docker-credential-helpers, README). */
const answerSchema = z.object({ Username: z.string(), Secret: z.string().min(1) });
/** With this name, the secret is an identity token. */
const TOKEN_USER = '<token>';
/** A helper can ask a cloud for a short-lived password. */
const TIMEOUT_MS = 30_000;
const MAX_ANSWER_BYTES = 64 * 1024;

/** A login in the form of a login file (containers-auth.json(5)), or the reason why a helper has none. */
export type HelperAnswer =
  | { readonly login: { readonly auth: string; readonly identitytoken?: string } }
  | { readonly reason: string };

/**
 * Asks `docker-credential-NAME` for the login of a registry, which has this name in the login file. The reason is `missing` if the
 * program is not on the PATH.
 */
export async function askCredentialHelper(name: string, server: string, env: Environment): Promise<HelperAnswer> {
  const program = HELPER_NAME.test(name) ? await findOnPath(`docker-credential-${name}`) : undefined;
  if (program === undefined) return { reason: 'missing' };
  try {
    const { stdout } = await run(program, ['get'], {
      // The same as if docker had started it.
      env: environmentFor('engine', env, { helpers: [name] }),
      input: server,
      timeoutMs: TIMEOUT_MS,
      maxOutputBytes: MAX_ANSWER_BYTES,
    });
    const answer = answerSchema.safeParse(parseJson(stdout.toString('utf8')));
    // The answer contains a secret, so it is not quoted.
    if (!answer.success) return { reason: 'its answer is not a login' };
    const { Username: user, Secret: secret } = answer.data;
    const auth = Buffer.from(user === TOKEN_USER ? `${TOKEN_USER}:` : `${user}:${secret}`, 'utf8').toString('base64');
    return { login: user === TOKEN_USER ? { auth, identitytoken: secret } : { auth } };
  } catch (error) {
    return { reason: messageOf(error) };
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
