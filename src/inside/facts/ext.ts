import type { Fact } from '../artifact.ts';
import { type ReadableDisk, readWhole } from '../disk.ts';
import { namesOfBits, textOf, timeOf, uuidOf } from './values.ts';

// As in Documentation/filesystems/ext4/super.rst of the kernel. The names of features are those of e2fsprogs (lib/e2p/feature.c).

const COMPAT: ReadonlyMap<number, string> = new Map([
  [0, 'dir_prealloc'],
  [1, 'imagic_inodes'],
  [2, 'has_journal'],
  [3, 'ext_attr'],
  [4, 'resize_inode'],
  [5, 'dir_index'],
  [6, 'lazy_bg'],
  [8, 'snapshot_bitmap'],
  [9, 'sparse_super2'],
  [10, 'fast_commit'],
  [11, 'stable_inodes'],
  [12, 'orphan_file'],
]);
const INCOMPAT: ReadonlyMap<number, string> = new Map([
  [0, 'compression'],
  [1, 'filetype'],
  [2, 'needs_recovery'],
  [3, 'journal_dev'],
  [4, 'meta_bg'],
  [6, 'extent'],
  [7, '64bit'],
  [8, 'mmp'],
  [9, 'flex_bg'],
  [10, 'ea_inode'],
  [12, 'dirdata'],
  [13, 'metadata_csum_seed'],
  [14, 'large_dir'],
  [15, 'inline_data'],
  [16, 'encrypt'],
  [17, 'casefold'],
]);
const READ_ONLY_COMPAT: ReadonlyMap<number, string> = new Map([
  [0, 'sparse_super'],
  [1, 'large_file'],
  [3, 'huge_file'],
  [4, 'uninit_bg'],
  [5, 'dir_nlink'],
  [6, 'extra_isize'],
  [7, 'snapshot'],
  [8, 'quota'],
  [9, 'bigalloc'],
  [10, 'metadata_csum'],
  [11, 'replica'],
  [12, 'read-only'],
  [13, 'project'],
  [14, 'shared_blocks'],
  [15, 'verity'],
  [16, 'orphan_present'],
]);

/** The bits of features that ext3 has; more than these make ext4. */
const EXT3_INCOMPAT = 0x16;
const EXT3_READ_ONLY_COMPAT = 0x7;
const HAS_JOURNAL = 0x4;
const NEEDS_RECOVERY = 0x4;
const IS_64BIT = 0x80;
const CLEAN = 0x1;
const WITH_ERRORS = 0x2;

/**
 * The facts of an ext2, ext3 or ext4 superblock. They are shown as they are stored.
 *
 * @throws UnreadableImage if the file ends before it does.
 */
export async function extFacts(disk: ReadableDisk): Promise<readonly Fact[]> {
  const bytes = await readWhole(disk, 1024, 1024);
  const isOld = bytes.readUInt32LE(76) === 0;
  const compat = isOld ? 0 : bytes.readUInt32LE(92);
  const incompat = isOld ? 0 : bytes.readUInt32LE(96);
  const readOnlyCompat = isOld ? 0 : bytes.readUInt32LE(100);
  const wide = (low: number, high: number): number =>
    bytes.readUInt32LE(low) + ((incompat & IS_64BIT) === 0 ? 0 : bytes.readUInt32LE(high) * 2 ** 32);
  const blockSize = 2 ** (10 + (bytes.readUInt32LE(24) & 31));
  const blocks = wide(4, 336);
  const free = wide(12, 344);
  const state = bytes.readUInt16LE(58);
  const label = textOf(bytes.subarray(120, 136));
  const made = bytes.readUInt32LE(264) + bytes.readUInt8(0x276) * 2 ** 32;
  const written = bytes.readUInt32LE(48) + bytes.readUInt8(0x274) * 2 ** 32;
  const mounted = textOf(bytes.subarray(136, 200));
  return [
    { key: 'fileSystem', title: 'file system', value: revisionOf(compat, incompat, readOnlyCompat) },
    { key: 'size', title: 'size', value: blocks * blockSize, unit: 'bytes' },
    { key: 'used', title: 'used', value: Math.max(0, blocks - free) * blockSize, unit: 'bytes' },
    { key: 'free', title: 'free', value: free * blockSize, unit: 'bytes' },
    { key: 'blockSize', title: 'block size', value: blockSize, unit: 'bytes' },
    { key: 'inodes', title: 'inodes', value: bytes.readUInt32LE(0) },
    { key: 'freeInodes', title: 'free inodes', value: bytes.readUInt32LE(16) },
    { key: 'inodeSize', title: 'inode size', value: isOld ? 128 : bytes.readUInt16LE(88), unit: 'bytes' },
    { key: 'uuid', title: 'UUID', value: uuidOf(bytes.subarray(104, 120)) },
    ...(label === '' ? [] : [{ key: 'label', title: 'label', value: label }]),
    {
      key: 'features',
      title: 'features',
      value: [
        ...namesOfBits(compat, COMPAT, (bit) => `FEATURE_C${bit}`),
        ...namesOfBits(incompat, INCOMPAT, (bit) => `FEATURE_I${bit}`),
        ...namesOfBits(readOnlyCompat, READ_ONLY_COMPAT, (bit) => `FEATURE_R${bit}`),
      ],
    },
    ...(made === 0 ? [] : [{ key: 'madeAt', title: 'made at', value: timeOf(made) }]),
    ...(written === 0 ? [] : [{ key: 'writtenAt', title: 'last written at', value: timeOf(written) }]),
    ...(mounted === '' ? [] : [{ key: 'mountedOn', title: 'last mounted on', value: mounted }]),
    { key: 'clean', title: 'clean', value: (state & CLEAN) !== 0 && (state & WITH_ERRORS) === 0 },
    { key: 'needsRecovery', title: 'needs recovery', value: (incompat & NEEDS_RECOVERY) !== 0 },
  ];
}

function revisionOf(compat: number, incompat: number, readOnlyCompat: number): 'ext2' | 'ext3' | 'ext4' {
  if ((incompat & ~EXT3_INCOMPAT) !== 0 || (readOnlyCompat & ~EXT3_READ_ONLY_COMPAT) !== 0) return 'ext4';
  return (compat & HAS_JOURNAL) === 0 ? 'ext2' : 'ext3';
}
