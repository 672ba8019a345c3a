import { formatBytes } from '../../support/units.ts';
import { howToInstall } from '../../tools/distribution.ts';
import { checkImage, findChecker, type ImageCheck } from '../../tools/run-image-check.ts';
import { measureTree } from '../../tree/measure.ts';
import type { FilesystemJob } from '../job.ts';

/**
 * Checks an image with the checker of its file system. Without an installed checker, it writes a debug message only.
 *
 * @throws FledgeError as `checkImage` does.
 */
export async function verifyImage(check: ImageCheck, job: FilesystemJob): Promise<void> {
  const { image, scratchDirectory, sources, steps, tree, verify } = job;
  if (verify === 'none') return;
  const checker = await findChecker(check, sources.signal);
  if (checker.state === 'unusable') {
    sources.reporter.debug(`the image is not checked: ${checker.reason} (${howToInstall([check.tool])})`);
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
