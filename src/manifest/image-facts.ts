import type { ImageReference } from '../config/image-reference.ts';
import type { Image } from '../sources/image/image.ts';

/** The facts of an image that a manifest needs. */
export interface ImageFacts
  extends Pick<Image, 'digest' | 'entrypoint' | 'cmd' | 'env' | 'workdir' | 'exposedPorts' | 'labels' | 'user'> {
  /** Undefined for an image that a Dockerfile builds. */
  readonly reference: ImageReference | undefined;
}
