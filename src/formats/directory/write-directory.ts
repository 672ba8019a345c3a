import { closeSync, ftruncateSync, linkSync, lstatSync, mkdirSync, openSync, symlinkSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { type ByteString, bytesOf } from '../../support/byte-string.ts';
import { FledgeError, systemCodeOf, writeFailureOf } from '../../support/errors.ts';
import { writeFully } from '../../support/files/write-file.ts';
import { MAX_PATH_BYTES } from '../../support/linux-limits.ts';
import type { Content, Entry, Inode, NonDirectoryInode } from '../../tree/entry.ts';
import { ContentOpener } from '../content-reader.ts';
import { doesNotFit } from '../entry-limits.ts';
import { dataExtents } from './data-extents.ts';
import type { TreeRecord } from './tree-table.ts';

export interface DirectoryOptions {
  /** The name of the file system in messages about entries that cannot be written. */
  readonly filesystem: string;
  /** Returns the extended attributes of an inode as the file system stores them. Default: unchanged. */
  readonly xattrs?: (inode: Inode) => ReadonlyMap<ByteString, Uint8Array>;
}

const BUFFER_SIZE = 1024 * 1024;
/** The writer yields to the event loop after this many entries, and within contents. */
const ENTRIES_PER_TURN = 500;

/**
 * Writes a tree as a directory whose files belong to the user of the build: contents, names, links, and empty files for
 * devices and fifos. The returned records contain the other metadata, for `encodeTreeTable`.
 *
 * No file can be written outside of `directory`, which is new and not shared: every parent in the path of an entry is a
 * directory that was created before it, because a tree yields directories before their entries, and has no links in parent
 * paths.
 *
 * @throws FledgeError `format` for an entry that cannot be a file on this machine, `output` if the disk is full, `input`
 *   if a content cannot be read.
 */
export async function writeDirectory(
  entries: Iterable<Entry>,
  directory: string,
  options: DirectoryOptions,
): Promise<readonly TreeRecord[]> {
  const base = Buffer.from(directory, 'utf8');
  const contents = new ContentCopier();
  const links = new Map<NonDirectoryInode, { readonly path: Buffer; count: number }>();
  const records: Omit<TreeRecord, 'links'>[] = [];
  let written = 0;
  for (const { path, inode } of entries) {
    written += 1;
    if (written % ENTRIES_PER_TURN === 0) await setImmediate();
    const hostPath = path === '' ? base : Buffer.concat([base, Buffer.from('/'), bytesOf(path)]);
    if (hostPath.length > MAX_PATH_BYTES) {
      const limit = MAX_PATH_BYTES - base.length - 1;
      throw doesNotFit(
        path,
        options.filesystem,
        `its path has ${path.length} bytes, and the limit of mkfs is ${limit} here`,
      );
    }
    const known = inode.kind === 'directory' ? undefined : links.get(inode);
    if (known !== undefined) {
      attempt(directory, () => linkSync(known.path, hostPath));
      known.count += 1;
      continue;
    }
    if (inode.kind === 'directory') attempt(directory, () => mkdirSync(hostPath, { mode: 0o700 }));
    else {
      await createNonDirectory(inode, hostPath, contents, directory);
      links.set(inode, { path: hostPath, count: 1 });
    }
    const { dev, ino } = lstatSync(hostPath, { bigint: true });
    records.push({
      hostDevice: dev,
      hostInode: ino,
      number: records.length + 1,
      inode,
      xattrs: options.xattrs?.(inode) ?? inode.xattrs,
      extents: inode.kind === 'file' ? dataExtents(inode.content) : undefined,
    });
  }
  return records.map((record) => {
    const { inode } = record;
    return { ...record, links: inode.kind === 'directory' ? 2 : (links.get(inode)?.count ?? 1) };
  });
}

async function createNonDirectory(
  inode: NonDirectoryInode,
  path: Buffer,
  contents: ContentCopier,
  directory: string,
): Promise<void> {
  if (inode.kind === 'symlink') {
    attempt(directory, () => symlinkSync(bytesOf(inode.target), path));
    return;
  }
  const descriptor = attempt(directory, () => openSync(path, 'wx', 0o600));
  try {
    if (inode.kind === 'file') await contents.copy(inode.content, descriptor, directory);
  } finally {
    closeSync(descriptor);
  }
}

/** Writes contents to files, holes as holes. */
class ContentCopier {
  readonly #opener = new ContentOpener();
  readonly #buffer = Buffer.allocUnsafeSlow(BUFFER_SIZE);
  #sinceTurn = 0;

  async copy(content: Content, descriptor: number, directory: string): Promise<void> {
    const reader = this.#opener.open(content);
    try {
      for (const [begin, end] of dataExtents(content) ?? [[0, content.size]]) {
        for (let at = begin; at < end; ) {
          const part = this.#buffer.subarray(0, Math.min(BUFFER_SIZE, end - at));
          reader.read(part, at);
          attempt(directory, () => writeFully(descriptor, part, at));
          at += part.length;
          this.#sinceTurn += part.length;
          if (this.#sinceTurn < BUFFER_SIZE) continue;
          // Signals and timers are handled here.
          this.#sinceTurn = 0;
          await setImmediate();
        }
      }
      attempt(directory, () => ftruncateSync(descriptor, content.size));
    } finally {
      reader.close();
    }
  }
}

function attempt<T>(directory: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const isFull = ['ENOSPC', 'EDQUOT'].includes(systemCodeOf(error) ?? '');
    throw new FledgeError('output', `cannot write the files for mkfs to ${directory}: ${writeFailureOf(error)}`, {
      cause: error,
      fix: isFull
        ? 'free some space there, or set TMPDIR to a directory with space for all files of the image'
        : 'set TMPDIR to a writable directory on a Linux file system',
    });
  }
}
