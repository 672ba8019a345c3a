import { FILESYSTEM_TRAITS } from '../config/filesystems.ts';
import type { OciRootfsConfig } from '../config/types.ts';
import type { ImageSink } from '../formats/byte-sink.ts';
import type { OnMetadata } from '../formats/ext4/block-writer.ts';
import { imageFileSink } from '../formats/image-file.ts';
import type { SpaceNeed } from '../support/files/disk-space.ts';
import type { BuildJob } from './job.ts';
import { requireOutputSpace } from './output-space.ts';

/** The way in which an image is written. */
export type WriteOrder = 'in order' | 'in any order';

/** An image that is written in any order, by this process or by a program. */
export interface RandomImage {
  /** The path that a program writes to. */
  readonly path: string;
  /** @throws FledgeError `output` if it cannot be written. */
  writeAt(bytes: Uint8Array, position: number): void;
  /** Completes the artifact. No writes are allowed after it. */
  finish(): Promise<void>;
}

/** The place to which a file system writes its image: the artifact itself, or a converter that writes the artifact. */
export interface ImageOutput {
  /**
   * The path of an image for the checker of the file system. If it is not the artifact and was written in order, it has the
   * metadata only, and exists only if the build verifies the image.
   */
  readonly checkedPath: string;
  /**
   * Checks that the disks have space for an image with at least `bytes` of data, and for `others`.
   *
   * @throws FledgeError `output` with the missing space.
   */
  requireSpace(order: WriteOrder, bytes: number, others?: readonly SpaceNeed[]): void;
  /** @throws FledgeError `output` if the file system cannot store an image of this size in bytes. */
  requireSize(bytes: number): void;
  /**
   * Lets `write` write the image from its first byte to its last, and completes the artifact. `write` passes the metadata also
   * to `onMetadata`, if it is set. Excludes `inAnyOrder`.
   */
  writeInOrder(write: (sink: ImageSink, onMetadata: OnMetadata | undefined) => Promise<unknown>): Promise<void>;
  /** Begins to write the image in any order. Excludes `writeInOrder`. */
  inAnyOrder(): RandomImage;
}

/** Writes the image as the artifact. */
export function rawOutput(job: BuildJob<OciRootfsConfig>): ImageOutput {
  const { artifact, config, verify } = job;
  const { preallocate, type } = config.filesystem;
  const holes = preallocate && FILESYSTEM_TRAITS[type].isWritable ? 'fill' : 'keep';
  return {
    checkedPath: artifact.scratchPath,
    requireSpace: (_order, bytes, others) => requireOutputSpace(job, bytes, others),
    requireSize: (bytes) => artifact.requireSize(bytes),
    async writeInOrder(write) {
      const output = artifact.inOrder();
      const sink = imageFileSink(output, { holes, sync: verify !== 'none' });
      await write(sink, undefined);
      sink.flush();
      output.complete();
    },
    inAnyOrder() {
      const output = artifact.inAnyOrder();
      return { ...output, finish: () => output.finish({ holes }) };
    },
  };
}
