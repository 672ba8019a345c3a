import { type ByteString, bytesOf, displayByteString } from '../support/byte-string.ts';
import { FledgeError } from '../support/errors.ts';
import type { Entry, Inode } from '../tree/entry.ts';
import { TYPE_BITS } from '../tree/entry.ts';
import { type ByteSink, writeBytes, writeContent } from './byte-sink.ts';
import { HEADER_SIZE, MAGIC, MAX_FIELD, MAX_NAME_SIZE, paddingTo4, TRAILER_NAME } from './cpio-format.ts';

/** GNU cpio writes whole blocks. fledge does the same, so that both write identical bytes. */
const BLOCK_SIZE = 512;

interface Header {
  readonly name: ByteString;
  readonly ino: number;
  /** Type and permission bits. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly links: number;
  /** Seconds since 1970. */
  readonly mtime: number;
  /** In bytes. */
  readonly size: number;
  readonly deviceMajor: number;
  readonly deviceMinor: number;
}

/**
 * Writes the entries of a tree as one newc archive, in the given order, padded to whole blocks of 512 bytes, and returns its
 * size in bytes. Inodes are numbered in that order from 0. The data of a hardlinked file is at its last name. The root is
 * the entry `.`.
 *
 * @throws FledgeError `format`, with the path, for an entry that newc cannot hold (a size or time over 32 bits, a name over
 *   4095 bytes, extended attributes); `input` for a host file that cannot be read.
 */
export async function writeCpio(entries: Iterable<Entry>, sink: ByteSink): Promise<number> {
  const all = [...entries];
  const links = countLinks(all);
  const inodeNumbers = new Map<Inode, number>();
  const namesLeft = new Map(links);
  let offset = 0;

  const pad = async (length: number): Promise<void> => {
    if (length > 0) await writeBytes(sink, zeros.subarray(0, length));
    offset += length;
  };
  const writeHeader = async (header: Header): Promise<void> => {
    const bytes = encodeHeader(header);
    await writeBytes(sink, bytes);
    offset += bytes.length;
    await pad(paddingTo4(offset));
  };

  for (const entry of all) {
    const { inode } = entry;
    const ino = inodeNumbers.get(inode) ?? inodeNumbers.size;
    inodeNumbers.set(inode, ino);
    const left = (namesLeft.get(inode) ?? 1) - 1;
    namesLeft.set(inode, left);
    const content = dataOf(inode, left === 0);
    await writeHeader(headerOf(entry, ino, links.get(inode) ?? 1, content.size));
    await writeContent(sink, content);
    offset += content.size;
    await pad(paddingTo4(offset));
  }
  await writeHeader(TRAILER);
  await pad((BLOCK_SIZE - (offset % BLOCK_SIZE)) % BLOCK_SIZE);
  return offset;
}

const zeros = new Uint8Array(BLOCK_SIZE);

const TRAILER: Header = {
  name: TRAILER_NAME,
  ino: 0,
  mode: 0,
  uid: 0,
  gid: 0,
  links: 1,
  mtime: 0,
  size: 0,
  deviceMajor: 0,
  deviceMinor: 0,
};

/** The link count of each inode. That of a directory counts its name, its `.` and each `..`, as in Unix file systems. */
function countLinks(entries: readonly Entry[]): Map<Inode, number> {
  const links = new Map<Inode, number>();
  const directories = new Map<string, Inode>();
  for (const { path, inode } of entries) {
    if (inode.kind !== 'directory') {
      links.set(inode, (links.get(inode) ?? 0) + 1);
      continue;
    }
    directories.set(path, inode);
    links.set(inode, 2);
    const parent = path === '' ? undefined : directories.get(path.slice(0, Math.max(0, path.lastIndexOf('/'))));
    if (parent !== undefined) links.set(parent, (links.get(parent) ?? 2) + 1);
  }
  return links;
}

const NO_DATA = { kind: 'bytes', size: 0, data: new Uint8Array(0) } as const;

function dataOf(inode: Inode, lastName: boolean) {
  if (inode.kind === 'symlink') {
    const data = bytesOf(inode.target);
    return { kind: 'bytes', size: data.length, data } as const;
  }
  return inode.kind === 'file' && lastName ? inode.content : NO_DATA;
}

function headerOf({ path, inode }: Entry, ino: number, links: number, size: number): Header {
  const name = path === '' ? ('.' as ByteString) : path;
  const refuse = (what: string): FledgeError =>
    new FledgeError('format', `/${displayByteString(path)} does not fit in an initramfs: ${what}`);
  if (name.length >= MAX_NAME_SIZE) throw refuse(`its path has ${name.length} bytes, more than ${MAX_NAME_SIZE - 1}`);
  if (name === TRAILER_NAME) throw refuse('cpio reserves this name for the end of the archive');
  if (size > MAX_FIELD) throw refuse(`its size is ${size} bytes, and the limit of cpio is 4 GiB`);
  if (inode.xattrs.size > 0) throw refuse('cpio does not support extended attributes');
  const { seconds } = inode.mtime;
  if (seconds < 0 || seconds > MAX_FIELD) throw refuse(`its time ${seconds} is not between 1970 and 2106`);
  const isDevice = inode.kind === 'char-device' || inode.kind === 'block-device';
  return {
    name,
    ino,
    mode: TYPE_BITS[inode.kind] | inode.mode,
    uid: inode.uid,
    gid: inode.gid,
    links,
    mtime: seconds,
    size,
    deviceMajor: isDevice ? inode.major : 0,
    deviceMinor: isDevice ? inode.minor : 0,
  };
}

function encodeHeader(header: Header): Buffer {
  const nameSize = header.name.length + 1;
  const fields = [
    header.ino,
    header.mode,
    header.uid,
    header.gid,
    header.links,
    header.mtime,
    header.size,
    0, // the archived file system's device, major and minor
    0,
    header.deviceMajor,
    header.deviceMinor,
    nameSize,
    0, // check, for the other variant of the format
  ];
  const bytes = Buffer.alloc(HEADER_SIZE + nameSize);
  bytes.write(MAGIC + fields.map(hexField).join(''), 'latin1');
  bytes.write(header.name, HEADER_SIZE, 'latin1');
  return bytes;
}

function hexField(value: number): string {
  return value.toString(16).toUpperCase().padStart(8, '0');
}
