import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { type Environment, environmentValue } from '../../../support/environment.ts';
import { messageOf, systemCodeOf } from '../../../support/errors.ts';
import { type Reporter, silentReporter } from '../../../support/report/reporter.ts';

/** The parts of a login file that skopeo and docker read (containers-auth.json(5)). */
const authFileSchema = z.object({
  auths: mapOf(mapOf(z.unknown())),
  credHelpers: mapOf(z.string()),
  credsStore: z.string().nullish(),
});
export type AuthFile = z.infer<typeof authFileSchema>;

/** A login file of this machine. */
export interface LoginFile extends AuthFile {
  /** Absolute, or relative to the working directory. */
  readonly path: string;
}

/** Larger than the file of any login program. */
const MAX_BYTES = 1024 * 1024;

/** A login for one registry: the name of the registry, and `user:password` in base64. */
export interface OwnLogin {
  readonly registry: string;
  readonly auth: string;
}

/** The login files that skopeo reads, in its order (containers-auth.json(5)). */
export function authFilesOf(env: Environment): readonly string[] {
  const named = environmentValue(env, 'REGISTRY_AUTH_FILE');
  if (named !== undefined) return [resolve(named)];
  const runtime = environmentValue(env, 'XDG_RUNTIME_DIR');
  return [
    runtime === undefined
      ? `/run/containers/${process.getuid?.() ?? 0}/auth.json`
      : join(runtime, 'containers/auth.json'),
    join(environmentValue(env, 'XDG_CONFIG_HOME') ?? join(homeOf(env), '.config'), 'containers/auth.json'),
    dockerConfigFile(env),
  ];
}

/** The file that `docker login` writes to. */
export function dockerConfigFile(env: Environment): string {
  return join(environmentValue(env, 'DOCKER_CONFIG') ?? join(homeOf(env), '.docker'), 'config.json');
}

function homeOf(env: Environment): string {
  return environmentValue(env, 'HOME') ?? homedir();
}

/** The existing login files, in skopeo's order. A file that cannot be read is skipped with a warning. */
export function readLogins(env: Environment, reporter: Reporter): readonly LoginFile[] {
  return authFilesOf(env).flatMap((path) => readAuthFile(path, reporter) ?? []);
}

/**
 * The credential helpers in the login files, without `docker-credential-`. skopeo, docker and podman start no others.
 */
export function credentialHelpersOf(env: Environment): readonly string[] {
  const files = readLogins(env, silentReporter);
  const names = files.flatMap(({ credHelpers, credsStore }) => [...Object.values(credHelpers), credsStore ?? '']);
  return [...new Set(names)].filter((name) => name !== '');
}

/**
 * Merges a login, if there is one, and existing login files. The login replaces all others for its registry and for
 * paths below it. For other registries, the first file with a login wins, as if skopeo read the files in order.
 */
export function mergeLogins(own: OwnLogin | undefined, files: readonly AuthFile[]) {
  const registry = own && canonicalRegistry(own.registry);
  const auths: AuthFile['auths'] = own === undefined ? {} : { [own.registry]: { auth: own.auth } };
  const credHelpers: AuthFile['credHelpers'] = {};
  const known = new Set<string>();
  const isFree = (key: string): boolean => {
    const name = canonicalRegistry(key);
    const isOwn = registry !== undefined && (name === registry || name.startsWith(`${registry}/`));
    return !isOwn && !known.has(name);
  };
  for (const file of files) {
    const helpers = Object.entries(file.credHelpers).filter(([key]) => isFree(key));
    const logins = Object.entries(file.auths).filter(([key]) => isFree(key));
    for (const [key, value] of helpers) credHelpers[key] = value;
    for (const [key, value] of logins) auths[key] = value;
    for (const [key] of [...helpers, ...logins]) known.add(canonicalRegistry(key));
  }
  return { auths, credHelpers };
}

/** The name of a registry without the API address that Docker writes, and with one name for the hosts of Docker Hub. */
export function canonicalRegistry(key: string): string {
  const name = key.replace(/^https?:\/\//, '').replace(/\/(?:v[12]\/?)?$/, '');
  return name.replace(/^(?:index|registry-1)\.docker\.io(?=$|\/)/, 'docker.io');
}

function readAuthFile(path: string, reporter: Reporter): LoginFile | undefined {
  try {
    const text = readSmallFile(path);
    if (text !== undefined) return { ...authFileSchema.parse(JSON.parse(text)), path };
    reporter.warn(`the logins in ${path} are ignored: it is not a login file`, { code: 'login' });
  } catch (error) {
    const code = systemCodeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    // The parser quotes text that it cannot parse, so its message is not logged: the file may hold secrets.
    const why = code === undefined ? 'it is not a login file' : messageOf(error);
    reporter.warn(`the logins in ${path} are ignored: ${why}`, { code: 'login' });
  }
  return undefined;
}

/**
 * Undefined if the file is not regular or is too large for a login file. O_NONBLOCK: opening a fifo must not wait for a
 * writer.
 */
function readSmallFile(path: string): string | undefined {
  const descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stats = fstatSync(descriptor);
    return stats.isFile() && stats.size <= MAX_BYTES ? readFileSync(descriptor, 'utf8') : undefined;
  } finally {
    closeSync(descriptor);
  }
}

/** Programs in Go write null for an empty map. */
function mapOf<V extends z.ZodType>(values: V) {
  const map = z.record(z.string(), values).nullish();
  return map.transform((present): Record<string, z.output<V>> => present ?? {});
}
