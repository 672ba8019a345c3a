import { execFileSync } from 'node:child_process';
import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { writeBytes } from '../../../src/formats/byte-sink.ts';
import { type Qcow2Options, Qcow2Writer } from '../../../src/formats/qcow2/writer.ts';

/** A part of a disk: bytes, or a hole of this many bytes. */
export type DiskPart = Uint8Array | number;

export const ZSTD: Qcow2Options = { compression: { method: 'zstd', level: 3 }, workers: 2 };
export const ZLIB: Qcow2Options = { compression: { method: 'zlib', level: 6 }, workers: 2 };
export const UNCOMPRESSED: Qcow2Options = { compression: undefined, workers: 1 };

/** Writes a disk as a qcow2 image. */
export async function writeQcow2(path: string, parts: readonly DiskPart[], options: Qcow2Options): Promise<void> {
  const file = openSync(path, 'w');
  const writer = new Qcow2Writer(
    { writeAt: (bytes, position) => void writeSync(file, bytes, 0, bytes.length, position) },
    options,
  );
  try {
    for (const part of parts) {
      if (typeof part === 'number') await writer.hole(part);
      else await writeBytes(writer, part);
    }
    await writer.finish();
  } finally {
    await writer.close();
    closeSync(file);
  }
}

/** Writes a disk as it is, with its holes. */
export function writeRaw(path: string, parts: readonly DiskPart[]): void {
  const file = openSync(path, 'w');
  let position = 0;
  for (const part of parts) {
    const length = typeof part === 'number' ? part : part.length;
    if (typeof part !== 'number') writeSync(file, part, 0, length, position);
    position += length;
  }
  ftruncateSync(file, position);
  closeSync(file);
}

/** Runs qemu-img and returns its output. It throws if the status is not 0. */
export function qemuImg(...args: readonly string[]): string {
  return execFileSync('qemu-img', args, { encoding: 'utf8', stdio: 'pipe' });
}

export interface MapEntry {
  readonly start: number;
  readonly length: number;
  readonly data: boolean;
  readonly compressed?: boolean;
}

/** The ranges of the disk and how the image stores them. */
export function mapOf(path: string): readonly MapEntry[] {
  return JSON.parse(qemuImg('map', '-f', 'qcow2', '--output=json', path)) as MapEntry[];
}
