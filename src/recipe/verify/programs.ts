import { inspectProgram } from '../../sources/elf.ts';
import { byteStringFromText, displayByteString } from '../../support/byte-string.ts';
import type { Platform } from '../../support/platform.ts';
import type { LeafInode } from '../../tree/entry.ts';
import { followPath } from '../../tree/follow.ts';
import type { FileTree } from '../../tree/tree.ts';

/** A program in a tree that cannot start. */
export interface ProgramFault {
  /** The absolute path in the image. */
  readonly path: string;
  readonly message: string;
}

/**
 * Checks programs of a tree by the rules of the kernel for starting them. Executable files that are not programs are
 * accepted as data.
 */
export async function findProgramFaults(
  tree: FileTree,
  paths: Iterable<string>,
  platform: Platform,
): Promise<ProgramFault[]> {
  const faults: ProgramFault[] = [];
  for (const path of paths) {
    const message = await findStartFault(tree, path, { platform, mayBeData: true });
    if (message !== undefined) faults.push({ path, message });
  }
  return faults;
}

/** The maximum number of scripts that are interpreted by scripts (Linux, fs/exec.c, exec_binprm). */
const MAX_SCRIPTS = 5;

const CANNOT_BE_STARTED: Readonly<Record<Exclude<LeafInode['kind'], 'file' | 'symlink'> | 'directory', string>> = {
  directory: 'a directory',
  'char-device': 'a device',
  'block-device': 'a device',
  fifo: 'a fifo',
};

/**
 * The reason why the kernel cannot start the program at an absolute path of a tree: it is a dangling link, not a program,
 * damaged, for another machine, or its interpreter (a dynamic loader, or that of a script) is missing or cannot start.
 * Undefined if no reason was found. Only the contents of host files are read, not those of the image's files.
 */
export async function findStartFault(
  tree: FileTree,
  path: string,
  { platform, mayBeData = false, scripts = 0 }: { platform: Platform; mayBeData?: boolean; scripts?: number },
): Promise<string | undefined> {
  const { path: end, inode, loops } = followPath(tree, byteStringFromText(path));
  const name = `/${displayByteString(end)}`;
  const subject = name === path ? path : `${path}, a link to ${name},`;
  if (loops) return `${path} is a circular link`;
  if (inode === undefined) return `${path} is a link to ${name}, which is not in the image`;
  if (inode.kind === 'symlink') return undefined;
  if (inode.kind !== 'file') return `${subject} is ${CANNOT_BE_STARTED[inode.kind]}, not a program`;
  if ((inode.mode & 0o111) === 0) {
    return inode.content.kind === 'host-file'
      ? `${subject} is mapped without permission to execute it; chmod +x the file on the host, or set mode = "0755"`
      : `${subject} is not executable`;
  }
  if (inode.content.kind !== 'host-file') return undefined;
  const program = await inspectProgram(inode.content.path, inode.content.label);
  if (program.kind === 'other') {
    if (mayBeData) return undefined;
    return `${subject} is ${program.description}, which Linux cannot start: use a program for ${platform}, or a script that begins with #! and its interpreter`;
  }
  if (program.kind === 'elf') {
    if (program.machine !== platform)
      return `${subject} is built for ${program.machine}, and the plugin is for ${platform}`;
    if (program.damage !== undefined) return `${subject} is damaged: ${program.damage}; build or copy it again`;
  }
  const { kind, interpreter } = program;
  if (interpreter === undefined) return undefined;
  if (tree.get(byteStringFromText(interpreter)) === undefined) return missingInterpreter(subject, kind, interpreter);
  if (scripts >= MAX_SCRIPTS)
    return `${subject} exceeds the limit of Linux for scripts run by scripts (${MAX_SCRIPTS})`;
  const inner = await findStartFault(tree, interpreter, { platform, scripts: scripts + 1 });
  if (inner === undefined) return undefined;
  return `${subject} is ${kind === 'elf' ? 'dynamically linked' : `a script for ${interpreter}`}, so it will not start: ${inner}`;
}

function missingInterpreter(subject: string, kind: 'elf' | 'script', interpreter: string): string {
  if (kind === 'elf') {
    return `${subject} is dynamically linked and ${interpreter} is not in the image, so it will not start: link it statically, or map the loader and its libraries`;
  }
  if (interpreter.endsWith('\r')) {
    return `${subject} is a script with Windows line ends, so it will not start: save it with LF line ends`;
  }
  return `${subject} is a script for ${interpreter}, which is not in the image, so it will not start: map it, or use /bin/sh`;
}
