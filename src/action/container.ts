import { type BuildRequest, build } from '../recipe/build.ts';
import type { BuildResult } from '../recipe/build-result.ts';
import type { ContainerOptions } from '../recipe/container/run.ts';
import type { PlannedBuild } from '../recipe/plan.ts';
import type { RunAgain } from '../recipe/reproduce/check.ts';
import { credentialHelpersOf } from '../sources/image/fetch/logins.ts';
import type { Environment } from '../support/environment.ts';
import { FledgeError } from '../support/errors.ts';
import type { ChildEnvironment } from '../support/process/exec.ts';
import { joinTexts, worded } from '../support/wording.ts';
import { RUNNER_IMAGE } from '../tools/container-engine.ts';
import { environmentFor } from '../tools/environment.ts';
import type { ActionContext } from './context.ts';
import { fledgeBundle } from './context.ts';
import type { Inputs } from './inputs.ts';
import { prepareToolsFor } from './install/tool-needs.ts';

/** Runs builds on the runner or in a container. */
export interface Runner {
  readonly build: (request: BuildRequest) => Promise<BuildResult>;
  /** Runs the second build of a reproducibility check. */
  readonly again: (request: BuildRequest) => Promise<RunAgain>;
}

/** The runner itself. */
const HOST: Runner = {
  build,
  async again() {
    const { againOnThisMachine } = await import('../recipe/reproduce/check.ts');
    return againOnThisMachine({ command: process.execPath, args: [fledgeBundle()] });
  },
};

/** A runner image, and an installed engine. */
type Container = Pick<ContainerOptions, 'engine' | 'image'>;

/** The runners of builds, and the directories of the tools that were installed for them. */
export interface ChosenRunners {
  readonly runnerOf: (plan: PlannedBuild) => Runner;
  /** Directories that must be searched before the PATH. */
  readonly tools: readonly string[];
}

/**
 * Chooses the runner for each plugin, and installs the tools that the runner itself needs. With `runner: auto`, plugins
 * are built on the runner, unless it lacks a tool that cannot be installed.
 *
 * @throws FledgeError `usage` for a container without an image, `tool` if neither runner nor container can build.
 */
export async function chooseRunners(
  plans: readonly PlannedBuild[],
  inputs: Inputs,
  context: ActionContext,
): Promise<ChosenRunners> {
  if (inputs.runner === 'container') {
    const runner = inContainer(await findContainer(inputs, context.env), context);
    return { runnerOf: () => runner, tools: [] };
  }
  if (inputs.runner === 'host') {
    const tools = await prepareToolsFor(plans, inputs, context);
    return { runnerOf: () => HOST, tools };
  }

  const { lacking, tools } = await plansWithoutTools(plans, inputs, context);
  const [first] = lacking.values();
  if (first === undefined) return { runnerOf: () => HOST, tools };
  const container = await findContainer(inputs, context.env).catch((error: unknown) => {
    throw unbuildable(first, error);
  });
  for (const [{ name }, { message }] of lacking) {
    context.reporter.info(`${name} is built in a container of ${container.image}: ${message}`);
  }
  const runner = inContainer(container, context);
  return { runnerOf: (plan) => (lacking.has(plan) ? runner : HOST), tools };
}

/** Installs tools, and returns their directories and the builds whose tools cannot be installed, with the reason. */
async function plansWithoutTools(
  plans: readonly PlannedBuild[],
  inputs: Inputs,
  context: ActionContext,
): Promise<{ readonly lacking: ReadonlyMap<PlannedBuild, FledgeError>; readonly tools: readonly string[] }> {
  const lacking = new Map<PlannedBuild, FledgeError>();
  const tools: string[] = [];
  const failureOf = async (some: readonly PlannedBuild[]): Promise<FledgeError | undefined> => {
    try {
      tools.push(...(await prepareToolsFor(some, inputs, context)));
      return undefined;
    } catch (error) {
      if (error instanceof FledgeError && error.code === 'tool') return error;
      throw error;
    }
  };
  // First for all plugins with one call of apt-get.
  const together = await failureOf(plans);
  if (together === undefined) return { lacking, tools };
  for (const plan of plans) {
    const failure = plans.length === 1 ? together : await failureOf([plan]);
    if (failure !== undefined) lacking.set(plan, failure);
  }
  return { lacking, tools };
}

/**
 * Checks, before anything is fetched, that builds in a container have an image.
 *
 * @throws FledgeError `usage` if runner is container and the image is not known.
 */
export function checkRunnerImage(inputs: Inputs): void {
  if (inputs.runner === 'container') runnerImageOf(inputs);
}

/** @throws FledgeError `usage` if the image is not known. */
function runnerImageOf({ runnerImage }: Inputs): string {
  if (runnerImage !== undefined) return runnerImage;
  throw new FledgeError('usage', 'input runner-image: missing; only a released version of the action has its own', {
    fix: `set runner-image, such as ${RUNNER_IMAGE}, or use a release of the action in uses:`,
  });
}

async function findContainer(inputs: Inputs, env: Environment): Promise<Container> {
  const image = runnerImageOf(inputs);
  const { findContainerEngine } = await import('../tools/container-engine.ts');
  return { engine: await findContainerEngine(clientEnvironment(env)), image };
}

/** The error if the runner lacks a tool and a container is not available either. */
function unbuildable(lacking: FledgeError, cause: unknown): unknown {
  if (!(cause instanceof FledgeError)) return cause;
  const forContainer = cause.code === 'usage' ? cause.wording.fix : 'install docker or podman on the runner';
  // A fix that suggests the container does not help here.
  const forHost = lacking.isFixedByContainer ? undefined : lacking.wording.fix;
  const fixes = [forContainer, forHost].filter((fix) => fix !== undefined);
  return new FledgeError('tool', worded`${lacking.wording.message}; and not in a container: ${cause.wording.message}`, {
    cause,
    ...(fixes.length > 0 && { fix: joinTexts(fixes, ', or ') }),
  });
}

function inContainer({ engine, image }: Container, { env, reporter }: ActionContext): Runner {
  const options = { engine, image, workspace: process.cwd() };
  let fetched: Promise<void> | undefined;
  const ensure = async (): Promise<void> => {
    const { ensureImage } = await import('../tools/container-engine.ts');
    // Only once, even if it fails: it would fail for each plugin.
    fetched ??= ensureImage(engine, image, {
      env: clientEnvironment(env),
      reporter,
    });
    await fetched;
  };
  return {
    async build(request) {
      await ensure();
      const { buildInContainer } = await import('../recipe/container/run.ts');
      return buildInContainer(request, options);
    },
    async again(request) {
      const { againInContainer } = await import('../recipe/container/run.ts');
      return againInContainer(request, options);
    },
  };
}

/** The environment of the engine's client. */
function clientEnvironment(env: Environment): ChildEnvironment {
  return environmentFor('engine', env, { helpers: credentialHelpersOf(env) });
}
