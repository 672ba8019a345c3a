import type { Document } from './schema.ts';

export type Strategy = Document['strategy'];
export type SourceStrategy = NonNullable<Document['agent']>['source_strategy'];
export type AgentKey = Exclude<keyof NonNullable<Document['agent']>, 'source_strategy'>;

/** The keys of `[agent]` for each `source_strategy`. */
export const AGENT_VARIANTS: Readonly<
  Record<SourceStrategy, { readonly required: readonly AgentKey[]; readonly optional: readonly AgentKey[] }>
> = {
  release: { required: ['version'], optional: [] },
  local: { required: ['path'], optional: [] },
  http: { required: ['url'], optional: ['checksum'] },
  none: { required: [], optional: [] },
};

export const AGENT_KEYS: readonly AgentKey[] = ['version', 'path', 'url', 'checksum'];

/** Tables and keys that only one strategy has. */
export const STRATEGY_KEYS: readonly { readonly path: readonly [string, ...string[]]; readonly strategy: Strategy }[] =
  [
    { path: ['init'], strategy: 'initramfs' },
    { path: ['source', 'busybox_url'], strategy: 'initramfs' },
    { path: ['source', 'busybox_sha256'], strategy: 'initramfs' },
    { path: ['source', 'busybox_image'], strategy: 'initramfs' },
    { path: ['filesystem'], strategy: 'oci_rootfs' },
  ];

/** The strategy that needs an image. */
export const IMAGE_STRATEGY: Strategy = 'oci_rootfs';

/** The keys of `[source]` that provide the image. */
export const IMAGE_KEYS = ['image', 'dockerfile'] as const;

/** The keys of `[source]` that only a build from a Dockerfile has. */
export const DOCKERFILE_KEYS = ['context', 'target', 'build_args', 'builder'] as const;

/** The keys of `[source]` that exclude `busybox_image`. */
export const BUSYBOX_FILE_KEYS = ['busybox_url', 'busybox_sha256'] as const;

/** The programs that build Dockerfiles, in the order in which `auto` tries them. */
export const IMAGE_BUILDERS = ['docker', 'podman', 'buildah'] as const;

export type ImageBuilder = (typeof IMAGE_BUILDERS)[number];

/** The strategy that allows an image without agent (`source_strategy = "none"`). */
export const AGENTLESS_STRATEGY: Strategy = 'oci_rootfs';
