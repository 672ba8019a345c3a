import { SQUASHFS_LIMITS } from '../../formats/squashfs/limits.ts';
import { writeSquashfs } from '../../formats/squashfs/write.ts';
import { formatBytes } from '../../support/units.ts';
import { IMAGE_CHECKS } from '../../tools/image-checks.ts';
import { squashfsTools } from '../../tools/table.ts';
import type { FilesystemJob, Reproducibility } from '../job.ts';
import type { FilesystemKind } from './kind.ts';

/** Writes a tree as a squashfs image. */
async function buildSquashfs(job: FilesystemJob): Promise<Reproducibility> {
  const { artifact, config, image, mtime, sources, tree, workers } = job;
  const { compressionLevel: level } = config.filesystem;
  const options = { level, workers, epoch: mtime.seconds };
  const output = image.inAnyOrder();
  const { size } = await writeSquashfs(tree.entries(), output, options);
  sources.reporter.info(`${artifact.name}: ${formatBytes(size)}, compressed with zstd at level ${level}`);
  await output.finish();
  return { ok: true };
}

/** squashfs: fledge writes the image; unsquashfs checks it. */
export const squashfs: FilesystemKind = {
  make: buildSquashfs,
  limits: SQUASHFS_LIMITS,
  check: IMAGE_CHECKS.squashfs,
  requiredTools: [],
  optionalTools: [squashfsTools],
};
