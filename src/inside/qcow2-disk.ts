import type { Transform } from 'node:stream';
import { createInflateRaw, createZstdDecompress } from 'node:zlib';
import { decodeHeader } from '../formats/qcow2/format.ts';
import { messageOf } from '../support/errors.ts';
import { shellWord } from '../support/text.ts';
import { BUILD_AGAIN } from './damage.ts';
import type { ReadableDisk } from './disk.ts';

/** The fields of a header that matter for a reader (QEMU, docs/interop/qcow2.rst). Positions are in bytes. */
interface Layout {
  readonly clusterBits: number;
  readonly size: number;
  readonly l1Position: number;
  readonly l1Size: number;
  readonly compression: number;
}

/** A qcow2 image that must not be opened, or cannot be. The message is a clause: `it names a backing file`. */
export class UnusableQcow2 extends Error {
  override readonly name = 'UnusableQcow2';
  readonly isHostile: boolean;

  constructor(message: string, isHostile = false) {
    super(message);
    this.isHostile = isHostile;
  }
}

const HEADER_BYTES = 112;
const MAX_CLUSTER_BITS = 21;
/** Incompatible features of version 3. */
const CORRUPT = 1n << 1n;
const EXTERNAL_DATA = 1n << 2n;
const COMPRESSION_TYPE = 1n << 3n;
const EXTENDED_L2 = 1n << 4n;
const DIRTY = 1n << 0n;
const KNOWN = DIRTY | CORRUPT | EXTERNAL_DATA | COMPRESSION_TYPE | EXTENDED_L2;

/** Bits 9 to 55 of an entry of a table. */
const POSITION = 0x00ff_ffff_ffff_fe00n;
const COMPRESSED = 1n << 62n;
/** The size of the tables that are searched for clusters beyond the end of the file: enough for a disk of 512 GiB. */
const MAX_CHECKED_BYTES = 64 * 1024 * 1024;

/** The fix for an image that cannot be used. */
export function fixOfQcow2({ isHostile }: UnusableQcow2, path: string): string {
  if (!isHostile) return BUILD_AGAIN;
  return `convert it on a machine that may read that file: qemu-img convert -O qcow2 ${shellWord(path)} new.qcow2`;
}

/** True for the beginning of a qcow2 image. */
export function isQcow2(head: Buffer): boolean {
  return decodeHeader(head) !== undefined;
}

/**
 * Opens the disk in a qcow2 image, to read single clusters. An emulator opens the files that an image names, so an image
 * with a backing file or an external data file is refused.
 *
 * @throws UnusableQcow2
 */
export async function openQcow2(file: ReadableDisk): Promise<ReadableDisk> {
  const layout = readLayout(await file.read(0, HEADER_BYTES));
  const l1 = await file.read(layout.l1Position, layout.l1Size * 8);
  if (l1.length < layout.l1Size * 8) throw truncated();
  await checkEnd(file, layout, l1);
  const clusterSize = 2 ** layout.clusterBits;
  return {
    size: layout.size,
    async read(position, length) {
      const end = Math.min(position + length, layout.size);
      const pieces: Buffer[] = [];
      for (let at = position; at < end; ) {
        const index = Math.floor(at / clusterSize);
        const cluster = await readCluster(file, layout, l1, index);
        const to = Math.min(end, (index + 1) * clusterSize);
        pieces.push(cluster.subarray(at - index * clusterSize, to - index * clusterSize));
        at = to;
      }
      return Buffer.concat(pieces);
    },
  };
}

function readLayout(header: Buffer): Layout {
  const facts = decodeHeader(header);
  if (facts === undefined || header.length < 72) throw truncated();
  if (facts.version !== 2 && facts.version !== 3) throw new UnusableQcow2(`it is of version ${facts.version}`);
  if (header.readBigUInt64BE(8) !== 0n) {
    throw new UnusableQcow2('it names a backing file, which can be any file of this machine', true);
  }
  if (header.readUInt32BE(32) !== 0) throw new UnusableQcow2('it is encrypted');
  const clusterBits = header.readUInt32BE(20);
  if (clusterBits < 9 || clusterBits > MAX_CLUSTER_BITS) throw new UnusableQcow2('its header is damaged');
  if (facts.version === 3 && header.length < 104) throw truncated();
  const features = facts.version === 3 ? header.readBigUInt64BE(72) : 0n;
  if ((features & EXTERNAL_DATA) !== 0n) {
    throw new UnusableQcow2('it names an external data file, which can be any file of this machine', true);
  }
  if ((features & CORRUPT) !== 0n) throw new UnusableQcow2('it is marked as corrupt');
  if ((features & ~KNOWN) !== 0n) throw new UnusableQcow2('it has unknown features');
  if ((features & EXTENDED_L2) !== 0n) throw new UnusableQcow2('it has extended L2 entries');
  const { size } = facts;
  const l1Size = header.readUInt32BE(36);
  const clustersOfTable = 2 ** (2 * clusterBits - 3);
  if (!Number.isSafeInteger(size) || l1Size > 4 * 1024 * 1024 || l1Size < Math.ceil(size / clustersOfTable)) {
    throw new UnusableQcow2('its header is damaged');
  }
  const compression = (features & COMPRESSION_TYPE) === 0n ? 0 : header.readUInt8(104);
  return { clusterBits, size, l1Position: Number(header.readBigUInt64BE(40)), l1Size, compression };
}

