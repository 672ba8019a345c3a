import { lstatSync, readdirSync, readlinkSync, type Stats } from 'node:fs';
import { resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Mapping } from '../config/types.ts';
import {
  type ByteString,
  byteStringFromBytes,
  byteStringFromText,
  bytesOf,
  compareByteStrings,
  displayByteString,
} from '../support/byte-string.ts';
import { systemCodeOf } from '../support/errors.ts';
import { isOwnName, OwnFiles } from '../support/files/own-files.ts';
import { looksLikeCredentials } from './credential-files.ts';
import type { Timestamp } from './entry.ts';
import { EntryPlacer } from './entry-placer.ts';
import { compileExclusion, type Exclusion } from './exclude.ts';
import { placeOf } from './mapped-by.ts';
import { MappingRemarks } from './mapping-remarks.ts';
import {
  findSource,
  type MappingProblem,
  type MappingWarning,
  realPath,
  settingsForDirectories,
  sourceErrorMessage,
  specialFileMessage,
  withoutRepetitions,
} from './mapping-source.ts';
import { NamedOwners } from './owners.ts';
import { isProgramPath, mappedFileMode } from './permissions.ts';
import type { FileTree } from './tree.ts';

/** Problem of a mapping of a file in OwnFiles. */
const BELONGS_TO_BUILDS =
  'this belongs to a build, such as its cache or a login, and is never mapped; map another file or directory';

export interface MappingResult {
  /** Empty if all mappings were added. */
  readonly problems: readonly MappingProblem[];
  /** Executable files that were mapped below a directory for programs, in the order of the mappings. */
  readonly programs: readonly ByteString[];
  /** The `.git` entries of mapped directories, which were skipped. */
  readonly git: Seen;
  /** Files of mapped directories that look as if a tool stored a secret in them. They are mapped. */
  readonly credentials: Seen;
  /** Warnings about entries that are in the tree. */
  readonly warnings: readonly MappingWarning[];
  /** Globs of `exclude` that matched nothing. */
  readonly unusedGlobs: readonly MappingProblem[];
}

/** The number of such files in the walked directories, and the path of the first one as the author would write it. */
export interface Seen {
  readonly count: number;
  readonly first: string;
}

export interface MappingOptions {
  /** The base directory of relative sources. */
  readonly directory: string;
  readonly mtime: Timestamp;
  /** Absolute host paths that are skipped in mapped directories. */
  readonly exclude?: ReadonlySet<string>;
  /** Absolute host paths of directories and files of builds, which are never mapped. */
  readonly own?: Iterable<string>;
  /** Collects the entries whose owner is a name. They belong to 0:0 until it is applied. */
  readonly owners?: NamedOwners;
}

/**
 * The metadata of a git checkout: a directory, or a file in a worktree or a submodule. actions/checkout writes a token
 * to it.
 */
const GIT = '.git' as ByteString;

/** The event loop runs after this many entries, so that signals are handled during a long walk. */
const ENTRIES_PER_TURN = 1000;

/**
 * Adds the mapped host files and directories to the tree, in order; later ones win. Without settings they are owned by
 * 0:0 and have the mode of permissions.ts. A mapped directory is merged with an existing one, also through a link such as
 * `bin -> usr/bin`, and the metadata of the existing one is kept. Links inside a mapped directory are kept as links; a
 * link that is itself the source is followed. Only files that may contain credentials, and files of the size of a Git LFS
 * pointer, are read here.
 *
 * Files of builds, `.git` and excluded paths are skipped in a mapped directory, at any depth. A mapping of `.git`, or of
 * a file in it, includes it.
 *
 * Returns all mappings that failed; the tree is then incomplete.
 */
export async function addMappings(
  tree: FileTree,
  mappings: readonly Mapping[],
  options: MappingOptions,
): Promise<MappingResult> {
  const mapper = new Mapper(tree, options);
  for (const mapping of mappings) await mapper.add(mapping);
  return mapper.result();
}

/** A mapping while it is added. */
interface Task {
  readonly mapping: Mapping;
  readonly exclusion: Exclusion;
  readonly placer: EntryPlacer;
  /** True if `.git` is not skipped. */
  readonly includesGit: boolean;
  /** The number of entries below the mapped directory that were mapped, and that were excluded. */
  mapped: number;
  excluded: number;
}

