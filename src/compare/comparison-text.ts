import { counted } from '../support/text.ts';
import { formatBytes } from '../support/units.ts';
import type { ComparedFile, Comparison, FileComparison } from './diff.ts';

/** The files that are not identical. */
export function differencesOf({ files }: Pick<Comparison, 'files'>): readonly FileComparison[] {
  return files.filter(({ status }) => status !== 'identical');
}

/** A difference on a line, and each side on a line below it. */
export function formatDifference(file: FileComparison): string[] {
  const { left, right } = sidesOf(file);
  return [
    headOf(file),
    ...(left === undefined ? [] : [`  left   ${left}`]),
    ...(right === undefined ? [] : [`  right  ${right}`]),
  ];
}

/** The same on one line. */
export function describeDifference(file: FileComparison): string {
  const { left, right } = sidesOf(file);
  const sides = [left && `left ${left}`, right && `right ${right}`].filter((text) => text !== undefined);
  return sides.length === 0 ? headOf(file) : `${headOf(file)} (${sides.join(', ')})`;
}

/** `identical: 2 files`, or `1 of 2 files differs`. */
export function sumUp(comparison: Comparison): string {
  const count = counted(comparison.files.length, 'file');
  if (comparison.identical) return `identical: ${count}`;
  const { length } = differencesOf(comparison);
  return `${length} of ${count} ${length === 1 ? 'differs' : 'differ'}`;
}

function headOf({ path, status, firstDifference }: FileComparison): string {
  switch (status) {
    case 'identical':
      return `${path}: identical`;
    case 'only-left':
      return `${path}: only left`;
    case 'only-right':
      return `${path}: only right`;
    case 'differs':
      return `${path}: differs${firstDifference === undefined ? '' : `, first at byte ${firstDifference}`}`;
  }
}

/** The description of each side if both exist and differ. */
function sidesOf({ status, left, right }: FileComparison): { readonly left?: string; readonly right?: string } {
  if (status !== 'differs') return {};
  return { ...(left && { left: describeFile(left) }), ...(right && { right: describeFile(right) }) };
}

function describeFile({ kind, size, sha256, target }: ComparedFile): string {
  if (target !== undefined) return `${kind} -> ${target}`;
  if (sha256 === undefined) return kind;
  return `sha256:${sha256}${size === undefined ? '' : `  ${size} bytes${size < 1024 ? '' : ` (${formatBytes(size)})`}`}`;
}
