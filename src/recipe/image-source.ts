import type { ImageReference } from '../config/image-reference.ts';
import type { ImageLock, ImageSource } from '../config/types.ts';
import type { BuildInput } from '../describe/provenance.ts';
import type { ImageFacts } from '../manifest/image-facts.ts';
import { fetchImage } from '../sources/image/fetch/fetch.ts';
import type { Image } from '../sources/image/image.ts';
import type { Budget } from '../support/budget.ts';
import { imageOfDockerfile } from './build-dockerfile.ts';
import { type BuildJob, encodePath, inputOf, type Reproducibility } from './job.ts';

/** An image whose blobs are on this machine, with its records. */
export interface ObtainedImage {
  readonly image: Image;
  /** The image and everything that it was made of. */
  readonly inputs: readonly BuildInput[];
  readonly facts: ImageFacts;
  readonly reproducible: Reproducibility;
}

/**
 * Fetches the image of a config, or builds its Dockerfile.
 *
 * @throws FledgeError as `fetchImage` and `imageOfDockerfile` do.
 */
export async function obtainImage(
  source: ImageSource,
  lock: ImageLock | undefined,
  budget: Budget,
  job: BuildJob,
): Promise<ObtainedImage> {
  const { platform, scratchDirectory, sources, steps } = job;
  if (source.kind === 'dockerfile') {
    steps.begin('fetch', `build ${source.text}`);
    const { image, builder, inputs } = await imageOfDockerfile(source, budget, job);
    const reason = `${builder} builds the image from ${source.text}, and its bytes depend on the builder`;
    return { image, inputs, facts: { ...image, reference: undefined }, reproducible: { ok: false, reason } };
  }
  steps.begin('fetch', `fetch ${source.text}`);
  const image = await fetchImage({ reference: source, lock, platform, scratchDirectory, budget }, sources);
  return {
    image,
    inputs: [{ ...imageInput('image', source, image.digest), layers: image.layers.map(({ diffId }) => diffId) }],
    facts: { ...image, reference: source },
    reproducible: { ok: true },
  };
}

/** The record of an image in the provenance. `digest` is that of its manifest. */
export function imageInput(name: string, reference: ImageReference, digest: string): BuildInput {
  const [, sha256 = ''] = digest.split(':');
  return inputOf({ name, uri: uriOfImage(reference), sha256 });
}

/** The URI of an image: its text in fledge.toml, with the transport. */
export function uriOfImage({ transport, named, path, text }: ImageReference): string {
  const withTransport = transport === undefined && named !== undefined ? `docker://${text}` : text;
  return path === undefined ? withTransport : encodePath(text);
}
