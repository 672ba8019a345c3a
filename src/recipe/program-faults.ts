import { inspectProgram, type Program } from '../sources/elf.ts';
import { byteStringFromText } from '../support/byte-string.ts';
import type { Platform } from '../support/platform.ts';
import type { FileTree } from '../tree/tree.ts';

/** A program in a tree that will not start. */
export interface ProgramFault {
  /** Absolute in the image. */
  readonly path: string;
  readonly message: string;
  /** It is for another machine; nothing that could still be put into the image would help. */
  readonly hopeless: boolean;
}

/**
 * Looks at programs of a tree as the kernel would when it starts them: are they for this machine, and is what they need
 * to be started by (a dynamic loader, the interpreter of a script) in the tree as well? Only files of the host are
 * looked at; those of an image are its author's.
 */
export async function findProgramFaults(
  tree: FileTree,
  paths: Iterable<string>,
  platform: Platform,
): Promise<ProgramFault[]> {
  const faults: ProgramFault[] = [];
  for (const path of paths) {
    const inode = tree.get(byteStringFromText(path));
    if (inode?.kind !== 'file' || inode.content.kind !== 'host-file') continue;
    const program = await inspectProgram(inode.content.path, inode.content.label);
    if (program.kind === 'elf' && program.machine !== platform) {
      const message = `${path} is built for ${program.machine}, and the plugin is for ${platform}`;
      faults.push({ path, message, hopeless: true });
      continue;
    }
    const message = missingInterpreter(tree, path, program);
    if (message !== undefined) faults.push({ path, message, hopeless: false });
  }
  return faults;
}

function missingInterpreter(tree: FileTree, path: string, program: Program): string | undefined {
  if (program.kind === 'other' || program.interpreter === undefined) return undefined;
  const { interpreter } = program;
  if (tree.get(byteStringFromText(interpreter)) !== undefined) return undefined;
  if (program.kind === 'elf') {
    return `${path} is dynamically linked and ${interpreter} is not in the image, so it will not start: link it statically, or map the loader and its libraries`;
  }
  if (interpreter.endsWith('\r')) {
    return `${path} is a script with Windows line ends, and will not start: save it with LF`;
  }
  return `${path} is a script for ${interpreter}, which is not in the image, so it will not start: map it, or use /bin/sh`;
}
