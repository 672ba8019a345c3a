import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { FledgeError, messageOf, systemCodeOf } from '../../support/errors.ts';
import { FileTooLarge, NotRegularFile, readRegularFile } from '../../support/files/regular-file.ts';
import { parseDigest, readSmallBlob } from './blob.ts';
import {
  type BlobStore,
  blobOf,
  documentOf,
  type Image,
  type ManifestDocument,
  readImage,
  selectManifest,
} from './image.ts';
import {
  type Descriptor,
  type Index,
  type IndexEntry,
  indexSchema,
  layoutSchema,
  MAX_DOCUMENT_BYTES,
  parseDocument,
} from './image-json.ts';
import { INDEX_TYPES } from './media-types.ts';
import { describePlatform, isAttestation, type WantedPlatform } from './platform.ts';

export interface LayoutRequest {
  /** Absolute. */
  readonly directory: string;
  /** The image's name in the layout, or `@` and its index in index.json; undefined if the layout has one image only. */
  readonly member: string | undefined;
  readonly platform: WantedPlatform;
  /** The image as the user wrote it, for messages. */
  readonly label: string;
  /** The required digest of the image in index.json; its name is then ignored. */
  readonly digest?: string | undefined;
}

/** The files of an OCI layout. */
export interface LayoutFiles {
  /** The directory or the archive, for messages. */
  readonly place: string;
  /** Reads a document that has no digest: `oci-layout` or `index.json`. */
  document(name: string): Promise<Buffer>;
  readonly store: BlobStore;
}

/** The annotation for names of images (image-spec, annotations.md). */
const REF_NAME = 'org.opencontainers.image.ref.name';
/**
 * The annotation of containerd, and of Docker with the containerd store, for the full name. `REF_NAME` then holds the
 * tag only.
 */
const CONTAINERD_NAME = 'io.containerd.image.name';
/** Maximum number of names in a message. */
const MAX_NAMES = 10;

/** The blobs of an OCI layout: `ALGORITHM/HEX` in the directory. The caller must have checked the digest. */
export function ociBlobs(directory: string): BlobStore {
  return { pathOf: (digest) => join(directory, ...digest.split(':')) };
}

/**
 * Reads an image from an OCI layout (image-spec, image-layout.md), in place.
 *
 * @throws FledgeError `input` if there is no layout, or it has no such image or none for the platform, or it is
 *   damaged.
 */
export function readOciLayout({ directory, ...request }: LayoutRequest): Promise<Image> {
  const problem = `${request.label}: ${directory} is not an OCI layout`;
  const files: LayoutFiles = {
    place: directory,
    document: (name) => readDocument(join(directory, name), problem),
    store: ociBlobs(join(directory, 'blobs')),
  };
  return readLayout(files, { ...request, transport: 'oci' });
}

/**
 * Reads an image from an OCI layout in a directory or an archive.
 *
 * @throws FledgeError as `readOciLayout` does.
 */
export async function readLayout(
  files: LayoutFiles,
  request: Omit<LayoutRequest, 'directory'> & { readonly transport: 'oci' | 'oci-archive' },
): Promise<Image> {
  const { platform, label } = request;
  const { place, store } = files;
  const layout = await files.document('oci-layout');
  const { imageLayoutVersion } = parseDocument(layout, layoutSchema, `oci-layout in ${place}`);
  if (!imageLayoutVersion.startsWith('1.')) {
    throw new FledgeError('input', `${place} is an OCI layout of the unsupported version ${imageLayoutVersion}`);
  }
  const index = parseDocument(await files.document('index.json'), indexSchema, `index.json in ${place}`);
  const root = rootOf(index, { ...request, place });
  const read = (descriptor: Descriptor): Promise<Buffer> =>
    readSmallBlob(blobOf(descriptor, `the manifest of ${label}`, store), MAX_DOCUMENT_BYTES);
  return readImage(await selectManifest(root, { platform, label }, read), { platform, label }, store);
}

interface Choice extends Pick<LayoutRequest, 'member' | 'digest' | 'label'> {
  readonly place: string;
  readonly transport: string;
}

/**
 * The entries of a layout's index that are the image, as an index of their own: there may be one for each of several
 * platforms.
 */
function rootOf(index: Index, choice: Choice): ManifestDocument {
  const { member, digest, label, place, transport } = choice;
  const { manifests: all } = index;
  if (all.length === 0) throw new FledgeError('input', `${label}: there is no image in ${place}`);
  const manifests = digest === undefined ? matching(all, member) : all.filter((entry) => entry.digest === digest);
  if (manifests.length === 0) {
    const wanted = digest ?? JSON.stringify(member);
    throw new FledgeError('input', `${label}: there is no image ${wanted} in ${place}; it has ${listNames(all, all)}`);
  }
  if (digest === undefined && !isOneImage(manifests)) {
    const what = member === undefined ? 'several images' : `several images ${JSON.stringify(member)}`;
    throw new FledgeError('input', `${label}: there are ${what} in ${place}: ${listNames(manifests, all)}`, {
      fix: `append the name of one of them: ${transport}:PATH:NAME`,
    });
  }
  const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: INDEX_TYPES[0], manifests }));
  return documentOf(bytes);
}

