import { createHash } from 'node:crypto';
import { FledgeError } from '../../support/errors.ts';
import type { Platform } from '../../support/platform.ts';
import { type Blob, readSmallBlob, requireDigest, type Slice } from './blob.ts';
import {
  type Config,
  configSchema,
  type Descriptor,
  type IndexEntry,
  indexSchema,
  MAX_DOCUMENT_BYTES,
  type Manifest,
  manifestSchema,
  parseDocument,
  parseJson,
} from './image-json.ts';
import type { LayerBlob } from './layer/layer.ts';
import { CONFIG_TYPES, INDEX_TYPES, isUntold, MANIFEST_TYPES, SCHEMA1_TYPE } from './media-types.ts';
import { newerVariantOf, requirePlatform, selectPlatform } from './platform.ts';

/** An image for one platform whose blobs are on this machine. Its layers are not verified before they are unpacked. */
export interface Image {
  /** Of the manifest, such as `sha256:…`. */
  readonly digest: string;
  readonly platform: Platform;
  /** Of the platform, if some of its machines are too old for the image. */
  readonly newerVariant: string | undefined;
  /** The digest of the config: the image's id to Docker and podman. */
  readonly configDigest: string;
  readonly entrypoint: readonly string[];
  readonly cmd: readonly string[];
  /** `NAME=value` each. */
  readonly env: readonly string[];
  readonly workdir: string | undefined;
  /** `80/tcp` each, in the order of the config. */
  readonly exposedPorts: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  /** The config as it is, byte for byte. */
  readonly rawConfig: Buffer;
  /** From the bottom up. */
  readonly layers: readonly LayerBlob[];
}

/** A directory of blobs, or an archive with them. */
export interface BlobStore {
  /** Where the blob with this digest is, if it is there. */
  pathOf(digest: string): string;
  /** The part of that file that the blob is; default: all of it. */
  sliceOf?(digest: string): Slice | undefined;
}

/** The bytes of an index or manifest, with their digest. */
export interface ManifestDocument {
  readonly bytes: Buffer;
  readonly digest: string;
  /** What a descriptor or registry said that it is. */
  readonly mediaType?: string | null | undefined;
}

export interface SelectedManifest {
  readonly digest: string;
  readonly manifest: Manifest;
}

/** An index in an index in an index is as far as anybody has gone. */
const MAX_INDEX_DEPTH = 4;
/** overlayfs takes 128, and Docker 127. */
const MAX_LAYERS = 1000;

/** A document that nobody has said the digest of: its own. */
export function documentOf(bytes: Buffer): ManifestDocument {
  return { bytes, digest: `sha256:${createHash('sha256').update(bytes).digest('hex')}` };
}

/**
 * The manifest for the platform, from a manifest or through as many indexes as it takes. `read` gets the document that
 * a descriptor means, verified.
 *
 * @throws FledgeError `input` if there is none (with the platforms there are), or what is found is no image.
 */
export async function selectManifest(
  root: ManifestDocument,
  request: { readonly platform: Platform; readonly label: string },
  read: (descriptor: Descriptor) => Promise<Buffer>,
): Promise<SelectedManifest> {
  const { platform, label } = request;
  let document = root;
  for (let depth = 0; depth <= MAX_INDEX_DEPTH; depth += 1) {
    const parsed = parseManifestOrIndex(document, label);
    if ('layers' in parsed) return { digest: document.digest, manifest: parsed };
    const entry = selectPlatform(parsed.manifests, platform, label);
    document = { bytes: await read(entry), digest: entry.digest, mediaType: entry.mediaType };
  }
  throw new FledgeError('input', `${label} is an index of indexes, more than ${MAX_INDEX_DEPTH} deep`);
}

