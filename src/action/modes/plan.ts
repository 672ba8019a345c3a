import { matrixOf } from '../../github/matrix.ts';
import type { ActionContext } from '../context.ts';
import type { Inputs } from '../inputs.ts';
import { plannedBuilds } from '../planned-builds.ts';
import { setOutputs } from '../report/outputs.ts';

/**
 * Mode `plan`: outputs the matrix of a later job, with the plugins of all matching configs for every platform of the
 * inputs.
 */
export async function planMatrix(inputs: Inputs, { reporter }: ActionContext): Promise<void> {
  const plans = await plannedBuilds(inputs);
  const matrix = matrixOf(plans, inputs.platforms, inputs.runnerOf);
  for (const { name, config, strategy, platform } of matrix.include) {
    reporter.info(`${name} (${strategy}, ${platform}): ${config}`);
  }
  setOutputs({ matrix: JSON.stringify(matrix) });
}
