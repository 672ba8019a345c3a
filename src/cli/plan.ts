import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Matrix } from '../github/matrix.ts';
import { parseRunnerLabels, type RunnerOf } from '../github/runner-labels.ts';
import type { SkippedPlugin } from '../recipe/describe-changes.ts';
import type { PlannedBuild } from '../recipe/plan.ts';
import { printable } from '../support/byte-string.ts';
import { hostPlatform, type Platform } from '../support/platform.ts';
import { alignColumns } from './columns.ts';
import { createCommand, jsonOption, platformsOption } from './common-options.ts';
import type { PlanDocument } from './json/plugin.ts';
import type { Session } from './session.ts';

interface PlanCommandOptions {
  readonly manifest?: string;
  readonly platform?: readonly Platform[];
  readonly runnerLabels?: RunnerOf;
  readonly since?: string;
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
    .addOption(runnersOption())
    .option('--since <commit>', 'leave out plugins whose inputs are the same as in this commit of git')
    .addOption(jsonOption('the plugins and a matrix for a workflow'))
    .addHelpText(
      'after',
      `
Checks every config and every manifest template, and reports all problems at once. Quote patterns: fledge expands
them. node_modules and .git are not searched, and ** does not follow symbolic links.

Examples:
  fledge plan
  fledge plan 'plugins/*' '!plugins/old'
  fledge plan --since origin/main
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
    import('../github/matrix.ts'),
  ]);
  const all = await planBuilds(patterns.length === 0 ? [DEFAULT_PATTERN] : patterns, { manifest: options.manifest });
  const { builds, skipped } = await changedBuilds(all, options, session);
  const matrix = matrixOf(builds, options.platform ?? [hostPlatform()], options.runnerLabels);
  if (options.json) {
    const document = { builds: builds.map(describe), ...(skipped !== undefined && { skipped }), matrix };
    await session.printJson(document satisfies PlanDocument);
  } else await session.print(printable(tableOf(matrix)));
}

async function changedBuilds(
  builds: readonly PlannedBuild[],
  { since }: PlanCommandOptions,
  { reporter }: Session,
): Promise<{ readonly builds: readonly PlannedBuild[]; readonly skipped?: readonly SkippedPlugin[] }> {
  if (since === undefined) return { builds };
  const [{ changesSince }, { selectChanged }] = await Promise.all([
    import('../recipe/changes-since.ts'),
    import('../recipe/describe-changes.ts'),
  ]);
  const selected = selectChanged(await changesSince(since, builds, { env: process.env }));
  for (const line of selected.lines) reporter.info(printable(line));
  return selected;
}

function runnersOption(): Option {
  const help = 'labels of your own runners by platform, as JSON: {"linux/arm64": ["self-hosted", "arm64"]}';
  return new Option('--runner-labels <json>', help).argParser((value): RunnerOf => {
    const labels = parseRunnerLabels(value);
    if (labels.ok) return labels.runnerOf;
    throw new InvalidArgumentError(labels.message);
  });
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
  return alignColumns([['CONFIG', 'NAME', 'STRATEGY', 'PLATFORM'], ...rows])
    .map((line) => `${line}\n`)
    .join('');
}
