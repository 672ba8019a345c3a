import { Budget } from '../support/budget.ts';
import { type ByteString, compareByteStrings, displayByteString } from '../support/byte-string.ts';
import { FledgeError } from '../support/errors.ts';
import { MAX_NAME_BYTES, MAX_PATH_BYTES, MAX_SYMLINKS } from '../support/linux-limits.ts';
import type { DirectoryInode, Entry, Inode, Metadata, NonDirectoryInode, Timestamp } from './entry.ts';

const SLASH = '/' as ByteString;
const SETGID = 0o2000;
/** Limit of a path in a message, in bytes; a hostile path may have a million. */
const MAX_SHOWN_BYTES = 300;
/** Nodes and steps are charged to the budget in batches of this size. */
const NODES_PER_CHARGE = 256;
const STEPS_PER_CHARGE = 65_536;

/** A directory with its children; non-directories are represented by their inodes. */
interface DirectoryNode {
  readonly kind: 'directory';
  inode: DirectoryInode;
  readonly children: Map<ByteString, Node>;
  /** Length of its own path in bytes, with a slash before each name. */
  readonly pathBytes: number;
  /** The layer that added `inode`. */
  inodeLayer: number;
  /** The children at or below which layer `changedLayer` has added an entry; undefined if there are none. */
  changed: Set<ByteString> | undefined;
  changedLayer: number;
  /** The last layer for which this directory is known to contain no entry of lower layers. */
  cleanLayer: number;
}
type Node = DirectoryNode | NonDirectoryInode;

/** A file of a lower layer that was removed because a layer has an entry below its path. */
export interface BuriedFile {
  /** The layer with the entry below it: 1 for the lowest. */
  readonly layer: number;
  /** Free of links. */
  readonly path: ByteString;
}

/** An entry in a walk through the directories. */
export interface WalkedEntry extends Entry {
  /** For directories: how many directories are in it, and the layer that has its metadata (1 for the lowest; 0 for none). */
  readonly directory?: { readonly subdirectories: number; readonly layer: number };
}

/** A directory, with its path from the root: `names[i]` is the name of `directories[i + 1]`. */
interface Place {
  readonly directories: readonly [DirectoryNode, ...DirectoryNode[]];
  readonly names: readonly ByteString[];
  readonly directory: DirectoryNode;
}

/**
 * The files of an artifact. Paths are byte strings. A leading slash and `.` components have no effect, and `..` never
 * leaves the root. Symlinks in the *parent* part of a path are followed inside the tree, as if the tree were `/`; the
 * last component is never followed.
 *
 * A tree may be built in layers: after `beginLayer`, `hide` and `hideBelow` remove entries of lower layers and keep
 * those of the current layer.
 *
 * Names, paths and steps are charged to a budget, also for implied directories, and credited when entries are removed.
 * Each method that looks up a path throws FledgeError `input` when the budget is exhausted.
 */
export class FileTree {
  /** The budget for the entries of the tree. */
  readonly budget: Budget;
  readonly #root: DirectoryNode;
  readonly #missingParent: DirectoryInode;
  #layer = 0;
  /** True while a layer is applied to the tree. */
  #isInLayer = false;
  /** True for the first layer: whiteouts have nothing to hide. */
  #isLowest = true;
  readonly #buried: BuriedFile[] = [];
  // Not charged yet: a call of the budget for each name costs more than the name itself.
  #nodes = 0;
  #pathBytes = 0;
  #steps = 0;

  /** `mtime` is the time of the root and of implied parents. */
  constructor(mtime: Timestamp, budget = new Budget()) {
    this.#missingParent = { kind: 'directory', mode: 0o755, uid: 0, gid: 0, mtime, xattrs: new Map() };
    this.budget = budget;
    this.#root = this.#createDirectory({ ...this.#missingParent }, 0);
  }

  /**
   * Adds a file, symlink, device or fifo at `path`, and replaces an existing entry. Adding one inode at several paths
   * makes hardlinks. In a layer, a parent that is not a directory is removed if a lower layer added it.
   *
   * @throws FledgeError `input` if a parent is not a directory or is a symlink loop, or the path is the root; in a
   *   layer also if a name or the whole path, without links, is longer than the limits of Linux.
   */
  put(path: ByteString, inode: NonDirectoryInode): void {
    const { place, name } = this.#parentOf(path);
    this.#setChild(place.directory, name, inode);
    this.#markChanged(place, name);
  }

