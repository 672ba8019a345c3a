import type { Mapping } from '../config/types.ts';
import type { ByteString } from '../support/byte-string.ts';
import type { InodeBody, Metadata, NonDirectoryInode, Timestamp } from './entry.ts';
import { followPath } from './follow.ts';
import type { DescribeEntry } from './mapping-problems.ts';
import { idsOf, type NamedOwner, type NamedOwners, type OwnerIds, ROOT_OWNER } from './owners.ts';
import { DIRECTORY_MODE } from './permissions.ts';
import type { FileTree } from './tree.ts';

/** The fix for a mapping that would replace an entry of another kind. */
const FIX = 'choose another destination, or set replace = true';

/** Shared by all mapped entries, of which there can be many. */
const NO_XATTRS: Metadata['xattrs'] = new Map();

export interface PlacerOptions {
  readonly mtime: Timestamp;
  /** Collects the entries whose owner is a name. */
  readonly owners: NamedOwners;
  /** Called with the path of an entry that cannot be placed, and its problem. */
  readonly fail: (path: ByteString, describe: DescribeEntry) => void;
}

/** Puts the entries of one mapping into a tree, with its owner, and replaces entries of other kinds only if it may. */
export class EntryPlacer {
  readonly #tree: FileTree;
  readonly #mapping: Mapping;
  readonly #options: PlacerOptions;
  readonly #ids: OwnerIds;
  readonly #named: NamedOwner | undefined;

  constructor(tree: FileTree, mapping: Mapping, options: PlacerOptions) {
    const { owner } = mapping.settings;
    const ids = owner === undefined ? ROOT_OWNER : idsOf(owner);
    this.#tree = tree;
    this.#mapping = mapping;
    this.#options = options;
    this.#ids = ids ?? ROOT_OWNER;
    this.#named = owner === undefined || ids !== undefined ? undefined : { owner, key: [...mapping.key, 'owner'] };
  }

  /** Puts a file or link; returns undefined, and reports a problem, if a directory is in its place. */
  putNonDirectory(path: ByteString, mode: number, body: InodeBody): NonDirectoryInode | undefined {
    const inode: NonDirectoryInode = { ...this.#metadata(mode), ...body };
    const isDirectory = this.#tree.get(path)?.kind === 'directory';
    // A link may replace an empty directory: images and the base of an initramfs have many.
    const mayReplace = this.#mapping.settings.replace || (inode.kind !== 'file' && !this.#tree.hasEntriesBelow(path));
    if (isDirectory && !mayReplace) {
      const content = inode.kind === 'file' ? '' : ' with files in it';
      this.#options.fail(
        path,
        (entry) => `${entry} is a directory${content}, and a ${inode.kind} cannot replace it; ${FIX}`,
      );
      return undefined;
    }
    this.#tree.put(path, inode);
    this.#addOwner(path);
    return inode;
  }

  /**
   * The path, free of links, of the directory at `path`, which is created if the tree has none. Returns undefined, and
   * reports a problem, if a file is in its place. A dangling link is replaced.
   */
  makeDirectory(path: ByteString): ByteString | undefined {
    const { replace, directoryMode = DIRECTORY_MODE } = this.#mapping.settings;
    const target = this.#tree.resolveDirectory(path) ?? path;
    if (this.#tree.get(target)?.kind === 'directory') return target;
    if (!replace && followPath(this.#tree, target).inode !== undefined) {
      this.#options.fail(path, (entry) => `${entry} is not a directory, and a directory cannot replace it; ${FIX}`);
      return undefined;
    }
    this.#tree.putDirectory(target, this.#metadata(directoryMode));
    this.#addOwner(target);
    return target;
  }

  #metadata(mode: number): Metadata {
    return { ...this.#ids, mode, mtime: this.#options.mtime, xattrs: NO_XATTRS };
  }

  #addOwner(path: ByteString): void {
    if (this.#named !== undefined) this.#options.owners.add(this.#tree, path, this.#named);
  }
}