/** A host directory that is walked. */
interface HostDirectory {
  readonly host: ByteString;
  readonly stats: Stats;
  readonly label: string;
  /** Its path relative to the mapped directory; empty for that directory itself. */
  readonly relative: ByteString;
}

class Mapper {
  readonly #tree: FileTree;
  readonly #directory: string;
  readonly #realDirectory: ByteString;
  readonly #mtime: Timestamp;
  readonly #skipped: ReadonlySet<ByteString>;
  readonly #ownFiles: OwnFiles;
  readonly #owners: NamedOwners;
  readonly #mappedBy = new Map<ByteString, Mapping>();
  readonly #remarks = new MappingRemarks();
  readonly #problems: MappingProblem[] = [];
  readonly #unusedGlobs: MappingProblem[] = [];
  readonly #programs: ByteString[] = [];
  readonly #git = { count: 0, first: '' };
  readonly #credentials = { count: 0, first: '' };
  #entries = 0;

  constructor(
    tree: FileTree,
    { directory, mtime, exclude = new Set(), own = [], owners = new NamedOwners() }: MappingOptions,
  ) {
    this.#tree = tree;
    this.#directory = directory;
    this.#realDirectory = realPath(directory);
    this.#mtime = mtime;
    this.#skipped = new Set(Array.from(exclude, byteStringFromText));
    this.#ownFiles = new OwnFiles(own);
    this.#owners = owners;
  }

  async add(mapping: Mapping): Promise<void> {
    try {
      await this.#addSource(mapping);
    } catch (error) {
      this.#fail(mapping, sourceErrorMessage(error, mapping));
    }
  }

  result(): MappingResult {
    return {
      problems: withoutRepetitions(this.#problems),
      programs: this.#programs,
      git: this.#git,
      credentials: this.#credentials,
      warnings: this.#remarks.list(this.#tree),
      unusedGlobs: withoutRepetitions(this.#unusedGlobs),
    };
  }

  #fail({ key }: Mapping, message: string, ...setting: readonly string[]): void {
    this.#problems.push({ key: [...key, ...setting], message });
  }

  async #addSource(mapping: Mapping): Promise<void> {
    const { host, stats } = findSource(mapping, this.#directory);
    const destination = byteStringFromText(mapping.destination.slice(1));
    if (this.#skipped.has(host)) {
      this.#fail(mapping, 'the build writes this file; map another file, or write the output elsewhere');
    } else if (this.#ownFiles.holds(host, this.#realDirectory)) {
      this.#fail(mapping, BELONGS_TO_BUILDS);
    } else if (stats.isDirectory()) {
      const label = withoutSlash(mapping.source);
      const task = this.#begin(mapping, host);
      await this.#addDirectory(task, { host, stats, label, relative: '' as ByteString }, destination);
      this.#finish(task, label);
    } else if (stats.isFile()) {
      await this.#addNamedFile(mapping, { host, stats }, destination);
    } else this.#fail(mapping, specialFileMessage(mapping.source, stats));
  }

  #begin(mapping: Mapping, host: ByteString): Task {
    const fail = (message: string): void => this.#fail(mapping, message);
    return {
      mapping,
      exclusion: compileExclusion(mapping.settings.exclude),
      placer: new EntryPlacer(this.#tree, mapping, { mtime: this.#mtime, owners: this.#owners, fail }),
      includesGit: isInGit(host) || isInGit(byteStringFromText(resolve(this.#directory, mapping.source))),
      mapped: 0,
      excluded: 0,
    };
  }

  #finish({ mapping, exclusion, mapped, excluded }: Task, label: string): void {
    if (mapped === 0 && excluded > 0) {
      this.#fail(mapping, `this excludes everything in ${label}; remove a pattern, or the mapping`, 'exclude');
      return;
    }
    for (const glob of exclusion.unused()) {
      this.#unusedGlobs.push({
        key: [...mapping.key, 'exclude'],
        message: `${JSON.stringify(glob)} matches nothing in ${label}`,
      });
    }
  }

  async #addNamedFile(
    mapping: Mapping,
    source: Pick<HostDirectory, 'host' | 'stats'>,
    destination: ByteString,
  ): Promise<void> {
    const misplaced = settingsForDirectories(mapping);
    this.#problems.push(...misplaced);
    if (misplaced.length > 0) return;
    const path = placeOf(this.#tree, mapping, destination);
    const earlier = this.#mappedBy.get(path);
    this.#mappedBy.set(path, mapping);
    if (earlier !== undefined) {
      this.#fail(mapping, `"${earlier.source}" is already mapped to /${displayByteString(path)}`);
      return;
    }
    this.#addFile(this.#begin(mapping, source.host), { ...source, label: mapping.source }, path);
  }

  #addFile(task: Task, { host, stats, label }: Omit<HostDirectory, 'relative'>, path: ByteString): void {
    const { mapping } = task;
    const mode = mapping.settings.mode ?? mappedFileMode(path, stats.mode);
    const content = { kind: 'host-file', size: stats.size, path: bytesOf(host), label } as const;
    const inode = task.placer.putNonDirectory(path, mode, { kind: 'file', content });
    if (inode === undefined) return;
    if ((mode & 0o111) !== 0 && isProgramPath(path)) this.#programs.push(path);
    this.#remarks.addFile({ mapping, host, stats, label, path, inode });
  }

