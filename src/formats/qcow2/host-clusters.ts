import { CLUSTER_SIZE, ENTRY_SIZE, REFCOUNT_SIZE, writeNumber } from './format.ts';

const REFCOUNTS_PER_BLOCK = CLUSTER_SIZE / REFCOUNT_SIZE;

/** The clusters of the file, and the number of references to each. Positions are in bytes. */
export class HostClusters {
  /** The blocks of refcounts, as they are in the file: 64 KiB for each 2 GiB. */
  readonly #blocks: Buffer[] = [];
  #end = 0;
  /** The first byte after the compressed clusters; the rest of its cluster is for further ones. */
  #compressedEnd = 0;

  /** Adds a cluster at the end of the file, with one reference, and returns its position. */
  addCluster(): number {
    const position = this.#end;
    this.#end += CLUSTER_SIZE;
    this.#addReference(position);
    return position;
  }

  /** Finds space for a compressed cluster of `length` bytes, and returns its position. */
  addCompressed(length: number): number {
    const clusterEnd = Math.ceil(this.#compressedEnd / CLUSTER_SIZE) * CLUSTER_SIZE;
    const fits = clusterEnd === this.#end || this.#compressedEnd + length <= clusterEnd;
    const position = fits ? this.#compressedEnd : this.#end;
    const end = position + length;
    for (let at = position - (position % CLUSTER_SIZE); at < end; at += CLUSTER_SIZE) this.#addReference(at);
    this.#compressedEnd = end;
    this.#end = Math.max(this.#end, Math.ceil(end / CLUSTER_SIZE) * CLUSTER_SIZE);
    return position;
  }

  /** Adds the refcount table and its blocks, which count themselves. Nothing can be added after that. */
  addRefcounts(): { readonly position: number; readonly table: Buffer; readonly blocks: readonly Buffer[] } {
    const before = this.#end / CLUSTER_SIZE;
    let blocks = 0;
    let tableClusters = 0;
    for (;;) {
      const neededBlocks = Math.ceil((before + blocks + tableClusters) / REFCOUNTS_PER_BLOCK);
      const neededClusters = Math.ceil((neededBlocks * ENTRY_SIZE) / CLUSTER_SIZE);
      if (neededBlocks === blocks && neededClusters === tableClusters) break;
      blocks = neededBlocks;
      tableClusters = neededClusters;
    }
    const position = this.#end;
    for (let count = 0; count < tableClusters + blocks; count++) this.addCluster();
    const table = Buffer.alloc(tableClusters * CLUSTER_SIZE);
    for (let index = 0; index < blocks; index++) {
      writeNumber(table, position + (tableClusters + index) * CLUSTER_SIZE, index * ENTRY_SIZE);
    }
    return { position, table, blocks: this.#blocks };
  }

  #addReference(position: number): void {
    const cluster = position / CLUSTER_SIZE;
    const index = Math.floor(cluster / REFCOUNTS_PER_BLOCK);
    let block = this.#blocks[index];
    if (block === undefined) {
      block = Buffer.alloc(CLUSTER_SIZE);
      this.#blocks.push(block);
    }
    const offset = (cluster % REFCOUNTS_PER_BLOCK) * REFCOUNT_SIZE;
    block.writeUInt16BE(block.readUInt16BE(offset) + 1, offset);
  }
}
