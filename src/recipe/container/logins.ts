import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askCredentialHelper } from '../../sources/image/fetch/credential-helper.ts';
import { canonicalRegistry, type LoginFile, mergeLogins, readLogins } from '../../sources/image/fetch/logins.ts';
import type { BuildRequest } from '../build.ts';

/** A login in a credential helper, under the name of the registry in the login file. */
interface HelperLogin {
  readonly key: string;
  /** The program is `docker-credential-NAME`. */
  readonly helper: string;
}

/**
 * Writes a login file with this machine's logins for registries (`domains`) into `directory`, and returns its path. Undefined if
 * there is no such login. Logins in credential helpers are read here, because the container does not have these programs.
 */
export async function writeLogin(
  domains: readonly string[],
  { env, reporter }: Pick<BuildRequest, 'env' | 'reporter'>,
  directory: string,
): Promise<string | undefined> {
  if (domains.length === 0) return undefined;
  const isForImage = (key: string): boolean =>
    domains.some((domain) => `${canonicalRegistry(key)}/`.startsWith(`${domain}/`));
  const files = readLogins(env, reporter);
  const { auths, credHelpers } = mergeLogins(undefined, files);
  const logins: Record<string, unknown> = Object.fromEntries(
    Object.entries(auths).filter(([key, login]) => isForImage(key) && Object.keys(login).length > 0),
  );
  for (const { key, helper } of helpersFor(auths, credHelpers, files).filter(({ key }) => isForImage(key))) {
    if (Object.hasOwn(logins, key)) continue;
    const answer = await askCredentialHelper(helper, key, env);
    if ('login' in answer) {
      logins[key] = answer.login;
      continue;
    }
    const program = `docker-credential-${helper}`;
    const why =
      answer.reason === 'missing'
        ? `is in ${program}, which is not available in the container`
        : `could not be read from ${program}: ${answer.reason}`;
    const fix = 'log in with the inputs username and password, or build on the host';
    reporter.warn(`the login for ${domains.join(' or ')} ${why}; ${fix}`, { code: 'login' });
  }
  if (Object.keys(logins).length === 0) return undefined;
  const path = join(directory, 'auth.json');
  writeFileSync(path, JSON.stringify({ auths: logins }), { flag: 'wx', mode: 0o600 });
  return path;
}

/** The logins in helpers for some registries, and in the store of docker for all others. */
function helpersFor(
  auths: LoginFile['auths'],
  credHelpers: LoginFile['credHelpers'],
  files: readonly LoginFile[],
): readonly HelperLogin[] {
  const store = files.find(({ credsStore }) => credsStore)?.credsStore;
  const inStore = Object.entries(auths).filter(([, login]) => Object.keys(login).length === 0);
  return [
    ...Object.entries(credHelpers).map(([key, helper]) => ({ key, helper })),
    ...(store ? inStore.map(([key]) => ({ key, helper: store })) : []),
  ];
}
