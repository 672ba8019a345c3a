import { type ByteString, byteStringFromText } from '../support/byte-string.ts';
import { MEBIBYTE } from '../support/units.ts';
import { readApkInstalled } from './apk.ts';
import type { FoundPackage, Place } from './component.ts';
import { readDpkgStatus } from './dpkg.ts';
import { readNpmPackage } from './npm.ts';
import { readPythonMetadata } from './python.ts';
import { readRpmDatabase } from './rpm-database.ts';
import { UnreadablePart } from './unreadable.ts';

/** How a file that names packages is read. */
export interface PackageReader {
  /** A larger file is not read. */
  readonly maxBytes: number;
  /** @throws UnreadablePart. */
  readonly read: (bytes: Buffer, place: Place) => Iterable<FoundPackage> | Promise<Iterable<FoundPackage>>;
}

const MAX_DATABASE_BYTES = 64 * MEBIBYTE;
/** A header of rpm lists all files of a package, so that the database of a large system has hundreds of megabytes. */
const MAX_RPM_BYTES = 512 * MEBIBYTE;
const MAX_MANIFEST_BYTES = 4 * MEBIBYTE;

const RPM_DIRECTORIES = ['var/lib/rpm', 'usr/lib/sysimage/rpm', 'usr/share/rpm'];

/** The databases with all packages of a system, at their places. A layer of an image replaces a database as a whole. */
const DATABASES: ReadonlyMap<ByteString, PackageReader> = new Map(
  [
    ['var/lib/dpkg/status', { maxBytes: MAX_DATABASE_BYTES, read: readDpkgStatus }] as const,
    ...['lib/apk/db/installed', 'usr/lib/apk/db/installed'].map(
      (path) => [path, { maxBytes: MAX_DATABASE_BYTES, read: readApkInstalled }] as const,
    ),
    ...RPM_DIRECTORIES.map(
      (directory) => [`${directory}/rpmdb.sqlite`, { maxBytes: MAX_RPM_BYTES, read: readRpmDatabase }] as const,
    ),
  ].map(([path, reader]) => [byteStringFromText(path), reader]),
);

/** The paths of the databases with all packages of a system. */
export const DATABASE_PATHS: readonly ByteString[] = [...DATABASES.keys()];

/** Files at places that a pattern describes. */
const OTHERS: readonly (PackageReader & { readonly matches: RegExp })[] = [
  {
    matches: /^var\/lib\/dpkg\/status\.d\/(?!.*\.md5sums$)[^/]+$/,
    maxBytes: MAX_MANIFEST_BYTES,
    read: readDpkgStatus,
  },
  {
    matches: new RegExp(`^(?:${RPM_DIRECTORIES.join('|')})/Packages(?:\\.db)?$`),
    maxBytes: Number.POSITIVE_INFINITY,
    read: () => {
      throw new UnreadablePart('databases of rpm that are not SQLite (Berkeley DB and ndb) are not supported');
    },
  },
  {
    matches: /(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+\/package\.json$/,
    maxBytes: MAX_MANIFEST_BYTES,
    read: readNpmPackage,
  },
  {
    matches: /(?:^|\/)[^/]+\.(?:dist-info\/METADATA|egg-info\/PKG-INFO|egg-info)$/,
    maxBytes: MAX_MANIFEST_BYTES,
    read: readPythonMetadata,
  },
];

/** The names of the files that a pattern describes. Most paths do not match, so that they need one look only. */
const LAST_NAMES = new RegExp(
  [/\/(?:Packages|Packages\.db|package\.json|METADATA|PKG-INFO|[^/]*\.egg-info)$/, /^var\/lib\/dpkg\/status\.d\//]
    .map(({ source }) => source)
    .join('|'),
);

/** The reader for the file at a path; undefined if the file names no packages. */
export function readerFor(path: ByteString): PackageReader | undefined {
  const database = DATABASES.get(path);
  if (database !== undefined || !LAST_NAMES.test(path)) return database;
  return OTHERS.find(({ matches }) => matches.test(path));
}
