import type { RecordedMapping } from '../../inside/beside/provenance.ts';
import type { EntryDifference, Reason } from './explanation.ts';
import { type Place, PlaceFinder } from './mapped-places.ts';
import { MAX_PATHS, namesText } from './why-text.ts';

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
  const places = placesOf(left, right);
  const finder = new PlaceFinder(places);
  const found = new Map<Place, EntryDifference[]>(places.map((place) => [place, []]));
  const rest: EntryDifference[] = [];
  for (const entry of entries) {
    const place = finder.placeOf(entry);
    const group = place && found.get(place);
    (group ?? rest).push(entry);
  }
  const isOneSided = left === undefined || right === undefined;
  const reasons = places.flatMap((place): Reason[] => {
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
  const isDirectory = place.destination.endsWith('/');
  // A mapped file replaces that of the image, but a directory is merged.
  const image = isBroad && isDirectory ? ' or the image' : '';
  const doubt = isOneSided ? '; only one of the records lists its mappings' : '';
  const change = `${filesOf(place, isDirectory)}${image} changed${doubt}`;
  return { what: 'mapping', text: `${entriesText(below)} because ${change}`, ...pathsIn(below) };
}

/** `the mapped files of "public"`. */
function filesOf({ source, destination }: Place, isDirectory: boolean): string {
  if (source === undefined)
    return isDirectory ? `the mapped files in ${destination}` : `the mapped file ${destination}`;
  return `${isDirectory ? 'the mapped files of' : 'the mapped file'} ${JSON.stringify(source)}`;
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
