import type { FoundPackage, Place } from './component.ts';
import { UnreadablePart } from './unreadable.ts';

/** Sizes in bytes, tags and types of a header (https://rpm-software-management.github.io/rpm/manual/format_header.html). */
const INTRO_BYTES = 8;
const INDEX_ENTRY_BYTES = 16;
const NAME = 1000;
const VERSION = 1001;
const RELEASE = 1002;
const EPOCH = 1003;
const LICENCE = 1014;
const ARCHITECTURE = 1022;
const SOURCE_RPM = 1044;
const INT32 = 4;
const STRING_TYPES: ReadonlySet<number> = new Set([6, 9]);
const MAX_VALUE = 1024;

/** A key for signatures, which rpm stores like a package. */
const PUBLIC_KEY = 'gpg-pubkey';

/**
 * The package of a header in a database of rpm, which begins with the lengths of its index and its data.
 *
 * @throws UnreadablePart if the header is damaged.
 */
export function readRpmHeader(header: Buffer, place: Place): FoundPackage | undefined {
  const values = valuesOf(header);
  const text = (tag: number): string | undefined => {
    const value = values.get(tag);
    return typeof value === 'string' ? value : undefined;
  };
  const name = text(NAME);
  const version = text(VERSION);
  if (name === undefined || version === undefined) throw damaged();
  if (name === PUBLIC_KEY) return undefined;
  const release = text(RELEASE);
  const epoch = values.get(EPOCH);
  return {
    ...place,
    ecosystem: 'rpm',
    name,
    version: release === undefined ? version : `${version}-${release}`,
    architecture: text(ARCHITECTURE),
    epoch: typeof epoch === 'number' ? epoch : undefined,
    source: text(SOURCE_RPM),
    licence: text(LICENCE),
  };
}

function valuesOf(header: Buffer): ReadonlyMap<number, string | number> {
  if (header.length < INTRO_BYTES) throw damaged();
  const entries = header.readUInt32BE(0);
  const dataBytes = header.readUInt32BE(4);
  const dataAt = INTRO_BYTES + entries * INDEX_ENTRY_BYTES;
  if (dataAt + dataBytes > header.length) throw damaged();
  const data = header.subarray(dataAt, dataAt + dataBytes);
  const values = new Map<number, string | number>();
  for (let at = INTRO_BYTES; at < dataAt; at += INDEX_ENTRY_BYTES) {
    const tag = header.readUInt32BE(at);
    const type = header.readUInt32BE(at + 4);
    const offset = header.readUInt32BE(at + 8);
    if (tag < NAME || tag > SOURCE_RPM) continue;
    if (type === INT32 && offset + 4 <= data.length) values.set(tag, data.readUInt32BE(offset));
    if (!STRING_TYPES.has(type) || offset >= data.length) continue;
    const end = data.indexOf(0, offset);
    if (end !== -1) values.set(tag, data.toString('utf8', offset, Math.min(end, offset + MAX_VALUE)));
  }
  return values;
}

function damaged(): UnreadablePart {
  return new UnreadablePart('a header of a package in it is damaged');
}
