import { type ByteString, compareByteStrings, displayByteString } from '../support/byte-string.ts';
import { FledgeError } from '../support/errors.ts';
import type { DirectoryInode, Entry, Inode, LeafInode, Metadata, Timestamp } from './entry.ts';

/** As many symlinks as Linux follows in one path (path_resolution(7)). */
const MAX_SYMLINKS = 40;

const SLASH = '/' as ByteString;

/** A directory with its children; leaves stand in the tree as their inodes. */
interface DirectoryNode {
  readonly kind: 'directory';
  inode: DirectoryInode;
  readonly children: Map<ByteString, Node>;
}
type Node = DirectoryNode | LeafInode;

/**
 * Everything that will be in an artifact. Paths are byte strings; a leading slash and `.` components mean nothing, and
 * `..` never leads out of the root. Symlinks in the *parent* part of a path are followed inside the tree, as if the
 * tree were `/`; the last component never is.
 */
export class FileTree {
  readonly #root: DirectoryNode;
  readonly #missingParent: Metadata;

  /** `mtime` is given to the root and to parents that are created because nobody put them. */
  constructor(mtime: Timestamp) {
    this.#missingParent = { mode: 0o755, uid: 0, gid: 0, mtime, xattrs: new Map() };
    this.#root = { kind: 'directory', inode: { kind: 'directory', ...this.#missingParent }, children: new Map() };
  }

  /**
   * Puts a file, symlink, device or fifo at `path`, in the place of whatever is there. Putting one inode at several
   * paths makes hardlinks.
   *
   * @throws FledgeError `input` if a parent is no directory or a symlink loop, or the path names the root.
   */
  put(path: ByteString, inode: LeafInode): void {
    const { directory, name } = this.#parentOf(path);
    directory.children.set(name, inode);
  }

  /** Puts a directory. One that is there already keeps its children and takes the metadata; anything else goes. */
  putDirectory(path: ByteString, metadata: Metadata): void {
    const inode: DirectoryInode = { ...metadata, kind: 'directory' };
    if (splitPath(path).length === 0) {
      this.#root.inode = inode;
      return;
    }
    const { directory, name } = this.#parentOf(path);
    const present = directory.children.get(name);
    if (present?.kind === 'directory') present.inode = inode;
    else directory.children.set(name, { kind: 'directory', inode, children: new Map() });
  }

  /** The inode at `path` (its last component is not followed), or undefined. Creates nothing. */
  get(path: ByteString): Inode | undefined {
    const components = splitPath(path);
    const name = components.pop();
    if (name === undefined) return this.#root.inode;
    const parent = this.#resolve(components, 'find');
    const node = parent?.children.get(name);
    return node?.kind === 'directory' ? node.inode : node;
  }

  /**
   * The path, free of symlinks, of the directory that `path` leads to when its last component is followed too; or
   * undefined if there is no directory.
   */
  resolveDirectory(path: ByteString): ByteString | undefined {
    const trail: ByteString[] = [];
    return this.#resolve(splitPath(path), 'find', trail) === undefined ? undefined : joinPath(trail);
  }

  /**
   * `path` with the links in its parent part followed, without a leading slash: where `put` would put it. Parents that
   * are missing stay missing.
   */
  resolveParent(path: ByteString): ByteString {
    const components = splitPath(path);
    const name = components.pop();
    if (name === undefined) return '' as ByteString;
    const trail: ByteString[] = [];
    const found = this.#resolve(components, 'find', trail);
    return joinPath([...(found === undefined ? components : trail), name]);
  }

  /** Whether there is a directory at `path` (not followed) that has something in it. */
  hasEntriesBelow(path: ByteString): boolean {
    const components = splitPath(path);
    const name = components.pop();
    if (name === undefined) return this.#root.children.size > 0;
    const node = this.#resolve(components, 'find')?.children.get(name);
    return node?.kind === 'directory' && node.children.size > 0;
  }

  /** Takes away what is at `path`, with everything below it. Says whether there was something. */
  remove(path: ByteString): boolean {
    const components = splitPath(path);
    const name = components.pop();
    if (name === undefined) return false;
    return this.#resolve(components, 'find')?.children.delete(name) ?? false;
  }

