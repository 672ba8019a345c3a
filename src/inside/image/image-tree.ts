import { closeLayers, type TreeOfImage } from '../../sources/image/unpack.ts';
import { Budget } from '../../support/budget.ts';
import { DEFAULT_EPOCH } from '../../support/environment.ts';
import type { Scratch } from '../../support/files/scratch.ts';
import { limitYoungGeneration } from '../../support/process/runtime.ts';
import type { NonDirectoryInode, Spool } from '../../tree/entry.ts';
import type { UnpackedLayer } from '../../tree/layer-entry.ts';
import { FileTree, type WalkedEntry } from '../../tree/tree.ts';
import type { OpenOptions } from '../artifact.ts';
import type { InsideEntry, InsideLayer } from '../entry.ts';
import { entriesOfTree } from '../tree-entries.ts';

export interface ImageTreeOptions extends Pick<OpenOptions, 'maxUnpackedBytes' | 'mtime' | 'signal'> {
  /** Unpacks the layers to an empty tree. */
  readonly unpack: (tree: TreeOfImage) => Promise<void>;
  /** The scratch directory of the artifact, which is removed as soon as the layers are unpacked. Called at most once. */
  readonly scratch: () => Scratch;
  /** The layers of an image. */
  readonly layers?: readonly InsideLayer[];
}

const DEFAULT_TIME = { seconds: DEFAULT_EPOCH, nanoseconds: 0 } as const;

/** An unpacked image. */
interface Unpacked {
  readonly tree: FileTree;
  /** The index of the layer of each inode that is neither a directory nor a file. */
  readonly layers: ReadonlyMap<NonDirectoryInode, number>;
}

/**
 * The tree that a build makes of the layers of an image, or that is in an archive. They are unpacked when entries are requested
 * for the first time, and only once: metadata to memory, and contents to temporary files without names.
 */
export class ImageTree {
  readonly #options: ImageTreeOptions;
  readonly #layers: UnpackedLayer[] = [];
  readonly #closing = new AbortController();
  readonly #signal: AbortSignal;
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
    const layerOf = (entry: WalkedEntry): InsideLayer | undefined =>
      this.#options.layers?.[layerIndexOf(entry, unpacked, spools)];
    yield* entriesOfTree(unpacked.tree, { layerOf, signal: this.#signal });
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
      return { tree, layers };
    } catch (error) {
      await closeLayers(this.#layers);
      throw error;
    } finally {
      allowGrowth();
      scratch.dispose();
    }
  }
}

/** The index of the layer with the inode; -1 for a directory that no layer has. */
function layerIndexOf(
  { inode, directory }: WalkedEntry,
  { layers }: Unpacked,
  spools: ReadonlyMap<Spool, number>,
): number {
  if (inode.kind === 'directory') return (directory?.layer ?? 0) - 1;
  const { kind } = inode;
  return (
    (kind === 'file' && inode.content.kind === 'spool' ? spools.get(inode.content.spool) : layers.get(inode)) ?? -1
  );
}
