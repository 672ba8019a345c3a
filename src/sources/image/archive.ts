import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { parseImageReference } from '../../config/image-reference.ts';
import { Budget } from '../../support/budget.ts';
import { FledgeError, messageOf, systemCodeOf, writeFailureOf } from '../../support/errors.ts';
import { NotRegularFile, openRegularFile } from '../../support/files/regular-file.ts';
import { type ArchiveIndex, type IndexOptions, indexArchive, normalise } from './archive-index.ts';
import type { Slice } from './blob.ts';
import { type BlobStore, documentOf, type Image, readImage } from './image.ts';
import { configSchema, goStruct, MAX_DOCUMENT_BYTES, type Manifest, parseDocument } from './image-json.ts';
import { type Compression, DecompressionError, detectCompression } from './layer/compression.ts';
import { decompress } from './layer/decompress.ts';
import { BLOCK_BYTES } from './layer/tar-format.ts';
import { readLayout } from './layout.ts';
import type { WantedPlatform } from './platform.ts';

export interface ArchiveRequest {
  /** Absolute. */
  readonly file: string;
  /** The image's name in the archive, or `@` and its index; undefined if the archive has one image only. */
  readonly member: string | undefined;
  /** The required digest of the image in an OCI layout; its name is then ignored. */
  readonly digest?: string | undefined;
  readonly platform: WantedPlatform;
  /** The image as the user wrote it, for messages. */
  readonly label: string;
  /** Compressed files are decompressed into it. It must exist for as long as the image is used. */
  readonly scratchDirectory: string;
  /** Limit in bytes of a decompressed archive, or of its decompressed layers. */
  readonly maxUnpackedBytes: number;
  readonly signal?: AbortSignal | undefined;
}

/** Maximum number of names in a message. */
const MAX_NAMES = 10;
const READ_BYTES = 1024 * 1024;
const OTHER_KIND = 'use oci-archive:PATH for an OCI archive, and docker-archive:PATH for the output of docker save';

/** manifest.json of `docker save` (moby, image/spec/spec.md, "Combined Image JSON + Filesystem Changeset Format"). */
const savedImagesSchema = z.array(
  goStruct({
    Config: z.string(),
    RepoTags: z.array(z.string()).nullish(),
    Layers: z.array(z.string()).nullish(),
  }),
);
type SavedImage = z.infer<typeof savedImagesSchema>[number];

/**
 * Reads an image from an OCI layout in a tar archive, in place where it is not compressed.
 *
 * @throws FledgeError `input` as `readLayout` does, or for a file that is not such an archive; `output` if the archive
 *   cannot be decompressed.
 */
export function readOciArchive(request: ArchiveRequest): Promise<Image> {
  return withArchive(request, (archive) => ociImageIn(archive, request));
}

/**
 * Reads an image from an archive in the format of `docker save`. Its manifest is the one that skopeo generates for it:
 * in Docker's format, with uncompressed layers.
 *
 * @throws FledgeError as `readOciArchive` does.
 */
export function readDockerArchive(request: ArchiveRequest): Promise<Image> {
  return withArchive(request, (archive) => dockerImageIn(archive, request));
}

/** What an archive of unknown kind is. The archive of a root file system is at `path`, without compression. */
export type ArchiveContents =
  | { readonly kind: 'oci-archive' | 'docker-archive'; readonly image: Image }
  | { readonly kind: 'tar'; readonly path: string };

/**
 * Reads an image from an archive of either kind, or recognises the archive of a root file system, as `docker export`
 * writes it. One with an OCI layout and the documents of `docker save`, which Docker writes since version 25, is read as
 * an OCI layout.
 *
 * @throws FledgeError as `readOciArchive` and `readDockerArchive` do.
 */
export function readAnyArchive(request: ArchiveRequest): Promise<ArchiveContents> {
  const work = async (archive: OpenArchive): Promise<ArchiveContents> => {
    if (archive.index.find('oci-layout') !== undefined) {
      return { kind: 'oci-archive', image: await ociImageIn(archive, request) };
    }
    if (!(await hasSavedImages(archive))) return { kind: 'tar', path: archive.path };
    return { kind: 'docker-archive', image: await dockerImageIn(archive, request) };
  };
  return withArchive(request, work, { isAnyArchive: true });
}

