import { type Command, Option } from 'commander';
import { BUILD_FLAGS, type BuildCommand, completeBuildCommand } from '../recipe/build-command.ts';
import { FledgeError } from '../support/errors.ts';
import type { Platform } from '../support/platform.ts';
import { createConfigCommand, jsonOption, manifestOption, numberFrom, platformsOption } from './common-options.ts';
import { namedConfigs } from './named-configs.ts';
import type { Session } from './session.ts';

/** Each worker needs memory, and more workers than CPUs are not faster. */
const MAX_WORKERS = 64;
const MAX_JOBS = 64;

/** The options as commander gives them. */
export interface BuildOptions extends Partial<Omit<BuildCommand, 'platform'>> {
  readonly platform?: readonly Platform[];
  readonly outputDir?: string;
  readonly jobs?: number;
  readonly dryRun?: boolean;
  readonly checkReproducible?: boolean;
  readonly json?: boolean;
}

/** `fledge build`. */
export function defineBuild(program: Command, session: Session): Command {
  return (
    createConfigCommand({ program, session }, 'build', 'build the plugins that fledge.toml files describe')
      .addOption(manifestOption())
      .option(
        `-o, ${BUILD_FLAGS.output} <file>`,
        'path of the artifact; the manifest and checksums are written beside it',
      )
      .option(
        '--output-dir <directory>',
        'directory of the outputs, created if missing; several plugins have sub-folders with their names (default: the current directory; for several: dist)',
      )
      .option(
        `${BUILD_FLAGS.urlBase} <url>`,
        'https URL or absolute path of the directory where Volant finds the artifact',
      )
      .addOption(platformsOption())
      .addOption(verifyOption())
      .option(BUILD_FLAGS.locked, 'fail unless fledge.lock pins all open sources of fledge.toml')
      .option(BUILD_FLAGS.strict, 'fail if there is a warning')
      .option(BUILD_FLAGS.force, 'replace the manifest and checksums of another artifact in the same directory')
      .option(BUILD_FLAGS.sbom, 'write an SBOM in CycloneDX, sbom.cdx.json, beside the artifact')
      .option('--dry-run', 'check the plugins, and print what a build would fetch and write')
      .option('--check-reproducible', 'build twice in different environments, and fail if a byte differs')
      .addOption(jobsOption())
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
  fledge build plugins/web --output-dir dist
  fledge build 'plugins/*' --output-dir dist --jobs 2
  fledge build --url-base https://example.com/plugins/web --json
  fledge build --platform amd64,arm64 --output-dir dist
  fledge lock && fledge build --locked
  fledge build --check-reproducible
  fledge build --sbom --output-dir dist

Then:
  sha256sum -c SHA256SUMS
  volar plugins install --manifest manifest.json`,
      )
      .action((args: string[], options: BuildOptions) => runBuild(args, options, session))
  );
}

/**
 * Builds the plugins of the command line, and prints the results on stdout.
 *
 * @throws FledgeError as `buildOne` and `buildSeveral` do; `usage` for options that exclude each other.
 */
async function runBuild(args: readonly string[], options: BuildOptions, session: Session): Promise<void> {
  if (options.output !== undefined && options.outputDir !== undefined) {
    throw new FledgeError('usage', '--output and --output-dir are mutually exclusive', {
      fix: 'name the artifact with its directory in --output, or only the directory in --output-dir',
    });
  }
  const named = await namedConfigs(args, options.config);
  const { platform } = options;
  const command = completeBuildCommand({ ...options, config: named.configs[0] ?? '', platform: platform?.[0] });
  if (named.isOne && (platform === undefined || platform.length === 1)) {
    const { buildOne } = await import('./build-one.ts');
    return buildOne(command, options, session);
  }
  const { buildSeveral } = await import('./build-several.ts');
  return buildSeveral({ named, command, platforms: platform ?? [command.platform] }, options, session);
}

function verifyOption(): Option {
  return new Option(
    `${BUILD_FLAGS.verify} <how>`,
    'fsck: check images with the tool of their file system; full: also compare with umoci (default: fsck, if installed)',
  ).choices(['none', 'fsck', 'full']);
}

function workersOption(): Option {
  const help = 'number of compression threads (default: one for each CPU, at most 8; divided among the jobs)';
  return new Option(`${BUILD_FLAGS.workers} <number>`, help).argParser(numberFrom(1, MAX_WORKERS));
}

function jobsOption(): Option {
  const help = 'number of plugins to build at once (default: one for each CPU and GiB of free memory, at most 4)';
  return new Option('--jobs <number>', help).argParser(numberFrom(1, MAX_JOBS));
}
