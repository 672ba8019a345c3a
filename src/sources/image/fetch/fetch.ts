import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ImageReference, NamedImage } from '../../../config/image-reference.ts';
import type { ImageLock } from '../../../config/types.ts';
import { Budget } from '../../../support/budget.ts';
import { FledgeError } from '../../../support/errors.ts';
import { DiskReserve, requireSpace } from '../../../support/files/disk-space.ts';
import type { Platform } from '../../../support/platform.ts';
import { formatBytes, MEBIBYTE } from '../../../support/units.ts';
import { type SkopeoSource, skopeoSource } from '../../../tools/arguments.ts';
import type { SourceContext } from '../../context.ts';
import { readDockerArchive, readOciArchive } from '../archive.ts';
import {
  documentOf,
  type Image,
  type ManifestDocument,
  parseManifestOrIndex,
  readImage,
  type SelectedManifest,
  selectManifest,
} from '../image.ts';
import type { Descriptor } from '../image-json.ts';
import { readDirectoryImage, readOciLayout } from '../layout.ts';
import { layerKindOf } from '../media-types.ts';
import { type BlobCache, openBlobCache, requireBytes } from './blob-cache.ts';
import { findCredentialStore } from './credential-store.ts';
import {
  askDaemon,
  type DockerDaemon,
  type FoundImage,
  findDockerDaemon,
  findInDaemon,
  isAskedOfDaemon,
  saveFromDaemon,
} from './docker-daemon.ts';
import { bytesBelow, bytesOf, reportGrowth } from './growth.ts';
import {
  copyToDirectoryArguments,
  copyToLayoutArguments,
  findSkopeo,
  inspectConfigArguments,
  inspectManifestArguments,
  runSkopeo,
  type Skopeo,
  type SkopeoCommand,
} from './skopeo.ts';

export interface ImageRequest {
  readonly reference: ImageReference;
  /**
   * The manifest digest of the reference in a lock file. If set, the image is fetched from the registry, never from a
   * Docker daemon.
   */
  readonly lock?: ImageLock | undefined;
  readonly platform: Platform;
  /**
   * An existing directory of this build. Images that the cache cannot hold are copied into it. It must exist for as
   * long as the image is used.
   */
  readonly scratchDirectory: string;
  /** Budget for fetched and copied bytes; default: a new one. */
  readonly budget?: Budget;
}

/** Allowance for the documents of an image, and for bytes that a program writes between two checks. */
const SLACK_BYTES = 16 * MEBIBYTE;

/**
 * Fetches an image and returns its config and the paths of its blobs. OCI layouts, directories of skopeo and archives
 * are read in place. Blobs of a registry are stored in the cache, so that only missing ones are fetched. All other
 * images are copied to the scratch directory. Without a transport and a digest, the local Docker daemon is asked first.
 *
 * The manifest and the config are verified here; layers are verified when they are unpacked.
 *
 * @throws FledgeError `download`, `tool` without skopeo, `input` for an unusable image, `output` for a full disk.
 */
export async function fetchImage(request: ImageRequest, context: SourceContext): Promise<Image> {
  const image = await fetchFrom(request, context);
  const { reference, platform } = request;
  if (image.newerVariant !== undefined) {
    context.reporter.warn(
      `${reference.text} is for ${platform}/${image.newerVariant}: older machines of ${platform} cannot run its programs`,
      { code: 'platform' },
    );
  }
  return image;
}

function fetchFrom(request: ImageRequest, context: SourceContext): Promise<Image> {
  const { reference, platform, scratchDirectory, budget = new Budget() } = request;
  const maxUnpackedBytes = budget.limits.unpacked;
  const { transport, named, stored, id, path = '', member, text } = reference;
  const file = resolve(context.baseDirectory, path);
  const archive = { file, member, platform, label: text, scratchDirectory, maxUnpackedBytes, signal: context.signal };
  switch (transport) {
    case 'oci':
      return readOciLayout({ directory: file, member, platform, label: text });
    case 'dir':
      return readDirectoryImage({ directory: file, platform, label: text });
    case 'docker-archive':
      return readDockerArchive(archive);
    case 'oci-archive':
      return readOciArchive(archive);
    case 'containers-storage':
      return fetchFromStorage({ name: stored, id }, request, context);
    case 'docker-daemon':
      return fetchFromDaemon(id === undefined ? named : `sha256:${id}`, request, context);
    case 'docker':
    case undefined:
      if (named === undefined) throw new FledgeError('internal', `${text} is not an image of a registry`);
      // A daemon cannot provide an image by the digest of its manifest.
      if (isAskedOfDaemon(request)) return fetchFromDaemonOrRegistry(named, request, context);
      return fetchFromRegistry(named, request, context);
  }
}

