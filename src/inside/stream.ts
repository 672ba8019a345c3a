import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createGunzip, type Gunzip } from 'node:zlib';

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
