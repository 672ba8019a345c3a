import type { ByteString } from '../../support/byte-string.ts';
import { showName } from './show-name.ts';
import { type PaxRecord, parsePaxRecords } from './tar-format.ts';

/** Seconds since 1970 (any integer) and nanoseconds (0…999 999 999). */
export interface Timestamp {
  readonly seconds: number;
  readonly nanoseconds: number;
}

export type Xattrs = ReadonlyMap<ByteString, Uint8Array>;

/** What pax headers say of an entry instead of its own header. */
export interface PaxOverrides {
  readonly path?: ByteString;
  readonly linkPath?: ByteString;
  /** Of the data in the archive, in bytes. */
  readonly size?: number;
  readonly uid?: number;
  readonly gid?: number;
  readonly mtime?: Timestamp;
  readonly xattrs?: Xattrs;
  readonly sparse?: PaxSparse;
}

/** GNU tar's sparse files in pax archives (GNU tar manual, "Storing Sparse Files"). */
export interface PaxSparse {
  /** Such as `1.0`; the first two formats did not say. */
  readonly version?: string;
  readonly name?: ByteString;
  /** In bytes, holes included. */
  readonly realSize?: number;
  /** Offset and length of each piece of data, for the formats 0.0 and 0.1. */
  readonly numbers: readonly number[];
}

/** Ends the reading with an error that names the entry. */
export type Fail = (problem: string) => never;

/** The kernel's limits (linux/limits.h): XATTR_NAME_MAX and XATTR_SIZE_MAX. */
const MAX_XATTR_NAME_BYTES = 255;
const MAX_XATTR_VALUE_BYTES = 65_536;

const SCHILY_XATTR = 'SCHILY.xattr.';
const LIBARCHIVE_XATTR = 'LIBARCHIVE.xattr.';
const GNU_SPARSE = 'GNU.sparse.';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * What a pax header says, on top of what is `inherited` from global ones. Times of access and change, names of owners
 * and keywords that nobody knows are passed over (POSIX.1-2017 pax, "pax Extended Header").
 */
export function readPaxHeader(header: Buffer, inherited: PaxOverrides, fail: Fail): PaxOverrides {
  const records = parsePaxRecords(header);
  if (records === undefined) return fail('its pax header is damaged');
  const overrides: Mutable<PaxOverrides> = { ...inherited };
  const xattrs = new Map(inherited.xattrs);
  const sparse: SparseRecords = { major: undefined, minor: undefined, numbers: [] };
  let isSparse = false;
  for (const { keyword, value } of records) {
    switch (keyword as string) {
      case 'path':
        if (value.length > 0) overrides.path = readPath(value, fail);
        break;
      case 'linkpath':
        if (value.length > 0) overrides.linkPath = readPath(value, fail);
        break;
      case 'size':
      case 'uid':
      case 'gid':
        if (value.length > 0)
          overrides[keyword as string as 'size' | 'uid' | 'gid'] = readInteger(keyword, value, fail);
        break;
      case 'mtime':
        if (value.length > 0) overrides.mtime = readTime(value, fail);
        break;
      default:
        if (keyword.startsWith(SCHILY_XATTR)) {
          setXattr(xattrs, keyword.slice(SCHILY_XATTR.length) as ByteString, value, fail);
        } else if (keyword.startsWith(LIBARCHIVE_XATTR)) {
          const name = percentDecoded(keyword.slice(LIBARCHIVE_XATTR.length));
          // bsdtar writes both forms; star's is the exact one.
          if (!xattrs.has(name)) setXattr(xattrs, name, Buffer.from(value.toString('latin1'), 'base64'), fail);
        } else if (keyword.startsWith(GNU_SPARSE)) {
          isSparse = true;
          addSparseRecord(sparse, { keyword, value }, fail);
        }
    }
  }
  if (xattrs.size > 0) overrides.xattrs = xattrs;
  if (isSparse) overrides.sparse = paxSparseOf(sparse, fail);
  return overrides;
}

