import { shellWord } from '../../support/text.ts';
import type { BootFacts, Diagnosis } from './facts.ts';

/** Error numbers of Linux, as the kernel and the companion print them. */
export const ERRNO = { ENOENT: 2, ENOEXEC: 8, EACCES: 13, ENODEV: 19, ENOTDIR: 20, EINVAL: 22, ELIBBAD: 80 } as const;

/** The diagnosis for a program that the kernel did not execute. */
export function programNotExecuted(
  path: string,
  errno: number,
  { prepared: { bootable, kernel } }: Pick<BootFacts, 'prepared'>,
): Diagnosis {
  const inspect = `fledge inspect ${shellWord(bootable.path)}`;
  switch (errno) {
    case ERRNO.ENOEXEC:
    case ERRNO.ELIBBAD:
      return {
        code: 'wrong-architecture',
        message: `the kernel cannot execute ${path}: it is for another architecture than ${kernel.architecture}, or is not a program`,
        fix: `build the artifact for linux/${kernel.architecture}, or boot it with a kernel for its own architecture`,
      };
    case ERRNO.ENOENT:
      if (path === '/init' && bootable.hasInit === false) return withoutInit(bootable.path);
      return {
        code: 'missing-loader',
        message: `the kernel cannot execute ${path}: the file is missing, or it is there and its loader or interpreter is not`,
        fix: `link it statically, or add its loader and libraries; to see the files: ${inspect}`,
      };
    case ERRNO.EACCES:
      return {
        code: 'not-executable',
        message: `the kernel cannot execute ${path}: permission denied`,
        fix: 'make the file executable: chmod +x',
      };
    default:
      return {
        code: 'init-failed',
        message: `the kernel cannot execute ${path}: error ${errno}`,
        fix: `see its files: ${inspect}`,
      };
  }
}

export function withoutInit(path: string): Diagnosis {
  return {
    code: 'no-init',
    message: `the kernel found no program to start: ${path} has no /init`,
    fix: 'add a program as /init, or remove [init] from fledge.toml to use the one of fledge',
  };
}
