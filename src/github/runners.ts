import type { Platform } from '../support/platform.ts';

/** A plugin that a job of a workflow builds. */
interface MatrixPlugin {
  readonly config: string;
  readonly name: string;
  readonly strategy: 'initramfs' | 'oci_rootfs';
}

/** One job of a workflow. */
export interface MatrixEntry extends MatrixPlugin {
  readonly platform: Platform;
  /** The label of a GitHub-hosted runner with this platform. */
  readonly runner: string;
}

/** A matrix in the form that workflows accept. */
export interface Matrix {
  readonly include: readonly MatrixEntry[];
}

const RUNNERS: Readonly<Record<Platform, string>> = {
  'linux/amd64': 'ubuntu-24.04',
  'linux/arm64': 'ubuntu-24.04-arm',
};

/** Every plugin for every platform, for `strategy.matrix: ${{ fromJSON(…) }}` of a workflow. */
export function matrixOf(builds: readonly MatrixPlugin[], platforms: readonly Platform[]): Matrix {
  const include = builds.flatMap(({ config, name, strategy }) =>
    [...new Set(platforms)].map((platform) => ({ config, name, strategy, platform, runner: RUNNERS[platform] })),
  );
  return { include };
}
