import { FledgeError } from '../support/errors.ts';
import { type AppletDirectory, KNOWN_APPLETS } from './applet-directories.ts';

/** A name that busybox can be called by, and the directory where `busybox --install` would link it. */
export interface Applet {
  readonly name: string;
  readonly directory: AppletDirectory;
}

/**
 * The applets of a busybox binary, in byte order. `busybox --list-full` is not used, because the binary may be for
 * another machine. The result may include `busybox` itself and `linuxrc`, whose directory is the root.
 *
 * The binary contains the names in byte order, each terminated by a NUL, and an empty name after the last one. If it
 * was built to install itself, it also contains the directories: one nibble per name, low nibble first on every
 * machine. Neither table has a header or a symbol, and either may follow other bytes without a gap. So both are
 * recognised by their content: the names are sorted and mostly known, and the nibbles agree with the directories of
 * known applets. The applets of a binary without nibbles are put into the usual directories.
 *
 * @throws FledgeError `input` if the binary has no such list; `path` is the file in the message.
 */
export function readApplets(binary: Uint8Array, path: string): Applet[] {
  const list = findNameList(binary);
  if (list === undefined) {
    throw new FledgeError(
      'input',
      `cannot read the applets of ${path}: it contains no list of applets; check that it is busybox`,
      {
        fix: 'set busybox_url in [source] to a busybox with more than a few applets',
      },
    );
  }
  const readings = readingsOf(list).map((names) => ({ names, found: findDirectories(binary, names, list) }));
  const located = readings.filter(({ found }) => found !== undefined);
  const best = located.reduce<(typeof located)[number] | undefined>(
    (a, b) => (a?.found !== undefined && b.found !== undefined && a.found.misses <= b.found.misses ? a : b),
    undefined,
  );
  const { names, found } = best ?? readings[0] ?? { names: list.names, found: undefined };
  return names.map((name, index) => ({
    name,
    directory: found?.directories[index] ?? KNOWN_APPLETS.get(name) ?? 'usr/bin',
  }));
}

/** A sorted run of plausible names that an empty name ends. */
interface NameList {
  readonly names: readonly string[];
  /** The start and end of the run in the binary, in bytes. */
  readonly start: number;
  readonly end: number;
  /** The bytes before the first name: the end of other data, which may end with an applet's name. */
  readonly before: string;
}

/** Fewer known names than this may be a coincidence. */
const MIN_KNOWN_NAMES = 4;
const MAX_NAME_LENGTH = 32;

