import type { InsideEntry } from '../../inside/entry.ts';
import { type ByteString, compareByteStrings, displayByteString } from '../../support/byte-string.ts';
import type { Timestamp } from '../../tree/entry.ts';
import type { Change } from './explanation.ts';

/** An entry without its content. */
export type EntryMetadata = Omit<InsideEntry, 'content'> & {
  /** The first name of the same inode, if this is another one. */
  readonly sameAs?: ByteString;
};

/** The properties that both formats can store. */
export interface Comparable {
  readonly xattrs: boolean;
  readonly nanoseconds: boolean;
  /** The largest range of times, in seconds since 1970. */
  readonly isRange32: boolean;
}

/** A longer value of an attribute is cut, in bytes. */
const MAX_VALUE_BYTES = 64;
const MAX_32 = 0xffff_ffff;

/** All differences of two entries at one path, except that of their contents. */
export async function metadataChanges(
  left: EntryMetadata,
  right: EntryMetadata,
  comparable: Comparable,
): Promise<Change[]> {
  const changes: Change[] = [];
  const compare = (what: Change['what'], a: string | undefined, b: string | undefined): void => {
    if (a === b) return;
    changes.push({ what, ...(a !== undefined && { left: a }), ...(b !== undefined && { right: b }) });
  };
  compare('kind', left.kind, right.kind);
  // Linux gives no meaning to the mode of a link.
  if (left.kind !== 'symlink' || right.kind !== 'symlink') compare('mode', modeOf(left), modeOf(right));
  compare('owner', `${left.uid}:${left.gid}`, `${right.uid}:${right.gid}`);
  const [a, b] = [timeOf(left.mtime, comparable), timeOf(right.mtime, comparable)];
  compare('mtime', describeTime(a, b), describeTime(b, a));
  if (comparable.xattrs) changes.push(...xattrChanges(await left.xattrs(), await right.xattrs()));
  if (left.kind !== right.kind) return changes;
  compare('target', textOf(left.target), textOf(right.target));
  compare('device', deviceOf(left), deviceOf(right));
  compare('links', linkOf(left), linkOf(right));
  if (left.kind === 'file') compare('size', String(left.size), String(right.size));
  return changes;
}

function modeOf({ mode }: EntryMetadata): string {
  return mode.toString(8).padStart(4, '0');
}

function textOf(target: ByteString | undefined): string | undefined {
  return target === undefined ? undefined : displayByteString(target);
}

function deviceOf({ device }: EntryMetadata): string | undefined {
  return device === undefined ? undefined : `${device.major}:${device.minor}`;
}

function linkOf({ sameAs }: EntryMetadata): string | undefined {
  return sameAs === undefined ? undefined : `/${displayByteString(sameAs)}`;
}

/** The part of a time that can be compared. */
function timeOf({ seconds, nanoseconds }: Timestamp, { nanoseconds: hasFractions, isRange32 }: Comparable): Timestamp {
  return {
    seconds: isRange32 ? Math.min(Math.max(seconds, 0), MAX_32) : seconds,
    nanoseconds: hasFractions ? nanoseconds : 0,
  };
}

/** Years of at most four digits, as JavaScript can print them. */
const MAX_SECONDS = 253_402_300_799;

/** With the nanoseconds only if the times differ in nothing else. */
function describeTime({ seconds, nanoseconds }: Timestamp, other: Timestamp): string {
  const date =
    Math.abs(seconds) > MAX_SECONDS ? undefined : new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
  const text = date ?? `${seconds} s`;
  if (seconds !== other.seconds || nanoseconds === other.nanoseconds) return text;
  return `${text.replace(/Z$/, '')}.${String(nanoseconds).padStart(9, '0')}${date === undefined ? '' : 'Z'}`;
}

function xattrChanges(left: ReadonlyMap<ByteString, Buffer>, right: ReadonlyMap<ByteString, Buffer>): Change[] {
  if (left.size === 0 && right.size === 0) return [];
  const names = [...new Set([...left.keys(), ...right.keys()])].sort(compareByteStrings);
  return names.flatMap((name): Change[] => {
    const [a, b] = [left.get(name), right.get(name)];
    if (a !== undefined && b !== undefined && a.equals(b)) return [];
    return [
      {
        what: 'xattr',
        name: displayByteString(name),
        ...(a !== undefined && { left: valueText(a) }),
        ...(b !== undefined && { right: valueText(b) }),
      },
    ];
  });
}

/** As getfattr(1) prints it: text in quotes, other bytes in hexadecimal digits. */
function valueText(value: Buffer): string {
  const shown = value.subarray(0, MAX_VALUE_BYTES);
  const rest = value.length > shown.length ? `… (${value.length} bytes)` : '';
  const text = shown.toString('latin1').replace(/\0$/, '');
  return /^[\x20-\x7e]*$/.test(text) ? `${JSON.stringify(text)}${rest}` : `0x${shown.toString('hex')}${rest}`;
}
