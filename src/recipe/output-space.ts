import { requireSpace, type SpaceNeed } from '../support/files/disk-space.ts';
import { outputNeed } from '../support/files/output-set.ts';
import type { FilesystemJob } from './job.ts';

/**
 * Makes sure that an image has room in its directory, and what else is needed elsewhere, before it is written. `bytes` is
 * what surely takes room there: what a sparse image does not hold does not count.
 *
 * @throws FledgeError `output` with what is missing.
 */
export function requireOutputSpace(
  { artifact }: Pick<FilesystemJob, 'artifact'>,
  bytes: number,
  others: readonly SpaceNeed[] = [],
): void {
  requireSpace([...others, outputNeed(artifact.directory, bytes, `the image ${artifact.name}`)]);
}
