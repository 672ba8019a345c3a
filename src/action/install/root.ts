import { type ExecOutput, getExecOutput } from '@actions/exec';
import { messageOf } from '../../support/errors.ts';
import type { ChildEnvironment } from '../../support/process/exec.ts';
import { findOnPath } from '../../support/process/search-path.ts';
import { environmentFor } from '../../tools/environment.ts';

/** The words before the command of a program that runs as root, or the reason why this process cannot start one. */
export type RootAccess =
  | { readonly allowed: true; readonly command: readonly string[] }
  | { readonly allowed: false; readonly why: string };

/** Finds a way to become root without a password. */
export async function findRoot(isRoot: boolean = process.getuid?.() === 0): Promise<RootAccess> {
  if (isRoot) return { allowed: true, command: [] };
  const sudo = await findOnPath('sudo');
  if (sudo === undefined) return { allowed: false, why: 'this user is not root, and there is no sudo' };
  const { exitCode } = await outputOf([sudo, '-n', 'true'], environmentFor('sudo', process.env));
  if (exitCode !== 0) return { allowed: false, why: 'this user is not root, and sudo asks for a password' };
  return { allowed: true, command: [sudo, '-n'] };
}

/**
 * Runs a program and returns its output. The output is not written to the log, where the runner would execute commands
 * in it. `onLine` gets each line of stdout and stderr in order. A program that cannot be started has the status 127, as
 * in a shell.
 */
export async function outputOf(
  [program, ...args]: readonly [string, ...string[]],
  env: ChildEnvironment,
  onLine: (line: string) => void = () => {},
): Promise<ExecOutput> {
  try {
    return await getExecOutput(`"${program}"`, args, {
      env: { ...env.variables },
      silent: true,
      ignoreReturnCode: true,
      listeners: { stdline: onLine, errline: onLine },
    });
  } catch (error) {
    return { exitCode: 127, stdout: '', stderr: messageOf(error) };
  }
}

/**
 * Waits for a program, or throws the reason of an abort. The program then continues, because a process of root cannot
 * be killed.
 */
export async function unlessAborted<T>(running: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return running;
  signal.throwIfAborted();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const onAbort = (): void => reject(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([running, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
