import type { EntryDifference } from './explanation.ts';

/** One destination of a mapping, and the sides that have it. */
export interface Place {
  readonly source: string | undefined;
  /** With a slash at the end for a directory. */
  readonly destination: string;
  readonly side: 'left' | 'right' | 'both';
}

/** A mapped directory, and the nearest mapped one above it. */
interface Nested {
  readonly place: Place;
  readonly above: Nested | undefined;
}

/**
 * Finds the mapping of an entry. Its time does not depend on the number of directories in a path: an artifact and a record can
 * both be hostile.
 */
export class PlaceFinder {
  readonly #byDestination: ReadonlyMap<string, Place>;
  /** By destination. */
  readonly #directories: readonly Nested[];
  /** The places that one side only has, by destination. */
  readonly #oneSided: readonly Place[];

  /** Of several mappings to one destination, the last one counts. */
  constructor(places: readonly Place[]) {
    this.#byDestination = new Map(places.map((place) => [place.destination, place]));
    const sorted = [...this.#byDestination.values()].sort((a, b) => (a.destination < b.destination ? -1 : 1));
    this.#directories = nested(sorted.filter(({ destination }) => destination.endsWith('/')));
    this.#oneSided = sorted.filter(({ side }) => side !== 'both');
  }

  /** The mapping with the nearest destination; that of a directory on one side also for the directories above it on that side. */
  placeOf({ path, kind, status }: EntryDifference): Place | undefined {
    const below = path === '/' ? '/' : `${path}/`;
    const exact = this.#byDestination.get(path) ?? this.#byDestination.get(below);
    if (exact !== undefined) return exact;
    const nearest = this.#nearest(path);
    if (nearest !== undefined) return nearest;
    if (kind !== 'directory' || status === 'changed') return undefined;
    const first = this.#oneSided[countBefore(this.#oneSided, ({ destination }) => destination < below)];
    return first?.destination.startsWith(below) ? first : undefined;
  }

  /** The mapped directory above a path that has the most names. */
  #nearest(path: string): Place | undefined {
    let candidate = this.#directories[countBefore(this.#directories, ({ place }) => place.destination < path) - 1];
    if (candidate === undefined) return undefined;
    const common = commonLength(candidate.place.destination, path);
    // All directories above the path are above the last one that is sorted before it, or are that one.
    while (candidate !== undefined && candidate.place.destination.length > common) candidate = candidate.above;
    return candidate?.place;
  }
}

/** @param places sorted directories. */
function nested(places: readonly Place[]): readonly Nested[] {
  let last: Nested | undefined;
  return places.map((place) => {
    while (last !== undefined && !place.destination.startsWith(last.place.destination)) last = last.above;
    last = { place, above: last };
    return last;
  });
}

/** The number of items at the beginning of a sorted list for which `isBefore` is true. */
function countBefore<T>(items: readonly T[], isBefore: (item: T) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = items[middle];
    if (item !== undefined && isBefore(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a.charCodeAt(length) === b.charCodeAt(length)) length += 1;
  return length;
}
