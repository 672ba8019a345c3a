import type { FileHandle } from 'node:fs/promises';
import { FledgeError } from '../../support/errors.ts';
import { MAX_SYMLINKS } from '../../support/linux-limits.ts';
import type { Slice } from './blob.ts';
import {
  BLOCK_BYTES,
  FIELDS,
  formatOf,
  GNU_FIELDS,
  GNU_SPARSE_FIELDS,
  hasValidChecksum,
  isZeroBlock,
  paddingOf,
  readName,
  readNumber,
  readText,
  visitPaxRecords,
} from './layer/tar-format.ts';

/** Index of the files of a tar archive. */
export interface ArchiveIndex {
  /** The slice of a file, links followed; undefined if it does not exist. Names are without `./`. */
  find(name: string): Slice | undefined;
}

type Member = Slice | { readonly link: string };

/** An archive of 100 images of 100 layers has 40,000 headers. */
const MAX_HEADERS = 500_000;
/** Of names and link targets, in characters. */
const MAX_NAME_CHARACTERS = 64 * 1024 * 1024;
/** Maximum size of a long name or a pax header. */
const MAX_HEADER_BYTES = 1024 * 1024;

const NO_FILES: ArchiveIndex = { find: () => undefined };
const WINDOW_BYTES = 64 * 1024;
const SPARSE_PROBLEM = 'sparse files are not supported';

/** Values that replace fields of the next header. */
interface Overrides {
  path?: string | undefined;
  target?: string | undefined;
  size?: number | undefined;
}

export interface IndexOptions {
  readonly signal?: AbortSignal | undefined;
  /**
   * True if it can be another archive: sparse files, which no archive of an image has, are skipped, and in an archive with
   * too many files none is found. Default: both are errors.
   */
  readonly isAnyArchive?: boolean;
}

/**
 * Reads the headers of an archive of a container image, but none of its data. Unlike `TarReader`, it accepts only the
 * entries of such archives: files, directories, links, pax headers and long names. Of several files with one name, the
 * last is used.
 *
 * @throws FledgeError `input`, calling the archive `label`, if it is damaged, truncated or has too many files.
 */
export async function indexArchive(
  handle: FileHandle,
  label: string,
  { signal, isAnyArchive = false }: IndexOptions = {},
): Promise<ArchiveIndex> {
  const { size: end } = await handle.stat();
  const members = new Map<string, Member>();
  const headerAt = headerReader(handle);
  let characters = 0;
  let overrides: Overrides = {};
  const fail = (position: number, problem: string): never => {
    throw new FledgeError(
      'input',
      `${label}: not a valid archive of this type, or corrupted: at byte ${position}: ${problem}`,
      {
        fix: 'create the archive again with docker save or skopeo copy',
      },
    );
  };
  let headers = 0;
  for (let position = 0; position < end; ) {
    signal?.throwIfAborted();
    headers += 1;
    if (headers > MAX_HEADERS && isAnyArchive) return NO_FILES;
    if (headers > MAX_HEADERS) return fail(position, `it has more than ${MAX_HEADERS} headers`);
    const block = await headerAt(position);
    if (block.length < BLOCK_BYTES) return fail(position, 'the archive ends inside a header');
    if (isZeroBlock(block)) break;
    if (!hasValidChecksum(block)) return fail(position, 'the checksum of the header is wrong');
    const type = String.fromCharCode(block[FIELDS.type.offset] ?? 0);
    const isExtension = type === 'x' || type === 'g' || type === 'L' || type === 'K';
    const size = (isExtension ? undefined : overrides.size) ?? readNumber(block, FIELDS.size) ?? -1;
    const isFile = type === '0' || type === '\0' || type === '7';
    // Links, devices, directories and fifos have no data, whatever size their header declares.
    const hasData = !/[1-6]/.test(type);
    if (type === 'S' && !isAnyArchive) return fail(position, SPARSE_PROBLEM);
    const offset = position + BLOCK_BYTES + (type === 'S' ? await mapBytes(handle, block, position) : 0);
    if (size < 0) return fail(position, 'the size in the header is not a number');
    if (hasData && offset + size > end)
      return fail(position, `the archive ends ${offset + size - end} bytes too early`);
    position = offset + (hasData ? size + paddingOf(size) : 0);
    if (isExtension) {
      if (size > MAX_HEADER_BYTES)
        return fail(offset, `an extended header has ${size} bytes; the limit is ${MAX_HEADER_BYTES}`);
      const data = Buffer.alloc(size);
      await handle.read(data, 0, size, offset);
      const problem = addOverrides(overrides, type, data);
      if (problem !== undefined && (problem !== SPARSE_PROBLEM || !isAnyArchive)) return fail(offset, problem);
      continue;
    }
    const name = normalise(overrides.path ?? readName(block, formatOf(block)));
    const target = overrides.target ?? readText(block, FIELDS.linkName);
    overrides = {};
    const member = isFile ? { offset, length: size } : linkOf(type, name, target);
    if (member === undefined || name === undefined) continue;
    characters += name.length + ('link' in member ? member.link.length : 0);
    members.set(name, member);
    if (characters > MAX_NAME_CHARACTERS && isAnyArchive) return NO_FILES;
    if (characters > MAX_NAME_CHARACTERS)
      return fail(position, `the names of the files have more than ${MAX_NAME_CHARACTERS} characters in total`);
  }
  return {
    find(wanted) {
      let member = members.get(wanted);
      for (let links = 0; member !== undefined && 'link' in member; links += 1) {
        if (links === MAX_SYMLINKS)
          throw new FledgeError(
            'input',
            `${label}: the link ${JSON.stringify(wanted.slice(0, 300))} is part of a loop of links`,
          );
        member = members.get(member.link);
      }
      return member;
    },
  };
}

