import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadedConfig } from '../../config/load.ts';
import { githubTokenOf } from '../../github/token.ts';
import { isAskedOfGithub } from '../../sources/agent.ts';
import type { Environment } from '../../support/environment.ts';

/**
 * Writes the token for GitHub's API into a file in `directory`, for another build of the same config, and returns its path.
 * Only this user can read it. Undefined, without a file, if there is no token or the build sends no requests to GitHub. The
 * caller removes `directory`.
 *
 * @throws FledgeError `usage` as `githubTokenOf` does.
 */
export async function writeTokenFile(
  { config }: LoadedConfig,
  env: Environment,
  directory: string,
): Promise<string | undefined> {
  const token = isAskedOfGithub(config.agent) ? await githubTokenOf(env) : undefined;
  if (token === undefined) return undefined;
  const path = join(directory, 'github-token');
  writeFileSync(path, token, { flag: 'wx', mode: 0o600 });
  return path;
}
