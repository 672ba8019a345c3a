import { setImmediate } from 'node:timers/promises';
import { FledgeError } from '../../support/errors.ts';
import { BlockQueue } from '../block-queue.ts';
import type { ImageSink, ImageTarget } from '../byte-sink.ts';
import { loadZstd } from '../zstd/load.ts';
import { ClusterMap } from './cluster-map.ts';
import { CLUSTER_SIZE, encodeHeader, type Qcow2Compression, SECTOR_SIZE } from './format.ts';
import { HostClusters } from './host-clusters.ts';
import { loadDeflate } from './load-deflate.ts';

export interface Qcow2Options {
  /** Undefined: clusters are not compressed. */
  readonly compression: { readonly method: Qcow2Compression; readonly level: number } | undefined;
  /** The number of compressor threads, 1 or more. It does not affect the output. */
  readonly workers: number;
}

/**
 * The number of bytes that compression must save: a page. Less is not worth the time for decompression, and a cluster that is
 * not compressed can be changed in place.
 */
const MIN_SAVING = 4096;
/** The number of zero clusters between two points at which signals and timers are handled. */
const ZERO_CLUSTERS_PER_TURN = 64;
const ZEROS = Buffer.alloc(CLUSTER_SIZE);

/**
 * Writes a disk image, from its first byte to its last, as a qcow2 image. Clusters of zeros are not allocated. The output
 * depends on the bytes and on `compression` only. After an error, call `close`.
 */
export class Qcow2Writer implements ImageSink {
  readonly #target: ImageTarget;
  readonly #compression: Qcow2Compression | undefined;
  readonly #queue: BlockQueue | undefined;
  readonly #host = new HostClusters();
  readonly #map = new ClusterMap((bytes) => this.#addCluster(bytes));
  /** The cluster that is being filled; undefined while all buffers are in use. */
  #buffer: Uint8Array<ArrayBuffer> | undefined;
  #filled = 0;
  /** The number of that cluster. */
  #cluster = 0;
  #zeroClusters = 0;

  constructor(target: ImageTarget, { compression, workers }: Qcow2Options) {
    this.#target = target;
    this.#compression = compression?.method;
    if (compression !== undefined) {
      const { method, level } = compression;
      const options = { name: 'qcow2', blockSize: CLUSTER_SIZE, workers, level, minSaving: MIN_SAVING };
      this.#queue = new BlockQueue({ ...options, module: loadCompressor(method) });
    }
    this.#buffer = this.#queue?.takeFree() ?? new Uint8Array(CLUSTER_SIZE);
    // The header is written last, into the first cluster.
    this.#host.addCluster();
  }

  /** The size of the disk so far, in bytes. */
  get size(): number {
    return this.#cluster * CLUSTER_SIZE + this.#filled;
  }

  reserve(): Uint8Array {
    return this.#current().subarray(this.#filled);
  }

  commit(length: number): Promise<void> | undefined {
    this.#filled += length;
    return this.#filled < CLUSTER_SIZE ? undefined : this.#endCluster();
  }

  async hole(length: number): Promise<void> {
    let left = length;
    if (this.#filled > 0) {
      const part = Math.min(left, CLUSTER_SIZE - this.#filled);
      this.#current().fill(0, this.#filled, this.#filled + part);
      await this.commit(part);
      left -= part;
    }
    this.#cluster += Math.floor(left / CLUSTER_SIZE);
    const rest = left % CLUSTER_SIZE;
    if (rest === 0) return;
    this.#current().fill(0, 0, rest);
    await this.commit(rest);
  }

  /** Writes the rest, the tables and the header. The size of the disk is rounded up to whole sectors. */
  async finish(): Promise<void> {
    const size = Math.ceil(this.size / SECTOR_SIZE) * SECTOR_SIZE;
    if (this.#filled > 0) {
      this.#current().fill(0, this.#filled);
      await this.#endCluster();
    }
    await this.#queue?.finish();
    const l1 = this.#map.finish(size);
    const l1Position = this.#addClusters(l1.table);
    const refcounts = this.#host.addRefcounts();
    this.#target.writeAt(Buffer.concat([refcounts.table, ...refcounts.blocks]), refcounts.position);
    const header = encodeHeader({
      size,
      compression: this.#compression,
      l1Position,
      l1Size: l1.length,
      refcountTablePosition: refcounts.position,
      refcountTableClusters: refcounts.table.length / CLUSTER_SIZE,
    });
    this.#target.writeAt(header, 0);
  }

  /** Terminates the threads. */
  async close(): Promise<void> {
    await this.#queue?.close();
  }

  #current(): Uint8Array<ArrayBuffer> {
    if (this.#buffer !== undefined) return this.#buffer;
    throw new FledgeError('internal', 'the qcow2 writer has no free buffer: a promise was not awaited');
  }

  #endCluster(): Promise<void> | undefined {
    const bytes = this.#current();
    const cluster = this.#cluster;
    this.#cluster += 1;
    this.#filled = 0;
    if (ZEROS.equals(bytes)) {
      this.#zeroClusters += 1;
      return this.#zeroClusters % ZERO_CLUSTERS_PER_TURN === 0 ? setImmediate() : undefined;
    }
    if (this.#queue === undefined) {
      this.#map.set(cluster, { position: this.#addCluster(bytes) });
      return cluster % ZERO_CLUSTERS_PER_TURN === 0 ? setImmediate() : undefined;
    }
    this.#queue.send(bytes, CLUSTER_SIZE, (stored, isCompressed) => this.#place(cluster, stored, isCompressed));
    this.#buffer = this.#queue.takeFree();
    return this.#buffer === undefined ? this.#waitForBuffer(this.#queue) : undefined;
  }

  async #waitForBuffer(queue: BlockQueue): Promise<void> {
    this.#buffer = await queue.take();
  }

  #place(cluster: number, bytes: Uint8Array, isCompressed: boolean): void {
    if (!isCompressed) {
      this.#map.set(cluster, { position: this.#addCluster(bytes) });
      return;
    }
    const position = this.#host.addCompressed(bytes.length);
    this.#target.writeAt(bytes, position);
    this.#map.set(cluster, { position, compressedLength: bytes.length });
  }

  /** Writes a cluster at the end of the file, and returns its position. */
  #addCluster(bytes: Uint8Array): number {
    const position = this.#host.addCluster();
    this.#target.writeAt(bytes, position);
    return position;
  }

  /** Writes whole clusters, and returns the position of the first. Without clusters, that is 0. */
  #addClusters(bytes: Buffer): number {
    if (bytes.length === 0) return 0;
    const positions = Array.from({ length: bytes.length / CLUSTER_SIZE }, (_, index) =>
      this.#addCluster(bytes.subarray(index * CLUSTER_SIZE, (index + 1) * CLUSTER_SIZE)),
    );
    return Math.min(...positions);
  }
}

function loadCompressor(method: Qcow2Compression): WebAssembly.Module {
  switch (method) {
    case 'zstd':
      return loadZstd();
    case 'zlib':
      return loadDeflate();
  }
}
