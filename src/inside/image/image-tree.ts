import { ContentOpener } from '../../formats/content-reader.ts';
import { closeLayers, type TreeOfImage } from '../../sources/image/unpack.ts';
import { Budget } from '../../support/budget.ts';
import type { ByteString } from '../../support/byte-string.ts';
import { DEFAULT_EPOCH } from '../../support/environment.ts';
import type { Scratch } from '../../support/files/scratch.ts';
import { limitYoungGeneration } from '../../support/process/runtime.ts';
import type { Content, NonDirectoryInode, Spool } from '../../tree/entry.ts';
import type { UnpackedLayer } from '../../tree/layer-entry.ts';
import { FileTree, type WalkedEntry } from '../../tree/tree.ts';
import type { OpenOptions } from '../artifact.ts';
import type { InsideEntry, InsideLayer, InsidePiece } from '../entry.ts';
import { Turns } from '../turns.ts';

export interface ImageTreeOptions extends Pick<OpenOptions, 'maxUnpackedBytes' | 'mtime' | 'signal'> {
  /** Unpacks the layers to an empty tree. */
  readonly unpack: (tree: TreeOfImage) => Promise<void>;
  /** The scratch directory of the artifact, which is removed as soon as the layers are unpacked. Called at most once. */
  readonly scratch: () => Scratch;
  /** The layers of an image. */
  readonly layers?: readonly InsideLayer[];
}

/** In bytes. */
const PIECE_BYTES = 256 * 1024;
/** The time for an entry, as bytes that are read in this time. */
const ENTRY_BYTES = 1024;
const DEFAULT_TIME = { seconds: DEFAULT_EPOCH, nanoseconds: 0 } as const;

/** An unpacked image. */
interface Unpacked {
  readonly tree: FileTree;
  /** The number of names of each inode that has several. */
  readonly links: ReadonlyMap<NonDirectoryInode, number>;
  /** The index of the layer of each inode that is neither a directory nor a file. */
  readonly layers: ReadonlyMap<NonDirectoryInode, number>;
}

/**
 * The tree that a build makes of the layers of an image, or that is in an archive. They are unpacked when entries are requested for the first time, and only
 * once: metadata to memory, and contents to temporary files without names.
 */
export class ImageTree {
  readonly #options: ImageTreeOptions;
  readonly #layers: UnpackedLayer[] = [];
  readonly #closing = new AbortController();
  readonly #signal: AbortSignal;
  readonly #opener = new ContentOpener();
  readonly #turns = new Turns();
  #unpacking: Promise<Unpacked> | undefined;

  constructor(options: ImageTreeOptions) {
    this.#options = options;
    this.#signal = AbortSignal.any([this.#closing.signal, ...(options.signal === undefined ? [] : [options.signal])]);
  }

