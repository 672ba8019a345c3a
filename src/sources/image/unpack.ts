import { settleAll } from '../../support/concurrency.ts';
import type { UnpackedLayer } from '../../tree/layer-entry.ts';
import { applyLayer } from '../../tree/layers.ts';
import type { FileTree } from '../../tree/tree.ts';
import type { Image } from './image.ts';
import { type LayerBlob, type TarArchive, type UnpackOptions, unpackArchive, unpackLayer } from './layer/layer.ts';

export interface TreeOfImage extends UnpackOptions {
  readonly tree: FileTree;
  /** Receives each layer before it is read. Its spool has the contents of the tree's files; the caller closes all. */
  readonly layers: UnpackedLayer[];
  /** Called when a layer is in the tree. */
  readonly onLayer?: ((layer: UnpackedLayer) => void | Promise<void>) | undefined;
}

/**
 * Applies the layers of an image to a tree, from the bottom up. The next layer is unpacked while one is applied.
 *
 * @throws FledgeError `input` or `output` as `unpackLayer` and `applyLayer` do. The tree is then unusable.
 */
export async function unpackImage(
  { layers: blobs }: Pick<Image, 'layers'>,
  { tree, layers, onLayer, ...options }: TreeOfImage,
): Promise<void> {
  for (const layer of beginInTurn(blobs, options, layers)) {
    await applyLayer(tree, layer);
    await onLayer?.(layer);
  }
}

/**
 * Unpacks the archive of a root file system to an empty tree.
 *
 * @throws FledgeError `input` or `output` as `unpackArchive` and `applyLayer` do. The tree is then unusable.
 */
export async function unpackRootArchive(
  archive: TarArchive,
  { tree, layers, ...options }: Omit<TreeOfImage, 'onLayer'>,
): Promise<void> {
  const layer = unpackArchive(archive, options);
  layers.push(layer);
  await applyLayer(tree, layer, { whiteouts: false });
}

/** Frees the disk space of layers. May be called twice. */
export async function closeLayers(layers: readonly UnpackedLayer[]): Promise<void> {
  await settleAll(...layers.map((layer) => layer.close()));
}

/** Unpacks the layers from the bottom up, and adds all to `begun`. Before one is yielded, the next one is started. */
function* beginInTurn(
  blobs: readonly LayerBlob[],
  options: UnpackOptions,
  begun: UnpackedLayer[],
): Generator<UnpackedLayer, void, undefined> {
  let due: UnpackedLayer | undefined;
  for (const blob of blobs) {
    const next = unpackLayer(blob, options);
    begun.push(next);
    if (due !== undefined) yield due;
    due = next;
  }
  if (due !== undefined) yield due;
}
