#!/usr/bin/env node
import { basename } from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { exitStatusOf, FledgeError, systemCodeOf, writeFailureOf } from '../support/errors.ts';
import { PLATFORMS } from '../support/platform.ts';
import { handleSignals, runToEnd } from '../support/process/cleanup.ts';
import { shellWord } from '../support/shell-word.ts';
import { nearest } from '../support/suggest.ts';
import { VERSION } from '../support/version.ts';
import { type StreamReporter, streamReporter, type Verbosity } from './stream-reporter.ts';

// Commands are imported when they are called: that is most of the time to the first line of output, and an old Node
// gets to hear the message below instead of a complaint about a missing export.
const MINIMUM_NODE = [22, 19] as const;
/** Each takes memory, and beyond a machine's CPUs they bring nothing. */
const MAX_WORKERS = 64;

interface CommonOptions {
  readonly verbose?: boolean;
  readonly quiet?: boolean;
}

let reporterOf = (verbosity: Verbosity): StreamReporter => streamReporter(process.stderr, verbosity);
let reporter = reporterOf('normal');
/** How a command that has done its work ends: with another status than 0 where that is the answer. */
let answer = 0;
let statusOfFailure: (error: unknown) => number = exitStatusOf;

process.stdout.on('error', (error) => {
  // Whoever read our output has seen enough (`fledge inspect … | head`).
  if (systemCodeOf(error) === 'EPIPE') process.exit();
  reporter.error(new FledgeError('output', `cannot write the result to stdout: ${writeFailureOf(error)}`));
  process.exit(1);
});
// Nobody reads our messages: no reason to give up the work.
process.stderr.on('error', () => {});

let doneSoFar = 'nothing was written';
handleSignals((signal) => {
  reporter.warn(`stopped by ${signal}; ${doneSoFar}`);
});

runToEnd(
  () => main(process.argv.slice(2)),
  (error) => {
    reporter.error(error);
    return statusOfFailure(error);
  },
);

async function main(args: readonly string[]): Promise<number> {
  try {
    requireNode(process.versions.node);
    const isJson = asksForJsonLog(args);
    if (isJson) {
      const { beginJsonLog, jsonReporter } = await import('./json-reporter.ts');
      beginJsonLog(process.stderr);
      reporterOf = (verbosity) => jsonReporter(process.stderr, verbosity);
      reporter = reporterOf('normal');
    }
    const program = createProgram(isJson);
    const [first = '-'] = args;
    const isKnown = first.startsWith('-') || program.commands.some((command) => command.name() === first);
    // With --help behind it, an unknown command would get the program's help and status 0.
    await program.parseAsync(isKnown ? args : [first], { from: 'user' });
    return answer;
  } catch (error) {
    // Commander prints its own messages; help and --version come this way too, with status 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    reporter.error(error);
    return statusOfFailure(error);
  }
}

