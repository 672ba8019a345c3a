import type { Fact } from '../artifact.ts';

// QEMU, docs/interop/qcow2.rst. Numbers are big-endian.

const HEADER_BYTES = 105;
/** Incompatible feature of version 3: the field for the type of compression is not 0. */
const COMPRESSION_TYPE = 1n << 3n;
const COMPRESSIONS: readonly string[] = ['zlib', 'zstd'];

/** The facts of a qcow2 header that has been checked. `head` has its first bytes, and `size` is that of the file. */
export function qcow2Facts(head: Buffer, size: number): readonly Fact[] {
  const version = head.readUInt32BE(4);
  const hasType = version >= 3 && head.length >= HEADER_BYTES && (head.readBigUInt64BE(72) & COMPRESSION_TYPE) !== 0n;
  const compression = hasType ? head.readUInt8(104) : 0;
  return [
    { key: 'qcow2Version', title: 'qcow2 version', value: version },
    { key: 'virtualSize', title: 'virtual size', value: Number(head.readBigUInt64BE(24)), unit: 'bytes' },
    { key: 'fileSize', title: 'size of the file', value: size, unit: 'bytes' },
    { key: 'clusterSize', title: 'cluster size', value: 2 ** head.readUInt32BE(20), unit: 'bytes' },
    { key: 'compressionType', title: 'compression type', value: COMPRESSIONS[compression] ?? `type ${compression}` },
  ];
}
