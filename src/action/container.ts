import { type BuildRequest, type BuildResult, build } from '../build.ts';
import { FledgeError } from '../support/errors.ts';
import type { Inputs } from './inputs.ts';

/** Builds one plugin, wherever that is. */
export type RunBuild = (request: BuildRequest) => Promise<BuildResult>;

/**
 * Where builds run: on the runner itself, or in the container image that has every tool.
 *
 * @throws FledgeError `usage` for `runner: container`, which this version cannot do.
 */
export function chooseRunner({ runner, runnerImage }: Inputs): RunBuild {
  if (runner === 'container' || runnerImage !== undefined) return runInContainer(runnerImage);
  return build;
}

/** The place of builds in the container: what it returns has the interface of `build`. */
function runInContainer(image: string | undefined): RunBuild {
  const input = image === undefined ? 'runner: container' : 'runner-image';
  throw new FledgeError('usage', `input ${input}: this version of fledge builds on the runner itself only`, {
    fix: 'leave runner and runner-image out; the tools that a build takes are installed on the runner',
  });
}