function createProgram(isJson: boolean): Command {
  const program = new Command('fledge')
    .description('Builds bootable microVM plugins for Volant from a fledge.toml.')
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand(false)
    .exitOverride()
    // Commander suggests what shares a few letters, such as schema for check.
    .showSuggestionAfterError(false)
    .configureOutput({
      outputError: (text, write) => {
        const suggestion = suggestionFor(text, program);
        if (isJson) reporter.error(complaintOf(text, suggestion));
        else write(text.replace(/\n$/, `${suggestion}\n`));
      },
      // After an error: the advice to read the help, which the error itself has in JSON.
      ...(isJson && { writeErr: () => {} }),
    })
    .showHelpAfterError('(fledge --help shows what there is)')
    .addHelpText(
      'after',
      `
Examples:
  fledge build                      build the plugin of ./fledge.toml
  fledge lock                       pin what ./fledge.toml leaves open
  fledge validate                   check ./fledge.toml and ./manifest.toml only
  fledge inspect plugin.cpio.gz     list what is in an artifact
  fledge plan 'plugins/*'           list the plugins below plugins/
  fledge diff dist other/dist       compare what two builds made

Environment:
  SOURCE_DATE_EPOCH      time of the files in an artifact, in seconds (default 1704067200)
  FLEDGE_CACHE_DIR       where downloads are kept (default $XDG_CACHE_HOME/fledge or ~/.cache/fledge)
  GITHUB_TOKEN           used for GitHub's release API only
  FLEDGE_GITHUB_TOKEN_FILE  a file with that token
  FLEDGE_GITHUB_API_URL  another API, such as that of a GitHub Enterprise server
  HTTP_PROXY, HTTPS_PROXY, NO_PROXY, NO_COLOR`,
    );

  configCommand(program, 'build', 'build the plugin that a fledge.toml describes')
    .addOption(manifestOption())
    .option('-o, --output <file>', 'where the artifact goes; the manifest and checksums go beside it')
    .option('--url-base <url>', 'https URL or absolute path under which Volant will find the artifact')
    .addOption(platformOption())
    .addOption(verifyOption())
    .option('--locked', 'fail unless fledge.lock pins everything that fledge.toml leaves open')
    .option('--check-reproducible', 'build twice in different surroundings, and fail if a byte differs')
    .addOption(workersOption())
    .addOption(new Option('--artifact-url <url>').hideHelp())
    .option('--json', 'print the result as JSON on stdout')
    .addHelpText(
      'after',
      `
Writes the artifact, manifest.json, provenance.json and SHA256SUMS. They appear together when all are complete.

Examples:
  fledge build
  fledge build -c plugins/web/fledge.toml -o dist/web.cpio.gz
  fledge build --url-base https://example.com/plugins/web --json
  fledge build --platform linux/arm64 --verify none
  fledge lock && fledge build --locked
  fledge build --check-reproducible

Then:
  sha256sum -c SHA256SUMS
  volar plugins install --manifest manifest.json`,
    )
    .action(async (options) => {
      setVerbosity(options);
      const { buildCommand } = await import('./build.ts');
      await buildCommand(options, reporter, () => {
        doneSoFar = 'what was built is there, and was not checked';
      });
    });

  configCommand(program, 'validate', 'check fledge.toml and the manifest template, and build nothing')
    .addOption(manifestOption())
    .addHelpText(
      'after',
      `
Examples:
  fledge validate
  fledge validate -c plugins/web/fledge.toml`,
    )
    .action(async (options) => {
      setVerbosity(options);
      const { validateCommand } = await import('./validate.ts');
      await validateCommand(options, reporter);
    });

  configCommand(program, 'lock', 'pin what fledge.toml leaves open: tags, the latest release, URLs without a checksum')
    .addHelpText(
      'after',
      `
Writes fledge.lock beside fledge.toml: the digest of the image, the release of kestrel with the SHA-256 of its agents for
all platforms, the SHA-256 of busybox. Builds take what it pins; with --locked they fail if it leaves something open.
Commit it, and run fledge lock again to take what is there by then.

Examples:
  fledge lock
  fledge lock -c plugins/web/fledge.toml`,
    )
    .action(async (options) => {
      setVerbosity(options);
      const { lockCommand } = await import('./lock.ts');
      await lockCommand(options, reporter);
    });

  command(program, 'inspect', 'list what is in an initramfs')
    .argument('<artifact>', 'a .cpio.gz or .cpio file')
    .option('--json', 'print an array of entries as JSON')
    .addHelpText(
      'after',
      `
Examples:
  fledge inspect plugin.cpio.gz
  fledge inspect plugin.cpio.gz --json | jq -r '.[] | select(.kind == "file") | .path'`,
    )
    .action(async (artifact, options) => {
      setVerbosity(options);
      const { inspectCommand } = await import('./inspect.ts');
      await inspectCommand(artifact, options);
    });

  command(program, 'diff', 'compare two artifacts, directories or lists of checksums, byte for byte')
    .argument('<left>', 'a file, a directory, or a SHA256SUMS file')
    .argument('<right>', 'another one')
    .option('--json', 'print the comparison as JSON')
    .addHelpText(
      'after',
      `
Directories are compared with everything below them, by name; modes, owners and times do not count. With a SHA256SUMS
file, the digests that it lists are what the other side is compared with.

Exit status: 0 if they are identical, 1 if they differ, 2 if they could not be compared.

Examples:
  fledge diff plugin.cpio.gz other/plugin.cpio.gz
  fledge diff dist /mnt/other-machine/dist
  fledge diff SHA256SUMS downloads            are the files in downloads the listed ones?
  fledge diff SHA256SUMS other/SHA256SUMS --json | jq -r '.files[] | select(.status != "identical") | .path'`,
    )
    .action(async (left, right, options) => {
      // As of cmp(1) and diff(1): 1 is an answer, so trouble of any kind is 2.
      statusOfFailure = () => 2;
      setVerbosity(options);
      const { diffCommand } = await import('./diff.ts');
      answer = await diffCommand(left, right, options, reporter);
    });

  command(program, 'plan', 'list the plugins that there are to build, for a table or a matrix of jobs')
    .argument(
      '[glob...]',
      'configs or their directories; with ! before it, what to leave out (default: **/fledge.toml)',
    )
    .option('-m, --manifest <file>', "manifest template, relative to each config's directory")
    .addOption(platformsOption())
    .option('--json', 'print JSON, with a matrix for a workflow')
    .addHelpText(
      'after',
      `
Checks every config and every manifest template, and reports all problems at once. Patterns are fledge's to expand:
quote them. node_modules and .git are not searched, and ** follows no symbolic links.

Examples:
  fledge plan
  fledge plan 'plugins/*' '!plugins/old'
  fledge plan 'plugins/**/fledge.toml' --platform linux/amd64 --platform linux/arm64 --json

In a job of a workflow, for the matrix of another one (docs/monorepo.md):
  echo "matrix=$(fledge plan --json | jq -c .matrix)" >> "$GITHUB_OUTPUT"`,
    )
    .action(async (patterns, options) => {
      setVerbosity(options);
      const { planCommand } = await import('./plan.ts');
      await planCommand(patterns, options);
    });

  command(program, 'schema', 'print the JSON Schema of fledge.toml')
    .addHelpText(
      'after',
      `
Examples:
  fledge schema > fledge-toml.schema.json

Editors that use taplo (VS Code: Even Better TOML) check a fledge.toml that begins with
  #:schema ./fledge-toml.schema.json`,
    )
    .action(async () => {
      const { schemaCommand } = await import('./schema.ts');
      schemaCommand();
    });

  command(program, 'version', 'print the version').action(() => {
    process.stdout.write(`fledge ${VERSION}\n`);
  });
  return program;
}

