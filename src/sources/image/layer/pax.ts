import { type ByteString, showName } from '../../../support/byte-string.ts';
import { MAX_XATTR_LIST_BYTES, MAX_XATTR_NAME_BYTES, MAX_XATTR_VALUE_BYTES } from '../../../support/linux-limits.ts';
import type { Timestamp } from '../../../tree/entry.ts';
import { visitPaxRecords } from './tar-format.ts';

export type Xattrs = ReadonlyMap<ByteString, Uint8Array>;

/** Values of a pax header that replace those of the entry's own header. */
export interface PaxOverrides {
  readonly path?: ByteString;
  readonly linkPath?: ByteString;
  /** Size of the data in the archive, in bytes. */
  readonly size?: number;
  readonly uid?: number;
  readonly gid?: number;
  readonly mtime?: Timestamp;
  readonly xattrs?: Xattrs;
  readonly sparse?: PaxSparse;
}

/** GNU tar's sparse files in pax archives (GNU tar manual, "Storing Sparse Files"). */
export interface PaxSparse {
  /** True if the map precedes the data, as in the format 1.0; otherwise it is in `numbers`. */
  readonly isMapInData: boolean;
  readonly name?: ByteString;
  /** In bytes, holes included. */
  readonly realSize?: number;
  /** Offset and length of each piece of data, for the formats 0.0 and 0.1. */
  readonly numbers: readonly number[];
}

/** Throws an error that names the entry. */
export type Fail = (problem: string, fix?: string) => never;

/** Charges the resources of headers: `memory` in bytes, `headers` in records. It may throw. */
export type SpendOnHeaders = (item: 'memory' | 'headers', amount: number) => void;

/** Memory of an attribute in addition to its name and value, in bytes. */
const XATTR_OVERHEAD_BYTES = 256;

