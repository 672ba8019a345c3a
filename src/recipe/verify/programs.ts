import { posix } from 'node:path';
import { ContentOpener } from '../../formats/content-reader.ts';
import { inspectProgram, inspectProgramIn, type Program } from '../../sources/elf.ts';
import { type ByteString, byteStringFromText, displayByteString } from '../../support/byte-string.ts';
import type { Platform } from '../../support/platform.ts';
import type { Content, LeafInode } from '../../tree/entry.ts';
import { followPath } from '../../tree/follow.ts';
import type { FileTree } from '../../tree/tree.ts';

/** A program in a tree that cannot start. */
export interface ProgramFault {
  /** The absolute path in the image. */
  readonly path: string;
  readonly message: string;
}

/** The tree in which programs are checked, as far as it is known. */
export interface ProgramContext {
  readonly platform: Platform;
  /** The directories in which `env` looks for programs, separated by colons. Default: the usual ones. */
  readonly searchPath?: string | undefined;
  /** True if other files will be added to the tree, such as those of an image: a missing interpreter is then no fault. */
  readonly isIncomplete?: boolean;
  /** Paths of programs that are not examined, without a leading slash. */
  readonly trusted?: ReadonlySet<ByteString>;
}

/** The directories for programs where PATH is not set. */
const DEFAULT_SEARCH_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/**
 * Checks programs of a tree by the rules of the kernel for starting them. Executable files that are not programs are
 * accepted as data.
 */
export async function findProgramFaults(
  tree: FileTree,
  paths: Iterable<string>,
  context: ProgramContext,
): Promise<ProgramFault[]> {
  const faults: ProgramFault[] = [];
  for (const path of paths) {
    const message = await findStartFault(tree, path, { ...context, mayBeData: true });
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
 * damaged, for another machine, or its interpreter (a dynamic loader, that of a script, or the program that `env` starts)
 * is missing or cannot start. Undefined if no reason was found.
 */
export async function findStartFault(
  tree: FileTree,
  path: string,
  context: ProgramContext & { readonly mayBeData?: boolean; readonly scripts?: number },
): Promise<string | undefined> {
  const { platform, mayBeData = false, scripts = 0, isIncomplete = false } = context;
  const { path: end, inode, loops } = followPath(tree, byteStringFromText(path));
  const name = `/${displayByteString(end)}`;
  const subject = name === path ? path : `${path}, a link to ${name},`;
  if (loops) return `${path} is a circular link`;
  if (inode === undefined) return isIncomplete ? undefined : `${path} is a link to ${name}, which is not in the image`;
  if (inode.kind === 'symlink' || context.trusted?.has(end) === true) return undefined;
  if (inode.kind !== 'file') return `${subject} is ${CANNOT_BE_STARTED[inode.kind]}, not a program`;
  if ((inode.mode & 0o111) === 0) {
    return inode.content.kind === 'host-file'
      ? `${subject} is mapped from a file that is not executable; chmod +x it`
      : `${subject} is not executable`;
  }
  const program = await inspectContent(inode.content);
  if (program.kind === 'other') {
    if (program.isScriptAfterMark) {
      return `${subject} has a byte order mark before its #!, so Linux does not recognise it as a script: save it as UTF-8 without one`;
    }
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
  if (program.kind === 'script' && (interpreter.endsWith('\r') || program.argument?.endsWith('\r') === true)) {
    return `${subject} is a script with Windows line ends, so it will not start: save it with LF line ends`;
  }
  if (tree.get(byteStringFromText(interpreter)) === undefined) {
    return isIncomplete ? undefined : missingInterpreter(subject, kind, interpreter);
  }
  if (scripts >= MAX_SCRIPTS)
    return `${subject} exceeds the limit of Linux for scripts run by scripts (${MAX_SCRIPTS})`;
  const inner = await findStartFault(tree, interpreter, { ...context, mayBeData: false, scripts: scripts + 1 });
  if (inner !== undefined) {
    return `${subject} is ${kind === 'elf' ? 'dynamically linked' : `a script for ${interpreter}`}, so it will not start: ${inner}`;
  }
  const started = program.kind === 'script' ? startedByEnv(program) : undefined;
  if (started === undefined || isIncomplete || findInPath(tree, started, context.searchPath).path !== undefined) {
    return undefined;
  }
  return `${subject} is a script for ${started}, which ${interpreter} does not find in PATH, so it will not start: map it, or use /bin/sh`;
}

/** The result of a search in the directories of PATH. */
export interface FoundProgram {
  /** The absolute path of the first executable file of that name. */
  readonly path: string | undefined;
  /** That of the first file that is not executable. */
  readonly notExecutable: string | undefined;
}

/** Looks for a program as execvp(3) does. */
export function findInPath(tree: FileTree, name: string, searchPath: string = DEFAULT_SEARCH_PATH): FoundProgram {
  let notExecutable: string | undefined;
  for (const directory of searchPath.split(':')) {
    const path = posix.join('/', directory, name);
    const { inode } = followPath(tree, byteStringFromText(path));
    if (inode?.kind !== 'file') continue;
    if ((inode.mode & 0o111) !== 0) return { path, notExecutable };
    notExecutable ??= path;
  }
  return { path: undefined, notExecutable };
}

/** The program that `#!/usr/bin/env PROGRAM` starts. The kernel passes everything after env as one argument. */
function startedByEnv({ interpreter, argument }: Extract<Program, { kind: 'script' }>): string | undefined {
  if (posix.basename(interpreter) !== 'env' || argument === undefined) return undefined;
  const split = /^(?:-S|--split-string=?)\s*(.*)$/.exec(argument)?.[1];
  const words = split === undefined ? [argument] : split.split(/\s+/);
  const program = words.find((word) => !/^[A-Za-z_]\w*=/.test(word));
  // Other options of env are rare.
  return program === undefined || program.startsWith('-') || program.includes('/') ? undefined : program;
}

/** Examines the content of a file of a tree. Host files are read in place, because their digest is checked by the writer. */
async function inspectContent(content: Content): Promise<Program> {
  if (content.kind === 'host-file') return inspectProgram(content.path, content.label);
  const opener = new ContentOpener();
  return inspectProgramIn({
    size: content.size,
    async read(position, length) {
      const target = Buffer.alloc(Math.max(0, Math.min(length, content.size - position)));
      const reader = opener.open(content);
      try {
        reader.read(target, position);
      } finally {
        reader.close();
      }
      return target;
    },
  });
}

function missingInterpreter(subject: string, kind: 'elf' | 'script', interpreter: string): string {
  if (kind === 'elf') {
    return `${subject} is dynamically linked and ${interpreter} is not in the image, so it will not start: link it statically, or map the loader and its libraries`;
  }
  return `${subject} is a script for ${interpreter}, which is not in the image, so it will not start: map it, or use /bin/sh`;
}
