import { stat } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import type { Beside, CheckedDigest } from '../compare/beside.ts';
import type { Artifact } from '../inside/artifact.ts';
import type { InsideEntry } from '../inside/entry.ts';
import type { ByteString } from '../support/byte-string.ts';
import { FledgeError } from '../support/errors.ts';
import { withoutCommands } from '../support/report/workflow-commands.ts';
import { BufferedOutput } from './buffered-output.ts';
import { createCommand, jsonOption, numberFrom } from './common-options.ts';
import type { InspectDocument } from './json/inspect.ts';
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
    .argument('<artifact>', 'an initramfs (.cpio.gz, .cpio), or an ext4 image (.img, .qcow2)')
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
async function runInspect({ artifact: name, path, ...options }: InspectRun, session: Session): Promise<void> {
  if (options.top !== undefined && !options.usage) {
    throw new FledgeError('usage', '--top has no effect without --usage', { fix: 'add --usage' });
  }
  const [{ openArtifact }, { entriesBelow, parseInsidePath }] = await Promise.all([
    import('../inside/open.ts'),
    import('../inside/below.ts'),
  ]);
  const start = parseInsidePath(path ?? '/');
  const artifact = await openArtifact(name);
  try {
    const run = { artifact, start, isPart: path !== undefined, entries: entriesBelow(artifact, start), ...options };
    await (options.json ? printDocument(run, session) : printText(run, session));
  } finally {
    await artifact.close();
  }
}

interface OpenedRun extends InspectOptions {
  readonly artifact: Artifact;
  readonly start: ByteString;
  /** Whether the user named a path: then the answer is about its entries only. */
  readonly isPart: boolean;
  readonly entries: AsyncGenerator<InsideEntry>;
}

async function printText(run: OpenedRun, session: Session): Promise<void> {
  const { artifact, start, isPart, entries } = run;
  const { style } = session;
  const output = new BufferedOutput((text) => session.print(safeOnRunner(text)));
  const beside = await besideOf(run, session);
  if (!isPart) {
    const { factsText } = await import('./inspect/facts-text.ts');
    output.add(`${factsText(artifact, await artifact.facts(), { beside, bytes: await sizeOf(artifact), style })}\n`);
  }
  try {
    if (run.usage) {
      const [{ usageOf }, { usageText }] = await Promise.all([
        import('../compare/usage.ts'),
        import('./inspect/usage-text.ts'),
      ]);
      output.add(usageText(await usageOf(entries, { top: run.top ?? DEFAULT_TOP, start })));
    } else if (run.tree) {
      const [{ treeOf }, { treeLines }] = await Promise.all([
        import('../compare/entry-tree.ts'),
        import('./inspect/tree-text.ts'),
      ]);
      for (const line of treeLines(await treeOf(entries, { start, artifact: artifact.path }), start, style)) {
        output.add(line);
        if (output.isDue) await output.flush();
      }
    } else {
      const { Listing } = await import('./inspect/listing.ts');
      const listing = new Listing(style);
      for await (const entry of entries) {
        output.add(listing.line(entry));
        if (output.isDue) await output.flush();
      }
    }
  } finally {
    // The lines before an error are part of the answer.
    await output.flush();
  }
  const checks = await checksOf(run, beside, session);
  if (checks.length === 0) return;
  const [{ checksText }, { errorOfChecks }] = await Promise.all([
    import('./inspect/facts-text.ts'),
    import('../compare/beside.ts'),
  ]);
  output.add(`\n${checksText(checks, style)}`);
  await output.flush();
  const error = errorOfChecks(checks);
  if (error !== undefined) throw error;
}

/**
 * In characters: several hundred thousand entries. So much of a document is held back, so that an error in the middle can be
 * the result. It has a limit, because a hostile artifact has any number of entries.
 */
const MAX_HELD_BACK = 64 * 1024 * 1024;

async function printDocument(run: OpenedRun, session: Session): Promise<void> {
  const { artifact, start, isPart, entries } = run;
  const [{ checksumsOf, headOfDocument, writeDocument }, { errorOfChecks }, { displayByteString }] = await Promise.all([
    import('./inspect/document.ts'),
    import('../compare/beside.ts'),
    import('../support/byte-string.ts'),
  ]);
  const beside = await besideOf(run, session);
  const head = headOfDocument(artifact, await artifact.facts(), {
    beside,
    bytes: await sizeOf(artifact),
    below: isPart ? `/${displayByteString(start)}` : undefined,
  });
  let checks: readonly CheckedDigest[] = [];
  const tail = async () => {
    checks = await checksOf(run, beside, session);
    return checksumsOf(checks);
  };
  if (run.usage) {
    const { usageOf } = await import('../compare/usage.ts');
    const usage = await usageOf(entries, { top: run.top ?? DEFAULT_TOP, start });
    await session.printJson({ ...head, usage, ...(await tail()) } satisfies InspectDocument);
  } else {
    const output = new BufferedOutput((text) => session.print(text), MAX_HELD_BACK);
    await writeDocument(output, head, { entries, tail });
  }
  const error = errorOfChecks(checks);
  if (error !== undefined) throw error;
}

/** Nothing if the user named a path in the artifact, and asked for text. */
async function besideOf({ artifact, isPart, json }: OpenedRun, { reporter }: Session): Promise<Beside> {
  if (isPart && !json) return { digests: [] };
  const { findBeside } = await import('../compare/beside.ts');
  return findBeside(artifact.path, reporter);
}

/** A part of an artifact is not verified, because that would need to read the whole file. */
async function checksOf(
  { verify, isPart }: OpenedRun,
  { digests }: Beside,
  { reporter }: Session,
): Promise<readonly CheckedDigest[]> {
  if (!verify || isPart || digests.length === 0) return [];
  const { checkDigests } = await import('../compare/beside.ts');
  return checkDigests(digests, reporter);
}

/** Undefined for a directory. */
async function sizeOf({ path }: Artifact): Promise<number | undefined> {
  const stats = await stat(path);
  return stats.isFile() ? stats.size : undefined;
}

/** The runner of GitHub Actions interprets commands in the output of a step, whatever program prints it. */
function safeOnRunner(text: string): string {
  return process.env['GITHUB_ACTIONS'] === 'true' ? withoutCommands(text) : text;
}
