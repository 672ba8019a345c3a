import type { Command } from 'commander';
import { printable } from '../support/byte-string.ts';
import { createCommand, jsonOption } from './common-options.ts';
import type { ComparisonDocument } from './json/compare.ts';
import type { Session } from './session.ts';

interface DiffOptions {
  readonly json?: boolean;
}

/** `fledge diff`. */
export function defineDiff(program: Command, session: Session): Command {
  return createCommand(
    { program, session },
    'diff',
    'compare two artifacts, directories or lists of checksums, byte for byte',
  )
    .argument('<left>', 'a file, a directory, or a SHA256SUMS file')
    .argument('<right>', 'the one to compare it with')
    .addOption(jsonOption('the comparison'))
    .addHelpText(
      'after',
      `
Directories are compared with everything below them, by name; modes, owners and times are ignored. A SHA256SUMS file
is compared by the digests that it lists.

Exit status: 0 if they are identical, 1 if they differ, 2 if they could not be compared.

Examples:
  fledge diff plugin.cpio.gz other/plugin.cpio.gz
  fledge diff dist /mnt/other-machine/dist
  fledge diff SHA256SUMS downloads            check downloaded files
  fledge diff SHA256SUMS other/SHA256SUMS --json | jq -r '.files[] | select(.status != "identical") | .path'`,
    )
    .hook('preAction', () => {
      // As for cmp(1) and diff(1): 1 means different, so every error is 2.
      session.statusOfFailure = () => 2;
    })
    .action((left: string, right: string, options: DiffOptions) => runDiff(left, right, options, session));
}

/** Prints the comparison of two sides on stdout; the exit status is 0 if they are identical, otherwise 1. */
async function runDiff(left: string, right: string, { json }: DiffOptions, session: Session): Promise<void> {
  const { reporter } = session;
  const [{ compareArtifacts }, { formatComparison }] = await Promise.all([
    import('../compare/diff.ts'),
    import('../compare/comparison-text.ts'),
  ]);
  const comparison = await compareArtifacts(left, right, { reporter });
  await (json
    ? session.printJson(comparison satisfies ComparisonDocument)
    : session.print(printable(formatComparison(comparison))));
  session.exitStatus = comparison.identical ? 0 : 1;
}
