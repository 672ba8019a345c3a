import type { Directory } from '../config/types.ts';
import { byteStringFromText, displayByteString } from '../support/byte-string.ts';
import { FledgeError } from '../support/errors.ts';
import type { Timestamp } from './entry.ts';
import { followPath } from './follow.ts';
import type { MappingProblem } from './mapping-problems.ts';
import { idsOf, type NamedOwners, ROOT_OWNER } from './owners.ts';
import { DIRECTORY_MODE } from './permissions.ts';
import type { FileTree } from './tree.ts';

/**
 * Creates the directories of `[directories]`, or changes mode and owner of those that the tree has, also through links.
 * Parents must precede their children. Returns the problems; a directory with a problem is not created.
 */
export function addDirectories(
  tree: FileTree,
  directories: readonly Directory[],
  { mtime, owners }: { readonly mtime: Timestamp; readonly owners: NamedOwners },
): MappingProblem[] {
  return directories.flatMap((directory): MappingProblem[] => {
    try {
      const message = addDirectory(tree, directory, mtime, owners);
      return message === undefined ? [] : [{ key: directory.key, message }];
    } catch (error) {
      // A parent is a file, or a loop of links.
      if (!(error instanceof FledgeError)) throw error;
      return [{ key: directory.key, message: error.message }];
    }
  });
}

function addDirectory(
  tree: FileTree,
  { path: written, mode, owner, key }: Directory,
  mtime: Timestamp,
  owners: NamedOwners,
): string | undefined {
  const path = byteStringFromText(written.slice(1));
  const target = tree.resolveDirectory(path);
  const present = target === undefined ? undefined : tree.get(target);
  if (present === undefined) {
    const other = tree.get(path);
    if (other?.kind === 'symlink' && followPath(tree, path).inode === undefined) {
      return `${written} is a link to ${displayByteString(other.target)}, which does not exist; name the target of the link instead`;
    }
    if (other !== undefined)
      return `${written} is not a directory, and a directory cannot replace it; choose another path`;
  }
  const ids = owner === undefined ? undefined : idsOf(owner);
  const place = target ?? path;
  tree.putDirectory(place, {
    ...(present ?? { mode: DIRECTORY_MODE, ...ROOT_OWNER, mtime, xattrs: new Map() }),
    ...(mode !== undefined && { mode }),
    ...ids,
  });
  if (owner !== undefined && ids === undefined) owners.add(tree, place, { owner, key: [...key, 'owner'] });
  return undefined;
}
