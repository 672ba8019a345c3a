import { homedir } from 'node:os';
import { combineNeeds, type ToolNeeds, toolsFor } from '../../recipe/needs.ts';
import type { PlannedBuild } from '../../recipe/plan.ts';
import { cacheDirectoryOf } from '../../sources/cache.ts';
import { addToSearchPath } from '../../support/process/search-path.ts';
import type { ActionContext } from '../context.ts';
import type { Inputs } from '../inputs.ts';

/**
 * Installs the tools that these builds need, and adds them to the search path of this process. Returns the directories
 * that child processes must search before the PATH.
 *
 * @throws FledgeError as `prepareTools` does.
 */
export async function prepareToolsFor(
  plans: readonly PlannedBuild[],
  inputs: Inputs,
  context: ActionContext,
): Promise<readonly string[]> {
  return installTools(await needsOf(plans, inputs), context);
}

/** Installs tools, and adds them to the search path of this process. Returns their directories. */
export async function installTools(needs: ToolNeeds, context: ActionContext): Promise<readonly string[]> {
  const { prepareTools } = await import('./prepare.ts');
  const directories = await prepareTools(needs, {
    ...context,
    cacheDirectory: toolCacheDirectory(context),
    privateDirectory: context.directory,
  });
  addToSearchPath(directories);
  return directories;
}

/** The tools that these builds need. */
export async function needsOf(
  plans: readonly PlannedBuild[],
  { platform, verify }: Pick<Inputs, 'platform' | 'verify'>,
): Promise<ToolNeeds> {
  const needs = plans.map(({ loaded: { config, directory } }) => toolsFor({ config, directory, platform, verify }));
  return combineNeeds(await Promise.all(needs));
}

/** The cache directory for downloads of tools. */
export function toolCacheDirectory({ env }: ActionContext): string {
  return cacheDirectoryOf(env, { home: homedir, cwd: process.cwd() });
}
