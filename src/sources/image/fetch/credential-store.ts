import { type Environment, environmentValue } from '../../../support/environment.ts';
import { silentReporter } from '../../../support/report/reporter.ts';
import { type AuthFile, canonicalRegistry, dockerConfigFile, readLogins } from './logins.ts';

/** Part of the name of a program: `docker-credential-NAME`. */
export const HELPER_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** Docker's credential store for all logins (`credsStore`), where skopeo does not find the login for a registry. */
export interface CredentialStore {
  /** The program is `docker-credential-NAME`. */
  readonly name: string;
  /** Docker's config file that names it. */
  readonly file: string;
  /**
   * Content of a containers-auth.json(5) that makes skopeo ask the store for this registry. Undefined for docker.io:
   * the store has that login under another name than skopeo uses.
   */
  readonly authFile: string | undefined;
}

/**
 * The credential store that holds the login of `docker login` for a registry. skopeo reads logins and `credHelpers` of
 * docker's config file, but not `credsStore`. Undefined if another file has a login, or docker's file has it in another
 * form.
 */
export function findCredentialStore(registry: string, env: Environment): CredentialStore | undefined {
  if (environmentValue(env, 'REGISTRY_AUTH_FILE') !== undefined) return undefined;
  const file = dockerConfigFile(env);
  // skopeo reports a file that cannot be read.
  const files = readLogins(env, silentReporter);
  if (files.some((other) => other.path !== file && hasLogin(other, registry))) return undefined;
  const docker = files.find(({ path }) => path === file);
  const name = docker?.credsStore ?? '';
  if (docker === undefined || !HELPER_NAME.test(name)) return undefined;
  const isDockerHub = registry === 'docker.io';
  const key = isDockerHub ? 'https://index.docker.io/v1/' : registry;
  if (!Object.hasOwn(docker.auths, key) || docker.auths[key]?.['auth']) return undefined;
  if (Object.hasOwn(docker.credHelpers, registry)) return undefined;
  const authFile = isDockerHub ? undefined : JSON.stringify({ credHelpers: { [registry]: name } });
  return { name, file, authFile };
}

/** True if a file has a login for a registry, or for a part of it. */
function hasLogin({ auths, credHelpers }: AuthFile, registry: string): boolean {
  const names = [...Object.keys(auths), ...Object.keys(credHelpers)].map(canonicalRegistry);
  return names.some((name) => name === registry || name.startsWith(`${registry}/`));
}
