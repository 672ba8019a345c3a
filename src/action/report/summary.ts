import { basename, dirname, join, relative } from 'node:path';
import * as core from '@actions/core';
import { describeDifference, differencesOf, sumUp } from '../../compare/comparison-text.ts';
import type { Comparison } from '../../compare/diff.ts';
import type { BuildResult } from '../../recipe/build-result.ts';
import { type Environment, environmentValue } from '../../support/environment.ts';
import { messageOf } from '../../support/errors.ts';
import { describeWarning, type Warning } from '../../support/report/warning.ts';
import { shellWord } from '../../support/text.ts';
import { formatBytes, formatMilliseconds } from '../../support/units.ts';
import type { UploadTarget } from '../upload.ts';
import { annotateWarning, describeFailure } from './annotations.ts';
import { bootCell, bootSections } from './boot-sections.ts';
import { contentsPie } from './contents-pie.ts';
import { code, escapeMarkdown, fencedBlock, table } from './escape.ts';
import type { PluginOutcome } from './outcome.ts';

/** Limit of GitHub for the summary of a step, 1 MiB. */
const MAX_BYTES = 1024 * 1024;
/** Replaces sections that do not fit. */
const CUT = '\n_The summary is truncated at 1 MiB, the limit of GitHub. The output `results` is complete._\n';

/** Writes the job summary of mode `build`. */
export async function writeSummary(outcomes: readonly PluginOutcome[], target: UploadTarget): Promise<void> {
  const sections = [
    resultsTable(outcomes),
    ...outcomes.flatMap((outcome) => pluginSections(outcome, { target, isOnly: outcomes.length === 1 })),
  ];
  await append(['## fledge\n', ...sections], target.context.env);
}

/** Writes the job summary of mode `compare`. */
export async function writeComparisonSummary(
  { left, right, comparison }: { readonly left: string; readonly right: string; readonly comparison: Comparison },
  env: Environment,
): Promise<void> {
  const lines = differencesOf(comparison).map((file) => `- ${code(describeDifference(file))}\n`);
  const title = `## fledge compare\n\n${code(left)} and ${code(right)}: ${sumUp(comparison)}\n`;
  await append([title, '\n', ...lines], env);
}

/** Joins the sections that fit within the limit in bytes. */
export function fitSections(sections: readonly string[], limit: number = MAX_BYTES): string {
  let room = limit - Buffer.byteLength(CUT);
  let text = '';
  for (const section of sections) {
    room -= Buffer.byteLength(section);
    if (room < 0) return text + CUT;
    text += section;
  }
  return text;
}

async function append(sections: readonly string[], env: Environment): Promise<void> {
  // Old GHES servers do not support summaries.
  if (environmentValue(env, 'GITHUB_STEP_SUMMARY') === undefined) return;
  try {
    await core.summary.addRaw(fitSections(sections)).write();
  } catch (error) {
    // The build itself has succeeded.
    annotateWarning(`cannot write the job summary: ${messageOf(error)}`);
  }
}

function resultsTable(outcomes: readonly PluginOutcome[]): string {
  const isBooted = outcomes.some(({ boot }) => boot !== undefined);
  const header = ['plugin', 'version', 'strategy', 'platform', 'size', 'SHA-256', 'reproducible'];
  if (isBooted) header.push('boot');
  const rows = outcomes.map((outcome) => {
    const { plan, platform, result } = outcome;
    const [name, version, size, sha256] =
      result === undefined
        ? [plan.name, '', '', '']
        : [result.name, result.version, formatBytes(result.artifact.size), result.artifact.sha256];
    const failed = outcome.error === undefined ? '' : ' ❌';
    const cells = [name, version, plan.strategy, platform, size, sha256].map((text) => (text === '' ? '' : code(text)));
    const boot = isBooted ? [bootCell(outcome.boot)] : [];
    return [`${cells[0]}${failed}`, ...cells.slice(1), reproducibilityOf(outcome), ...boot];
  });
  return `\n${table(header, rows)}`;
}

