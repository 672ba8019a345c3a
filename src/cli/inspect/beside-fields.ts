import type { ManifestFile } from '../../inside/beside/manifest.ts';

/** The command line of a workload; empty if the manifest has none. */
export function entrypointOf({ fields: { workload } }: ManifestFile): readonly string[] {
  return [...(workload?.entrypoint ?? []), ...(workload?.args ?? [])];
}

/** The port of the address of a workload. */
export function portOf({ fields: { workload } }: ManifestFile): number | undefined {
  const url = URL.parse(workload?.base_url ?? '');
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined;
  return url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
}