/** True if manifest.json is that of `docker save`, or is damaged. In a root file system it can be any other document. */
async function hasSavedImages(archive: OpenArchive): Promise<boolean> {
  const place = archive.index.find('manifest.json');
  if (place === undefined || place.length > MAX_DOCUMENT_BYTES) return false;
  try {
    return Array.isArray(JSON.parse((await archive.read(place, 'manifest.json')).toString('utf8')));
  } catch {
    return true;
  }
}

function ociImageIn(archive: OpenArchive, { member, digest, platform, label, file }: ArchiveRequest): Promise<Image> {
  const files = {
    place: file,
    async document(name: string): Promise<Buffer> {
      const slice = archive.index.find(name);
      if (slice === undefined) throw otherKind(label, `there is no ${name} in it`);
      return archive.read(slice, name);
    },
    store: archiveBlobs(archive, (digest) => archive.index.find(`blobs/${digest.replace(':', '/')}`)),
  };
  return readLayout(files, { member, digest, platform, label, transport: 'oci-archive' });
}

async function dockerImageIn(archive: OpenArchive, request: ArchiveRequest): Promise<Image> {
  const { platform, label, member } = request;
  const place = archive.index.find('manifest.json');
  if (place === undefined) throw otherKind(label, 'there is no manifest.json in it');
  const bytes = await archive.read(place, 'manifest.json');
  const images = parseDocument(bytes, savedImagesSchema, `manifest.json in ${request.file}`);
  const image = chooseImage(images, member, request);

  const configPlace = archive.find(image.Config, `the config of ${label}`);
  const config = await archive.read(configPlace, `the config of ${label}`);
  const { digest: configDigest } = documentOf(config);
  requireNamedDigest(image.Config, configDigest, label);
  const diffIds = parseDocument(config, configSchema, `the config of ${label}`).rootfs.diff_ids ?? [];
  const layers = image.Layers ?? [];
  if (layers.length !== diffIds.length) {
    throw new FledgeError('input', `${label} has ${layers.length} layers, but its config lists ${diffIds.length}`);
  }

  const places = new Map<string, BlobPlace>([[configDigest, { path: archive.path, slice: configPlace }]]);
  const described = [];
  for (const [index, name] of layers.entries()) {
    const what = `layer ${index + 1} of ${layers.length} of ${label}`;
    const digest = diffIds[index] ?? '';
    const layer = places.get(digest) ?? (await archive.plain(archive.find(name, what), what, index));
    places.set(digest, layer);
    const mediaType = 'application/vnd.docker.image.rootfs.diff.tar.gzip';
    described.push({ mediaType, size: layer.slice.length, digest });
  }
  const configType = 'application/vnd.docker.container.image.v1+json';
  // The keys are in the order of skopeo, because the digest of this manifest is recorded as the digest of the image.
  const manifest: Manifest = {
    schemaVersion: 2,
    mediaType: 'application/vnd.docker.distribution.manifest.v2+json',
    config: { mediaType: configType, size: config.length, digest: configDigest },
    layers: described,
  };
  const { digest } = documentOf(Buffer.from(JSON.stringify(manifest)));
  const store: BlobStore = {
    pathOf: (wanted) => places.get(wanted)?.path ?? archive.path,
    sliceOf: (wanted) => places.get(wanted)?.slice,
  };
  return readImage({ digest, manifest }, { platform, label }, store);
}

/** The place of a blob: a part of the archive, or a whole decompressed file. */
interface BlobPlace {
  readonly path: string;
  readonly slice: Slice;
}

interface OpenArchive {
  /** Path of the decompressed archive. */
  readonly path: string;
  readonly index: ArchiveIndex;
  /** @throws FledgeError `input`, calling the file `what`, if it does not exist. */
  find(name: string, what: string): Slice;
  /** Reads a small document. */
  read(slice: Slice, what: string): Promise<Buffer>;
  /** The place of a layer, decompressed first if necessary; `number` is its index. */
  plain(slice: Slice, what: string, number: number): Promise<BlobPlace>;
}

