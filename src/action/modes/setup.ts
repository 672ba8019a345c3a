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

/** Mode `setup`: adds `fledge` and the tools that the configs need to the PATH of later steps. */
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

/** The tools of the configs. Without a config in the inputs and at the default path, those of the usual plugins. */
async function needsOfSetup(inputs: Inputs): Promise<ToolNeeds> {
  const usual = inputSchema.shape.config.parse(undefined);
  const isUnnamed = inputs.config.length === 1 && inputs.config[0] === usual;
  if (isUnnamed && !existsSync(usual)) return usualNeeds;
  return needsOf(await planBuilds(inputs.config, { manifest: inputs.manifest }), inputs);
}
