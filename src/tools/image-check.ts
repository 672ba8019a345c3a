import { rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { FledgeError } from '../support/errors.ts';
import { run } from '../support/process/exec.ts';
import { option, worded } from '../support/wording.ts';
import { operandName, operandPath } from './arguments.ts';
import { environmentFor } from './environment.ts';
import { describeFinding, findProgram, findTool } from './find.ts';
import type { Tool } from './table.ts';

/** How a program judges images of its file system. It changes nothing and skips nothing. */
export interface ImageCheck {
  /** As people call it: `btrfs check`. */
  readonly name: string;
  /** What it is installed with. */
  readonly tool: Tool;
  /** Set if it is another program than the tool's own; any version will do then. */
  readonly program?: string;
  /** What made the image, if that was not this program. */
  readonly maker?: string;
  /** Set if it prints the contents of all files. */
  readonly stdout?: 'discard';
  arguments(image: string): readonly string[];
  /** A check that reads no contents, for images with so many bytes of holes that the other would read them for long. */
  readonly withoutContents?: { readonly fromHoleBytes: number; arguments(image: string): readonly string[] };
}

/** What a check is of, and where. Paths are absolute. */
export interface CheckedImage {
  readonly image: string;
  /** Of ours: some programs clean up in the one where they run. */
  readonly directory: string;
  /** How many bytes of holes are in the files of the image. */
  readonly holeBytes: number;
  readonly signal?: AbortSignal | undefined;
}

/** The program of a check on this machine, or the reason why it cannot be used. */
export type Checker =
  | { readonly state: 'found'; readonly path: string }
  | { readonly state: 'unusable'; readonly reason: string };

/** Looks for the program of a check on this machine. */
export async function findChecker({ program, tool }: ImageCheck, signal?: AbortSignal): Promise<Checker> {
  if (program !== undefined) {
    const path = await findProgram(program);
    return path === undefined ? { state: 'unusable', reason: `${program} is not installed` } : { state: 'found', path };
  }
  const finding = await findTool(tool, signal);
  return finding.state === 'found' ? finding : { state: 'unusable', reason: describeFinding(finding) };
}

/**
 * Has a program check an image. It is the judge of what we write: whatever it finds is a defect of this program, or of
 * the one that made the image for it.
 *
 * @returns whether it read the contents of files.
 * @throws FledgeError `internal` with what it found.
 */
export async function checkImage(
  check: ImageCheck,
  program: string,
  { image, directory, holeBytes, signal }: CheckedImage,
): Promise<{ readonly areContentsRead: boolean }> {
  const { withoutContents } = check;
  const areContentsRead = withoutContents === undefined || holeBytes < withoutContents.fromHoleBytes;
  // e2fsck reads options and labels out of the path of an image.
  const link = 'checked-image';
  await symlink(operandPath(image), join(directory, link));
  const args = (areContentsRead ? check : withoutContents).arguments(operandName(link));
  try {
    await run(program, args, {
      cwd: directory,
      // Its messages are shown to people who report them, and its environment must not turn the check off.
      env: environmentFor('check', {}),
      stdout: check.stdout,
      signal,
    });
    return { areContentsRead };
  } catch (error) {
    if (signal?.aborted || !(error instanceof FledgeError)) throw error;
    const culprits = check.maker === undefined ? 'fledge' : `fledge or in ${check.maker}`;
    throw new FledgeError('internal', `the image did not pass its check: ${error.message}`, {
      cause: error,
      fix: worded`this is a bug in ${culprits}; please report it with the image, or build with ${option('verify', 'none')} to look at it`,
    });
  } finally {
    await rm(join(directory, link), { force: true });
  }
}
