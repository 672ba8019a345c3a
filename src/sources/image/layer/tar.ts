import { type ByteString, showName } from '../../../support/byte-string.ts';
import { FledgeError } from '../../../support/errors.ts';
import { MAX_OWNER } from '../../../support/linux-limits.ts';
import type { Timestamp } from '../../../tree/entry.ts';
import type { LayerEntry, LayerEntryHeader } from '../../../tree/layer-entry.ts';
import {
  checkGlobalHeader,
  type Fail,
  type PaxOverrides,
  readPaxHeader,
  type SpendOnHeaders,
  type Xattrs,
} from './pax.ts';
import { addOldGnuPieces, type Piece, piecesOf, SparseMapParser } from './sparse.ts';
import {
  BLOCK_BYTES,
  FIELDS,
  type Field,
  formatOf,
  GNU_FIELDS,
  GNU_SPARSE_FIELDS,
  hasValidChecksum,
  isZeroBlock,
  paddingOf,
  readName,
  readNumber,
  readText,
  readTimeField,
} from './tar-format.ts';

/** One entry of an archive. The pieces of a file are the positions of the data that follows. */
export type TarEntry = LayerEntry<Piece>;

export interface TarHandler {
  /** An entry begins. Its data follows, if it has any. */
  entry(entry: TarEntry): void;
  /** The next data of the entry, without holes; a view of the chunk that was pushed. Never empty. */
  data(bytes: Buffer): void;
}

/** Limit of a long name or a pax header, as in Go's archive/tar. */
const MAX_HEADER_BYTES = 1024 * 1024;

const NO_XATTRS: Xattrs = new Map();
const NO_OVERRIDES: PaxOverrides = {};

/** Memory of a piece of a sparse file, in bytes. */
const PIECE_BYTES = 128;

/** The kind of the next block. */
type Expected = 'header' | 'second-zero-block' | 'old-sparse-map' | 'sparse-map' | 'header-or-link-data' | 'nothing';

type FileEntry = Extract<TarEntry, { kind: 'file' }>;

/** A sparse file whose map is not complete yet. */
interface SparseFile {
  readonly common: LayerEntryHeader;
  readonly realSize: number;
  /** Bytes in the archive. */
  readonly stored: number;
  readonly numbers: number[];
  readonly map: SparseMapParser | undefined;
}

/** A pax header or a long name that is not complete yet. */
interface Extension {
  readonly type: string;
  readonly size: number;
  readonly chunks: Buffer[];
  /** Number of received bytes. */
  bytes: number;
}

/**
 * Reads a tar archive that is pushed in chunks of any size, and passes its entries to the handler. It supports v7,
 * ustar, pax, GNU and star headers, with long names, base-256 numbers, extended attributes and all sparse formats of
 * GNU tar. No declared size is trusted before the bytes arrive. Data that follows the end of the archive is ignored.
 *
 * `push` and `finish` throw FledgeError `input`, with the label, the offset and the entry, for a damaged or truncated
 * archive, and for entries of an unknown type.
 */
export class TarReader {
  readonly #handler: TarHandler;
  readonly #label: string;
  #expected: Expected = 'header';
  /** Offset in the archive of the current block or data. */
  #offset = 0;
  /**
   * Offset of the last block that was read, for messages. While data of an extended header arrives, the offset of that
   * header.
   */
  #blockOffset = 0;
  /** A partially received block. */
  readonly #partial = Buffer.alloc(BLOCK_BYTES);
  #partialBytes = 0;
  /** Remaining bytes of the entry's data, of ignored data, and of padding, in this order. */
  #dataLeft = 0;
  #unwantedLeft = 0;
  #paddingLeft = 0;
  #extension: Extension | undefined;
  #pax: PaxOverrides | undefined;
  #longName: ByteString | undefined;
  #longLink: ByteString | undefined;
  /** True after an extended header of the next entry, even an empty one. */
  #isEntryBegun = false;
  #sparse: SparseFile | undefined;
  /** Bytes of data that a hardlink may have. */
  #linkBytes = 0;
  /** For messages. */
  #entryName: ByteString | undefined;
  readonly #fail: Fail = (problem, fix) => this.#throw(problem, { fix });
  readonly #spend: SpendOnHeaders;

  /** `spend` is called with the resources of extended headers, and may throw. */
  constructor(handler: TarHandler, label: string, spend: SpendOnHeaders = () => {}) {
    this.#handler = handler;
    this.#label = label;
    this.#spend = spend;
  }

