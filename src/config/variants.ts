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
    { path: ['source', 'image'], strategy: 'oci_rootfs' },
    { path: ['source', 'max_unpacked_mb'], strategy: 'oci_rootfs' },
    { path: ['filesystem'], strategy: 'oci_rootfs' },
  ];

/** Keys that a strategy requires. */
export const REQUIRED_KEYS: Readonly<Record<Strategy, readonly (readonly [string, string])[]>> = {
  initramfs: [],
  oci_rootfs: [['source', 'image']],
};

/** The strategy that allows an image without agent (`source_strategy = "none"`). */
export const AGENTLESS_STRATEGY: Strategy = 'oci_rootfs';
