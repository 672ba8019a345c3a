import { type FilesystemJob, MEBIBYTE, type Reproducibility } from './build-job.ts';
import { planExt4 } from './formats/ext4/plan.ts';
import { writeExt4 } from './formats/ext4/write.ts';
import { imageFileSink } from './formats/image-file.ts';
import { formatBytes } from './support/units.ts';
import { howToInstall } from './tools/distribution.ts';
import { checkExt4 } from './tools/e2fsprogs.ts';
import { describeFinding, findTool } from './tools/find.ts';
import { e2fsprogs } from './tools/table.ts';

/** Writes a tree as an ext4 image, and has e2fsck judge it where that is installed. */
export async function buildExt4(job: FilesystemJob): Promise<Reproducibility> {
  const { artifact, config, mtime, seed, sources, tree } = job;
  const { preallocate, sizeBufferMb } = config.filesystem;
  const plan = planExt4(tree.entries(), { freeBytes: sizeBufferMb * MEBIBYTE, epoch: mtime.seconds, seed });
  sources.reporter.info(`${artifact.name}: ${formatBytes(plan.size)}, ${formatBytes(plan.freeBytes)} of it free`);
  const sink = imageFileSink(artifact, { holes: preallocate ? 'fill' : 'keep' });
  await writeExt4(plan, sink);
  sink.flush();
  await verifyImage(job);
  return { ok: true };
}

async function verifyImage({ artifact, sources, steps, verify }: FilesystemJob): Promise<void> {
  if (verify === 'none') return;
  const finding = await findTool(e2fsprogs, sources.signal);
  if (finding.state !== 'found') {
    sources.reporter.debug(`the image is not checked: ${describeFinding(finding)} (${howToInstall([e2fsprogs])})`);
    return;
  }
  steps.begin('verify', 'check the image with e2fsck');
  artifact.complete();
  await checkExt4(finding.path, artifact.scratchPath, sources.signal);
}
