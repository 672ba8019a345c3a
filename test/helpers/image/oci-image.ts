import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import type { LayerBlob } from '../../../src/sources/image/layer/layer.ts';
import { memberOf, type TarMember, tarOf } from './tar.ts';

export type LayerCompression = 'none' | 'gzip' | 'zstd';

export interface TestLayer {
  /** The uncompressed archive. */
  readonly tar: Buffer;
  /** Default: gzip. */
  readonly compression?: LayerCompression;
  /** The blob, if it is not the compressed archive. */
  readonly blob?: Buffer;
  readonly mediaType?: string;
  readonly diffId?: string;
  readonly digest?: string;
  readonly size?: number;
  readonly urls?: readonly string[];
  /** The blob is not written. */
  readonly absent?: boolean;
}

export interface TestImage {
  readonly layers: readonly TestLayer[];
  readonly architecture?: string;
  readonly os?: string;
  readonly variant?: string;
  /** `config` in the config. */
  readonly run?: Readonly<Record<string, unknown>>;
  /** Further fields of the config. */
  readonly config?: Readonly<Record<string, unknown>>;
  readonly manifest?: Readonly<Record<string, unknown>>;
  readonly configMediaType?: string;
  readonly format?: 'oci' | 'docker';
}

export interface TestDescriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
  readonly [field: string]: unknown;
}

export function sha256(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

const SUFFIXES = { none: '', gzip: 'gzip', zstd: 'zstd' } as const;

export function layerMediaType(compression: LayerCompression, format: 'oci' | 'docker' = 'oci'): string {
  const suffix = SUFFIXES[compression];
  if (format === 'oci') return `application/vnd.oci.image.layer.v1.tar${suffix && `+${suffix}`}`;
  return `application/vnd.docker.image.rootfs.diff.tar${suffix && `.${suffix}`}`;
}

export function compress(tar: Buffer, compression: LayerCompression): Buffer {
  if (compression === 'gzip') return gzipSync(tar, { level: 1 });
  return compression === 'zstd' ? zstdCompressSync(tar) : tar;
}

/**
 * A layer in the form of eStargz (github.com/containerd/stargz-snapshotter, docs/estargz.md): each entry is a gzip
 * member of its own, one entry lists the others, and an empty member has the offset of that one.
 */
export function estargzLayer(members: readonly TarMember[]): TestLayer {
  const listed: TarMember[] = [{ name: '.no.prefetch.landmark', data: '\x0f' }, ...members];
  const toc = { version: 1, entries: listed.map(({ name }) => ({ name, type: name.endsWith('/') ? 'dir' : 'reg' })) };
  const entries = listed.map((member) => memberOf(member));
  const index = tarOf([{ name: 'stargz.index.json', data: JSON.stringify(toc) }]);
  const packed = entries.map((entry) => gzipSync(entry));
  const offset = packed.reduce((sum, { length }) => sum + length, 0).toString(16);
  const footer = Buffer.concat([
    Buffer.from('1f8b080400000000 00ff 1a00 5347 1600'.replaceAll(' ', ''), 'hex'),
    Buffer.from(`${offset.padStart(16, '0')}STARGZ`),
    Buffer.from('010000ffff 00000000 00000000'.replaceAll(' ', ''), 'hex'),
  ]);
  return { tar: Buffer.concat([...entries, index]), blob: Buffer.concat([...packed, gzipSync(index), footer]) };
}

/** Writes an OCI layout with images, and with an index.json that names them (or that is `index`). */
export class TestLayout {
  readonly directory: string;

  constructor(directory: string) {
    this.directory = directory;
    mkdirSync(join(directory, 'blobs/sha256'), { recursive: true });
    writeFileSync(join(directory, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
  }

  blobPath(digest: string): string {
    return join(this.directory, 'blobs', ...digest.split(':'));
  }

  addBlob(bytes: Uint8Array): { digest: string; size: number } {
    const digest = sha256(bytes);
    writeFileSync(this.blobPath(digest), bytes);
    return { digest, size: bytes.length };
  }

  addJson(mediaType: string, document: unknown): TestDescriptor {
    return { mediaType, ...this.addBlob(Buffer.from(JSON.stringify(document))) };
  }

  /** The descriptor of the image's manifest. */
  addImage(image: TestImage): TestDescriptor {
    const { format = 'oci', architecture = 'amd64', os = 'linux' } = image;
    const layers = image.layers.map((layer) => this.#addLayer(layer, format));
    const isOci = format === 'oci';
    const config = this.addJson(
      image.configMediaType ??
        (isOci ? 'application/vnd.oci.image.config.v1+json' : 'application/vnd.docker.container.image.v1+json'),
      {
        created: '2024-01-01T00:00:00Z',
        architecture,
        os,
        ...(image.variant !== undefined && { variant: image.variant }),
        config: image.run ?? {},
        rootfs: { type: 'layers', diff_ids: image.layers.map(({ tar, diffId }) => diffId ?? sha256(tar)) },
        ...image.config,
      },
    );
    const mediaType = isOci
      ? 'application/vnd.oci.image.manifest.v1+json'
      : 'application/vnd.docker.distribution.manifest.v2+json';
    return this.addJson(mediaType, { schemaVersion: 2, mediaType, config, layers, ...image.manifest });
  }

  #addLayer(layer: TestLayer, format: 'oci' | 'docker'): TestDescriptor {
    const compression = layer.compression ?? 'gzip';
    const blob = layer.blob ?? compress(layer.tar, compression);
    const { digest, size } = layer.absent === true ? { digest: sha256(blob), size: blob.length } : this.addBlob(blob);
    return {
      mediaType: layer.mediaType ?? layerMediaType(compression, format),
      digest: layer.digest ?? digest,
      size: layer.size ?? size,
      ...(layer.urls !== undefined && { urls: layer.urls }),
    };
  }

  /** The manifest with this digest. */
  manifest(digest: string): { readonly config: TestDescriptor; readonly layers: readonly TestDescriptor[] } {
    return JSON.parse(readFileSync(this.blobPath(digest), 'utf8'));
  }

  addIndex(
    manifests: readonly TestDescriptor[],
    mediaType = 'application/vnd.oci.image.index.v1+json',
  ): TestDescriptor {
    return this.addJson(mediaType, { schemaVersion: 2, mediaType, manifests });
  }

  /** Writes index.json: descriptors by name; the name '' means no name. */
  write(images: Readonly<Record<string, TestDescriptor>>): void {
    const manifests = Object.entries(images).map(([name, descriptor]) => ({
      ...descriptor,
      ...(name !== '' && { annotations: { 'org.opencontainers.image.ref.name': name } }),
    }));
    writeFileSync(join(this.directory, 'index.json'), JSON.stringify({ schemaVersion: 2, manifests }));
  }
}

/** Writes a layer's blob to a file in the directory, for `unpackLayer`. */
export function writeLayerBlob(directory: string, layer: TestLayer, label = 'layer 1 of 1 of test'): LayerBlob {
  const compression = layer.compression ?? 'none';
  const bytes = layer.blob ?? compress(layer.tar, compression);
  const digest = layer.digest ?? sha256(bytes);
  const path = join(directory, `${digest.slice(-16)}.blob`);
  if (layer.absent !== true) writeFileSync(path, bytes);
  return {
    path,
    label,
    digest,
    size: layer.size ?? bytes.length,
    mediaType: layer.mediaType ?? layerMediaType(compression),
    diffId: layer.diffId ?? sha256(layer.tar),
    urls: layer.urls ?? [],
  };
}
