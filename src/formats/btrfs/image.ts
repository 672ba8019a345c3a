import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { FledgeError } from '../../support/errors.ts';
import {
  CHECKSUM_CRC32C,
  CHUNK,
  ITEM_TYPE,
  KEY,
  KEY_POINTER,
  LEAF_ITEM,
  MAGIC,
  NODE,
  ROOT_ITEM,
  readNumber,
  STRIPE,
  SUPERBLOCK,
  SUPERBLOCK_OFFSETS,
  SUPERBLOCK_SIZE,
  seal,
} from './format.ts';

/** A node of a tree, as stored in the image. */
interface Node {
  readonly bytes: Buffer;
  /** The positions of its copies in the image. */
  readonly positions: readonly number[];
}

/** An item in a leaf. `data` is a view: changes of it are stored when the leaf is written back. */
export interface Item {
  readonly objectId: number;
  readonly type: number;
  readonly offset: number;
  readonly data: Buffer;
}

/** A part of the address space of the file system, and the positions of its one or two copies in the image. */
interface Chunk {
  readonly start: number;
  readonly length: number;
  readonly stripes: readonly number[];
}

const MAX_LEVEL = 7;

/**
 * A btrfs image of one device, without RAID, as mkfs.btrfs makes it. Reads its trees, and changes items in place.
 */
export class BtrfsImage {
  readonly superblock: Buffer;
  readonly #descriptor: number;
  readonly #nodeSize: number;
  readonly #chunks: Chunk[] = [];

  /** @throws FledgeError `tool` if the file is not such an image. */
  constructor(path: string) {
    this.#descriptor = openSync(path, 'r+');
    try {
      this.superblock = this.#read(SUPERBLOCK_OFFSETS[0], SUPERBLOCK_SIZE);
      const { magic, checksumType, nodeSize } = SUPERBLOCK;
      const isOurs =
        this.superblock.subarray(magic, magic + MAGIC.length).equals(MAGIC) &&
        this.superblock.readUInt16LE(checksumType) === CHECKSUM_CRC32C;
      if (!isOurs) throw unexpected('its superblock');
      this.#nodeSize = this.superblock.readUInt32LE(nodeSize);
      this.#addSystemChunks();
      this.eachItem(this.chunkTree, ({ type, offset, data }) => {
        if (type === ITEM_TYPE.chunk) this.#addChunk(offset, data);
      });
    } catch (error) {
      closeSync(this.#descriptor);
      throw error;
    }
  }

  /** The address of the root of the chunk tree. */
  get chunkTree(): number {
    return readNumber(this.superblock, SUPERBLOCK.chunkRoot);
  }

  /**
   * The address of the root of a tree.
   *
   * @throws FledgeError `tool` if the image does not have this tree.
   */
  tree(objectId: number): number {
    let address: number | undefined;
    this.eachItem(readNumber(this.superblock, SUPERBLOCK.root), (item) => {
      if (item.objectId === objectId && item.type === ITEM_TYPE.root)
        address = readNumber(item.data, ROOT_ITEM.address);
    });
    if (address === undefined) throw unexpected(`tree ${objectId}`);
    return address;
  }

  /** Visits all items of a tree in the order of their keys. */
  eachItem(root: number, visit: (item: Item) => void): void {
    this.#walk(root, ({ bytes }, count) => {
      for (let index = 0; index < count; index++) visit(itemAt(bytes, index));
    });
  }

  /** Visits all items of a tree. If `change` returns true for an item, the item's leaf is written back. */
  changeItems(root: number, change: (item: Item) => boolean): void {
    this.#walk(root, (leaf, count) => {
      let isChanged = false;
      for (let index = 0; index < count; index++) isChanged = change(itemAt(leaf.bytes, index)) || isChanged;
      if (isChanged) this.#writeNode(leaf);
    });
  }

  /** Writes all copies of the superblock that a device of its size has. */
  writeSuperblock(): void {
    const total = readNumber(this.superblock, SUPERBLOCK.totalBytes);
    for (const offset of SUPERBLOCK_OFFSETS) {
      if (offset + SUPERBLOCK_SIZE > total) break;
      const copy = Buffer.from(this.superblock);
      copy.writeBigUInt64LE(BigInt(offset), SUPERBLOCK.address);
      seal(copy);
      this.#write(copy, offset);
    }
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  #walk(root: number, visitLeaf: (leaf: Node, count: number) => void): void {
    const node = this.#readNode(root);
    const { bytes } = node;
    const count = bytes.readUInt32LE(NODE.itemCount);
    const level = bytes.readUInt8(NODE.level);
    if (level === 0) visitLeaf(node, count);
    else if (level > MAX_LEVEL) throw unexpected('the level of a node');
    else {
      for (let index = 0; index < count; index++) {
        this.#walk(readNumber(bytes, NODE.size + index * KEY_POINTER.size + KEY_POINTER.address), visitLeaf);
      }
    }
  }

  #addSystemChunks(): void {
    const { systemChunks, systemChunksSize } = SUPERBLOCK;
    const end = systemChunks + this.superblock.readUInt32LE(systemChunksSize);
    for (let at = systemChunks; at < end; ) {
      const data = this.superblock.subarray(at + KEY.size);
      this.#addChunk(readNumber(this.superblock, at + KEY.offset), data);
      at += KEY.size + CHUNK.stripes + data.readUInt16LE(CHUNK.stripeCount) * STRIPE.size;
    }
  }

  #addChunk(start: number, data: Buffer): void {
    const stripes = Array.from({ length: data.readUInt16LE(CHUNK.stripeCount) }, (_, index) =>
      readNumber(data, CHUNK.stripes + index * STRIPE.size + STRIPE.offset),
    );
    this.#chunks.push({ start, length: readNumber(data, CHUNK.length), stripes });
  }

  #readNode(address: number): Node {
    const chunk = this.#chunks.findLast(({ start, length }) => address >= start && address < start + length);
    const positions = chunk?.stripes.map((stripe) => stripe + (address - chunk.start)) ?? [];
    const [first] = positions;
    if (first === undefined) throw unexpected(`address ${address}`);
    const bytes = this.#read(first, this.#nodeSize);
    if (readNumber(bytes, NODE.address) !== address) throw unexpected(`the node at ${address}`);
    return { bytes, positions };
  }

  #writeNode({ bytes, positions }: Node): void {
    seal(bytes);
    for (const position of positions) this.#write(bytes, position);
  }

  #read(position: number, length: number): Buffer {
    const bytes = Buffer.alloc(length);
    if (readSync(this.#descriptor, bytes, 0, length, position) !== length) throw unexpected('its end');
    return bytes;
  }

  #write(bytes: Buffer, position: number): void {
    writeSync(this.#descriptor, bytes, 0, bytes.length, position);
  }
}

function itemAt(leaf: Buffer, index: number): Item {
  const at = NODE.size + index * LEAF_ITEM.size;
  const start = NODE.size + leaf.readUInt32LE(at + LEAF_ITEM.dataOffset);
  return {
    objectId: readNumber(leaf, at + KEY.objectId),
    type: leaf.readUInt8(at + KEY.type),
    offset: readNumber(leaf, at + KEY.offset),
    data: leaf.subarray(start, start + leaf.readUInt32LE(at + LEAF_ITEM.dataSize)),
  };
}

function unexpected(what: string): FledgeError {
  return new FledgeError('tool', `cannot complete the image from mkfs.btrfs: unexpected structure (${what})`, {
    fix: 'please report this with the version of btrfs-progs',
  });
}
