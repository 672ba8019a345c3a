import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mergeLogins, readLogins } from '../sources/image/fetch/logins.ts';
import type { Environment } from '../support/environment.ts';
import type { Reporter } from '../support/report/reporter.ts';
import { maskSecret, type RegistryLogin } from './inputs.ts';

/** A login for the duration of the builds. */
export interface ActiveLogin {
  /** The variable with which skopeo finds the login. */
  readonly env: Readonly<Record<'REGISTRY_AUTH_FILE', string>>;
  /** Removes the file. */
  dispose(): void;
}

/**
 * Logs in to a registry for the builds of this step only. The login is written to a private file, together with the
 * existing logins for other registries, because skopeo reads no other file if one is given.
 */
export function logIn(
  login: RegistryLogin,
  { directory, env, reporter }: { directory: string; env: Environment; reporter: Reporter },
): ActiveLogin {
  const present = readLogins(env, reporter);
  const auth = Buffer.from(`${login.username}:${login.password}`, 'utf8').toString('base64');
  maskSecret(auth);
  const path = join(directory, 'auth.json');
  const content = mergeLogins({ registry: login.registry, auth }, present);
  writeFileSync(path, JSON.stringify(content), { flag: 'wx', mode: 0o600 });
  return { env: { REGISTRY_AUTH_FILE: path }, dispose: () => rmSync(path, { force: true }) };
}
