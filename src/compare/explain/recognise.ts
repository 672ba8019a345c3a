import type { FileHandle } from 'node:fs/promises';
import type { Artifact } from '../../inside/artifact.ts';
import { UnreadableImage } from '../../inside/damage.ts';
import { diskOf } from '../../inside/disk.ts';
import { findFileSystem } from '../../inside/file-system.ts';
import { HEAD_BYTES, isCpio, isGzip } from '../../inside/magic.ts';
import { openArtifact } from '../../inside/open.ts';
import { isQcow2 } from '../../inside/qcow2-disk.ts';
import { gunzipOf } from '../../inside/stream.ts';
import { FledgeError } from '../../support/errors.ts';
import { isRegularFile, openRegularFile } from '../../support/files/regular-file.ts';

/** An opened artifact, or the reason why its entries cannot be compared. A file that is not an artifact has neither. */
export type Recognised = { readonly artifact: Artifact } | { readonly unreadable: string | undefined };

/**
 * Opens a file or directory whose entries are to be compared.
 *
 * @throws FledgeError `input` if it is a damaged artifact.
 */
export async function recognise(path: string): Promise<Recognised> {
  const kind = await kindOf(path);
  try {
    const artifact = await openArtifact(path);
    // Other compressed files look like a compressed archive until they are read.
    if (artifact.format !== 'cpio' || kind === 'cpio') return { artifact };
    await artifact.close();
    return { unreadable: undefined };
  } catch (error) {
    return { unreadable: reasonOf(error, kind !== undefined) };
  }
}

/** The reason why the entries of an artifact cannot be listed; undefined if the file is not an artifact. */
export function reasonOf(error: unknown, isArtifact: boolean): string | undefined {
  if (!(error instanceof FledgeError) || error.code !== 'input') throw error;
  if (!isArtifact) return undefined;
  const isSupported = error.cause instanceof UnreadableImage ? error.cause.isDamaged : error.cause !== undefined;
  if (isSupported) throw error;
  return error.message;
}

/** The kind of an artifact by its first bytes; undefined if it is none of those that a build makes. */
async function kindOf(path: string): Promise<'cpio' | 'image' | undefined> {
  // A directory, or a container image with its transport.
  if (!(await isRegularFile(path))) return 'image';
  const file = await openRegularFile(path);
  try {
    const disk = diskOf(file, (await file.stat()).size);
    const head = await disk.read(0, HEAD_BYTES);
    if (isCpio(head)) return 'cpio';
    if (isGzip(head)) return (await isCompressedArchive(file)) ? 'cpio' : undefined;
    return isQcow2(head) || (await findFileSystem(disk)) !== undefined ? 'image' : undefined;
  } finally {
    await file.close();
  }
}

/** A damaged stream is not one: then the first bytes are not known. */
async function isCompressedArchive(file: FileHandle): Promise<boolean> {
  const gunzip = gunzipOf(file);
  try {
    let head = Buffer.alloc(0);
    for await (const bytes of gunzip) {
      head = Buffer.concat([head, Buffer.from(bytes).subarray(0, 6)]);
      if (head.length >= 6) break;
    }
    return isCpio(head);
  } catch {
    return false;
  } finally {
    gunzip.destroy();
  }
}