/** 1 for the bytes that names of applets consist of. */
const NAME_BYTES = Uint8Array.from({ length: 256 }, (_, byte) =>
  /[A-Za-z0-9_.+[-]/.test(String.fromCharCode(byte)) ? 1 : 0,
);

/** Names of almost every busybox. The search begins around them, to avoid a scan of megabytes of code. */
const LANDMARKS = ['cat', 'ls', 'mount', 'sh'];
/** More than the names of all applets need. */
const NAMES_BYTES = 16 * 1024;

function findNameList(binary: Uint8Array): NameList | undefined {
  const view = Buffer.from(binary.buffer, binary.byteOffset, binary.length);
  for (const landmark of LANDMARKS) {
    const at = view.indexOf(`\0${landmark}\0`, 0, 'latin1');
    const from = Math.max(0, at - NAMES_BYTES);
    const list = at < 0 ? undefined : bestNameList(binary, from, Math.min(binary.length, at + NAMES_BYTES));
    // A list at the start of the window may begin before the window.
    if (list !== undefined && list.start > from) return list;
  }
  return bestNameList(binary, 0, binary.length);
}

/** The name list with the most known names in a part of the binary. At least half of its names are known. */
function bestNameList(binary: Uint8Array, from: number, to: number): NameList | undefined {
  let best: { list: NameList; known: number } | undefined;
  for (const { start, end, before } of sortedRuns(binary, from, to)) {
    const names = latin1(binary, start, end - 1).split('\0');
    const known = names.filter((name) => KNOWN_APPLETS.has(name)).length;
    if (known < MIN_KNOWN_NAMES || known * 2 < names.length || known <= (best?.known ?? 0)) continue;
    best = { known, list: { names, start, end, before } };
  }
  return best?.list;
}

/** Runs of at least MIN_KNOWN_NAMES plausible names in strict byte order with an empty name after them. */
function sortedRuns(binary: Uint8Array, from: number, to: number): { start: number; end: number; before: string }[] {
  const runs: { start: number; end: number; before: string }[] = [];
  /** The current run: its start, its number of names, and the start and end of its last name. */
  let runStart = from;
  let count = 0;
  let lastStart = 0;
  let lastEnd = 0;
  /** The current name: the start of its plausible part; true if that part begins right after the last NUL. */
  let nameStart = from;
  let isWhole = true;
  for (let at = from; at < to; at += 1) {
    const byte = binary[at] ?? 0;
    if (byte !== 0) {
      if (NAME_BYTES[byte] === 0) {
        nameStart = at + 1;
        isWhole = false;
      }
      continue;
    }
    const length = at - nameStart;
    if (length === 0 && isWhole) {
      if (count >= MIN_KNOWN_NAMES) runs.push({ start: runStart, end: at, before: tailBefore(binary, runStart) });
      count = 0;
    } else if (length === 0 || length > MAX_NAME_LENGTH) {
      count = 0;
    } else if (isWhole && count > 0 && isBefore(binary, lastStart, lastEnd, nameStart, at)) {
      count += 1;
    } else {
      runStart = nameStart;
      count = 1;
    }
    lastStart = nameStart;
    lastEnd = at;
    nameStart = at + 1;
    isWhole = true;
  }
  return runs;
}

/** True if the name at a is less than the name at b, by byte value. */
function isBefore(bytes: Uint8Array, aStart: number, aEnd: number, bStart: number, bEnd: number): boolean {
  const length = Math.min(aEnd - aStart, bEnd - bStart);
  for (let index = 0; index < length; index += 1) {
    const difference = (bytes[aStart + index] ?? 0) - (bytes[bStart + index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return aEnd - aStart < bEnd - bStart;
}

/** The last plausible bytes before the NUL that precedes the run. */
function tailBefore(binary: Uint8Array, runStart: number): string {
  const end = runStart - 1;
  if (binary[end] !== 0) return '';
  let start = end;
  while (start > 0 && end - start < MAX_NAME_LENGTH && NAME_BYTES[binary[start - 1] ?? 0] === 1) start -= 1;
  return latin1(binary, start, end);
}

/**
 * The possible beginnings of a list, most likely first. Other data may be directly before the first name: it may look
 * like a part of the name, hide the name because both together are out of order, or look like one more name before it.
 */
function readingsOf({ names, before }: NameList): readonly (readonly string[])[] {
  const [first = '', ...rest] = names;
  const readings: (readonly string[])[] = [];
  const hidden = knownTail(before);
  if (hidden !== undefined && hidden < first) readings.push([hidden, ...names]);
  const firstKnown = names.findIndex((name) => KNOWN_APPLETS.has(name));
  const tail = knownTail(first);
  if (firstKnown === 0) readings.push(names);
  else if (tail !== undefined) readings.push([tail, ...rest]);
  // A surplus name is an unused link; an omitted name is a missing command.
  else readings.push(names, names.slice(firstKnown));
  return readings;
}

/** The longest known name at the end of a text. */
function knownTail(text: string): string | undefined {
  for (let start = 0; start < text.length; start += 1) {
    const tail = text.slice(start);
    if (KNOWN_APPLETS.has(tail)) return tail;
  }
  return undefined;
}

/** The directory of each nibble value. */
const DIRECTORIES: readonly AppletDirectory[] = ['', 'bin', 'sbin', 'usr/bin', 'usr/sbin'];
/** With fewer known names, any bytes might agree by chance, and the usual directories are as good. */
const MIN_EVIDENCE = 16;
/** The fraction of known applets that a builder may have moved to other directories. */
const MAX_MISSES = 0.1;
/** The compiler puts the nibbles near the names; the whole binary is searched if they are not there. */
const NEIGHBOURHOOD_BYTES = 16 * 1024;

interface FoundDirectories {
  readonly directories: readonly AppletDirectory[];
  readonly misses: number;
}

function findDirectories(
  binary: Uint8Array,
  names: readonly string[],
  near: { readonly start: number; readonly end: number },
): FoundDirectories | undefined {
  const expected = names.map((name) => {
    const directory = KNOWN_APPLETS.get(name);
    return directory === undefined ? -1 : DIRECTORIES.indexOf(directory);
  });
  const evidence = expected.filter((nibble) => nibble >= 0).length;
  if (evidence < MIN_EVIDENCE) return undefined;
  const limit = Math.floor(evidence * MAX_MISSES);
  const from = Math.max(0, near.start - NEIGHBOURHOOD_BYTES);
  const to = Math.min(binary.length, near.end + NEIGHBOURHOOD_BYTES);
  const place =
    bestPlace(binary, expected, { from, to, limit }) ??
    bestPlace(binary, expected, { from: 0, to: binary.length, limit });
  if (place === undefined) return undefined;
  return {
    misses: place.misses,
    directories: names.map((_, index) => DIRECTORIES[nibbleAt(binary, place.offset, index)] ?? 'usr/bin'),
  };
}

function bestPlace(
  binary: Uint8Array,
  expected: readonly number[],
  { from, to, limit }: { from: number; to: number; limit: number },
): { offset: number; misses: number } | undefined {
  let best: { offset: number; misses: number } | undefined;
  for (let offset = from; offset + Math.ceil(expected.length / 2) <= to; offset += 1) {
    const misses = missesAt(binary, offset, expected, best === undefined ? limit : best.misses - 1);
    if (misses !== undefined) best = { offset, misses };
    if (misses === 0) break;
  }
  return best;
}

/** The number of known applets that the nibbles at `offset` misplace; undefined if above `limit` or not nibbles. */
function missesAt(binary: Uint8Array, offset: number, expected: readonly number[], limit: number): number | undefined {
  let misses = 0;
  for (let index = 0; index < expected.length; index += 1) {
    const nibble = nibbleAt(binary, offset, index);
    if (nibble >= DIRECTORIES.length) return undefined;
    const wanted = expected[index] ?? -1;
    if (wanted < 0 || wanted === nibble) continue;
    misses += 1;
    if (misses > limit) return undefined;
  }
  return misses;
}

function nibbleAt(binary: Uint8Array, offset: number, index: number): number {
  const byte = binary[offset + (index >> 1)] ?? 0xff;
  return index % 2 === 0 ? byte & 0x0f : byte >> 4;
}

function latin1(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1');
}
