import { FledgeError } from '../support/errors.ts';
import { run } from '../support/process/exec.ts';
import { operandName } from './arguments.ts';
import { environmentFor } from './environment.ts';
import { commandWith, type Rights } from './user-namespace.ts';

/** What is archived, and how. */
export interface Archiving {
  /** Where tar runs; absolute. */
  readonly directory: string;
  /** The name in it of the directory whose content is archived. */
  readonly source: string;
  /** Takes the archive, piece by piece. */
  readonly onData: (bytes: Buffer) => void;
  readonly rights?: Rights;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The arguments that write everything in a directory to stdout as a pax archive, with all that a file system knows of it.
 * No symbolic link is followed. What the user may not read is left out, and warned of; the directory itself must be readable.
 */
export function archiveArguments(source: string): readonly string[] {
  return [
    '--create',
    '--file=-',
    '--format=pax',
    '--xattrs',
    '--xattrs-include=*',
    '--numeric-owner',
    '--sort=name',
    '--ignore-failed-read',
    '--directory',
    operandName(source),
    '.',
  ];
}

/**
 * Archives the content of a directory.
 *
 * @throws FledgeError `tool`, or what `onData` throws.
 */
export async function archiveDirectory(tar: string, archiving: Archiving): Promise<void> {
  const { directory, source, onData, rights = {}, signal } = archiving;
  const [program, args] = commandWith(rights, tar, archiveArguments(source));
  const env = environmentFor('tar', {});
  await run(program, args, { cwd: directory, env, user: rights.user, stdout: onData, signal });
}

/**
 * Whether GNU tar with these rights can read a directory whose mode keeps its owner out. This also tells whether the kernel
 * permits the user namespace, and whether tar and unshare can be started there.
 */
export async function readsClosedDirectory(tar: string, reading: Omit<Archiving, 'onData'>): Promise<boolean> {
  try {
    await archiveDirectory(tar, { ...reading, onData() {} });
    return true;
  } catch (error) {
    if (reading.signal?.aborted || !(error instanceof FledgeError)) throw error;
    return false;
  }
}
