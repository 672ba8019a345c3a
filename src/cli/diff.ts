import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { printable } from '../support/byte-string.ts';
import { createCommand, jsonOption, numberFrom } from './common-options.ts';
import type { ExplainedComparisonDocument } from './json/compare.ts';
import type { Session } from './session.ts';

interface DiffOptions {
  readonly json?: boolean;
  readonly ignore?: string;
  readonly unified?: number;
  readonly full?: boolean;
  readonly all?: boolean;
}

/** The largest number of lines around a change. No text that is compared has more. */
const MAX_CONTEXT = 65_536;

/** `fledge diff`. */
export function defineDiff(program: Command, session: Session): Command {
  return createCommand(
    { program, session },
    'diff',
    'compare two artifacts, directories or lists of checksums: their bytes, their entries, and why they differ',
  )
    .argument('<left>', 'an artifact or its URL, a file, a directory, a container image, or a SHA256SUMS file')
    .argument('<right>', 'the one to compare it with')
    .option(
      '--ignore <what>',
      'ignore differences: mtime, owner, mode, xattr, links, content, order, container; a list',
    )
    .addOption(
      new Option('-U, --unified <lines>', 'lines of context in diffs of small text files (default: 3)').argParser(
        numberFrom(0, MAX_CONTEXT),
      ),
    )
    .option('--full', 'show all lines of these diffs')
    .option('--all', 'show all entries that differ')
    .addOption(jsonOption('the comparison'))
    .addHelpText(
      'after',
      `
The bytes are compared first. If two artifacts differ, their entries are compared with mode, owner, time, extended
attributes and content, then the headers of their formats; the provenance.json and fledge.lock beside them explain why.
JSON documents, such as manifest.json, are compared by their fields. In two directories, files are compared by name; an
OCI layout, or a directory and an artifact, by their entries. A SHA256SUMS file is compared by the digests that it lists.

Exit status: 0 if they are identical or differ only in what is ignored, 1 if they differ, 2 if they could not be
compared.

Examples:
  fledge diff plugin.cpio.gz other/plugin.cpio.gz
  fledge diff old/nginx.img new/nginx.img --ignore mtime,container
  fledge diff dist /mnt/other-machine/dist    two output directories
  fledge diff build/image nginx.img           the image that it was built from
  fledge diff v1/manifest.json v2/manifest.json
  fledge diff plugin.cpio.gz https://github.com/OWNER/REPO/releases/download/v1.0.0/plugin.cpio.gz
  fledge diff SHA256SUMS downloads            check downloaded files
  fledge diff old.img new.img --json | jq -r '.artifacts[].entries[] | select(.status == "changed") | .path'`,
    )
    .hook('preAction', () => {
      // As for cmp(1) and diff(1): 1 means different, so every error is 2.
      session.statusOfFailure = () => 2;
    })
    .action((left: string, right: string, options: DiffOptions) => runDiff(left, right, options, session));
}

/** Compares the sides. Those that are URLs are downloaded first, and removed at the end. */
async function runDiff(left: string, right: string, options: DiffOptions, session: Session): Promise<void> {
  const { isUrl } = await import('../compare/pairs.ts');
  if (!isUrl(left) && !isUrl(right)) return printDiff({ left, right }, options, session);
  const [{ downloadSide }, { redactUrl }, { temporaryDirectory }] = await Promise.all([
    import('../compare/remote-side.ts'),
    import('../net/redact.ts'),
    import('../support/files/scratch.ts'),
  ]);
  const { reporter } = session;
  const scratch = temporaryDirectory('diff');
  try {
    const urls = new Map<string, string>();
    const localOf = async (side: 'left' | 'right', name: string): Promise<string> => {
      if (!isUrl(name)) return name;
      const path = await downloadSide(name, join(scratch.path, side), { env: process.env, reporter });
      urls.set(path, redactUrl(name));
      return path;
    };
    const sides = { left: await localOf('left', left), right: await localOf('right', right) };
    await printDiff({ ...sides, nameOf: (path) => urls.get(path) ?? path }, options, session);
  } finally {
    scratch.dispose();
  }
}

interface Sides {
  readonly left: string;
  readonly right: string;
  readonly nameOf?: (path: string) => string;
}

/** Prints the comparison of two sides on stdout; the exit status is 0 if they are identical, otherwise 1. */
async function printDiff({ left, right, nameOf }: Sides, options: DiffOptions, session: Session): Promise<void> {
  const { json = false, ignore, unified, full, all } = options;
  const { reporter } = session;
  const [{ compareSides }, { explainComparison }, { formatExplained }, { parseIgnored }] = await Promise.all([
    import('../compare/diff.ts'),
    import('../compare/explain/explain.ts'),
    import('../compare/explain/explanation-text.ts'),
    import('../compare/explain/ignore.ts'),
  ]);
  const ignored = parseIgnored(ignore ?? '');
  const comparison = await compareSides(left, right, { reporter, digestsOfEqual: json });
  const explained = await explainComparison(comparison, {
    ...{ ignored, reporter },
    ...(unified !== undefined && { context: unified }),
    ...(nameOf !== undefined && { nameOf }),
  });
  const { failure, ...result } = explained;
  // JSON is the whole result or the error.
  if (json && failure !== undefined) throw failure;
  // Before it is printed: the reader can close the pipe.
  session.exitStatus = explained.identical || explained.onlyIgnored ? 0 : 1;
  await (json
    ? session.printJson(result satisfies ExplainedComparisonDocument)
    : session.print(printable(formatExplained(explained, { full, all }))));
  if (failure !== undefined) throw failure;
}
