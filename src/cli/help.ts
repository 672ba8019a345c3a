import { Argument, type Command } from 'commander';
import { createCommand } from './common-options.ts';
import type { Session } from './session.ts';

/** `fledge help`. */
export function defineHelp(program: Command, session: Session): Command {
  const argument = new Argument('[command...]', 'name of the command (default: show all commands)');
  // For completions. `choices` would refuse the names of commands below these.
  argument.argChoices = program.commands.map((command) => command.name());
  return createCommand({ program, session }, 'help', 'show the help of a command')
    .addArgument(argument)
    .addHelpText(
      'after',
      `
Examples:
  fledge help
  fledge help build`,
    )
    .action((names: string[]) => showHelp(program, names));
}

/** Prints the same as --help. */
function showHelp(program: Command, names: readonly string[]): void {
  let command = program;
  for (const name of names) {
    const found = command.commands.find((child) => child.name() === name);
    command = found ?? program.error(`error: unknown command '${name}'`, { code: 'commander.unknownCommand' });
  }
  command.outputHelp();
}