/** @throws FledgeError `input` if the document is neither a manifest nor an index that can be used. */
export function parseManifestOrIndex(
  { bytes, mediaType }: ManifestDocument,
  label: string,
): Manifest | { readonly manifests: readonly IndexEntry[] } {
  const raw = parseJson(bytes, `the manifest of ${label}`);
  const fields = typeof raw === 'object' && raw !== null ? raw : {};
  const own = 'mediaType' in fields && typeof fields.mediaType === 'string' ? fields.mediaType : undefined;
  // OCI documents need not say what they are, nor who names them; then the keys do.
  const byKeys = ('manifests' in fields ? INDEX_TYPES[0] : MANIFEST_TYPES[0]) ?? '';
  const type = [own, mediaType].find((said) => !isUntold(said)) ?? byKeys;
  if (SCHEMA1_TYPE.test(type) || ('schemaVersion' in fields && fields.schemaVersion === 1)) {
    throw new FledgeError('input', `${label} has a manifest in Docker's first format, which cannot be verified`, {
      fix: 'push the image again with a tool of this decade',
    });
  }
  // Others may read it as the other (CVE-2021-41190), so that one digest would stand for two images.
  if ('manifests' in fields && ('layers' in fields || 'config' in fields)) {
    throw new FledgeError(
      'input',
      `the manifest of ${label} is an index as well, and one of the two must be a forgery`,
      {
        fix: 'do not trust the image',
      },
    );
  }
  if (INDEX_TYPES.includes(type)) return parseDocument(bytes, indexSchema, `the index of ${label}`);
  if (MANIFEST_TYPES.includes(type)) return parseDocument(bytes, manifestSchema, `the manifest of ${label}`);
  throw new FledgeError('input', `${label} is no container image: its media type is ${JSON.stringify(type)}`);
}

/**
 * The image of a manifest whose config and layers are in `store`.
 *
 * @throws FledgeError `input` if the config is missing, damaged, or of something else than an image for the platform.
 */
export async function readImage(
  { digest, manifest }: SelectedManifest,
  request: { readonly platform: Platform; readonly label: string },
  store: BlobStore,
): Promise<Image> {
  const { platform, label } = request;
  const rawConfig = await readSmallBlob(blobOf(manifest.config, `the config of ${label}`, store), MAX_DOCUMENT_BYTES);
  const config = parseConfig(manifest, rawConfig, label);
  requirePlatform(config, platform, label);
  const { config: run } = config;
  return {
    digest,
    platform,
    newerVariant: newerVariantOf(config, platform),
    configDigest: manifest.config.digest,
    entrypoint: run?.Entrypoint ?? [],
    cmd: run?.Cmd ?? [],
    env: run?.Env ?? [],
    workdir: run?.WorkingDir || undefined,
    exposedPorts: Object.keys(run?.ExposedPorts ?? {}),
    labels: run?.Labels ?? {},
    rawConfig,
    layers: layersOf(manifest, config, { label, store }),
  };
}

function parseConfig(manifest: Manifest, bytes: Buffer, label: string): Config {
  const { mediaType } = manifest.config;
  if (!isUntold(mediaType) && !CONFIG_TYPES.includes(mediaType ?? '')) {
    throw new FledgeError(
      'input',
      `${label} is no container image: its config is of the type ${JSON.stringify(mediaType)}`,
    );
  }
  return parseDocument(bytes, configSchema, `the config of ${label}`);
}

function layersOf(manifest: Manifest, config: Config, from: { label: string; store: BlobStore }): LayerBlob[] {
  const diffIds = config.rootfs.diff_ids ?? [];
  const count = manifest.layers.length;
  if (count !== diffIds.length) {
    throw new FledgeError('input', `${from.label} has ${count} layers, and its config has ${diffIds.length}`);
  }
  if (count > MAX_LAYERS)
    throw new FledgeError('input', `${from.label} has ${count} layers; ${MAX_LAYERS} is the limit`);
  return manifest.layers.map((layer, index) => ({
    ...blobOf(layer, `layer ${index + 1} of ${count} of ${from.label}`, from.store),
    mediaType: layer.mediaType ?? '',
    diffId: diffIds[index] ?? '',
    urls: layer.urls ?? [],
  }));
}

/** A blob in a store. Its digest is checked before it becomes part of a path. */
export function blobOf({ digest, size }: Descriptor, label: string, store: BlobStore): Blob {
  requireDigest(digest, label);
  const slice = store.sliceOf?.(digest);
  return { digest, size, label, path: store.pathOf(digest), ...(slice !== undefined && { slice }) };
}
