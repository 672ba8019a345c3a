import type { Fact } from '../artifact.ts';
import { type ReadableDisk, readWhole } from '../disk.ts';
import { namesOfBits, textOf, uuidOf } from './values.ts';

// struct xfs_dsb (fs/xfs/libxfs/xfs_format.h). Numbers are big-endian. Features are named as in the options of mkfs.xfs.

const READ_ONLY_COMPAT: ReadonlyMap<number, string> = new Map([
  [0, 'finobt'],
  [1, 'rmapbt'],
  [2, 'reflink'],
  [3, 'inobtcount'],
]);
const INCOMPAT: ReadonlyMap<number, string> = new Map([
  [0, 'ftype'],
  [1, 'sparse'],
  [2, 'meta_uuid'],
  [3, 'bigtime'],
  [4, 'needsrepair'],
  [5, 'nrext64'],
  [6, 'exchange'],
  [7, 'parent'],
  [8, 'metadir'],
]);
const VERSION_MASK = 0xf;
const VERSION_WITH_CHECKSUMS = 5;

/**
 * The facts of an xfs superblock. They are shown as they are stored.
 *
 * @throws UnreadableImage if the file ends before it does.
 */
export async function xfsFacts(disk: ReadableDisk): Promise<readonly Fact[]> {
  const bytes = await readWhole(disk, 0, 264);
  const wide = (offset: number): number => Number(bytes.readBigUInt64BE(offset));
  const blockSize = bytes.readUInt32BE(4);
  const blocks = wide(8);
  const free = wide(144);
  const version = bytes.readUInt16BE(100) & VERSION_MASK;
  const features =
    version < VERSION_WITH_CHECKSUMS
      ? []
      : [
          'crc',
          ...namesOfBits(bytes.readUInt32BE(212), READ_ONLY_COMPAT, (bit) => `ro_compat bit ${bit}`),
          ...namesOfBits(bytes.readUInt32BE(216), INCOMPAT, (bit) => `incompat bit ${bit}`),
        ];
  const label = textOf(bytes.subarray(108, 120));
  return [
    { key: 'fileSystem', title: 'file system', value: `xfs version ${version}` },
    { key: 'size', title: 'size', value: blocks * blockSize, unit: 'bytes' },
    { key: 'used', title: 'used', value: Math.max(0, blocks - free) * blockSize, unit: 'bytes' },
    { key: 'free', title: 'free', value: free * blockSize, unit: 'bytes' },
    { key: 'blockSize', title: 'block size', value: blockSize, unit: 'bytes' },
    { key: 'sectorSize', title: 'sector size', value: bytes.readUInt16BE(102), unit: 'bytes' },
    { key: 'inodes', title: 'inodes', value: wide(128) },
    { key: 'freeInodes', title: 'free inodes', value: wide(136) },
    { key: 'inodeSize', title: 'inode size', value: bytes.readUInt16BE(104), unit: 'bytes' },
    { key: 'allocationGroups', title: 'allocation groups', value: bytes.readUInt32BE(88) },
    { key: 'logSize', title: 'log size', value: bytes.readUInt32BE(96) * blockSize, unit: 'bytes' },
    { key: 'uuid', title: 'UUID', value: uuidOf(bytes.subarray(32, 48)) },
    ...(label === '' ? [] : [{ key: 'label', title: 'label', value: label }]),
    { key: 'features', title: 'features', value: features },
  ];
}
