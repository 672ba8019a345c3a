import { createHash } from 'node:crypto';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import * as core from '@actions/core';
import { z } from 'zod';
import { type FetchedImage, fetchedImagesOf } from '../config/images.ts';
import type { FledgeConfig } from '../config/types.ts';
import type { PlannedBuild } from '../recipe/plan.ts';
import { isEntryName, STORES } from '../sources/cache/entries.ts';
import { cacheLimitOf } from '../sources/cache/limit.ts';
import { type Environment, environmentValue } from '../support/environment.ts';
import { messageOf, systemCodeOf } from '../support/errors.ts';
import { scratchDirectory } from '../support/files/scratch.ts';
import { escapeCommands } from '../support/report/workflow-commands.ts';
import { findTool } from '../tools/find.ts';
import { gnuTar } from '../tools/table.ts';
import type { ActionContext } from './context.ts';
import type { Inputs } from './inputs.ts';
import { cacheStateOfMain, saveCacheState, wasAllBuilt } from './state.ts';
import { withFailuresAsNotes, withToolkitEnvironment } from './toolkit-output.ts';

/** Version of the cache layout. */
const FORMAT = 1;
/**
 * Options for GNU tar in its environment: no name and no target of a link contains `..` or begins with a slash, so that
 * no file is written outside the working directory; owners and modes are those of this process.
 */
const CONTAINED = '--no-same-owner --no-same-permissions --transform=s,[.][.],__,g;s,^/*,./,';
/** A file next to them, for the steps of one job: its mtime is the start of the first step. */
const SINCE_FILE = 'since';

/** State of main for post. */
const stateSchema = z.object({
  directory: z.string(),
  /** Prefix of the keys of these builds. */
  prefix: z.string(),
  /** The key of the restored cache, if there is one. */
  restored: z.string().optional(),
});

/**
 * Restores downloads and layers of earlier runs from the Actions cache, and returns the variables with which a build
 * finds them. After a failure, everything is downloaded again.
 *
 * A key contains a digest of the sources of the configs and, because tags move, a digest of the names of all cached
 * files, which are digests themselves. The newest cache of the same sources is restored, otherwise the newest cache of
 * the platform.
 */
export async function restoreDownloads(
  inputs: Inputs,
  plans: readonly PlannedBuild[],
  { env, reporter, directory: stepDirectory }: ActionContext,
): Promise<Environment> {
  if (inputs.cache === 'off') return {};
  if (!plans.some(({ loaded }) => isFetched(loaded.config)) && !isKernelFetched(inputs)) return {};
  const published = inputs.cache === 'always' ? undefined : publicationOf(inputs, env);
  if (published !== undefined) {
    reporter.info(`the Actions cache is not used, because ${published}; set cache: always to use it`);
    return {};
  }
  const cache = await import('@actions/cache');
  if (!cache.isFeatureAvailable()) {
    reporter.debug('the Actions cache is not available');
    return {};
  }
  const named = environmentValue(env, 'FLEDGE_CACHE_DIR');
  const directory = named === undefined ? ownCacheDirectory(env, stepDirectory) : resolve(named);
  const platformPrefix = `fledge-${FORMAT}-${inputs.platform.replaceAll('/', '-')}-`;
  const prefix = `${platformPrefix}${digestOf(plans.map(({ loaded }) => sourcesOf(loaded.config)))}-`;
  saveCacheState({ directory, prefix });
  reporter.step('restore the cache of downloads');
  const restored = await withFailuresAsNotes(() =>
    restoreInto({ directory, stepDirectory, env }, [prefix, platformPrefix]),
  );
  if (restored === undefined) reporter.info('no cache was found');
  else saveCacheState({ directory, prefix, restored });
  return { FLEDGE_CACHE_DIR: directory };
}

/** Saves the downloads of the builds of main, unless they are identical to the restored ones. Never throws. */
export async function saveDownloads(stepDirectory: string): Promise<void> {
  try {
    const state = stateSchema.safeParse(cacheStateOfMain());
    if (!state.success) return;
    const { directory, prefix, restored } = state.data;
    if (wasAllBuilt()) removeUnused(directory);
    // The builds have pruned the cache, but tools were added to it, and a restored cache can be larger.
    const { pruneCache } = await import('../sources/cache/prune.ts');
    await pruneCache(directory, { maxBytes: cacheLimitOf(process.env) });
    const names = filesIn(directory);
    const key = `${prefix}${digestOf(names)}`;
    if (names.length === 0) core.info('nothing to cache');
    else if (key === restored) core.info('the cache is up to date');
    else {
      const cache = await import('@actions/cache');
      const own = { RUNNER_TEMP: stepDirectory, GITHUB_WORKSPACE: directory };
      await withFailuresAsNotes(() =>
        withToolkitEnvironment(process.env, own, () => cache.saveCache(pathsIn(directory), key)),
      );
    }
  } catch (error) {
    core.info(escapeCommands(`note: cannot save the cache of downloads: ${messageOf(error)}`));
  }
}

/**
 * The reason not to use a cache that other runs may have written, or undefined: releases are built from their sources
 * only. Cached files are verified again before use, but a release need not rely on that.
 */
