import { CLUSTER_SIZE, ENTRIES_PER_CLUSTER, ENTRY_SIZE, writeClusterEntry, writeCompressedEntry } from './format.ts';

/** The places of the disk's clusters: the L1 and L2 tables. Clusters without a place are zeros. */
export class ClusterMap {
  readonly #writeCluster: (bytes: Buffer) => number;
  readonly #tablePositions = new Map<number, number>();
  readonly #table = Buffer.alloc(CLUSTER_SIZE);
  #tableIndex: number | undefined;

  /** `writeCluster` adds a cluster to the file and returns its position. It must copy the bytes. */
  constructor(writeCluster: (bytes: Buffer) => number) {
    this.#writeCluster = writeCluster;
  }

  /** Sets the place of the disk's cluster of this number. Call it in ascending order: only one L2 table is in memory. */
  set(cluster: number, place: { readonly position: number; readonly compressedLength?: number }): void {
    const tableIndex = Math.floor(cluster / ENTRIES_PER_CLUSTER);
    if (tableIndex !== this.#tableIndex) this.#flush();
    this.#tableIndex = tableIndex;
    const index = cluster % ENTRIES_PER_CLUSTER;
    if (place.compressedLength === undefined) writeClusterEntry(this.#table, index, place.position);
    else writeCompressedEntry(this.#table, index, place.position, place.compressedLength);
  }

  /** Writes the last L2 table, and returns the L1 table of a disk of this size in bytes, as whole clusters. */
  finish(size: number): { readonly table: Buffer; readonly length: number } {
    this.#flush();
    const length = Math.ceil(size / (CLUSTER_SIZE * ENTRIES_PER_CLUSTER));
    const table = Buffer.alloc(Math.ceil((length * ENTRY_SIZE) / CLUSTER_SIZE) * CLUSTER_SIZE);
    for (const [index, position] of this.#tablePositions) writeClusterEntry(table, index, position);
    return { table, length };
  }

  #flush(): void {
    if (this.#tableIndex === undefined) return;
    this.#tablePositions.set(this.#tableIndex, this.#writeCluster(this.#table));
    this.#table.fill(0);
  }
}
