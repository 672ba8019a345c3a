import { execFileSync } from 'node:child_process';

export interface RootOptions {
  readonly input?: Uint8Array;
}

/** Runs a program as root, itself or through sudo, and returns what it printed to stdout. Throws if it fails. */
export function asRoot(program: string, args: readonly string[], options: RootOptions = {}): Buffer {
  const isRoot = process.getuid?.() === 0;
  const [file = program, ...rest] = isRoot ? [program, ...args] : ['sudo', '-n', program, ...args];
  return execFileSync(file, rest, {
    ...options,
    maxBuffer: 1 << 28,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, LC_ALL: 'C' },
  });
}
