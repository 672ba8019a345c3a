import { dirname, join } from 'node:path';
import { findConfigs } from '../config/find-configs.ts';
import { type LoadedConfig, loadConfig } from '../config/load.ts';
import { defaultArtifactName } from '../describe/artifact-name.ts';
import { nameOfPlugin, pluginName } from '../manifest/manifest.ts';
import { loadTemplateFor, type ManifestTemplate } from '../manifest/template.ts';
import { FledgeError, joinErrors } from '../support/errors.ts';

export interface PlanOptions {
  /** A manifest template by its path relative to each config's directory; default: manifest.toml if there is one. */
  readonly manifest?: string | undefined;
}

/** One plugin that would be built. */
export interface PlannedBuild {
  /** The fledge.toml as `build` takes it: relative to the working directory. */
  readonly config: string;
  /** The template that was asked for, as `build` takes it. */
  readonly manifest: string | undefined;
  /** As manifest.json will have it; no two builds of a plan have the same. */
  readonly name: string;
  /** A directory name made from it, for the outputs of several builds side by side; each has its own. */
  readonly directory: string;
  /** The file name of the artifact unless somebody gives it another. */
  readonly artifact: string;
  readonly strategy: 'initramfs' | 'oci_rootfs';
  readonly loaded: LoadedConfig;
  readonly template: ManifestTemplate | undefined;
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
  const loaded = await loadConfig(config);
  const path = manifest === undefined ? undefined : join(dirname(config), manifest);
  const template = await loadTemplateFor(loaded.file, path);
  const { strategy } = loaded.config;
  const name = nameOfPlugin(loaded, template);
  const artifact = defaultArtifactName(loaded.config);
  return { config, manifest: path, name, directory: directoryName(name), artifact, strategy, loaded, template };
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
