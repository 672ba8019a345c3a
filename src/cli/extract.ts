import type { Command } from 'commander';
import { FledgeError } from '../support/errors.ts';
import { shellWord } from '../support/text.ts';
import { formatBytes } from '../support/units.ts';
import { createCommand, jsonOption } from './common-options.ts';
import type { ExtractDocument } from './json/extract.ts';
import type { Session } from './session.ts';

interface ExtractOptions {
  readonly directory?: string;
  readonly toTar?: boolean;
  readonly stdout?: boolean;
  readonly overwrite?: boolean;
  readonly sameOwner?: boolean;
  readonly json?: boolean;
}

/** `fledge extract`. */
export function defineExtract(program: Command, session: Session): Command {
  return createCommand({ program, session }, 'extract', 'extract files from an artifact')
    .argument('<artifact>', 'an initramfs, an image of a file system, a container image, or a directory')
    .argument('[path...]', 'only these entries and what is below them (default: everything)')
    .option('-C, --directory <directory>', 'extract below this directory, which is created if it is missing')
    .option('--to-tar', 'write a tar archive to stdout')
    .option('--stdout', 'write the bytes of one regular file to stdout')
    .option('--overwrite', 'replace existing files; without it, an existing file is an error')
    .option('--same-owner', 'restore owners, setuid and setgid, and create devices; needs root')
    .addOption(jsonOption('a summary'))
    .addHelpText(
      'after',
      `
One of -C, --to-tar and --stdout is needed. Paths begin at the root of the artifact; the slash at their beginning can be
left out. With --stdout, symbolic links are followed inside the artifact. Nothing is written outside of the directory.

Examples:
  fledge extract nginx.img -C rootfs
  fledge extract nginx.img etc/nginx usr/share/nginx -C rootfs
  fledge extract nginx.img /etc/os-release --stdout
  fledge extract plugin.cpio.gz --to-tar | tar -tv
  fledge extract nginx.img --to-tar | docker import - nginx-rootfs`,
    )
    .action((artifact: string, paths: readonly string[], options: ExtractOptions) =>
      runExtract(artifact, paths, options, session),
    );
}

async function runExtract(
  path: string,
  paths: readonly string[],
  options: ExtractOptions,
  session: Session,
): Promise<void> {
  requirePossible(path, paths, options, session);
  const [{ openArtifact }, { extractToDirectory, extractToTar, warnAboutSkipped }, { writeOneFile }, { wantedPath }] =
    await Promise.all([
      import('../inside/open.ts'),
      import('../extract/extract.ts'),
      import('../extract/find-file.ts'),
      import('../extract/selection.ts'),
    ]);
  const { directory, json, overwrite = false, sameOwner = false } = options;
  const { reporter } = session;
  const [first = '/'] = paths;
  const file = options.stdout ? wantedPath(first) : undefined;
  const artifact = await openArtifact(path);
  try {
    const write = (bytes: Buffer): Promise<void> => session.printBytes(bytes);
    if (file !== undefined) return await writeOneFile(artifact, file, write);
    if (directory === undefined) return await extractToTar(artifact, { paths, reporter }, write);
    session.doneSoFar = `what was extracted is in ${directory}`;
    const extracted = await extractToDirectory(artifact, { ...{ directory, paths, reporter, overwrite, sameOwner } });
    warnAboutSkipped(extracted, reporter);
    if (json) await session.printJson({ directory, ...extracted } satisfies ExtractDocument);
    else await session.printSummary(`${summaryOf(extracted.entries, extracted.bytes)} extracted into ${directory}\n`);
  } finally {
    await artifact.close();
  }
}

/** @throws FledgeError `usage` */
function requirePossible(
  artifact: string,
  paths: readonly string[],
  { directory, toTar, stdout, overwrite, sameOwner, json }: ExtractOptions,
  { isTerminal }: Session,
): void {
  const given = [directory !== undefined && '-C', toTar && '--to-tar', stdout && '--stdout'].filter(Boolean);
  const [first = '', second = ''] = given.map(String);
  if (given.length === 0) {
    throw new FledgeError('usage', 'name where the entries are to be extracted', {
      fix: `fledge extract ${shellWord(artifact)} -C DIRECTORY, or --to-tar, or --stdout for one file`,
    });
  }
  if (given.length > 1) throw new FledgeError('usage', `${first} and ${second} are mutually exclusive`);
  if (stdout && paths.length !== 1) {
    throw new FledgeError('usage', '--stdout needs exactly one path, the path of a regular file', {
      fix: 'extract several files with -C or --to-tar',
    });
  }
  const onlyForDirectory = [overwrite && '--overwrite', sameOwner && '--same-owner', json && '--json'].find(Boolean);
  if (directory === undefined && onlyForDirectory) {
    throw new FledgeError('usage', `${onlyForDirectory} has an effect with -C only`, {
      fix: `leave out ${onlyForDirectory}`,
    });
  }
  if (toTar && isTerminal) {
    throw new FledgeError('usage', 'cannot write a tar archive to a terminal', {
      fix: `redirect it: fledge extract ${shellWord(artifact)} --to-tar > archive.tar`,
    });
  }
}

function summaryOf(entries: number, bytes: number): string {
  return `${entries.toLocaleString('en')} ${entries === 1 ? 'entry' : 'entries'} (${formatBytes(bytes)})`;
}