  /**
   * The entries of the tree, as `Artifact` describes them.
   *
   * @throws FledgeError as `unpack` does.
   */
  async *entries(): AsyncGenerator<InsideEntry> {
    this.#unpacking ??= this.#unpack();
    const unpacked = await this.#unpacking;
    const spools = new Map(this.#layers.map(({ spool }, index) => [spool, index]));
    const numbers = new Map<NonDirectoryInode, number>();
    let last = 0;
    const numberOf = (inode: WalkedEntry['inode']): number => {
      if (inode.kind === 'directory' || !unpacked.links.has(inode)) return ++last;
      const number = numbers.get(inode) ?? ++last;
      numbers.set(inode, number);
      return number;
    };
    for (const entry of unpacked.tree.walk()) {
      this.#signal.throwIfAborted();
      await this.#turns.after(ENTRY_BYTES);
      const layer = this.#options.layers?.[layerOf(entry, unpacked, spools)];
      yield this.#entryOf(entry, {
        ino: numberOf(entry.inode),
        links: linksOf(entry, unpacked),
        ...(layer !== undefined && { layer }),
      });
    }
  }

  /** Frees the disk space. Ends a reading of entries or contents with an error. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#unpacking?.catch(() => {});
    await closeLayers(this.#layers);
  }

  async #unpack(): Promise<Unpacked> {
    const { unpack, maxUnpackedBytes, mtime = DEFAULT_TIME, scratch: makeScratch } = this.#options;
    const budget = new Budget(maxUnpackedBytes === undefined ? {} : { unpacked: maxUnpackedBytes });
    const tree = new FileTree(mtime, budget);
    const layers = new Map<NonDirectoryInode, number>();
    let index = 0;
    const onLayer = (): void => {
      for (const inode of tree.inodesOfLayer()) {
        if (inode.kind !== 'file' && !layers.has(inode)) layers.set(inode, index);
      }
      index += 1;
    };
    const scratch = makeScratch();
    const allowGrowth = limitYoungGeneration();
    const unpacking = {
      tree,
      layers: this.#layers,
      spoolDirectory: scratch.path,
      budget,
      signal: this.#signal,
      onLayer,
    };
    try {
      await unpack(unpacking);
      return { tree, links: severalNames(tree), layers };
    } catch (error) {
      await closeLayers(this.#layers);
      throw error;
    } finally {
      allowGrowth();
      scratch.dispose();
    }
  }

  #entryOf({ path, inode }: WalkedEntry, rest: Pick<InsideEntry, 'ino' | 'links' | 'layer'>): InsideEntry {
    const { kind, mode, uid, gid, mtime } = inode;
    const isDevice = kind === 'char-device' || kind === 'block-device';
    return {
      ...{ path, kind, mode, uid, gid, mtime, size: sizeOf(inode) },
      ...rest,
      ...(kind === 'symlink' && { target: inode.target }),
      ...(isDevice && { device: { major: inode.major, minor: inode.minor } }),
      xattrs: () => Promise.resolve(buffersOf(inode.xattrs)),
      content: () => (kind === 'file' ? this.#piecesOf(inode.content) : nothing()),
    };
  }

  async *#piecesOf(content: Content): AsyncGenerator<InsidePiece> {
    const extents = content.kind === 'spool' ? content.extents : [{ offset: 0, length: content.size }];
    const reader = this.#opener.open(content);
    try {
      for (const { offset, length } of extents) {
        for (let done = 0; done < length; ) {
          // The number of a closed descriptor can be that of another file.
          this.#signal.throwIfAborted();
          const bytes = Buffer.allocUnsafe(Math.min(PIECE_BYTES, length - done));
          reader.read(bytes, offset + done);
          yield { offset: offset + done, bytes };
          done += bytes.length;
          await this.#turns.after(bytes.length);
        }
      }
    } finally {
      reader.close();
    }
  }
}

/** The index of the layer with the inode; -1 for a directory that no layer has. */
function layerOf({ inode, directory }: WalkedEntry, { layers }: Unpacked, spools: ReadonlyMap<Spool, number>): number {
  if (inode.kind === 'directory') return (directory?.layer ?? 0) - 1;
  const { kind } = inode;
  return (
    (kind === 'file' && inode.content.kind === 'spool' ? spools.get(inode.content.spool) : layers.get(inode)) ?? -1
  );
}

/** As in most file systems, each directory in a directory has a link to it. */
function linksOf({ inode, directory }: WalkedEntry, { links }: Unpacked): number {
  return inode.kind === 'directory' ? 2 + (directory?.subdirectories ?? 0) : (links.get(inode) ?? 1);
}

function severalNames(tree: FileTree): ReadonlyMap<NonDirectoryInode, number> {
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

const NO_XATTRS: ReadonlyMap<ByteString, Buffer> = new Map();

function buffersOf(xattrs: ReadonlyMap<ByteString, Uint8Array>): ReadonlyMap<ByteString, Buffer> {
  if (xattrs.size === 0) return NO_XATTRS;
  return new Map(
    Array.from(xattrs, ([name, value]) => [name, Buffer.from(value.buffer, value.byteOffset, value.length)]),
  );
}

async function* nothing(): AsyncGenerator<never> {}
