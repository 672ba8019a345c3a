import { matrixOf } from '../../github/runners.ts';
import type { ActionContext } from '../context.ts';
import type { Inputs } from '../inputs.ts';
import { plannedBuilds } from '../planned-builds.ts';
import { setOutputs } from '../report/outputs.ts';
import { planSections } from '../report/summary/plan-sections.ts';

/**
 * Mode `plan`: outputs the matrix of a later job, with the plugins of all matching configs for every platform of the
 * inputs.
 */
export async function planMatrix(inputs: Inputs, { reporter, summary }: ActionContext): Promise<void> {
  const plans = await plannedBuilds(inputs);
  const matrix = matrixOf(plans, inputs.platforms);
  for (const { name, config, strategy, platform } of matrix.include) {
    reporter.info(`${name} (${strategy}, ${platform}): ${config}`);
  }
  setOutputs({ matrix: JSON.stringify(matrix) });
  await summary.write('fledge plan', planSections(matrix.include));
}
