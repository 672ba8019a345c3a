import type { Finding } from '../document/problems.ts';
import { isTable } from '../document/toml.ts';
import { MAX_NAME_BYTES, MAX_PATH_BYTES } from '../support/linux-limits.ts';
import type { Mapping } from './types.ts';
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

/** The problem with a mapping's destination, or undefined. */
export function problemOfDestination(value: string): string | undefined {
  if (value === '') return 'the destination must not be empty';
  if (value.includes('\0')) return 'the destination must not contain a NUL character';
  if (!value.startsWith('/')) return `the destination must be absolute, found ${JSON.stringify(value)}`;
  const components = value.split('/');
  if (components.includes('..')) return `the destination must not contain "..", found ${JSON.stringify(value)}`;
  if (components.some((name) => Buffer.byteLength(name) > MAX_NAME_BYTES)) {
    return `a file name has at most ${MAX_NAME_BYTES} bytes`;
  }
  return Buffer.byteLength(value) > MAX_PATH_BYTES ? `a path has at most ${MAX_PATH_BYTES} bytes` : undefined;
}

/** A mapping with its destination normalised. Both sides must be valid. */
export function mappingOf(source: string, destination: string): Mapping {
  const names = destination.split('/').filter((name) => name !== '' && name !== '.');
  return {
    source,
    destination: `/${names.join('/')}`,
    inside: /(?:^|\/)\.?$/.test(destination),
    key: ['mappings', source],
  };
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

/** The message for `app.conf = "/etc/app.conf"`, whose unquoted dot makes a table. */
export function quoteHint(source: string, value: Readonly<Record<string, unknown>>): string {
  let path = source;
  let inner: unknown = value;
  while (isTable(inner) && path.length < MAX_NAME_BYTES) {
    const [first] = Object.entries(inner);
    if (first === undefined) break;
    path = `${path}.${first[0]}`;
    inner = first[1];
  }
  return `expected a destination, found a table; quote a host path with dots: ${JSON.stringify(path)} = "/..."`;
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
