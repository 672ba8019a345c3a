import { setImmediate } from 'node:timers/promises';
import { type ByteString, displayByteString } from '../../support/byte-string.ts';
import { FledgeError } from '../../support/errors.ts';
import type { Metadata } from '../../tree/entry.ts';
import type { Compress } from '../block-compressor.ts';
import { doesNotFit } from '../entry-limits.ts';
import { writeListing } from './directory.ts';
import type { FileData } from './file-data.ts';
import { FieldWriter, INODE_TYPES, MAX_IDS, type MetadataPosition } from './format.ts';
import { encodeDirectory, encodeNonDirectory, type References } from './inode.ts';
import { MetadataWriter } from './metadata.ts';
import type { Node, Nodes, NonDirectoryNode } from './nodes.ts';
import { XattrTable } from './xattr.ts';

/** The encoder yields to the event loop after this many directories. */
const DIRECTORIES_PER_TURN = 100;

/** The tables of inodes and directories, and the tables that inodes refer to: owners and extended attributes. */
export class InodeTables {
  readonly xattrs: XattrTable;
  readonly #compress: Compress;
  readonly #nodes: Nodes;
  readonly #ids = new Map<number, number>();
  readonly #references = new Map<Node, References>();

  /** @throws FledgeError `format`, with the path, for an owner or group above the maximum number of IDs. */
  constructor(nodes: Nodes, compress: Compress) {
    this.#nodes = nodes;
    this.#compress = compress;
    this.xattrs = new XattrTable(compress);
    for (const node of [...nodes.directories, ...nodes.nonDirectories]) {
      this.#references.set(node, this.#refer(node.path, node.inode));
    }
  }

  /** The entries of the table of owners. */
  encodeIds(): Buffer[] {
    return Array.from(this.#ids.keys(), (id) => new FieldWriter(4).u32(id).finish());
  }

  /** Both tables, and the position of the root's inode in the first. `data` has the positions of the files' contents. */
  async encode(data: ReadonlyMap<NonDirectoryNode, FileData>): Promise<{
    readonly inodes: Buffer;
    readonly directories: Buffer;
    readonly root: MetadataPosition;
  }> {
    const inodes = new MetadataWriter(this.#compress);
    const listings = new MetadataWriter(this.#compress);
    const positions = new Map<Node, MetadataPosition>();
    const append = (node: Node, bytes: Buffer): MetadataPosition => {
      const { position } = inodes;
      inodes.append(bytes);
      positions.set(node, position);
      return position;
    };
    const appendNonDirectory = (node: NonDirectoryNode): MetadataPosition =>
      append(node, encodeNonDirectory(node, this.#referencesOf(node), data.get(node)));

    const { directories, nonDirectories } = this.#nodes;
    // A directory contains positions of inodes, so its entries are written before it, and the root is the last.
    let root: MetadataPosition = { block: 0, offset: 0 };
    let turn = 0;
    for (const directory of directories.toReversed()) {
      const entries = directory.children.map(({ name, node }) => {
        const inode = positions.get(node) ?? (isNonDirectory(node) ? appendNonDirectory(node) : undefined);
        if (inode === undefined) throw outOfOrder(node);
        return { name, type: INODE_TYPES[node.inode.kind], inodeNumber: node.number, inode };
      });
      const listing = writeListing(listings, entries);
      // The parent of the root is an unused inode number, as in mksquashfs.
      const parent = directory.parent?.number ?? directories.length + nonDirectories.length + 1;
      root = append(directory, encodeDirectory(directory, this.#referencesOf(directory), listing, parent));
      turn += 1;
      if (turn % DIRECTORIES_PER_TURN === 0) await setImmediate();
    }
    return { inodes: inodes.finish(), directories: listings.finish(), root };
  }

  #refer(path: ByteString, { uid, gid, xattrs }: Metadata): References {
    return { uid: this.#idOf(path, uid), gid: this.#idOf(path, gid), xattr: this.xattrs.add(xattrs) };
  }

  #idOf(path: ByteString, id: number): number {
    const known = this.#ids.get(id);
    if (known !== undefined) return known;
    if (this.#ids.size === MAX_IDS) {
      throw doesNotFit(path, 'squashfs', `its owner ${id} exceeds the limit of ${MAX_IDS} different owners`);
    }
    this.#ids.set(id, this.#ids.size);
    return this.#ids.size - 1;
  }

  #referencesOf(node: Node): References {
    const references = this.#references.get(node);
    if (references === undefined) throw outOfOrder(node);
    return references;
  }
}

function isNonDirectory(node: Node): node is NonDirectoryNode {
  return node.inode.kind !== 'directory';
}

function outOfOrder({ path }: Node): FledgeError {
  return new FledgeError('internal', `/${displayByteString(path)} is before its entries in the inode table`);
}
