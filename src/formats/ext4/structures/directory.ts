import type { ByteString } from '../../../support/byte-string.ts';
import type { Inode } from '../../../tree/entry.ts';
import { crc32c } from '../../crc32c.ts';
import { BLOCK_SIZE, DIRECTORY_ENTRY_TYPE } from '../format.ts';

// Documentation/filesystems/ext4/directory.rst, "Linear (Classic) Directories". The entries of a block fill it up to
// the checksum, which is disguised as an unused entry.

const ENTRY = { inode: 0, size: 4, nameSize: 6, type: 7, name: 8 } as const;
const ENTRY_HEADER_SIZE = 8;
const TAIL_SIZE = 12;
const TAIL = { size: 4, type: 7, checksum: 8 } as const;
const TAIL_TYPE = 0xde;

/** How many bytes of a block are there for entries. */
export const DIRECTORY_BLOCK_ROOM = BLOCK_SIZE - TAIL_SIZE;

const SELF = '.' as ByteString;
const PARENT = '..' as ByteString;

/** A name in a directory. */
export interface DirectoryEntry {
  readonly name: ByteString;
  readonly inode: number;
  readonly kind: Inode['kind'];
}

/** How many bytes the entry of a name takes. */
export function directoryEntrySize(name: ByteString): number {
  return Math.ceil((ENTRY_HEADER_SIZE + name.length) / 4) * 4;
}

/** What `.` and `..` take. */
export const DOT_ENTRIES_SIZE = directoryEntrySize(SELF) + directoryEntrySize(PARENT);

/** The entries `.` and `..`. */
export function dotEntries(self: number, parent: number): [DirectoryEntry, DirectoryEntry] {
  return [
    { name: SELF, inode: self, kind: 'directory' },
    { name: PARENT, inode: parent, kind: 'directory' },
  ];
}

/** Writes a block of entries, of which there may be none, with its checksum. `block` is zero before. */
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

/** Writes one entry that takes up `size` bytes, and returns where it ends. */
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

/** Writes the header of an unused entry that takes up `size` bytes, behind which the index hides its nodes. */
export function encodeUnusedEntry(block: Buffer, size: number): void {
  block.writeUInt16LE(size, ENTRY.size);
}