  /** Reads the next bytes. The handler gets views of the chunk; none of them is kept. */
  push(chunk: Buffer): void {
    let at = 0;
    while (at < chunk.length && this.#expected !== 'nothing') {
      const used = this.#take(at === 0 ? chunk : chunk.subarray(at));
      at += used;
      this.#offset += used;
    }
  }

  /** Ends the archive. */
  finish(): void {
    if (this.#expected === 'nothing') return;
    const missing =
      this.#dataLeft + this.#unwantedLeft + (this.#extension ? this.#extension.size - this.#extension.bytes : 0);
    const offset = this.#offset;
    if (missing > 0) this.#throw(`the archive ends ${missing} bytes too early`, { offset });
    if (this.#partialBytes > 0) this.#throw('the archive ends inside a header', { offset });
    // Many archives lack the zero blocks at the end, and the last padding.
    const isComplete = this.#expected === 'header' || this.#expected === 'second-zero-block';
    if ((!isComplete && this.#expected !== 'header-or-link-data') || this.#isEntryBegun) {
      this.#throw('the archive ends before the entry does', { offset });
    }
  }

  /** Uses some of the bytes. Returns their number. */
  #take(bytes: Buffer): number {
    if (this.#dataLeft > 0) {
      const used = Math.min(this.#dataLeft, bytes.length);
      this.#dataLeft -= used;
      this.#handler.data(used === bytes.length ? bytes : bytes.subarray(0, used));
      return used;
    }
    if (this.#unwantedLeft > 0) {
      const used = Math.min(this.#unwantedLeft, bytes.length);
      this.#unwantedLeft -= used;
      return used;
    }
    if (this.#extension !== undefined) return this.#takeExtension(bytes, this.#extension);
    if (this.#paddingLeft > 0) {
      const used = Math.min(this.#paddingLeft, bytes.length);
      this.#paddingLeft -= used;
      return used;
    }
    if (this.#partialBytes === 0 && bytes.length >= BLOCK_BYTES) {
      this.#takeBlock(bytes.subarray(0, BLOCK_BYTES));
      return BLOCK_BYTES;
    }
    const used = bytes.copy(this.#partial, this.#partialBytes, 0, BLOCK_BYTES - this.#partialBytes);
    this.#partialBytes += used;
    if (this.#partialBytes === BLOCK_BYTES) {
      this.#partialBytes = 0;
      this.#takeBlock(this.#partial);
    }
    return used;
  }

  #takeBlock(block: Buffer): void {
    this.#blockOffset = this.#offset - (this.#offset % BLOCK_BYTES);
    switch (this.#expected) {
      case 'header':
        this.#takeHeader(block);
        return;
      case 'second-zero-block':
        if (!isZeroBlock(block)) this.#fail('there is one block of zeros where the end of an archive has two');
        this.#expected = 'nothing';
        return;
      case 'old-sparse-map':
        this.#takeOldSparseMap(block);
        return;
      case 'sparse-map':
        this.#takeSparseMap(block);
        return;
      case 'header-or-link-data':
        this.#expected = 'header';
        // pax may store the data with each name of a file, while older tars declare a size and store nothing. Go's
        // archive/tar, which Docker and umoci use, never has data here, so a block with a valid header is a header.
        if (isZeroBlock(block) || hasValidChecksum(block)) this.#takeHeader(block);
        else {
          this.#unwantedLeft = Math.max(0, this.#linkBytes - BLOCK_BYTES);
          this.#paddingLeft = this.#linkBytes < BLOCK_BYTES ? 0 : paddingOf(this.#linkBytes);
        }
        return;
      case 'nothing':
        return;
    }
  }

  #takeHeader(block: Buffer): void {
    if (isZeroBlock(block)) {
      this.#expected = 'second-zero-block';
      return;
    }
    if (!hasValidChecksum(block)) {
      const after = this.#entryName === undefined ? '' : ' after this entry';
      this.#fail(this.#blockOffset === 0 ? 'not a tar archive' : `the header${after} has a wrong checksum`);
    }
    const type = String.fromCharCode(block[FIELDS.type.offset] ?? 0);
    switch (type) {
      case 'x':
      case 'g':
      case 'L':
      case 'K':
        this.#beginExtension(block, type);
        return;
    }
    const overrides = this.#pax ?? NO_OVERRIDES;
    const { sparse } = overrides;
    const format = formatOf(block);
    const name = this.#longName ?? overrides.path ?? readName(block, format);
    this.#entryName = sparse?.name ?? name;
    // Before ustar, a slash at the end was the only mark of a directory.
    const isFile = type === '0' || type === '7' || (type === '\0' && !name.endsWith('/'));
    if (sparse !== undefined && !isFile)
      this.#fail('its pax header describes a sparse file, but the entry is not a regular file');
    const common: LayerEntryHeader = {
      path: this.#entryName,
      mode: this.#numberOf(block, FIELDS.mode, 'mode') & 0o7777,
      uid: this.#ownerOf(overrides.uid ?? this.#numberOf(block, FIELDS.uid, 'uid')),
      gid: this.#ownerOf(overrides.gid ?? this.#numberOf(block, FIELDS.gid, 'gid')),
      mtime: overrides.mtime ?? this.#timeOf(block),
      xattrs: overrides.xattrs ?? NO_XATTRS,
    };
    const target = this.#longLink ?? overrides.linkPath;
    this.#pax = undefined;
    this.#longName = undefined;
    this.#longLink = undefined;
    this.#isEntryBegun = false;
    if (isFile) {
      this.#beginFile(block, common, overrides);
      return;
    }
    switch (type) {
      case '\0':
        this.#handler.entry({ ...common, kind: 'directory' });
        return;
      // GNU tar's volume name.
      case 'V':
        this.#skipData(this.#sizeOf(block, overrides));
        return;
      case 'S':
        if (format !== 'gnu') this.#fail("it is a sparse file in star's format; only GNU tar's formats are supported");
        this.#beginOldSparseFile(block, common, overrides);
        return;
      case '1':
        this.#handler.entry({ ...common, kind: 'hardlink', target: target ?? readText(block, FIELDS.linkName) });
        this.#linkBytes = this.#sizeOf(block, overrides);
        if (this.#linkBytes > 0) this.#expected = 'header-or-link-data';
        return;
      case '2':
        this.#handler.entry({ ...common, kind: 'symlink', target: target ?? readText(block, FIELDS.linkName) });
        return;
      case '3':
      case '4': {
        const hasNumbers = format !== 'v7';
        const major = hasNumbers ? this.#numberOf(block, FIELDS.major, 'major device number') : 0;
        const minor = hasNumbers ? this.#numberOf(block, FIELDS.minor, 'minor device number') : 0;
        this.#handler.entry({ ...common, kind: type === '3' ? 'char-device' : 'block-device', major, minor });
        return;
      }
      case '5':
        this.#handler.entry({ ...common, kind: 'directory' });
        return;
      case '6':
        this.#handler.entry({ ...common, kind: 'fifo' });
        return;
      // A directory of GNU tar's incremental backups; its data is a list of names.
      case 'D':
        this.#handler.entry({ ...common, kind: 'directory' });
        this.#skipData(this.#sizeOf(block, overrides));
        return;
      default:
        this.#fail(`it has the unknown type ${JSON.stringify(type)}`);
    }
  }

  #beginFile(block: Buffer, common: LayerEntryHeader, overrides: PaxOverrides): void {
    const stored = this.#sizeOf(block, overrides);
    const { sparse } = overrides;
    if (sparse === undefined) {
      const pieces = stored === 0 ? [] : [{ offset: 0, length: stored }];
      this.#deliver({ ...common, kind: 'file', size: stored, pieces }, stored);
      return;
    }
    const { realSize } = sparse;
    if (realSize === undefined || realSize < 0) this.#fail('its pax header lacks the size of the sparse file');
    if (sparse.isMapInData) {
      const map = new SparseMapParser(this.#fail);
      this.#sparse = { common, realSize, stored, numbers: map.numbers, map };
      this.#expected = 'sparse-map';
      return;
    }
    const pieces = piecesOf(sparse.numbers, { real: realSize, stored }, this.#fail);
    this.#deliver({ ...common, kind: 'file', size: realSize, pieces }, stored);
  }

  #beginOldSparseFile(block: Buffer, common: LayerEntryHeader, overrides: PaxOverrides): void {
    const stored = this.#sizeOf(block, overrides);
    const numbers: number[] = [];
    addOldGnuPieces(block, GNU_FIELDS.sparse, numbers, this.#fail);
    const realSize = this.#numberOf(block, GNU_FIELDS.realSize, 'real size');
    this.#sparse = { common, realSize, stored, numbers, map: undefined };
    if (block[GNU_FIELDS.isExtended.offset] === 0) this.#endSparseFile(this.#sparse, stored);
    else this.#expected = 'old-sparse-map';
  }

  #takeOldSparseMap(block: Buffer): void {
    const sparse = this.#sparse ?? this.#fail('internal: no sparse file');
    addOldGnuPieces(block, GNU_SPARSE_FIELDS.sparse, sparse.numbers, this.#fail);
    if (block[GNU_SPARSE_FIELDS.isExtended.offset] === 0) this.#endSparseFile(sparse, sparse.stored);
  }

  #takeSparseMap(block: Buffer): void {
    const { map, ...sparse } = this.#sparse ?? this.#fail('internal: no sparse file');
    if (map === undefined) this.#fail('internal: no sparse map');
    const isLast = map.push(block);
    // The map is part of the data.
    if (map.bytes > sparse.stored) this.#fail('its map of data and holes is damaged');
    if (isLast) this.#endSparseFile({ ...sparse, map }, sparse.stored - map.bytes);
  }

  #endSparseFile({ common, realSize, numbers }: SparseFile, stored: number): void {
    this.#sparse = undefined;
    this.#expected = 'header';
    const pieces = piecesOf(numbers, { real: realSize, stored }, this.#fail);
    this.#deliver({ ...common, kind: 'file', size: realSize, pieces }, stored);
  }

  #deliver(entry: FileEntry, stored: number): void {
    const { length } = entry.pieces;
    if (length > 1) this.#spend('memory', PIECE_BYTES * length);
    this.#handler.entry(entry);
    this.#dataLeft = stored;
    this.#paddingLeft = paddingOf(stored);
  }

  #skipData(size: number): void {
    this.#unwantedLeft = size;
    this.#paddingLeft = paddingOf(size);
  }

  #beginExtension(block: Buffer, type: string): void {
    this.#entryName = readName(block, formatOf(block));
    const size = this.#sizeOf(block, NO_OVERRIDES);
    if (size > MAX_HEADER_BYTES) this.#fail(`an extended header has ${size} bytes; the limit is ${MAX_HEADER_BYTES}`);
    this.#extension = { type, size, chunks: [], bytes: 0 };
    this.#paddingLeft = paddingOf(size);
    if (size === 0) this.#takeExtension(Buffer.alloc(0), this.#extension);
  }

  #takeExtension(bytes: Buffer, extension: Extension): number {
    const used = Math.min(extension.size - extension.bytes, bytes.length);
    const piece = bytes.subarray(0, used);
    extension.bytes += used;
    if (extension.bytes === extension.size) {
      this.#extension = undefined;
      const data = extension.chunks.length === 0 ? piece : Buffer.concat([...extension.chunks, piece]);
      this.#endExtension(extension.type, data);
    } else extension.chunks.push(Buffer.from(piece));
    return used;
  }

  #endExtension(type: string, data: Buffer): void {
    if (type === 'g') {
      // Go's archive/tar drops the earlier headers, GNU tar does not.
      if (this.#isEntryBegun) this.#fail('it is a global pax header between an extended header and its entry');
      checkGlobalHeader(data, this.#fail);
      return;
    }
    this.#isEntryBegun = true;
    if (type === 'x') {
      this.#pax = readPaxHeader(data, { fail: this.#fail, spend: this.#spend });
      return;
    }
    // An empty name has no effect.
    const text = readText(data, { offset: 0, length: data.length });
    if (type === 'L') this.#longName = text === '' ? undefined : text;
    else this.#longLink = text === '' ? undefined : text;
  }

  #sizeOf(block: Buffer, { size }: PaxOverrides): number {
    const bytes = size ?? this.#numberOf(block, FIELDS.size, 'size');
    return bytes >= 0 ? bytes : this.#fail(`its size is ${bytes}`);
  }

  #ownerOf(value: number): number {
    // Systems with signed owners write the user "nobody" as -2.
    const owner = value < 0 ? value + 2 ** 32 : value;
    return owner >= 0 && owner <= MAX_OWNER
      ? owner
      : this.#fail(`its owner ${value} is not a valid user or group id of Linux`);
  }

  #timeOf(block: Buffer): Timestamp {
    const seconds = readTimeField(block, FIELDS.mtime) ?? this.#fail('the mtime in its header is not a number');
    return { seconds, nanoseconds: 0 };
  }

  #numberOf(block: Buffer, field: Field, what: string): number {
    return readNumber(block, field) ?? this.#fail(`the ${what} in its header is not a number`);
  }

  #throw(
    problem: string,
    { offset = this.#blockOffset, fix }: { readonly offset?: number; readonly fix?: string | undefined } = {},
  ): never {
    const entry = this.#entryName === undefined ? '' : `, entry ${showName(this.#entryName)}`;
    throw new FledgeError(
      'input',
      `${this.#label}: at byte ${offset}${entry}: ${problem}`,
      fix === undefined ? {} : { fix },
    );
  }
}
