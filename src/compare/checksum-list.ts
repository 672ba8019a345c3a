import type { FileHandle } from 'node:fs/promises';
import { type ByteString, byteStringFromBytes, displayByteString } from '../support/byte-string.ts';
import { FledgeError } from '../support/errors.ts';
import { FileTooLarge, readBounded } from '../support/files/regular-file.ts';

/** One line of a SHA256SUMS file. */
export interface ListedFile {
  /** Relative, without `.` components and double slashes; absolute if it is absolute in the list. */
  readonly name: ByteString;
  /** 64 lower-case hexadecimal digits. */
  readonly sha256: string;
  /** From 1. */
  readonly line: number;
}

/** Limit of a list, enough for half a million files. A larger file is probably not a list. */
const MAX_BYTES = 64 * 1024 * 1024;

const FIX = 'create the list again: sha256sum FILE... > SHA256SUMS';

/** `HASH  NAME` or `HASH *NAME`, with a backslash before it where the name is escaped. */
const GNU_LINE = /^(\\?)([0-9a-f]{64})[ ][ *]([^\0]+)$/is;
/** `SHA256 (NAME) = HASH`, of `sha256sum --tag` and of BSD. */
const TAGGED_LINE = /^(\\?)SHA256 \(([^\0]+)\) = ([0-9a-f]{64})$/is;

/**
 * True if the name of a file is that of a list of SHA-256 digests: `SHA256SUMS`, `web_SHA256SUMS.txt`,
 * `web.img.sha256`, …
 */
export function isChecksumListName(name: string): boolean {
  return /(?:^|[._-])sha256sums?(?:\.txt)?$|\.sha256$/i.test(name);
}

/**
 * Reads an open SHA256SUMS file; `label` names it in errors.
 *
 * @throws FledgeError `input` as `parseChecksumList` does, or if it is too large.
 */
export async function readChecksumList(handle: FileHandle, label: string): Promise<readonly ListedFile[]> {
  try {
    return parseChecksumList(await readBounded(handle, label, MAX_BYTES), label);
  } catch (error) {
    if (!(error instanceof FileTooLarge)) throw error;
    throw new FledgeError('input', `${label} has ${error.bytes} bytes; a list of digests has at most ${MAX_BYTES}`);
  }
}

/**
 * Parses a list of `sha256sum`, with or without `--tag` or `--binary` (coreutils manual, "md5sum invocation"): names
 * may be escaped, lines may end in CR LF. Empty lines and lines that begin with `#` are ignored.
 *
 * @throws FledgeError `input` with the first line that is invalid, or whose file has another digest on an earlier line;
 *   or if there is no file.
 */
export function parseChecksumList(bytes: Uint8Array, label: string): readonly ListedFile[] {
  const byName = new Map<ByteString, ListedFile>();
  for (const [index, text] of byteStringFromBytes(bytes).split('\n').entries()) {
    const line = index + 1;
    const stripped = text.replace(/\r$/, '');
    if (stripped === '' || stripped.startsWith('#')) continue;
    const listed = parseLine(stripped, line);
    if (listed === undefined) throw problem(label, line, 'not a line of sha256sum');
    const { name, sha256 } = listed;
    const earlier = byName.get(name);
    if (earlier !== undefined && earlier.sha256 !== sha256) {
      const what = `${displayByteString(name)} has another digest than on line ${earlier.line}`;
      throw problem(label, line, what);
    }
    byName.set(name, earlier ?? listed);
  }
  if (byName.size === 0) throw new FledgeError('input', `${label} does not list any file`, { fix: FIX });
  return [...byName.values()];
}

function parseLine(text: string, line: number): ListedFile | undefined {
  const [, gnuEscape, gnuDigest, gnuName] = GNU_LINE.exec(text) ?? [];
  const [, tagEscape, tagName, tagDigest] = TAGGED_LINE.exec(text) ?? [];
  const written = gnuName ?? tagName;
  const digest = gnuDigest ?? tagDigest;
  if (written === undefined || digest === undefined) return undefined;
  const name = (gnuEscape ?? tagEscape) === '\\' ? unescapeName(written) : written;
  const normalised = normalise(name ?? '');
  // A name of slashes and dots only is a directory, which has no digest.
  if (normalised === '' || normalised === '/') return undefined;
  return { name: normalised, sha256: digest.toLowerCase(), line };
}

/** Undefined for an escape that coreutils does not write. */
function unescapeName(name: string): string | undefined {
  const characters: Readonly<Record<string, string>> = { '\\\\': '\\', '\\n': '\n', '\\r': '\r' };
  const parts = name.match(/\\.?|[^\\]+/gs) ?? [];
  if (parts.some((part) => part.startsWith('\\') && characters[part] === undefined)) return undefined;
  return parts.map((part) => characters[part] ?? part).join('');
}

function normalise(name: string): ByteString {
  const components = name.split('/').filter((component) => component !== '' && component !== '.');
  return `${name.startsWith('/') ? '/' : ''}${components.join('/')}` as ByteString;
}

function problem(label: string, line: number, message: string): FledgeError {
  return new FledgeError('input', `${label}:${line}: ${message}`, { fix: FIX });
}
