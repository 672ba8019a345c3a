import { resolve } from 'node:path';
import type { Mapping } from '../config/types.ts';
import { type ByteString, byteStringFromText, bytesOf, displayByteString } from '../support/byte-string.ts';
import { OwnFiles } from '../support/files/own-files.ts';
import { withoutSlashes } from '../support/text.ts';
import { looksLikeCredentials } from './credential-files.ts';
import type { Timestamp } from './entry.ts';
import { EntryPlacer } from './entry-placer.ts';
import { placeOf } from './mapped-by.ts';
import { type HostEntry, MappedDirectory, type Seen, SeenFiles, type WalkedEntry } from './mapped-directory.ts';
import { type MappingProblem, MappingProblems, type MappingWarning, withoutRepetitions } from './mapping-problems.ts';
import { MappingRemarks } from './mapping-remarks.ts';
import {
  describeSpecialFile,
  findSource,
  realPath,
  settingsForDirectories,
  sourceErrorMessage,
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
  /** The places of the mapped files and directories, in the order of the mappings. */
  readonly places: readonly MappedPlace[];
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

/** Where the file or directory of a mapping is in the tree. */
export interface MappedPlace {
  readonly mapping: Mapping;
  /** Without links above it. */
  readonly path: ByteString;
  readonly isDirectory: boolean;
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

/** A mapped file or directory while it is added. */
interface Task {
  readonly mapping: Mapping;
  readonly placer: EntryPlacer;
}

interface DirectoryTask extends Task {
  readonly walk: MappedDirectory;
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
  readonly #problems = new MappingProblems();
  readonly #unusedGlobs: MappingProblem[] = [];
  readonly #places: MappedPlace[] = [];
  readonly #programs: ByteString[] = [];
  readonly #git = new SeenFiles();
  readonly #credentials = new SeenFiles();

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
      this.#problems.add(mapping, sourceErrorMessage(error, mapping));
    }
  }

  result(): MappingResult {
    return {
      problems: this.#problems.list(),
      places: this.#places,
      programs: this.#programs,
      git: this.#git,
      credentials: this.#credentials,
      warnings: this.#remarks.list(this.#tree),
      unusedGlobs: withoutRepetitions(this.#unusedGlobs),
    };
  }

  async #addSource(mapping: Mapping): Promise<void> {
    const { host, stats } = findSource(mapping, this.#directory);
    const destination = byteStringFromText(mapping.destination.slice(1));
    if (this.#skipped.has(host)) {
      this.#problems.add(mapping, 'the build writes this file; map another file, or write the output elsewhere');
    } else if (this.#ownFiles.holds(host, this.#realDirectory)) {
      this.#problems.add(mapping, BELONGS_TO_BUILDS);
    } else if (stats.isDirectory()) {
      await this.#addMappedDirectory(mapping, { host, stats }, destination);
    } else if (stats.isFile()) {
      this.#addNamedFile(mapping, { host, stats, label: mapping.source }, destination);
    } else this.#problems.add(mapping, describeSpecialFile(stats)(mapping.source));
  }

  #placerFor(mapping: Mapping): EntryPlacer {
    return new EntryPlacer(this.#tree, mapping, {
      mtime: this.#mtime,
      owners: this.#owners,
      fail: (path, describe) => this.#problems.addEntry(mapping, `/${displayByteString(path)}`, describe),
    });
  }

  #addNamedFile(mapping: Mapping, source: HostEntry, destination: ByteString): void {
    const misplaced = settingsForDirectories(mapping);
    for (const { setting, message } of misplaced) this.#problems.add(mapping, message, setting);
    if (misplaced.length > 0) return;
    const path = placeOf(this.#tree, mapping, destination);
    const earlier = this.#mappedBy.get(path);
    this.#mappedBy.set(path, mapping);
    if (earlier !== undefined) {
      this.#problems.add(mapping, `"${earlier.source}" is already mapped to /${displayByteString(path)}`);
      return;
    }
    this.#places.push({ mapping, path, isDirectory: false });
    this.#addFile({ mapping, placer: this.#placerFor(mapping) }, source, path);
  }

  async #addMappedDirectory(
    mapping: Mapping,
    { host, stats }: Omit<HostEntry, 'label'>,
    destination: ByteString,
  ): Promise<void> {
    const label = withoutSlashes(mapping.source);
    const written = byteStringFromText(resolve(this.#directory, mapping.source));
    const rules = { skipped: this.#skipped, ownFiles: this.#ownFiles, problems: this.#problems, git: this.#git };
    const walk = new MappedDirectory(mapping, { host, written }, rules);
    const none = '' as ByteString;
    const task = { mapping, placer: this.#placerFor(mapping), walk };
    await this.#addDirectory(task, { host, stats, label, relative: none, name: none }, destination);
    this.#unusedGlobs.push(...walk.unusedGlobs(label));
    this.#places.push({ mapping, path: this.#tree.resolveDirectory(destination) ?? destination, isDirectory: true });
  }

  /** Adds a directory, unless the tree has one, and everything in it. */
  async #addDirectory(task: DirectoryTask, directory: WalkedEntry, path: ByteString): Promise<void> {
    const target = task.placer.makeDirectory(path);
    if (target === undefined) return;
    const names = task.walk.namesIn(directory);
    const inode = this.#tree.get(target);
    if (names.length === 0 && inode !== undefined) {
      this.#remarks.addEmptyDirectory({ ...directory, mapping: task.mapping, path: target, inode });
    }
    for await (const child of task.walk.entriesIn(directory, names)) {
      await this.#addChild(task, child, target === '' ? child.name : (`${target}/${child.name}` as ByteString));
    }
  }

  async #addChild(task: DirectoryTask, child: WalkedEntry, path: ByteString): Promise<void> {
    const { host, label, name, stats } = child;
    if (stats.isDirectory()) await this.#addDirectory(task, child, path);
    else if (stats.isFile()) {
      this.#addFile(task, child, path);
      if (looksLikeCredentials(name, host)) this.#credentials.add(label);
    } else if (stats.isSymbolicLink()) {
      const target = task.walk.targetOf(child);
      if (target !== undefined) task.placer.putNonDirectory(path, 0o777, { kind: 'symlink', target });
    } else this.#problems.addEntry(task.mapping, label, describeSpecialFile(stats));
  }

  #addFile({ mapping, placer }: Task, { host, stats, label }: HostEntry, path: ByteString): void {
    const mode = mapping.settings.mode ?? mappedFileMode(path, stats.mode);
    const content = { kind: 'host-file', size: stats.size, path: bytesOf(host), label } as const;
    const inode = placer.putNonDirectory(path, mode, { kind: 'file', content });
    if (inode === undefined) return;
    if ((mode & 0o111) !== 0 && isProgramPath(path)) this.#programs.push(path);
    this.#remarks.addFile({ mapping, host, stats, label, path, inode });
  }
}
