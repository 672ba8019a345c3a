import type { ByteString } from '../support/byte-string.ts';
import { showName } from '../support/byte-string.ts';
import { FledgeError } from '../support/errors.ts';
import { MAX_MAJOR, MAX_MINOR, MAX_PATH_BYTES } from '../support/linux-limits.ts';
import type { Content, LeafInode, Metadata } from './entry.ts';
import type { LayerEntry, UnpackedLayer } from './layer-entry.ts';
import { type FileTree, joinPath, splitPath } from './tree.ts';

/** OCI image specification, layer.md, "Whiteouts". */
const WHITEOUT_PREFIX = '.wh.';
const OPAQUE_WHITEOUT = '.wh..wh..opq';
/**
 * Notes that aufs left for itself in layers of its time, such as the directory `.wh..wh.plnk` with files that have other
 * names in the layer. They are no part of the image.
 */
const AUFS_PREFIX = '.wh..wh.';

/** Leaves that aufs left in a layer, by path: hardlinks of the layer may point at them. */
type Leftovers = Map<ByteString, LeafInode>;

/** A symlink has no permissions of its own in Linux; it always shows these. */
const SYMLINK_MODE = 0o777;

/**
 * Puts a layer on top of what is in the tree (OCI image specification, layer.md). What its whiteouts hide is what lower
 * layers brought, wherever they stand in the archive; of several entries with one name the last wins; a directory keeps
 * what is in it when it is put again, and replaces anything else; a hardlink is a second name of what its target is at
 * that moment, with its owner, mode and attributes. Absolute names and `..` stay inside of the root, and so does every
 * link in the way to a name. Parents that no layer has are created 0755 root:root with the tree's own time, and below a
 * setgid directory as mkdir(2) does, setgid and with its group. A file of a lower layer that is in the way to a name goes,
 * as overlayfs hides it. What aufs left is left out.
 *
 * @throws FledgeError `input`, naming layer and entry, for what cannot be in a file system; and what reading the layer
 *   throws. The tree is worth nothing then.
 */
export async function applyLayer(tree: FileTree, layer: UnpackedLayer): Promise<void> {
  tree.beginLayer();
  const leftovers: Leftovers = new Map();
  for await (const entries of layer.entries) {
    for (const entry of entries) {
      try {
        applyEntry(tree, entry, layer, leftovers);
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

function applyEntry(tree: FileTree, entry: LayerEntry, layer: UnpackedLayer, leftovers: Leftovers): void {
  const { path } = entry;
  if (path.includes(WHITEOUT_PREFIX)) {
    const components = splitPath(path);
    if (isLeftover(components)) {
      if (entry.kind === 'directory') return;
      tree.budget.spend('nodes', 1);
      tree.budget.spend('pathBytes', path.length);
      leftovers.set(joinPath(components), leafOf(tree, entry, layer, leftovers));
      return;
    }
    const name = components.pop() ?? ('' as ByteString);
    if (name.startsWith(WHITEOUT_PREFIX)) {
      applyWhiteout(tree, joinPath(components), name);
      return;
    }
  }
  if (entry.kind === 'directory') tree.putDirectory(path, entry);
  else tree.put(path, leafOf(tree, entry, layer, leftovers));
}

/** Whether names lead to what aufs left: a note, or something in a directory of notes. */
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
    throw new FledgeError('input', 'a whiteout must name a file of its own directory');
  }
  tree.hide(`${directory}/${hidden}` as ByteString);
}

function leafOf(
  tree: FileTree,
  entry: Exclude<LayerEntry, { kind: 'directory' }>,
  layer: UnpackedLayer,
  leftovers: Leftovers,
): LeafInode {
  switch (entry.kind) {
    case 'file': {
      const { mode, uid, gid, mtime, xattrs, size, pieces } = entry;
      const content: Content = { kind: 'spool', size, spool: layer.spool, extents: pieces };
      // Written out, which takes less memory than a spread: most entries of a large image are files.
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
        throw new FledgeError('input', `Linux has no device with the numbers ${major} and ${minor}`);
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
  if (target === '') throw new FledgeError('input', 'the symbolic link points at nothing');
  if (target.length > MAX_PATH_BYTES) {
    throw new FledgeError(
      'input',
      `a link target of ${target.length} bytes is longer than the ${MAX_PATH_BYTES} that Linux takes`,
    );
  }
  return target;
}

function linkedInode(tree: FileTree, target: ByteString, leftovers: Leftovers): LeafInode {
  const leftover = leftovers.size > 0 && target.includes(AUFS_PREFIX) ? joinPath(splitPath(target)) : undefined;
  const inode = (leftover === undefined ? undefined : leftovers.get(leftover)) ?? tree.get(target);
  if (inode === undefined)
    throw new FledgeError('input', `it is a hardlink to ${showName(target)}, which is not there`);
  if (inode.kind === 'directory') {
    throw new FledgeError('input', `it is a hardlink to ${showName(target)}, which is a directory`);
  }
  return inode;
}
