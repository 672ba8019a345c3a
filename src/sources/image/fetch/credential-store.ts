import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Environment, environmentValue } from '../../../support/environment.ts';

/** The part of docker's config.json and of containers-auth.json(5) that says who keeps logins. */
const authSchema = z.object({
  auths: z.record(z.string(), z.object({ auth: z.string().optional() }).nullish()).nullish(),
  credHelpers: z.record(z.string(), z.string()).nullish(),
  credsStore: z.string().nullish(),
});

type AuthFile = z.infer<typeof authSchema>;

/** Larger than any that a login program writes. */
const MAX_BYTES = 1024 * 1024;
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
  const home = environmentValue(env, 'HOME');
  if (home === undefined || environmentValue(env, 'REGISTRY_AUTH_FILE') !== undefined) return undefined;
  const runtime = environmentValue(env, 'XDG_RUNTIME_DIR');
  const config = environmentValue(env, 'XDG_CONFIG_HOME') ?? join(home, '.config');
  const others = [...(runtime === undefined ? [] : [runtime]), config].map((base) =>
    join(base, 'containers/auth.json'),
  );
  if (others.some((path) => hasLogin(readAuthFile(path), registry))) return undefined;
  // Where skopeo looks for it, too.
  const file = join(home, '.docker/config.json');
  const docker = readAuthFile(file);
  const name = docker?.credsStore ?? '';
  if (docker === undefined || !HELPER_NAME.test(name)) return undefined;
  const isDockerHub = registry === 'docker.io';
  const key = isDockerHub ? 'https://index.docker.io/v1/' : registry;
  const entry = docker.auths?.[key];
  if (!Object.hasOwn(docker.auths ?? {}, key) || entry?.auth) return undefined;
  if (Object.hasOwn(docker.credHelpers ?? {}, registry)) return undefined;
  const authFile = isDockerHub ? undefined : JSON.stringify({ credHelpers: { [registry]: name } });
  return { name, file, authFile };
}

/** A login may be for a part of a registry. */
function hasLogin(file: AuthFile | undefined, registry: string): boolean {
  const names = [...Object.keys(file?.auths ?? {}), ...Object.keys(file?.credHelpers ?? {})];
  return names.some((name) => name === registry || name.startsWith(`${registry}/`));
}

/** One that is not there, or is not what it should be, says nothing. skopeo complains if it must. */
function readAuthFile(path: string): AuthFile | undefined {
  try {
    const descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const stats = fstatSync(descriptor);
      if (!stats.isFile() || stats.size > MAX_BYTES) return undefined;
      return authSchema.safeParse(JSON.parse(readFileSync(descriptor, 'utf8'))).data;
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined;
  }
}
