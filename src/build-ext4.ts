import { type FilesystemJob, MEBIBYTE, type Reproducibility } from './build-job.ts';
import { planExt4 } from './formats/ext4/plan.ts';
import { writeExt4 } from './formats/ext4/write.ts';
import { imageFileSink } from './formats/image-file.ts';
import { formatBytes } from './support/units.ts';
import { checkExt4, findE2fsck } from './tools/e2fsprogs.ts';

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
  const e2fsck = await findE2fsck();
  if (e2fsck === undefined) {
    sources.reporter.debug('the image is not checked: there is no e2fsck (apt-get install e2fsprogs)');
    return;
  }
  steps.begin('verify', 'check the image with e2fsck');
  artifact.complete();
  await checkExt4(e2fsck, artifact.scratchPath, sources.signal);
}
