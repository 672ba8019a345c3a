import type { InsideEntry, InsideKind } from '../inside/entry.ts';
import { type ByteString, compareByteStrings, displayByteString } from '../support/byte-string.ts';

/** What fills an artifact. All sizes are in bytes. */
export interface Usage {
  /** The number of names of each kind that occurs. */
  readonly entries: Readonly<Partial<Record<InsideKind, number>>>;
  /** The content of the files, with holes; a file with several names counts once. */
  readonly size: number;
  /** The bytes that all entries occupy, as du(1) counts them; undefined if the format does not record them. */
  readonly allocated?: number;
  /** The part of `size` that files with holes do not occupy; undefined if the format does not record it. */
  readonly savedByHoles?: number;
  /** The bytes that copies would need in the place of hard links. */
  readonly savedByLinks: number;
  /** The largest directories with all that is below them, the largest first. */
  readonly directories: readonly DirectoryUsage[];
  /** The largest files, the largest first. */
  readonly files: readonly FileUsage[];
}

export interface FileUsage {
  /** Absolute inside the artifact; bytes that are not UTF-8 are written as `\xHH`. */
  readonly path: string;
  readonly size: number;
}

export interface DirectoryUsage extends FileUsage {
  /** The number of names below it. */
  readonly entries: number;
}

/**
 * Directories and inodes that are counted one by one. A hostile artifact has any number: the content of further directories
 * counts for those above them, and further hard links count as files of their own.
 */
const MAX_COUNTED = 200_000;
/** The bytes of the paths of these directories. */
const MAX_PATH_BYTES = 64 * 1024 * 1024;

export interface UsageOptions {
  /** How many directories and files are listed. */
  readonly top: number;
  /** The path that all entries are at or below. Default: the root. */
  readonly start?: ByteString;
}

/** Adds up the entries of an artifact, or of a part of it. The memory does not depend on their number. */
export async function usageOf(
  entries: AsyncIterable<InsideEntry>,
  { top, start = '' as ByteString }: UsageOptions,
): Promise<Usage> {
  const counts: Partial<Record<InsideKind, number>> = {};
  const directories = new Directories();
  const files = new Largest(top);
  const inodes = new Map<number, { size: number; names: number }>();
  let size = 0;
  let allocated: number | undefined;
  let savedByHoles: number | undefined;
  for await (const entry of entries) {
    const { kind, path } = entry;
    counts[kind] = (counts[kind] ?? 0) + 1;
    directories.count(path, kind === 'directory');
    const isLinked = kind !== 'directory' && entry.links > 1;
    const inode = isLinked ? inodes.get(entry.ino) : undefined;
    if (inode !== undefined) inode.names += 1;
    else if (isLinked && inodes.size < MAX_COUNTED) inodes.set(entry.ino, { size: 0, names: 1 });
    const isFirst = inode === undefined;
    if (entry.allocated !== undefined && isFirst) {
      allocated = sum(allocated ?? 0, entry.allocated);
      if (kind === 'file') savedByHoles = sum(savedByHoles ?? 0, Math.max(0, entry.size - entry.allocated));
    }
    if (kind !== 'file' || entry.size === 0) continue;
    // In an archive, only one name of a file has its data, and it need not be the first.
    const known = inode ?? (isLinked ? inodes.get(entry.ino) : undefined);
    if (known !== undefined && known.size > 0) continue;
    if (known !== undefined) known.size = entry.size;
    size = sum(size, entry.size);
    directories.add(path, entry.size);
    files.add(path, entry.size);
  }
  let savedByLinks = 0;
  for (const inode of inodes.values()) savedByLinks = sum(savedByLinks, inode.size * (inode.names - 1));
  return {
    entries: counts,
    size,
    ...(allocated !== undefined && { allocated }),
    ...(savedByHoles !== undefined && { savedByHoles }),
    savedByLinks,
    directories: directories.largest(top, start),
    files: files.sorted().map(({ path, size: bytes }) => ({ path: shown(path), size: bytes })),
  };
}

/** A sum of sizes that a hostile artifact states. */
function sum(a: number, b: number): number {
  return Math.min(a + b, Number.MAX_SAFE_INTEGER);
}

