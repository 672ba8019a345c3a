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

/** The first of Docker's formats, which has no digests to verify. */
export const SCHEMA1_TYPE = /^application\/vnd\.docker\.distribution\.manifest\.v1\+(?:json|prettyjws)$/;

const LAYER_TYPE =
  /^application\/vnd\.(?:oci\.image\.layer\.(?<oci>nondistributable\.)?v1\.tar(?:\+(?:gzip|zstd))?|docker\.image\.rootfs\.(?<docker>foreign\.)?diff\.tar(?:\.(?:gzip|zstd))?)(?<encrypted>\+encrypted)?$/;

/** What a layer's media type says about it, besides its compression, which the bytes tell better. */
export type LayerKind = 'layer' | 'foreign' | 'encrypted' | 'unknown';

/** `foreign` is one that registries need not have: its publisher has it at a URL. */
export function layerKindOf(mediaType: string): LayerKind {
  const groups = LAYER_TYPE.exec(mediaType)?.groups;
  if (groups === undefined) return 'unknown';
  if (groups['encrypted'] !== undefined) return 'encrypted';
  return groups['oci'] === undefined && groups['docker'] === undefined ? 'layer' : 'foreign';
}
