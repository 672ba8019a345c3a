import type { ByteString } from '../../support/byte-string.ts';
import { damaged, UnreadableImage } from '../damage.ts';
import type { TreeName } from '../walk.ts';
import { OFFSET_UNIT } from './superblock.ts';

const HEADER_BYTES = 12;
const ENTRY_BYTES = 8;
/** After one header. */
const MAX_ENTRIES = 256;
/**
 * Names in a directory that need not be in order. A small image can repeat a name any number of times, but names in ascending
 * order are different, and cannot be compressed to almost nothing.
 */
const MAX_UNSORTED = 100_000;

/**
 * The names in the entries of a directory, in the order in which they are stored. Each has a reference to its inode. The index
 * of a large directory is not needed.
 *
 * @throws UnreadableImage
 */
export function namesIn(entries: Buffer): TreeName<number>[] {
  const names: TreeName<number>[] = [];
  let at = 0;
  let isSorted = true;
  let previous = '';
  const advance = (count: number): number => {
    const start = at;
    at += count;
    if (at > entries.length) throw damaged('a directory ends in an entry');
    return start;
  };
  while (at < entries.length) {
    const header = advance(HEADER_BYTES);
    const count = entries.readUInt32LE(header) + 1;
    const table = entries.readUInt32LE(header + 4) * OFFSET_UNIT;
    if (count > MAX_ENTRIES) throw damaged('a directory has more entries than possible');
    for (let index = 0; index < count; index++) {
      const entry = advance(ENTRY_BYTES);
      const length = entries.readUInt16LE(entry + 6) + 1;
      const start = advance(length);
      const name = entries.toString('latin1', start, start + length) as ByteString;
      names.push({ name, inode: table + entries.readUInt16LE(entry) });
      isSorted &&= name > previous;
      previous = name;
      if (!isSorted && names.length > MAX_UNSORTED) throw new UnreadableImage('a directory has too many names');
    }
  }
  return names;
}