async function fetchFromDaemonOrRegistry(
  named: NamedImage,
  request: ImageRequest,
  context: SourceContext,
): Promise<Image> {
  const daemon = findDockerDaemon(context);
  const found = daemon && (await findInDaemon(daemon, named, request.platform, context));
  if (daemon === undefined || found === undefined) return fetchFromRegistry(named, request, context);
  context.reporter.info(`${request.reference.text} is copied from the Docker daemon (${found.id})`);
  return copyFromDaemon(daemon, found, request, context);
}

/** Fetches an image from the Docker daemon only, by its name or by its id (`sha256:…`). */
async function fetchFromDaemon(
  wanted: NamedImage | string | undefined,
  request: ImageRequest,
  context: SourceContext,
): Promise<Image> {
  if (wanted === undefined)
    throw new FledgeError('internal', `${request.reference.text} is not an image of a Docker daemon`);
  const daemon = findDockerDaemon(context);
  if (typeof wanted !== 'string' && wanted.digest !== undefined) return fetchPinned(daemon, wanted, request, context);
  // skopeo may reach a daemon that cannot be asked here.
  const found = daemon && (await askDaemon(daemon, wanted, context).catch(() => undefined));
  if (daemon !== undefined && found !== undefined) {
    if (typeof wanted !== 'string' || found.id === wanted) return copyFromDaemon(daemon, found, request, context);
    throw otherImage(request, found.id, wanted);
  }
  const source = typeof wanted === 'string' ? { id: wanted.replace(/^sha256:/, '') } : { name: wanted };
  const copied = await copyImage({ transport: 'docker-daemon', ...source }, daemon?.skopeoHost, request, context);
  if (typeof wanted === 'string') requireConfig(copied, wanted, request);
  return copied;
}

/** Fetches an image by digest. A daemon has the manifest of a digest only with the containerd store. */
async function fetchPinned(
  daemon: DockerDaemon | undefined,
  named: NamedImage,
  request: ImageRequest,
  context: SourceContext,
): Promise<Image> {
  const found = daemon && (await findInDaemon(daemon, named, request.platform, context));
  if (daemon !== undefined && found?.isManifest && found.id === named.digest) {
    return copyFromDaemon(daemon, found, request, context);
  }
  const { text } = request.reference;
  const reason =
    found === undefined
      ? 'the Docker daemon does not have it'
      : 'the Docker daemon does not provide the manifest with this digest';
  throw new FledgeError('input', `cannot copy the image ${text}: ${reason}`, {
    fix: `use the id of the image, docker-daemon:sha256:…, or fetch it from its registry: ${text.replace(/^docker-daemon:/, 'docker://')}`,
  });
}

/** Copies the image with an id from the daemon, and verifies the id. */
async function copyFromDaemon(
  daemon: DockerDaemon,
  { id, isManifest }: FoundImage,
  request: ImageRequest,
  context: SourceContext,
): Promise<Image> {
  const { platform, reference, scratchDirectory, budget = new Budget() } = request;
  const maxUnpackedBytes = budget.limits.unpacked;
  if (isManifest) {
    // With the containerd store, the id is the digest of a manifest or an index, which skopeo does not read from the
    // archive.
    const file = join(scratchDirectory, 'daemon.tar');
    await saveFromDaemon(daemon, id, { file, label: reference.text, maxUnpackedBytes }, context);
    const from = { file, scratchDirectory, maxUnpackedBytes, signal: context.signal };
    return readOciArchive({ ...from, member: undefined, digest: id, platform, label: reference.text });
  }
  const source = { transport: 'docker-daemon', id: id.replace(/^sha256:/, '') } as const;
  const image = await copyImage(source, daemon.skopeoHost, request, context);
  requireConfig(image, id, request);
  return image;
}

