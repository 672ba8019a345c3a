import type { RecordedMapping } from '../../inside/beside/provenance.ts';
import type { EntryDifference, Reason } from './explanation.ts';
import { MAX_PATHS, namesText } from './why-text.ts';

/** One destination of a mapping, and the sides that have it. */
interface Place {
  readonly source: string | undefined;
  /** With a slash at the end for a directory. */
  readonly destination: string;
  readonly side: 'left' | 'right' | 'both';
}

type Mappings = readonly RecordedMapping[] | undefined;

interface OpenEntries {
  /** The entries that nothing else explains. */
  readonly entries: readonly EntryDifference[];
  /** True if another input can have changed each of them. */
  readonly isBroad: boolean;
}

/** The mappings that are on one side only, those whose files changed, and the entries that remain. */
export function mappingReasons(
  left: Mappings,
  right: Mappings,
  { entries, isBroad }: OpenEntries,
): { readonly reasons: readonly Reason[]; readonly rest: readonly EntryDifference[] } {
  const finder = new PlaceFinder(placesOf(left, right));
  const found = new Map<Place, EntryDifference[]>(finder.places.map((place) => [place, []]));
  const rest: EntryDifference[] = [];
  for (const entry of entries) {
    const place = finder.placeOf(entry);
    const group = place && found.get(place);
    (group ?? rest).push(entry);
  }
  const isOneSided = left === undefined || right === undefined;
  const reasons = finder.places.flatMap((place): Reason[] => {
    const below = found.get(place) ?? [];
    if (place.side !== 'both') return [oneSided(place, below)];
    return below.length === 0 ? [] : [otherFiles(place, below, { isBroad, isOneSided })];
  });
  return { reasons, rest };
}

/** All places. With a record that lists no mappings, those of the other one are taken for both. */
function placesOf(left: Mappings, right: Mappings): readonly Place[] {
  const places = new Map<string, Place>();
  for (const [side, mappings] of [['left', left ?? right] as const, ['right', right ?? left] as const]) {
    for (const { source, destinations } of mappings ?? []) {
      for (const destination of destinations) {
        const key = JSON.stringify([source, destination]);
        const isKnown = places.has(key) && places.get(key)?.side !== side;
        places.set(key, { source, destination, side: isKnown ? 'both' : side });
      }
    }
  }
  return [...places.values()];
}

/** Finds the mapping of an entry by the names in its path, because both can be many. */
class PlaceFinder {
  readonly places: readonly Place[];
  readonly #byDestination: ReadonlyMap<string, Place>;
  /** The directories that mappings on one side only have created above their destinations. */
  readonly #above: ReadonlyMap<string, Place>;

  constructor(places: readonly Place[]) {
    this.places = places;
    this.#byDestination = new Map(places.map((place) => [place.destination, place]));
    const oneSide = places.filter(({ side }) => side !== 'both');
    this.#above = new Map(
      oneSide.flatMap((place) => parentsOf(place.destination).map((path) => [path, place] as const)),
    );
  }

  placeOf({ path, kind, status }: EntryDifference): Place | undefined {
    const exact = this.#byDestination.get(path) ?? this.#byDestination.get(path === '/' ? '/' : `${path}/`);
    if (exact !== undefined) return exact;
    const own = parentsOf(path).find((parent) => this.#byDestination.has(`${parent}/`));
    if (own !== undefined) return this.#byDestination.get(`${own}/`);
    return kind === 'directory' && status !== 'changed' ? this.#above.get(path) : undefined;
  }
}

/** The directories above a path, the nearest one first, without a slash at their ends: the root is the empty text. */
function parentsOf(path: string): string[] {
  const parents: string[] = [];
  for (let at = path.replace(/\/$/, '').lastIndexOf('/'); at >= 0; at = at === 0 ? -1 : path.lastIndexOf('/', at - 1)) {
    parents.push(path.slice(0, at));
  }
  return parents;
}

function oneSided(place: Place, below: readonly EntryDifference[]): Reason {
  const verb = place.side === 'left' ? 'removed' : 'added';
  const { source, destination, side } = place;
  const name = source === undefined ? 'a mapping' : `the mapping ${JSON.stringify(source)}`;
  return {
    what: 'mapping',
    text: `${name} to ${destination} was ${verb}`,
    ...(side === 'left' ? { left: destination } : { right: destination }),
    ...pathsIn(below),
  };
}

interface Certainty {
  readonly isBroad: boolean;
  /** True if only one record lists mappings. */
  readonly isOneSided: boolean;
}

function otherFiles(place: Place, below: readonly EntryDifference[], { isBroad, isOneSided }: Certainty): Reason {
  const { source, destination } = place;
  const isDirectory = destination.endsWith('/');
  const files = isDirectory ? 'the mapped files' : 'the mapped file';
  const name =
    source === undefined
      ? `${files} in ${destination}`
      : isDirectory
        ? `${files} of ${JSON.stringify(source)}`
        : `${files} ${JSON.stringify(source)}`;
  // A mapped file replaces that of the image, but a directory is merged.
  const image = isBroad && isDirectory ? ' or the image' : '';
  const doubt = isOneSided ? '; only one of the records lists its mappings' : '';
  const change = `${name}${image} changed${doubt}`;
  return { what: 'mapping', text: `${entriesText(below)} because ${change}`, ...pathsIn(below) };
}

/** `/a, /b and 2 more were added`. */
function entriesText(entries: readonly EntryDifference[]): string {
  const names = namesText(entries.map(({ path }) => path));
  const [first] = new Set(entries.map(({ status }) => status));
  if (first === undefined || entries.some(({ status }) => status !== first)) return `${names} differ`;
  if (first === 'changed') return `${names} changed`;
  return `${names} ${entries.length === 1 ? 'was' : 'were'} ${first}`;
}

function pathsIn(entries: readonly EntryDifference[]): Pick<Reason, 'paths'> {
  return entries.length === 0 ? {} : { paths: entries.slice(0, MAX_PATHS).map(({ path }) => path) };
}
