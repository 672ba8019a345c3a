import { differencesOf, sumUp } from '../../../compare/comparison-text.ts';
import type { ComparedFile, Comparison, FileComparison } from '../../../compare/diff.ts';
import type { ExplainedComparison } from '../../../compare/explain/explain.ts';
import type { ArtifactComparison } from '../../../compare/explain/explanation.ts';
import {
  containerText,
  countsText,
  describeEntry,
  fieldText,
  shownEntries,
} from '../../../compare/explain/explanation-text.ts';
import { counted } from '../../../support/text.ts';
import { formatBytes } from '../../../support/units.ts';
import { code, digest, folded, prose, table } from './html.ts';
import type { Section } from './sections.ts';

/** Maximum number of differences in the summary. */
const MAX_ROWS = 500;
/** Maximum number of rows of a table about one file. */
const MAX_DETAILS = 100;

/** The sections of mode `compare`: a row for each file that differs. */
export function comparisonSections({
  left,
  right,
  comparison,
}: {
  readonly left: string;
  readonly right: string;
  readonly comparison: Comparison & Partial<Pick<ExplainedComparison, 'artifacts' | 'documents'>>;
}): Section[] {
  const result = `<p>${comparison.identical ? '✅' : '❌'} ${code(left)} and ${code(right)}: ${prose(sumUp(comparison))}</p>\n`;
  const differences = differencesOf(comparison);
  if (differences.length === 0) return [{ rank: 'result', text: result }];
  const rows = differences.slice(0, MAX_ROWS).map(rowOf);
  const more = differences.length - rows.length;
  return [
    { rank: 'result', text: result },
    { rank: 'failure', text: table(['file', 'difference', 'left', 'right'], rows) },
    { rank: 'failure', text: more === 0 ? '' : `<p>and ${more} more, which are in the log</p>\n` },
    ...(comparison.artifacts ?? []).flatMap(artifactSections),
    ...(comparison.documents ?? []).map(({ path, fields }): Section => {
      const text = detailsTable('field', fields.map(fieldText));
      return { rank: 'statistics', text: folded(`${code(path)}: ${prose(countOf(fields.length, 'field'))}`, text) };
    }),
  ];
}

/** The causes, which everybody should see, and the entries and headers below them. */
function artifactSections(artifact: ArtifactComparison): Section[] {
  const { path, counts, container, why, notCompared } = artifact;
  const entries = shownEntries(artifact, false).map((entry) => `${entry.status} ${describeEntry(entry)}`);
  const title = `${code(path)}: ${prose(`entries: ${countsText(counts)}`)}`;
  return [
    {
      rank: 'failure',
      text:
        why.length === 0
          ? ''
          : table(
              [prose(`why ${path} differs`)],
              why.map(({ text }) => [prose(text)]),
            ),
    },
    { rank: 'statistics', text: entries.length === 0 ? '' : folded(title, detailsTable('entry', entries)) },
    {
      rank: 'statistics',
      text:
        container.length === 0
          ? ''
          : folded(`${code(path)}: ${prose('container')}`, detailsTable('field', container.map(containerText))),
    },
    {
      rank: 'statistics',
      text: notCompared.map((what) => `<p>${prose(`not compared in ${path}: ${what}`)}</p>\n`).join(''),
    },
  ];
}

function detailsTable(title: string, texts: readonly string[]): string {
  const rows = texts.slice(0, MAX_DETAILS).map((text) => [code(text)]);
  const more = texts.length - rows.length;
  return table([title], more === 0 ? rows : [...rows, [prose(`and ${more} more`)]]);
}

function countOf(count: number, noun: string): string {
  return `${counted(count, noun)} ${count === 1 ? 'differs' : 'differ'}`;
}

function rowOf({ path, status, left, right, firstDifference }: FileComparison): string[] {
  return [code(path), describe(status, firstDifference), sideCell(left), sideCell(right)];
}

function describe(status: FileComparison['status'], firstDifference: number | undefined): string {
  switch (status) {
    case 'identical':
      return 'identical';
    case 'only-left':
      return 'only left';
    case 'only-right':
      return 'only right';
    case 'differs':
      return firstDifference === undefined ? 'differs' : `from byte ${firstDifference}`;
  }
}

function sideCell(file: ComparedFile | undefined): string {
  if (file === undefined) return '';
  const { kind, size, sha256, target } = file;
  if (target !== undefined) return `${prose(kind)} → ${code(target)}`;
  if (sha256 === undefined) return prose(kind);
  return `${digest(sha256)}${size === undefined ? '' : ` ${prose(formatBytes(size))}`}`;
}
