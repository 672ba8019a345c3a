import type { BootDiagnosis, BootSummary } from '../boot/boot-result.ts';
import { Console } from '../boot/console.ts';
import { bootBuilt } from '../boot/repeat.ts';
import type { BuildResult } from '../recipe/build-result.ts';
import type { PlannedBuild } from '../recipe/plan.ts';
import type { Environment } from '../support/environment.ts';
import { FledgeError, shortened } from '../support/errors.ts';
import { formatMilliseconds } from '../support/units.ts';
import type { BootInputs } from './boot-inputs.ts';
import type { ActionReporter } from './report/reporter.ts';

export interface PluginBoot {
  readonly plan: PlannedBuild;
  readonly result: BuildResult;
  readonly settings: BootInputs;
  /** The environment of the build. */
  readonly env: Environment;
  readonly reporter: ActionReporter;
}

/** The defaults of `fledge boot`. */
const DEFAULTS = { vmm: 'auto', volant: '0.6', settle: 2 } as const;

/** The log has this much of the console, at most. */
const LOG_LINES = 1000;
const LOG_LINE_LENGTH = 2000;

/**
 * Boots the artifact of a plugin on the runner, also if it was built in a container. The log gets the stages, and then the
 * console in a group of its own. A boot that does not reach its goal is a result.
 *
 * @throws FledgeError as `bootBuilt` does: if the machine cannot be started.
 */
export async function bootPlugin({ plan, result, settings, env, reporter }: PluginBoot): Promise<BootSummary> {
  const log = new Console(undefined);
  try {
    const summary = await bootBuilt(
      { path: result.artifact.path, manifestFile: result.manifest.path, configFile: plan.loaded.file },
      { ...DEFAULTS, ...settings },
      { env, reporter, onConsole: (text) => log.add(text) },
    );
    if (summary.ok) printSuccess(plan.name, summary, log, reporter);
    else printConsole(plan.name, log, reporter);
    return summary;
  } finally {
    log.close();
    reporter.endGroup();
  }
}

function printSuccess(name: string, { goal, times }: BootSummary, log: Console, reporter: ActionReporter): void {
  printConsole(name, log, reporter);
  reporter.endGroup();
  reporter.info(`${name} boots: ${goal} after ${formatMilliseconds(times.median)}`);
}

function printConsole(name: string, log: Console, reporter: ActionReporter): void {
  reporter.step(`console of ${name}`);
  for (const line of log.lastLines(LOG_LINES)) reporter.info(shortened(line, LOG_LINE_LENGTH));
}

/** The error of a boot that did not reach its goal. */
export function bootFailure(name: string, { message, fix }: BootDiagnosis): FledgeError {
  return new FledgeError('input', `${name} does not boot: ${inInputTerms(message)}`, { fix: inInputTerms(fix) });
}

/** The inputs for options of `fledge boot`. A diagnosis is plain text, because it is part of `--json`. */
const INPUT_OF: Readonly<Record<string, string>> = {
  kernel: 'kernel',
  timeout: 'boot-timeout',
  expect: 'boot-expect',
};

function inInputTerms(text: string): string {
  return text.replace(/(?<=^|[ (])--(kernel|timeout|expect)\b(?!-)/g, (option, name: string) => {
    const input = INPUT_OF[name];
    return input === undefined ? option : `the input ${input}`;
  });
}
