import { dirname } from 'node:path';
import type { BuildRequest } from '../recipe/build.ts';
import type { BuildCommand } from '../recipe/build-command.ts';
import { type BuildTarget, environmentOfTargets, targetsOf, urlBaseOf } from '../recipe/build-targets.ts';
import { planBuild, planConfigs } from '../recipe/plan.ts';
import { printable } from '../support/byte-string.ts';
import { mapLimited } from '../support/concurrency.ts';
import { FledgeError } from '../support/errors.ts';
import { createDirectories } from '../support/files/new-directories.ts';
import type { Platform } from '../support/platform.ts';
import { defaultJobs, workersPerJob } from '../support/process/runtime.ts';
import { errorFields } from '../support/report/error-fields.ts';
import { collectWarnings } from '../support/report/warning.ts';
import type { BuildOptions } from './build.ts';
import { buildAndCheck } from './build-target.ts';
import { summaryOfFailures } from './each-config.ts';
import type { NamedConfigs } from './named-configs.ts';
import type { Session } from './session.ts';

/** The directory of the outputs, as in the action. */
const DEFAULT_DIRECTORY = 'dist';

/** The builds of a command. */
export interface SeveralBuilds {
  readonly named: NamedConfigs;
  /** The options of each build. */
  readonly command: BuildCommand;
  readonly platforms: readonly Platform[];
}

/** The end of one build. */
interface Outcome {
  readonly label: string;
  /** The object for programs. */
  readonly entry: object;
  readonly error?: unknown;
}

/**
 * Builds several plugins, or one for several platforms, and prints each result when it is complete. A failure does not stop the
 * other builds.
 *
 * @throws FledgeError before the first build for a mistake in the options or in one of the configs; otherwise at the end, with
 *   the builds that failed.
 */
export async function buildSeveral(builds: SeveralBuilds, options: BuildOptions, session: Session): Promise<void> {
  const targets = await findTargets(builds, options);
  // A dry run prints its results in order.
  const jobs = options.dryRun ? 1 : Math.min(options.jobs ?? defaultJobs(), targets.length);
  const run = options.dryRun ? runDryly : runTarget;
  const env = environmentOfTargets(process.env, targets);
  const complete: string[] = [];
  const createsDirectory = options.output === undefined;
  const created = createsDirectory && options.dryRun !== true ? targets.map(({ output }) => dirname(output)) : [];
  const removeEmpty = createDirectories(created);
  try {
    const outcomes = await mapLimited(targets, jobs, (target) =>
      run(target, {
        session,
        options,
        request: {
          ...builds.command,
          workers: options.workers ?? workersPerJob(jobs),
          plugin: target.plan,
          platform: target.platform,
          output: target.output,
          urlBase: urlBaseOf(builds.command.urlBase, target),
          artifactUrl: undefined,
          env,
        },
        createsDirectory,
        isAlone: targets.length === 1,
        onBuilt: () => {
          complete.push(target.label);
          session.doneSoFar = `${complete.length} of ${targets.length} builds are complete: ${complete.join(', ')}`;
        },
      }),
    );
    if (options.json) await session.printJson({ results: outcomes.map(({ entry }) => entry) });
    const failures = outcomes.flatMap(({ label, error }) => (error === undefined ? [] : [{ name: label, error }]));
    const [first] = failures;
    if (first !== undefined) throw outcomes.length === 1 ? first.error : summaryOfFailures(failures, outcomes.length);
  } finally {
    removeEmpty();
  }
}

/** @throws FledgeError `usage` for options that are for one build, and as `planConfigs` does. */
async function findTargets(
  { named, command, platforms }: SeveralBuilds,
  { output, outputDir, artifactUrl }: BuildOptions,
): Promise<readonly BuildTarget[]> {
  const { manifest } = command;
  const plans = named.isOne
    ? [await planBuild(command.config, manifest)]
    : await planConfigs(named.configs, { manifest });
  const targets = targetsOf(plans, platforms, outputDir ?? DEFAULT_DIRECTORY);
  const [first] = targets;
  if (targets.length === 1 && first !== undefined) return [output === undefined ? first : { ...first, output }];
  if (output === undefined && artifactUrl === undefined) return targets;
  const option = output === undefined ? '--artifact-url' : '--output';
  throw new FledgeError('usage', `${option} is for one artifact, and ${targets.length} are built`, {
    fix: 'name the directory of the outputs with --output-dir',
  });
}

/** One build, and what it needs of the command. */
interface TargetJob {
  readonly session: Session;
  readonly options: BuildOptions;
  readonly request: Omit<BuildRequest, 'reporter'>;
  /** True if the build creates the directory of its files. */
  readonly createsDirectory: boolean;
  /** True if there is no other build, whose messages could be confused with those of this one. */
  readonly isAlone: boolean;
  readonly onBuilt: () => void;
}

async function runTarget(target: BuildTarget, job: TargetJob): Promise<Outcome> {
  const { session, options, request, onBuilt } = job;
  return withReporter(target, job, async (reporter) => {
    const checks = options.checkReproducible === true;
    const built = await buildAndCheck({ ...request, reporter }, { checks, onBuilt });
    if (!options.json) await session.printSummary(printable(built.text));
    return { entry: built.result, error: built.failure };
  });
}

async function runDryly(target: BuildTarget, job: TargetJob): Promise<Outcome> {
  const { session, options, request, createsDirectory } = job;
  const [{ dryRun }, { textOfDryRun }] = await Promise.all([
    import('../recipe/dry-run.ts'),
    import('./dry-run-text.ts'),
  ]);
  return withReporter(target, job, async (reporter) => {
    const planned = await dryRun({ ...request, reporter, createsDirectory });
    if (!options.json) await session.print(printable(textOfDryRun(planned)));
    return { entry: planned };
  });
}

/** Does something with a reporter for the messages of a target. Reports and returns a failure. */
async function withReporter(
  { label, plan, platform }: BuildTarget,
  { session, isAlone }: TargetJob,
  work: (reporter: BuildRequest['reporter']) => Promise<{ readonly entry: object; readonly error?: unknown }>,
): Promise<Outcome> {
  const own = isAlone ? session.reporter : session.reporterFor(label);
  const { reporter, warnings } = collectWarnings(own);
  const { config, name } = plan;
  try {
    const { entry, error } = await work(reporter);
    if (error !== undefined && !isAlone) own.error(error);
    return { label, entry: { config, ...entry }, error };
  } catch (error) {
    if (!isAlone) own.error(error);
    return {
      label,
      entry: { config, name, platform, error: errorFields(error, 'its output with -v'), warnings },
      error,
    };
  }
}
