import { MEBIBYTE } from '../../../support/units.ts';
import type { ContentShare } from '../../../tree/contents.ts';
import { fencedBlock } from './html.ts';

/** Maximum number of slices that are readable. */
const MAX_SLICES = 9;

/** A pie chart of the contents of an artifact, as a mermaid diagram in MiB; empty if there are none. */
export function contentsPie(contents: readonly ContentShare[]): string {
  const sorted = [...contents].sort((a, b) => b.size - a.size);
  const shown = sorted.length > MAX_SLICES ? sorted.slice(0, MAX_SLICES - 1) : sorted;
  const rest = sorted.slice(shown.length).reduce((sum, { size }) => sum + size, 0);
  const slices = [...shown, ...(rest > 0 ? [{ path: 'everything else', size: rest }] : [])];
  if (slices.length === 0) return '';
  const lines = slices.map(({ path, size }) => `  "${label(path)}" : ${mebibytes(size)}`);
  return fencedBlock('mermaid', ['pie showData', '  title Contents in MiB', ...lines].join('\n'));
}

/** Replaces characters that a mermaid label cannot contain: quotes, and those that begin an entity or a comment. */
function label(text: string): string {
  return text.replace(/[^\p{L}\p{N} ._/+@-]/gu, '_');
}

/** Mermaid does not accept a slice of size 0. */
function mebibytes(bytes: number): string {
  return Math.max(bytes / MEBIBYTE, 0.001).toFixed(3);
}
