import type { Image } from '../sources/image/image.ts';
import { unpackImage } from '../sources/image/unpack.ts';
import type { Budget } from '../support/budget.ts';
import type { ByteString } from '../support/byte-string.ts';
import { FledgeError } from '../support/errors.ts';
import { lowerPoolPriority } from '../support/process/runtime.ts';
import { counted } from '../support/text.ts';
import type { UnpackedLayer } from '../tree/layer-entry.ts';
import type { FileTree } from '../tree/tree.ts';
import type { BuildJob, UnpackedLayers } from './job.ts';

/** A path to which a build writes a file. */
export interface RequiredPlace {
  readonly path: ByteString;
  /** The file, such as `the agent`. */
  readonly purpose: string;
}

/** The obstacle at a place in the layers so far. */
interface WatchedPlace extends RequiredPlace {
  obstacle?: { readonly error: FledgeError; readonly label: string } | undefined;
}

export interface LayersJob {
  readonly tree: FileTree;
  /** Receives the layers; the caller closes them when it does not need the contents of the tree any more. */
  readonly layers: UnpackedLayer[];
  readonly budget: Budget;
  readonly places: readonly RequiredPlace[];
}

/**
 * Unpacks the layers of an image into an empty tree, with the progress on the log.
 *
 * @throws FledgeError `input` if the build cannot write a file to a required place, with the layer that is the cause;
 *   otherwise as `unpackImage` does.
 */
export async function unpackLayers(
  image: Image,
  { scratchDirectory, sources, steps, software }: BuildJob,
  { tree, layers, budget, places: required }: LayersJob,
): Promise<void> {
  const { reporter, signal } = sources;
  const count = image.layers.length;
  steps.begin('unpack', `unpack ${counted(count, 'layer')}`);
  const total = blobBytes(image);
  const progress = reporter.progress('unpack', 'bytes');
  lowerPoolPriority();
  let done = 0;
  const places: WatchedPlace[] = required.map((place) => ({ ...place }));
  try {
    await unpackImage(image, {
      tree,
      layers,
      spoolDirectory: scratchDirectory,
      budget,
      signal,
      onRead: (bytes) => {
        done += bytes;
        progress.update(done, total);
      },
      onLayer: async (layer) => {
        for (const place of places) lookAt(place, tree, layer);
        const diffId = image.layers[layers.indexOf(layer)]?.diffId;
        if (diffId !== undefined) await software?.afterLayer(tree, { spool: layer.spool, diffId });
      },
    });
  } finally {
    progress.end();
  }
  for (const { path, purpose, obstacle } of places) {
    if (obstacle === undefined) continue;
    const { error, label } = obstacle;
    const message = `cannot write /${path}, ${purpose}, into the image: ${error.message} (since ${label})`;
    throw new FledgeError('input', message, {
      cause: error,
      fix: `change the image so that a file can be written to /${path}`,
    });
  }
}

/** The unpacked layers of an image, by the spools with their contents. */
export function layersBySpool(image: Image, layers: readonly UnpackedLayer[]): UnpackedLayers {
  return new Map(
    layers.flatMap(({ spool }, index) => {
      const blob = image.layers[index];
      if (blob === undefined) return [];
      const { digest, diffId, size } = blob;
      return [[spool, { index, digest, diffId, size }] as const];
    }),
  );
}

/** The size of the fetched layers, in bytes. */
export function blobBytes({ layers }: Image): number {
  return layers.reduce((sum, { size }) => sum + size, 0);
}

/** Checks if a layer has added an obstacle, or removed one. */
function lookAt(place: WatchedPlace, tree: FileTree, { label }: UnpackedLayer): void {
  try {
    tree.requirePlaceForFile(place.path);
    place.obstacle = undefined;
  } catch (error) {
    if (!(error instanceof FledgeError)) throw error;
    // The layer that added the obstacle, not a later one that left it unchanged.
    if (place.obstacle?.error.message !== error.message) place.obstacle = { error, label };
  }
}
