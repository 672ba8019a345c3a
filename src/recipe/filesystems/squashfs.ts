import { writeSquashfs } from '../../formats/squashfs/write.ts';
import { formatBytes } from '../../support/units.ts';
import type { FilesystemJob, Reproducibility } from '../job.ts';

/** Writes a tree as a squashfs image. */
export async function buildSquashfs(job: FilesystemJob): Promise<Reproducibility> {
  const { artifact, config, mtime, sources, tree, workers } = job;
  const { compressionLevel: level } = config.filesystem;
  const options = { level, workers, epoch: mtime.seconds };
  const output = artifact.inAnyOrder();
  const { size } = await writeSquashfs(tree.entries(), output, options);
  sources.reporter.info(`${artifact.name}: ${formatBytes(size)}, compressed with zstd at level ${level}`);
  await output.finish({ holes: 'keep' });
  return { ok: true };
}
