import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { declareArtifacts } from '../publish/declared-artifacts.ts';
import { filesOf, type PublishedSet, stagePublishedFiles } from '../publish/published-files.ts';
import type { BuildRequest } from '../recipe/build.ts';
import type { BuildResult } from '../recipe/build-result.ts';
import type { PlannedBuild } from '../recipe/plan.ts';
import { type Environment, environmentValue } from '../support/environment.ts';
import { FledgeError, writeFailureOf } from '../support/errors.ts';
import { defaultWorkers } from '../support/process/runtime.ts';
import type { Reporter } from '../support/report/reporter.ts';
import { collectWarnings } from '../support/report/warning.ts';
import { formatBytes } from '../support/units.ts';
import type { Runner } from './container.ts';
import type { ActionContext } from './context.ts';
import { artifactUrlOf, type ReleaseDestination, stemOf } from './destination.ts';
import type { Inputs } from './inputs.ts';
import type { BootOutcome, PluginOutcome } from './report/outcome.ts';

export interface PluginJob {
  readonly inputs: Inputs;
  readonly context: ActionContext;
  readonly release: ReleaseDestination | undefined;
  /** The environment of the build, with its cache, tools and login. */
  readonly env: Environment;
  readonly runner: Runner;
  /** How many plugins are built. */
  readonly count: number;
}

/**
 * Builds one plugin, checks its reproducibility and boots its artifact if the inputs ask for it, and stages its files under
 * their published names. A failure is returned in the outcome.
 */
export async function buildPlugin(plan: PlannedBuild, job: PluginJob): Promise<PluginOutcome> {
  const { inputs, context, count } = job;
  const { reporter } = context;
  reporter.endGroup();
  if (count > 1) reporter.info(`build ${plan.name} (${plan.config})`);
  const collected = collectWarnings(reporter);
  const made: {
    result?: BuildResult;
    reproducible?: boolean;
    boot?: BootOutcome;
    files?: PublishedSet;
    error?: unknown;
  } = {};
  try {
    const request = requestOf(plan, job, collected.reporter);
    made.result = await job.runner.build(request);
    if (inputs.reproducible === 'check') {
      made.reproducible = false;
      const { result, failure } = await checkedResult(request, made.result, job.runner);
      made.result = result;
      if (failure !== undefined) throw failure;
      made.reproducible = true;
    }
    reporter.endGroup();
    reporter.info(lineOf(made.result));
    if (inputs.boot !== undefined) {
      made.boot = { hasPassed: false };
      const { bootPlugin, bootFailure } = await import('./boot-plugin.ts');
      const boot = { plan, result: made.result, settings: inputs.boot, env: job.env, reporter: collected.reporter };
      const summary = await bootPlugin(boot);
      made.boot = { hasPassed: summary.ok, summary };
      if (summary.diagnosis !== undefined) throw bootFailure(plan.name, summary.diagnosis);
    }
    if (needsPublishedNames(job)) made.files = await nameFiles(made.result, plan, job);
  } catch (error) {
    made.error = error;
  }
  return { plan, platform: inputs.platform, published: {}, warnings: collected.warnings, ...made };
}

/** The output directory of a plugin; `count` is the number of plugins. */
export function outputDirectoryOf(plan: PlannedBuild, { outputDirectory }: Inputs, count: number): string {
  return count === 1 ? outputDirectory : join(outputDirectory, plan.directory);
}

function requestOf(plan: PlannedBuild, { inputs, release, env, count }: PluginJob, reporter: Reporter): BuildRequest {
  const directory = outputDirectoryOf(plan, inputs, count);
  requireNoWayOut(directory);
  try {
    mkdirSync(directory, { recursive: true });
  } catch (error) {
    throw new FledgeError('output', `cannot create ${directory}: ${writeFailureOf(error)}`, {
      cause: error,
      fix: 'set output-dir to a directory that this job may write to',
    });
  }
  return {
    plugin: plan,
    output: join(directory, plan.artifactFile),
    urlBase: inputs.urlBase,
    ...(release !== undefined && {
      artifactUrl: (plugin) => artifactUrlOf(release, stemOf(inputs, plugin), plugin.file),
    }),
    platform: inputs.platform,
    verify: inputs.verify,
    locked: inputs.locked,
    strict: inputs.strict,
    sbom: inputs.sbom,
    workers: defaultWorkers(),
    env,
    reporter,
  };
}

/**
 * Checks that an output directory in the workspace does not lead out of it: the checkout, possibly of a pull request,
 * may contain a link. An output directory outside the workspace is chosen by the workflow itself and is not checked.
 *
 * @throws FledgeError `output` with the target of the link.
 */
function requireNoWayOut(directory: string): void {
  const root = realpathSync('.');
  if (!isWithin(resolve(directory), resolve('.'))) return;
  // Checks the existing part; the rest is created without following links.
  let present = resolve(directory);
  while (!existsSync(present)) present = dirname(present);
  const target = realpathSync(present);
  if (isWithin(target, root)) return;
  throw new FledgeError('output', `cannot write to ${directory}: a link leads out of the workspace, to ${target}`, {
    fix: 'remove the link, or set output-dir to the directory itself',
  });
}

function isWithin(path: string, directory: string): boolean {
  return path === directory || path.startsWith(directory === '/' ? '/' : `${directory}/`);
}

/** The result after a second build, and the failure if that has produced different bytes. */
async function checkedResult(
  request: BuildRequest,
  first: BuildResult,
  { again }: Runner,
): Promise<{ readonly result: BuildResult; readonly failure: FledgeError | undefined }> {
  const { checkReproducible, withCheck } = await import('../recipe/reproduce/check.ts');
  const check = await checkReproducible(request, first, await again(request));
  const { comparison: _, ...reproducible } = withCheck(first, check).reproducible;
  const result = { ...first, reproducible };
  if (check.ok) return { result, failure: undefined };
  return { result, failure: new FledgeError('format', `${first.name} is not reproducible: ${check.reason}`) };
}

/** True if the files are needed under their published names. */
function needsPublishedNames({ inputs, env }: PluginJob): boolean {
  return inputs.uploadArtifact || inputs.uploadRelease || environmentValue(env, 'GITHUB_ARTIFACTS') !== undefined;
}

/** Stages the files for publishing, and declares them to newer runners for `actions/attest`. */
async function nameFiles(result: BuildResult, plan: PlannedBuild, job: PluginJob): Promise<PublishedSet> {
  const { inputs, context } = job;
  const directory = join(context.directory, 'publish', plan.directory);
  mkdirSync(directory, { recursive: true });
  const files = await stagePublishedFiles(result, { stem: stemOf(inputs, result), directory });
  await declareArtifacts(filesOf(files), context);
  return files;
}

function lineOf({ name, version, artifact }: BuildResult): string {
  const path = relative('.', artifact.path);
  return `${name} ${version}: ${path}, ${formatBytes(artifact.size)}, sha256:${artifact.sha256}`;
}
