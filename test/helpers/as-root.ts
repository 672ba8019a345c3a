import { execFileSync } from 'node:child_process';

/**
 * Runs a program as root, with a umask of 022: directly where the tests are root, else with sudo, which must not ask
 * for a password. Returns what it printed to stdout; a failure throws with what it printed to stderr.
 */
export function asRoot(file: string, args: readonly string[]): Buffer {
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const [program = 'sh', ...rest] = [...sudo, 'sh', '-c', 'umask 022; exec "$@"', 'sh', file, ...args];
  return execFileSync(program, rest, { stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1024 ** 3 });
}
