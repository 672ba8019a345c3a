import { type Command, InvalidArgumentError, Option } from 'commander';
import { howToBegin, isDockerfileName } from '../config/dockerfile-name.ts';
import { BUILD_FLAGS } from '../recipe/build-command.ts';
import { FledgeError } from '../support/errors.ts';
import { PLATFORMS } from '../support/platform.ts';
import { shellWord } from '../support/text.ts';
import type { Session } from './session.ts';
import { PROGRESS_STYLES } from './stream-reporter.ts';

/** The program and the session of a command. */
export interface Place {
  readonly program: Command;
  readonly session: Session;
}

/** Adds a command with the common options to a program. */
export function createCommand({ program, session }: Place, name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .option('-v, --verbose', 'print commands, URLs, versions and digests, and the stack of an error')
    .option('-q, --quiet', 'print nothing but errors and, with --json, the result')
    .addOption(progressOption())
    .addOption(logFormatOption())
    .helpOption('-h, --help', 'show help')
    .showHelpAfterError(`(run fledge ${name} --help for usage)`)
    .allowExcessArguments(false)
    .hook('preAction', (_, command) => session.setVerbosity(command.opts()));
}

/** Adds a command for one config. Users of other tools try `fledge build plugins/web`, so an argument gets advice. */
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

/** The option for the manifest template. */
export function manifestOption(): Option {
  const help = 'manifest template (default: manifest.toml beside fledge.toml, if any)';
  return new Option(`-m, ${BUILD_FLAGS.manifest} <file>`, help);
}

/** The option for the target platform. */
export function platformOption(): Option {
  const help = "target platform (default: this machine's)";
  return new Option(`${BUILD_FLAGS.platform} <platform>`, help).choices(PLATFORMS);
}

/** The option for a result in JSON. */
export function jsonOption(what: string): Option {
  return new Option('--json', `print ${what} as JSON on stdout, or the error`);
}

/** A parser for the value of an option: a number from `least` to `most`, without a fraction. */
export function numberFrom(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`It must be a number from ${least} to ${most}.`);
  };
}

function progressOption(): Option {
  return new Option('--progress <style>', 'progress on stderr: auto is a bar on a terminal, plain is lines')
    .choices(PROGRESS_STYLES)
    .default('auto');
}

function logFormatOption(): Option {
  return new Option('--log-format <format>', 'format of stderr: text, or json with one object per line')
    .choices(['text', 'json'])
    .default('text');
}

/** True for a JSON log. Checked before the command line is parsed, because errors in it are logged as well. */
export function asksForJsonLog(args: readonly string[]): boolean {
  return args.some(
    (arg, index) => arg === '--log-format=json' || (arg === 'json' && args[index - 1] === '--log-format'),
  );
}

/** True for a result in JSON. Checked before the command line is parsed, because errors in it are printed as well. */
export function asksForJson(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return args.slice(0, end < 0 ? undefined : end).includes('--json');
}

/** The fix for a file name as the argument of a command. */
function adviceFor(name: string, argument: string): string {
  return isDockerfileName(argument)
    ? howToBegin(argument)
    : `give a fledge.toml or its directory with -c: fledge ${name} -c ${shellWord(argument)}`;
}
