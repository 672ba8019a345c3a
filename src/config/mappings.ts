import type { Finding } from '../document/problems.ts';
import type { MappingValue } from './mapping-schema.ts';
import { modeOf, ownerOf } from './mapping-values.ts';
import type { Mapping, MappingSettings } from './types.ts';
import { problemOfPath } from './values.ts';

/**
 * Directories that most images and every initramfs have. A file that is mapped to one of them is put inside it, so two
 * files may have this destination. Which directories exist is known only when the tree is built.
 */
const USUAL_DIRECTORIES = new Set(
  '/ /bin /boot /dev /etc /home /lib /lib64 /media /mnt /opt /opt/bin /opt/sbin /proc /root /run /sbin /srv /sys /tmp /usr /usr/bin /usr/lib /usr/lib64 /usr/local /usr/local/bin /usr/local/lib /usr/local/sbin /usr/sbin /usr/share /var /var/lib /var/log'.split(
    ' ',
  ),
);

/** The settings of a mapping in string form. */
export const NO_SETTINGS: MappingSettings = {
  mode: undefined,
  directoryMode: undefined,
  owner: undefined,
  exclude: [],
  replace: false,
};

/** A mapping with its destination normalised. Both sides must be valid. */
export function mappingOf(source: string, destination: string, settings: MappingSettings = NO_SETTINGS): Mapping {
  return {
    source,
    destination: normalisedPath(destination),
    inside: /(?:^|\/)\.?$/.test(destination),
    key: ['mappings', source],
    settings,
  };
}

/** The mappings of one host path: one for each destination. The value must be valid. */
export function mappingsOf(source: string, value: MappingValue): Mapping[] {
  if (typeof value === 'string') return [mappingOf(source, value)];
  const { to, mode, directory_mode: directoryMode, owner, exclude = [], replace = false } = value;
  const settings: MappingSettings = {
    mode: mode === undefined ? undefined : modeOf(mode),
    directoryMode: directoryMode === undefined ? undefined : modeOf(directoryMode),
    owner: owner === undefined ? undefined : ownerOf(owner),
    exclude,
    replace,
  };
  return [to].flat().map((destination) => mappingOf(source, destination, settings));
}

/** An absolute path without `.`, repeated slashes and a slash at the end (but `/` for the root). */
export function normalisedPath(path: string): string {
  return `/${path
    .split('/')
    .filter((name) => name !== '' && name !== '.')
    .join('/')}`;
}

/** The problems with host paths. */
export function findSourceProblems(sources: readonly string[]): Finding[] {
  return sources.flatMap((source) => {
    const problem = problemOfPath(source);
    return problem === undefined ? [] : [{ path: ['mappings', source], message: `the host path ${problem}` }];
  });
}

/**
 * Finds mappings that would put two files at the same path, as far as that is known without reading the host's files.
 * `lineOf` returns the line of a mapping.
 */
export function findConflicts(mappings: readonly Mapping[], lineOf: (mapping: Mapping) => number): Finding[] {
  const byPlace = new Map<string, Mapping>();
  const findings: Finding[] = [];
  for (const mapping of mappings) {
    const places = placesOf(mapping);
    const other = places.map((place) => byPlace.get(place)).find((found) => found !== undefined);
    if (other !== undefined) {
      findings.push({
        path: mapping.key,
        message:
          `${JSON.stringify(other.source)} on line ${lineOf(other)} is mapped to ${mapping.destination} too` +
          (baseName(other) === baseName(mapping) || mapping.inside
            ? ''
            : `; if this is a directory, write "${mapping.destination}/"`),
      });
    }
    for (const place of places) if (!byPlace.has(place)) byPlace.set(place, mapping);
  }
  return findings;
}

/** The keys of a mapping; two mappings with a common key conflict. */
function placesOf(mapping: Mapping): string[] {
  const { destination, inside } = mapping;
  const within = `${inside ? 'inside' : 'at'} ${destination} ${baseName(mapping)}`;
  return inside || USUAL_DIRECTORIES.has(destination) ? [within] : [within, `at ${destination}`];
}

/** The last component of the host path; empty for `.` and `dir/`, which stand for the contents of a directory. */
function baseName(mapping: Mapping): string {
  const last = mapping.source.slice(mapping.source.lastIndexOf('/') + 1);
  return last === '.' || last === '..' ? '' : last;
}
