import { FledgeError } from '../support/errors.ts';
import { run } from '../support/process/exec.ts';
import { operandName } from './arguments.ts';
import { environmentFor } from './environment.ts';
import { commandWith, type Rights } from './user-namespace.ts';

/** The options of an archive. */
export interface Archiving {
  /** The working directory of tar; absolute. */
  readonly directory: string;
  /** The name, in `directory`, of the directory whose content is archived. */
  readonly source: string;
  /** Receives the archive, piece by piece. */
  readonly onData: (bytes: Buffer) => void;
  readonly rights?: Rights;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The arguments that write the content of a directory to stdout as a pax archive, with all metadata. Symbolic links are
 * not followed. Unreadable files are left out with a warning; the directory itself must be readable.
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
 * @throws FledgeError `tool` if tar fails, and errors of `onData`.
 */
export async function archiveDirectory(tar: string, archiving: Archiving): Promise<void> {
  const { directory, source, onData, rights = {}, signal } = archiving;
  const [program, args] = commandWith(rights, tar, archiveArguments(source));
  const env = environmentFor('tar', {});
  await run(program, args, { cwd: directory, env, user: rights.user, stdout: onData, signal });
}

/**
 * Whether GNU tar with these rights can read a directory whose mode denies access to its owner. This also tests whether
 * the kernel permits the user namespace, and whether tar and unshare can be started there.
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
