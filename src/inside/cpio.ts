import type { FileHandle } from 'node:fs/promises';
import { type CpioEntry, readCpio } from '../formats/cpio-reader.ts';
import type { ByteString } from '../support/byte-string.ts';
import { NO_XATTRS } from './content.ts';
import type { InsideEntry, InsidePiece } from './entry.ts';
import { normalisedPath } from './path.ts';
import { gunzipOf, piecesOf } from './stream.ts';

/** Larger than any number of an inode in an archive. */
const INODES_OF_ARCHIVE = 2 ** 32;

/**
 * The entries of an initramfs, in the order of the archive. It is decompressed while it is read.
 *
 * @throws FledgeError `input` if the archive is damaged, or the error of the decompressor.
 */
export async function* readCpioTree(file: FileHandle, path: string, isGzip: boolean): AsyncGenerator<InsideEntry> {
  const gunzip = isGzip ? gunzipOf(file) : undefined;
  try {
    for await (const entry of readCpio(gunzip ?? piecesOf(file), path)) yield entryOf(entry);
  } finally {
    gunzip?.destroy();
  }
}

function entryOf(entry: CpioEntry): InsideEntry {
  const {
    kind,
    mode,
    uid,
    gid,
    mtime,
    size,
    links,
    ino,
    archive,
    target,
    deviceMajor: major,
    deviceMinor: minor,
  } = entry;
  const isDevice = kind === 'char-device' || kind === 'block-device';
  return {
    path: inTree(entry.path),
    ...{ kind, mode, uid, gid, size, links },
    mtime: { seconds: mtime, nanoseconds: 0 },
    ino: archive * INODES_OF_ARCHIVE + ino,
    ...(target !== undefined && { target }),
    ...(isDevice && { device: { major, minor } }),
    xattrs: () => Promise.resolve(NO_XATTRS),
    content: () => piecesAt(entry),
  };
}

/** The path without what the kernel ignores: `./`, slashes at both ends, and repeated slashes. */
function inTree(path: ByteString): ByteString {
  if (path !== '.' && !/^\/|^\.\/|\/\/|\/$|\/\.(?:\/|$)/.test(path)) return path;
  return normalisedPath(path);
}

async function* piecesAt(entry: CpioEntry): AsyncGenerator<InsidePiece> {
  let offset = 0;
  for await (const bytes of entry.data()) {
    yield { offset, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length) };
    offset += bytes.length;
  }
}