/**
 * Reads blocks at ascending positions, with those after them: many small files are near each other. A block is valid until
 * the next call, and shorter at the end of the file.
 */
function headerReader(handle: FileHandle): (position: number) => Promise<Buffer> {
  const window = Buffer.allocUnsafeSlow(WINDOW_BYTES);
  let start = 0;
  let length = 0;
  return async (position) => {
    if (position < start || position + BLOCK_BYTES > start + length) {
      start = position;
      length = (await handle.read(window, 0, WINDOW_BYTES, position)).bytesRead;
    }
    return window.subarray(position - start, Math.min(position - start + BLOCK_BYTES, length));
  };
}

/** The size of the blocks between the header of an old GNU sparse file and its data, which continue its map. */
async function mapBytes(handle: FileHandle, header: Buffer, position: number): Promise<number> {
  let isExtended = header[GNU_FIELDS.isExtended.offset] !== 0;
  const block = Buffer.alloc(BLOCK_BYTES);
  let bytes = 0;
  while (isExtended) {
    bytes += BLOCK_BYTES;
    const { bytesRead } = await handle.read(block, 0, BLOCK_BYTES, position + bytes);
    isExtended = bytesRead === BLOCK_BYTES && block[GNU_SPARSE_FIELDS.isExtended.offset] !== 0;
  }
  return bytes;
}

/** Adds the values of an extended header to `overrides`. Returns a problem of the header, or undefined. */
function addOverrides(overrides: Overrides, type: string, data: Buffer): string | undefined {
  const text = readText(data, { offset: 0, length: data.length });
  if (type === 'L') overrides.path = text;
  if (type === 'K') overrides.target = text;
  // A global header applies to no particular file.
  if (type !== 'x') return undefined;
  let problem: string | undefined;
  const count = visitPaxRecords(data, (keyword, value) => {
    const text = value.toString('latin1');
    if (keyword === 'path') overrides.path = text;
    else if (keyword === 'linkpath') overrides.target = text;
    else if (keyword === 'size') {
      if (!/^[0-9]{1,15}$/.test(text)) problem = 'the size in the pax header is not a number';
      overrides.size = Number(text);
    } else if (keyword.startsWith('GNU.sparse.')) problem ??= SPARSE_PROBLEM;
  });
  return count === undefined ? 'the pax header is damaged' : problem;
}

function linkOf(type: string, name: string | undefined, target: string): Member | undefined {
  if (name === undefined || (type !== '1' && type !== '2')) return undefined;
  // The target of a hardlink is relative to the root of the archive, that of a symbolic link to its own directory.
  const directory = type === '2' && !target.startsWith('/') ? name.slice(0, name.lastIndexOf('/') + 1) : '';
  const link = normalise(directory + target);
  return link === undefined ? undefined : { link };
}

/** A name without empty components, `.` and `..`; undefined if the name is empty or leads out of the archive. */
export function normalise(name: string): string | undefined {
  const components: string[] = [];
  for (const component of name.split('/')) {
    if (component === '' || component === '.') continue;
    if (component !== '..') components.push(component);
    else if (components.pop() === undefined) return undefined;
  }
  return components.length === 0 ? undefined : components.join('/');
}
