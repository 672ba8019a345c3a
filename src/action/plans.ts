import { readdirSync } from 'node:fs';
import { type PlannedBuild, planBuilds } from '../plan.ts';
import { FledgeError } from '../support/errors.ts';
import type { Inputs } from './inputs.ts';

/**
 * The plugins that the input `config` stands for, see `planBuilds`.
 *
 * @throws FledgeError as that does; in an empty workspace with the reason why nothing is found.
 */
export async function plannedBuilds({ config, manifest }: Inputs): Promise<readonly PlannedBuild[]> {
  try {
    return await planBuilds(config, { manifest });
  } catch (error) {
    if (!(error instanceof FledgeError) || readdirSync('.').length > 0) throw error;
    throw new FledgeError(error.code, error.message, {
      cause: error,
      fix: 'the workspace is empty: let a step with uses: actions/checkout come before this one',
    });
  }
}
