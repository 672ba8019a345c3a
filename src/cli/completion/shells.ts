import type { CommandNode } from '../command-tree.ts';
import { bashCompletion } from './bash.ts';
import { fishCompletion } from './fish.ts';
import type { Shell } from './names.ts';
import { zshCompletion } from './zsh.ts';

const WRITERS: Readonly<Record<Shell, (program: CommandNode) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
};

/** The completion of a program for a shell. It starts no program: a start of Node for each Tab would be noticeable. */
export function completionFor(shell: Shell, program: CommandNode): string {
  return WRITERS[shell](program);
}
