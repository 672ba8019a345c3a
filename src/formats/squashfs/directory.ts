import type { ByteString } from '../../support/byte-string.ts';
import { FieldWriter, METADATA_SIZE, type MetadataPosition } from './format.ts';
import type { MetadataWriter } from './metadata.ts';

const HEADER_SIZE = 12;
const ENTRY_SIZE = 8;
/** The size of an index entry without its name. */
export const INDEX_ENTRY_SIZE = 12;
const MAX_ENTRIES = 256;
/** Inode numbers are stored as signed 16-bit differences from the number in the header. */
const MIN_DIFFERENCE = -0x8000;
const MAX_DIFFERENCE = 0x7fff;
/** The size that the kernel adds for `.` and `..`, which are not stored. */
const DOTS_SIZE = 3;
/** The count has 16 bits. In a larger directory, the kernel searches linearly from the last entry on. */
const MAX_INDEX_ENTRIES = 0xffff;

/** A name in a directory. */
export interface DirectoryEntry {
  readonly name: ByteString;
  /** The number in INODE_TYPES. */
  readonly type: number;
  readonly inodeNumber: number;
  readonly inode: MetadataPosition;
}

/** A position in the listing, by which a name is found without reading all names before it. */
export interface IndexEntry {
  /** The offset in the listing, in bytes. */
  readonly offset: number;
  /** The block of the directory table. */
  readonly block: number;
  /** The first name at this position. */
  readonly name: ByteString;
}

export interface Listing {
  readonly position: MetadataPosition;
  /** The size in the inode, including the addition for `.` and `..`. */
  readonly size: number;
  readonly index: readonly IndexEntry[];
}

/** Writes the names of one directory, which must be in byte order, to the directory table. */
export function writeListing(table: MetadataWriter, entries: readonly DirectoryEntry[]): Listing {
  const { position } = table;
  const index: IndexEntry[] = [];
  let size = 0;
  let lastBlock = position.block;
  for (const group of groupsOf(entries)) {
    const [first] = group;
    const { block } = table.position;
    if (block !== lastBlock && index.length < MAX_INDEX_ENTRIES) {
      index.push({ offset: size, block, name: first.name });
      lastBlock = block;
    }
    const bytes = encodeGroup(group);
    table.append(bytes);
    size += bytes.length;
  }
  return { position, size: size + DOTS_SIZE, index };
}

type Group = readonly [DirectoryEntry, ...DirectoryEntry[]];

/**
 * Groups of entries that share a header: their inodes are in one block of metadata, with numbers near each other. A group is
 * not larger than a block, so that the index can name each block.
 */
function groupsOf(entries: readonly DirectoryEntry[]): Group[] {
  const groups: [DirectoryEntry, ...DirectoryEntry[]][] = [];
  let size = 0;
  for (const entry of entries) {
    const entrySize = ENTRY_SIZE + entry.name.length;
    const group = groups.at(-1);
    const hasRoom = group !== undefined && group.length < MAX_ENTRIES && size + entrySize <= METADATA_SIZE;
    if (hasRoom && mayJoin(group[0], entry)) {
      group.push(entry);
      size += entrySize;
    } else {
      groups.push([entry]);
      size = HEADER_SIZE + entrySize;
    }
  }
  return groups;
}

function mayJoin(first: DirectoryEntry, { inode, inodeNumber }: DirectoryEntry): boolean {
  const difference = inodeNumber - first.inodeNumber;
  return inode.block === first.inode.block && difference >= MIN_DIFFERENCE && difference <= MAX_DIFFERENCE;
}

function encodeGroup(group: Group): Buffer {
  const [first] = group;
  const size = group.reduce((sum, { name }) => sum + ENTRY_SIZE + name.length, HEADER_SIZE);
  const writer = new FieldWriter(size).u32(group.length - 1, first.inode.block, first.inodeNumber);
  for (const { name, type, inodeNumber, inode } of group) {
    writer
      .u16(inode.offset)
      .i16(inodeNumber - first.inodeNumber)
      .u16(type, name.length - 1)
      .text(name);
  }
  return writer.finish();
}
