import { dirname, join } from 'node:path';
import { findConfigs } from '../config/find-configs.ts';
import { pluginName } from '../manifest/manifest.ts';
import { FledgeError, joinErrors } from '../support/errors.ts';
import { loadPlugin, type Plugin } from './plugin.ts';

export interface PlanOptions {
  /** The path of a manifest template, relative to each config's directory. Default: manifest.toml, if it exists. */
  readonly manifest?: string | undefined;
}

/** One plugin to build. Its name is unique in a plan. */
export interface PlannedBuild extends Plugin {
  /** The path of its fledge.toml, relative to the working directory. */
  readonly config: string;
  /** A directory name for the outputs, derived from the plugin's name and unique in a plan. */
  readonly directory: string;
  readonly strategy: 'initramfs' | 'oci_rootfs';
}

/**
 * The plugins that match patterns (see `findConfigs`), in byte order of their configs' paths.
 *
 * @throws FledgeError `usage` for a pattern without a match; `config` with all problems of all files, and with the plugins
 *   that have the same name. Its `problems` are those with a position.
 */
export async function planBuilds(
  patterns: readonly string[],
  { manifest }: PlanOptions = {},
): Promise<readonly PlannedBuild[]> {
  return planConfigs(await findConfigs(patterns), { manifest });
}

/**
 * The plugins of configs, in their order.
 *
 * @throws FledgeError `config` as `planBuilds` does.
 */
export async function planConfigs(
  configs: readonly string[],
  { manifest }: PlanOptions = {},
): Promise<readonly PlannedBuild[]> {
  const results = await Promise.allSettled(
    configs.map((config) => planBuild(config, manifest === undefined ? undefined : join(dirname(config), manifest))),
  );
  const builds = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const failures = results.flatMap((result) => (result.status === 'rejected' ? [asFledgeError(result.reason)] : []));
  const problems = [...failures, ...findSharedNames(builds)];
  if (problems.length > 0) {
    const [first] = problems;
    throw problems.length === 1 && first !== undefined ? first : joinErrors('config', problems);
  }
  return builds;
}

/**
 * The plugin of one config. `manifest` is the path of its template.
 *
 * @throws FledgeError as `loadPlugin` does.
 */
export async function planBuild(config: string, manifest: string | undefined): Promise<PlannedBuild> {
  const plugin = await loadPlugin(config, manifest);
  const { strategy } = plugin.loaded.config;
  return { ...plugin, config, directory: directoryName(plugin.name), strategy };
}

/** The plugin's name, converted if it is not suitable as a directory name, as those of templates can be. */
function directoryName(name: string): string {
  return /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(name) ? name : pluginName(name).slice(0, 100);
}

function findSharedNames(builds: readonly PlannedBuild[]): FledgeError[] {
  const byDirectory = Map.groupBy(builds, ({ directory }) => directory);
  return [...byDirectory.values()]
    .filter((group) => group.length > 1)
    .map((group) => {
      const names = [...new Set(group.map(({ name }) => JSON.stringify(name)))].join(' and ');
      const configs = group.map(({ config }) => config).join(', ');
      return new FledgeError('config', `${group.length} plugins have the same name, ${names}: ${configs}`, {
        fix: 'give each a unique name, with name = "…" in a manifest.toml beside its fledge.toml',
      });
    });
}

function asFledgeError(error: unknown): FledgeError {
  if (error instanceof FledgeError) return error;
  throw error;
}
