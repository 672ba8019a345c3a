import { FledgeError } from '../../support/errors.ts';
import { formatBytes } from '../../support/units.ts';
import { option, worded } from '../../support/wording.ts';
import { howToInstall } from '../../tools/distribution.ts';
import { checkImage, findChecker, type ImageCheck } from '../../tools/run-image-check.ts';
import { measureTree } from '../../tree/measure.ts';
import type { FilesystemJob } from '../job.ts';

/**
 * Makes sure that a checker that was asked for by name is installed. Runs before any work is done.
 *
 * @throws FledgeError `tool` if not.
 */
export async function requireChecker(
  check: ImageCheck,
  { sources, verify }: Pick<FilesystemJob, 'sources' | 'verify'>,
): Promise<void> {
  if (verify !== 'fsck' && verify !== 'full') return;
  const checker = await findChecker(check, sources.signal);
  if (checker.state === 'found') return;
  throw new FledgeError('tool', worded`cannot check the image as ${option('verify', verify)} asks: ${checker.reason}`, {
    fix: worded`${howToInstall([check.tool])}, or omit ${option('verify')}`,
  });
}

/**
 * Checks an image with the checker of its file system. Without an installed checker, it writes a note only.
 *
 * @throws FledgeError as `checkImage` does.
 */
export async function verifyImage(check: ImageCheck, job: FilesystemJob): Promise<void> {
  const { image, scratchDirectory, sources, steps, tree, verify } = job;
  if (verify === 'none') return;
  const checker = await findChecker(check, sources.signal);
  if (checker.state === 'unusable') {
    sources.reporter.info(`note: the image is not checked: ${checker.reason} (${howToInstall([check.tool])})`);
    return;
  }
  steps.begin('verify', `check the image with ${check.name}`);
  const { apparent, stored } = measureTree(tree);
  const { areContentsRead } = await checkImage(check, checker.path, {
    image: image.checkedPath,
    directory: scratchDirectory,
    holeBytes: apparent - stored,
    signal: sources.signal,
  });
  if (areContentsRead) return;
  const holes = `${formatBytes(apparent - stored)} of holes`;
  sources.reporter.info(`${check.name} read all metadata but no file contents, because the files have ${holes}`);
}