/** Finds out whether the file ends before its last cluster, from the tables only. */
async function checkEnd(file: ReadableDisk, { clusterBits, l1Size }: Layout, l1: Buffer): Promise<void> {
  const positionMask = (1n << BigInt(62 - (clusterBits - 8))) - 1n;
  const tables = Array.from({ length: l1Size }, (_, index) => Number(l1.readBigUInt64BE(index * 8) & POSITION));
  const present = tables.filter((position) => position !== 0);
  const used = [...new Set(present)];
  // A small file could have a disk of any size, all of it data.
  if (used.length !== present.length) throw new UnusableQcow2('two of its tables are the same');
  for (const position of used.slice(0, MAX_CHECKED_BYTES / 2 ** clusterBits)) {
    const table = await file.read(position, 2 ** clusterBits);
    if (table.length < 2 ** clusterBits) throw truncated();
    for (let offset = 0; offset < table.length; offset += 8) {
      // Most entries of a sparse image are zero.
      if (table.readUInt32BE(offset) === 0 && table.readUInt32BE(offset + 4) === 0) continue;
      const entry = table.readBigUInt64BE(offset);
      const isCompressed = (entry & COMPRESSED) !== 0n;
      if (Number(entry & (isCompressed ? positionMask : POSITION)) >= file.size) throw truncated();
    }
  }
}

async function readCluster(file: ReadableDisk, layout: Layout, l1: Buffer, index: number): Promise<Buffer> {
  const { clusterBits, compression } = layout;
  const clusterSize = 2 ** clusterBits;
  const entries = clusterSize / 8;
  const table = Number(l1.readBigUInt64BE(Math.floor(index / entries) * 8) & POSITION);
  if (table === 0) return Buffer.alloc(clusterSize);
  const bytes = await file.read(table + (index % entries) * 8, 8);
  if (bytes.length < 8) throw truncated();
  const entry = bytes.readBigUInt64BE(0);
  if ((entry & COMPRESSED) === 0n) {
    const position = Number(entry & POSITION);
    // Bit 0 marks a cluster of zeros.
    if (position === 0 || (entry & 1n) !== 0n) return Buffer.alloc(clusterSize);
    const cluster = Buffer.alloc(clusterSize);
    (await file.read(position, clusterSize)).copy(cluster);
    return cluster;
  }
  const positionBits = BigInt(62 - (clusterBits - 8));
  const position = Number(entry & ((1n << positionBits) - 1n));
  const sectors = Number((entry & (COMPRESSED - 1n)) >> positionBits) + 1;
  const packed = await file.read(position, sectors * 512 - (position % 512));
  try {
    const stream = compression === 0 ? createInflateRaw() : createZstdDecompress();
    const unpacked = await decompressOne(stream, packed, clusterSize);
    const cluster = Buffer.alloc(clusterSize);
    unpacked.copy(cluster);
    return cluster;
  } catch (error) {
    throw new UnusableQcow2(`its compressed cluster ${index} is damaged: ${messageOf(error)}`);
  }
}

/** Decompresses one cluster. Bytes of other clusters can follow the compressed ones. */
async function decompressOne(stream: Transform, packed: Buffer, clusterSize: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  try {
    stream.end(packed);
    for await (const piece of stream) {
      pieces.push(piece);
      length += piece.length;
      if (length >= clusterSize) break;
    }
  } finally {
    stream.destroy();
  }
  return Buffer.concat(pieces).subarray(0, clusterSize);
}

function truncated(): UnusableQcow2 {
  return new UnusableQcow2('the file ends before the image does');
}
