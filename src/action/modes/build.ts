import { resolve } from 'node:path';
import { checkProxies } from '../../net/proxy.ts';
import { checkStem } from '../../publish/published-files.ts';
import { filesBeside } from '../../recipe/output-names.ts';
import type { PlannedBuild } from '../../recipe/plan.ts';
import { type Environment, environmentValue } from '../../support/environment.ts';
import { FledgeError } from '../../support/errors.ts';
import { environmentOfBuild } from '../build-environment.ts';
import { buildPlugin, outputDirectoryOf } from '../build-plugin.ts';
import { checkRunnerImage, chooseRunners } from '../container.ts';
import type { ActionContext } from '../context.ts';
import { releaseDestinationOf, stemOf } from '../destination.ts';
import { restoreDownloads } from '../download-cache.ts';
import type { Inputs } from '../inputs.ts';
import { logIn } from '../login.ts';
import { plannedBuilds } from '../planned-builds.ts';
import { ManyFailures } from '../report/annotations.ts';
import { outputsOf, type PluginOutcome } from '../report/outcome.ts';
import { setOutputs } from '../report/outputs.ts';
import { buildSections } from '../report/summary/build-sections.ts';
import { saveThatAllWasBuilt } from '../state.ts';
import { uploadArtifacts, uploadRelease } from '../upload.ts';

/**
 * Mode `build`: builds every plugin of the input `config`, boots its artifact if asked for, and publishes the results. After a
 * failure, the other plugins are built nevertheless.
 *
 * @throws FledgeError for problems before the first build; otherwise `ManyFailures` with the failure of each plugin.
 */
export async function buildPlugins(inputs: Inputs, context: ActionContext): Promise<void> {
  checkRunnerImage(inputs);
  const release = await releaseDestinationOf(inputs, context.env);
  // Otherwise, if all downloads are cached, a wrong proxy would be found only by the uploads, after the builds.
  checkProxies(context.env);
  const plans = await plannedBuilds(inputs);
  checkPublishedNames(inputs, plans);
  const target = { inputs, context, release };

  const cache = await restoreDownloads(inputs, plans, context);
  const parts = { step: context.env, cache };
  const { runnerOf, tools } = await chooseRunners(plans, inputs, { ...context, env: environmentOfBuild(parts) });
  const bootTools = await prepareBootsOf(inputs, context);
  const built = await withLogin(inputs, context, async (login) => {
    const outcomes: PluginOutcome[] = [];
    const written = plans.flatMap((plan) => outputPathsOf(plan, inputs, plans.length));
    const env = environmentOfBuild({ ...parts, login, tools: [...tools, ...bootTools], written });
    const job = { ...target, env, count: plans.length };
    for (const plan of plans) outcomes.push(await buildPlugin(plan, { ...job, runner: runnerOf(plan) }));
    return outcomes;
  });
  if (built.every(({ error }) => error === undefined)) saveThatAllWasBuilt();
  const uploaded = await uploadArtifacts(built, target);
  const outcomes = await uploadRelease(uploaded, target);

  context.reporter.endGroup();
  setOutputs(outputsOf(outcomes));
  const install = {
    repository: environmentValue(context.env, 'GITHUB_REPOSITORY'),
    urlBase: inputs.urlBase,
    runId: environmentValue(context.env, 'GITHUB_RUN_ID'),
  };
  await context.summary.write('fledge', buildSections(outcomes, install));
  // A failure to publish a release is the same for all of its plugins, and is reported once.
  const failures = new Set(outcomes.flatMap(({ error }) => (error === undefined ? [] : [error])));
  if (failures.size > 0) throw new ManyFailures([...failures]);
}

/** Prepares the runner for boots, if the inputs ask for them. Returns the directories of their tools. */
async function prepareBootsOf(inputs: Inputs, context: ActionContext): Promise<readonly string[]> {
  if (inputs.boot === undefined) return [];
  const { prepareBoots } = await import('../install/boot-needs.ts');
  return prepareBoots(inputs.boot, inputs, context);
}

async function withLogin<T>(
  { login }: Inputs,
  context: ActionContext,
  action: (login: Environment) => Promise<T>,
): Promise<T> {
  if (login === undefined) return action({});
  const active = logIn(login, context);
  try {
    return await action(active.env);
  } finally {
    active.dispose();
  }
}

/**
 * Every file that the build of a plugin writes. Other plugins do not map these files, so that the order of builds does
 * not matter.
 */
function outputPathsOf(plan: PlannedBuild, inputs: Inputs, count: number): readonly string[] {
  const directory = outputDirectoryOf(plan, inputs, count);
  return [plan.artifactFile, ...filesBeside(inputs)].map((name) => resolve(directory, name));
}

function isPublished({ uploadArtifact, uploadRelease }: Inputs): boolean {
  return uploadArtifact || uploadRelease;
}

/** The files of a plugin, each of which is a workflow artifact. */
const FILES_OF_PLUGIN = 4;
/** "Within an individual job, there is a limit of 500 artifacts", actions/upload-artifact, "Limitations". */
const MOST_ARTIFACTS = 500;

/**
 * Checks, before anything is built, that the files of all plugins can be published under their names.
 *
 * @throws FledgeError `usage`.
 */
function checkPublishedNames(inputs: Inputs, plans: readonly PlannedBuild[]): void {
  if (plans.length > 1 && inputs.artifactName !== undefined) {
    throw new FledgeError(
      'usage',
      `input artifact-name: ${plans.length} plugins cannot all have the name ${JSON.stringify(inputs.artifactName)}`,
      { fix: 'remove artifact-name: the default is the name and platform of each plugin' },
    );
  }
  const artifacts = plans.length * (inputs.archive ? 1 : FILES_OF_PLUGIN);
  if (inputs.uploadArtifact && artifacts > MOST_ARTIFACTS) {
    throw new FledgeError(
      'usage',
      `${plans.length} plugins are ${artifacts} workflow artifacts, and GitHub allows ${MOST_ARTIFACTS} per job`,
      { fix: 'set archive: true for one artifact per plugin, or build them in several jobs with mode: plan' },
    );
  }
  if (!isPublished(inputs)) return;
  for (const { name } of plans) checkStem(stemOf(inputs, { name, platform: inputs.platform }));
}
