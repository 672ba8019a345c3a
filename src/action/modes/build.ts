import { resolve } from 'node:path';
import { proxiesOf } from '../../net/proxy.ts';
import { publishedNames } from '../../publish/published-files.ts';
import { BESIDE_ARTIFACT } from '../../recipe/build.ts';
import { notMapped } from '../../recipe/own-paths.ts';
import type { PlannedBuild } from '../../recipe/plan.ts';
import type { Environment } from '../../support/environment.ts';
import { FledgeError } from '../../support/errors.ts';
import { buildPlugin, outputDirectoryOf } from '../build-plugin.ts';
import { chooseRunners, runnerImageOf } from '../container.ts';
import type { ActionContext } from '../context.ts';
import { releaseTargetOf, stemOf } from '../destination.ts';
import { restoreDownloads } from '../download-cache.ts';
import type { Inputs } from '../inputs.ts';
import { logIn } from '../login.ts';
import { ManyFailures } from '../report/annotations.ts';
import { outputsOf, type PluginOutcome } from '../report/outcome.ts';
import { setOutputs } from '../report/outputs.ts';
import { writeSummary } from '../report/summary.ts';
import { saveThatAllWasBuilt } from '../state.ts';
import { uploadArtifacts, uploadRelease } from '../upload.ts';
import { plannedBuilds } from './plans.ts';

/**
 * Mode `build`: builds every plugin of the input `config`, and publishes what was asked for. One that fails keeps none
 * of the others from being tried.
 *
 * @throws FledgeError for what is wrong before the first build; else `ManyFailures` with what went wrong in each.
 */
export async function buildPlugins(inputs: Inputs, context: ActionContext): Promise<void> {
  if (inputs.runner === 'container') runnerImageOf(inputs);
  const release = releaseTargetOf(inputs, context.env);
  // Downloads that are in the cache would not look at them, and uploads would, after everything was built.
  proxiesOf(context.env);
  const plans = await plannedBuilds(inputs);
  refuseUnpublishable(inputs, plans);
  const target = { inputs, context, release };

  const env = { ...context.env, ...(await restoreDownloads(inputs, plans, context)) };
  const runnerOf = await chooseRunners(plans, inputs, { ...context, env });
  const built = await withLogin(inputs, { ...context, env }, async (loggedIn) => {
    const outcomes: PluginOutcome[] = [];
    // With the runner's token artifacts and caches of this run could be written; no program of a build does that.
    const own = { PATH: process.env['PATH'], ACTIONS_RUNTIME_TOKEN: undefined };
    const written = plans.flatMap((plan) => outputPathsOf(plan, inputs, plans.length));
    const job = { ...target, env: { ...loggedIn, ...own, ...notMapped(written) }, count: plans.length };
    for (const plan of plans) outcomes.push(await buildPlugin(plan, { ...job, runner: runnerOf(plan) }));
    return outcomes;
  });
  if (built.every(({ error }) => error === undefined)) saveThatAllWasBuilt();
  const uploaded = await uploadArtifacts(built, target);
  const outcomes = await uploadRelease(uploaded, target);

  context.reporter.endGroup();
  setOutputs(outputsOf(outcomes));
  if (inputs.summary) await writeSummary(outcomes, target);
  // What kept a release from being published is the same for all of its plugins, and is said once.
  const failures = new Set(outcomes.flatMap(({ error }) => (error === undefined ? [] : [error])));
  if (failures.size > 0) throw new ManyFailures([...failures]);
}

async function withLogin<T>(
  { login }: Inputs,
  context: ActionContext,
  action: (env: Environment) => Promise<T>,
): Promise<T> {
  if (login === undefined) return action(context.env);
  const active = logIn(login, context);
  try {
    return await action({ ...context.env, ...active.env });
  } finally {
    active.dispose();
  }
}

/** Every file that the build of a plugin writes. Builds of other plugins do not map it: which come first would matter. */
function outputPathsOf(plan: PlannedBuild, inputs: Inputs, count: number): readonly string[] {
  const directory = outputDirectoryOf(plan, inputs, count);
  return [plan.artifact, ...BESIDE_ARTIFACT].map((name) => resolve(directory, name));
}

function isPublished({ uploadArtifact, uploadRelease }: Inputs): boolean {
  return uploadArtifact || uploadRelease;
}

/**
 * Names that nothing can be published under are known before the builds.
 *
 * @throws FledgeError `usage`.
 */
function refuseUnpublishable(inputs: Inputs, plans: readonly PlannedBuild[]): void {
  if (plans.length > 1 && inputs.artifactName !== undefined) {
    throw new FledgeError(
      'usage',
      `input artifact-name: ${plans.length} plugins cannot all be ${JSON.stringify(inputs.artifactName)}`,
      { fix: 'leave artifact-name out: each is called by its name and platform' },
    );
  }
  if (!isPublished(inputs)) return;
  for (const { name, artifact } of plans) publishedNames(stemOf(inputs, { name, platform: inputs.platform }), artifact);
}
