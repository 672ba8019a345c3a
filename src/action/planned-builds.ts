import { readdirSync } from 'node:fs';
import { type PlannedBuild, planBuilds } from '../recipe/plan.ts';
import { FledgeError } from '../support/errors.ts';
import type { Inputs } from './inputs.ts';

/**
 * The plugins that the input `config` stands for, see `planBuilds`.
 *
 * @throws FledgeError as that does, and says what to do where a pattern stands for nothing.
 */
export async function plannedBuilds({ config, manifest }: Inputs): Promise<readonly PlannedBuild[]> {
  try {
    return await planBuilds(config, { manifest });
  } catch (error) {
    if (!(error instanceof FledgeError) || error.code !== 'usage') throw error;
    const fix =
      readdirSync('.').length > 0
        ? 'let the input config name what there is, relative to the workspace: paths, or patterns such as plugins/*'
        : 'the workspace is empty: let a step with uses: actions/checkout come before this one';
    throw new FledgeError(error.code, error.wording.message, { cause: error, fix });
  }
}
