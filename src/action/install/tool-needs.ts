import { homedir } from 'node:os';
import { delimiter } from 'node:path';
import { combineNeeds, type ToolNeeds, toolsFor } from '../../recipe/needs.ts';
import type { PlannedBuild } from '../../recipe/plan.ts';
import { cacheDirectoryOf } from '../../sources/cache.ts';
import type { ActionContext } from '../context.ts';
import type { Inputs } from '../inputs.ts';

/** Puts the tools that these builds take where they are found by this process and those it starts. */
export async function prepareToolsFor(
  plans: readonly PlannedBuild[],
  inputs: Inputs,
  context: ActionContext,
): Promise<void> {
  const { prepareTools } = await import('./prepare.ts');
  await prepareTools(await needsOf(plans, inputs), {
    ...context,
    cacheDirectory: toolCacheDirectory(context),
    privateDirectory: context.directory,
    addPath(directory) {
      process.env['PATH'] = `${directory}${delimiter}${process.env['PATH'] ?? ''}`;
    },
  });
}

/** The tools that these builds take. */
export async function needsOf(
  plans: readonly PlannedBuild[],
  { platform, verify }: Pick<Inputs, 'platform' | 'verify'>,
): Promise<ToolNeeds> {
  const needs = plans.map(({ loaded: { config, directory } }) => toolsFor({ config, directory, platform, verify }));
  return combineNeeds(await Promise.all(needs));
}

/** Where downloads of tools are kept. */
export function toolCacheDirectory({ env }: ActionContext): string {
  return cacheDirectoryOf(env, { home: homedir, cwd: process.cwd() });
}
