import { type ComparedFile, type Comparison, compareArtifacts, type FileComparison } from '../compare/diff.ts';
import { printable } from '../support/byte-string.ts';
import type { Reporter } from '../support/reporter.ts';
import { formatBytes } from '../support/units.ts';

export interface DiffOptions {
  readonly json?: boolean;
}

/** `fledge diff`: prints how two sides compare on stdout, and returns the exit status: 0 if they are identical, else 1. */
export async function diffCommand(
  left: string,
  right: string,
  options: DiffOptions,
  reporter: Reporter,
): Promise<0 | 1> {
  const comparison = await compareArtifacts(left, right, { reporter });
  process.stdout.write(
    options.json ? `${JSON.stringify(comparison, null, 2)}\n` : printable(formatComparison(comparison)),
  );
  return comparison.identical ? 0 : 1;
}

/** What differs, file by file, and a last line that sums it up. */
export function formatComparison({ identical, files }: Comparison): string {
  const different = files.filter(({ status }) => status !== 'identical');
  const count = files.length === 1 ? '1 file' : `${files.length} files`;
  const sum = identical
    ? `identical: ${count}`
    : `${different.length} of ${count} ${different.length === 1 ? 'differs' : 'differ'}`;
  return [...different.flatMap(formatDifference), sum, ''].join('\n');
}

function formatDifference({ path, status, left, right, firstDifference }: FileComparison): string[] {
  if (status === 'only-left') return [`${path}: only left`];
  if (status === 'only-right') return [`${path}: only right`];
  const where = firstDifference === undefined ? '' : `, first at byte ${firstDifference}`;
  return [
    `${path}: differs${where}`,
    ...(left === undefined ? [] : [`  left   ${formatFile(left)}`]),
    ...(right === undefined ? [] : [`  right  ${formatFile(right)}`]),
  ];
}

function formatFile({ kind, size, sha256, target }: ComparedFile): string {
  if (target !== undefined) return `${kind} -> ${target}`;
  if (sha256 === undefined) return kind;
  return `sha256:${sha256}${size === undefined ? '' : `  ${size} bytes${size < 1024 ? '' : ` (${formatBytes(size)})`}`}`;
}
