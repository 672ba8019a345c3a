import type { InsideEntry } from '../inside/entry.ts';
import type { ByteString } from '../support/byte-string.ts';
import { MEBIBYTE } from '../support/units.ts';
import type { FoundPackage, Place, UnreadPart } from './component.ts';
import { packagesOfGo } from './go-build-info.ts';
import { type Distribution, OsReleases } from './os-release.ts';
import { type PackageReader, readerFor } from './readers.ts';
import { DigestSink, feed, ProgramScan, type Sink, WholeFile } from './sinks.ts';
import { UnreadablePart } from './unreadable.ts';

/** A file with its digest. */
export interface DigestedFile extends Place {
  readonly size: number;
  readonly sha256: string;
  /** True if it is a component although it is not a program of the build. */
  readonly isListed: boolean;
}

/** What was found in the entries of an artifact. */
export interface Collected {
  readonly distribution: Distribution | undefined;
  readonly packages: readonly FoundPackage[];
  /** The programs named busybox that contain their version. */
  readonly busyboxes: readonly (Place & { readonly version: string })[];
  /** The files at the places of a build's own programs, and those that `isListed` selects. */
  readonly files: readonly DigestedFile[];
  readonly unread: readonly UnreadPart[];
}

export interface CollectOptions<E extends InsideEntry> {
  /** True for a file that is a component of its own. */
  readonly isListed: (entry: E) => boolean;
}

/** The places of the programs that a build adds; `/bin` can be a link to `/usr/bin`. */
const PROGRAM_PLACES: ReadonlySet<string> = new Set([
  'init',
  ...['bin', 'usr/bin'].flatMap((directory) => [`${directory}/kestrel`, `${directory}/busybox`]),
]);

const GIBIBYTE = 1024 * MEBIBYTE;

/** Limits for hostile artifacts, in which any number of files can share their data. A component needs about 10 KB of memory. */
const MAX_PACKAGES = 100_000;
const MAX_FILES = 100_000;
const MAX_UNREAD = 100;
const MAX_MANIFESTS_BYTES = 2 * GIBIBYTE;
const MAX_SCANNED_BYTES = 32 * GIBIBYTE;
const MAX_PROGRAM_BYTES = GIBIBYTE;
const MAX_OS_RELEASE_BYTES = MEBIBYTE / 16;

/**
 * Reads the entries of an artifact once, in their order, and collects packages and files. Of each file at most the bounded part
 * that is needed is read. What is damaged or too large is listed as unread.
 *
 * @throws FledgeError if the artifact itself is damaged.
 */
export async function collect<E extends InsideEntry>(
  entries: AsyncIterable<E>,
  { isListed }: CollectOptions<E>,
): Promise<Collected> {
  const collection = new Collection();
  for await (const entry of entries) await collection.add(entry, isListed(entry));
  return collection.result();
}

class Collection {
  readonly #releases = new OsReleases();
  readonly #packages: FoundPackage[] = [];
  readonly #busyboxes: (Place & { version: string })[] = [];
  readonly #files: DigestedFile[] = [];
  readonly #unread: UnreadPart[] = [];
  readonly #scanned = new Set<number>();
  #manifestBytes = 0;
  #scannedBytes = 0;

  result(): Collected {
    return {
      distribution: this.#releases.distribution(),
      packages: this.#packages,
      busyboxes: this.#busyboxes,
      files: this.#files,
      unread: this.#unread,
    };
  }