/** Copies an image from the storage of podman and buildah, and compares it with a given id or digest. */
async function fetchFromStorage(
  { name, id }: { readonly name: NamedImage | undefined; readonly id: string | undefined },
  request: ImageRequest,
  context: SourceContext,
): Promise<Image> {
  const source = { transport: 'containers-storage', name, id } as const;
  const image = await copyImage(source, undefined, request, context);
  if (id !== undefined) requireConfig(image, `sha256:${id}`, request);
  if (name?.digest === undefined) return image;
  // The copy has a different manifest, because the storage holds uncompressed layers.
  const { text } = request.reference;
  const args = inspectManifestArguments(skopeoSource(source));
  const command = { args, cwd: context.baseDirectory, what: `read the manifest of ${text}` };
  const bytes = await runSkopeo(await findSkopeo(context.signal), command, context);
  requireBytes(name.digest, bytes, `the manifest of ${text}`);
  const manifest = parseManifestOrIndex({ bytes, digest: name.digest }, text);
  if (!('layers' in manifest)) {
    throw new FledgeError(
      'input',
      `${text}: the digest is that of an index, but the storage has the image of one platform only`,
      {
        fix: 'use the digest of the manifest for the platform, or the id of the image',
      },
    );
  }
  requireConfig(image, manifest.config.digest, request);
  return image;
}

/** @throws FledgeError `input` if the image has another id than requested. */
function requireConfig({ configDigest }: Image, id: string, request: ImageRequest): void {
  if (configDigest !== id) throw otherImage(request, configDigest, id);
}

function otherImage({ reference }: ImageRequest, actual: string, wanted: string): FledgeError {
  return new FledgeError('input', `${reference.text}: the copied image has the id ${actual}, expected ${wanted}`, {
    fix: 'find out why another image was provided before you continue, or use the image of a registry',
  });
}

/** Copies a local image that only skopeo can read. */
async function copyImage(
  source: SkopeoSource,
  daemonHost: string | undefined,
  { reference, platform, scratchDirectory, budget = new Budget() }: ImageRequest,
  context: SourceContext,
): Promise<Image> {
  const skopeo = await findSkopeo(context.signal);
  const directory = join(scratchDirectory, 'image');
  const label = reference.text;
  const command = {
    args: copyToDirectoryArguments(
      skopeoSource(source),
      { directory, daemonHost, temporary: scratchDirectory },
      platform,
    ),
    cwd: context.baseDirectory,
    what: `copy the image ${label}`,
    excess: copyExcess({ scratchDirectory, directory, label }, budget),
  };
  // The total size is unknown in advance.
  const measure = (): { done: number } => ({ done: bytesBelow(scratchDirectory) });
  await reportGrowth(context.reporter.progress(label, 'bytes'), measure, () => runSkopeo(skopeo, command, context));
  return readDirectoryImage({ directory, platform, label });
}

/**
 * Returns a check that stops a copy that grows too large: the size is unknown in advance, and a small archive may
 * contain a large image. The limit of unpacked bytes applies to the copied layers, and to the archive that skopeo
 * unpacks first.
 */
function copyExcess(
  { scratchDirectory, directory, label }: { scratchDirectory: string; directory: string; label: string },
  budget: Budget,
): () => FledgeError | undefined {
  const reserve = new DiskReserve(scratchDirectory);
  const most = budget.limits.unpacked + SLACK_BYTES;
  return () => {
    const copied = bytesBelow(directory);
    const all = bytesBelow(scratchDirectory);
    if (copied > most || all - copied > most) return budget.excess('unpacked');
    const left = reserve.exceeded();
    if (left === undefined) return undefined;
    const sizes = `${formatBytes(all)} are copied, and only ${formatBytes(left.free)} are free`;
    return new FledgeError('output', `cannot copy the image ${label} to ${scratchDirectory}: ${sizes}`, {
      fix: 'free some space, or set TMPDIR to a directory on another disk; if the image should be smaller than that, do not trust it',
    });
  };
}

