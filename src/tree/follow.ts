import type { ByteString } from '../support/byte-string.ts';
import type { Inode } from './entry.ts';
import { type FileTree, joinPath } from './tree.ts';

/** The number of symlinks that Linux follows in one path (path_resolution(7)). */
const MAX_SYMLINKS = 40;

/** The result of following a path. */
export interface Followed {
  /** Free of links and without a leading slash. For a missing file, the path that Linux would look up. */
  readonly path: ByteString;
  /** Undefined if nothing exists at the path. */
  readonly inode: Inode | undefined;
  /** True if the path has more links than Linux follows. */
  readonly loops: boolean;
}

/** Follows a path in a tree as Linux does at run time, including its last component. */
export function followPath(tree: FileTree, path: ByteString): Followed {
  const split = (text: string): ByteString[] => (text.split('/') as ByteString[]).reverse();
  const todo = split(path);
  const names: ByteString[] = [];
  let links = 0;
  for (let name = todo.pop(); name !== undefined; name = todo.pop()) {
    if (name === '' || name === '.') continue;
    if (name === '..') {
      names.pop();
      continue;
    }
    const here = joinPath([...names, name]);
    const inode = tree.get(here);
    if (inode === undefined) {
      const rest = todo.toReversed().filter((part) => part !== '' && part !== '.');
      return { path: joinPath([...names, name, ...rest]), inode: undefined, loops: false };
    }
    if (inode.kind !== 'symlink') {
      names.push(name);
      continue;
    }
    if (++links > MAX_SYMLINKS) return { path: here, inode: undefined, loops: true };
    if (inode.target.startsWith('/')) names.length = 0;
    todo.push(...split(inode.target));
  }
  const end = joinPath(names);
  return { path: end, inode: tree.get(end), loops: false };
}
