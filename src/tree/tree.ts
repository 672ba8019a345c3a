import { type ByteString, compareByteStrings, displayByteString } from '../support/byte-string.ts';
import { FledgeError } from '../support/errors.ts';
import type { DirectoryInode, Entry, Inode, LeafInode, Metadata, Timestamp } from './entry.ts';

/** As many symlinks as Linux follows in one path (path_resolution(7)). */
const MAX_SYMLINKS = 40;
/** NAME_MAX, and PATH_MAX without the NUL (linux/limits.h): what is longer could be stored, but never opened. */
const MAX_NAME_BYTES = 255;
const MAX_PATH_BYTES = 4095;

const SLASH = '/' as ByteString;

/** A directory with its children; leaves stand in the tree as their inodes. */
interface DirectoryNode {
  readonly kind: 'directory';
  inode: DirectoryInode;
  readonly children: Map<ByteString, Node>;
  /** Length of its own path in bytes, with a slash before each name. */
  readonly pathBytes: number;
  /** The layer that put `inode`. */
  inodeLayer: number;
  /** The children that layer `changedLayer` put, or put something below; undefined if there are none. */
  changed: Set<ByteString> | undefined;
  changedLayer: number;
}
type Node = DirectoryNode | LeafInode;

/** A directory, with the way to it from the root: `names[i]` is the name of `directories[i + 1]`. */
interface Place {
  readonly directories: readonly [DirectoryNode, ...DirectoryNode[]];
  readonly names: readonly ByteString[];
  readonly directory: DirectoryNode;
}

/**
 * Everything that will be in an artifact. Paths are byte strings; a leading slash and `.` components mean nothing, and
 * `..` never leads out of the root. Symlinks in the *parent* part of a path are followed inside the tree, as if the
 * tree were `/`; the last component never is.
 *
 * A tree may be put together in layers: after `beginLayer`, `hide` and `hideBelow` take away what was there before, and
 * leave alone what this layer has put.
 */
export class FileTree {
  readonly #root: DirectoryNode;
  readonly #missingParent: DirectoryInode;
  #layer = 0;
  /** Nothing is below the layer, so nothing can be asked to go. */
  #isLowest = true;

  /** `mtime` is given to the root and to parents that are created because nobody put them. */
  constructor(mtime: Timestamp) {
    this.#missingParent = { kind: 'directory', mode: 0o755, uid: 0, gid: 0, mtime, xattrs: new Map() };
    this.#root = this.#createDirectory({ ...this.#missingParent }, 0);
  }

  /**
   * Puts a file, symlink, device or fifo at `path`, in the place of whatever is there. Putting one inode at several
   * paths makes hardlinks.
   *
   * @throws FledgeError `input` if a parent is no directory or a symlink loop, or the path names the root; in a layer
   *   also if a name or the whole path, without links, is longer than Linux takes.
   */
  put(path: ByteString, inode: LeafInode): void {
    const { place, name } = this.#parentOf(path);
    place.directory.children.set(name, inode);
    this.#markChanged(place, name);
  }

