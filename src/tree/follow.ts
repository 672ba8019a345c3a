import type { ByteString } from '../support/byte-string.ts';
import type { Inode } from './entry.ts';
import { type FileTree, joinPath } from './tree.ts';

/** As many symlinks as Linux follows in one path (path_resolution(7)). */
const MAX_SYMLINKS = 40;

/** Where a path leads. */
export interface Followed {
  /** Free of links and without a leading slash; of what is missing, the path at which it is looked for. */
  readonly path: ByteString;
  /** Undefined if there is nothing. */
  readonly inode: Inode | undefined;
  /** There are more links than Linux follows. */
  readonly loops: boolean;
}

/** Follows a path in a tree as Linux does at run time: its last component, too. */
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
