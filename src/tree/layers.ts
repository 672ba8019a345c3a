import type { ByteString } from '../support/byte-string.ts';
import { showName } from '../support/byte-string.ts';
import { FledgeError } from '../support/errors.ts';
import { MAX_MAJOR, MAX_MINOR, MAX_PATH_BYTES } from '../support/linux-limits.ts';
import type { Content, Metadata, NonDirectoryInode } from './entry.ts';
import type { LayerEntry, UnpackedLayer } from './layer-entry.ts';
import { type FileTree, joinPath, splitPath } from './tree.ts';

/** OCI image specification, layer.md, "Whiteouts". */
const WHITEOUT_PREFIX = '.wh.';
const OPAQUE_WHITEOUT = '.wh..wh..opq';
/**
 * Prefix of the metadata of aufs in old layers, such as the directory `.wh..wh.plnk` with files that have other names
 * in the layer. They are not part of the image.
 */
const AUFS_PREFIX = '.wh..wh.';

/** Non-directories of aufs in a layer, by path: hardlinks of the layer may refer to them. */
type Leftovers = Map<ByteString, NonDirectoryInode>;

/** The mode that Linux reports for every symlink. */
const SYMLINK_MODE = 0o777;

export interface LayerOptions {
  /** False for the archive of a root file system, in which `.wh.` is the beginning of an ordinary name. Default: true. */
  readonly whiteouts?: boolean;
}

/**
 * Applies a layer to the tree (OCI image specification, layer.md). Whiteouts hide entries of lower layers only,
 * wherever they are in the archive. Of several entries with one name, the last wins. A directory that is added again
 * keeps its children, and replaces anything else. A hardlink is a second name of the inode that its target has at that
 * moment, with the owner, mode and attributes of the inode. Absolute names, `..` and links in the parent part of a name
 * cannot leave the root. Missing parents are created 0755 root:root with the tree's own time; below a setgid directory
 * they are setgid and have its group, as with mkdir(2). A file of a lower layer is removed if it is a parent of a name,
 * as overlayfs hides it. Metadata of aufs is skipped.
 *
 * @throws FledgeError `input`, naming layer and entry, for entries that a file system cannot hold, and any error of
 *   reading the layer. The tree is then unusable.
 */
export async function applyLayer(tree: FileTree, layer: UnpackedLayer, options: LayerOptions = {}): Promise<void> {
  const { whiteouts = true } = options;
  tree.beginLayer();
  const leftovers: Leftovers = new Map();
  for await (const entries of layer.entries) {
    for (const entry of entries) {
      try {
        applyEntry(tree, entry, { layer, leftovers, whiteouts });
      } catch (error) {
        throw error instanceof FledgeError ? namingEntry(error, entry, layer) : error;
      }
    }
  }
  tree.endLayer();
}

function namingEntry(error: FledgeError, { path }: LayerEntry, { label }: UnpackedLayer): FledgeError {
  return new FledgeError(error.code, `${label}, entry ${showName(path)}: ${error.message}`, {
    cause: error,
    ...(error.fix !== undefined && { fix: error.fix }),
  });
}

function applyEntry(
  tree: FileTree,
  entry: LayerEntry,
  { layer, leftovers, whiteouts }: { layer: UnpackedLayer; leftovers: Leftovers; whiteouts: boolean },
): void {
  const { path } = entry;
  if (whiteouts && path.includes(WHITEOUT_PREFIX)) {
    const components = splitPath(path);
    if (isLeftover(components)) {
      if (entry.kind === 'directory') return;
      tree.budget.spend('nodes', 1);
      tree.budget.spend('pathBytes', path.length);
      leftovers.set(joinPath(components), inodeOf(tree, entry, layer, leftovers));
      return;
    }
    const name = components.pop() ?? ('' as ByteString);
    if (name.startsWith(WHITEOUT_PREFIX)) {
      applyWhiteout(tree, joinPath(components), name);
      return;
    }
  }
  if (entry.kind === 'directory') tree.putDirectory(path, entry);
  else tree.put(path, inodeOf(tree, entry, layer, leftovers));
}

/** True if names refer to metadata of aufs: an entry with its prefix, or one below such a directory. */
export function isLeftover(names: readonly ByteString[]): boolean {
  const first = names.findIndex((name) => name.startsWith(AUFS_PREFIX));
  return first !== -1 && (first < names.length - 1 || names[first] !== OPAQUE_WHITEOUT);
}

function applyWhiteout(tree: FileTree, directory: ByteString, name: ByteString): void {
  if (name === OPAQUE_WHITEOUT) {
    tree.hideBelow(directory);
    return;
  }
  const hidden = name.slice(WHITEOUT_PREFIX.length);
  if (hidden === '' || hidden === '.' || hidden === '..') {
    throw new FledgeError('input', 'a whiteout must name a file in its own directory');
  }
  tree.hide(`${directory}/${hidden}` as ByteString);
}

function inodeOf(
  tree: FileTree,
  entry: Exclude<LayerEntry, { kind: 'directory' }>,
  layer: UnpackedLayer,
  leftovers: Leftovers,
): NonDirectoryInode {
  switch (entry.kind) {
    case 'file': {
      const { mode, uid, gid, mtime, xattrs, size, pieces } = entry;
      const content: Content = { kind: 'spool', size, spool: layer.spool, extents: pieces };
      // Written out, because a spread needs more memory: most entries of a large image are files.
      return { mode, uid, gid, mtime, xattrs, kind: 'file', content };
    }
    case 'symlink':
      return { ...metadataOf(entry), mode: SYMLINK_MODE, kind: 'symlink', target: requireTarget(entry.target) };
    case 'hardlink':
      return linkedInode(tree, entry.target, leftovers);
    case 'char-device':
    case 'block-device': {
      const { major, minor } = entry;
      if (major < 0 || major > MAX_MAJOR || minor < 0 || minor > MAX_MINOR) {
        throw new FledgeError('input', `its device numbers ${major} and ${minor} are out of the range of Linux`);
      }
      return { ...metadataOf(entry), kind: entry.kind, major, minor };
    }
    case 'fifo':
      return { ...metadataOf(entry), kind: 'fifo' };
  }
}

function metadataOf({ mode, uid, gid, mtime, xattrs }: Metadata): Metadata {
  return { mode, uid, gid, mtime, xattrs };
}

function requireTarget(target: ByteString): ByteString {
  if (target === '') throw new FledgeError('input', 'the symbolic link has an empty target');
  if (target.length > MAX_PATH_BYTES) {
    throw new FledgeError(
      'input',
      `a link target of ${target.length} bytes is longer than ${MAX_PATH_BYTES}, the limit of Linux`,
    );
  }
  return target;
}

function linkedInode(tree: FileTree, target: ByteString, leftovers: Leftovers): NonDirectoryInode {
  const leftover = leftovers.size > 0 && target.includes(AUFS_PREFIX) ? joinPath(splitPath(target)) : undefined;
  const inode = (leftover === undefined ? undefined : leftovers.get(leftover)) ?? tree.get(target);
  if (inode === undefined)
    throw new FledgeError('input', `it is a hardlink to ${showName(target)}, which does not exist`);
  if (inode.kind === 'directory') {
    throw new FledgeError('input', `it is a hardlink to ${showName(target)}, which is a directory`);
  }
  return inode;
}
