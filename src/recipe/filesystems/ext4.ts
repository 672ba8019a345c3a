import { EXT4_LIMITS } from '../../formats/ext4/limits.ts';
import { planExt4 } from '../../formats/ext4/plan/plan.ts';
import { writeExt4 } from '../../formats/ext4/write.ts';
import { imageFileSink } from '../../formats/image-file.ts';
import { formatBytes, MEBIBYTE } from '../../support/units.ts';
import { IMAGE_CHECKS } from '../../tools/image-checks.ts';
import { e2fsprogs } from '../../tools/table.ts';
import { measureTree } from '../../tree/measure.ts';
import type { FilesystemJob, Reproducibility } from '../job.ts';
import { requireOutputSpace } from '../output-space.ts';
import type { FilesystemKind } from './kind.ts';

/** Writes a tree as an ext4 image. */
async function buildExt4(job: FilesystemJob): Promise<Reproducibility> {
  const { artifact, config, freeMb, mtime, seed, sources, tree } = job;
  const { preallocate } = config.filesystem;
  const plan = planExt4(tree.entries(), { freeBytes: freeMb * MEBIBYTE, epoch: mtime.seconds, seed });
  sources.reporter.info(`${artifact.name}: ${formatBytes(plan.size)}, ${formatBytes(plan.freeBytes)} of it free`);
  artifact.requireSize(plan.size);
  requireOutputSpace(job, preallocate ? plan.size : measureTree(tree).stored);
  const output = artifact.inOrder();
  const sink = imageFileSink(output, { holes: preallocate ? 'fill' : 'keep', sync: job.verify !== 'none' });
  await writeExt4(plan, sink);
  sink.flush();
  output.complete();
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
