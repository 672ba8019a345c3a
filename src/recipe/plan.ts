import { dirname, join } from 'node:path';
import { findConfigs } from '../config/find-configs.ts';
import { pluginName } from '../manifest/manifest.ts';
import { FledgeError, joinErrors } from '../support/errors.ts';
import { loadPlugin, type Plugin } from './plugin.ts';

export interface PlanOptions {
  /** A manifest template by its path relative to each config's directory; default: manifest.toml if there is one. */
  readonly manifest?: string | undefined;
}

/** One plugin that would be built; no two of a plan have the same name. */
export interface PlannedBuild extends Plugin {
  /** The path of its fledge.toml, relative to the working directory. */
  readonly config: string;
  /** A directory name made from its name, for the outputs of several builds side by side; each has its own. */
  readonly directory: string;
  readonly strategy: 'initramfs' | 'oci_rootfs';
}

/**
 * The plugins that patterns stand for (see `findConfigs`), in byte order of their configs' paths.
 *
 * @throws FledgeError `usage` for a pattern that stands for nothing; `config` with every problem of all files, and with
 *   the plugins that have the same name. Its `problems` are those that have a position.
 */
export async function planBuilds(
  patterns: readonly string[],
  { manifest }: PlanOptions = {},
): Promise<readonly PlannedBuild[]> {
  const configs = await findConfigs(patterns);
  const results = await Promise.allSettled(configs.map((config) => planBuild(config, manifest)));
  const builds = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const failures = results.flatMap((result) => (result.status === 'rejected' ? [asFledgeError(result.reason)] : []));
  const problems = [...failures, ...findSharedNames(builds)];
  if (problems.length > 0) {
    const [first] = problems;
    throw problems.length === 1 && first !== undefined ? first : joinErrors('config', problems);
  }
  return builds;
}

async function planBuild(config: string, manifest: string | undefined): Promise<PlannedBuild> {
  const plugin = await loadPlugin(config, manifest === undefined ? undefined : join(dirname(config), manifest));
  const { strategy } = plugin.loaded.config;
  return { ...plugin, config, directory: directoryName(plugin.name), strategy };
}

/** The name itself, unless a template has given one that is no good for a directory. */
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
      return new FledgeError('config', `${group.length} plugins would be called ${names}: ${configs}`, {
        fix: 'give each a name of its own, with name = "…" in a manifest.toml beside its fledge.toml',
      });
    });
}

function asFledgeError(error: unknown): FledgeError {
  if (error instanceof FledgeError) return error;
  throw error;
}
