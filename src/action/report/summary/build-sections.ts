import { counted } from '../../../support/text.ts';
import { formatBytes } from '../../../support/units.ts';
import type { PluginOutcome } from '../outcome.ts';
import { bootCell } from './boot-sections.ts';
import { amount, code, digest, link, prose, table } from './html.ts';
import type { InstallFacts } from './install-commands.ts';
import { nameCell, pluginSections } from './plugin-sections.ts';
import type { Section } from './sections.ts';

/** The sections of mode `build`: a table with a row for each plugin, and the details of each, failed ones first. */
export function buildSections(outcomes: readonly PluginOutcome[], install: InstallFacts): Section[] {
  const failedFirst = outcomes.toSorted((a, b) => Number(b.error !== undefined) - Number(a.error !== undefined));
  return [
    { rank: 'result', text: `<p>${resultLine(outcomes)}</p>\n` },
    { rank: 'result', text: resultsTable(outcomes) },
    ...failedFirst.flatMap((outcome) => pluginSections(outcome, { install, isOnly: outcomes.length === 1 })),
  ];
}

function resultLine(outcomes: readonly PluginOutcome[]): string {
  const count = counted(outcomes.length, 'plugin');
  const failed = outcomes.filter(({ error }) => error !== undefined).length;
  const warnings = outcomes.reduce((sum, { warnings: own }) => sum + own.length, 0);
  const result = failed === 0 ? `✅ ${count} built` : `❌ ${failed} of ${count} failed`;
  if (warnings === 0) return result;
  return `${result}, with ${counted(warnings, 'warning')}`;
}

function resultsTable(outcomes: readonly PluginOutcome[]): string {
  const columns: readonly (readonly [name: string, cell: (outcome: PluginOutcome) => string])[] = [
    ['plugin', (outcome) => `${nameCell(outcome)}${outcome.error === undefined ? '' : ' ❌'}`],
    ['version', ({ result }) => code(result?.version ?? '')],
    ['platform', ({ platform }) => code(platform)],
    ['size', ({ result }) => (result === undefined ? '' : amount(formatBytes(result.artifact.size)))],
    ['SHA-256', ({ result }) => (result === undefined ? '' : digest(result.artifact.sha256))],
    ['reproducible', reproducibilityCell],
    ['boot', ({ boot }) => bootCell(boot)],
    ['files', linksCell],
  ];
  // A column without a value is left out, so that the table fits the page.
  const cells = columns.map(([name, cell]) => [name, outcomes.map(cell)] as const);
  const shown = cells.filter(([, values]) => values.some((value) => value !== ''));
  return table(
    shown.map(([name]) => name),
    outcomes.map((_, row) => shown.map(([, values]) => values[row] ?? '')),
  );
}

function reproducibilityCell({ reproducible, result }: PluginOutcome): string {
  if (reproducible !== undefined) return reproducible ? '✅ built twice' : '❌';
  if (result === undefined) return '';
  const { expected, reason = '' } = result.reproducible;
  return expected ? 'expected, not checked' : `no: ${prose(reason)}`;
}

function linksCell({ published: { artifactUrl, releaseUrl } }: PluginOutcome): string {
  const links = [link('artifact', artifactUrl), link('release', releaseUrl)];
  return links.filter((text) => text !== '').join(' · ');
}
