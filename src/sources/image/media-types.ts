/** Media types of the OCI image specification (media-types.md) and of Docker's image manifest version 2, schema 2. */
export const INDEX_TYPES: readonly string[] = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
];

export const MANIFEST_TYPES: readonly string[] = [
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
];

export const CONFIG_TYPES: readonly string[] = [
  'application/vnd.oci.image.config.v1+json',
  'application/vnd.docker.container.image.v1+json',
];

/** Media types without information, which early registries and tools used for configs and layers. */
const UNSPECIFIC_TYPES: readonly string[] = [
  '',
  'application/octet-stream',
  'text/html',
  'text/plain',
  'application/json',
];

/** True if a media type has no information about the content, as in moby (distribution/registry.go). */
export function isUnspecified(mediaType: string | null | undefined): boolean {
  return UNSPECIFIC_TYPES.includes((mediaType ?? '').replace(/;.*$/s, '').trim().toLowerCase());
}

/** Docker's manifest schema 1, which has no digests to verify. */
export const SCHEMA1_TYPE = /^application\/vnd\.docker\.distribution\.manifest\.v1\+(?:json|prettyjws)$/;

const LAYER_TYPE =
  /^application\/vnd\.(?:oci\.image\.layer\.(?<oci>nondistributable\.)?v1\.tar(?:\+(?:gzip|zstd))?|docker\.image\.rootfs\.(?<docker>foreign\.)?diff\.tar(?:\.(?:gzip|zstd))?)(?<encrypted>\+encrypted)?$/;

/** The kind of a layer by its media type. The compression is detected from the bytes instead. */
export type LayerKind = 'layer' | 'foreign' | 'encrypted' | 'unknown';

/** A `foreign` layer may be missing in registries: its publisher provides it at a URL. */
export function layerKindOf(mediaType: string): LayerKind {
  if (isUnspecified(mediaType)) return 'layer';
  const groups = LAYER_TYPE.exec(mediaType)?.groups;
  if (groups === undefined) return 'unknown';
  if (groups['encrypted'] !== undefined) return 'encrypted';
  return groups['oci'] === undefined && groups['docker'] === undefined ? 'layer' : 'foreign';
}
