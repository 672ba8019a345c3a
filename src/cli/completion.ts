import { Argument, type Command } from 'commander';
import { createCommand } from './common-options.ts';
import { SHELLS, type Shell } from './completion/names.ts';
import type { Session } from './session.ts';

/** `fledge completion`. */
export function defineCompletion(program: Command, session: Session): Command {
  return createCommand({ program, session }, 'completion', 'print the completion for a shell')
    .addArgument(new Argument('<shell>', 'the shell that reads it').choices(SHELLS))
    .addHelpText(
      'after',
      `
It completes commands, options, their values and names of files. It is made for this version of fledge.

Examples:
  source <(fledge completion bash)              in ~/.bashrc
  fledge completion bash > ~/.local/share/bash-completion/completions/fledge
  fledge completion zsh > "\${fpath[1]}/_fledge"
  fledge completion fish > ~/.config/fish/completions/fledge.fish`,
    )
    .action((shell: Shell) => runCompletion(shell, program, session));
}

/** Prints the completion. */
async function runCompletion(shell: Shell, program: Command, session: Session): Promise<void> {
  const [{ completionFor }, { commandTreeOf }] = await Promise.all([
    import('./completion/shells.ts'),
    import('./command-tree.ts'),
  ]);
  await session.print(completionFor(shell, commandTreeOf(program)));
}