async function fetchFromRegistry(named: NamedImage, request: ImageRequest, context: SourceContext): Promise<Image> {
  const { platform, lock, budget } = request;
  const label = request.reference.text;
  const fetcher = new RegistryFetcher(await findSkopeo(context.signal), { named, lock, label, budget }, context);
  const root = await fetcher.root();
  const read = (descriptor: Descriptor): Promise<Buffer> => fetcher.manifest(descriptor);
  const selected = await selectManifest(root, { platform, label }, read);
  await fetcher.fetchBlobs(selected, platform);
  return readImage(selected, { platform, label }, fetcher.cache.store);
}

/**
 * Resolves an image of a registry to its current digest: of an index, or of a manifest if there is no index. `label` is its
 * name in messages.
 *
 * @throws FledgeError `download`, `tool` without skopeo, `input` for an unusable image.
 */
export async function resolveImage(named: NamedImage, label: string, context: SourceContext): Promise<string> {
  const fetcher = new RegistryFetcher(await findSkopeo(context.signal), { named, label }, context);
  const root = await fetcher.root();
  parseManifestOrIndex(root, label);
  return root.digest;
}

const MANIFEST = 'image index or manifest';

interface RegistryImage {
  readonly named: NamedImage;
  readonly lock?: ImageLock | undefined;
  /** The image as the user wrote it, for messages. */
  readonly label: string;
  readonly budget?: Budget | undefined;
}

/**
 * Fetches an image of a registry into the cache. The manifest and the config are fetched separately: a copy into an OCI
 * layout converts both if they are in Docker's format, which changes their digests.
 */
class RegistryFetcher {
  readonly cache: BlobCache;
  readonly #skopeo: Skopeo;
  readonly #named: NamedImage;
  readonly #lock: ImageLock | undefined;
  readonly #label: string;
  readonly #budget: Budget;
  readonly #context: SourceContext;

  constructor(skopeo: Skopeo, { named, lock, label, budget = new Budget() }: RegistryImage, context: SourceContext) {
    const { cacheDirectory, cacheUse, reporter } = context;
    this.cache = openBlobCache(cacheDirectory, { reporter, image: label, use: cacheUse });
    this.#skopeo = skopeo;
    this.#named = named;
    this.#lock = lock;
    this.#label = lock === undefined ? label : `${label} as ${lock.file} pins it`;
    this.#budget = budget;
    this.#context = context;
  }

