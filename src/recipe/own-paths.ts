import { resolve } from 'node:path';
import { z } from 'zod';
import type { SourceContext } from '../sources/context.ts';
import { type Environment, environmentValue } from '../support/environment.ts';
import { FledgeError } from '../support/errors.ts';

const VARIABLE = 'FLEDGE_NOT_MAPPED';
const listSchema = z.array(z.string());

/**
 * Absolute paths of what belongs to builds and is never mapped, beside what is known by its name (see `OwnFiles`): the cache,
 * the file with logins and the one with the token, and what FLEDGE_NOT_MAPPED lists. That is how a build is told by the action,
 * or by the build that started it, what belongs to them.
 */
export function ownPathsOf({ cacheDirectory, env }: SourceContext): readonly string[] {
  const named = ['REGISTRY_AUTH_FILE', 'FLEDGE_GITHUB_TOKEN_FILE'].map((name) => environmentValue(env, name));
  return [cacheDirectory, ...named, ...listedIn(env)].flatMap((path) => (path === undefined ? [] : [resolve(path)]));
}

/** The variable by which a build is told of such paths. */
export function notMapped(paths: readonly string[]): Readonly<Record<typeof VARIABLE, string>> {
  return { [VARIABLE]: JSON.stringify(paths) };
}

function listedIn(env: Environment): readonly string[] {
  const text = environmentValue(env, VARIABLE);
  if (text === undefined) return [];
  try {
    return listSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new FledgeError('usage', `${VARIABLE} is not a JSON array of paths`, {
      cause: error,
      fix: `unset ${VARIABLE}`,
    });
  }
}
