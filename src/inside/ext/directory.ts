import type { ByteString } from '../../support/byte-string.ts';
import { damaged } from '../damage.ts';

/** A name in a directory. */
export interface ExtName {
  readonly name: ByteString;
  readonly inode: number;
}

const HEADER_BYTES = 8;

/**
 * The names in one block of a directory, without `.` and `..`. The index blocks of a hashed directory look like unused entries
 * (Documentation/filesystems/ext4/directory.rst).
 *
 * @throws UnreadableImage
 */
export function* namesIn(block: Buffer): Generator<ExtName> {
  for (let at = 0; at + HEADER_BYTES <= block.length; ) {
    const inode = block.readUInt32LE(at);
    const length = entryLength(block.readUInt16LE(at + 4), block.length);
    const nameLength = block.readUInt8(at + 6);
    if (length < HEADER_BYTES + nameLength || length % 4 !== 0 || at + length > block.length) {
      throw damaged('a directory entry is not valid');
    }
    if (inode !== 0) {
      const name = block.toString('latin1', at + HEADER_BYTES, at + HEADER_BYTES + nameLength) as ByteString;
      if (name === '' || /[/\0]/.test(name)) throw damaged('a directory contains a name that is not possible');
      if (name !== '.' && name !== '..') yield { name, inode };
    }
    at += length;
  }
}

/** 65,536 does not fit in the 16 bits of the field (fs/ext4/ext4.h, ext4_rec_len_from_disk). */
function entryLength(stored: number, blockSize: number): number {
  if (blockSize < 65_536) return stored;
  if (stored === 65_535 || stored === 0) return blockSize;
  return (stored & 65_532) | ((stored & 3) << 16);
}
