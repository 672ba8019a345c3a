import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { type Environment, environmentValue } from '../sources/context.ts';
import { messageOf, systemCodeOf } from '../support/errors.ts';
import type { Reporter } from '../support/reporter.ts';
import { maskSecret, type RegistryLogin } from './inputs.ts';

/** The parts of a login file that skopeo looks at (containers-auth.json(5)). */
const authFileSchema = z.object({
  auths: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
  credHelpers: z.record(z.string(), z.string()).default({}),
});
type AuthFile = z.infer<typeof authFileSchema>;

/** A login that lasts for as long as the builds do. */
export interface ActiveLogin {
  /** Where skopeo is told of it. */
  readonly env: Readonly<Record<'REGISTRY_AUTH_FILE', string>>;
  /** Removes the file. */
  dispose(): void;
}

/**
 * Logs in at a registry for the builds of this step, and for nobody else: the login is in a file of its own, which also
 * has the logins for other registries that skopeo would have found. Where skopeo is given a file it looks at no other.
 */
export function logIn(
  login: RegistryLogin,
  { directory, env, reporter }: { directory: string; env: Environment; reporter: Reporter },
): ActiveLogin {
  const present = authFilesOf(env).flatMap((path) => readAuthFile(path, reporter) ?? []);
  const auth = Buffer.from(`${login.username}:${login.password}`, 'utf8').toString('base64');
  maskSecret(auth);
  const path = join(directory, 'auth.json');
  const content = mergeLogins({ registry: login.registry, auth }, present);
  writeFileSync(path, JSON.stringify(content), { flag: 'wx', mode: 0o600 });
  return { env: { REGISTRY_AUTH_FILE: path }, dispose: () => rmSync(path, { force: true }) };
}

/** The login files that skopeo would look at, in its order (containers-auth.json(5)). */
export function authFilesOf(env: Environment): readonly string[] {
  const named = environmentValue(env, 'REGISTRY_AUTH_FILE');
  if (named !== undefined) return [named];
  const home = environmentValue(env, 'HOME') ?? homedir();
  const runtime = environmentValue(env, 'XDG_RUNTIME_DIR');
  return [
    runtime === undefined
      ? `/run/containers/${process.getuid?.() ?? 0}/auth.json`
      : join(runtime, 'containers/auth.json'),
    join(environmentValue(env, 'XDG_CONFIG_HOME') ?? join(home, '.config'), 'containers/auth.json'),
    join(environmentValue(env, 'DOCKER_CONFIG') ?? join(home, '.docker'), 'config.json'),
  ];
}

/**
 * One login file out of a login and those that were there. The login is the only one for its registry, whatever is
 * below that; among the others the first file that knows a registry wins, as if skopeo read one after the other.
 */
export function mergeLogins(own: { readonly registry: string; readonly auth: string }, files: readonly AuthFile[]) {
  const registry = canonicalRegistry(own.registry);
  const auths: AuthFile['auths'] = { [own.registry]: { auth: own.auth } };
  const credHelpers: AuthFile['credHelpers'] = {};
  const known = new Set<string>();
  const isFree = (key: string): boolean => {
    const name = canonicalRegistry(key);
    return name !== registry && !name.startsWith(`${registry}/`) && !known.has(name);
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

/** Docker writes addresses of an old API where others write the host; Docker Hub has several hosts. */
function canonicalRegistry(key: string): string {
  const name = key.replace(/^https?:\/\//, '').replace(/\/(?:v[12]\/?)?$/, '');
  return name.replace(/^(?:index|registry-1)\.docker\.io(?=$|\/)/, 'docker.io');
}

function readAuthFile(path: string, reporter: Reporter): AuthFile | undefined {
  try {
    return authFileSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    const code = systemCodeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    // What is in it stays out of the log: a parser quotes what it does not understand.
    const why = code === undefined ? 'it is no login file' : messageOf(error);
    reporter.warn(`the logins in ${path} do not count: ${why}`);
    return undefined;
  }
}
