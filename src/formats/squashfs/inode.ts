import type { NonDirectoryInode } from '../../tree/entry.ts';
import { INDEX_ENTRY_SIZE, type Listing } from './directory.ts';
import type { FileData } from './file-data.ts';
import { EXTENDED, FieldWriter, INODE_TYPES, MAX_UINT32, NO_FRAGMENT, NO_XATTR } from './format.ts';
import type { DirectoryNode, Node, NonDirectoryNode } from './nodes.ts';

const COMMON_SIZE = 16;
/** The size of a listing has 16 bits in a basic inode. */
const MAX_BASIC_LISTING = 0xffff;

/** The references of an inode to other tables. */
export interface References {
  /** The indexes of owner and group in the table of IDs. */
  readonly uid: number;
  readonly gid: number;
  /** The number of its set of attributes, or NO_XATTR. */
  readonly xattr: number;
}

/** An inode other than a directory, in the basic form if possible. `data` has the positions of a file's bytes. */
export function encodeNonDirectory(node: NonDirectoryNode, references: References, data: FileData | undefined): Buffer {
  const { inode, links } = node;
  const isExtended = references.xattr !== NO_XATTR;
  const tail = isExtended ? 4 : 0;
  switch (inode.kind) {
    case 'file':
      return encodeFile(node, references, data);
    case 'symlink': {
      const { length } = inode.target;
      const writer = begin(node, references, { isExtended, size: 8 + length + tail }).u32(links, length);
      writer.text(inode.target);
      return end(writer, references);
    }
    case 'fifo':
      return end(begin(node, references, { isExtended, size: 4 + tail }).u32(links), references);
    case 'char-device':
    case 'block-device': {
      const writer = begin(node, references, { isExtended, size: 8 + tail }).u32(links, encodeDevice(inode));
      return end(writer, references);
    }
  }
}

/** The inode of a directory, in the basic form if possible. */
export function encodeDirectory(
  node: DirectoryNode,
  references: References,
  { position, size, index }: Listing,
  parentNumber: number,
): Buffer {
  const { block, offset } = position;
  if (references.xattr === NO_XATTR && index.length === 0 && size <= MAX_BASIC_LISTING) {
    return begin(node, references, { isExtended: false, size: 16 })
      .u32(block, node.links)
      .u16(size, offset)
      .u32(parentNumber)
      .finish();
  }
  const indexSize = index.reduce((sum, { name }) => sum + INDEX_ENTRY_SIZE + name.length, 0);
  const writer = begin(node, references, { isExtended: true, size: 24 + indexSize })
    .u32(node.links, size, block, parentNumber)
    .u16(index.length, offset)
    .u32(references.xattr);
  for (const entry of index) writer.u32(entry.offset, entry.block, entry.name.length - 1).text(entry.name);
  return writer.finish();
}

const EMPTY: FileData = {
  size: 0,
  start: 0,
  words: new Uint32Array(0),
  sparse: 0,
  fragment: NO_FRAGMENT,
  fragmentOffset: 0,
};

function encodeFile(node: NonDirectoryNode, references: References, data: FileData = EMPTY): Buffer {
  const { size, start, words, sparse, fragment, fragmentOffset } = data;
  const isExtended =
    references.xattr !== NO_XATTR || node.links > 1 || sparse > 0 || start > MAX_UINT32 || size > MAX_UINT32;
  const writer = begin(node, references, { isExtended, size: (isExtended ? 40 : 16) + 4 * words.length });
  if (isExtended) {
    writer.u64(start, size, sparse).u32(node.links, fragment, fragmentOffset, references.xattr);
  } else writer.u32(start, fragment, fragmentOffset, size);
  for (const word of words) writer.u32(word);
  return writer.finish();
}

/** Begins an inode with the common fields. `size` is that of the other fields. */
function begin(
  { inode, number }: Node,
  { uid, gid }: References,
  { isExtended, size }: { readonly isExtended: boolean; readonly size: number },
): FieldWriter {
  return new FieldWriter(COMMON_SIZE + size)
    .u16(INODE_TYPES[inode.kind] + (isExtended ? EXTENDED : 0), inode.mode, uid, gid)
    .u32(inode.mtime.seconds, number);
}

/** Adds the last field of an extended inode, and returns the encoded inode. */
function end(writer: FieldWriter, { xattr }: References): Buffer {
  return (xattr === NO_XATTR ? writer : writer.u32(xattr)).finish();
}

/** linux/kdev_t.h, new_encode_dev. */
function encodeDevice({ major, minor }: Extract<NonDirectoryInode, { kind: 'char-device' | 'block-device' }>): number {
  return (minor & 0xff) + major * 0x100 + (minor >>> 8) * 0x10_0000;
}
