import { type ByteString, byteStringFromBytes } from '../../support/byte-string.ts';
import { MAX_XATTR_LIST_BYTES, MAX_XATTR_VALUE_BYTES } from '../../support/linux-limits.ts';
import { damaged, UnreadableImage } from '../damage.ts';
import { type ReadableDisk, readWhole } from '../disk.ts';
import { lookUp, type Metadata, MetadataCursor } from './metadata.ts';

/** The prefix of a name, by its number. */
const PREFIXES: readonly string[] = ['user.', 'trusted.', 'security.'];
/** In the number of a prefix: the value is elsewhere, and a reference to it is here. */
const ELSEWHERE = 0x100;
const SET_BYTES = 16;
/** The values of one inode, in memory. */
const MAX_BYTES = 16 * 1024 * 1024;

/** The extended attributes of a file system. */
export class SquashfsXattrs {
  readonly #disk: ReadableDisk;
  readonly #metadata: Metadata;
  readonly #header: number;
  /** The position of the attributes, and the number of sets of them. */
  #table: { readonly start: number; readonly sets: number } | undefined;

  /** @param header the position of the table's header. */
  constructor(disk: ReadableDisk, metadata: Metadata, header: number) {
    this.#disk = disk;
    this.#metadata = metadata;
    this.#header = header;
  }

  /**
   * The attributes of a set.
   *
   * @throws UnreadableImage
   */
  async read(set: number): Promise<Map<ByteString, Buffer>> {
    this.#table ??= await this.#readHeader();
    const { start, sets } = this.#table;
    if (set >= sets) throw damaged(`there is no set ${set} of extended attributes`);
    const fields = await lookUp(this.#disk, this.#metadata, {
      at: this.#header + SET_BYTES,
      index: set,
      entryBytes: SET_BYTES,
    });
    const cursor = this.#cursorAt(start, fields);
    const found = new Map<ByteString, Buffer>();
    let nameBytes = 0;
    let valueBytes = 0;
    for (let left = fields.readUInt32LE(8); left > 0; left--) {
      const header = await cursor.take(4);
      const type = header.readUInt16LE(0);
      const prefix = PREFIXES[type & (ELSEWHERE - 1)];
      if (prefix === undefined) throw damaged('an extended attribute has an unknown prefix');
      const suffix = await cursor.take(header.readUInt16LE(2));
      const name = byteStringFromBytes(Buffer.concat([Buffer.from(prefix), suffix]));
      const inline = await valueAt(cursor);
      const isElsewhere = (type & ELSEWHERE) !== 0;
      if (isElsewhere && inline.length !== 8) throw damaged('the value of an extended attribute is not valid');
      const value = isElsewhere ? await valueAt(this.#cursorAt(start, inline)) : inline;
      nameBytes += name.length + 1;
      valueBytes += value.length;
      if (nameBytes > MAX_XATTR_LIST_BYTES) throw damaged('an inode has more extended attributes than Linux reads');
      if (valueBytes > MAX_BYTES) throw new UnreadableImage('an inode has more than 16 MiB of extended attributes');
      found.set(name, value);
    }
    return found;
  }

  async #readHeader(): Promise<{ readonly start: number; readonly sets: number }> {
    const header = await readWhole(this.#disk, this.#header, SET_BYTES);
    return { start: Number(header.readBigUInt64LE(0)), sets: header.readUInt32LE(8) };
  }

  /** A cursor at the reference with which `bytes` begin. */
  #cursorAt(start: number, bytes: Buffer): MetadataCursor {
    return MetadataCursor.at(this.#metadata, start, Number(bytes.readBigUInt64LE(0)));
  }
}

async function valueAt(cursor: MetadataCursor): Promise<Buffer> {
  const size = (await cursor.take(4)).readUInt32LE(0);
  if (size > MAX_XATTR_VALUE_BYTES) throw damaged('the value of an extended attribute is not valid');
  return Buffer.from(await cursor.take(size));
}
