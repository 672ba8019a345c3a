import { join } from 'node:path';
import type { Filesystem, OciRootfsConfig } from '../config/types.ts';
import { Qcow2Writer } from '../formats/qcow2/writer.ts';
import { requireSpace, type SpaceNeed } from '../support/files/disk-space.ts';
import { outputNeed } from '../support/files/output-set.ts';
import type { ImageOutput } from './image-output.ts';
import type { BuildJob } from './job.ts';
import { ScratchImage, TEMPORARY_FIX } from './scratch-image.ts';

/**
 * Writes the image as a qcow2 file. An image that is written in order is converted at once; one that is written in any order
 * is written to a scratch file first. The scratch file also serves the checker of the file system.
 */
export function qcow2Output(
  job: BuildJob<OciRootfsConfig>,
  { compression }: NonNullable<Filesystem['qcow2']>,
): ImageOutput {
  const { artifact, scratchDirectory, sources, verify, workers } = job;
  const path = join(scratchDirectory, 'image.raw');
  const convert = async (write: (writer: Qcow2Writer) => Promise<void>): Promise<void> => {
    const output = artifact.inAnyOrder();
    const writer = new Qcow2Writer(output, { compression, workers });
    try {
      await write(writer);
      await writer.finish();
    } finally {
      await writer.close();
    }
    await output.finish({ holes: 'keep' });
  };
  return {
    checkedPath: path,
    requireSpace(order, bytes, others = []) {
      const needs: SpaceNeed[] = [...others];
      const what = `the raw image from which ${artifact.name} is made`;
      if (order === 'in any order') needs.push({ directory: scratchDirectory, bytes, what, fix: TEMPORARY_FIX });
      // The size of compressed data is not known in advance.
      if (compression === undefined) needs.push(outputNeed(artifact.directory, bytes, `the image ${artifact.name}`));
      requireSpace(needs);
    },
    requireSize(bytes) {
      // The qcow2 file itself has no holes and is smaller.
      ScratchImage.requireSize(path, bytes);
    },
    async writeInOrder(write) {
      await convert(async (writer) => {
        if (verify === 'none') {
          await write(writer, undefined);
          return;
        }
        const metadata = new ScratchImage(path);
        try {
          await write(writer, (bytes, position) => metadata.writeAt(bytes, position));
          metadata.setSize(writer.size);
        } finally {
          metadata.close();
        }
      });
    },
    inAnyOrder() {
      const image = new ScratchImage(path);
      return {
        path,
        writeAt: (bytes, position) => image.writeAt(bytes, position),
        async finish() {
          try {
            await convert((writer) => image.copyTo(writer, sources.signal));
          } finally {
            image.close();
          }
        },
      };
    },
  };
}
