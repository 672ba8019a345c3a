import { ProgramError, type RunOptions, run } from '../support/process/exec.ts';
import { operandProgram } from './arguments.ts';
import { findProgram } from './find.ts';

/** The words before a command; the first is the absolute path of a program that starts the command. */
export type CommandPrefix = readonly string[];

/** The program is killed when this process ends, also if that is killed (prctl(2), PR_SET_PDEATHSIG). */
const ENDS_WITH_PARENT = ['setpriv', '--pdeathsig', 'KILL', '--'] as const;
/** Mounts of the program are in its own namespace, and vanish with it (mount_namespaces(7)). */
const OWN_MOUNTS = ['unshare', '--mount', '--'] as const;

/**
 * The words before a command that make its program end with this process, and with `mounts`, its mounts with it. Programs
 * that are not installed, or that this process may not use, are left out: without root, buildah and podman create a
 * namespace of their own.
 */
export async function containment({
  mounts,
  ...options
}: Pick<RunOptions, 'env' | 'signal'> & { readonly mounts: boolean }): Promise<CommandPrefix> {
  const words: string[] = [];
  for (const [name, ...args] of mounts ? [ENDS_WITH_PARENT, OWN_MOUNTS] : [ENDS_WITH_PARENT]) {
    const program = await findProgram(name);
    const isUsable = program !== undefined && (await succeeds(program, [...args, 'true'], options));
    if (isUsable) words.push(operandProgram(program), ...args);
  }
  return words;
}

/** The program and the arguments that run a command with such words before it. */
export function prefixed(
  prefix: CommandPrefix,
  program: string,
  args: readonly string[],
): readonly [string, readonly string[]] {
  const [first, ...rest] = prefix;
  return first === undefined ? [program, args] : [first, [...rest, operandProgram(program), ...args]];
}

async function succeeds(
  program: string,
  args: readonly string[],
  options: Pick<RunOptions, 'env' | 'signal'>,
): Promise<boolean> {
  try {
    await run(program, args, options);
    return true;
  } catch (error) {
    if (error instanceof ProgramError) return false;
    throw error;
  }
}
