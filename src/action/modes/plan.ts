import { matrixOf } from '../../github/matrix.ts';
import type { SelectedPlugins } from '../../recipe/describe-changes.ts';
import type { PlannedBuild } from '../../recipe/plan.ts';
import type { ActionContext } from '../context.ts';
import type { Inputs } from '../inputs.ts';
import { plannedBuilds } from '../planned-builds.ts';
import { setOutputs } from '../report/outputs.ts';
import { planSections } from '../report/summary/plan-sections.ts';

/**
 * Mode `plan`: outputs the matrix of a later job, with the plugins of all matching configs for every platform of the
 * inputs. With `since`, plugins whose inputs have not changed are left out.
 */
export async function planMatrix(inputs: Inputs, context: ActionContext): Promise<void> {
  const { builds, lines } = await changedBuilds(await plannedBuilds(inputs), inputs, context);
  const matrix = matrixOf(builds, inputs.platforms, inputs.runnerOf);
  for (const { name, config, strategy, platform } of matrix.include) {
    context.reporter.info(`${name} (${strategy}, ${platform}): ${config.replaceAll('\n', ', ')}`);
  }
  setOutputs({ matrix: JSON.stringify(matrix) });
  await context.summary.write('fledge plan', planSections(matrix.include, lines));
}

async function changedBuilds(
  plans: readonly PlannedBuild[],
  { since }: Inputs,
  { env, reporter }: ActionContext,
): Promise<Pick<SelectedPlugins, 'builds' | 'lines'>> {
  if (since === undefined) return { builds: plans, lines: [] };
  const [{ changesSince }, { selectChanged }] = await Promise.all([
    import('../../recipe/changes-since.ts'),
    import('../../recipe/describe-changes.ts'),
  ]);
  const selected = selectChanged(await changesSince(since, plans, { env }));
  for (const line of selected.lines) reporter.info(line);
  return selected;
}