  /** All entries in the byte order of their paths, so every directory comes before what is in it. The root is first. */
  *entries(): Generator<Entry, void, undefined> {
    yield { path: '' as ByteString, inode: this.#root.inode };
    yield* entriesBelow(this.#root, '' as ByteString);
  }

  #parentOf(path: ByteString): { directory: DirectoryNode; name: ByteString } {
    const components = splitPath(path);
    const name = components.pop();
    if (name === undefined) {
      throw new FledgeError('input', 'the root directory cannot be replaced by a file');
    }
    return { directory: this.#resolve(components, 'create'), name };
  }

  #resolve(components: readonly ByteString[], missing: 'create', trail?: ByteString[]): DirectoryNode;
  #resolve(components: readonly ByteString[], missing: 'find', trail?: ByteString[]): DirectoryNode | undefined;
  #resolve(
    components: readonly ByteString[],
    missing: 'create' | 'find',
    trail: ByteString[] = [],
  ): DirectoryNode | undefined {
    // The stack holds the directories from the root to where we are, so that `..` is a pop.
    const stack: DirectoryNode[] = [this.#root];
    const todo = [...components].reverse();
    let followed = 0;
    for (let name = todo.pop(); name !== undefined; name = todo.pop()) {
      const here = stack.at(-1) ?? this.#root;
      if (name === '..') {
        if (stack.length > 1) stack.pop();
        trail.pop();
        continue;
      }
      let child = here.children.get(name);
      if (child === undefined) {
        if (missing === 'find') return undefined;
        child = {
          kind: 'directory',
          inode: { ...this.#missingParent, kind: 'directory' },
          children: new Map(),
        };
        here.children.set(name, child);
      }
      if (child.kind === 'directory') {
        stack.push(child);
        trail.push(name);
      } else if (child.kind === 'symlink') {
        if (++followed > MAX_SYMLINKS) {
          if (missing === 'find') return undefined;
          throw new FledgeError('input', `/${displayPath(components)} leads through a loop of symbolic links`);
        }
        if (child.target.startsWith(SLASH)) {
          stack.length = 1;
          trail.length = 0;
        }
        todo.push(...componentsOf(child.target).reverse());
      } else {
        if (missing === 'find') return undefined;
        const path = displayPath([...trail, name]);
        throw new FledgeError('input', `/${path} is no directory, so nothing can be put below it`);
      }
    }
    return stack.at(-1);
  }
}

function* entriesBelow(directory: DirectoryNode, prefix: ByteString): Generator<Entry, void, undefined> {
  // In the byte order of whole paths a directory's own entry and what is below it are two items: `a` < `a-b` < `a/c`,
  // because `-` is smaller than the slash.
  const items: { key: ByteString; node: Node; below: boolean }[] = [];
  for (const [name, node] of directory.children) {
    items.push({ key: name, node, below: false });
    if (node.kind === 'directory' && node.children.size > 0) {
      items.push({ key: (name + SLASH) as ByteString, node, below: true });
    }
  }
  items.sort((a, b) => compareByteStrings(a.key, b.key));
  for (const { key, node, below } of items) {
    const path = (prefix + key) as ByteString;
    if (node.kind !== 'directory') yield { path, inode: node };
    else if (below) yield* entriesBelow(node, path);
    else yield { path, inode: node.inode };
  }
}

/** The names in a path: no empty ones, no `.`. */
function componentsOf(path: ByteString): ByteString[] {
  return path.split(SLASH).filter((name) => name !== '' && name !== '.') as ByteString[];
}

/** The names in a path that somebody asked for; `..` takes back the name before it, and never leads out. */
function splitPath(path: ByteString): ByteString[] {
  const components: ByteString[] = [];
  for (const name of componentsOf(path)) {
    if (name === '..') components.pop();
    else components.push(name);
  }
  return components;
}

/** A path of the names, without a slash before the first. */
export function joinPath(names: readonly ByteString[]): ByteString {
  return names.join(SLASH) as ByteString;
}

function displayPath(names: readonly ByteString[]): string {
  return displayByteString(joinPath(names));
}
