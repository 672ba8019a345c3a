import { FledgeError } from '../support/errors.ts';
import { run } from '../support/exec.ts';

/**
 * The arguments of a check that reads all metadata and all data of an image: unsquashfs(1) prints a description of it
 * with the contents of all files. squashfs-tools have this from 4.5 on. The description must not go to /dev/null by
 * name: when something is wrong, unsquashfs removes that file. Its queues would take 450 MB if nobody said how much.
 */
export function unsquashfsArguments(image: string): readonly string[] {
  return ['-no-progress', '-da', '16', '-fr', '16', '-pf', '-', image];
}

/** What a check is of, and where. Paths are absolute. */
export interface SquashfsCheck {
  readonly image: string;
  /** An empty directory, in which unsquashfs may remove a file named `-`. */
  readonly directory: string;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Has unsquashfs read an image. It is the judge of what we write: whatever it finds is a defect of this program.
 *
 * @throws FledgeError `internal` with what it found.
 */
export async function checkSquashfs(unsquashfs: string, { image, directory, signal }: SquashfsCheck): Promise<void> {
  try {
    await run(unsquashfs, unsquashfsArguments(image), {
      cwd: directory,
      env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' },
      stdout: 'discard',
      ...(signal && { signal }),
    });
  } catch (error) {
    if (signal?.aborted || !(error instanceof FledgeError)) throw error;
    throw new FledgeError('internal', `the image did not pass its check: ${error.message}`, {
      cause: error,
      fix: 'this is a bug in fledge; please report it with the image, or build with --verify none to look at it',
    });
  }
}
