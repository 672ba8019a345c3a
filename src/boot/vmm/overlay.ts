import { closeSync, ftruncateSync, openSync } from 'node:fs';
import { join } from 'node:path';
import {
  CLUSTER_SIZE,
  ENTRIES_PER_CLUSTER,
  encodeHeader,
  MAX_BACKING_PATH,
  REFCOUNT_SIZE,
  SECTOR_SIZE,
  writeBackingFile,
  writeNumber,
} from '../../formats/qcow2/format.ts';
import { FledgeError, writeFailureOf } from '../../support/errors.ts';
import { writeFully } from '../../support/files/write-file.ts';
import type { MachineDisk, MachineSpec } from './vmm.ts';

/*
 * An empty qcow2 image over another one (QEMU, docs/interop/qcow2.rst): the header with the path of the backing file, the
 * refcount table, one refcount block, and an empty L1 table.
 */

/** Bytes of the disk that one entry of the L1 table covers. */
const L1_COVERAGE = CLUSTER_SIZE * ENTRIES_PER_CLUSTER;

/** The path of the overlay of a machine, which must exist before its start. */
export function overlayOf({ scratch }: Pick<MachineSpec, 'scratch'>): string {
  return join(scratch, 'overlay.qcow2');
}

/**
 * Creates an overlay at `path`, which takes the writes to `disk`.
 *
 * @throws FledgeError `output` if it cannot be written; `input` for a path that qcow2 cannot store.
 */
export function writeOverlay(path: string, disk: MachineDisk): void {
  const backing = Buffer.from(disk.path);
  if (backing.length > MAX_BACKING_PATH) {
    throw new FledgeError('input', `cannot boot ${disk.path}: its path is longer than ${MAX_BACKING_PATH} bytes`, {
      fix: 'move it to a shorter path',
    });
  }
  const l1Size = Math.max(1, Math.ceil(disk.bytes / L1_COVERAGE));
  const clusters = 3 + Math.ceil(l1Size / ENTRIES_PER_CLUSTER);
  const header = encodeHeader({
    size: Math.ceil(disk.bytes / SECTOR_SIZE) * SECTOR_SIZE,
    compression: undefined,
    l1Position: 3 * CLUSTER_SIZE,
    l1Size,
    refcountTablePosition: CLUSTER_SIZE,
    refcountTableClusters: 1,
  });
  writeBackingFile(header, backing, disk.format);
  const refcountTable = Buffer.alloc(CLUSTER_SIZE);
  writeNumber(refcountTable, 2 * CLUSTER_SIZE, 0);
  const refcounts = Buffer.alloc(CLUSTER_SIZE);
  // Each used cluster has a refcount of 1.
  for (let index = 0; index < clusters; index++) refcounts.writeUInt16BE(1, index * REFCOUNT_SIZE);
  const image = Buffer.concat([header, refcountTable, refcounts]);
  try {
    const descriptor = openSync(path, 'wx', 0o600);
    try {
      writeFully(descriptor, image, 0);
      // The L1 table is a hole.
      ftruncateSync(descriptor, clusters * CLUSTER_SIZE);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw new FledgeError('output', `cannot create the overlay of the disk in ${path}: ${writeFailureOf(error)}`, {
      cause: error,
      fix: 'free some space, or set TMPDIR to a directory on another disk',
    });
  }
}
