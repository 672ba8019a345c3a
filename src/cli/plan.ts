import { matrixOf } from '../github/runners.ts';
import { type PlannedBuild, planBuilds } from '../recipe/plan.ts';
import { printable } from '../support/byte-string.ts';
import { hostPlatform, type Platform } from '../support/platform.ts';

export interface PlanCommandOptions {
  readonly manifest?: string;
  readonly platform?: readonly Platform[];
  readonly json?: boolean;
}

/** Every plugin of the repository. */
const DEFAULT_PATTERN = '**/fledge.toml';

/** `fledge plan`: prints which plugins there are to build, as a table, or as JSON with a matrix for a workflow. */
export async function planCommand(patterns: readonly string[], options: PlanCommandOptions): Promise<void> {
  const builds = await planBuilds(patterns.length === 0 ? [DEFAULT_PATTERN] : patterns, { manifest: options.manifest });
  const platforms = options.platform ?? [hostPlatform()];
  if (options.json) {
    const plan = { builds: builds.map(describe), matrix: matrixOf(builds, platforms) };
    process.stdout.write(`${JSON.stringify(plan, null, 2)}\n`);
  } else {
    process.stdout.write(printable(tableOf(builds, platforms)));
  }
}

function describe({ config, name, strategy, directory, artifact }: PlannedBuild) {
  return { config, name, strategy, directory, artifact };
}

function tableOf(builds: readonly PlannedBuild[], platforms: readonly Platform[]): string {
  const rows = matrixOf(builds, platforms).include.map(({ config, name, strategy, platform }) => [
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
