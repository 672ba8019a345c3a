import type { InsideEntry, InsideKind } from '../../inside/entry.ts';
import { displayByteString } from '../../support/byte-string.ts';
import type { Style, TextFormat } from '../style.ts';

/** Formats entries as `ls -l` does: mode, links, owner and group, size or device, time in UTC, path and target. */
export class Listing {
  readonly #style: Style;
  readonly #modes = new Map<number, string>();
  #minute = { number: Number.NaN, text: '' };

  constructor(style: Style) {
    this.#style = style;
  }

  /** A line with its line break. The columns have fixed widths, because the entries are not known in advance. */
  line(entry: InsideEntry): string {
    const { uid, gid, size, device, links, mtime } = entry;
    const amount = device === undefined ? `${size}` : `${device.major}, ${device.minor}`;
    const owner = `${uid}:${gid}`.padEnd(9);
    return `${this.#mode(entry)} ${`${links}`.padStart(3)} ${owner} ${amount.padStart(10)} ${this.#time(mtime.seconds)} ${styledName(entry, `/${displayByteString(entry.path)}`, this.#style)}${targetText(entry)}\n`;
  }

  #mode({ kind, mode }: InsideEntry): string {
    const key = KINDS.indexOf(kind) * 4096 + mode;
    let text = this.#modes.get(key);
    if (text === undefined) {
      text = modeString(kind, mode);
      this.#modes.set(key, text);
    }
    return text;
  }

  #time(seconds: number): string {
    const number = Math.floor(seconds / 60);
    if (number !== this.#minute.number) this.#minute = { number, text: timeText(number) };
    return this.#minute.text;
  }
}

/** The name of an entry in the colours that people know from ls(1). */
export function styledName({ kind, mode }: Pick<InsideEntry, 'kind' | 'mode'>, name: string, style: Style): string {
  const format = kind === 'file' && (mode & 0o111) !== 0 ? EXECUTABLE : FORMATS[kind];
  return format === undefined ? name : style(format, name);
}

/** ` -> TARGET` for a symbolic link. */
export function targetText({ target }: Pick<InsideEntry, 'target'>): string {
  return target === undefined ? '' : ` -> ${displayByteString(target)}`;
}

const EXECUTABLE: TextFormat = ['bold', 'green'];

const FORMATS: Readonly<Partial<Record<InsideKind, TextFormat>>> = {
  directory: ['bold', 'blue'],
  symlink: ['bold', 'cyan'],
  'char-device': ['bold', 'yellow'],
  'block-device': ['bold', 'yellow'],
  fifo: 'yellow',
  socket: ['bold', 'magenta'],
};

const KIND_LETTERS: Readonly<Record<InsideKind, string>> = {
  file: '-',
  directory: 'd',
  symlink: 'l',
  'char-device': 'c',
  'block-device': 'b',
  fifo: 'p',
  socket: 's',
};

const KINDS: readonly string[] = Object.keys(KIND_LETTERS);

/** As in `ls -l`, such as `-rwxr-xr-x`. */
export function modeString(kind: InsideKind, mode: number): string {
  const triple = (bits: number, special: boolean, letter: string): string => {
    const execute = (bits & 1) !== 0;
    const last = special ? (execute ? letter : letter.toUpperCase()) : execute ? 'x' : '-';
    return `${bits & 4 ? 'r' : '-'}${bits & 2 ? 'w' : '-'}${last}`;
  };
  return [
    KIND_LETTERS[kind],
    triple(mode >> 6, (mode & 0o4000) !== 0, 's'),
    triple(mode >> 3, (mode & 0o2000) !== 0, 's'),
    triple(mode, (mode & 0o1000) !== 0, 't'),
  ].join('');
}

/** `2024-01-01 00:00`, from minutes since 1970 in UTC. A time that no calendar has is a number of seconds. */
function timeText(minutes: number): string {
  const date = new Date(minutes * 60_000);
  if (Number.isNaN(date.getTime())) return `@${minutes * 60}`;
  return date.toISOString().replace(/T(\d\d:\d\d):.*$/, ' $1');
}
