import { operandProgram } from './arguments.ts';

/** The user and namespace of a program. */
export interface Rights {
  /** The user of the process, by number; only root can set it. Default: the user of this process. */
  readonly user?: { readonly uid: number; readonly gid: number } | undefined;
  /**
   * The path of `unshare` (util-linux). With it, the program is root in its own user namespace, which contains only its
   * user (user_namespaces(7)): it can read all files of its user whatever their modes, and on the host it has only the
   * rights of that user. Default: no namespace.
   */
  readonly unshare?: string | undefined;
}

/** The command line (program and arguments) that runs a program with these rights. */
export function commandWith(
  { unshare }: Rights,
  program: string,
  args: readonly string[],
): readonly [string, readonly string[]] {
  if (unshare === undefined) return [program, args];
  return [unshare, ['--user', '--map-root-user', '--', operandProgram(program), ...args]];
}
