import { createHash } from 'node:crypto';
import { FledgeError } from '../../support/errors.ts';
import { type Blob, readSmallBlob, requireDigest, type Slice } from './blob.ts';
import {
  type Config,
  configSchema,
  type Descriptor,
  foldFields,
  type IndexEntry,
  indexSchema,
  MAX_DOCUMENT_BYTES,
  type Manifest,
  manifestSchema,
  parseDocument,
  parseJson,
} from './image-json.ts';
import type { LayerBlob } from './layer/layer.ts';
import { CONFIG_TYPES, INDEX_TYPES, isUnspecified, MANIFEST_TYPES, SCHEMA1_TYPE } from './media-types.ts';
import { describePlatform, newerVariantOf, requirePlatform, selectPlatform, type WantedPlatform } from './platform.ts';

/** An image for one platform whose blobs are on this machine. Its layers are not verified before they are unpacked. */
export interface Image {
  /** Of the manifest, such as `sha256:…`. */
  readonly digest: string;
  /** As requested. */
  readonly platform: WantedPlatform;
  /** As in its config, such as `linux/arm64/v8`; `?` replaces a missing field. */
  readonly configPlatform: string;
  /** The variant of the platform that the image needs, if some machines of the platform are too old for it. */
  readonly newerVariant: string | undefined;
  /** The digest of the config, which is the image's id in Docker and podman. */
  readonly configDigest: string;
  readonly entrypoint: readonly string[];
  readonly cmd: readonly string[];
  /** `NAME=value` each. */
  readonly env: readonly string[];
  readonly workdir: string | undefined;
  /** The user of the image's processes, such as `www-data` or `101:101`. */
  readonly user: string | undefined;
  /** `80/tcp` each, in the order of the config. */
  readonly exposedPorts: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  /** The exact bytes of the config. */
  readonly rawConfig: Buffer;
  /** From the bottom up. */
  readonly layers: readonly LayerBlob[];
}

/** A directory of blobs, or an archive with them. */
export interface BlobStore {
  /** The path of the blob with this digest, if it exists. */
  pathOf(digest: string): string;
  /** The part of that file that holds the blob; default: the whole file. */
  sliceOf?(digest: string): Slice | undefined;
}

/** The bytes of an index or manifest, with their digest. */
export interface ManifestDocument {
  readonly bytes: Buffer;
  readonly digest: string;
  /** Its media type in a descriptor or in the answer of a registry. */
  readonly mediaType?: string | null | undefined;
}

export interface SelectedManifest {
  readonly digest: string;
  readonly manifest: Manifest;
}

/** More than known tools generate. */
const MAX_INDEX_DEPTH = 4;
/** overlayfs supports 128 layers, and Docker 127. */
const MAX_LAYERS = 1000;

/** A document with its computed digest. */
export function documentOf(bytes: Buffer): ManifestDocument {
  return { bytes, digest: `sha256:${createHash('sha256').update(bytes).digest('hex')}` };
}

/**
 * Selects the manifest for the platform, from a manifest or through nested indexes. `read` returns the verified
 * document of a descriptor.
 *
 * @throws FledgeError `input` if there is none (the message lists the platforms), or the document is not an image.
 */
export async function selectManifest(
  root: ManifestDocument,
  request: { readonly platform: WantedPlatform; readonly label: string },
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
  throw new FledgeError('input', `${label} has indexes that are nested more than ${MAX_INDEX_DEPTH} deep`);
}

/** @throws FledgeError `input` if the document is not a supported manifest or index. */
export function parseManifestOrIndex(
  { bytes, mediaType }: ManifestDocument,
  label: string,
): Manifest | { readonly manifests: readonly IndexEntry[] } {
  const raw = parseJson(bytes, `the manifest of ${label}`);
  const { value } = foldFields(raw, ['schemaVersion', 'mediaType', 'config', 'layers', 'manifests']);
  const fields = typeof value === 'object' && value !== null ? value : {};
  const own = 'mediaType' in fields && typeof fields.mediaType === 'string' ? fields.mediaType : undefined;
  // The media type is optional in OCI documents and in descriptors. Without one, the keys decide.
  const byKeys = ('manifests' in fields ? INDEX_TYPES[0] : MANIFEST_TYPES[0]) ?? '';
  const type = [own, mediaType].find((given) => !isUnspecified(given)) ?? byKeys;
  if (SCHEMA1_TYPE.test(type) || ('schemaVersion' in fields && fields.schemaVersion === 1)) {
    throw new FledgeError('input', `${label} has a manifest of Docker's schema 1, which cannot be verified`, {
      fix: 'push the image again with a tool that supports manifest schema 2',
    });
  }
  // Another program may read the document as the other type (CVE-2021-41190), so one digest would mean two images.
  if ('manifests' in fields && ('layers' in fields || 'config' in fields)) {
    throw new FledgeError('input', `the manifest of ${label} is also an index, so one of the two must be a forgery`, {
      fix: 'do not trust the image',
    });
  }
  if (INDEX_TYPES.includes(type)) return parseDocument(bytes, indexSchema, `the index of ${label}`);
  if (MANIFEST_TYPES.includes(type)) return parseDocument(bytes, manifestSchema, `the manifest of ${label}`);
  throw new FledgeError('input', `${label} is not a container image: its media type is ${JSON.stringify(type)}`);
}

/**
 * Reads the image of a manifest whose config and layers are in `store`.
 *
 * @throws FledgeError `input` if the config is missing or damaged, is not the config of an image, or is for another
 *   platform.
 */
export async function readImage(
  { digest, manifest }: SelectedManifest,
  request: { readonly platform: WantedPlatform; readonly label: string },
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
    configPlatform: describePlatform(config),
    newerVariant: platform === 'any' ? undefined : newerVariantOf(config, platform),
    configDigest: manifest.config.digest,
    entrypoint: run?.Entrypoint ?? [],
    cmd: run?.Cmd ?? [],
    env: run?.Env ?? [],
    workdir: run?.WorkingDir || undefined,
    user: run?.User || undefined,
    exposedPorts: Object.keys(run?.ExposedPorts ?? {}),
    labels: run?.Labels ?? {},
    rawConfig,
    layers: layersOf(manifest, config, { label, store }),
  };
}

function parseConfig(manifest: Manifest, bytes: Buffer, label: string): Config {
  const { mediaType } = manifest.config;
  if (!isUnspecified(mediaType) && !CONFIG_TYPES.includes(mediaType ?? '')) {
    throw new FledgeError(
      'input',
      `${label} is not a container image: its config has the media type ${JSON.stringify(mediaType)}`,
    );
  }
  return parseDocument(bytes, configSchema, `the config of ${label}`);
}

function layersOf(manifest: Manifest, config: Config, from: { label: string; store: BlobStore }): LayerBlob[] {
  const diffIds = config.rootfs.diff_ids ?? [];
  const count = manifest.layers.length;
  if (count !== diffIds.length) {
    throw new FledgeError('input', `${from.label} has ${count} layers, but its config lists ${diffIds.length}`);
  }
  if (count > MAX_LAYERS)
    throw new FledgeError('input', `${from.label} has ${count} layers; the limit is ${MAX_LAYERS}`);
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
