import { closeSync, ftruncateSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { FledgeError, writeFailureOf } from '../../support/errors.ts';
import { writeFully } from '../../support/files/write-file.ts';
import type { MachineDisk, MachineSpec } from './vmm.ts';

/*
 * An empty qcow2 image over another one (QEMU, docs/interop/qcow2.rst): the header with the path of the backing file, the
 * refcount table, one refcount block, and an empty L1 table.
 */
const CLUSTER_BITS = 16;
const CLUSTER = 2 ** CLUSTER_BITS;
const HEADER_LENGTH = 104;
const BACKING_FORMAT = 0xe279_2aca;
const MAX_BACKING_PATH = 1023;
/** Bytes of the disk that one entry of the L1 table covers. */
const L1_COVERAGE = CLUSTER * (CLUSTER / 8);

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
  const clusters = 3 + Math.ceil((l1Size * 8) / CLUSTER);
  const image = Buffer.alloc(3 * CLUSTER);
  image.writeUInt32BE(0x5146_49fb, 0);
  image.writeUInt32BE(3, 4);
  const format = Buffer.from(disk.format);
  const pathAt = HEADER_LENGTH + 8 + format.length + (-format.length & 7) + 8;
  image.writeBigUInt64BE(BigInt(pathAt), 8);
  image.writeUInt32BE(backing.length, 16);
  image.writeUInt32BE(CLUSTER_BITS, 20);
  image.writeBigUInt64BE(BigInt(Math.ceil(disk.bytes / 512) * 512), 24);
  image.writeUInt32BE(l1Size, 36);
  image.writeBigUInt64BE(BigInt(3 * CLUSTER), 40);
  image.writeBigUInt64BE(BigInt(CLUSTER), 48);
  image.writeUInt32BE(1, 56);
  image.writeUInt32BE(4, 96);
  image.writeUInt32BE(HEADER_LENGTH, 100);
  image.writeUInt32BE(BACKING_FORMAT, HEADER_LENGTH);
  image.writeUInt32BE(format.length, HEADER_LENGTH + 4);
  format.copy(image, HEADER_LENGTH + 8);
  backing.copy(image, pathAt);
  // The refcount table has one block, and each used cluster has a refcount of 1.
  image.writeBigUInt64BE(BigInt(2 * CLUSTER), CLUSTER);
  for (let index = 0; index < clusters; index++) image.writeUInt16BE(1, 2 * CLUSTER + 2 * index);
  try {
    const descriptor = openSync(path, 'wx', 0o600);
    try {
      writeFully(descriptor, image, 0);
      // The L1 table is a hole.
      ftruncateSync(descriptor, clusters * CLUSTER);
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
