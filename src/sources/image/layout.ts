import { statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FledgeError, messageOf, systemCodeOf } from '../../support/errors.ts';
import type { Platform } from '../../support/platform.ts';
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
  indexSchema,
  layoutSchema,
  MAX_DOCUMENT_BYTES,
  parseDocument,
} from './image-json.ts';
import { INDEX_TYPES } from './media-types.ts';

export interface LayoutRequest {
  /** Absolute. */
  readonly directory: string;
  /** The image's name in the layout; undefined if it is the only one. */
  readonly member: string | undefined;
  readonly platform: Platform;
  /** What the image is to the user. */
  readonly label: string;
}

/** Where image-spec's image-layout.md has the names of images. */
const REF_NAME = 'org.opencontainers.image.ref.name';
/** How many names a message lists. */
const MAX_NAMES = 10;

/** Blobs as an OCI layout has them: `ALGORITHM/HEX` in the directory. The digest must have been checked. */
export function ociBlobs(directory: string): BlobStore {
  return { pathOf: (digest) => join(directory, ...digest.split(':')) };
}

/**
 * An image in an OCI layout (image-spec, image-layout.md), read in place.
 *
 * @throws FledgeError `input` if there is no layout, no such image in it or none for the platform, or it is damaged.
 */
export async function readOciLayout({ directory, member, platform, label }: LayoutRequest): Promise<Image> {
  const layout = await readDocument(join(directory, 'oci-layout'), `${label}: ${directory} is no OCI layout`);
  const { imageLayoutVersion } = parseDocument(layout, layoutSchema, `oci-layout in ${directory}`);
  if (!imageLayoutVersion.startsWith('1.')) {
    throw new FledgeError('input', `${directory} is an OCI layout of the unknown version ${imageLayoutVersion}`);
  }
  const bytes = await readDocument(join(directory, 'index.json'), `${label}: ${directory} is no OCI layout`);
  const index = parseDocument(bytes, indexSchema, `index.json in ${directory}`);
  const store = ociBlobs(join(directory, 'blobs'));
  const root = rootOf(index, member, { directory, label });
  const read = (descriptor: Descriptor): Promise<Buffer> =>
    readSmallBlob(blobOf(descriptor, `the manifest of ${label}`, store), MAX_DOCUMENT_BYTES);
  return readImage(await selectManifest(root, { platform, label }, read), { platform, label }, store);
}

/** The part of a layout's index that stands for the image: an index again, so that several platforms may be in it. */
function rootOf(
  index: Index,
  member: string | undefined,
  { directory, label }: { directory: string; label: string },
): ManifestDocument {
  const names = [...new Set(index.manifests.map(({ annotations }) => annotations?.[REF_NAME]))];
  const listed = names.map((name) => name ?? '(without a name)').slice(0, MAX_NAMES);
  if (index.manifests.length === 0) throw new FledgeError('input', `${label}: there is no image in ${directory}`);
  if (member === undefined && names.length > 1) {
    throw new FledgeError('input', `${label}: there are several images in ${directory}: ${listed.join(', ')}`, {
      fix: 'name one of them behind a colon: oci:PATH:NAME',
    });
  }
  const manifests =
    member === undefined
      ? index.manifests
      : index.manifests.filter(({ annotations }) => annotations?.[REF_NAME] === member);
  if (manifests.length === 0) {
    throw new FledgeError(
      'input',
      `${label}: there is no image ${JSON.stringify(member)} in ${directory}; it has ${listed.join(', ')}`,
    );
  }
  const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: INDEX_TYPES[0], manifests }));
  return documentOf(bytes);
}

/**
 * An image as skopeo writes it to a directory (containers-transports(5), `dir:`): the manifest as it was, with its
 * blobs beside it.
 *
 * @throws FledgeError as `readOciLayout` does.
 */
export async function readDirectoryImage({
  directory,
  platform,
  label,
}: Omit<LayoutRequest, 'member'>): Promise<Image> {
  const bytes = await readDocument(
    join(directory, 'manifest.json'),
    `${label}: ${directory} is no image of skopeo's dir:`,
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

/** A small file that has no digest, in the directory of an image. */
async function readDocument(path: string, problem: string): Promise<Buffer> {
  try {
    const handle = await open(path, 'r');
    try {
      const { size } = await handle.stat();
      if (size > MAX_DOCUMENT_BYTES)
        throw new FledgeError('input', `${path} has ${size} bytes; more than ${MAX_DOCUMENT_BYTES} are not read`);
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof FledgeError) throw error;
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
    const fix = 'an archive is named oci-archive:PATH, or docker-archive:PATH if docker save wrote it';
    return new FledgeError('input', `${problem}: it is a file`, { cause, fix });
  }
  const reason = code === 'ENOENT' || code === 'ENOTDIR' ? `there is no ${path}` : messageOf(cause);
  const fix = 'check the path; a relative one starts at the directory of fledge.toml';
  return new FledgeError('input', `${problem}: ${reason}`, { cause, fix });
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
