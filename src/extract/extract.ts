import { lstatSync, realpathSync, statSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import type { Artifact } from '../inside/artifact.ts';
import { FledgeError, systemCodeOf, writeFailureOf } from '../support/errors.ts';
import { makeDirectories } from '../support/files/make-directories.ts';
import type { Reporter } from '../support/report/reporter.ts';
import { DirectoryReceiver } from './directory-receiver.ts';
import type { Extracted } from './extracted.ts';
import { nodeMaker } from './make-node.ts';
import { selectionOf } from './selection.ts';
import { TarReceiver } from './tar-receiver.ts';
import { visitSelected } from './visit.ts';

export interface ExtractOptions {
  /** Paths in the artifact; none for everything. */
  readonly paths: readonly string[];
  readonly reporter: Reporter;
}

export interface DirectoryExtraction extends ExtractOptions {
  readonly directory: string;
  /** Whether existing files are replaced. */
  readonly overwrite: boolean;
  /** Whether owners are restored, and devices are created; only root can. */
  readonly sameOwner: boolean;
}

/**
 * Extracts entries of an artifact into a directory, which is created if it is missing. An entry that cannot be created is an error;
 * what was extracted before stays.
 *
 * @throws FledgeError `usage` for impossible options; `input` if the artifact is damaged, or does not contain a path;
 *   `output` if something cannot be written.
 */
export async function extractToDirectory(artifact: Artifact, options: DirectoryExtraction): Promise<Extracted> {
  const { directory, overwrite, sameOwner, reporter } = options;
  if (sameOwner && process.geteuid?.() !== 0) {
    throw new FledgeError('usage', '--same-owner needs root, because only root can change owners', {
      fix: 'run the command as root, or leave out --same-owner',
    });
  }
  const selection = selectionOf(options.paths);
  refuseInside(artifact.path, directory);
  const isNew = createTarget(directory);
  const progress = reporter.progress(`extracting ${artifact.path}`, 'bytes');
  let bytes = 0;
  const receiver = new DirectoryReceiver(directory, {
    ...{ overwrite, sameOwner, isNew },
    makeNode: nodeMaker(),
    laterReplaces: artifact.isStream,
    onBytes(count) {
      bytes += count;
      progress.update(bytes);
    },
  });
  try {
    await visitSelected(artifact, selection, receiver);
    receiver.finish();
    return receiver.result;
  } catch (error) {
    finishQuietly(receiver);
    throw error;
  } finally {
    receiver.close();
    progress.end();
  }
}

/**
 * Writes entries of an artifact as a tar archive. The same artifact and paths give the same bytes.
 *
 * @throws FledgeError `input` if the artifact is damaged, or does not contain a path.
 */
export async function extractToTar(
  artifact: Artifact,
  { paths, reporter }: ExtractOptions,
  write: (bytes: Buffer) => Promise<void>,
): Promise<void> {
  const receiver = new TarReceiver(write);
  await visitSelected(artifact, selectionOf(paths), receiver);
  await receiver.finish();
  if (receiver.sockets > 0) {
    reporter.warn(`${countOf(receiver.sockets, 'socket')} left out: a tar archive cannot contain sockets`, {
      code: 'not-extracted',
    });
  }
}

/** What was extracted stays, and its directories must be usable. */
function finishQuietly(receiver: DirectoryReceiver): void {
  try {
    receiver.finish();
  } catch {
    // The first error is the one to report.
  }
}

/** Warns once about each kind of what was not extracted. */
export function warnAboutSkipped({ skipped }: Extracted, reporter: Reporter): void {
  const warn = (message: string, fix?: string): void =>
    reporter.warn(message, { code: 'not-extracted', ...(fix !== undefined && { fix }) });
  const { devices, fifos, sockets, xattrs, specialBits } = skipped;
  if (devices > 0) warn(`${countOf(devices, 'device')} not created`, 'run the command as root, with --same-owner');
  if (fifos > 0) warn(`${countOf(fifos, 'fifo')} not created`, 'install mknod (package coreutils)');
  if (sockets > 0)
    warn(`${countOf(sockets, 'socket')} not created: only the program that listens to a socket can create it`);
  if (specialBits > 0) {
    warn(
      `setuid and setgid of ${countOf(specialBits, 'entry', 'entries')} not set`,
      'run the command as root, with --same-owner',
    );
  }
  if (xattrs > 0) {
    warn(
      `extended attributes of ${countOf(xattrs, 'entry', 'entries')} not set`,
      'pipe --to-tar to tar --acls --xattrs --xattrs-include="*" -xp as root',
    );
  }
}

function countOf(count: number, one: string, several = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : several}`;
}

/** The entries of a directory that is extracted into itself would never end. */
function refuseInside(artifact: string, directory: string): void {
  try {
    // A link at the end of the path is followed, and a missing end is not.
    let existing = resolve(directory);
    while (lstatSync(existing, { throwIfNoEntry: false }) === undefined) existing = dirname(existing);
    if (!statSync(artifact).isDirectory()) return;
    const between = relative(realpathSync(artifact), realpathSync(existing));
    if (between === '..' || between.startsWith('../')) return;
  } catch {
    // One of them cannot be examined; to use it is an error that names it.
    return;
  }
  throw new FledgeError('usage', `cannot extract ${artifact} into ${directory}, which is in the artifact itself`, {
    fix: 'name a directory outside of the artifact with -C',
  });
}

/** Creates the directory if it is missing. True if it was. */
function createTarget(directory: string): boolean {
  let isNew = false;
  try {
    makeDirectories(directory, { onCreated: () => (isNew = true) });
    return isNew;
  } catch (error) {
    const isOther = systemCodeOf(error) === 'EEXIST' && lstatSync(directory, { throwIfNoEntry: false }) !== undefined;
    const reason = isOther ? 'it is not a directory' : writeFailureOf(error);
    throw new FledgeError('output', `cannot extract into ${directory}: ${reason}`, {
      cause: error,
      fix: 'name a directory that you may write to with -C',
    });
  }
}