/** A line with the nearest command or option, if commander's complaint is about an unknown one and it has a near one. */
function suggestionFor(complaint: string, { commands }: Command): string {
  const [, kind, name = ''] = /^error: unknown (command|option) '([^'=]*)/.exec(complaint) ?? [];
  if (kind === undefined) return '';
  const known =
    kind === 'command'
      ? commands.map((command) => command.name())
      : (commands.find((command) => command.name() === process.argv[2])?.options ?? []).flatMap(({ hidden, long }) =>
          hidden || long === undefined ? [] : [long.slice(2)],
        );
  const word = name.replace(/^-+/, '');
  const best = nearest(word, known) ?? known.find((other) => word.length >= 4 && other.endsWith(`-${word}`));
  return best === undefined ? '' : `\n(Did you mean ${kind === 'option' ? '--' : ''}${best}?)`;
}

/** Commander's complaint as an error of ours. */
function complaintOf(text: string, suggestion: string): FledgeError {
  const message = text.replace(/^error: /, '').trim();
  const near = suggestion.replace(/^\n\(Did (.*)\)$/, 'did $1 ');
  return new FledgeError('usage', message, { fix: `${near}fledge --help lists commands and options`.trim() });
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

/** A command that is about one config, which people name as they do for other tools first: `fledge build plugins/web`. */
function configCommand(program: Command, name: string, description: string): Command {
  return command(program, name, description)
    .addOption(configOption())
    .allowExcessArguments()
    .hook('preAction', (_, { args: [first] }) => {
      if (first === undefined) return;
      throw new FledgeError('usage', `unexpected argument ${JSON.stringify(first)}`, {
        fix: adviceFor(name, first),
      });
    });
}

function command(program: Command, name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .option('-v, --verbose', 'say more, and show where an error came from')
    .option('-q, --quiet', 'only warnings and errors')
    .addOption(logFormatOption())
    .helpOption('-h, --help', 'show help')
    .showHelpAfterError(`(fledge ${name} --help shows what there is)`)
    .allowExcessArguments(false);
}

function logFormatOption(): Option {
  return new Option('--log-format <format>', 'how to write to stderr: text, or json for one object a line')
    .choices(['text', 'json'])
    .default('text');
}

/** Also where the rest of the command line is wrong: what is wrong is said in that format. */
function asksForJsonLog(args: readonly string[]): boolean {
  return args.some(
    (arg, index) => arg === '--log-format=json' || (arg === 'json' && args[index - 1] === '--log-format'),
  );
}

function configOption(): Option {
  return new Option('-c, --config <file>', 'the fledge.toml, or its directory').default('fledge.toml');
}

function manifestOption(): Option {
  return new Option('-m, --manifest <file>', 'manifest template (default: manifest.toml beside fledge.toml, if any)');
}

function platformOption(): Option {
  return new Option('--platform <platform>', "what the plugin runs on (default: this machine's)").choices(PLATFORMS);
}

/** Not commander's variadic option, which would take the patterns after it for platforms. */
function platformsOption(): Option {
  const help = "what the plugins run on; may be given several times (default: this machine's)";
  const parse = (value: string, earlier: readonly string[] = []): readonly string[] => {
    if (PLATFORMS.some((platform) => platform === value)) return [...earlier, value];
    throw new InvalidArgumentError(`Allowed choices are ${PLATFORMS.join(', ')}.`);
  };
  return new Option('--platform <platform>', help).choices(PLATFORMS).argParser(parse);
}

function verifyOption(): Option {
  return new Option(
    '--verify <how>',
    'check images with the tool of their file system, if it is installed; full: and have umoci unpack the layers',
  )
    .choices(['none', 'fsck', 'full'])
    .default('fsck');
}

function workersOption(): Option {
  const parse = (value: string): number => {
    const workers = Number(value);
    if (/^\d+$/.test(value) && workers >= 1 && workers <= MAX_WORKERS) return workers;
    throw new InvalidArgumentError(`It is a number from 1 to ${MAX_WORKERS}.`);
  };
  return new Option('--workers <number>', 'how many threads compress (default: one for each CPU, at most 8)').argParser(
    parse,
  );
}

function setVerbosity({ quiet, verbose }: CommonOptions): void {
  if (quiet && verbose) throw new FledgeError('usage', '--quiet and --verbose contradict each other');
  reporter = reporterOf(quiet ? 'quiet' : verbose ? 'verbose' : 'normal');
}

function requireNode(version: string): void {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > MINIMUM_NODE[0] || (major === MINIMUM_NODE[0] && minor >= MINIMUM_NODE[1])) return;
  throw new FledgeError('usage', `fledge needs Node ${MINIMUM_NODE.join('.')} or newer, and this is Node ${version}`, {
    fix: 'install a current Node from https://nodejs.org or with your version manager',
  });
}