async function withArchive<T>(
  request: ArchiveRequest,
  work: (archive: OpenArchive) => Promise<T>,
  options: IndexOptions = {},
): Promise<T> {
  const { label, scratchDirectory, maxUnpackedBytes, signal } = request;
  const budget = new Budget({ unpacked: maxUnpackedBytes });
  const given = await openArchive(request);
  let opened: { readonly path: string; readonly handle: FileHandle } = { path: request.file, handle: given };
  const doing = `cannot read the image ${label}`;
  const unpack = async (slice: Slice, to: string, what: string): Promise<BlobPlace> => {
    const compression = await compressionOf(opened.handle, slice, what);
    if (compression === 'none') return { path: opened.path, slice };
    const path = join(scratchDirectory, to);
    const chunks = readSlice(opened.handle, slice, signal);
    const length = await decompressTo(path, { chunks, compression, budget, what });
    return { path, slice: { offset: 0, length } };
  };
  try {
    const whole = { offset: 0, length: (await given.stat()).size };
    const { path } = await unpack(whole, 'archive.tar', doing);
    if (path !== request.file) opened = { path, handle: await open(path, 'r') };
    const { handle } = opened;
    const index = await indexArchive(handle, doing, { ...options, signal });
    return await work({
      path,
      index,
      find(name, what) {
        const slice = index.find(normalise(Buffer.from(name, 'utf8').toString('latin1')) ?? '');
        if (slice !== undefined) return slice;
        const message = `${what} is missing: there is no ${JSON.stringify(name.slice(0, 300))} in ${request.file}`;
        throw new FledgeError('input', message, { fix: 'create the archive again with docker save or skopeo copy' });
      },
      async read({ offset, length }, what) {
        if (length > MAX_DOCUMENT_BYTES) {
          throw new FledgeError(
            'input',
            `${what} in ${request.file} has ${length} bytes; the limit is ${MAX_DOCUMENT_BYTES}`,
          );
        }
        const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, offset);
        return buffer.subarray(0, bytesRead);
      },
      plain: (slice, what, number) => unpack(slice, `layer-${number}.tar`, what),
    });
  } finally {
    await opened.handle.close();
    if (opened.handle !== given) await given.close();
  }
}

async function openArchive({ file, label }: ArchiveRequest): Promise<FileHandle> {
  const doing = `cannot read the image ${label}`;
  try {
    return await openRegularFile(file);
  } catch (error) {
    if (error instanceof NotRegularFile) {
      const fix = 'use oci:PATH or dir:PATH for a directory; an archive is a file';
      throw new FledgeError('input', `${doing}: ${file} is ${error.kind}, not a regular file`, { fix });
    }
    const code = systemCodeOf(error);
    if (code === 'EACCES') {
      const fix = 'make it readable for the user who builds';
      throw new FledgeError('input', `${doing}: cannot read ${file}: permission denied`, { cause: error, fix });
    }
    const reason = code === 'ENOENT' || code === 'ENOTDIR' ? 'there is no such file' : 'it cannot be opened';
    const fix = 'check the path; a relative path starts at the directory of fledge.toml';
    throw new FledgeError('input', `${doing}: ${reason}: ${code === 'ENOENT' ? file : messageOf(error)}`, {
      cause: error,
      fix,
    });
  }
}

function archiveBlobs({ path }: OpenArchive, find: (digest: string) => Slice | undefined): BlobStore {
  return {
    // A blob that is not in the archive is reported as missing at this path.
    pathOf: (digest) => (find(digest) === undefined ? join(path, 'blobs', ...digest.split(':')) : path),
    sliceOf: find,
  };
}

function chooseImage(
  images: readonly SavedImage[],
  member: string | undefined,
  { file, label }: ArchiveRequest,
): SavedImage {
  const named = images.map(({ RepoTags }, index) => ({ names: RepoTags ?? [], place: `@${index}` }));
  const listed = named.map(({ names, place }) => (names.length === 0 ? place : names.join(', ')));
  const list = `${listed.slice(0, MAX_NAMES).join(', ')}${listed.length > MAX_NAMES ? ', …' : ''}`;
  const [first] = images;
  if (first === undefined) throw new FledgeError('input', `${label}: there is no image in ${file}`);
  if (member === undefined) {
    const isOne = images.every(
      ({ Config, Layers }) => Config === first.Config && JSON.stringify(Layers) === JSON.stringify(first.Layers),
    );
    if (isOne) return first;
    throw new FledgeError('input', `${label}: there are several images in ${file}: ${list}`, {
      fix: 'append the name of one of them: docker-archive:PATH:NAME, or docker-archive:PATH:@0 for the first',
    });
  }
  const wanted = fullName(member);
  const found = member.startsWith('@')
    ? images[Number(member.slice(1))]
    : images.find(({ RepoTags }) => (RepoTags ?? []).some((tag) => fullName(tag) === wanted));
  if (found !== undefined) return found;
  throw new FledgeError('input', `${label}: there is no image ${JSON.stringify(member)} in ${file}; it has ${list}`, {
    fix: 'append the name of one of them: docker-archive:PATH:NAME',
  });
}

