import type { PrepareContext, ToolNeeds } from './prepare.ts';

export interface SetupRequest extends PrepareContext {
  readonly needs: ToolNeeds;
  /** Absolute path of dist/cli/index.js. */
  readonly cli: string;
  /** An existing directory that outlives the job's steps (RUNNER_TEMP). */
  readonly directory: string;
}

/** Puts `fledge` and the tools on the PATH of the steps that follow; returns the launcher's path. */
export async function setupCommand(_request: SetupRequest): Promise<string> {
  return '';
}
