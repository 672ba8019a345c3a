import { namesText, shortDigest } from './why-text.ts';

/** A layer, and its number from the bottom up, from 1. */
interface NumberedLayer {
  readonly digest: string;
  readonly number: number;
}

export interface LayerChanges {
  readonly removed: readonly NumberedLayer[];
  readonly added: readonly NumberedLayer[];
  /** False also for the same layers in another order. */
  readonly areEqual: boolean;
}

/** The layers of two images that only one of them has. Both lists are digests of uncompressed layers, from the bottom up. */
export function compareLayers(left: readonly string[], right: readonly string[]): LayerChanges {
  const areEqual = left.length === right.length && left.every((digest, index) => digest === right[index]);
  return { removed: onlyIn(left, right), added: onlyIn(right, left), areEqual };
}

/** An image can have a layer several times, such as an empty one. */
function onlyIn(layers: readonly string[], others: readonly string[]): readonly NumberedLayer[] {
  const counts = new Map<string, number>();
  for (const digest of others) counts.set(digest, (counts.get(digest) ?? 0) + 1);
  return layers.flatMap((digest, index) => {
    const count = counts.get(digest) ?? 0;
    counts.set(digest, count - 1);
    return count > 0 ? [] : [{ digest, number: index + 1 }];
  });
}

/** `layers changed: 1 of 3 removed (3: sha256:…), 2 of 4 added (3: sha256:…, 4: sha256:…)`. */
export function layersText(left: readonly string[], right: readonly string[]): string {
  const { removed, added, areEqual } = compareLayers(left, right);
  if (areEqual) return 'its layers are equal';
  if (removed.length === 0 && added.length === 0) return 'its layers have another order';
  const part = (layers: readonly NumberedLayer[], { length }: readonly string[], verb: string): string[] => {
    const names = layers.map(({ digest, number }) => `${number}: ${shortDigest(digest)}`);
    return layers.length === 0 ? [] : [`${layers.length} of ${length} ${verb} (${namesText(names)})`];
  };
  return `layers changed: ${[...part(removed, left, 'removed'), ...part(added, right, 'added')].join(', ')}`;
}
