import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Matrix } from '../github/runners.ts';
import type { PlannedBuild } from '../recipe/plan.ts';
import { printable } from '../support/byte-string.ts';
import { hostPlatform, PLATFORMS, type Platform } from '../support/platform.ts';
import { createCommand, jsonOption } from './common-options.ts';
import type { PlanDocument } from './json/plugin.ts';
import type { Session } from './session.ts';

interface PlanCommandOptions {
  readonly manifest?: string;
  readonly platform?: readonly Platform[];
  readonly json?: boolean;
}

/** Every plugin of the repository. */
const DEFAULT_PATTERN = '**/fledge.toml';

/** `fledge plan`. */
export function definePlan(program: Command, session: Session): Command {
  return createCommand({ program, session }, 'plan', 'list the plugins to build, as a table or a matrix of jobs')
    .argument(
      '[glob...]',
      'configs or their directories; a pattern with ! before it excludes (default: **/fledge.toml)',
    )
    .option('-m, --manifest <file>', "manifest template, relative to each config's directory")
    .addOption(platformsOption())
    .addOption(jsonOption('the plugins and a matrix for a workflow'))
    .addHelpText(
      'after',
      `
Checks every config and every manifest template, and reports all problems at once. Quote patterns: fledge expands
them. node_modules and .git are not searched, and ** does not follow symbolic links.

Examples:
  fledge plan
  fledge plan 'plugins/*' '!plugins/old'
  fledge plan 'plugins/**/fledge.toml' --platform linux/amd64 --platform linux/arm64 --json

In a workflow job, for the matrix of another job (docs/monorepo.md):
  echo "matrix=$(fledge plan --json | jq -c .matrix)" >> "$GITHUB_OUTPUT"`,
    )
    .action((patterns: string[], options: PlanCommandOptions) => runPlan(patterns, options, session));
}

/** Prints the plugins to build, as a table, or as JSON with a matrix for a workflow. */
async function runPlan(patterns: readonly string[], options: PlanCommandOptions, session: Session): Promise<void> {
  const [{ planBuilds }, { matrixOf }] = await Promise.all([
    import('../recipe/plan.ts'),
    import('../github/runners.ts'),
  ]);
  const builds = await planBuilds(patterns.length === 0 ? [DEFAULT_PATTERN] : patterns, { manifest: options.manifest });
  const matrix = matrixOf(builds, options.platform ?? [hostPlatform()]);
  if (options.json) await session.printJson({ builds: builds.map(describe), matrix } satisfies PlanDocument);
  else await session.print(printable(tableOf(matrix)));
}

/** Not a variadic option of commander, which would parse the patterns after it as platforms. */
function platformsOption(): Option {
  const help = "target platform; may be given several times (default: this machine's)";
  const parse = (value: string, earlier: readonly string[] = []): readonly string[] => {
    if (PLATFORMS.some((platform) => platform === value)) return [...earlier, value];
    throw new InvalidArgumentError(`Allowed choices are ${PLATFORMS.join(', ')}.`);
  };
  return new Option('--platform <platform>', help).choices(PLATFORMS).argParser(parse);
}

function describe({ config, name, strategy, directory, artifactFile }: PlannedBuild) {
  return { config, name, strategy, directory, artifact: artifactFile };
}

function tableOf({ include }: Matrix): string {
  const rows = include.map(({ config, name, strategy, platform }) => [
    // A line break in a path would look like another plugin.
    JSON.stringify(config).slice(1, -1),
    JSON.stringify(name).slice(1, -1),
    strategy,
    platform,
  ]);
  const lines = [['CONFIG', 'NAME', 'STRATEGY', 'PLATFORM'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  return lines
    .map(
      (cells) =>
        `${cells
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}
