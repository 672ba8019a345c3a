import type { InsideEntry } from '../inside/entry.ts';
import { type ByteString, displayByteString } from '../support/byte-string.ts';
import { FledgeError } from '../support/errors.ts';
import { BufferedWriter } from './buffered-writer.ts';
import { writeWithHoles } from './file-bytes.ts';
import { END_OF_ARCHIVE, encodeTarHeader, paddingOf, type TarEntry } from './tar-header.ts';
import type { Receiver } from './visit.ts';

const TYPES = {
  file: '0',
  symlink: '2',
  'char-device': '3',
  'block-device': '4',
  directory: '5',
  fifo: '6',
} as const;

/** Writes entries as a tar archive. The bytes depend on the entries only. */
export class TarReceiver implements Receiver {
  /** Sockets, which a tar archive cannot contain. */
  sockets = 0;
  readonly #output: BufferedWriter;

  constructor(write: (bytes: Buffer) => Promise<void>) {
    this.#output = new BufferedWriter(write);
  }

  #write = async (bytes: Buffer): Promise<void> => {
    await this.#output.write(bytes);
  };

  async receive(entry: InsideEntry): Promise<void> {
    const { path, kind, mode, uid, gid, mtime, target, device } = entry;
    if (kind === 'socket') {
      this.sockets += 1;
      return;
    }
    const size = kind === 'file' ? entry.size : 0;
    const header: TarEntry = {
      path: kind === 'directory' ? directoryName(path) : safeName(path),
      type: TYPES[kind],
      ...{ mode, uid, gid, mtime, size },
      ...(target !== undefined && { target }),
      ...(device !== undefined && { device }),
      xattrs: await entry.xattrs(),
    };
    await this.#write(encodeTarHeader(header));
    if (kind !== 'file') return;
    await writeWithHoles(entry, this.#write);
    await this.#write(END_OF_ARCHIVE.subarray(0, paddingOf(size)));
  }

  async link(entry: InsideEntry, first: ByteString): Promise<void> {
    if (entry.kind === 'socket') {
      this.sockets += 1;
      return;
    }
    const { path, mode, uid, gid, mtime } = entry;
    const header: TarEntry = {
      path: safeName(path),
      target: first,
      type: '1',
      ...{ mode, uid, gid, mtime },
      size: 0,
      xattrs: new Map(),
    };
    await this.#write(encodeTarHeader(header));
  }

  async finish(): Promise<void> {
    await this.#write(END_OF_ARCHIVE);
    await this.#output.flush();
  }
}

/** The root is `./`, as GNU tar writes it. */
function directoryName(path: ByteString): ByteString {
  return path === '' ? ('./' as ByteString) : (`${safeName(path)}/` as ByteString);
}

/** Readers of the archive must not be led out of their directory. */
function safeName(path: ByteString): ByteString {
  if (!path.split('/').includes('..') && !path.includes('\0') && path !== '') return path;
  throw new FledgeError('input', `cannot archive ${displayByteString(path)}: the path leads out of the directory`, {
    fix: 'the artifact is damaged or was made to attack its readers; do not use it',
  });
}
