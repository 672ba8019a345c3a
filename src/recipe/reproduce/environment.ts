import { resolve } from 'node:path';
import type { Environment } from '../../support/environment.ts';
import { definedVariables } from '../../support/environment.ts';

/** The directories of a second build. The first build used none of them. */
export interface OtherDirectories {
  readonly home: string;
  readonly temporary: string;
  readonly cache: string;
  readonly workingDirectory: string;
}

/** The variables of `otherVariables` that are also set in a container. The others there are those of the image. */
export const CHANGED_IN_CONTAINER = [
  ...['HOME', 'TMPDIR', 'TMP', 'TEMP', 'FLEDGE_CACHE_DIR', 'XDG_CACHE_HOME'],
  ...['TZ', 'LC_ALL', 'LANG', 'USER', 'LOGNAME', 'FLEDGE_NOT_MAPPED'],
] as const;

/** A command prefix: runs the command after it with another umask than its own. */
export const OTHER_UMASK: readonly [string, ...string[]] = [
  'sh',
  '-c',
  'case $(umask) in *077) umask 022 ;; *) umask 077 ;; esac; exec "$@"',
  'sh',
];

/**
 * The variables with other values in the second build. Variables that lead to inputs (PATH, proxies, logins) are unchanged;
 * see src/tools/environment.ts for their list.
 */
export function otherVariables(env: Environment, directories: OtherDirectories): Readonly<Record<string, string>> {
  const { home, temporary, cache, workingDirectory } = directories;
  const locale = other(env, 'LC_ALL', 'tr_TR.UTF-8', 'sv_SE.UTF-8');
  return definedVariables({
    // Node itself reads this path, relative to the working directory.
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
