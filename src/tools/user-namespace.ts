import { operandProgram } from './arguments.ts';

/** With which rights a program runs. */
export interface Rights {
  /** The user of the process, by number; only root may name one. Default: the user of this process. */
  readonly user?: { readonly uid: number; readonly gid: number } | undefined;
  /**
   * The path of `unshare` (util-linux). With it the program is root in a user namespace of its own, in which there is no
   * other user (user_namespaces(7)): modes do not keep it out of the files of its user, and on the host it has the rights
   * of that user and no more. Default: no namespace.
   */
  readonly unshare?: string | undefined;
}

/** What is to be started to run a program with these rights: a program, and its arguments. */
export function commandWith(
  { unshare }: Rights,
  program: string,
  args: readonly string[],
): readonly [string, readonly string[]] {
  if (unshare === undefined) return [program, args];
  return [unshare, ['--user', '--map-root-user', '--', operandProgram(program), ...args]];
}
