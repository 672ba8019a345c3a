import { byteStringFromBytes } from '../../support/byte-string.ts';
import { damaged } from '../damage.ts';
import type { TreeName } from '../walk.ts';
import type { MetadataCursor } from './metadata.ts';
import { OFFSET_UNIT } from './superblock.ts';

const HEADER_BYTES = 12;
const ENTRY_BYTES = 8;
/** After one header. */
const MAX_ENTRIES = 256;

/**
 * The names of a directory whose entries have `length` bytes, in the order in which they are stored. Each has a reference to its inode. The index of a large
 * directory is not needed.
 *
 * @throws UnreadableImage
 */
export async function readNames(cursor: MetadataCursor, length: number): Promise<TreeName<number>[]> {
  const names: TreeName<number>[] = [];
  const take = (count: number): Promise<Buffer> => {
    left -= count;
    if (left < 0) throw damaged('a directory ends in an entry');
    return cursor.take(count);
  };
  let left = length;
  while (left > 0) {
    const header = await take(HEADER_BYTES);
    const count = header.readUInt32LE(0) + 1;
    const block = header.readUInt32LE(4);
    if (count > MAX_ENTRIES) throw damaged('a directory has more entries than possible');
    for (let index = 0; index < count; index++) {
      const entry = await take(ENTRY_BYTES);
      const offset = entry.readUInt16LE(0);
      const name = byteStringFromBytes(await take(entry.readUInt16LE(6) + 1));
      names.push({ name, inode: block * OFFSET_UNIT + offset });
    }
  }
  return names;
}