function reproducibilityOf({ reproducible, result }: PluginOutcome): string {
  if (reproducible !== undefined) return reproducible ? '✅ built twice' : '❌';
  if (result === undefined) return '';
  return result.reproducible.ok ? 'yes, not checked' : `no: ${escapeMarkdown(result.reproducible.reason)}`;
}

function pluginSections(
  outcome: PluginOutcome,
  { target, isOnly }: { readonly target: UploadTarget; readonly isOnly: boolean },
): string[] {
  const { plan, result, boot, warnings, error } = outcome;
  const heading = isOnly ? [] : [`\n### ${code(plan.name)}\n`];
  if (error !== undefined) heading.push(`\n${fencedBlock('text', describeFailure(error))}`);
  heading.push(warningList(warnings));
  if (result === undefined) return heading;
  const commands = error === undefined ? installCommands(outcome, result, target) : [];
  const pie = contentsPie(result.contents);
  return [
    ...heading,
    ...bootSections(boot),
    ...(commands.length > 0 ? [`\nInstall:\n\n${fencedBlock('sh', commands.join('\n'))}`] : []),
    ...(pie === '' ? [] : [`\n${pie}`]),
    `\n${timesTable(result)}`,
  ];
}

/** One line for each warning. */
function warningList(warnings: readonly Warning[]): string {
  const lines = warnings.map((warning) => {
    const { message, fix } = warning;
    return `- ⚠️ ${escapeMarkdown(describeWarning(message, warning))}${fix === undefined ? '' : ` ${escapeMarkdown(`(fix: ${fix})`)}`}\n`;
  });
  return lines.length === 0 ? '' : `\n${lines.join('')}`;
}

function timesTable({ steps }: BuildResult): string {
  const times = [...steps, { name: 'in all', ms: steps.reduce((sum, { ms }) => sum + ms, 0) }];
  const rows = times.map(({ name, ms }) => [escapeMarkdown(name), escapeMarkdown(formatMilliseconds(ms))]);
  return table(['step', 'time'], rows);
}

/** Commands that install the plugin in Volant, by the place of its files. */
function installCommands({ published, files }: PluginOutcome, result: BuildResult, target: UploadTarget): string[] {
  const { inputs, context } = target;
  const install = (manifest: string): string => `volar plugins install --manifest ${shellWord(manifest)}`;
  const { manifestUrl, artifactId, manifestId } = published;
  if (manifestUrl !== undefined) return [`curl -fsSLO ${shellWord(manifestUrl)}`, install(basename(manifestUrl))];
  if (artifactId === undefined || manifestId === undefined || files === undefined) {
    const directory = relative('.', dirname(result.artifact.path));
    return [`(cd ${shellWord(directory)} && sha256sum -c SHA256SUMS)`, install(join(directory, 'manifest.json'))];
  }
  const repository = environmentValue(context.env, 'GITHUB_REPOSITORY') ?? 'OWNER/REPOSITORY';
  // `gh run download` is not used, because it treats every artifact as a zip file.
  const download = (id: number): string => `gh api ${shellWord(`repos/${repository}/actions/artifacts/${id}/zip`)}`;
  const artifact = shellWord(files.artifact.name);
  const medium = result.strategy === 'initramfs' ? 'initramfs' : 'rootfs';
  // Without url-base, the manifest has the path of the artifact on the runner.
  const rewrite = ` | jq --arg url "$PWD/"${artifact} '.${medium}.url = $url'`;
  if (published.archive !== undefined) {
    const run = shellWord(environmentValue(context.env, 'GITHUB_RUN_ID') ?? 'RUN_ID');
    const change =
      inputs.urlBase === undefined ? `cat ${shellWord(files.manifest.name)}${rewrite} > manifest.json` : undefined;
    return [
      `gh run download ${run} --repo ${shellWord(repository)} --name ${shellWord(published.archive)}`,
      ...(change === undefined ? [] : [change]),
      install(change === undefined ? files.manifest.name : 'manifest.json'),
    ];
  }
  return [
    `${download(artifactId)} > ${artifact}`,
    `${download(manifestId)}${inputs.urlBase === undefined ? rewrite : ''} > manifest.json`,
    install('manifest.json'),
  ];
}
