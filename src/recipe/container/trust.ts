import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { type Environment, environmentValue } from '../../support/environment.ts';
import type { Mount } from '../../tools/container-engine.ts';

/** The mounts and variables with which a container trusts and finds the same servers as this machine. */
export interface Trust {
  readonly mounts: readonly Mount[];
  readonly variables: Readonly<Record<string, string>>;
}

/** The variables that name a file of certificate authorities. */
const FILE_VARIABLES = ['SSL_CERT_FILE', 'NODE_EXTRA_CA_CERTS'] as const;
/** Where skopeo looks for the certificates of a registry (containers-certs.d(5)), in its order; the first is in the home. */
const REGISTRY_CERTIFICATES = ['.config/containers/certs.d', '/etc/containers/certs.d', '/etc/docker/certs.d'] as const;
const TARGET = '/run/fledge';
/** More files, or larger ones, are not those of a directory of certificates. */
const MAX_FILES = 2000;
const MAX_BYTES = 1024 * 1024;

/**
 * Gives a container the certificate authorities that variables of this machine name, and for the registries of its images
 * (`domains`) their certificates and the settings of skopeo. Directories are copied to `scratch`, because they consist of links to
 * files that the container does not have.
 */
export function trustOf(env: Environment, domains: readonly string[], scratch: string): Trust {
  const files = FILE_VARIABLES.flatMap((name) => {
    const path = environmentValue(env, name);
    return path === undefined || !existsSync(path) ? [] : [{ name, path: resolve(path) }];
  });
  const directories = certificateDirectories(env, scratch);
  const settings = domains.length === 0 ? undefined : registrySettings(env);
  return {
    mounts: [
      ...files.map(({ path }) => ({ source: path, access: 'read' }) as const),
      ...directories,
      ...registryCertificates(env, domains, scratch),
      ...(settings === undefined ? [] : [settings]),
    ],
    variables: {
      ...Object.fromEntries(files.map(({ name, path }) => [name, path])),
      ...(directories.length > 0 && { SSL_CERT_DIR: directories.map(({ target }) => target).join(delimiter) }),
      ...(settings !== undefined && { CONTAINERS_REGISTRIES_CONF: settings.target }),
    },
  };
}

/** A mount at another path. */
type MovedMount = Mount & { readonly target: string };

/** SSL_CERT_DIR is a list, as in PATH. */
function certificateDirectories(env: Environment, scratch: string): readonly MovedMount[] {
  const paths = environmentValue(env, 'SSL_CERT_DIR')?.split(delimiter) ?? [];
  return paths.flatMap((path, index) => {
    const name = `certificates-${index}`;
    const source = path === '' ? undefined : copyOf(path, join(scratch, name));
    return source === undefined ? [] : [{ source, target: `${TARGET}/${name}`, access: 'read' } as const];
  });
}

function registryCertificates(env: Environment, domains: readonly string[], scratch: string): readonly MovedMount[] {
  const home = environmentValue(env, 'HOME') ?? homedir();
  return [...new Set(domains)].flatMap((domain, index) => {
    const found = REGISTRY_CERTIFICATES.map((parent) => resolve(home, parent, domain)).find((path) => existsSync(path));
    const source = found && copyOf(found, join(scratch, `registry-${index}`));
    return source === undefined
      ? []
      : [{ source, target: `/etc/containers/certs.d/${domain}`, access: 'read' } as const];
  });
}

/** The file with mirrors and other settings of registries (containers-registries.conf(5)), if this user has one. */
function registrySettings(env: Environment): MovedMount | undefined {
  const home = environmentValue(env, 'HOME') ?? homedir();
  const path = environmentValue(env, 'CONTAINERS_REGISTRIES_CONF') ?? join(home, '.config/containers/registries.conf');
  return existsSync(path) ? { source: resolve(path), target: `${TARGET}/registries.conf`, access: 'read' } : undefined;
}

/** Copies the files in a directory, not those below it. Undefined if it cannot be read. */
function copyOf(directory: string, to: string): string | undefined {
  let names: string[];
  try {
    names = readdirSync(directory).slice(0, MAX_FILES);
  } catch {
    return undefined;
  }
  mkdirSync(to, { mode: 0o700 });
  for (const name of names) {
    const path = join(directory, name);
    try {
      const stats = statSync(path);
      if (stats.isFile() && stats.size <= MAX_BYTES) copyFileSync(path, join(to, name));
    } catch {
      // A link to nothing, or a key of another user: skopeo could not read it here either.
    }
  }
  return to;
}
