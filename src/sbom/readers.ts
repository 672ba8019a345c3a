import type { ByteString } from '../support/byte-string.ts';
import { MEBIBYTE } from '../support/units.ts';
import { readApkInstalled } from './apk.ts';
import type { FoundPackage, Place } from './component.ts';
import { readDpkgStatus } from './dpkg.ts';
import { readNpmPackage } from './npm.ts';
import { readPythonMetadata } from './python.ts';
import { readRpmDatabase } from './rpm-database.ts';
import { UnreadablePart } from './unreadable.ts';

/** A file that names packages. */
export interface PackageReader {
  readonly matches: RegExp;
  /** A larger file is not read. */
  readonly maxBytes: number;
  /** @throws UnreadablePart. */
  readonly read: (bytes: Buffer, place: Place) => Iterable<FoundPackage> | Promise<Iterable<FoundPackage>>;
}

const MAX_DATABASE_BYTES = 64 * MEBIBYTE;
/** A header of rpm lists all files of a package, so that the database of a large system has hundreds of megabytes. */
const MAX_RPM_BYTES = 512 * MEBIBYTE;
const MAX_MANIFEST_BYTES = 4 * MEBIBYTE;

const RPM_DIRECTORY = '(?:var/lib/rpm|usr/lib/sysimage/rpm|usr/share/rpm)';

const READERS: readonly PackageReader[] = [
  { matches: /^var\/lib\/dpkg\/status$/, maxBytes: MAX_DATABASE_BYTES, read: readDpkgStatus },
  {
    matches: /^var\/lib\/dpkg\/status\.d\/(?!.*\.md5sums$)[^/]+$/,
    maxBytes: MAX_MANIFEST_BYTES,
    read: readDpkgStatus,
  },
  { matches: /^(?:usr\/)?lib\/apk\/db\/installed$/, maxBytes: MAX_DATABASE_BYTES, read: readApkInstalled },
  { matches: new RegExp(`^${RPM_DIRECTORY}/rpmdb\\.sqlite$`), maxBytes: MAX_RPM_BYTES, read: readRpmDatabase },
  {
    matches: new RegExp(`^${RPM_DIRECTORY}/Packages(?:\\.db)?$`),
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

/** The names of all files that have a reader. Most paths do not match, so that they need one look only. */
const LAST_NAMES = new RegExp(
  [
    /\/(?:status|installed|rpmdb\.sqlite|Packages|Packages\.db|package\.json|METADATA|PKG-INFO|[^/]*\.egg-info)$/,
    /^var\/lib\/dpkg\/status\.d\//,
  ]
    .map(({ source }) => source)
    .join('|'),
);

/** The reader for the file at a path; undefined if the file names no packages. */
export function readerFor(path: ByteString): PackageReader | undefined {
  return LAST_NAMES.test(path) ? READERS.find(({ matches }) => matches.test(path)) : undefined;
}
