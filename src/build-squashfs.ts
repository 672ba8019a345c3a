import type { FilesystemJob, Reproducibility } from './build-job.ts';
import { writeSquashfs } from './formats/squashfs/write.ts';
import { formatBytes } from './support/units.ts';
import { howToInstall } from './tools/distribution.ts';
import { describeFinding, findTool } from './tools/find.ts';
import { checkSquashfs } from './tools/squashfs-tools.ts';
import { squashfsTools } from './tools/table.ts';

/** Writes a tree as a squashfs image, and has unsquashfs judge it where that is installed. */
export async function buildSquashfs(job: FilesystemJob): Promise<Reproducibility> {
  const { artifact, config, mtime, sources, tree, workers } = job;
  const { compressionLevel: level } = config.filesystem;
  const options = { level, workers, epoch: mtime.seconds };
  const { size } = await writeSquashfs(tree.entries(), artifact, options);
  sources.reporter.info(`${artifact.name}: ${formatBytes(size)}, compressed with zstd at level ${level}`);
  await artifact.adopt({ holes: 'keep' });
  await verifyImage(job);
  return { ok: true };
}

async function verifyImage({ artifact, scratchDirectory, sources, steps, verify }: FilesystemJob): Promise<void> {
  if (verify === 'none') return;
  const finding = await findTool(squashfsTools, sources.signal);
  if (finding.state !== 'found') {
    sources.reporter.debug(`the image is not checked: ${describeFinding(finding)} (${howToInstall([squashfsTools])})`);
    return;
  }
  steps.begin('verify', 'check the image with unsquashfs');
  await checkSquashfs(finding.path, {
    image: artifact.scratchPath,
    directory: scratchDirectory,
    signal: sources.signal,
  });
}
