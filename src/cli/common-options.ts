import { type Command, InvalidArgumentError, Option } from 'commander';
import { BUILD_FLAGS } from '../recipe/build-command.ts';
import { PLATFORMS, type Platform, platformNamed } from '../support/platform.ts';
import type { Session } from './session.ts';
import { PROGRESS_STYLES } from './stream-reporter.ts';

/** The program and the session of a command. */
export interface Place {
  readonly program: Command;
  readonly session: Session;
}

/** Adds a command with the common options to a program. */
export function createCommand({ program, session }: Place, name: string, description: string): Command {
  const parent = program.parent === null ? program.name() : `${program.parent.name()} ${program.name()}`;
  return program
    .command(name)
    .description(description)
    .option('-v, --verbose', 'print commands, URLs, versions and digests, and the stack of an error')
    .option('-q, --quiet', 'print nothing but errors and, with --json, the result')
    .addOption(progressOption())
    .addOption(logFormatOption())
    .helpOption('-h, --help', 'show help')
    .showHelpAfterError(`(run ${parent} ${name} --help for usage)`)
    .allowExcessArguments(false)
    .hook('preAction', (_, command) => session.setVerbosity(command.opts()));
}

/** Adds a command for one or several configs; src/cli/named-configs.ts finds them. */
export function createConfigCommand(place: Place, name: string, description: string): Command {
  return createCommand(place, name, description)
    .argument('[config...]', 'configs, their directories, or patterns as in fledge plan (default: fledge.toml)')
    .option(`-c, ${BUILD_FLAGS.config} <file>`, 'a fledge.toml or its directory, as an option');
}

/** The option for the manifest template. */
export function manifestOption(): Option {
  const help = 'manifest template (default: manifest.toml beside fledge.toml, if any)';
  return new Option(`-m, ${BUILD_FLAGS.manifest} <file>`, help);
}

/** The option for the target platform. */
export function platformOption(): Option {
  const help = "target platform, such as linux/arm64 or arm64 (default: this machine's)";
  return new Option(`${BUILD_FLAGS.platform} <platform>`, help).argParser(parsePlatform);
}

/** The option for one or several target platforms. Not a variadic option of commander, which would parse the arguments after it. */
export function platformsOption(): Option {
  const help = "target platform; several with commas, or by repetition (default: this machine's)";
  const parse = (text: string, earlier: readonly Platform[] = []): readonly Platform[] => [
    ...new Set([...earlier, ...text.split(',').map(parsePlatform)]),
  ];
  // The parser accepts other names, too. The choices are for the help and for completions.
  return new Option(`${BUILD_FLAGS.platform} <platform>`, help).choices(PLATFORMS).argParser(parse);
}

function parsePlatform(text: string): Platform {
  const platform = platformNamed(text.trim());
  if (platform !== undefined) return platform;
  throw new InvalidArgumentError(`Allowed choices are ${PLATFORMS.join(', ')}.`);
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
