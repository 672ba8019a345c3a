import { readFileSync } from 'node:fs';
import { join } from 'node:path';

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

/** The lines of SHA256SUMS by name: digests of the files of a build. */
export function publishedDigests(directory: string): Record<string, string> {
  const lines = readFileSync(join(directory, 'SHA256SUMS'), 'utf8').trimEnd().split('\n');
  return Object.fromEntries(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
}
