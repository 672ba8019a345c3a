import type { Fact } from '../artifact.ts';
import { type ReadableDisk, readWhole } from '../disk.ts';
import { namesOfBits, textOf, uuidOf } from './values.ts';

// struct btrfs_super_block (include/uapi/linux/btrfs_tree.h). The names of features are those of the kernel's sysfs.

const SUPERBLOCK_AT = 0x1_0000;
const CHECKSUMS: readonly string[] = ['crc32c', 'xxhash64', 'sha256', 'blake2b'];
const READ_ONLY_COMPAT: ReadonlyMap<number, string> = new Map([
  [0, 'free_space_tree'],
  [1, 'free_space_tree_valid'],
  [2, 'verity'],
  [3, 'block_group_tree'],
]);
const INCOMPAT: ReadonlyMap<number, string> = new Map([
  [0, 'mixed_backref'],
  [1, 'default_subvol'],
  [2, 'mixed_groups'],
  [3, 'compress_lzo'],
  [4, 'compress_zstd'],
  [5, 'big_metadata'],
  [6, 'extended_iref'],
  [7, 'raid56'],
  [8, 'skinny_metadata'],
  [9, 'no_holes'],
  [10, 'metadata_uuid'],
  [11, 'raid1c34'],
  [12, 'zoned'],
  [13, 'extent_tree_v2'],
  [14, 'raid_stripe_tree'],
  [16, 'simple_quota'],
]);

/**
 * The facts of a btrfs superblock. They are shown as they are stored.
 *
 * @throws UnreadableImage if the file ends before it does.
 */
export async function btrfsFacts(disk: ReadableDisk): Promise<readonly Fact[]> {
  const bytes = await readWhole(disk, SUPERBLOCK_AT, 4096);
  const wide = (offset: number): number => Number(bytes.readBigUInt64LE(offset));
  const size = wide(112);
  const used = wide(120);
  const checksum = bytes.readUInt16LE(196);
  const label = textOf(bytes.subarray(299, 299 + 256));
  return [
    { key: 'fileSystem', title: 'file system', value: 'btrfs' },
    { key: 'size', title: 'size', value: size, unit: 'bytes' },
    { key: 'used', title: 'used', value: used, unit: 'bytes' },
    { key: 'free', title: 'free', value: Math.max(0, size - used), unit: 'bytes' },
    { key: 'sectorSize', title: 'sector size', value: bytes.readUInt32LE(144), unit: 'bytes' },
    { key: 'nodeSize', title: 'node size', value: bytes.readUInt32LE(148), unit: 'bytes' },
    { key: 'devices', title: 'devices', value: wide(136) },
    { key: 'generation', title: 'generation', value: wide(72) },
    { key: 'checksum', title: 'checksum', value: CHECKSUMS[checksum] ?? `type ${checksum}` },
    { key: 'uuid', title: 'UUID', value: uuidOf(bytes.subarray(32, 48)) },
    ...(label === '' ? [] : [{ key: 'label', title: 'label', value: label }]),
    {
      key: 'features',
      title: 'features',
      value: [
        ...namesOfBits(bytes.readBigUInt64LE(180), READ_ONLY_COMPAT, (bit) => `compat_ro bit ${bit}`),
        ...namesOfBits(bytes.readBigUInt64LE(188), INCOMPAT, (bit) => `incompat bit ${bit}`),
      ],
    },
  ];
}
