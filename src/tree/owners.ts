import type { Owner } from '../config/types.ts';
import type { ByteString } from '../support/byte-string.ts';
import type { DirectoryInode, Inode, Metadata } from './entry.ts';
import type { FileTree } from './tree.ts';

/** The numbers of an owner. */
export type OwnerIds = Pick<Metadata, 'uid' | 'gid'>;

/** The owner of an entry without a setting. */
export const ROOT_OWNER: OwnerIds = { uid: 0, gid: 0 };

/** An owner with at least one name, and the key of fledge.toml that has it. */
export interface NamedOwner {
  readonly owner: Owner;
  readonly key: readonly string[];
}

/** The numbers of an owner, or undefined if it has a name. */
export function idsOf({ user, group }: Owner): OwnerIds | undefined {
  return typeof user === 'number' && typeof group === 'number' ? { uid: user, gid: group } : undefined;
}

/**
 * Entries whose owner is a name. Names are looked up in the finished tree, because a mapping may add its /etc/passwd. Until
 * then the entries belong to 0:0.
 */
export class NamedOwners {
  readonly #entries: { readonly path: ByteString; readonly inode: Inode; readonly named: NamedOwner }[] = [];

  /** Records the entry that was just put at `path`. */
  add(tree: FileTree, path: ByteString, named: NamedOwner): void {
    const inode = tree.get(path);
    if (inode !== undefined) this.#entries.push({ path, inode, named });
  }

  /** The owners, each once. */
  get list(): readonly NamedOwner[] {
    return [...new Set(this.#entries.map(({ named }) => named))];
  }

  /** Sets the owners of the entries that no later mapping has replaced. */
  apply(tree: FileTree, lookUp: (named: NamedOwner) => OwnerIds | undefined): void {
    for (const { path, inode, named } of this.#entries) {
      const ids = lookUp(named);
      if (ids === undefined || tree.get(path) !== inode) continue;
      if (inode.kind === 'directory') tree.putDirectory(path, { ...inode, ...ids } satisfies DirectoryInode);
      else tree.put(path, { ...inode, ...ids });
    }
  }
}
