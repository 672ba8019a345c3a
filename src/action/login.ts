import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mergeLogins, readLogins } from '../sources/image/fetch/logins.ts';
import type { Environment } from '../support/environment.ts';
import type { Reporter } from '../support/report/reporter.ts';
import { maskSecret, type RegistryLogin } from './inputs.ts';

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
  const present = readLogins(env, reporter);
  const auth = Buffer.from(`${login.username}:${login.password}`, 'utf8').toString('base64');
  maskSecret(auth);
  const path = join(directory, 'auth.json');
  const content = mergeLogins({ registry: login.registry, auth }, present);
  writeFileSync(path, JSON.stringify(content), { flag: 'wx', mode: 0o600 });
  return { env: { REGISTRY_AUTH_FILE: path }, dispose: () => rmSync(path, { force: true }) };
}
