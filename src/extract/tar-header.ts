import { isUtf8 as isUtf8Bytes } from 'node:buffer';
import { BLOCK_BYTES, FIELDS, type Field } from '../sources/image/layer/tar-format.ts';
import { type ByteString, bytesOf } from '../support/byte-string.ts';
import type { Timestamp } from '../tree/entry.ts';
import { aclText } from './acl-text.ts';

/** An entry of a tar archive. */
export interface TarEntry {
  readonly path: ByteString;
  /** The type flag of ustar: `0` a file, `1` a hard link, `2` a symbolic link, `3` `4` devices, `5` a directory, `6` a fifo. */
  readonly type: '0' | '1' | '2' | '3' | '4' | '5' | '6';
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly mtime: Timestamp;
  /** Of the data after the header, in bytes. */
  readonly size: number;
  /** Of a link. */
  readonly target?: ByteString;
  readonly device?: { readonly major: number; readonly minor: number };
  readonly xattrs: ReadonlyMap<ByteString, Buffer>;
}

/** The largest value in an octal field of 7 digits, and of 11. */
const MAX_7_DIGITS = 0o7777777;
const MAX_11_DIGITS = 0o77777777777;

const ACLS: ReadonlyMap<string, string> = new Map([
  ['system.posix_acl_access', 'SCHILY.acl.access'],
  ['system.posix_acl_default', 'SCHILY.acl.default'],
]);

/**
 * The header of an entry: an ustar header block, after an extended header (POSIX.1-2001, "pax Interchange Format") with the
 * values that it cannot hold. The bytes depend on the entry only.
 */
export function encodeTarHeader(entry: TarEntry): Buffer {
  const { path, target, mtime, size, uid, gid, xattrs } = entry;
  const records: Buffer[] = [];
  const add = (key: string, value: string | Buffer): void => {
    records.push(paxRecord(key, typeof value === 'string' ? Buffer.from(value) : value));
  };
  const isLong = path.length > FIELDS.name.length || (target?.length ?? 0) > FIELDS.linkName.length;
  // Text of extended headers is UTF-8 unless this record, which must be the first one, denies it.
  if (isLong && ![path, target ?? ''].every(isUtf8)) add('hdrcharset', 'BINARY');
  if (path.length > FIELDS.name.length) add('path', bytesOf(path));
  if (target !== undefined && target.length > FIELDS.linkName.length) add('linkpath', bytesOf(target));
  if (size > MAX_11_DIGITS) add('size', String(size));
  if (uid > MAX_7_DIGITS) add('uid', String(uid));
  if (gid > MAX_7_DIGITS) add('gid', String(gid));
  if (mtime.nanoseconds > 0 || mtime.seconds < 0 || mtime.seconds > MAX_11_DIGITS) add('mtime', textOfTime(mtime));
  for (const [name, value] of xattrs) {
    // tar programs restore access control lists from their text only; containerd and Docker from the attribute.
    const acl = ACLS.get(name);
    if (acl !== undefined) add(acl, aclText(value));
    add(`SCHILY.xattr.${name}`, value);
  }
  const block = encodeBlock(entry);
  if (records.length === 0) return block;
  const body = Buffer.concat(records);
  const extended = encodeBlock({
    ...NO_METADATA,
    path: paxNameOf(path),
    size: body.length,
    typeFlag: 'x',
  });
  return Buffer.concat([extended, body, Buffer.alloc(paddingOf(body.length)), block]);
}

function isUtf8(text: string): boolean {
  return isUtf8Bytes(Buffer.from(text, 'latin1'));
}

/** The zeros after data of this size. */
export function paddingOf(size: number): number {
  return (BLOCK_BYTES - (size % BLOCK_BYTES)) % BLOCK_BYTES;
}

/** Two blocks of zeros. GNU tar fills a record of 20 blocks as well, which readers do not need. */
export const END_OF_ARCHIVE = Buffer.alloc(2 * BLOCK_BYTES);

const NO_METADATA = { type: '0', mode: 0o644, uid: 0, gid: 0, mtime: { seconds: 0, nanoseconds: 0 } } as const;

type Block = Omit<TarEntry, 'xattrs'> & { readonly typeFlag?: 'x' };

function encodeBlock({ path, type, typeFlag = undefined, mode, uid, gid, mtime, size, target, device }: Block): Buffer {
  const block = Buffer.alloc(BLOCK_BYTES);
  const text = ({ offset, length }: Field, value: string): void => {
    block.write(value.slice(0, length), offset, 'latin1');
  };
  const octal = (field: Field, value: number, max: number): void => {
    const stored = value >= 0 && value <= max ? value : 0;
    text(field, stored.toString(8).padStart(field.length - 1, '0'));
  };
  text(FIELDS.name, path);
  octal(FIELDS.mode, mode, MAX_7_DIGITS);
  octal(FIELDS.uid, uid, MAX_7_DIGITS);
  octal(FIELDS.gid, gid, MAX_7_DIGITS);
  octal(FIELDS.size, size, MAX_11_DIGITS);
  octal(FIELDS.mtime, mtime.seconds, MAX_11_DIGITS);
  text(FIELDS.type, typeFlag ?? type);
  if (target !== undefined) text(FIELDS.linkName, target);
  text(FIELDS.magic, 'ustar\x0000');
  octal(FIELDS.major, device?.major ?? 0, MAX_7_DIGITS);
  octal(FIELDS.minor, device?.minor ?? 0, MAX_7_DIGITS);
  // The sum counts its own field as spaces.
  block.fill(0x20, FIELDS.checksum.offset, FIELDS.checksum.offset + FIELDS.checksum.length);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, FIELDS.checksum.offset, 'latin1');
  return block;
}

/** The name of an extended header, for readers that do not know it. */
function paxNameOf(path: ByteString): ByteString {
  const name = path.replace(/\/+$/, '').split('/').at(-1) ?? '';
  return `PaxHeaders/${name.slice(0, 80)}` as ByteString;
}

/** `LENGTH KEY=VALUE\n`, where LENGTH includes its own digits. */
function paxRecord(key: string, value: Buffer): Buffer {
  const rest = Buffer.concat([Buffer.from(` ${key}=`, 'latin1'), value, Buffer.from('\n')]);
  let length = rest.length + 1;
  while (String(length).length + rest.length !== length) length = String(length).length + rest.length;
  return Buffer.concat([Buffer.from(String(length)), rest]);
}

/** Seconds with a decimal fraction, which is not rounded. */
function textOfTime({ seconds, nanoseconds }: Timestamp): string {
  if (nanoseconds === 0) return String(seconds);
  const isNegative = seconds < 0;
  const whole = isNegative ? -(seconds + 1) : seconds;
  const fraction = isNegative ? 1_000_000_000 - nanoseconds : nanoseconds;
  return `${isNegative ? '-' : ''}${whole}.${String(fraction).padStart(9, '0').replace(/0+$/, '')}`;
}
