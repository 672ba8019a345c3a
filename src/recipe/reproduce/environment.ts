import { resolve } from 'node:path';
import type { Environment } from '../../support/environment.ts';
import { definedVariables } from '../../support/environment.ts';

/** The directories of a second build, none of which the first one knew. */
export interface OtherPlaces {
  readonly home: string;
  readonly temporary: string;
  readonly cache: string;
  readonly workingDirectory: string;
}

/** Variables of `otherVariables` that say something in a container, too, where the rest is the image's. */
export const CHANGED_IN_CONTAINER = [
  ...['HOME', 'TMPDIR', 'TMP', 'TEMP', 'FLEDGE_CACHE_DIR', 'XDG_CACHE_HOME'],
  ...['TZ', 'LC_ALL', 'LANG', 'USER', 'LOGNAME', 'FLEDGE_NOT_MAPPED'],
] as const;

/** Runs what follows it with a umask that is not the one that it was started with. */
export const OTHER_UMASK: readonly [string, ...string[]] = [
  'sh',
  '-c',
  'case $(umask) in *077) umask 022 ;; *) umask 077 ;; esac; exec "$@"',
  'sh',
];

/**
 * What is different in the environment of the second build. What leads to inputs (PATH, proxies, logins) stays as it is;
 * src/tools/environment.ts says what that is.
 */
export function otherVariables(env: Environment, places: OtherPlaces): Readonly<Record<string, string>> {
  const { home, temporary, cache, workingDirectory } = places;
  const locale = other(env, 'LC_ALL', 'tr_TR.UTF-8', 'sv_SE.UTF-8');
  return definedVariables({
    // The one path that Node itself reads, and from the working directory.
    NODE_EXTRA_CA_CERTS: absolute(env['NODE_EXTRA_CA_CERTS']),
    HOME: home,
    PWD: workingDirectory,
    TMPDIR: temporary,
    TMP: temporary,
    TEMP: temporary,
    FLEDGE_CACHE_DIR: cache,
    XDG_CACHE_HOME: cache,
    TZ: other(env, 'TZ', 'Pacific/Kiritimati', 'America/St_Johns'),
    LC_ALL: locale,
    LANG: locale,
    USER: other(env, 'USER', 'somebody', 'anybody'),
    LOGNAME: other(env, 'LOGNAME', 'somebody', 'anybody'),
    HOSTNAME: other(env, 'HOSTNAME', 'elsewhere', 'somewhere'),
  });
}

function other(env: Environment, name: string, first: string, second: string): string {
  return env[name] === first ? second : first;
}

function absolute(path: string | undefined): string | undefined {
  return path === undefined || path === '' ? path : resolve(path);
}