/** The name with its domain and tag; text that is not a valid name is returned unchanged. */
function fullName(text: string): string {
  const parsed = parseImageReference(text);
  const named = parsed.ok ? parsed.image.named : undefined;
  return named === undefined ? text : `${named.domain}/${named.repository}:${named.tag ?? 'latest'}`;
}

/** Checks the digest of a config whose file name is a digest, as most tools write it. */
function requireNamedDigest(name: string, actual: string, label: string): void {
  const [, hex] = /^(?:blobs\/sha256\/|sha256:)?([0-9a-f]{64})(?:\.json)?$/.exec(name) ?? [];
  if (hex === undefined || actual === `sha256:${hex}`) return;
  throw new FledgeError(
    'input',
    `the config of ${label} is damaged: its digest is ${actual}, but its name has sha256:${hex}`,
    {
      fix: 'create the archive again with docker save or skopeo copy',
    },
  );
}

function otherKind(label: string, problem: string): FledgeError {
  return new FledgeError('input', `cannot read the image ${label}: not an archive of this type: ${problem}`, {
    fix: OTHER_KIND,
  });
}

async function compressionOf(handle: FileHandle, { offset, length }: Slice, what: string): Promise<Compression> {
  const head = Buffer.alloc(Math.min(BLOCK_BYTES, length));
  const { bytesRead } = await handle.read(head, 0, head.length, offset);
  try {
    return detectCompression(head.subarray(0, bytesRead));
  } catch (error) {
    throw explain(error, what);
  }
}

async function* readSlice(
  handle: FileHandle,
  { offset, length }: Slice,
  signal: AbortSignal | undefined,
): AsyncGenerator<Buffer> {
  for (let done = 0; done < length; ) {
    signal?.throwIfAborted();
    const chunk = Buffer.allocUnsafe(Math.min(READ_BYTES, length - done));
    const { bytesRead } = await handle.read(chunk, 0, chunk.length, offset + done);
    if (bytesRead === 0) return;
    done += bytesRead;
    yield chunk.subarray(0, bytesRead);
  }
}

/** Decompresses to a file, and returns the length of the output in bytes. */
async function decompressTo(
  path: string,
  {
    chunks,
    compression,
    budget,
    what,
  }: {
    readonly chunks: AsyncIterable<Buffer>;
    readonly compression: Compression;
    readonly budget: Budget;
    readonly what: string;
  },
): Promise<number> {
  let length = 0;
  const writing = async <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      throw new FledgeError('output', `${what}: cannot decompress it to ${path}: ${writeFailureOf(error)}`, {
        cause: error,
        fix: 'free some space, or set TMPDIR to a directory on another disk',
      });
    });
  const handle = await writing(open(path, 'wx', 0o600));
  try {
    for await (const chunk of decompress(chunks, compression)) {
      budget.spend('unpacked', chunk.length);
      for (let done = 0; done < chunk.length; ) {
        done += (await writing(handle.write(chunk, done, chunk.length - done, length + done))).bytesWritten;
      }
      length += chunk.length;
    }
  } catch (error) {
    throw explain(error, what);
  } finally {
    await handle.close();
  }
  return length;
}

function explain(error: unknown, what: string): unknown {
  if (!(error instanceof DecompressionError)) return error;
  const message = `${what}: not a valid archive of this type, or corrupted: ${error.message.replace(', but layers must be plain tar, or tar in gzip or zstd', '')}`;
  return new FledgeError('input', message, {
    cause: error,
    fix: 'create the archive again with docker save or skopeo copy',
  });
}
