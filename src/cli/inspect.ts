import { type Command, Option } from 'commander';
import { FledgeError } from '../support/errors.ts';
import { createCommand, jsonOption, numberFrom } from './common-options.ts';
import type { Session } from './session.ts';

interface InspectOptions {
  readonly tree?: boolean;
  readonly usage?: boolean;
  readonly top?: number;
  readonly verify: boolean;
  readonly json?: boolean;
}

const DEFAULT_TOP = 20;
const MAX_TOP = 10_000;

/** `fledge inspect`. */
export function defineInspect(program: Command, session: Session): Command {
  return createCommand({ program, session }, 'inspect', 'show what is in an artifact, and verify its checksums')
    .argument('<artifact>', 'an initramfs, an image of a file system, a container image, or a directory')
    .argument('[path]', 'a path inside the artifact: only this entry, and what is below it (default: everything)')
    .addOption(
      new Option('--tree', 'show the entries as a tree, with the sizes of directories').conflicts(['usage', 'json']),
    )
    .option('--usage', 'show what fills the artifact: sums, largest directories and largest files')
    .addOption(
      new Option('--top <number>', `number of directories and files with --usage (default: ${DEFAULT_TOP})`).argParser(
        numberFrom(1, MAX_TOP),
      ),
    )
    .option('--no-verify', 'do not compare the artifact with the checksums beside it')
    .addOption(jsonOption('the artifact, with its entries or its usage,'))
    .addHelpText(
      'after',
      `
The first lines are what the headers of the artifact state, and what manifest.json and provenance.json beside it say
about it. Then each line is one entry: mode, links, owner and group, size in bytes, time in UTC, and path. With a path,
only the entries are shown.

If SHA256SUMS, manifest.json or provenance.json beside the artifact have its digest, the artifact is verified.

Exit status: 0 if it could be read, 1 if it is damaged or has another digest, 2 for a mistake in the command line.

Examples:
  fledge inspect plugin.cpio.gz
  fledge inspect nginx.img /etc/nginx
  fledge inspect nginx.img /usr --tree
  fledge inspect nginx.img --usage --top 5
  fledge inspect plugin.cpio.gz --json | jq -r '.entries[] | select(.kind == "file") | .path'`,
    )
    .action((artifact: string, path: string | undefined, options: InspectOptions) =>
      runInspect({ artifact, path, ...options }, session),
    );
}

interface InspectRun extends InspectOptions {
  readonly artifact: string;
  readonly path: string | undefined;
}

/** Prints what is in an artifact on stdout: text while it is read, JSON at its end. */
async function runInspect({ artifact, path, ...options }: InspectRun, session: Session): Promise<void> {
  const { tree, usage, top = DEFAULT_TOP, verify, json } = options;
  if (options.top !== undefined && !usage) {
    throw new FledgeError('usage', '--top has no effect without --usage', { fix: 'add --usage' });
  }
  const { openInspection } = await import('./inspect/inspection.ts');
  const inspection = await openInspection({ artifact, path, verify, reporter: session.reporter });
  try {
    if (json) {
      const { printDocument } = await import('./inspect/print-document.ts');
      await printDocument(inspection, { ...(usage && { usageTop: top }) }, session);
    } else {
      const { printText } = await import('./inspect/print-text.ts');
      await printText(inspection, usage ? { kind: 'usage', top } : { kind: tree ? 'tree' : 'listing' }, session);
    }
  } finally {
    await inspection.artifact.close();
  }
}
