import { basename, relative, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { CreatedPlugin } from '../scaffold/create.ts';
import type { NewFile } from '../scaffold/new-files.ts';
import type { Workload } from '../scaffold/workload.ts';
import { printable } from '../support/byte-string.ts';
import { FledgeError } from '../support/errors.ts';
import { collectWarnings } from '../support/report/warning.ts';
import { shellWord } from '../support/text.ts';
import { createCommand, jsonOption, numberFrom } from './common-options.ts';
import type { InitDocument } from './json/plugin.ts';
import type { Session } from './session.ts';

interface Options {
  readonly image?: string;
  readonly dockerfile?: string;
  readonly binary?: string;
  readonly name?: string;
  readonly port?: number;
  readonly workflow?: boolean;
  readonly json?: boolean;
}

/** The port of a program in an initramfs, if the user names none. */
const DEFAULT_PORT = 80;
const HIGHEST_PORT = 65535;

/** `fledge init`. */
export function defineInit(program: Command, session: Session): Command {
  return createCommand({ program, session }, 'init', 'begin a plugin: write fledge.toml and manifest.toml')
    .argument('[directory]', 'directory of the plugin, which may be new', '.')
    .option('--image <reference>', 'run a container image in a root file system image')
    .option('--dockerfile <file>', 'run the image that a Dockerfile builds; the file or its directory')
    .option('--binary <file>', 'run a static program in an initramfs')
    .option('--name <name>', 'name of the plugin (default: that of the image, the program or the directory)')
    .addOption(
      new Option(
        '--port <number>',
        `tcp port of the workload (default: that of the image; ${DEFAULT_PORT} for a program)`,
      ).argParser(numberFrom(1, HIGHEST_PORT)),
    )
    .option('--workflow', 'also write .github/workflows/plugin.yml, which builds, boots and releases the plugin')
    .addOption(jsonOption('the files'))
    .addHelpText(
      'after',
      `
Without --image, --dockerfile and --binary, it asks on a terminal; elsewhere it uses the Dockerfile of the directory.
Existing files are kept. Names of the outputs are added to .gitignore.

Examples:
  fledge init --image nginx:alpine
  fledge init --dockerfile . --workflow
  fledge init web --binary ./server --port 3000`,
    )
    .action((directory: string, options: Options) => runInit(directory, options, session));
}

/** Writes the files of a new plugin, and prints their names and the next commands. */
async function runInit(given: string, options: Options, session: Session): Promise<void> {
  if (given === '') throw new FledgeError('usage', 'the directory is empty', { fix: 'omit it for this directory' });
  const directory = resolve(given);
  const { createPlugin, requireNoPlugin } = await import('../scaffold/create.ts');
  requireNoPlugin(directory);
  const { reporter, warnings } = collectWarnings(session.reporter);
  const answers = await answersFor(directory, options, session);
  const { workload } = answers;
  const created = await createPlugin({
    directory,
    ...answers,
    port: answers.port ?? (workload.kind === 'binary' ? DEFAULT_PORT : undefined),
    env: process.env,
    reporter,
  });
  if (options.json) return session.printJson({ ...created, warnings } satisfies InitDocument);
  await session.printSummary(printable(summaryOf(created, given)));
}

interface Answers {
  readonly workload: Workload;
  readonly name: string | undefined;
  readonly port: number | undefined;
  readonly workflow: boolean;
}

/** The answers of the options; without a workload those of the user, or those that the directory suggests. */
async function answersFor(directory: string, options: Options, { reporter }: Session): Promise<Answers> {
  const { findDockerfile, parseWorkload, workloadOf } = await import('../scaffold/workload.ts');
  const { name, port, workflow = false } = options;
  const workload = workloadOf(options, directory);
  if (workload !== undefined) return { workload, name, port, workflow };
  const dockerfile = findDockerfile(directory);
  if (process.stdin.isTTY && process.stderr.isTTY) {
    const { askForPlugin } = await import('./questions.ts');
    return askForPlugin({ directory, dockerfile, name, port, workflow });
  }
  if (dockerfile === undefined) {
    throw new FledgeError('usage', 'fledge init needs to know what the machine runs', {
      fix: 'give --image nginx:alpine, --dockerfile DIRECTORY or --binary FILE',
    });
  }
  reporter.info(`uses ${basename(dockerfile)}`);
  return { workload: parseWorkload('dockerfile', dockerfile, directory), name, port, workflow };
}

const DONE = { written: 'written', kept: 'kept, it existed', extended: 'outputs added' } as const;

function summaryOf({ name, directory, files }: CreatedPlugin, given: string): string {
  const paths = files.map(({ path }) => shortPath(path));
  const width = Math.max(...paths.map((path) => path.length));
  const shown = ({ action }: NewFile, index: number): string => `  ${paths[index]?.padEnd(width)}  ${DONE[action]}\n`;
  const enter = directory === resolve('') ? '' : `  cd ${shellWord(given)}\n`;
  return `${name}\n${files.map(shown).join('')}next:\n${enter}  fledge build\n  fledge boot\n`;
}

/** The path relative to the working directory, if it is below that. */
function shortPath(path: string): string {
  const short = relative('', path);
  return short.startsWith('..') ? path : short;
}
