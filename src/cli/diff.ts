import { formatComparison } from '../compare/comparison-text.ts';
import { compareArtifacts } from '../compare/diff.ts';
import { printable } from '../support/byte-string.ts';
import type { Reporter } from '../support/report/reporter.ts';

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
