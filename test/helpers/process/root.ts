import { execFileSync } from 'node:child_process';

export interface RootOptions {
  readonly input?: Uint8Array;
}

/**
 * Runs a program as root, with a umask of 022 and messages in English: directly if the tests run as root, otherwise
 * with sudo, which must not ask for a password. Returns its stdout; a failure throws with its stderr.
 */
export function asRoot(program: string, args: readonly string[], { input }: RootOptions = {}): Buffer {
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const script = 'umask 022; export LC_ALL=C; exec "$@"';
  const [file = 'sh', ...rest] = [...sudo, 'sh', '-c', script, 'sh', program, ...args];
  return execFileSync(file, rest, { ...(input && { input }), stdio: ['pipe', 'pipe', 'pipe'], maxBuffer: 1024 ** 3 });
}
