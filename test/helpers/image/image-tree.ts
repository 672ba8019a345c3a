import { onTestFinished } from 'vitest';
import type { LayerBlob } from '../../../src/sources/image/layer/layer.ts';
import { unpackLayer } from '../../../src/sources/image/layer/layer.ts';
import { Budget } from '../../../src/support/budget.ts';
import { applyLayer } from '../../../src/tree/layers.ts';
import { FileTree } from '../../../src/tree/tree.ts';
import { testDirectory } from '../scratch.ts';
import { TREE_TIME } from '../tree/tree-builder.ts';
import { type TestLayer, writeLayerBlob } from './oci-image.ts';

/** The tree of layers; their spools are closed at the end of the test. */
export async function treeOfBlobs(
  blobs: readonly LayerBlob[],
  options: {
    readonly spoolDirectory: string;
    readonly maxUnpackedBytes?: number;
    readonly onRead?: (bytes: number) => void;
  },
): Promise<FileTree> {
  const { spoolDirectory, maxUnpackedBytes = 1024 ** 3, onRead } = options;
  const tree = new FileTree(TREE_TIME);
  const budget = new Budget({ unpacked: maxUnpackedBytes });
  for (const blob of blobs) {
    const layer = unpackLayer(blob, { spoolDirectory, budget, onRead });
    onTestFinished(() => layer.close());
    await applyLayer(tree, layer);
  }
  return tree;
}

/** The tree of layers, given as archives. */
export async function treeOfLayers(...layers: readonly (Buffer | TestLayer)[]): Promise<FileTree> {
  const directory = testDirectory();
  const blobs = layers.map((layer, index) =>
    writeLayerBlob(directory, Buffer.isBuffer(layer) ? { tar: layer } : layer, `layer ${index + 1}`),
  );
  return treeOfBlobs(blobs, { spoolDirectory: directory });
}
