import {
  type ByteString,
  byteStringFromBytes,
  compareByteStrings,
  displayByteString,
} from '../../support/byte-string.ts';
import { FledgeError } from '../../support/errors.ts';
import type { Compress } from '../block-compressor.ts';
import { FieldWriter, inodeReference, NO_XATTR } from './format.ts';
import { encodeLookupTable, MetadataWriter } from './metadata.ts';

/** squashfs stores the prefix of a name as a number. It defines none for `system.`, the prefix of access control lists. */
const NAME_PREFIXES: readonly (readonly [prefix: string, type: number])[] = [
  ['user.', 0],
  ['trusted.', 1],
  ['security.', 2],
];
const SET_SIZE = 16;
const TABLE_HEADER_SIZE = 16;

/** The extended attributes of an image. Inodes with the same attributes share a set. */
export class XattrTable {
  readonly #compress: Compress;
  readonly #attributes: MetadataWriter;
  readonly #sets: Buffer[] = [];
  readonly #numbers = new Map<ByteString, number>();

  constructor(compress: Compress) {
    this.#compress = compress;
    this.#attributes = new MetadataWriter(compress);
  }

  /** Returns the number of the set of these attributes, which must be within the limits of squashfs. */
  add(xattrs: ReadonlyMap<ByteString, Uint8Array>): number {
    if (xattrs.size === 0) return NO_XATTR;
    const sorted = [...xattrs].sort(([a], [b]) => compareByteStrings(a, b));
    const bytes = Buffer.concat(sorted.map(([name, value]) => encodeXattr(name, value)));
    const key = byteStringFromBytes(bytes);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const position = inodeReference(this.#attributes.position);
    this.#attributes.append(bytes);
    this.#sets.push(new FieldWriter(SET_SIZE).u64(position).u32(xattrs.size, bytes.length).finish());
    const number = this.#sets.length - 1;
    this.#numbers.set(key, number);
    return number;
  }

  /** The table for the position `start`, and the position of its header for the superblock; undefined if it is empty. */
  encode(start: number): { readonly bytes: Buffer; readonly header: number } | undefined {
    if (this.#sets.length === 0) return undefined;
    const attributes = this.#attributes.finish();
    const { blocks, index } = encodeLookupTable(this.#sets, start + attributes.length, this.#compress);
    const header = new FieldWriter(TABLE_HEADER_SIZE).u64(start).u32(this.#sets.length, 0).finish();
    const bytes = Buffer.concat([attributes, blocks, header, index]);
    return { bytes, header: start + attributes.length + blocks.length };
  }
}

function encodeXattr(name: ByteString, value: Uint8Array): Buffer {
  for (const [prefix, type] of NAME_PREFIXES) {
    if (!name.startsWith(prefix) || name.length === prefix.length) continue;
    const rest = name.slice(prefix.length) as ByteString;
    return new FieldWriter(8 + rest.length + value.length)
      .u16(type, rest.length)
      .text(rest)
      .u32(value.length)
      .bytes(value)
      .finish();
  }
  throw new FledgeError('internal', `unsupported namespace of the extended attribute ${displayByteString(name)}`);
}
