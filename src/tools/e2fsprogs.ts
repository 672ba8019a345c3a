import { FledgeError } from '../support/errors.ts';
import { run } from '../support/exec.ts';

/** The arguments of a check that changes nothing and skips nothing (e2fsck(8)). */
export function e2fsckArguments(image: string): readonly string[] {
  return ['-f', '-n', image];
}

/**
 * Has e2fsck check an image. It is the judge of what we write: whatever it finds is a defect of this program.
 *
 * @throws FledgeError `internal` with what it found.
 */
export async function checkExt4(e2fsck: string, image: string, signal?: AbortSignal): Promise<void> {
  try {
    // Its messages are shown to people who report them, and its environment must not turn the check off.
    await run(e2fsck, e2fsckArguments(image), {
      env: { LC_ALL: 'C', PATH: '/usr/sbin:/usr/bin:/sbin:/bin' },
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
