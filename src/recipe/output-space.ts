import { requireSpace, type SpaceNeed } from '../support/files/disk-space.ts';
import { outputNeed } from '../support/files/output-set.ts';
import type { FilesystemJob } from './job.ts';

/**
 * Checks that the disk has space for an image in its directory, and for `others`, before the image is written. `bytes` is
 * the minimum size of the image on the disk: the holes of a sparse image do not count.
 *
 * @throws FledgeError `output` with the missing space.
 */
export function requireOutputSpace(
  { artifact }: Pick<FilesystemJob, 'artifact'>,
  bytes: number,
  others: readonly SpaceNeed[] = [],
): void {
  requireSpace([...others, outputNeed(artifact.directory, bytes, `the image ${artifact.name}`)]);
}
