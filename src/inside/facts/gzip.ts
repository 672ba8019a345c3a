import type { Fact } from '../artifact.ts';
import { textOf, timeOf } from './values.ts';

// The header of a member (RFC 1952, 2.3).

const FIXED_BYTES = 10;
const HAS_EXTRA = 0x4;
const HAS_NAME = 0x8;
const SYSTEMS: readonly string[] = [
  'FAT',
  'Amiga',
  'VMS',
  'Unix',
  'VM/CMS',
  'Atari TOS',
  'HPFS',
  'Macintosh',
  'Z-System',
  'CP/M',
  'TOPS-20',
  'NTFS',
  'QDOS',
  'Acorn RISCOS',
];
const UNKNOWN_SYSTEM = 255;
const LEVELS: ReadonlyMap<number, string> = new Map([
  [2, 'best'],
  [4, 'fastest'],
]);

/** The facts of the first header of a gzip file, whose first bytes are `head`. `size` is that of the file. */
export function gzipFacts(head: Buffer, size: number): readonly Fact[] {
  const facts: Fact[] = [{ key: 'compressedSize', title: 'compressed size', value: size, unit: 'bytes' }];
  if (head.length < FIXED_BYTES) return facts;
  const flags = head.readUInt8(3);
  const time = head.readUInt32LE(4);
  const level = head.readUInt8(8);
  const system = head.readUInt8(9);
  const name = nameIn(head, flags);
  if (name !== undefined) facts.push({ key: 'gzipName', title: 'name in gzip', value: name });
  // 0 means that there is none.
  if (time !== 0) facts.push({ key: 'gzipTime', title: 'time in gzip', value: timeOf(time) });
  const shown = SYSTEMS[system] ?? (system === UNKNOWN_SYSTEM ? 'unknown' : `${system}`);
  facts.push({ key: 'gzipSystem', title: 'system in gzip', value: shown });
  facts.push({ key: 'gzipLevel', title: 'level in gzip', value: LEVELS.get(level) ?? 'default' });
  return facts;
}

function nameIn(head: Buffer, flags: number): string | undefined {
  if ((flags & HAS_NAME) === 0) return undefined;
  const hasExtra = (flags & HAS_EXTRA) !== 0 && head.length >= FIXED_BYTES + 2;
  const start = FIXED_BYTES + (hasExtra ? 2 + head.readUInt16LE(FIXED_BYTES) : 0);
  return textOf(head.subarray(start));
}
