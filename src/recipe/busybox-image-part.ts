import type { BusyboxImage, InitramfsConfig } from '../config/types.ts';
import type { BuildInput } from '../describe/provenance.ts';
import { BUSYBOX_PATH, type BusyboxFile } from '../sources/busybox.ts';
import { fetchBusyboxImage } from '../sources/busybox-image.ts';
import { imageInput, uriOfImage } from './image-source.ts';
import { type BuildJob, inputOf } from './job.ts';

/** A busybox, and everything that it was made of. */
export interface BusyboxPart {
  readonly file: BusyboxFile;
  readonly inputs: readonly BuildInput[];
}

/** Takes busybox from an image. @throws FledgeError as `fetchBusyboxImage` does. */
export async function fetchBusyboxImagePart(
  busybox: BusyboxImage,
  { config, platform, scratchDirectory, sources }: BuildJob<InitramfsConfig>,
): Promise<BusyboxPart> {
  const { maxUnpackedMb } = config;
  const file = await fetchBusyboxImage(busybox, { platform, scratchDirectory, maxUnpackedMb }, sources);
  const inputs = [
    imageInput('busybox image', busybox.image, file.imageDigest),
    inputOf({ name: 'busybox', uri: `${uriOfImage(busybox.image)}#/${BUSYBOX_PATH}`, sha256: file.sha256 }),
  ];
  return { file, inputs };
}
