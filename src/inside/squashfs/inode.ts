import { type ByteString, byteStringFromBytes } from '../../support/byte-string.ts';
import { MAX_PATH_BYTES } from '../../support/linux-limits.ts';
import { damaged } from '../damage.ts';
import type { InsideKind } from '../entry.ts';
import type { TreeInode } from '../walk.ts';
import type { MetadataCursor } from './metadata.ts';

/** Kinds by the number of a basic inode. An extended inode, which has more fields, has a number that is larger by 7. */
const KINDS: readonly InsideKind[] = ['directory', 'file', 'symlink', 'block-device', 'char-device', 'fifo', 'socket'];
const BASE_BYTES = 16;
const NO_XATTR = 0xffff_ffff;
const NO_FRAGMENT = 0xffff_ffff;

/** The place of a file's data. Its list of blocks is after the inode. */
export interface SquashfsData {
  /** The position of the first block in the image. */
  readonly start: number;
  /** The block that the end of the file shares with others, and its offset in it. */
  readonly fragment?: { readonly index: number; readonly offset: number };
  /** At the list of blocks. Each reader makes a copy of it. */
  readonly list: MetadataCursor;
}

/** The place of a directory's entries in the directory table. */
export interface SquashfsListing {
  readonly block: number;
  readonly offset: number;
  /** In bytes. */
  readonly length: number;
}

export interface SquashfsInode extends TreeInode {
  /** Undefined if it has no extended attributes. */
  readonly xattr: number | undefined;
  readonly target?: ByteString;
  readonly listing?: SquashfsListing;
  readonly data?: SquashfsData;
}

/**
 * Reads the inode at a cursor.
 *
 * @throws UnreadableImage
 */
export async function readInode(cursor: MetadataCursor, ids: readonly number[]): Promise<SquashfsInode> {
  const base = cursor.takeNow(BASE_BYTES) ?? (await cursor.take(BASE_BYTES));
  const type = base.readUInt16LE(0);
  const isExtended = type > KINDS.length;
  const kind = KINDS[isExtended ? type - KINDS.length - 1 : type - 1];
  const uid = ids[base.readUInt16LE(4)];
  const gid = ids[base.readUInt16LE(6)];
  const number = base.readUInt32LE(12);
  if (kind === undefined) throw damaged('an inode has an unknown type');
  if (uid === undefined || gid === undefined || number === 0) throw damaged(`inode ${number} is not valid`);
  const length = BODY_BYTES[kind][isExtended ? 1 : 0];
  const body = bodyOf(kind, isExtended, cursor.takeNow(length) ?? (await cursor.take(length)), cursor);
  const target = kind === 'symlink' ? await targetAt(cursor, body.size, isExtended) : undefined;
  const xattr = target === undefined ? body.xattr : target.xattr;
  return {
    number,
    kind,
    mode: base.readUInt16LE(2) & 0o7777,
    uid,
    gid,
    mtime: { seconds: base.readUInt32LE(8), nanoseconds: 0 },
    ...body,
    ...target,
    xattr: xattr === NO_XATTR ? undefined : xattr,
  };
}

type Body = Pick<SquashfsInode, 'size' | 'links' | 'xattr' | 'device' | 'target' | 'listing' | 'data'>;

/** The bytes after the base: of a basic inode, and those that an extended one has in all. */
const BODY_BYTES: Readonly<Record<InsideKind, readonly [basic: number, extended: number]>> = {
  directory: [16, 24],
  file: [16, 40],
  symlink: [8, 8],
  'block-device': [8, 12],
  'char-device': [8, 12],
  fifo: [4, 8],
  socket: [4, 8],
};

function bodyOf(kind: InsideKind, isExtended: boolean, fields: Buffer, cursor: MetadataCursor): Body {
  switch (kind) {
    case 'directory':
      return isExtended ? extendedDirectory(fields) : basicDirectory(fields);
    case 'file':
      return isExtended ? extendedFile(fields, cursor.fork()) : basicFile(fields, cursor.fork());
    case 'symlink':
      return { size: fields.readUInt32LE(4), links: fields.readUInt32LE(0), xattr: undefined };
    case 'block-device':
    case 'char-device': {
      const xattr = isExtended ? fields.readUInt32LE(8) : undefined;
      return { size: 0, links: fields.readUInt32LE(0), device: deviceOf(fields.readUInt32LE(4)), xattr };
    }
    default:
      return { size: 0, links: fields.readUInt32LE(0), xattr: isExtended ? fields.readUInt32LE(4) : undefined };
  }
}

/** The target is after the fields, and after it what an extended link has. */
async function targetAt(
  cursor: MetadataCursor,
  size: number,
  isExtended: boolean,
): Promise<Pick<Body, 'target' | 'xattr'>> {
  if (size === 0 || size > MAX_PATH_BYTES) throw damaged(`the target of a link has ${size} bytes`);
  const target = byteStringFromBytes(await cursor.take(size));
  return { target, xattr: isExtended ? (await cursor.take(4)).readUInt32LE(0) : undefined };
}

/** The size of a directory counts three bytes for `.` and `..`, which are not stored. */
const UNSTORED_BYTES = 3;

function basicDirectory(fields: Buffer): Body {
  const size = fields.readUInt16LE(8);
  return {
    size,
    links: fields.readUInt32LE(4),
    xattr: undefined,
    listing: {
      block: fields.readUInt32LE(0),
      offset: fields.readUInt16LE(10),
      length: Math.max(0, size - UNSTORED_BYTES),
    },
  };
}

function extendedDirectory(fields: Buffer): Body {
  const size = fields.readUInt32LE(4);
  return {
    size,
    links: fields.readUInt32LE(0),
    xattr: fields.readUInt32LE(20),
    listing: {
      block: fields.readUInt32LE(8),
      offset: fields.readUInt16LE(18),
      length: Math.max(0, size - UNSTORED_BYTES),
    },
  };
}

function basicFile(fields: Buffer, list: MetadataCursor): Body {
  return {
    size: fields.readUInt32LE(12),
    links: 1,
    xattr: undefined,
    data: { start: fields.readUInt32LE(0), ...fragmentOf(fields, 4), list },
  };
}

function extendedFile(fields: Buffer, list: MetadataCursor): Body {
  const size = Number(fields.readBigUInt64LE(8));
  if (!Number.isSafeInteger(size)) throw damaged('the size of a file is not possible');
  return {
    size,
    links: fields.readUInt32LE(24),
    xattr: fields.readUInt32LE(36),
    data: { start: Number(fields.readBigUInt64LE(0)), ...fragmentOf(fields, 28), list },
  };
}

function fragmentOf(fields: Buffer, at: number): Pick<SquashfsData, 'fragment'> {
  const index = fields.readUInt32LE(at);
  return index === NO_FRAGMENT ? {} : { fragment: { index, offset: fields.readUInt32LE(at + 4) } };
}

/** In the encoding of 32 bits (new_decode_dev in linux/kdev_t.h). */
function deviceOf(device: number): { readonly major: number; readonly minor: number } {
  return { major: (device >>> 8) & 0xfff, minor: (device & 0xff) | ((device >>> 12) & 0xf_ff00) };
}
