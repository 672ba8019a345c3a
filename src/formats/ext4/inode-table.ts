import type { Inode } from '../../tree/entry.ts';
import { TYPE_BITS } from '../../tree/entry.ts';
import {
  BLOCK_SIZE,
  INODE_BLOCK_SIZE,
  INODE_FLAG,
  INODE_SIZE,
  JOURNAL_INODE,
  MAX_LINKS,
  MIN_SLOW_SYMLINK_SIZE,
  SECTORS_PER_BLOCK,
} from './format.ts';
import type { Placement } from './plan/allocator.ts';
import { countDirectoryBlocks } from './plan/layout.ts';
import type { PlanDetails } from './plan/plan.ts';
import { encodeExtentRoot } from './structures/extent-tree.ts';
import { encodeInode, encodeReservedInode, type InodeFields } from './structures/inode.ts';

const JOURNAL_MODE = TYPE_BITS.file | 0o600;

/** The fields of an inode for its contents. */
type InodeBodyFields = Pick<InodeFields, 'size' | 'flags' | 'block'>;

/** The block mapping of the current inode. One buffer is reused, because there are too many inodes for one each. */
const mapping = Buffer.alloc(INODE_BLOCK_SIZE);

/** Writes as many inodes as fit in `block`, from the number `first` on. `block` must be zero before. */
export function encodeInodes(block: Buffer, first: number, plan: PlanDetails): void {
  const { inodes, checksumSeed } = plan;
  const count = Math.min(block.length / INODE_SIZE, inodes.lastNumber + 1 - first);
  for (let slot = 0; slot < count; slot++) {
    const target = block.subarray(slot * INODE_SIZE, (slot + 1) * INODE_SIZE);
    const number = first + slot;
    const source = inodes.sources[number];
    if (number === JOURNAL_INODE) encodeInode(target, journalFields(plan), checksumSeed);
    else if (source === undefined) encodeReservedInode(target, number, checksumSeed);
    else encodeInode(target, fieldsOf(source, number, plan), checksumSeed);
  }
}

/** The block mapping of the journal, as stored in its inode. */
export function journalMapping({ layout }: PlanDetails): Buffer {
  return Buffer.from(encodeMapping(layout.placementOf(JOURNAL_INODE)));
}

function fieldsOf(source: Inode, number: number, plan: PlanDetails): InodeFields {
  const { inodes, layout } = plan;
  const placement = layout.placementOf(number);
  const links = inodes.links[number] ?? 0;
  return {
    number,
    mode: TYPE_BITS[source.kind] | source.mode,
    uid: source.uid,
    gid: source.gid,
    // Only directories can have more. 1 means "not counted".
    links: links > MAX_LINKS ? 1 : links,
    sectors: sectorsOf(placement),
    time: source.mtime,
    xattrBlock: placement.xattrBlock,
    xattrs: inodes.xattrs.get(number),
    ...bodyFields(source, placement, { number, plan }),
  };
}

function bodyFields(
  source: Inode,
  placement: Placement,
  { number, plan }: { readonly number: number; readonly plan: PlanDetails },
): InodeBodyFields {
  switch (source.kind) {
    case 'directory': {
      const size = countDirectoryBlocks(number, plan.indexes) * BLOCK_SIZE;
      const flags = INODE_FLAG.extents | (plan.indexes.has(number) ? INODE_FLAG.hashIndex : 0);
      return { size, flags, block: encodeMapping(placement) };
    }
    case 'file':
      return { size: source.content.size, flags: INODE_FLAG.extents, block: encodeMapping(placement) };
    case 'symlink': {
      const size = source.target.length;
      if (size >= MIN_SLOW_SYMLINK_SIZE) return { size, flags: INODE_FLAG.extents, block: encodeMapping(placement) };
      mapping.fill(0);
      mapping.write(source.target, 'latin1');
      return { size, flags: 0, block: mapping };
    }
    case 'char-device':
    case 'block-device':
      return { size: 0, flags: 0, block: encodeDeviceNumber(source.major, source.minor) };
    case 'fifo':
      return { size: 0, flags: 0, block: mapping.fill(0) };
  }
}

function journalFields(plan: PlanDetails): InodeFields {
  const { layout, journalBlocks, epoch } = plan;
  const placement = layout.placementOf(JOURNAL_INODE);
  return {
    number: JOURNAL_INODE,
    mode: JOURNAL_MODE,
    uid: 0,
    gid: 0,
    links: 1,
    size: journalBlocks * BLOCK_SIZE,
    sectors: sectorsOf(placement),
    flags: INODE_FLAG.extents,
    block: encodeMapping(placement),
    time: { seconds: epoch, nanoseconds: 0 },
    xattrBlock: 0,
    xattrs: undefined,
  };
}

function encodeMapping({ extents, treeBlocks }: Placement): Buffer {
  mapping.fill(0);
  encodeExtentRoot(mapping, extents, treeBlocks);
  return mapping;
}

/** Small numbers are in the first word in the old encoding, others in the second word in the new encoding of the kernel. */
function encodeDeviceNumber(major: number, minor: number): Buffer {
  mapping.fill(0);
  if (major < 256 && minor < 256) mapping.writeUInt32LE(major * 2 ** 8 + minor, 0);
  else mapping.writeUInt32LE((minor & 0xff) + major * 2 ** 8 + (minor & ~0xff) * 2 ** 12, 4);
  return mapping;
}

function sectorsOf({ extents, treeBlocks, xattrBlock }: Placement): number {
  const data = extents.reduce((sum, { length }) => sum + length, 0);
  return (data + treeBlocks.length + (xattrBlock > 0 ? 1 : 0)) * SECTORS_PER_BLOCK;
}