function publicationOf({ uploadRelease }: Inputs, env: Environment): string | undefined {
  if (uploadRelease) return 'this step publishes a release';
  const isTag = env['GITHUB_REF_TYPE'] === 'tag' || env['GITHUB_REF']?.startsWith('refs/tags/') === true;
  return isTag ? 'this run is for a tag' : undefined;
}

/**
 * Restores the newest cache with one of these prefixes into the cache directory, and returns its key. The toolkit calls
 * `tar -P`, which writes to any path in an archive. Therefore it unpacks to an empty directory, every name and link
 * target is confined to that directory, and only files with the path of a cached file are moved to the cache.
 */
async function restoreInto(
  { directory, stepDirectory, env }: { directory: string; stepDirectory: string; env: Environment },
  prefixes: readonly [string, ...string[]],
): Promise<string | undefined> {
  const tar = await findTool(gnuTar);
  if (tar.state !== 'found' || tar.version === undefined)
    throw new Error('cannot unpack the cache: GNU tar is not installed');
  const cache = await import('@actions/cache');
  mkdirSync(join(directory, 'tmp'), { recursive: true, mode: 0o700 });
  const staging = scratchDirectory(join(directory, 'tmp'), 'restore');
  try {
    const own = { RUNNER_TEMP: stepDirectory, GITHUB_WORKSPACE: staging.path, TAR_OPTIONS: CONTAINED };
    const restored = await withToolkitEnvironment(env, own, () => {
      const restoring = cache.restoreCache(pathsIn(directory), prefixes[0], [...prefixes]);
      // The client of the cache service v2 has read it by now, and the programs that unpack do not need it.
      if (process.env['ACTIONS_CACHE_SERVICE_V2']) delete process.env['ACTIONS_RUNTIME_TOKEN'];
      return restoring;
    });
    if (restored !== undefined) moveRestored(staging.path, directory);
    return restored;
  } finally {
    staging.dispose();
  }
}

/** Moves the files with the path of a cached file. Their digests are verified when they are used. */
function moveRestored(staging: string, directory: string): void {
  let others = 0;
  for (const entry of readdirSync(staging, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) continue;
    const path = join(entry.parentPath, entry.name);
    const name = relative(staging, path);
    if (!isEntryName(name) || !entry.isFile() || lstatSync(path).nlink > 1) {
      others += 1;
      continue;
    }
    const place = join(directory, name);
    mkdirSync(dirname(place), { recursive: true, mode: 0o700 });
    chmodSync(path, 0o600);
    renameSync(path, place);
  }
  if (others > 0)
    core.info(`note: ${others} entries of the restored cache are not downloads of fledge and were ignored`);
}

/** The cache directory, at the same path in every run: the cache service compares paths when it restores. */
function ownCacheDirectory(env: Environment, stepDirectory: string): string {
  const directory = join(environmentValue(env, 'RUNNER_TEMP') ?? stepDirectory, 'fledge-cache');
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  try {
    const path = join(directory, SINCE_FILE);
    writeFileSync(path, '', { flag: 'wx' });
    const now = Date.now() / 1000;
    utimesSync(path, now, now);
  } catch (error) {
    // An earlier step of this job has created the file.
    if (systemCodeOf(error) !== 'EEXIST') throw error;
  }
  return directory;
}

/**
 * Removes files that no build of this job has used; otherwise the cache would keep every layer that a tag ever had. A
 * file's mtime is that of its last use. A directory that the workflow has configured is not changed.
 */
function removeUnused(directory: string): void {
  const since = statSync(join(directory, SINCE_FILE), { throwIfNoEntry: false })?.mtimeMs;
  if (since === undefined) return;
  for (const name of filesIn(directory)) {
    const path = join(directory, name);
    if (statSync(path).mtimeMs < since) rmSync(path);
  }
}

/** Every cached file, relative to the cache, in byte order. */
function filesIn(directory: string): string[] {
  return STORES.flatMap((part) => {
    try {
      const entries = readdirSync(join(directory, part), { recursive: true, withFileTypes: true });
      return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
    } catch (error) {
      if (systemCodeOf(error) === 'ENOENT') return [];
      throw error;
    }
  })
    .map((path) => path.slice(directory.length + 1))
    .sort();
}

function pathsIn(directory: string): string[] {
  return STORES.map((part) => join(directory, part));
}

/** True if a config downloads anything that is cached. Archives and images of the Docker daemon are local. */
function isFetched(config: FledgeConfig): boolean {
  if (config.agent !== undefined && config.agent.source !== 'local') return true;
  const isOfRegistry = ({ reference: { transport } }: FetchedImage): boolean =>
    transport === undefined || transport === 'docker';
  if (fetchedImagesOf(config).some(isOfRegistry)) return true;
  return config.strategy === 'initramfs' && config.busybox.location?.kind === 'url';
}

/** True if a boot downloads its kernel. Without the input, it is Volant's, which is for amd64. */
function isKernelFetched({ boot, platform }: Inputs): boolean {
  if (boot === undefined) return false;
  return boot.kernel === undefined ? platform === 'linux/amd64' : /^https?:/i.test(boot.kernel);
}

/** The download sources of a config. */
function sourcesOf(config: FledgeConfig): unknown {
  const { strategy, agent } = config;
  return strategy === 'initramfs'
    ? { strategy, agent, busybox: config.busybox, ...(config.image !== undefined && { image: config.image.text }) }
    : { strategy, agent, image: config.image.text };
}

function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
}