const SCHILY_XATTR = 'SCHILY.xattr.';
const GNU_SPARSE = 'GNU.sparse.';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Reads a pax header (POSIX.1-2017 pax, "pax Extended Header") with the rules of Go's archive/tar, which Docker,
 * containerd, umoci and scanners use. The last of several equal keywords is used; an empty value selects the value of
 * the entry's own header. Ignored are times of access and change, names of owners, unknown keywords, and libarchive's
 * own form of extended attributes (it writes SCHILY's as well).
 */
export function readPaxHeader(
  header: Buffer,
  { fail, spend }: { readonly fail: Fail; readonly spend: SpendOnHeaders },
): PaxOverrides {
  const overrides: Mutable<PaxOverrides> = {};
  let xattrs: Map<ByteString, Uint8Array> | undefined;
  let listBytes = 0;
  let sparse: SparseRecords | undefined;
  const count = visitPaxRecords(header, (keyword, value) => {
    const isEmpty = value.length === 0;
    switch (keyword as string) {
      case 'path':
        if (isEmpty) delete overrides.path;
        else overrides.path = readPath(value, fail);
        return;
      case 'linkpath':
        if (isEmpty) delete overrides.linkPath;
        else overrides.linkPath = readPath(value, fail);
        return;
      case 'size':
      case 'uid':
      case 'gid': {
        const field = keyword as string as 'size' | 'uid' | 'gid';
        if (isEmpty) delete overrides[field];
        else overrides[field] = readInteger(keyword, value, fail);
        return;
      }
      case 'mtime':
        if (isEmpty) delete overrides.mtime;
        else overrides.mtime = readTime(value, fail);
        return;
    }
    if (keyword.startsWith(SCHILY_XATTR)) {
      const name = keyword.slice(SCHILY_XATTR.length) as ByteString;
      xattrs ??= new Map();
      if (!xattrs.has(name)) listBytes += name.length + 1;
      if (listBytes > MAX_XATTR_LIST_BYTES) {
        fail(`the names of its extended attributes have more than ${MAX_XATTR_LIST_BYTES} bytes, the limit of Linux`);
      }
      setXattr(xattrs, name, value, fail);
    } else if (keyword.startsWith(GNU_SPARSE)) {
      sparse ??= { pairs: [] };
      addSparseRecord(sparse, keyword.slice(GNU_SPARSE.length), value, fail);
    }
  });
  if (count === undefined) return fail('its pax header is damaged');
  spend('headers', count);
  if (xattrs !== undefined) {
    overrides.xattrs = xattrs;
    spend('memory', listBytes + XATTR_OVERHEAD_BYTES * xattrs.size);
  }
  if (sparse !== undefined) overrides.sparse = paxSparseOf(sparse, fail);
  return overrides;
}

/** Keywords about the archive instead of its entries: of git archive, GNU tar and star. */
const ARCHIVE_KEYWORDS: ReadonlySet<string> = new Set([
  'comment',
  'GNU.volume.label',
  'SCHILY.archtype',
  'SCHILY.release',
]);
const STAR_VOLUME = 'SCHILY.volhdr.';

/**
 * Refuses a global pax header that affects the following entries. Programs that use Go's archive/tar ignore it (umoci
 * refuses all of them), GNU tar applies it: one archive would be two different trees.
 */
export function checkGlobalHeader(header: Buffer, fail: Fail): void {
  const count = visitPaxRecords(header, (keyword) => {
    if (ARCHIVE_KEYWORDS.has(keyword) || keyword.startsWith(STAR_VOLUME)) return;
    fail(
      `it is a global pax header with ${showName(keyword)}, which Docker and containerd ignore and GNU tar obeys`,
      'build the layer without that global pax header; fledge accepts only comments in one',
    );
  });
  if (count === undefined) fail('its pax header is damaged');
}

function readPath(value: Buffer, fail: Fail): ByteString {
  if (value.includes(0)) fail('its pax header has a path with a NUL in it');
  return value.toString('latin1') as ByteString;
}

function readInteger(keyword: string, value: Buffer, fail: Fail): number {
  return decimalOf(value.toString('latin1')) ?? refuseValue(keyword, value, fail);
}

/** A decimal integer with an optional sign and leading zeros; undefined if it is not a safe integer. */
function decimalOf(text: string): number | undefined {
  const number = /^[+-]?\d+$/.test(text) ? Number(text) : Number.NaN;
  // Adding 0 converts -0 to 0.
  return Number.isSafeInteger(number) ? number + 0 : undefined;
}

/**
 * Reads decimal seconds with a fraction. Digits beyond nanoseconds are cut off, as in the kernel. A number that is not
 * a safe integer becomes the nearest one, which is far out of the range of every file system.
 */
function readTime(value: Buffer, fail: Fail): Timestamp {
  const [, sign, whole = '', fraction = ''] = /^([+-]?)(\d+)(?:\.(\d*))?$/.exec(value.toString('latin1')) ?? [];
  if (whole === '') return refuseValue('mtime', value, fail);
  const seconds = Number(whole);
  const isNegative = sign === '-';
  if (!Number.isSafeInteger(seconds)) {
    return { seconds: isNegative ? Number.MIN_SAFE_INTEGER : Number.MAX_SAFE_INTEGER, nanoseconds: 0 };
  }
  const nanoseconds = Number(fraction.slice(0, 9).padEnd(9, '0'));
  if (!isNegative) return { seconds, nanoseconds };
  return nanoseconds === 0
    ? { seconds: 0 - seconds, nanoseconds }
    : { seconds: -seconds - 1, nanoseconds: 1_000_000_000 - nanoseconds };
}

function refuseValue(keyword: string, value: Buffer, fail: Fail): never {
  return fail(`its pax header has ${keyword} ${JSON.stringify(value.toString('latin1', 0, 40))}`);
}

function setXattr(xattrs: Map<ByteString, Uint8Array>, name: ByteString, value: Buffer, fail: Fail): void {
  if (name === '' || name.length > MAX_XATTR_NAME_BYTES) {
    fail(`it has an extended attribute with a name of ${name.length} bytes; Linux allows 1 to ${MAX_XATTR_NAME_BYTES}`);
  }
  if (value.length > MAX_XATTR_VALUE_BYTES) {
    fail(
      `its extended attribute ${showName(name)} has ${value.length} bytes; Linux allows at most ${MAX_XATTR_VALUE_BYTES}`,
    );
  }
  // Copied, because the header is a view of a large chunk that would stay in memory.
  xattrs.set(name, Buffer.from(value));
}

/** The records of one header about a sparse file. Empty records count as absent. */
interface SparseRecords {
  major?: string;
  minor?: string;
  name?: ByteString;
  size?: number;
  realSize?: number;
  pieceCount?: number;
  map?: readonly number[];
  /** The numbers of format 0.0, which repeats two keywords for each piece. */
  pairs: number[];
}

function addSparseRecord(sparse: SparseRecords, name: string, value: Buffer, fail: Fail): void {
  const number = (): number => readInteger(`${GNU_SPARSE}${name}`, value, fail);
  if (name === 'offset' || name === 'numbytes') {
    const isTurn = (name === 'offset') === (sparse.pairs.length % 2 === 0);
    if (!isTurn) fail('its map of data and holes is damaged');
    sparse.pairs.push(number());
    return;
  }
  const isEmpty = value.length === 0;
  switch (name) {
    case 'major':
    case 'minor':
      sparse[name] = value.toString('latin1', 0, 40);
      return;
    case 'name':
      if (isEmpty) delete sparse.name;
      else sparse.name = readPath(value, fail);
      return;
    case 'size':
      if (isEmpty) delete sparse.size;
      else sparse.size = number();
      return;
    case 'realsize':
      if (isEmpty) delete sparse.realSize;
      else sparse.realSize = number();
      return;
    case 'numblocks':
      if (isEmpty) delete sparse.pieceCount;
      else sparse.pieceCount = number();
      return;
    case 'map':
      if (isEmpty) delete sparse.map;
      else {
        const texts = value.toString('latin1').split(',');
        sparse.map = texts.map((text) => decimalOf(text) ?? refuseValue(`${GNU_SPARSE}map`, value, fail));
      }
  }
}

/**
 * Combines the records. Headers that Go's archive/tar does not treat as a sparse file are errors, because GNU tar does.
 */
function paxSparseOf(records: SparseRecords, fail: Fail): PaxSparse {
  const { major = '', minor = '', name, pieceCount, pairs } = records;
  const numbers = pairs.length > 0 ? pairs : (records.map ?? []);
  const version = major === '' && minor === '' ? undefined : `${major}.${minor}`;
  if (version !== undefined && !['0.0', '0.1', '1.0'].includes(version)) {
    fail(`it is a sparse file in GNU tar's format ${version}; only 0.0, 0.1 and 1.0 are supported`);
  }
  if (version === undefined && numbers.length === 0) {
    fail('its pax header describes a sparse file but has no map of data and holes');
  }
  const isMapInData = version === '1.0';
  if (!isMapInData && pieceCount !== undefined && numbers.length !== 2 * pieceCount) {
    fail(`its map of data and holes has ${numbers.length} numbers for ${pieceCount} pieces`);
  }
  const realSize = records.size ?? records.realSize;
  return {
    isMapInData,
    ...(name !== undefined && { name }),
    ...(realSize !== undefined && { realSize }),
    numbers,
  };
}
