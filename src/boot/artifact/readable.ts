import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createGunzip, type Gunzip } from 'node:zlib';
import type { Platform } from '../../support/platform.ts';

/** Bytes that can be read at any position: a file, or the disk in a qcow2 image. */
export interface ReadableDisk {
  /** In bytes. */
  readonly size: number;
  /** Up to `length` bytes from `position`; fewer at the end. */
  read(position: number, length: number): Promise<Buffer>;
}

/** The architectures of machines, as Debian names them. */
export type Architecture = 'amd64' | 'arm64';

/** The architecture of a platform. */
export function architectureOf(platform: Platform): Architecture {
  return platform === 'linux/arm64' ? 'arm64' : 'amd64';
}

/** An open file, of which no byte beyond `size` is read. */
export function diskOf(file: FileHandle, size: number): ReadableDisk {
  return {
    size,
    async read(position, length) {
      const wanted = Math.max(0, Math.min(length, size - position));
      // A hostile position can be larger than any that read(2) accepts.
      if (wanted === 0) return Buffer.alloc(0);
      const bytes = Buffer.alloc(wanted);
      const { bytesRead } = await file.read(bytes, 0, wanted, position);
      return bytes.subarray(0, bytesRead);
    },
  };
}

const PIECE_BYTES = 128 * 1024;

/** The bytes of an open file from its beginning. Unlike a stream of the file, its end does not close the file. */
export async function* piecesOf(file: FileHandle): AsyncGenerator<Buffer> {
  for (let position = 0; ; ) {
    const buffer = Buffer.allocUnsafe(PIECE_BYTES);
    const { bytesRead } = await file.read(buffer, 0, PIECE_BYTES, position);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
    position += bytesRead;
  }
}

/** The decompressed bytes of an open gzip file. The caller destroys the stream. */
export function gunzipOf(file: FileHandle): Gunzip {
  const gunzip = createGunzip({ chunkSize: PIECE_BYTES });
  const source = Readable.from(piecesOf(file), { objectMode: false });
  source.on('error', (error) => gunzip.destroy(error));
  gunzip.on('close', () => source.destroy());
  return source.pipe(gunzip);
}
