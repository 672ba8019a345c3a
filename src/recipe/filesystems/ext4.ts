import { EXT4_LIMITS } from '../../formats/ext4/limits.ts';
import { planExt4 } from '../../formats/ext4/plan/plan.ts';
import { writeExt4 } from '../../formats/ext4/write.ts';
import { formatBytes, MEBIBYTE } from '../../support/units.ts';
import { IMAGE_CHECKS } from '../../tools/image-checks.ts';
import { e2fsprogs } from '../../tools/table.ts';
import { measureTree } from '../../tree/measure.ts';
import type { FilesystemJob, Reproducibility } from '../job.ts';
import type { FilesystemKind } from './kind.ts';

/** Writes a tree as an ext4 image. */
async function buildExt4(job: FilesystemJob): Promise<Reproducibility> {
  const { artifact, config, freeMb, image, mtime, seed, sources, tree } = job;
  const { preallocate } = config.filesystem;
  const plan = planExt4(tree.entries(), { freeBytes: freeMb * MEBIBYTE, epoch: mtime.seconds, seed });
  sources.reporter.info(`${artifact.name}: ${formatBytes(plan.size)}, ${formatBytes(plan.freeBytes)} of it free`);
  image.requireSize(plan.size);
  image.requireSpace('in order', preallocate ? plan.size : measureTree(tree).stored);
  await image.writeInOrder((sink, onMetadata) => writeExt4(plan, sink, onMetadata));
  return { ok: true };
}

/** ext4: fledge writes the image; e2fsck checks it. */
export const ext4: FilesystemKind = {
  make: buildExt4,
  limits: EXT4_LIMITS,
  check: IMAGE_CHECKS.ext4,
  requiredTools: [],
  optionalTools: [e2fsprogs],
};
