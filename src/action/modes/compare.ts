import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describeDifference, differencesOf, sumUp } from '../../compare/comparison-text.ts';
import { compareSides as compareFiles } from '../../compare/diff.ts';
import { type ExplainedComparison, explainComparison } from '../../compare/explain/explain.ts';
import { describeInside, formatInside } from '../../compare/explain/explanation-text.ts';
import { isUrl } from '../../compare/pairs.ts';
import { FledgeError } from '../../support/errors.ts';
import type { ActionContext } from '../context.ts';
import type { Inputs } from '../inputs.ts';
import { setOutputs } from '../report/outputs.ts';
import { comparisonSections } from '../report/summary/comparison-sections.ts';

/** Maximum number of differences in the log. */
const MAX_LINES = 200;

/**
 * Mode `compare`: compares two files, directories or workflow artifacts of this run.
 *
 * @throws FledgeError `format` if they differ; `usage` or `input` if they cannot be compared.
 */
export async function compareSides(inputs: Inputs, context: ActionContext): Promise<void> {
  const { reporter } = context;
  const left = await locate('left', inputs.left ?? '', context);
  const right = await locate('right', inputs.right ?? '', context);
  reporter.step(`compare ${inputs.left} with ${inputs.right}`);
  const comparison = await explainComparison(await compareFiles(left, right, { reporter }), { reporter });
  const { identical, failure } = comparison;
  const differences = differencesOf(comparison);
  for (const file of differences.slice(0, MAX_LINES)) {
    reporter.info(describeDifference(file));
    for (const line of formatInside(comparison, file.path, {})) reporter.info(`  ${line}`);
  }
  if (differences.length > MAX_LINES) reporter.info(`and ${differences.length - MAX_LINES} more`);
  reporter.endGroup();
  setOutputs({ identical });
  const names = { left: inputs.left ?? '', right: inputs.right ?? '' };
  await context.summary.write('fledge compare', comparisonSections({ ...names, comparison }));
  if (identical) {
    reporter.info(sumUp(comparison));
    return;
  }
  const which = differences.slice(0, 3).map(describeDifference);
  const more = differences.length > which.length ? [`and ${differences.length - which.length} more`] : [];
  const lines = [`${inputs.left} and ${inputs.right} differ:`, ...which, ...more, ...firstReasons(comparison)];
  throw new FledgeError('format', lines.join('\n'), { cause: failure });
}

/** The first differences inside of artifacts and their causes, as lines. */
function firstReasons({ artifacts, failure }: ExplainedComparison): string[] {
  const inside = describeInside({ artifacts: artifacts.slice(0, 3) }).replace(/^; /, '');
  const why = artifacts[0]?.why.filter(({ what }) => what !== 'no-provenance').slice(0, 3) ?? [];
  return [
    ...(inside === '' ? [] : [inside]),
    ...why.map(({ text }) => `why: ${text}`),
    ...(failure === undefined ? [] : [failure.message]),
  ];
}

/** The path of a side: a path in the workspace, otherwise a URL or a workflow artifact, which are downloaded. */
async function locate(side: 'left' | 'right', name: string, context: ActionContext): Promise<string> {
  if (existsSync(name)) return name;
  if (isUrl(name)) {
    const { downloadSide } = await import('../../compare/remote-side.ts');
    return downloadSide(name, join(context.directory, side), context);
  }
  // A missing path is not the name of an artifact, which has no slash.
  if (basename(name) !== name) {
    throw new FledgeError('usage', `input ${side}: there is no file or directory ${JSON.stringify(name)}`, {
      fix: 'create it in an earlier step, or use the name of a workflow artifact of this run (without a slash)',
    });
  }
  context.reporter.step(`download the workflow artifact ${name}`);
  const { downloadWorkflowArtifact } = await import('../../publish/download-artifact.ts');
  return downloadWorkflowArtifact(name, { side, directory: join(context.directory, side) });
}
