import { type Environment, environmentValue } from '../../../support/environment.ts';
import { silentReporter } from '../../../support/report/reporter.ts';
import { type AuthFile, canonicalRegistry, dockerConfigFile, readLogins } from './logins.ts';

/** Part of the name of a program: `docker-credential-NAME`. */
const HELPER_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** Docker's store for all logins, where skopeo would not find the login for a registry. */
export interface CredentialStore {
  /** The program is `docker-credential-NAME`. */
  readonly name: string;
  /** Docker's config file that names it. */
  readonly file: string;
  /**
   * A containers-auth.json(5) that has skopeo ask the store for this registry; undefined for docker.io, whose login the
   * store has under another name than skopeo asks for.
   */
  readonly authFile: string | undefined;
}

/**
 * The store in which `docker login` has put a login for a registry. skopeo reads logins and `credHelpers` of docker's config
 * file, but does not know `credsStore`. Undefined where another file has a login, or docker's file has it in another way.
 */
export function findCredentialStore(registry: string, env: Environment): CredentialStore | undefined {
  if (environmentValue(env, 'REGISTRY_AUTH_FILE') !== undefined) return undefined;
  const file = dockerConfigFile(env);
  // skopeo complains about a file that cannot be read.
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

/** Whether a file has a login for a registry, or for a part of it. */
function hasLogin({ auths, credHelpers }: AuthFile, registry: string): boolean {
  const names = [...Object.keys(auths), ...Object.keys(credHelpers)].map(canonicalRegistry);
  return names.some((name) => name === registry || name.startsWith(`${registry}/`));
}
