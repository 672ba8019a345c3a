import { run } from '../support/process/exec.ts';
import { operandPath } from './arguments.ts';
import { environmentFor } from './environment.ts';

/**
 * The arguments that write everything in a directory to stdout as a pax archive, with all that a file system knows of it.
 * No symbolic link is followed. What the user may not read is left out, and warned of.
 */
export function archiveArguments(directory: string): readonly string[] {
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
    operandPath(directory),
    '.',
  ];
}

/**
 * Archives what is in a directory; `onData` takes the archive, piece by piece.
 *
 * @throws FledgeError `tool`, or what `onData` throws.
 */
export async function archiveDirectory(
  tar: string,
  directory: string,
  { onData, signal }: { readonly onData: (bytes: Buffer) => void; readonly signal?: AbortSignal | undefined },
): Promise<void> {
  await run(tar, archiveArguments(directory), { env: environmentFor('tar', {}), stdout: onData, signal });
}
