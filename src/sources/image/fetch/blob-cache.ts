import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FledgeError, messageOf, systemCodeOf } from '../../../support/errors.ts';
import { makeDirectories } from '../../../support/files/make-directories.ts';
import { removeAny } from '../../../support/files/remove-tree.ts';
import { removeStaleScratch, type Scratch, scratchDirectory } from '../../../support/files/scratch.ts';
import { placeFile } from '../../../support/files/write-file.ts';
import type { Reporter } from '../../../support/report/reporter.ts';
import { type CachedKind, recordOrigins } from '../../cache/origins.ts';
import { requireOwnCache } from '../../cache/own-directory.ts';
import { type CacheUse, openForUse } from '../../cache/use.ts';
import { type Blob, readBlob, readSmallBlob, requireDigest } from '../blob.ts';
import { type BlobStore, blobOf } from '../image.ts';
import { type Descriptor, MAX_DOCUMENT_BYTES } from '../image-json.ts';
import { ociBlobs } from '../layout.ts';

/** The kind of a document, and its name in messages. */
export interface DocumentNames {
  readonly kind: CachedKind;
  readonly label: string;
}

/** The blobs of images by digest, in the structure of an OCI layout, so that skopeo can share them between layouts. */
export interface BlobCache {
  readonly store: BlobStore;
  /** Holds `sha256/HEX`. */
  readonly directory: string;
  /** True if the blob exists and is intact; a damaged one is removed. Reads the whole blob. */
  has(descriptor: Descriptor, label: string): Promise<boolean>;
  /** An intact manifest or index, or undefined if it is not in the cache. */
  findDocument(digest: string, label: string): Promise<Buffer | undefined>;
  /**
   * Adds a document.
   *
   * @throws FledgeError `download` if the bytes do not have the digest.
   */
  put(digest: string, bytes: Buffer, document: DocumentNames): Promise<void>;
  /** Records that skopeo has added blobs of these digests, with their size in bytes. */
  added(digests: readonly string[], kind: CachedKind, size: number): void;
  /** An empty directory on the same disk as the blobs, for the duration of a fetch. */
  scratch(): Scratch;
}

export interface BlobCacheOptions {
  readonly reporter: Reporter;
  /** The name of the image, which is recorded as the origin of its blobs. */
  readonly image: string;
  /** That of the build. */
  readonly use?: CacheUse | undefined;
}

/**
 * Opens the cache of blobs in fledge's cache directory. Missing directories are created.
 *
 * @throws FledgeError `output` if a directory cannot be created or is not owned by this user.
 */
export function openBlobCache(cacheDirectory: string, { reporter, image, use }: BlobCacheOptions): BlobCache {
  const directory = join(cacheDirectory, 'blobs');
  const waiting = join(cacheDirectory, 'tmp');
  requireOwnCache(cacheDirectory);
  try {
    for (const path of [directory, waiting]) makeDirectories(path, { mode: 0o700 });
  } catch (error) {
    throw cacheError(cacheDirectory, error);
  }
  for (const path of [directory, waiting]) requireOwnCache(path);
  removeStaleScratch(waiting);
  use?.begin();
  const added = (digests: readonly string[], kind: CachedKind, size: number): void => {
    recordOrigins(
      cacheDirectory,
      digests.map((digest) => ({ digest, kind, origin: image })),
    );
    use?.added(size);
  };
  const store = ociBlobs(directory);
  const isIntact = async (blob: Blob, maxBytes = Number.POSITIVE_INFINITY): Promise<boolean> => {
    try {
      const handle = await openForUse(blob.path);
      await handle?.close();
      if (handle === undefined) return false;
      if (blob.size > maxBytes) {
        throw new FledgeError('input', `${blob.label} has ${blob.size} bytes; the limit is ${maxBytes}`);
      }
      for await (const _ of readBlob(blob));
      return true;
    } catch (error) {
      const code = systemCodeOf(error);
      if (code === 'ENOENT' || code === 'ENOTDIR') return false;
      reporter.warn(`${messageOf(error)}; it is removed from the cache and fetched again`, { code: 'cache' });
      removeAny(blob.path);
      return false;
    }
  };
  return {
    store,
    directory,
    has: (descriptor, label) => isIntact(blobOf(descriptor, label, store)),
    async findDocument(digest, label) {
      requireDigest(digest, label);
      const path = store.pathOf(digest);
      const size = (await stat(path).catch(() => undefined))?.size;
      if (size === undefined) return undefined;
      const blob = { digest, size, label, path };
      return (await isIntact(blob, MAX_DOCUMENT_BYTES)) ? await readSmallBlob(blob, MAX_DOCUMENT_BYTES) : undefined;
    },
    async put(digest, bytes, { kind, label }) {
      requireBytes(digest, bytes, label);
      const path = store.pathOf(digest);
      const isNew = !existsSync(path);
      try {
        makeDirectories(dirname(path), { mode: 0o700 });
        // Each use verifies the digest, so a file that a crash has damaged is fetched again.
        placeFile(path, bytes, { scratchDirectory: waiting, mode: 0o600, isDurable: false });
      } catch (error) {
        throw cacheError(cacheDirectory, error);
      }
      if (isNew) added([digest], kind, bytes.length);
    },
    added,
    scratch: () => scratchDirectory(waiting, 'image'),
  };
}

/** @throws FledgeError `download` if the bytes do not have the digest. */
export function requireBytes(digest: string, bytes: Buffer, label: string): void {
  const { algorithm } = requireDigest(digest, label);
  const actual = `${algorithm}:${createHash(algorithm).update(bytes).digest('hex')}`;
  if (actual === digest) return;
  throw new FledgeError('download', `digest mismatch: ${label} has the digest ${actual}, expected ${digest}`, {
    fix: 'find out which proxy or mirror changes the content before you continue',
  });
}

function cacheError(directory: string, error: unknown): FledgeError {
  return new FledgeError('output', `cannot write to the image cache ${directory}: ${messageOf(error)}`, {
    cause: error,
    fix: 'set FLEDGE_CACHE_DIR to a writable directory on a disk with free space',
  });
}
