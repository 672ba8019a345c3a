import type { ByteString } from '../../../support/byte-string.ts';
import type { Inode } from '../../../tree/entry.ts';
import { crc32c } from '../../crc32c.ts';
import { BLOCK_SIZE, DIRECTORY_ENTRY_TYPE } from '../format.ts';

// Documentation/filesystems/ext4/directory.rst, "Linear (Classic) Directories". The entries of a block fill it up to the
// checksum, which has the form of an unused entry.

const ENTRY = { inode: 0, size: 4, nameSize: 6, type: 7, name: 8 } as const;
const ENTRY_HEADER_SIZE = 8;
const TAIL_SIZE = 12;
const TAIL = { size: 4, type: 7, checksum: 8 } as const;
const TAIL_TYPE = 0xde;

/** The number of bytes of a block for entries. */
export const DIRECTORY_BLOCK_ROOM = BLOCK_SIZE - TAIL_SIZE;

const SELF = '.' as ByteString;
const PARENT = '..' as ByteString;

/** A name in a directory. */
export interface DirectoryEntry {
  readonly name: ByteString;
  readonly inode: number;
  readonly kind: Inode['kind'];
}

/** The size of the entry of a name, in bytes. */
export function directoryEntrySize(name: ByteString): number {
  return Math.ceil((ENTRY_HEADER_SIZE + name.length) / 4) * 4;
}

/** The size of the entries `.` and `..`, in bytes. */
export const DOT_ENTRIES_SIZE = directoryEntrySize(SELF) + directoryEntrySize(PARENT);

/** The entries `.` and `..`. */
export function dotEntries(self: number, parent: number): [DirectoryEntry, DirectoryEntry] {
  return [
    { name: SELF, inode: self, kind: 'directory' },
    { name: PARENT, inode: parent, kind: 'directory' },
  ];
}

/** Writes a block of entries (possibly none) with its checksum. `block` must be zero before. */
export function encodeDirectoryBlock(
  block: Buffer,
  entries: readonly DirectoryEntry[],
  inodeChecksumSeed: number,
): void {
  let start = 0;
  for (const [index, entry] of entries.entries()) {
    const size = index === entries.length - 1 ? DIRECTORY_BLOCK_ROOM - start : directoryEntrySize(entry.name);
    start = encodeDirectoryEntry(block, start, { ...entry, size });
  }
  if (start === 0) block.writeUInt16LE(DIRECTORY_BLOCK_ROOM, ENTRY.size);
  const tail = block.subarray(DIRECTORY_BLOCK_ROOM);
  tail.writeUInt16LE(TAIL_SIZE, TAIL.size);
  tail.writeUInt8(TAIL_TYPE, TAIL.type);
  tail.writeUInt32LE(crc32c(inodeChecksumSeed, block.subarray(0, DIRECTORY_BLOCK_ROOM)), TAIL.checksum);
}

/**
 * Writes one entry that occupies `size` bytes, and returns the offset of its end.
 *
 * @throws RangeError if `size` is too small for the name, or too large for the block.
 */
export function encodeDirectoryEntry(
  block: Buffer,
  start: number,
  { name, inode, kind, size }: DirectoryEntry & { readonly size: number },
): number {
  const end = start + size;
  if (size < directoryEntrySize(name) || end > block.length) throw new RangeError(`a directory entry of ${size} bytes`);
  block.writeUInt32LE(inode, start + ENTRY.inode);
  block.writeUInt16LE(size, start + ENTRY.size);
  block.writeUInt8(name.length, start + ENTRY.nameSize);
  block.writeUInt8(DIRECTORY_ENTRY_TYPE[kind], start + ENTRY.type);
  block.write(name, start + ENTRY.name, 'latin1');
  return end;
}

/** Writes the header of an unused entry of `size` bytes, which covers the nodes of the index. */
export function encodeUnusedEntry(block: Buffer, size: number): void {
  block.writeUInt16LE(size, ENTRY.size);
}
