import { type ByteString, byteStringFromBytes } from '../support/byte-string.ts';
import { FledgeError } from '../support/errors.ts';
import { TYPE_BITS } from '../tree/entry.ts';
import { HEADER_SIZE, MAGIC, MAX_NAME_SIZE, paddingTo4, TRAILER_NAME } from './cpio-format.ts';

/** One header of an archive, and the target of a symbolic link. */
export interface CpioEntry {
  /** The path in the archive. fledge writes the root as `.`. */
  readonly path: ByteString;
  readonly kind: keyof typeof TYPE_BITS;
  /** All twelve permission bits. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Seconds since 1970. */
  readonly mtime: number;
  /** The number of bytes of data after this header; 0 for all but one name of a hardlinked file. */
  readonly size: number;
  readonly links: number;
  /** The same for all names of one inode. */
  readonly ino: number;
  readonly deviceMajor: number;
  readonly deviceMinor: number;
  readonly target?: ByteString;
  /** The first bytes of a file's data; only if the caller of `readCpio` wants them. */
  readonly beginning?: Buffer;
  /** The position of the entry's archive among concatenated ones, from 0. Numbers of inodes are unique in one archive only. */
  readonly archive: number;
  /** The data of a file after `beginning`. It can be read once, before the next entry is requested. */
  data(): AsyncGenerator<Uint8Array>;
}

const CRC_MAGIC = '070702';
const TYPE_MASK = 0o170000;
const FIELD_COUNT = 13;

/**
 * Reads the entries of a newc archive from a stream. File data that is not read is skipped, and nothing is kept in memory.
 * Concatenated archives, which the kernel accepts, are read as one. `beginningBytes` is the number of bytes that `beginning`
 * has at most.
 *
 * @throws FledgeError `input`, with the offset, if the bytes are not an archive or end too early.
 */
export async function* readCpio(
  bytes: AsyncIterable<Uint8Array>,
  label: string,
  { beginningBytes = 0 }: { readonly beginningBytes?: number } = {},
): AsyncGenerator<CpioEntry> {
  const source = new ByteReader(bytes);
  const fail = (what: string, offset = source.offset): FledgeError =>
    new FledgeError('input', `cannot read ${label}: ${what} at byte ${offset} of the archive`, {
      fix:
        offset === 0
          ? 'name an initramfs that fledge has built, such as plugin.cpio.gz'
          : 'the file is damaged or incomplete; build or download it again',
    });
  const take = async (length: number): Promise<Buffer> => {
    const taken = await source.take(length);
    if (taken === undefined) throw fail('the archive ends in the middle of an entry');
    return taken;
  };
  const skip = async (length: number): Promise<void> => {
    if (!(await source.skip(length))) throw fail('the archive ends in the middle of a file');
  };

  for (let archives = 0; ; archives++) {
    if (!(await source.skipZeros())) {
      if (archives > 0) return;
      throw fail('missing cpio header');
    }
    for (;;) {
      const start = source.offset;
      const magic = (await take(MAGIC.length)).toString('latin1');
      if (magic !== MAGIC && magic !== CRC_MAGIC) throw fail('invalid cpio header (not newc)', start);
      const header = (await take(HEADER_SIZE - MAGIC.length)).toString('latin1');
      const fields: number[] = [];
      for (let index = 0; index < FIELD_COUNT; index++) {
        const digits = header.slice(8 * index, 8 * (index + 1));
        if (!/^[0-9a-fA-F]{8}$/.test(digits)) throw fail('damaged cpio header', start);
        fields.push(Number.parseInt(digits, 16));
      }
      const [ino = 0, mode = 0, uid = 0, gid = 0, links = 0, mtime = 0, size = 0] = fields;
      const [deviceMajor = 0, deviceMinor = 0, nameSize = 0] = fields.slice(9);
      if (nameSize < 1 || nameSize > MAX_NAME_SIZE) throw fail('damaged cpio header', start);
      const name = await take(nameSize);
      if (name.at(-1) !== 0) throw fail('damaged cpio header', start);
      const path = byteStringFromBytes(name.subarray(0, -1));
      await skip(paddingTo4(HEADER_SIZE + nameSize));
      if (path === TRAILER_NAME) {
        await skip(size);
        break;
      }
      const kind = kindOf(mode);
      if (kind === undefined) throw fail('entry of an unknown type', start);
      const isLink = kind === 'symlink';
      if (isLink && size > MAX_NAME_SIZE) throw fail(`symbolic link of more than ${MAX_NAME_SIZE} bytes`);
      const target = isLink ? byteStringFromBytes(await take(size)) : undefined;
      const beginning = kind === 'file' && beginningBytes > 0 ? await take(Math.min(size, beginningBytes)) : undefined;
      let left = isLink ? 0 : size - (beginning?.length ?? 0);
      yield {
        path,
        kind,
        mode: mode & 0o7777,
        uid,
        gid,
        mtime,
        size,
        links,
        ino,
        deviceMajor,
        deviceMinor,
        archive: archives,
        ...(target !== undefined && { target }),
        ...(beginning !== undefined && { beginning }),
        async *data() {
          while (left > 0) {
            const piece = await source.takeSome(left);
            if (piece === undefined) throw fail('the archive ends in the middle of a file');
            left -= piece.length;
            yield piece;
          }
        },
      };
      await skip(left);
      await skip(paddingTo4(size));
    }
  }
}

function kindOf(mode: number): CpioEntry['kind'] | undefined {
  for (const kind of Object.keys(TYPE_BITS) as CpioEntry['kind'][]) {
    if (TYPE_BITS[kind] === (mode & TYPE_MASK)) return kind;
  }
  return undefined;
}

/** Reads and skips numbers of bytes of a stream. */
class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #chunk: Uint8Array = new Uint8Array(0);
  offset = 0;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** The next `length` bytes; undefined if the stream has fewer. */
  async take(length: number): Promise<Buffer | undefined> {
    const result = Buffer.alloc(length);
    for (let filled = 0; filled < length; ) {
      if (!(await this.#fill())) return undefined;
      const part = this.#chunk.subarray(0, length - filled);
      result.set(part, filled);
      filled += part.length;
      this.#advance(part.length);
    }
    return result;
  }

  /** The next bytes, at most `length`, which must not be 0; undefined at the end of the stream. */
  async takeSome(length: number): Promise<Uint8Array | undefined> {
    if (!(await this.#fill())) return undefined;
    const piece = this.#chunk.subarray(0, length);
    this.#advance(piece.length);
    return piece;
  }

  /** Skips `length` bytes. Returns false if the stream has fewer. */
  async skip(length: number): Promise<boolean> {
    for (let left = length; left > 0; ) {
      if (!(await this.#fill())) return false;
      const part = Math.min(left, this.#chunk.length);
      left -= part;
      this.#advance(part);
    }
    return true;
  }

  /** Skips zeros. Returns false if the stream has no other byte. */
  async skipZeros(): Promise<boolean> {
    while (await this.#fill()) {
      // A loop, because a callback for each byte needs a minute for ten gigabytes of padding.
      let zeros = 0;
      while (zeros < this.#chunk.length && this.#chunk[zeros] === 0) zeros++;
      this.#advance(zeros);
      if (this.#chunk.length > 0) return true;
    }
    return false;
  }

  #advance(length: number): void {
    this.#chunk = this.#chunk.subarray(length);
    this.offset += length;
  }

  async #fill(): Promise<boolean> {
    while (this.#chunk.length === 0) {
      const next = await this.#source.next();
      if (next.done === true) return false;
      this.#chunk = next.value;
    }
    return true;
  }
}