  /**
   * Checks that a file can be added at `path` without replacing a directory. Creates nothing.
   *
   * @throws FledgeError `input` as `put` does, and if a directory exists at `path`.
   */
  requirePlaceForFile(path: ByteString): void {
    const components = splitPath(path);
    const name = components.pop() ?? ('' as ByteString);
    const place = this.#resolve(components, 'look');
    const isThere = place.directories.length === place.names.length + 1;
    if (isThere && place.directory.children.get(name)?.kind === 'directory') {
      throw new FledgeError('input', `/${displayPath([...place.names, name])} is a directory`);
    }
  }

  /** Adds a directory. An existing directory keeps its children and gets the metadata; any other entry is replaced. */
  putDirectory(path: ByteString, metadata: Metadata): void {
    const { mode, uid, gid, mtime, xattrs } = metadata;
    const inode: DirectoryInode = { kind: 'directory', mode, uid, gid, mtime, xattrs };
    if (splitPath(path).length === 0) {
      this.#root.inode = inode;
      this.#root.inodeLayer = this.#layer;
      return;
    }
    const { place, name } = this.#parentOf(path);
    const { children } = place.directory;
    const present = children.get(name);
    if (present?.kind === 'directory') {
      present.inode = inode;
      present.inodeLayer = this.#layer;
    } else {
      this.#setChild(place.directory, name, this.#createDirectory(inode, pathBytesOf(place.directory, name)));
    }
    this.#markChanged(place, name);
  }

  /** The inode at `path` (its last component is not followed), or undefined. */
  get(path: ByteString): Inode | undefined {
    const components = splitPath(path);
    const name = components.pop();
    if (name === undefined) return this.#root.inode;
    const node = this.#find(components)?.directory.children.get(name);
    return node?.kind === 'directory' ? node.inode : node;
  }

  /**
   * The path, free of symlinks, of the directory at `path`, whose last component is followed too; undefined if there is
   * no directory.
   */
  resolveDirectory(path: ByteString): ByteString | undefined {
    const place = this.#find(splitPath(path));
    return place === undefined ? undefined : joinPath(place.names);
  }

