import { join } from 'node:path';
import { build } from '../../../src/recipe/build.ts';
import type { BuildResult } from '../../../src/recipe/build-result.ts';
import { loadPlugin } from '../../../src/recipe/plugin.ts';
import type { Environment } from '../../../src/support/environment.ts';
import type { Platform } from '../../../src/support/platform.ts';
import { type Reporter, silentReporter } from '../../../src/support/report/reporter.ts';

/** The log of a build, and its result. */
export interface LoggedBuild {
  readonly result: BuildResult;
  readonly warnings: readonly string[];
  readonly notes: readonly string[];
}

export interface BuildHere {
  readonly platform?: Platform;
  readonly verify?: 'none' | 'full';
  readonly locked?: boolean;
  readonly sbom?: boolean;
  readonly env?: Environment;
  readonly signal?: AbortSignal;
}

/** Builds the plugin in a directory, whose cache is also there. */
export async function buildHere(directory: string, options: BuildHere = {}): Promise<LoggedBuild> {
  const warnings: string[] = [];
  const notes: string[] = [];
  const reporter: Reporter = {
    ...silentReporter,
    warn: (text) => warnings.push(text),
    info: (text) => notes.push(text),
  };
  const plugin = await loadPlugin(directory);
  const result = await build({
    plugin,
    output: join(directory, plugin.artifactFile),
    platform: options.platform ?? 'linux/amd64',
    verify: options.verify ?? 'none',
    locked: options.locked ?? false,
    sbom: options.sbom,
    workers: 1,
    env: { FLEDGE_CACHE_DIR: join(directory, 'cache'), SOURCE_DATE_EPOCH: '1000', ...options.env },
    reporter,
    signal: options.signal,
  });
  return { result, warnings, notes };
}
