import { differencesOf, sumUp } from '../../../compare/comparison-text.ts';
import type { ComparedFile, Comparison, FileComparison } from '../../../compare/diff.ts';
import { formatBytes } from '../../../support/units.ts';
import { code, digest, prose, table } from './html.ts';
import type { Section } from './sections.ts';

/** Maximum number of differences in the summary. */
const MAX_ROWS = 500;

/** The sections of mode `compare`: a row for each file that differs. */
export function comparisonSections({
  left,
  right,
  comparison,
}: {
  readonly left: string;
  readonly right: string;
  readonly comparison: Comparison;
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
  ];
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
