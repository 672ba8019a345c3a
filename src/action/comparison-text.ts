import type { ComparedFile, FileComparison } from '../compare/diff.ts';
import { formatBytes } from '../support/units.ts';

/** How a path of the two sides compares, on one line. */
export function describeComparison({ path, status, left, right, firstDifference }: FileComparison): string {
  switch (status) {
    case 'identical':
      return `${path}: identical`;
    case 'only-left':
      return `${path}: only on the left`;
    case 'only-right':
      return `${path}: only on the right`;
    case 'differs': {
      const at = firstDifference === undefined ? '' : `, from byte ${firstDifference} on`;
      return `${path}: differs${at} (${describeFile(left)}, ${describeFile(right)})`;
    }
  }
}

function describeFile(file: ComparedFile | undefined): string {
  if (file === undefined) return 'nothing';
  const { kind, size, sha256, target } = file;
  if (kind === 'symlink') return `a link to ${target}`;
  if (kind !== 'file') return `a ${kind}`;
  return [size === undefined ? undefined : formatBytes(size), sha256 && `sha256:${sha256.slice(0, 12)}…`]
    .filter((part) => part !== undefined)
    .join(' ');
}
