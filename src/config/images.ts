import { dirname } from 'node:path';
import type { ImageReference } from './image-reference.ts';
import type { DockerfileImage, FledgeConfig, ImageLock } from './types.ts';

/** An image that a build fetches. */
export interface FetchedImage {
  readonly reference: ImageReference;
  readonly lock: ImageLock | undefined;
  /** The key of `[source]` that names it. */
  readonly key: 'image' | 'busybox_image';
}

/** The images that a build itself fetches: the image, and that of busybox. The images of a Dockerfile are not included. */
export function fetchedImagesOf(config: FledgeConfig): readonly FetchedImage[] {
  const { image, imageLock: lock } = config;
  const main: FetchedImage[] = image?.kind === 'reference' ? [{ reference: image, lock, key: 'image' }] : [];
  if (config.strategy === 'oci_rootfs' || config.busybox.image === undefined) return main;
  return [...main, { reference: config.busybox.image, lock: config.busybox.imageLock, key: 'busybox_image' }];
}

/** The Dockerfile of a config, if its image is built from one. */
export function dockerfileOf({ image }: FledgeConfig): DockerfileImage | undefined {
  return image?.kind === 'dockerfile' ? image : undefined;
}

/** The path of the context of a Dockerfile, relative to fledge.toml. */
export function contextOf({ text, context }: DockerfileImage): string {
  return context ?? dirname(text);
}
