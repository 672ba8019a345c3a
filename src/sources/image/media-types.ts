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

/** What registries and tools of the first years say of a config or a layer; the bytes tell what it is. */
const UNTOLD_TYPES: readonly string[] = ['', 'application/octet-stream', 'text/html', 'text/plain', 'application/json'];

/** Whether a media type says nothing of what is there, as in moby (distribution/registry.go). */
export function isUntold(mediaType: string | null | undefined): boolean {
  return UNTOLD_TYPES.includes((mediaType ?? '').replace(/;.*$/s, '').trim().toLowerCase());
}

/** The first of Docker's formats, which has no digests to verify. */
export const SCHEMA1_TYPE = /^application\/vnd\.docker\.distribution\.manifest\.v1\+(?:json|prettyjws)$/;

const LAYER_TYPE =
  /^application\/vnd\.(?:oci\.image\.layer\.(?<oci>nondistributable\.)?v1\.tar(?:\+(?:gzip|zstd))?|docker\.image\.rootfs\.(?<docker>foreign\.)?diff\.tar(?:\.(?:gzip|zstd))?)(?<encrypted>\+encrypted)?$/;

/** What a layer's media type says about it, besides its compression, which the bytes tell better. */
export type LayerKind = 'layer' | 'foreign' | 'encrypted' | 'unknown';

/** `foreign` is one that registries need not have: its publisher has it at a URL. */
export function layerKindOf(mediaType: string): LayerKind {
  if (isUntold(mediaType)) return 'layer';
  const groups = LAYER_TYPE.exec(mediaType)?.groups;
  if (groups === undefined) return 'unknown';
  if (groups['encrypted'] !== undefined) return 'encrypted';
  return groups['oci'] === undefined && groups['docker'] === undefined ? 'layer' : 'foreign';
}