function shown(path: ByteString): string {
  return `/${displayByteString(path)}`;
}

interface Sized {
  readonly path: ByteString;
  readonly size: number;
}

/** The largest first; those of the same size in the order of their bytes. */
function bySize(a: Sized, b: Sized): number {
  return b.size - a.size || compareByteStrings(a.path, b.path);
}

/** Keeps the largest of any number of paths. */
class Largest {
  readonly #count: number;
  #kept: Sized[] = [];
  /** Smaller ones are not kept. */
  #least = 0;

  constructor(count: number) {
    this.#count = count;
  }

  add(path: ByteString, size: number): void {
    if (size < this.#least) return;
    this.#kept.push({ path, size });
    if (this.#kept.length < 4 * this.#count + 1000) return;
    this.#kept = this.sorted();
    this.#least = this.#kept.at(-1)?.size ?? 0;
  }

  sorted(): Sized[] {
    return this.#kept.sort(bySize).slice(0, this.#count);
  }
}

interface Sums {
  size: number;
  entries: number;
}

/** The sums of all directories. Those that an archive does not name are counted, too. */
class Directories {
  /** The directories that are counted one by one. Until the end, each has only what is directly in it. */
  readonly #sums = new Map<string, Sums>([['', { size: 0, entries: 0 }]]);
  #last: { readonly path: string; readonly sums: Sums } | undefined;
  #pathBytes = 0;

  count(path: ByteString, isDirectory: boolean): void {
    if (path !== '') this.#above(path).entries += 1;
    if (isDirectory) this.#sumsOf(path);
  }

  add(path: ByteString, size: number): void {
    const sums = this.#above(path);
    sums.size = sum(sums.size, size);
  }

  /** The largest directories at and below a path, with all that is below them. */
  largest(top: number, start: ByteString): DirectoryUsage[] {
    // A longer path is never above a shorter one.
    for (const [path, { size, entries }] of [...this.#sums].sort(([a], [b]) => b.length - a.length)) {
      if (path === '') continue;
      const above = this.#sumsOf(parentOf(path));
      above.size = sum(above.size, size);
      above.entries += entries;
    }
    const isShown = (path: string): boolean => start === '' || path === start || path.startsWith(`${start}/`);
    return Array.from(this.#sums, ([path, sums]) => ({ path: path as ByteString, ...sums }))
      .filter(({ path, size }) => (size > 0 || path === start) && isShown(path))
      .sort(bySize)
      .slice(0, top)
      .map(({ path, size, entries }) => ({ path: shown(path), size, entries }));
  }

  #above(path: string): Sums {
    const parent = parentOf(path);
    if (this.#last?.path === parent) return this.#last.sums;
    const sums = this.#sumsOf(parent);
    this.#last = { path: parent, sums };
    return sums;
  }

  /** The sums of a directory, or of the nearest one above it that is counted. */
  #sumsOf(path: string): Sums {
    const known = this.#sums.get(path);
    if (known !== undefined) return known;
    const ends = [0, ...endsOfNames(path)];
    let index = this.#lastCounted(path, ends);
    let sums = this.#sums.get(path.slice(0, ends[index])) ?? { size: 0, entries: 0 };
    while (++index < ends.length && this.#sums.size < MAX_COUNTED && this.#pathBytes < MAX_PATH_BYTES) {
      const directory = path.slice(0, ends[index]);
      sums = { size: 0, entries: 0 };
      this.#sums.set(directory, sums);
      this.#pathBytes += directory.length;
    }
    return sums;
  }

  /** All directories above a counted one are counted. A hostile path has thousands, so that they are not tried one by one. */
  #lastCounted(path: string, ends: readonly number[]): number {
    let [counted, missing] = [0, ends.length];
    while (missing - counted > 1) {
      const middle = Math.floor((counted + missing) / 2);
      if (this.#sums.has(path.slice(0, ends[middle]))) counted = middle;
      else missing = middle;
    }
    return counted;
  }
}

/** The ends of the names in a path. */
function* endsOfNames(path: string): Generator<number> {
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) yield at;
  yield path.length;
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
