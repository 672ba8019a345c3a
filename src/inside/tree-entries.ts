import { ContentOpener } from '../formats/content-reader.ts';
import type { ByteString } from '../support/byte-string.ts';
import type { Content, NonDirectoryInode } from '../tree/entry.ts';
import type { FileTree, WalkedEntry } from '../tree/tree.ts';
import { NO_XATTRS, noContent } from './content.ts';
import type { InsideEntry, InsideLayer, InsidePiece } from './entry.ts';
import { Turns } from './turns.ts';

/** An entry of a tree in memory, with the source of its data. */
export type TreeInsideEntry = InsideEntry & { readonly source?: Content };

export interface TreeReading {
  /** The layer of an image that has the inode of an entry. By default, no entry has one. */
  readonly layerOf?: (entry: WalkedEntry) => InsideLayer | undefined;
  /** Ends the reading of entries and contents with its reason. */
  readonly signal?: AbortSignal;
}

/** In bytes. */
const PIECE_BYTES = 256 * 1024;
/** The time for an entry, as bytes that are read in this time. */
const ENTRY_BYTES = 1024;

/**
 * The entries of a tree in memory, as `Artifact` describes them: a directory before its entries, in the order of bytes. The
 * contents can be read in any order while the spools are open.
 *
 * @throws FledgeError `input` from `content()` if a host file cannot be read or has changed.
 */
export async function* entriesOfTree(
  tree: FileTree,
  { layerOf, signal }: TreeReading = {},
): AsyncGenerator<TreeInsideEntry> {
  const links = linksOfTree(tree);
  const numbers = new Map<NonDirectoryInode, number>();
  const contents = { opener: new ContentOpener(), turns: new Turns(), signal };
  let last = 0;
  const numberOf = (inode: WalkedEntry['inode']): number => {
    if (inode.kind === 'directory' || !links.has(inode)) return ++last;
    const number = numbers.get(inode) ?? ++last;
    numbers.set(inode, number);
    return number;
  };
  for (const walked of tree.walk()) {
    signal?.throwIfAborted();
    await contents.turns.after(ENTRY_BYTES);
    const { path, inode, directory } = walked;
    const { kind, mode, uid, gid, mtime, xattrs } = inode;
    const source = kind === 'file' ? inode.content : undefined;
    const layer = layerOf?.(walked);
    yield {
      ...{ path, kind, mode, uid, gid, mtime, size: sizeOf(inode) },
      // As in most file systems, each directory in a directory has a link to it.
      links: inode.kind === 'directory' ? 2 + (directory?.subdirectories ?? 0) : (links.get(inode) ?? 1),
      ino: numberOf(inode),
      ...(kind === 'symlink' && { target: inode.target }),
      ...((kind === 'char-device' || kind === 'block-device') && {
        device: { major: inode.major, minor: inode.minor },
      }),
      ...(source !== undefined && { source }),
      ...(layer !== undefined && { layer }),
      xattrs: () => Promise.resolve(buffersOf(xattrs)),
      content: () => (source === undefined ? noContent() : contentPieces(source, contents)),
    };
  }
}

/** The number of names of each inode that has several. */
function linksOfTree(tree: FileTree): ReadonlyMap<NonDirectoryInode, number> {
  const seen = new Set<NonDirectoryInode>();
  const links = new Map<NonDirectoryInode, number>();
  for (const { inode } of tree.leaves()) {
    if (seen.has(inode)) links.set(inode, (links.get(inode) ?? 1) + 1);
    else seen.add(inode);
  }
  return links;
}

function sizeOf(inode: WalkedEntry['inode']): number {
  if (inode.kind === 'file') return inode.content.size;
  return inode.kind === 'symlink' ? inode.target.length : 0;
}

function buffersOf(xattrs: ReadonlyMap<ByteString, Uint8Array>): ReadonlyMap<ByteString, Buffer> {
  if (xattrs.size === 0) return NO_XATTRS;
  return new Map(
    Array.from(xattrs, ([name, value]) => [name, Buffer.from(value.buffer, value.byteOffset, value.length)]),
  );
}

interface ContentReading {
  readonly opener?: ContentOpener;
  readonly turns?: Turns;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The data of a content without the holes.
 *
 * @throws FledgeError `input` if it is a host file that cannot be read or has changed; the reason of the signal.
 */
export async function* contentPieces(
  content: Content,
  { opener = new ContentOpener(), turns = new Turns(), signal }: ContentReading = {},
): AsyncGenerator<InsidePiece> {
  const extents = content.kind === 'spool' ? content.extents : [{ offset: 0, length: content.size }];
  const reader = opener.open(content);
  try {
    for (const { offset, length } of extents) {
      for (let done = 0; done < length; ) {
        // The number of a closed descriptor can be that of another file.
        signal?.throwIfAborted();
        const bytes = Buffer.allocUnsafe(Math.min(PIECE_BYTES, length - done));
        reader.read(bytes, offset + done);
        yield { offset: offset + done, bytes };
        done += bytes.length;
        await turns.after(bytes.length);
      }
    }
  } finally {
    reader.close();
  }
}
