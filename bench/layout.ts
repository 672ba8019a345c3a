import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Descriptor {
  readonly digest: string;
  readonly size: number;
}

/** The layers of the only image in an OCI layout, the lowest first. */
export function layersOf(layout: string): readonly { readonly path: string; readonly size: number }[] {
  const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
  const pathOf = ({ digest }: Descriptor): string => join(layout, 'blobs', ...digest.split(':'));
  const { manifests } = read(join(layout, 'index.json')) as { manifests: readonly Descriptor[] };
  const [only] = manifests;
  if (only === undefined || manifests.length > 1)
    throw new Error(`cannot use ${layout}: it contains ${manifests.length} images, not one`);
  const { layers } = read(pathOf(only)) as { layers: readonly Descriptor[] };
  return layers.map((layer) => ({ path: pathOf(layer), size: layer.size }));
}
