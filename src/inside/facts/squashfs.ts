import type { Fact } from '../artifact.ts';
import type { ReadableDisk } from '../disk.ts';
import { readSuperblock } from '../squashfs/superblock.ts';
import { namesOfBits, timeOf } from './values.ts';

/** By the bits of the kernel and of mksquashfs. */
const FLAGS: ReadonlyMap<number, string> = new Map([
  [0, 'uncompressed inodes'],
  [1, 'uncompressed data'],
  [3, 'uncompressed fragments'],
  [4, 'no fragments'],
  [5, 'always fragments'],
  [6, 'duplicates removed'],
  [7, 'exportable'],
  [8, 'uncompressed attributes'],
  [9, 'no attributes'],
  [10, 'compressor options'],
  [11, 'uncompressed owners'],
]);

/**
 * The facts of a squashfs superblock.
 *
 * @throws UnreadableImage if it is damaged, or is of an old version.
 */
export async function squashfsFacts(disk: ReadableDisk): Promise<readonly Fact[]> {
  const { bytesUsed, blockSize, compressor, inodes, fragments, ids, flags, time } = await readSuperblock(disk);
  return [
    { key: 'fileSystem', title: 'file system', value: 'squashfs 4.0' },
    { key: 'size', title: 'size', value: bytesUsed, unit: 'bytes' },
    { key: 'compressor', title: 'compressor', value: compressor },
    { key: 'blockSize', title: 'block size', value: blockSize, unit: 'bytes' },
    { key: 'inodes', title: 'inodes', value: inodes },
    { key: 'fragments', title: 'fragments', value: fragments },
    { key: 'owners', title: 'owners', value: ids },
    { key: 'flags', title: 'flags', value: namesOfBits(flags, FLAGS, (bit) => `bit ${bit}`) },
    { key: 'madeAt', title: 'made at', value: timeOf(time) },
  ];
}
