import { readdirSync } from 'node:fs';
import { type PlannedBuild, planBuilds } from '../recipe/plan.ts';
import { FledgeError } from '../support/errors.ts';
import type { Inputs } from './inputs.ts';

/**
 * The plugins of the input `config`, see `planBuilds`.
 *
 * @throws FledgeError as `planBuilds` does, with a fix for a pattern without matches.
 */
export async function plannedBuilds({ config, manifest }: Inputs): Promise<readonly PlannedBuild[]> {
  try {
    return await planBuilds(config, { manifest });
  } catch (error) {
    if (!(error instanceof FledgeError) || error.code !== 'usage') throw error;
    const fix = fixFor(config);
    throw new FledgeError(error.code, error.wording.message, { cause: error, fix });
  }
}

function fixFor(config: readonly string[]): string {
  // Commas in braces are alternatives of a glob.
  if (config.some((pattern) => pattern.replace(/\{[^}]*\}/g, '').includes(','))) {
    return 'write one path or glob per line in the input config: a comma is a part of a name';
  }
  return readdirSync('.').length > 0
    ? 'set the input config to existing paths or globs such as plugins/*, relative to the workspace'
    : 'the workspace is empty: add a step with uses: actions/checkout before this one';
}
