import { join, resolve } from 'node:path';
import type { Environment } from '../support/environment.ts';
import type { Platform } from '../support/platform.ts';
import { filesBeside } from './output-names.ts';
import { notMapped, pathsNotMapped } from './own-paths.ts';
import type { PlannedBuild } from './plan.ts';

/** One of several builds of a command: a plugin for a platform. */
export interface BuildTarget {
  readonly plan: PlannedBuild;
  readonly platform: Platform;
  /** The path from the output directory to the directory of its files; empty for the output directory itself. */
  readonly place: string;
  /** The path of its artifact. */
  readonly output: string;
  /** Its name in messages. */
  readonly label: string;
}

/**
 * Every plugin for every platform. One plugin is written directly to `directory`; several are written to sub-folders with
 * their names, and several platforms to sub-folders below, such as `linux-arm64`.
 */
export function targetsOf(
  plans: readonly PlannedBuild[],
  platforms: readonly Platform[],
  directory: string,
): readonly BuildTarget[] {
  return plans.flatMap((plan) =>
    platforms.map((platform): BuildTarget => {
      const ofPlugin = plans.length > 1 ? plan.directory : '';
      const place = platforms.length > 1 ? join(ofPlugin, platform.replace('/', '-')) : ofPlugin;
      const label = platforms.length > 1 ? `${plan.name} ${platform}` : plan.name;
      return { plan, platform, place, label, output: join(directory, place, plan.artifactFile) };
    }),
  );
}

/** The value of `--url-base` for a target: the sub-folders of the URL are those of the output directory. */
export function urlBaseOf(urlBase: string | undefined, { place }: BuildTarget): string | undefined {
  if (urlBase === undefined || place === '') return urlBase;
  return `${urlBase.replace(/\/+$/, '')}/${place}`;
}

/**
 * The environment of the builds. No build maps the files that another one writes, so that the order of builds does not matter.
 */
export function environmentOfTargets(env: Environment, targets: readonly BuildTarget[]): Environment {
  const written = targets.flatMap(({ output }) =>
    [output, ...filesBeside({ sbom: true }).map((name) => join(output, '..', name))].map((path) => resolve(path)),
  );
  return { ...env, ...notMapped([...pathsNotMapped(env), ...written]) };
}