  /** Adds a directory, unless the tree has one, and everything in it. */
  async #addDirectory(task: Task, directory: HostDirectory, path: ByteString): Promise<void> {
    const target = task.placer.makeDirectory(path);
    if (target === undefined) return;
    const { host, label, relative } = directory;
    const names = this.#namesIn(task, directory);
    if (names.length === 0) this.#remarkEmpty(task, directory, target);
    for (const name of names) {
      if (++this.#entries % ENTRIES_PER_TURN === 0) await setImmediate();
      const childHost = (host === '/' ? `/${name}` : `${host}/${name}`) as ByteString;
      if (this.#skipped.has(childHost) || isOwnName(name)) continue;
      const child = { host: childHost, label: `${label}/${displayByteString(name)}`, relative: joined(relative, name) };
      if (task.exclusion.matches(child.relative)) {
        task.excluded += 1;
        continue;
      }
      if (name === GIT && !task.includesGit) {
        see(this.#git, child.label);
        continue;
      }
      const stats = this.#readable(task, child.label, () => lstatSync(bytesOf(childHost)));
      if (stats === undefined || this.#ownFiles.has(stats)) continue;
      task.mapped += 1;
      await this.#addChild(task, { ...child, stats }, joined(target, name), name);
    }
  }

  async #addChild(task: Task, child: HostDirectory, path: ByteString, name: ByteString): Promise<void> {
    const { host, label, stats } = child;
    if (stats.isDirectory()) await this.#addDirectory(task, child, path);
    else if (stats.isFile()) {
      this.#addFile(task, child, path);
      if (looksLikeCredentials(name, host)) see(this.#credentials, label);
    } else if (stats.isSymbolicLink()) {
      const target = byteStringFromBytes(readlinkSync(bytesOf(host), { encoding: 'buffer' }));
      task.placer.putNonDirectory(path, 0o777, { kind: 'symlink', target });
    } else this.#fail(task.mapping, specialFileMessage(label, stats));
  }

  #remarkEmpty({ mapping }: Task, { host, stats, label }: HostDirectory, path: ByteString): void {
    const inode = this.#tree.get(path);
    if (inode !== undefined) this.#remarks.addEmptyDirectory({ mapping, host, stats, label, path, inode });
  }

  /** The names in a host directory, in byte order. If it cannot be read, reports a problem and returns none. */
  #namesIn(task: Task, { host, label }: HostDirectory): readonly ByteString[] {
    const names = this.#readable(task, label, () => readdirSync(bytesOf(host), { encoding: 'buffer' }));
    return (names ?? []).map(byteStringFromBytes).sort(compareByteStrings);
  }

  /** The result of `read`. If permission is denied, reports a problem that names the file and returns undefined. */
  #readable<T>({ mapping }: Task, label: string, read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      if (systemCodeOf(error) !== 'EACCES') throw error;
      this.#fail(mapping, `cannot read ${label}: permission denied; make it readable for the user who builds`);
      return undefined;
    }
  }
}

function see(seen: { count: number; first: string }, label: string): void {
  if (seen.count === 0) seen.first = label;
  seen.count += 1;
}

function isInGit(path: ByteString): boolean {
  return path.split('/').includes(GIT);
}

function joined(directory: ByteString, name: ByteString): ByteString {
  return directory === '' ? name : (`${directory}/${name}` as ByteString);
}

function withoutSlash(path: string): string {
  return path.replace(/(?<=.)\/+$/, '');
}