  async add(entry: InsideEntry, isListed: boolean): Promise<void> {
    const { path, kind, target, size } = entry;
    const isRelease = OsReleases.isCandidate(path);
    if (isRelease && target !== undefined) this.#releases.addLink(path, target);
    if (kind !== 'file') return;
    const reader = readerFor(path);
    const whole = reader === undefined ? undefined : this.#wholeFile(entry, reader);
    const release = isRelease && size <= MAX_OS_RELEASE_BYTES ? new WholeFile(size) : undefined;
    const digest = this.#digestOf(entry, isListed);
    const scan = this.#scanOf(entry);
    const sinks: Sink[] = [whole, release, digest, scan].filter((sink) => sink !== undefined);
    if (sinks.length === 0) return;
    // Once for all, because the data of a stream can be read once only.
    const read = await feed(entry, sinks);
    const place = placeOf(entry);
    if (release !== undefined) this.#releases.addFile(path, release.bytes);
    if (digest !== undefined) this.#files.push({ ...place, size, sha256: digest.digest(size), isListed });
    if (scan !== undefined) this.#addProgram(scan, entry, read);
    if (reader !== undefined && whole !== undefined) await this.#addPackages(reader, whole.bytes, place);
  }

  #wholeFile({ path, size }: InsideEntry, { maxBytes }: PackageReader): WholeFile | undefined {
    if (maxBytes === Number.POSITIVE_INFINITY) return new WholeFile(0);
    if (size > maxBytes) {
      this.#leaveOut(path, `it has ${size} bytes, and the limit is ${maxBytes / MEBIBYTE} MiB`);
      return undefined;
    }
    this.#manifestBytes += size;
    if (this.#manifestBytes <= MAX_MANIFESTS_BYTES) return new WholeFile(size);
    this.#leaveOut(path, `the files with packages have more than ${MAX_MANIFESTS_BYTES / GIBIBYTE} GiB`);
    return undefined;
  }

  #digestOf(entry: InsideEntry, isListed: boolean): DigestSink | undefined {
    const isProgram = PROGRAM_PLACES.has(entry.path) && entry.size <= MAX_PROGRAM_BYTES;
    if (!isProgram && !isListed) return undefined;
    if (this.#files.length < MAX_FILES) return new DigestSink();
    this.#leaveOut(entry.path, `there are more than ${MAX_FILES} files`);
    return undefined;
  }

  /** A program is searched once, whatever the number of its names. */
  #scanOf({ path, mode, ino }: InsideEntry): ProgramScan | undefined {
    if ((mode & 0o111) === 0 || this.#scanned.has(ino)) return undefined;
    if (this.#scannedBytes > MAX_SCANNED_BYTES) {
      this.#leaveOut(path, `the programs have more than ${MAX_SCANNED_BYTES / GIBIBYTE} GiB`);
      return undefined;
    }
    return new ProgramScan({ isBusybox: /(?:^|\/)busybox[^/]*$/.test(path) });
  }

  #addProgram(scan: ProgramScan, entry: InsideEntry, read: number): void {
    const place = placeOf(entry);
    this.#scannedBytes += read;
    // In an archive, only one name of a file has its data.
    if (entry.links > 1 && read > 0) this.#scanned.add(entry.ino);
    if (scan.buildInfo !== undefined) this.#push(packagesOfGo(scan.buildInfo, place), place);
    const version = scan.busyboxVersion;
    if (version !== undefined) this.#busyboxes.push({ ...place, version });
  }

  async #addPackages(reader: PackageReader, bytes: Buffer, place: Place): Promise<void> {
    try {
      this.#push(await reader.read(bytes, place), place);
    } catch (error) {
      if (!(error instanceof UnreadablePart)) throw error;
      this.#leaveOut(place.path, error.message);
    }
  }

  #push(packages: Iterable<FoundPackage>, { path }: Place): void {
    for (const found of packages) {
      if (this.#packages.length >= MAX_PACKAGES) {
        this.#leaveOut(path, `there are more than ${MAX_PACKAGES} packages`);
        return;
      }
      this.#packages.push(found);
    }
  }

  #leaveOut(path: ByteString, reason: string): void {
    if (this.#unread.length < MAX_UNREAD) this.#unread.push({ path, reason });
  }
}

function placeOf({ path, layer }: InsideEntry): Place {
  return { path, ...(layer !== undefined && { layer: layer.diffId }) };
}
