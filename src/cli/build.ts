import { relative, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { BuildRequest } from '../recipe/build.ts';
import { BUILD_FLAGS, type BuildCommand, completeBuildCommand } from '../recipe/build-command.ts';
import type { BuildResult } from '../recipe/build-result.ts';
import type { Program } from '../recipe/reproduce/check.ts';
import { printable } from '../support/byte-string.ts';
import { FledgeError } from '../support/errors.ts';
import { formatBytes, formatMilliseconds } from '../support/units.ts';
import { createConfigCommand, jsonOption, manifestOption, numberFrom, platformOption } from './common-options.ts';
import type { BuildDocument } from './json/build.ts';
import type { Session } from './session.ts';

/** Each worker needs memory, and more workers than CPUs are not faster. */
const MAX_WORKERS = 64;

/** The options as commander gives them. */
export interface BuildOptions extends Pick<BuildCommand, 'config'>, Partial<Omit<BuildCommand, 'config'>> {
  readonly checkReproducible?: boolean;
  readonly json?: boolean;
}

/** `fledge build`. */
export function defineBuild(program: Command, session: Session): Command {
  return (
    createConfigCommand({ program, session }, 'build', 'build the plugin that a fledge.toml describes')
      .addOption(manifestOption())
      .option(
        `-o, ${BUILD_FLAGS.output} <file>`,
        'path of the artifact; the manifest and checksums are written beside it',
      )
      .option(
        `${BUILD_FLAGS.urlBase} <url>`,
        'https URL or absolute path of the directory where Volant finds the artifact',
      )
      .addOption(platformOption())
      .addOption(verifyOption())
      .option(BUILD_FLAGS.locked, 'fail unless fledge.lock pins all open sources of fledge.toml')
      .option(BUILD_FLAGS.strict, 'fail if there is a warning')
      .option('--check-reproducible', 'build twice in different environments, and fail if a byte differs')
      .addOption(workersOption())
      // For the second build of a check, and for builds in a container.
      .addOption(new Option(`${BUILD_FLAGS.artifactUrl} <url>`).hideHelp())
      .addOption(jsonOption('the result'))
      .addHelpText(
        'after',
        `
Needs a fledge.toml: without one, begin with fledge init. Writes the artifact, manifest.json, provenance.json and
SHA256SUMS. They are renamed into place when all are complete.

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
      .action((options: BuildOptions) => runBuild(options, session))
  );
}

/**
 * Builds, and prints the result on stdout.
 *
 * @throws FledgeError as `build` and `checkReproducible` do; `format` if the two builds differ.
 */
async function runBuild(options: BuildOptions, session: Session): Promise<void> {
  const { json } = options;
  const { reporter } = session;
  const [{ beginBuild, build }, { loadPlugin }] = await Promise.all([
    import('../recipe/build.ts'),
    import('../recipe/plugin.ts'),
  ]);
  const { config, manifest, artifactUrl, ...asked } = completeBuildCommand(options);
  const steps = beginBuild(reporter);
  const request: BuildRequest = {
    ...asked,
    plugin: await loadPlugin(config, manifest),
    artifactUrl: artifactUrl === undefined ? undefined : () => artifactUrl,
    env: process.env,
    reporter,
    steps,
  };
  const result = await build(request);
  session.doneSoFar = 'the build is complete, and was not checked';
  const print = (printed: BuildDocument, text: string): Promise<void> =>
    json ? session.printJson(printed) : session.printSummary(printable(text));
  if (options.checkReproducible !== true) {
    await print(result, summaryOf(result) + caveatOf(result));
    return;
  }

  const { againOnThisMachine, checkReproducible } = await import('../recipe/reproduce/check.ts');
  const check = await checkReproducible(request, result, againOnThisMachine(ownProgram()));
  const verdict = check.ok
    ? '  reproducible: a second build in a different environment produced identical files\n'
    : '';
  await print({ ...result, reproducible: check }, summaryOf(result) + verdict);
  if (!check.ok) throw new FledgeError('format', `${result.name} is not reproducible: ${check.reason}`);
}

function verifyOption(): Option {
  return new Option(
    `${BUILD_FLAGS.verify} <how>`,
    'fsck: check images with the tool of their file system; full: also compare with umoci (default: fsck, if installed)',
  ).choices(['none', 'fsck', 'full']);
}

function workersOption(): Option {
  const help = 'number of compression threads (default: one for each CPU, at most 8)';
  return new Option(`${BUILD_FLAGS.workers} <number>`, help).argParser(numberFrom(1, MAX_WORKERS));
}

/** The command and arguments that started this program. */
function ownProgram(): Program {
  const [command = process.execPath, script = ''] = process.argv;
  return { command, args: [...process.execArgv, resolve(script)] };
}

function summaryOf({ name, version, artifact, manifest, provenance, checksums, steps }: BuildResult): string {
  const seconds = formatMilliseconds(steps.reduce((sum, { ms }) => sum + ms, 0));
  return [
    `${name} ${version} in ${seconds}`,
    `  ${here(artifact.path)}  ${formatBytes(artifact.size)}  sha256:${artifact.sha256}`,
    ...[manifest, provenance, checksums].map(({ path }) => `  ${here(path)}`),
    '',
  ].join('\n');
}

function caveatOf({ reproducible }: BuildResult): string {
  return reproducible.ok ? '' : `  not reproducible: ${reproducible.reason}\n`;
}

/** A path as the user would type it. */
function here(path: string): string {
  const short = relative('.', path);
  return short.startsWith('..') ? path : short;
}
