import { rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { FledgeError } from '../support/errors.ts';
import { run } from '../support/process/exec.ts';
import { option, worded } from '../support/wording.ts';
import { operandName, operandPath } from './arguments.ts';
import { environmentFor } from './environment.ts';
import { describeFinding, findProgram, findTool } from './find.ts';
import type { Tool } from './table.ts';

/** A complete and read-only checker for images of a file system. */
export interface ImageCheck {
  /** The usual name: `btrfs check`. */
  readonly name: string;
  /** The package that contains the checker. */
  readonly tool: Tool;
  /** The checker, if it is not the tool's own program; any version is accepted then. */
  readonly program?: string;
  /** The program that made the image, if that was not fledge. */
  readonly maker?: string;
  /** Set if it prints the contents of all files. */
  readonly stdout?: 'discard';
  arguments(image: string): readonly string[];
  /** A check without contents, for images with at least `fromHoleBytes` bytes of holes, which would take too long. */
  readonly withoutContents?: { readonly fromHoleBytes: number; arguments(image: string): readonly string[] };
}

/** The image of a check. Paths are absolute. */
export interface CheckedImage {
  readonly image: string;
  /** The working directory, used only for the check: some programs delete files there. */
  readonly directory: string;
  /** The number of bytes in holes of the image's files. */
  readonly holeBytes: number;
  readonly signal?: AbortSignal | undefined;
}

/** The program of a check on this machine, or the reason why it cannot be used. */
export type Checker =
  | { readonly state: 'found'; readonly path: string }
  | { readonly state: 'unusable'; readonly reason: string };

/** Finds the program of a check on this machine. */
export async function findChecker({ program, tool }: ImageCheck, signal?: AbortSignal): Promise<Checker> {
  if (program !== undefined) {
    const path = await findProgram(program);
    return path === undefined ? { state: 'unusable', reason: `${program} is not installed` } : { state: 'found', path };
  }
  const finding = await findTool(tool, signal);
  return finding.state === 'found' ? finding : { state: 'unusable', reason: describeFinding(finding) };
}

/**
 * Checks an image with a program. Every problem that it finds is a bug in fledge, or in the program that made the image.
 *
 * @returns whether it read the contents of files.
 * @throws FledgeError `internal` with the output of the program.
 */
export async function checkImage(
  check: ImageCheck,
  program: string,
  { image, directory, holeBytes, signal }: CheckedImage,
): Promise<{ readonly areContentsRead: boolean }> {
  const { withoutContents } = check;
  const areContentsRead = withoutContents === undefined || holeBytes < withoutContents.fromHoleBytes;
  // e2fsck parses options and labels in the path of an image.
  const link = 'checked-image';
  await symlink(operandPath(image), join(directory, link));
  const args = (areContentsRead ? check : withoutContents).arguments(operandName(link));
  try {
    await run(program, args, {
      cwd: directory,
      // English messages for bug reports; and inherited variables must not disable the check.
      env: environmentFor('check', {}),
      stdout: check.stdout,
      signal,
    });
    return { areContentsRead };
  } catch (error) {
    if (signal?.aborted || !(error instanceof FledgeError)) throw error;
    const culprits = check.maker === undefined ? 'fledge' : `fledge or in ${check.maker}`;
    throw new FledgeError('internal', `the image failed its check: ${error.message}`, {
      cause: error,
      fix: worded`this is a bug in ${culprits}; please report it with the image; build with ${option('verify', 'none')} to keep the image`,
    });
  } finally {
    await rm(join(directory, link), { force: true });
  }
}
