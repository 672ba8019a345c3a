import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Workspace } from './cli.ts';
import { TestLayout } from './oci-image.ts';
import { type TarMember, tarOf } from './tar.ts';

export interface RootfsConfig {
  /** Default: `source_strategy = "none"`. */
  readonly agent?: readonly string[];
  /** Further lines of each table. */
  readonly source?: readonly string[];
  readonly filesystem?: readonly string[];
  readonly mappings?: readonly string[];
}

/** A fledge.toml for an image. `image` is in line 4, further lines of `[source]` begin at line 5. */
export function rootfsConfig(image: string, config: RootfsConfig = {}): string {
  const { agent = ['source_strategy = "none"'], source = [], filesystem = [], mappings = [] } = config;
  return [
    'version = "1"',
    'strategy = "oci_rootfs"',
    '[source]',
    `image = ${JSON.stringify(image)}`,
    ...source,
    '[filesystem]',
    ...(filesystem.some((line) => line.startsWith('size_buffer_mb')) ? [] : ['size_buffer_mb = 1']),
    ...filesystem,
    '[agent]',
    ...agent,
    '[mappings]',
    ...mappings,
    '',
  ].join('\n');
}

/** Writes an OCI layout `layout` with one image of these layers into the workspace's plugin directory. */
export function writeLayout(
  { plugin }: Workspace,
  ...layers: readonly (readonly TarMember[])[]
): { readonly layout: TestLayout; readonly digest: string } {
  const layout = new TestLayout(join(plugin, 'layout'));
  const image = layout.addImage({ layers: layers.map((members) => ({ tar: tarOf(members) })) });
  layout.write({ '': image });
  return { layout, digest: image.digest };
}

/** The lines of SHA256SUMS by name: digests of what a build has written. */
export function publishedDigests(directory: string): Record<string, string> {
  const lines = readFileSync(join(directory, 'SHA256SUMS'), 'utf8').trimEnd().split('\n');
  return Object.fromEntries(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
}
