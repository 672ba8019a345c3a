import { createHash } from 'node:crypto';
import { constants, createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { copyFile, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ByteString } from '../../support/byte-string.ts';
import { systemCodeOf } from '../../support/errors.ts';
import { openRegularFile } from '../../support/files/regular-file.ts';
import { readBlob, requireDigest } from './blob.ts';
import type { Image } from './image.ts';
import { type Compression, detectCompression } from './layer/compression.ts';
import { decompress } from './layer/decompress.ts';
import type { LayerBlob } from './layer/layer.ts';
import { whiteoutLayer } from './layer/make-whiteout-layer.ts';
import { BLOCK_BYTES } from './layer/tar-format.ts';
import { CONFIG_TYPES, MANIFEST_TYPES } from './media-types.ts';

/** The name of the image in the layout. */
export const LINKED_IMAGE = 'image';

const LAYER_TYPES = {
  none: 'application/vnd.oci.image.layer.v1.tar',
  gzip: 'application/vnd.oci.image.layer.v1.tar+gzip',
} as const;

/** Copies share their blocks with the original where the file system supports it. */
const COPY_FLAGS = constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE;

export interface LinkOptions {
  /** Copies are needed by a program that has no permission to read the original blobs. */
  readonly blobs: 'link' | 'copy';
  readonly signal?: AbortSignal | undefined;
  /** Paths by the number of a layer, from 1. A layer with whiteouts for them is inserted below it. */
  readonly whiteouts?: ReadonlyMap<number, readonly ByteString[]>;
}

interface LinkedBlob {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
}

/**
 * Creates an OCI layout (image-spec, image-layout.md) of an image, for programs that read no other format. Its blobs
 * are links to the blobs of the image, or copies of them. Layers in zstd, which older programs do not support, are
 * decompressed.
 *
 * @throws FledgeError `input` if a layer cannot be read.
 */
export async function linkLayout(
  { rawConfig, layers }: Image,
  directory: string,
  { blobs, signal, whiteouts = new Map() }: LinkOptions,
): Promise<void> {
  mkdirSync(join(directory, 'blobs'), { recursive: true });
  const placeOf = (digest: string): string => {
    const { algorithm, hex } = requireDigest(digest, 'a blob');
    mkdirSync(join(directory, 'blobs', algorithm), { recursive: true });
    return join(directory, 'blobs', algorithm, hex);
  };
  const write = (mediaType: string, bytes: Buffer): LinkedBlob => {
    const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
    writeFileSync(placeOf(digest), bytes);
    return { mediaType, digest, size: bytes.length };
  };
  const linked: LinkedBlob[] = [];
  const diffIds: string[] = [];
  for (const [index, layer] of layers.entries()) {
    const paths = whiteouts.get(index + 1);
    if (paths !== undefined) {
      const added = write(LAYER_TYPES.none, whiteoutLayer(paths));
      linked.push(added);
      diffIds.push(added.digest);
    }
    linked.push(await linkLayer(layer, { placeOf, blobs, signal }));
    diffIds.push(layer.diffId);
  }
  const ownConfig = { architecture: 'amd64', os: 'linux', rootfs: { type: 'layers', diff_ids: diffIds } };
  const config = write(CONFIG_TYPES[0] ?? '', whiteouts.size === 0 ? rawConfig : json(ownConfig));
  const [mediaType = ''] = MANIFEST_TYPES;
  const manifest = write(mediaType, json({ schemaVersion: 2, mediaType, config, layers: linked }));
  const annotations = { 'org.opencontainers.image.ref.name': LINKED_IMAGE };
  writeFileSync(join(directory, 'index.json'), json({ schemaVersion: 2, manifests: [{ ...manifest, annotations }] }));
  writeFileSync(join(directory, 'oci-layout'), json({ imageLayoutVersion: '1.0.0' }));
}

async function linkLayer(
  layer: LayerBlob,
  options: {
    readonly placeOf: (digest: string) => string;
    readonly blobs: 'link' | 'copy';
    readonly signal?: AbortSignal | undefined;
  },
): Promise<LinkedBlob> {
  const { placeOf, blobs, signal } = options;
  const compression = await compressionOf(layer);
  if (compression !== 'zstd' && layer.slice !== undefined) {
    // A symbolic link cannot point to a part of an archive.
    await pipeline(readBlob(layer, signal), createWriteStream(placeOf(layer.digest)));
    return { mediaType: LAYER_TYPES[compression], digest: layer.digest, size: layer.size };
  }
  if (compression !== 'zstd') {
    const [from, to] = [resolve(layer.path), placeOf(layer.digest)];
    const put = blobs === 'link' ? symlink(from, to) : copyFile(from, to, COPY_FLAGS);
    await put.catch((error: unknown) => {
      // An image may contain the same layer twice.
      if (systemCodeOf(error) !== 'EEXIST') throw error;
    });
    return { mediaType: LAYER_TYPES[compression], digest: layer.digest, size: layer.size };
  }
  let size = 0;
  const counted = async function* (): AsyncGenerator<Buffer> {
    for await (const chunk of decompress(readBlob(layer, signal), compression)) {
      size += chunk.length;
      // The memory of a chunk is reused when the next one is requested, possibly before the file has it.
      yield Buffer.from(chunk);
    }
  };
  await pipeline(counted, createWriteStream(placeOf(layer.diffId)));
  return { mediaType: LAYER_TYPES.none, digest: layer.diffId, size };
}

async function compressionOf({ path, slice }: LayerBlob): Promise<Compression> {
  const handle = await openRegularFile(path);
  try {
    const length = Math.min(BLOCK_BYTES, slice?.length ?? BLOCK_BYTES);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(BLOCK_BYTES), 0, length, slice?.offset ?? 0);
    return detectCompression(buffer.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}

function json(document: unknown): Buffer {
  return Buffer.from(JSON.stringify(document));
}