  /** The manifest or index of the tag or the digest. A digest in the cache needs no request. */
  async root(): Promise<ManifestDocument> {
    const { tag } = this.#named;
    const digest = this.#lock?.digest ?? this.#named.digest;
    if (digest === undefined) {
      const bytes = await this.#inspect({ tag: tag ?? 'latest' });
      const document = documentOf(bytes);
      await this.cache.put(document.digest, bytes, { kind: MANIFEST, label: `the manifest of ${this.#label}` });
      return document;
    }
    return { bytes: await this.#document(digest), digest };
  }

  async manifest({ digest, size }: Descriptor): Promise<Buffer> {
    const bytes = await this.#document(digest);
    if (bytes.length === size) return bytes;
    throw new FledgeError(
      'input',
      `the manifest of ${this.#label} has ${bytes.length} bytes, but the index lists ${size}`,
    );
  }

  async fetchBlobs({ digest, manifest }: SelectedManifest, platform: Platform): Promise<void> {
    const { config, layers } = manifest;
    await this.#fetchLayers(digest, layers, platform);
    // The copy has fetched the config, unless the manifest is in Docker's format or no layer was missing.
    if (await this.cache.has(config, `the config of ${this.#label}`)) return;
    const bytes = await this.#run(inspectConfigArguments(this.#source({ digest })), { prints: 'document' });
    await this.cache.put(config.digest, bytes, { kind: 'image config', label: `the config of ${this.#label}` });
  }

  async #fetchLayers(digest: string, layers: readonly Descriptor[], platform: Platform): Promise<void> {
    const missing = new Map<string, number>();
    for (const [index, layer] of layers.entries()) {
      // Registries do not have foreign layers.
      if (layerKindOf(layer.mediaType ?? '') === 'foreign') continue;
      const isThere = await this.cache.has(layer, `layer ${index + 1} of ${layers.length} of ${this.#label}`);
      if (!isThere) missing.set(layer.digest, layer.size);
    }
    const { reporter } = this.#context;
    if (missing.size === 0) {
      reporter.debug(`${this.#label}: all ${layers.length} layers are in the cache`);
      return;
    }
    const total = [...missing.values()].reduce((sum, size) => sum + size, 0);
    this.#budget.spend('fetched', total);
    requireSpace([
      {
        directory: this.#context.cacheDirectory,
        bytes: total,
        what: `the layers of ${this.#label}`,
        fix: 'set FLEDGE_CACHE_DIR to a directory on another disk',
      },
    ]);
    reporter.info(`fetch ${missing.size} of ${layers.length} layers of ${this.#label} (${formatBytes(total)})`);
    const scratch = this.cache.scratch();
    const blobs = [...missing.keys()].map((missed) => this.cache.store.pathOf(missed));
    // The scratch directory holds partial blobs and some small documents. Complete blobs are counted first, so that a
    // blob that moves in between is not counted twice.
    const fetched = (): number => blobs.reduce((sum, path) => sum + bytesOf(path), 0) + bytesBelow(scratch.path);
    const excess = (): FledgeError | undefined =>
      bytesBelow(scratch.path) > total + SLACK_BYTES ? this.#tooMuch(total) : undefined;
    const measure = (): { done: number; total: number } => ({ done: Math.min(fetched(), total), total });
    try {
      // The path is relative, because skopeo treats a colon in the path of a layout as its end.
      const to = { layout: 'layout', blobs: this.cache.directory, temporary: scratch.path };
      mkdirSync(join(scratch.path, to.layout));
      const args = copyToLayoutArguments(this.#source({ digest }), to, platform);
      const progress = reporter.progress(this.#label, 'bytes');
      await reportGrowth(progress, measure, () => this.#run(args, { cwd: scratch.path, fetched, excess }));
      this.cache.added([...missing.keys()], 'image layer', total);
    } finally {
      scratch.dispose();
    }
  }

  #tooMuch(total: number): FledgeError {
    const sizes = `more than the ${formatBytes(total)} that the manifest lists`;
    return new FledgeError('download', `cannot fetch the image ${this.#label}: the registry sends ${sizes}`, {
      fix: 'do not trust the registry or the proxy before it; fetch the image from another registry',
    });
  }

  async #document(digest: string): Promise<Buffer> {
    const label = `the manifest of ${this.#label}`;
    const cached = await this.cache.findDocument(digest, label);
    if (cached !== undefined) return cached;
    const bytes = await this.#inspect({ digest });
    requireBytes(digest, bytes, label);
    await this.cache.put(digest, bytes, { kind: MANIFEST, label });
    return bytes;
  }

  #inspect(version: { readonly tag: string } | { readonly digest: string }): Promise<Buffer> {
    return this.#run(inspectManifestArguments(this.#source(version)), { prints: 'document' });
  }

  #source(version: { readonly tag: string } | { readonly digest: string }): string {
    const { domain, repository } = this.#named;
    return skopeoSource({ transport: 'docker', name: { domain, repository, ...version } });
  }

  async #run(
    args: readonly string[],
    {
      cwd = this.#context.baseDirectory,
      ...others
    }: Partial<Pick<SkopeoCommand, 'cwd' | 'fetched' | 'excess' | 'prints'>> = {},
  ): Promise<Buffer> {
    const pinned = this.#lock === undefined ? '' : `, ${this.#lock.digest}`;
    const what = `fetch the image ${this.#label}${pinned}`;
    const isLocked = this.#lock !== undefined;
    const registry = this.#named.domain;
    const command = { args, cwd, what, registry, isLocked, ...others };
    const store = findCredentialStore(registry, this.#context.env);
    if (store?.authFile === undefined) {
      const loginFix =
        store &&
        `log in with skopeo login ${registry}: skopeo cannot read the login of docker in the credential store ${JSON.stringify(store.name)} (credsStore in ${store.file})`;
      return runSkopeo(this.#skopeo, { ...command, loginFix }, this.#context);
    }
    const scratch = this.cache.scratch();
    try {
      const authFile = join(scratch.path, 'auth.json');
      writeFileSync(authFile, store.authFile, { mode: 0o600 });
      const loginFix = `check the name, and that ${JSON.stringify(store.name)} (credsStore in ${store.file}) has a login that allows it: docker login ${registry}`;
      return await runSkopeo(this.#skopeo, { ...command, authFile, loginFix }, this.#context);
    } finally {
      scratch.dispose();
    }
  }
}
