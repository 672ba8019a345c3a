import { basename } from 'node:path';
import { type Command, Option } from 'commander';
import { BUILD_FLAGS } from '../recipe/build-command.ts';
import { FledgeError } from '../support/errors.ts';
import { shellWord } from '../support/text.ts';
import type { Session } from './session.ts';

/** Where a command belongs. */
export interface Place {
  readonly program: Command;
  readonly session: Session;
}

/** Adds a command to a program, with the options that all have. */
export function createCommand({ program, session }: Place, name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .option('-v, --verbose', 'say more, and show where an error came from')
    .option('-q, --quiet', 'only warnings and errors')
    .addOption(logFormatOption())
    .helpOption('-h, --help', 'show help')
    .showHelpAfterError(`(fledge ${name} --help shows what there is)`)
    .allowExcessArguments(false)
    .hook('preAction', (_, command) => session.setVerbosity(command.opts()));
}

/** A command that is about one config, which people name as they do for other tools first: `fledge build plugins/web`. */
export function createConfigCommand(place: Place, name: string, description: string): Command {
  return createCommand(place, name, description)
    .addOption(
      new Option(`-c, ${BUILD_FLAGS.config} <file>`, 'the fledge.toml, or its directory').default('fledge.toml'),
    )
    .allowExcessArguments()
    .hook('preAction', (_, { args: [first] }) => {
      if (first === undefined) return;
      throw new FledgeError('usage', `unexpected argument ${JSON.stringify(first)}`, {
        fix: adviceFor(name, first),
      });
    });
}

/** The template of a plugin's manifest. */
export function manifestOption(): Option {
  const help = 'manifest template (default: manifest.toml beside fledge.toml, if any)';
  return new Option(`-m, ${BUILD_FLAGS.manifest} <file>`, help);
}

function logFormatOption(): Option {
  return new Option('--log-format <format>', 'how to write to stderr: text, or json for one object a line')
    .choices(['text', 'json'])
    .default('text');
}

/** Whether the log is to be JSON. Known before the rest of the command line, which may be wrong: that is logged too. */
export function asksForJsonLog(args: readonly string[]): boolean {
  return args.some(
    (arg, index) => arg === '--log-format=json' || (arg === 'json' && args[index - 1] === '--log-format'),
  );
}

/** What somebody may have meant by the name of a file behind a command. */
function adviceFor(name: string, argument: string): string {
  const isContainerfile = /^(?:(?:Docker|Container)file(?:\..*)?|.*\.(?:docker|container)file)$/i.test(
    basename(argument),
  );
  return isContainerfile
    ? 'fledge builds from a fledge.toml: build the image first, and name it there as image in [source]'
    : `to name a fledge.toml or its directory: fledge ${name} -c ${shellWord(argument)}`;
}
