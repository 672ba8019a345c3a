import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { FledgeError, messageOf, systemCodeOf } from '../../support/errors.ts';
import { NotRegularFile, openRegularFile } from '../../support/files/regular-file.ts';

/** A content descriptor of the OCI image specification (descriptor.md), without its media type. */
export interface BlobDescriptor {
  /** `sha256:…` or `sha512:…`. */
  readonly digest: string;
  /** In bytes. */
  readonly size: number;
}

/** The part of an archive that holds a blob, in bytes. */
export interface Slice {
  readonly offset: number;
  readonly length: number;
}

/** A blob in a file on this machine, or in a part of one. */
export interface Blob extends BlobDescriptor {
  readonly path: string;
  /** Default: the whole file. */
  readonly slice?: Slice | undefined;
  /** Its name in messages, such as `layer 2 of 5`. */
  readonly label: string;
}

const READ_BYTES = 1024 * 1024;
/**
 * Number of buffers that are used in turn: two for the chunks that are read and hashed, the others for chunks that a
 * decompressor still uses.
 */
const BUFFERS = 6;

export type DigestAlgorithm = 'sha256' | 'sha512';

const HEX_DIGITS: Readonly<Record<DigestAlgorithm, number>> = { sha256: 64, sha512: 128 };

/**
 * The parts of a digest of an algorithm that the OCI image specification registers, or undefined. Only such a digest
 * may become part of a path.
 */
export function parseDigest(digest: string): { algorithm: DigestAlgorithm; hex: string } | undefined {
  const [, algorithm, hex] = /^(sha256|sha512):([0-9a-f]+)$/.exec(digest) ?? [];
  if (hex === undefined || (algorithm !== 'sha256' && algorithm !== 'sha512')) return undefined;
  return hex.length === HEX_DIGITS[algorithm] ? { algorithm, hex } : undefined;
}

/** @throws FledgeError `input` if the digest is invalid or of another algorithm. */
export function requireDigest(digest: string, label: string): { algorithm: DigestAlgorithm; hex: string } {
  const parsed = parseDigest(digest);
  if (parsed !== undefined) return parsed;
  throw new FledgeError(
    'input',
    `${label} has the digest ${JSON.stringify(digest.slice(0, 200))}; only sha256 and sha512 can be verified`,
  );
}

/**
 * Reads a blob, one chunk ahead of the consumer. Its size and digest are verified at the end. A chunk stays unchanged
 * until the fifth one after it is requested.
 *
 * @throws FledgeError `input` if the blob is missing, or its size or digest differs.
 */
export async function* readBlob(blob: Blob, signal?: AbortSignal): AsyncGenerator<Buffer, void, undefined> {
  const { algorithm } = requireDigest(blob.digest, blob.label);
  const handle = await openBlob(blob);
  try {
    const fileSize = (await handle.stat()).size;
    const { offset: start, length: present } = blob.slice ?? { offset: 0, length: fileSize };
    if (present !== blob.size) throw wrongSize(blob, present);
    // A file is read to its end: it may have grown.
    const end = blob.slice === undefined ? Number.POSITIVE_INFINITY : start + present;
    const hash = createHash(algorithm);
    const buffers: Buffer[] = [];
    let count = 0;
    const readChunk = async (position: number): Promise<Buffer> => {
      const index = count++ % BUFFERS;
      buffers[index] ??= Buffer.allocUnsafeSlow(READ_BYTES);
      const length = Math.min(READ_BYTES, end - start - position);
      const { buffer, bytesRead } = await handle.read(buffers[index], 0, length, start + position);
      return buffer.subarray(0, bytesRead);
    };
    let size = 0;
    let next = readChunk(0);
    try {
      for (;;) {
        signal?.throwIfAborted();
        const chunk = await next;
        if (chunk.length === 0) break;
        size += chunk.length;
        if (size > blob.size) throw wrongSize(blob, size);
        next = readChunk(size);
        hash.update(chunk);
        yield chunk;
      }
    } finally {
      // An earlier error is thrown instead of this one.
      await next.catch(() => {});
    }
    if (size !== blob.size) throw wrongSize(blob, size);
    const actual = `${algorithm}:${hash.digest('hex')}`;
    if (actual !== blob.digest) {
      throw new FledgeError(
        'input',
        `${blob.label} is damaged: its digest is ${actual}, but the image lists ${blob.digest}`,
        {
          fix: 'fetch or build the image again',
        },
      );
    }
  } finally {
    await handle.close();
  }
}

/**
 * Reads and verifies a blob of at most `maxBytes`.
 *
 * @throws FledgeError `input` if it is larger, missing or damaged.
 */
export async function readSmallBlob(blob: Blob, maxBytes: number): Promise<Buffer> {
  if (blob.size > maxBytes) {
    throw new FledgeError('input', `${blob.label} has ${blob.size} bytes; the limit is ${maxBytes}`);
  }
  const chunks: Buffer[] = [];
  for await (const chunk of readBlob(blob)) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

async function openBlob({ path, label, digest }: Blob): Promise<FileHandle> {
  try {
    return await openRegularFile(path);
  } catch (error) {
    if (error instanceof NotRegularFile) {
      throw new FledgeError('input', `${label}: ${path} is ${error.kind}, not a regular file`);
    }
    const code = systemCodeOf(error);
    const message =
      code === 'ENOENT' || code === 'ENOTDIR'
        ? `${label} is missing: there is no blob ${digest} (${path})`
        : `cannot read ${label}: ${messageOf(error)}`;
    throw new FledgeError('input', message, { cause: error, fix: 'fetch or build the image again' });
  }
}

function wrongSize({ label, size }: Blob, actual: number): FledgeError {
  return new FledgeError('input', `${label} is damaged: it has ${actual} bytes, but the image lists ${size}`, {
    fix: 'fetch or build the image again',
  });
}