  /**
   * `path` with the links in its parent part followed, without a leading slash: the place at which `put` adds an entry.
   * Missing parents are not created.
   */
  resolveParent(path: ByteString): ByteString {
    const components = splitPath(path);
    const name = components.pop();
    if (name === undefined) return '' as ByteString;
    return joinPath([...(this.#find(components)?.names ?? components), name]);
  }

  /** The names in the directory at `path`, whose last component is followed too; none if there is no directory. */
  namesIn(path: ByteString): readonly ByteString[] {
    return [...(this.#find(splitPath(path))?.directory.children.keys() ?? [])];
  }

  /** True if there is a directory at `path` (not followed) that is not empty. */
  hasEntriesBelow(path: ByteString): boolean {
    const components = splitPath(path);
    const name = components.pop();
    if (name === undefined) return this.#root.children.size > 0;
    const node = this.#find(components)?.directory.children.get(name);
    return node?.kind === 'directory' && node.children.size > 0;
  }

  /** Removes the entry at `path` with everything below it. Returns false if there was none. */
  remove(path: ByteString): boolean {
    const components = splitPath(path);
    const name = components.pop();
    if (name === undefined) return false;
    const directory = this.#find(components)?.directory;
    return directory !== undefined && this.#deleteChild(directory, name);
  }

  /** The files that were removed because a layer has an entry below their paths, in order. */
  get buried(): readonly BuriedFile[] {
    return this.#buried;
  }

  /** Begins a layer: all existing entries now belong to lower layers. */
  beginLayer(): void {
    this.#layer += 1;
    this.#isInLayer = true;
    this.#isLowest = this.#root.children.size === 0;
  }

  /** Ends a layer: entries added from now on do not replace files in their parent part. */
  endLayer(): void {
    this.#isInLayer = false;
    this.#settle();
  }

  /**
   * Removes the entries of lower layers at `path` (its last component is not followed) and below. The order relative to
   * entries of this layer does not matter: a directory of a lower layer that remains because of an entry of this layer
   * gets the metadata of an implied directory.
   *
   * @throws FledgeError `input`, as `hideBelow` does, if the path contains a loop of symlinks.
   */
  hide(path: ByteString): void {
    const components = splitPath(path);
    const name = components.pop();
    if (name === undefined) return;
    const parent = this.#resolve(components, 'find-without-loop')?.directory;
    if (parent !== undefined) this.#hideIn(parent, [name]);
  }

  /** Removes the entries of lower layers in the directory at `path`, but not the directory itself. */
  hideBelow(path: ByteString): void {
    const directory = this.#resolve(splitPath(path), 'find-without-loop')?.directory;
    if (directory === undefined || directory.cleanLayer === this.#layer) return;
    this.#hideIn(directory, [...directory.children.keys()]);
    directory.cleanLayer = this.#layer;
  }

  /**
   * Changes the metadata of inodes: `change` returns the values to replace, or undefined. A file with several names
   * remains one inode: `change` is called for its first name, and for other names only if it has changed nothing so
   * far. `pathOf` returns the path of that name.
   */
  changeMetadata(change: (inode: Inode, pathOf: () => ByteString) => Partial<Metadata> | undefined): void {
    const changedNonDirectories = new Map<NonDirectoryInode, NonDirectoryInode>();
    const todo = [{ directory: this.#root, path: '' as ByteString }];
    for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
      const { directory, path } = next;
      const ofDirectory = change(directory.inode, () => path);
      if (ofDirectory !== undefined) directory.inode = { ...directory.inode, ...ofDirectory };
      for (const [name, child] of directory.children) {
        const pathOf = (): ByteString => (path === '' ? name : (`${path}/${name}` as ByteString));
        if (child.kind === 'directory') {
          todo.push({ directory: child, path: pathOf() });
          continue;
        }
        const known = changedNonDirectories.get(child);
        const changes = known === undefined ? change(child, pathOf) : undefined;
        const changed: NonDirectoryInode | undefined = changes === undefined ? known : { ...child, ...changes };
        if (changed === undefined) continue;
        changedNonDirectories.set(child, changed);
        directory.children.set(name, changed);
      }
    }
  }

  /** All entries in the byte order of their paths, so every directory precedes its children. The root is first. */
  *entries(): Generator<Entry, void, undefined> {
    yield { path: '' as ByteString, name: '' as ByteString, inode: this.#root.inode };
    // An explicit stack instead of recursion: a directory may be a thousand levels deep.
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

  /**
   * All entries: a directory before what is in it, and the names of a directory in the order of their bytes. The root is
   * first. Unlike the order of `entries`, this one is that of a walk through the directories of a file system.
   */
  *walk(): Generator<WalkedEntry, void, undefined> {
    const waiting: { readonly path: ByteString; readonly name: ByteString; readonly node: Node }[] = [
      { path: '' as ByteString, name: '' as ByteString, node: this.#root },
    ];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { path, name, node } = next;
      if (node.kind !== 'directory') {
        yield { path, name, inode: node };
        continue;
      }
      const { children, inode, inodeLayer: layer } = node;
      let subdirectories = 0;
      for (const child of children.values()) if (child.kind === 'directory') subdirectories += 1;
      yield { path, name, inode, directory: { subdirectories, layer } };
      const prefix = path === '' ? '' : path + SLASH;
      for (const [below, child] of [...children].sort(([a], [b]) => compareByteStrings(b, a))) {
        waiting.push({ path: (prefix + below) as ByteString, name: below, node: child });
      }
    }
  }

  /** The inodes, except directories, that the last layer has added under some name. A hardlink can be of a lower layer. */
  *inodesOfLayer(): Generator<NonDirectoryInode, void, undefined> {
    const todo = [this.#root];
    for (let directory = todo.pop(); directory !== undefined; directory = todo.pop()) {
      const { children, changed, changedLayer } = directory;
      if (!this.#isLowest && changedLayer !== this.#layer) continue;
      for (const name of this.#isLowest ? children.keys() : (changed ?? [])) {
        const node = children.get(name);
        if (node?.kind === 'directory') todo.push(node);
        else if (node !== undefined) yield node;
      }
    }
  }

  /** All non-directories, each with the name in the root at or below which it is; unordered, which is faster. */
  *leaves(): Generator<{ readonly top: ByteString; readonly inode: NonDirectoryInode }, void, undefined> {
    for (const [top, node] of this.#root.children) {
      const todo: Node[] = [node];
      for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
        if (next.kind !== 'directory') yield { top, inode: next };
        else for (const child of next.children.values()) todo.push(child);
      }
    }
  }

  /** All non-directories below the directory at `path`, which is not followed; unordered. */
  *leavesBelow(
    path: ByteString,
  ): Generator<{ readonly path: ByteString; readonly inode: NonDirectoryInode }, void, undefined> {
    const components = splitPath(path);
    const name = components.pop();
    const start = name === undefined ? this.#root : this.#find(components)?.directory.children.get(name);
    if (start?.kind !== 'directory') return;
    const todo = [{ directory: start, prefix: path }];
    for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
      for (const [child, node] of next.directory.children) {
        const at = (next.prefix === '' ? child : `${next.prefix}/${child}`) as ByteString;
        if (node.kind === 'directory') todo.push({ directory: node, prefix: at });
        else yield { path: at, inode: node };
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
      cleanLayer: this.#layer,
    };
  }

  /** The inode of an implied parent. In a layer, below a setgid directory, it is that of mkdir(2). */
  #missingParentIn({ inode }: DirectoryNode): DirectoryInode {
    if (!this.#isInLayer || (inode.mode & SETGID) === 0) return { ...this.#missingParent };
    return { ...this.#missingParent, mode: this.#missingParent.mode | SETGID, gid: inode.gid };
  }

  #setChild(directory: DirectoryNode, name: ByteString, node: Node): void {
    const { children } = directory;
    const present = children.get(name);
    if (present === undefined) {
      this.#nodes += 1;
      this.#pathBytes += pathBytesOf(directory, name);
      if (this.#nodes >= NODES_PER_CHARGE) this.#settle();
    } else if (present.kind === 'directory') this.#giveBackBelow(present);
    children.set(name, node);
  }

  #deleteChild(directory: DirectoryNode, name: ByteString): boolean {
    const { children } = directory;
    const present = children.get(name);
    if (present === undefined) return false;
    if (present.kind === 'directory') this.#giveBackBelow(present);
    this.#nodes -= 1;
    this.#pathBytes -= pathBytesOf(directory, name);
    return children.delete(name);
  }

  #giveBackBelow(directory: DirectoryNode): void {
    const todo = [directory];
    for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
      for (const [name, child] of next.children) {
        this.#nodes -= 1;
        this.#pathBytes -= pathBytesOf(next, name);
        if (child.kind === 'directory') todo.push(child);
      }
    }
  }

  #takeSteps(count: number): void {
    this.#steps += count;
    if (this.#steps >= STEPS_PER_CHARGE) this.#settle();
  }

  /** Charges the pending amounts to the budget. */
  #settle(): void {
    const [nodes, pathBytes, steps] = [this.#nodes, this.#pathBytes, this.#steps];
    this.#nodes = 0;
    this.#pathBytes = 0;
    this.#steps = 0;
    this.budget.spend('nodes', nodes);
    this.budget.spend('pathBytes', pathBytes);
    this.budget.spend('steps', steps);
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

  /**
   * Resolves a path to a directory. `missing` decides what happens if it does not exist: it is created, the path is
   * returned as far as it exists, or the result is undefined; and whether a loop of links is an error.
   */
  #resolve(components: readonly ByteString[], missing: 'create' | 'look'): Place;
  #resolve(components: readonly ByteString[], missing: 'find' | 'find-without-loop'): Place | undefined;
  #resolve(components: readonly ByteString[], missing: Missing): Place | undefined {
    const mustBePossible = missing === 'create' || missing === 'look';
    this.#takeSteps(components.length);
    // From the root to the current directory, so that `..` is a pop.
    const directories: [DirectoryNode, ...DirectoryNode[]] = [this.#root];
    const names: ByteString[] = [];
    // Names below the last existing directory. `..` in a link may remove them before they are created.
    const absent: ByteString[] = [];
    const todo = components.toReversed();
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
          throw new FledgeError('input', `/${displayPath(components)} contains a loop of symbolic links`);
        }
        // Counts empty names and dots as well: a target may have thousands of them.
        const target = child.target.split(SLASH);
        this.#takeSteps(target.length);
        if (child.target.startsWith(SLASH)) {
          directories.length = 1;
          names.length = 0;
          here = this.#root;
        }
        todo.push(...namesOf(target).reverse());
      } else if (missing === 'create' && this.#isOfLowerLayer(here, name)) absent.push(name);
      else {
        if (!mustBePossible) return undefined;
        const path = displayPath([...names, name]);
        throw new FledgeError('input', `/${path} is not a directory, so nothing can be put below it`);
      }
    }
    if (absent.length === 0) return { directories, names, directory: here };
    if (missing === 'look') return { directories, names: [...names, ...absent], directory: here };
    if (missing !== 'create') return undefined;
    for (const name of absent) {
      this.#requireLinuxName(here, name);
      if (here.children.has(name)) this.#bury([...names, name]);
      const created = this.#createDirectory(this.#missingParentIn(here), pathBytesOf(here, name));
      this.#setChild(here, name, created);
      directories.push(created);
      names.push(name);
      here = created;
    }
    return { directories, names, directory: here };
  }

  #bury(names: readonly ByteString[]): void {
    const path = joinPath(names);
    // Its path remains in memory, so it is not credited.
    this.#pathBytes += path.length;
    this.#buried.push({ layer: this.#layer, path });
  }

  /** True if the entry with a name in a directory belongs to a lower layer. */
  #isOfLowerLayer({ changed, changedLayer }: DirectoryNode, name: ByteString): boolean {
    if (!this.#isInLayer || this.#isLowest) return false;
    return changedLayer !== this.#layer || changed?.has(name) !== true;
  }

  /** Limits the nesting of a hostile layer. Without layers, each format reports what it cannot hold. */
  #requireLinuxName({ pathBytes }: DirectoryNode, name: ByteString): void {
    if (this.#layer === 0) return;
    if (name.length > MAX_NAME_BYTES) {
      throw new FledgeError(
        'input',
        `a name of ${name.length} bytes is longer than ${MAX_NAME_BYTES}, the limit of Linux`,
      );
    }
    // The components below this directory are not counted yet.
    if (pathBytes + 1 + name.length > MAX_PATH_BYTES) {
      throw new FledgeError('input', `the path is longer than ${MAX_PATH_BYTES} bytes, the limit of Linux`);
    }
  }

  /** Marks `name` as changed by this layer, and so every directory above it. */
  #markChanged({ directories, names }: Place, name: ByteString): void {
    if (this.#isLowest) return;
    let child: ByteString | undefined = name;
    for (let level = directories.length - 1; child !== undefined; level -= 1) {
      const directory = directories[level] ?? this.#root;
      if (directory.changedLayer !== this.#layer || directory.changed === undefined) {
        directory.changed = new Set();
        directory.changedLayer = this.#layer;
      }
      // Ancestors are already marked.
      if (directory.changed.has(child)) return;
      directory.changed.add(child);
      child = names[level - 1];
    }
  }

  #hideIn(directory: DirectoryNode, names: readonly ByteString[]): void {
    if (this.#isLowest) return;
    const todo = [{ directory, names }];
    for (let work = todo.pop(); work !== undefined; work = todo.pop()) {
      this.#takeSteps(work.names.length);
      for (const name of work.names) {
        const child = work.directory.children.get(name);
        if (child === undefined) continue;
        if (this.#isOfLowerLayer(work.directory, name)) this.#deleteChild(work.directory, name);
        else if (child.kind === 'directory') {
          if (child.inodeLayer !== this.#layer) {
            child.inode = this.#missingParentIn(work.directory);
            child.inodeLayer = this.#layer;
          }
          // One visit is enough: a layer adds no entries of lower layers again.
          if (child.cleanLayer === this.#layer) continue;
          child.cleanLayer = this.#layer;
          todo.push({ directory: child, names: [...child.children.keys()] });
        }
      }
    }
  }
}

/** The behaviour for a path that does not exist. */
type Missing = 'create' | 'look' | 'find' | 'find-without-loop';

/** The length of the path of a name in a directory, in bytes, with a slash before each name. */
function pathBytesOf(directory: DirectoryNode, name: ByteString): number {
  return directory.pathBytes + 1 + name.length;
}

interface Item {
  /** The name; with a slash at its end if the item represents the children of the directory. */
  readonly key: ByteString;
  readonly node: Node;
  readonly below: boolean;
}

/** The children of a directory in reverse byte order. */
function itemsOf(directory: DirectoryNode): Item[] {
  // In the byte order of whole paths, a directory's own entry and its children are two items: `a` < `a-b` < `a/c`,
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

/** The names in a path that was split at its slashes, without empty ones and `.`. */
function namesOf(pieces: readonly string[]): ByteString[] {
  return pieces.filter((name) => name !== '' && name !== '.') as ByteString[];
}

/** The names in a path; `..` removes the name before it, and never leaves the root. */
export function splitPath(path: ByteString): ByteString[] {
  const components: ByteString[] = [];
  for (const name of path.split(SLASH) as ByteString[]) {
    if (name === '..') components.pop();
    else if (name !== '' && name !== '.') components.push(name);
  }
  return components;
}

/** Joins names to a path without a leading slash. */
export function joinPath(names: readonly ByteString[]): ByteString {
  return names.join(SLASH) as ByteString;
}

function displayPath(names: readonly ByteString[]): string {
  const path = joinPath(names);
  const shown = displayByteString(path.slice(0, MAX_SHOWN_BYTES) as ByteString);
  return path.length > MAX_SHOWN_BYTES ? `${shown}…` : shown;
}
