import type { ImageLock, ImageSource, InitramfsConfig } from '../config/types.ts';
import { closeLayers } from '../sources/image/unpack.ts';
import type { Budget } from '../support/budget.ts';
import type { UnpackedLayer } from '../tree/layer-entry.ts';
import type { FileTree } from '../tree/tree.ts';
import { layersBySpool, type RequiredPlace, unpackLayers } from './image-layers.ts';
import { type ObtainedImage, obtainImage } from './image-source.ts';
import type { BuildJob, UnpackedLayers } from './job.ts';
import { type LayerVerifier, requireLayerVerifier, verifyLayers } from './verify/layers.ts';

export interface BaseImageSource {
  readonly image: ImageSource;
  readonly lock: ImageLock | undefined;
}

/**
 * Prepares to put the files of an image under an initramfs. Does not fetch the image.
 *
 * @throws FledgeError `tool` if a program of the verification is missing.
 */
export async function prepareBaseImage(source: BaseImageSource, job: BuildJob<InitramfsConfig>): Promise<BaseImage> {
  return new BaseImage(source, job, await requireLayerVerifier(job));
}

/** The image under an initramfs. `close` frees the disk space of its files, which the tree needs until it is written. */
export class BaseImage {
  readonly #source: BaseImageSource;
  readonly #job: BuildJob;
  readonly #verifier: LayerVerifier | undefined;
  readonly #layers: UnpackedLayer[] = [];

  constructor(source: BaseImageSource, job: BuildJob, verifier: LayerVerifier | undefined) {
    this.#source = source;
    this.#job = job;
    this.#verifier = verifier;
  }

  /** Fetches the image or builds its Dockerfile. @throws FledgeError as `obtainImage` does. */
  obtain(budget: Budget): Promise<ObtainedImage> {
    return obtainImage(this.#source.image, this.#source.lock, budget, this.#job);
  }

  /** Unpacks the image into an empty tree and verifies the result. @throws FledgeError as `unpackLayers` does. */
  async unpackInto(
    tree: FileTree,
    { image }: ObtainedImage,
    { budget, places }: { readonly budget: Budget; readonly places: readonly RequiredPlace[] },
  ): Promise<void> {
    await unpackLayers(image, this.#job, { tree, layers: this.#layers, budget, places });
    if (this.#verifier !== undefined) await verifyLayers(image, tree, this.#verifier, this.#job);
  }

  /** The layers in the tree. */
  layersInTree(obtained: ObtainedImage | undefined): UnpackedLayers {
    return obtained === undefined ? new Map() : layersBySpool(obtained.image, this.#layers);
  }

  async close(): Promise<void> {
    await closeLayers(this.#layers);
  }
}