  /** Puts a directory. One that is there already keeps its children and takes the metadata; anything else goes. */
  putDirectory(path: ByteString, metadata: Metadata): void {
    const { mode, uid, gid, mtime, xattrs } = metadata;
    const inode: DirectoryInode = { kind: 'directory', mode, uid, gid, mtime, xattrs };
    if (splitPath(path).length === 0) {
      this.#root.inode = inode;
      return;
    }
    const { place, name } = this.#parentOf(path);
    const { children, pathBytes } = place.directory;
    const present = children.get(name);
    if (present?.kind === 'directory') {
      present.inode = inode;
      present.inodeLayer = this.#layer;
    } else children.set(name, this.#createDirectory(inode, pathBytes + 1 + name.length));
    this.#markChanged(place, name);
  }

  /** The inode at `path` (its last component is not followed), or undefined. Creates nothing. */
  get(path: ByteString): Inode | undefined {
    const components = splitPath(path);
    const name = components.pop();
    if (name === undefined) return this.#root.inode;
    const node = this.#find(components)?.directory.children.get(name);
    return node?.kind === 'directory' ? node.inode : node;
  }

  /**
   * The path, free of symlinks, of the directory that `path` leads to when its last component is followed too; or
   * undefined if there is no directory.
   */
  resolveDirectory(path: ByteString): ByteString | undefined {
    const place = this.#find(splitPath(path));
    return place === undefined ? undefined : joinPath(place.names);
  }

  /**
   * `path` with the links in its parent part followed, without a leading slash: where `put` would put it. Parents that
   * are missing stay missing.
   */
  resolveParent(path: ByteString): ByteString {
    const components = splitPath(path);
    const name = components.pop();
    if (name === undefined) return '' as ByteString;
    return joinPath([...(this.#find(components)?.names ?? components), name]);
  }

  /** Whether there is a directory at `path` (not followed) that has something in it. */
  hasEntriesBelow(path: ByteString): boolean {
    const components = splitPath(path);
    const name = components.pop();
    if (name === undefined) return this.#root.children.size > 0;
    const node = this.#find(components)?.directory.children.get(name);
    return node?.kind === 'directory' && node.children.size > 0;
  }

  /** Takes away what is at `path`, with everything below it. Says whether there was something. */
  remove(path: ByteString): boolean {
    const components = splitPath(path);
    const name = components.pop();
    if (name === undefined) return false;
    return this.#find(components)?.directory.children.delete(name) ?? false;
  }

  /** Begins a layer: everything that is in the tree now counts as what lower layers brought. */
  beginLayer(): void {
    this.#layer += 1;
    this.#isLowest = this.#root.children.size === 0;
  }

  /**
   * Takes away what lower layers have put at `path` (its last component is not followed) and below. Does not matter
   * whether it comes before or after what this layer puts there: a directory of a lower layer that stays because this
   * layer put something below it is as if it were created for that.
   *
   * @throws FledgeError `input`, as `hideBelow` does, if the way there is a loop of symlinks.
   */
  hide(path: ByteString): void {
    const components = splitPath(path);
    const name = components.pop();
    if (name === undefined) return;
    const parent = this.#resolve(components, 'find-without-loop')?.directory;
    if (parent !== undefined) this.#hideIn(parent, [name]);
  }

  /** Takes away what lower layers have put into the directory that `path` leads to; the directory itself stays. */
  hideBelow(path: ByteString): void {
    const directory = this.#resolve(splitPath(path), 'find-without-loop')?.directory;
    if (directory !== undefined) this.#hideIn(directory, [...directory.children.keys()]);
  }

  /** All entries in the byte order of their paths, so every directory comes before what is in it. The root is first. */
  *entries(): Generator<Entry, void, undefined> {
    yield { path: '' as ByteString, name: '' as ByteString, inode: this.#root.inode };
    // A stack of our own: a directory may be a thousand levels deep.
    const stack = [{ prefix: '' as ByteString, items: itemsOf(this.#root) }];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const item = top.items.pop();
      if (item === undefined) {
        stack.pop();
        continue;
      }
      const { key, node, below } = item;
      const path = (top.prefix + key) as ByteString;
      if (node.kind !== 'directory') yield { path, name: key, inode: node };
      else if (below) stack.push({ prefix: path, items: itemsOf(node) });
      else yield { path, name: key, inode: node.inode };
    }
  }

  /** What is no directory, each with the name in the root that it is at or below; in no order, which is quicker. */
  *leaves(): Generator<{ readonly top: ByteString; readonly inode: LeafInode }, void, undefined> {
    for (const [top, node] of this.#root.children) {
      const todo: Node[] = [node];
      for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
        if (next.kind !== 'directory') yield { top, inode: next };
        else for (const child of next.children.values()) todo.push(child);
      }
    }
  }

  #createDirectory(inode: DirectoryInode, pathBytes: number): DirectoryNode {
    return {
      kind: 'directory',
      inode,
      children: new Map(),
      pathBytes,
      inodeLayer: this.#layer,
      changed: undefined,
      changedLayer: 0,
    };
  }

  #parentOf(path: ByteString): { place: Place; name: ByteString } {
    const components = splitPath(path);
    const name = components.pop();
    if (name === undefined) {
      throw new FledgeError('input', 'the root directory cannot be replaced by a file');
    }
    const place = this.#resolve(components, 'create');
    this.#requireLinuxName(place.directory, name);
    return { place, name };
  }

  #find(components: readonly ByteString[]): Place | undefined {
    return this.#resolve(components, 'find');
  }

  #resolve(components: readonly ByteString[], missing: 'create'): Place;
  #resolve(components: readonly ByteString[], missing: 'find' | 'find-without-loop'): Place | undefined;
  #resolve(components: readonly ByteString[], missing: 'create' | 'find' | 'find-without-loop'): Place | undefined {
    // From the root to where we are, so that `..` is a pop.
    const directories: [DirectoryNode, ...DirectoryNode[]] = [this.#root];
    const names: ByteString[] = [];
    // Names below the last directory that nothing has yet: `..` in a link may take them back before they are created.
    const absent: ByteString[] = [];
    const todo = [...components].reverse();
    let followed = 0;
    let here = this.#root;
    for (let name = todo.pop(); name !== undefined; name = todo.pop()) {
      if (name === '..') {
        if (absent.pop() === undefined && names.pop() !== undefined) directories.pop();
        here = directories.at(-1) ?? this.#root;
        continue;
      }
      const child = absent.length === 0 ? here.children.get(name) : undefined;
      if (child === undefined) absent.push(name);
      else if (child.kind === 'directory') {
        directories.push(child);
        names.push(name);
        here = child;
      } else if (child.kind === 'symlink') {
        if (++followed > MAX_SYMLINKS) {
          if (missing === 'find') return undefined;
          throw new FledgeError('input', `/${displayPath(components)} leads through a loop of symbolic links`);
        }
        if (child.target.startsWith(SLASH)) {
          directories.length = 1;
          names.length = 0;
          here = this.#root;
        }
        todo.push(...componentsOf(child.target).reverse());
      } else {
        if (missing !== 'create') return undefined;
        const path = displayPath([...names, name]);
        throw new FledgeError('input', `/${path} is no directory, so nothing can be put below it`);
      }
    }
    if (absent.length > 0 && missing !== 'create') return undefined;
    for (const name of absent) {
      this.#requireLinuxName(here, name);
      const created = this.#createDirectory({ ...this.#missingParent }, here.pathBytes + 1 + name.length);
      here.children.set(name, created);
      directories.push(created);
      names.push(name);
      here = created;
    }
    return { directories, names, directory: here };
  }

  /** Keeps a hostile layer from nesting without end; without layers, each format says what it cannot hold. */
  #requireLinuxName({ pathBytes }: DirectoryNode, name: ByteString): void {
    if (this.#layer === 0) return;
    if (name.length > MAX_NAME_BYTES) {
      throw new FledgeError(
        'input',
        `a name of ${name.length} bytes is longer than the ${MAX_NAME_BYTES} that Linux takes`,
      );
    }
    // Its whole length is not known: what is below this directory in the path is still to come.
    if (pathBytes + 1 + name.length > MAX_PATH_BYTES) {
      throw new FledgeError('input', `the path is longer than the ${MAX_PATH_BYTES} bytes that Linux takes`);
    }
  }

  /** Remembers that this layer put `name` into the place, and so something into every directory above. */
  #markChanged({ directories, names }: Place, name: ByteString): void {
    if (this.#isLowest) return;
    let child: ByteString | undefined = name;
    for (let level = directories.length - 1; child !== undefined; level -= 1) {
      const directory = directories[level] ?? this.#root;
      if (directory.changedLayer !== this.#layer || directory.changed === undefined) {
        directory.changed = new Set();
        directory.changedLayer = this.#layer;
      }
      // Who is marked here has been marked above.
      if (directory.changed.has(child)) return;
      directory.changed.add(child);
      child = names[level - 1];
    }
  }

  #hideIn(directory: DirectoryNode, names: readonly ByteString[]): void {
    if (this.#isLowest) return;
    const todo: { directory: DirectoryNode; names: Iterable<ByteString> }[] = [{ directory, names }];
    for (let work = todo.pop(); work !== undefined; work = todo.pop()) {
      const { children, changed, changedLayer } = work.directory;
      for (const name of work.names) {
        const child = children.get(name);
        if (child === undefined) continue;
        const isOurs = changedLayer === this.#layer && changed?.has(name) === true;
        if (!isOurs) children.delete(name);
        else if (child.kind === 'directory') {
          if (child.inodeLayer !== this.#layer) {
            child.inode = { ...this.#missingParent };
            child.inodeLayer = this.#layer;
          }
          todo.push({ directory: child, names: [...child.children.keys()] });
        }
      }
    }
  }
}

interface Item {
  /** The name; with a slash at its end if the item stands for what is below the directory. */
  readonly key: ByteString;
  readonly node: Node;
  readonly below: boolean;
}

/** What is in a directory, the first in byte order at the end. */
function itemsOf(directory: DirectoryNode): Item[] {
  // In the byte order of whole paths a directory's own entry and what is below it are two items: `a` < `a-b` < `a/c`,
  // because `-` is smaller than the slash.
  const items: Item[] = [];
  for (const [name, node] of directory.children) {
    items.push({ key: name, node, below: false });
    if (node.kind === 'directory' && node.children.size > 0) {
      items.push({ key: (name + SLASH) as ByteString, node, below: true });
    }
  }
  return items.sort((a, b) => compareByteStrings(b.key, a.key));
}

/** The names in a path: no empty ones, no `.`. */
function componentsOf(path: ByteString): ByteString[] {
  return path.split(SLASH).filter((name) => name !== '' && name !== '.') as ByteString[];
}

/** The names in a path that somebody asked for; `..` takes back the name before it, and never leads out. */
export function splitPath(path: ByteString): ByteString[] {
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
