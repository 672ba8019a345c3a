import type { Platform } from '../support/platform.ts';
import { hostedRunner, type RunnerLabels, type RunnerOf } from './runner-labels.ts';

/** A plugin that a job of a workflow builds. */
interface MatrixPlugin {
  readonly config: string;
  readonly name: string;
  readonly strategy: 'initramfs' | 'oci_rootfs';
}

/** One job of a workflow. */
export interface MatrixEntry {
  /** The path of a fledge.toml; of several, one per line, if there are more builds than jobs in a matrix. */
  readonly config: string;
  /** The name of the plugin; of several, the name of the first one and the number of the others. */
  readonly name: string;
  readonly strategy: 'initramfs' | 'oci_rootfs';
  readonly platform: Platform;
  /** The label or the labels of a runner with this platform. */
  readonly runner: RunnerLabels;
}

/** A matrix in the form that workflows accept. */
export interface Matrix {
  readonly include: readonly MatrixEntry[];
}

/** "A matrix will generate a maximum of 256 jobs per workflow run", docs.github.com, "Workflow syntax". */
export const MOST_JOBS = 256;

/**
 * Every plugin for every platform, for `strategy.matrix: ${{ fromJSON(…) }}` of a workflow. If these are more than
 * `MOST_JOBS`, a job builds several plugins of one strategy and platform, about as many as the other jobs.
 */
export function matrixOf(
  builds: readonly MatrixPlugin[],
  platforms: readonly Platform[],
  runnerOf: RunnerOf = hostedRunner,
): Matrix {
  const known = [...new Set(platforms)];
  if (builds.length * known.length <= MOST_JOBS) {
    const include = builds.flatMap((build) => known.map((platform) => entryOf([build], platform, runnerOf)));
    return { include };
  }
  const strategies = [...new Set(builds.map(({ strategy }) => strategy))];
  const groups = strategies.map((strategy) => builds.filter((build) => build.strategy === strategy));
  let size = 2;
  while (jobsOf(groups, size) * known.length > MOST_JOBS) size += 1;
  const include = groups
    .flatMap((group) => shares(group, Math.ceil(group.length / size)))
    .flatMap((share) => known.map((platform) => entryOf(share, platform, runnerOf)));
  return { include };
}

function jobsOf(groups: readonly (readonly MatrixPlugin[])[], size: number): number {
  return groups.reduce((sum, group) => sum + Math.ceil(group.length / size), 0);
}

/** Divides a list into parts whose lengths differ by one at most. */
function shares<T>(list: readonly T[], count: number): T[][] {
  return Array.from({ length: count }, (_, index) =>
    list.slice(Math.floor((index * list.length) / count), Math.floor(((index + 1) * list.length) / count)),
  );
}

function entryOf(plugins: readonly MatrixPlugin[], platform: Platform, runnerOf: RunnerOf): MatrixEntry {
  const [first, ...others] = plugins;
  return {
    config: plugins.map(({ config }) => config).join('\n'),
    name: `${first?.name ?? ''}${others.length === 0 ? '' : ` and ${others.length} more`}`,
    strategy: first?.strategy ?? 'initramfs',
    platform,
    runner: runnerOf(platform),
  };
}
