import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { type ToolNeeds, usualNeeds } from '../../recipe/needs.ts';
import { planBuilds } from '../../recipe/plan.ts';
import { environmentValue } from '../../support/environment.ts';
import type { ActionContext } from '../context.ts';
import { fledgeBundle } from '../context.ts';
import { type Inputs, inputSchema } from '../inputs.ts';
import { setupCommand } from '../install/setup.ts';
import { needsOf, toolCacheDirectory } from '../install/tool-needs.ts';
import { addPath } from '../runner-files.ts';

/** Mode `setup`: puts `fledge` and the tools that the configs take on the PATH of the steps that follow. */
export async function setUpTools(inputs: Inputs, context: ActionContext): Promise<void> {
  const { env, reporter } = context;
  const launcher = await setupCommand({
    ...context,
    needs: await needsOfSetup(inputs),
    cli: fledgeBundle(),
    directory: environmentValue(env, 'RUNNER_TEMP') ?? tmpdir(),
    cacheDirectory: toolCacheDirectory(context),
    privateDirectory: context.directory,
    addPath,
  });
  reporter.endGroup();
  reporter.info(`fledge is on the PATH: ${launcher}`);
}

/** A job that names no config, and has none in the usual place, gets what the usual plugins take. */
async function needsOfSetup(inputs: Inputs): Promise<ToolNeeds> {
  const usual = inputSchema.shape.config.parse(undefined);
  const isUnnamed = inputs.config.length === 1 && inputs.config[0] === usual;
  if (isUnnamed && !existsSync(usual)) return usualNeeds(inputs.platform);
  return needsOf(await planBuilds(inputs.config, { manifest: inputs.manifest }), inputs);
}