function readPath(value: Buffer, fail: Fail): ByteString {
  if (value.includes(0)) fail('its pax header has a path with a NUL in it');
  return value.toString('latin1') as ByteString;
}

function readInteger(keyword: string, value: Buffer, fail: Fail): number {
  const text = value.toString('latin1');
  const number = /^-?\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(number)) fail(`its pax header has ${keyword} ${JSON.stringify(text.slice(0, 40))}`);
  return number;
}

/** Decimal seconds with a fraction; more than nanoseconds are cut off, as the kernel has no more. */
function readTime(value: Buffer, fail: Fail): Timestamp {
  const text = value.toString('latin1');
  const [, sign, whole = '', fraction = ''] = /^(-?)(\d{1,16})(?:\.(\d*))?$/.exec(text) ?? [];
  const seconds = Number(whole);
  if (whole === '' || !Number.isSafeInteger(seconds)) {
    return fail(`its pax header has mtime ${JSON.stringify(text.slice(0, 40))}`);
  }
  const nanoseconds = Number(fraction.slice(0, 9).padEnd(9, '0'));
  if (sign !== '-') return { seconds, nanoseconds };
  return nanoseconds === 0
    ? { seconds: 0 - seconds, nanoseconds }
    : { seconds: -seconds - 1, nanoseconds: 1_000_000_000 - nanoseconds };
}

function setXattr(xattrs: Map<ByteString, Uint8Array>, name: ByteString, value: Buffer, fail: Fail): void {
  if (name === '' || name.length > MAX_XATTR_NAME_BYTES || name.includes('\0')) {
    fail(`it has an extended attribute with a name of ${name.length} bytes; Linux takes 1 to ${MAX_XATTR_NAME_BYTES}`);
  }
  if (value.length > MAX_XATTR_VALUE_BYTES) {
    fail(
      `its extended attribute ${showName(name)} has ${value.length} bytes; Linux takes at most ${MAX_XATTR_VALUE_BYTES}`,
    );
  }
  // A copy: the header is a view of a large chunk, which would stay in memory.
  xattrs.set(name, Buffer.from(value));
}

function percentDecoded(text: string): ByteString {
  return text.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  ) as ByteString;
}

interface SparseRecords {
  major: number | undefined;
  minor: number | undefined;
  name?: ByteString;
  realSize?: number;
  numbers: number[];
}

function addSparseRecord(sparse: SparseRecords, { keyword, value }: PaxRecord, fail: Fail): void {
  switch (keyword.slice(GNU_SPARSE.length)) {
    case 'major':
      sparse.major = readInteger(keyword, value, fail);
      break;
    case 'minor':
      sparse.minor = readInteger(keyword, value, fail);
      break;
    case 'name':
      sparse.name = readPath(value, fail);
      break;
    case 'size':
    case 'realsize':
      sparse.realSize = readInteger(keyword, value, fail);
      break;
    case 'offset':
    case 'numbytes':
      // Format 0.0 repeats this pair for each piece; they come in turns.
      sparse.numbers.push(readInteger(keyword, value, fail));
      break;
    case 'map':
      for (const number of value.toString('latin1').split(',')) {
        if (number === '' && value.length === 0) continue;
        sparse.numbers.push(readInteger(keyword, Buffer.from(number, 'latin1'), fail));
      }
  }
}

function paxSparseOf({ major, minor, name, realSize, numbers }: SparseRecords, fail: Fail): PaxSparse {
  const version = major === undefined || minor === undefined ? undefined : `${major}.${minor}`;
  if (version !== undefined && !['0.0', '0.1', '1.0'].includes(version)) {
    fail(`it is a sparse file in GNU tar's format ${version}, which nobody has described yet`);
  }
  return {
    ...(version !== undefined && { version }),
    ...(name !== undefined && { name }),
    ...(realSize !== undefined && { realSize }),
    numbers,
  };
}
