import { resolve } from 'node:path';
import { z } from 'zod';
import type { SourceContext } from '../sources/context.ts';
import { type Environment, environmentValue } from '../support/environment.ts';
import { FledgeError } from '../support/errors.ts';

const VARIABLE = 'FLEDGE_NOT_MAPPED';
const listSchema = z.array(z.string());

/**
 * Absolute paths of files that belong to builds and are never mapped: the cache, the file with logins, the file with the token,
 * and the list in FLEDGE_NOT_MAPPED, in which the action or a parent build passes its files. `OwnFiles` finds other such
 * files by name.
 *
 * @throws FledgeError `usage` if FLEDGE_NOT_MAPPED is not a JSON array of paths.
 */
export function ownPathsOf({ cacheDirectory, env }: SourceContext): readonly string[] {
  const named = ['REGISTRY_AUTH_FILE', 'FLEDGE_GITHUB_TOKEN_FILE'].map((name) => environmentValue(env, name));
  return [cacheDirectory, ...named, ...pathsNotMapped(env)].flatMap((path) =>
    path === undefined ? [] : [resolve(path)],
  );
}

/** The environment variable that passes such paths to a build. */
export function notMapped(paths: readonly string[]): Readonly<Record<typeof VARIABLE, string>> {
  return { [VARIABLE]: JSON.stringify(paths) };
}

/**
 * The paths in FLEDGE_NOT_MAPPED.
 *
 * @throws FledgeError `usage` if it is not a JSON array of paths.
 */
export function pathsNotMapped(env: Environment): readonly string[] {
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