function matching(entries: readonly IndexEntry[], member: string | undefined): readonly IndexEntry[] {
  if (member === undefined) return entries;
  const place = /^@(\d+)$/.exec(member)?.[1];
  if (place !== undefined) return entries.slice(Number(place), Number(place) + 1);
  return entries.filter(
    ({ annotations }) => annotations?.[REF_NAME] === member || annotations?.[CONTAINERD_NAME] === member,
  );
}

/** True if all entries are one image: the same one, or one for each of several platforms. */
function isOneImage(entries: readonly IndexEntry[]): boolean {
  const byDigest = new Map(entries.map((entry) => [entry.digest, entry]));
  const names = new Set(entries.map(({ annotations }) => annotations?.[CONTAINERD_NAME] ?? annotations?.[REF_NAME]));
  if (byDigest.size === 1) return true;
  const images = [...byDigest.values()].filter((entry) => !isAttestation(entry));
  const platforms = new Set(images.map(({ platform }) => platform && describePlatform(platform)));
  return names.size === 1 && !platforms.has(undefined) && !platforms.has(null) && platforms.size === images.length;
}

/** The text that selects each entry: its name, or `@` and its index. */
function listNames(entries: readonly IndexEntry[], all: readonly IndexEntry[]): string {
  const refNames = all.map(({ annotations }) => annotations?.[REF_NAME]);
  const names = entries.map((entry) => {
    const name = entry.annotations?.[REF_NAME];
    const isUnique = refNames.indexOf(name) === refNames.lastIndexOf(name);
    return (isUnique ? name : entry.annotations?.[CONTAINERD_NAME]) ?? `@${all.indexOf(entry)}`;
  });
  const distinct = [...new Set(names)];
  return `${distinct.slice(0, MAX_NAMES).join(', ')}${distinct.length > MAX_NAMES ? ', …' : ''}`;
}

/**
 * Reads an image from a directory in the format of skopeo (containers-transports(5), `dir:`): the unchanged manifest,
 * with the blobs in the same directory.
 *
 * @throws FledgeError as `readOciLayout` does.
 */
export async function readDirectoryImage({
  directory,
  platform,
  label,
}: Omit<LayoutRequest, 'member' | 'digest'>): Promise<Image> {
  const bytes = await readDocument(
    join(directory, 'manifest.json'),
    `${label}: ${directory} is not an image in skopeo's dir: format`,
  );
  const store: BlobStore = { pathOf: (digest) => join(directory, hexOf(digest)) };
  const manifests: BlobStore = { pathOf: (digest) => join(directory, `${hexOf(digest)}.manifest.json`) };
  const read = (descriptor: Descriptor): Promise<Buffer> =>
    readSmallBlob(blobOf(descriptor, `the manifest of ${label}`, manifests), MAX_DOCUMENT_BYTES);
  return readImage(await selectManifest(documentOf(bytes), { platform, label }, read), { platform, label }, store);
}

function hexOf(digest: string): string {
  const { algorithm, hex } = parseDigest(digest) ?? { algorithm: 'sha256', hex: '' };
  return algorithm === 'sha256' ? hex : `${algorithm}-${hex}`;
}

/** Reads a small file without a digest from the directory of an image. */
async function readDocument(path: string, problem: string): Promise<Buffer> {
  try {
    return await readRegularFile(path, MAX_DOCUMENT_BYTES);
  } catch (error) {
    if (error instanceof FileTooLarge) throw new FledgeError('input', error.message);
    if (error instanceof NotRegularFile) {
      const fix = 'write the image again with an image tool, such as skopeo copy';
      throw new FledgeError('input', `${problem}: ${error.message}`, { fix });
    }
    throw unreadable(path, problem, error);
  }
}

function unreadable(path: string, problem: string, cause: unknown): FledgeError {
  const code = systemCodeOf(cause);
  if (code === 'EACCES') {
    const fix = 'make it readable for the user who builds';
    return new FledgeError('input', `cannot read ${path}: permission denied`, { cause, fix });
  }
  if (code === 'ENOTDIR' && isFile(dirname(path))) {
    const fix = 'use oci-archive:PATH, or docker-archive:PATH for the output of docker save';
    return new FledgeError('input', `${problem}: it is a file`, { cause, fix });
  }
  const reason = code === 'ENOENT' || code === 'ENOTDIR' ? `there is no ${path}` : messageOf(cause);
  const fix = 'check the path; a relative path starts at the directory of fledge.toml';
  return new FledgeError('input', `${problem}: ${reason}`, { cause, fix });
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
