import { z } from 'zod';
import { type FileDigest, renderChecksums } from '../describe/checksums.ts';

/* The two files that describe all plugins and platforms of a release (docs/publishing.md, "All plugins of a release"). */

/** The names of the two files in a release. */
export const INDEX_NAME = 'index.json';
export const COMBINED_CHECKSUMS_NAME = 'SHA256SUMS';

const fileSchema = z.strictObject({
  name: z.string().min(1).describe('Name of the release asset.'),
  url: z.url().describe('Download URL.'),
  size: z.int().nonnegative().describe('Size in bytes.'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('SHA-256 in lower-case hexadecimal.'),
});

const pluginSchema = z.strictObject({
  name: z.string().min(1).describe('Name of the plugin, as in its manifest.'),
  version: z.string().min(1).describe('Version of the plugin, as in its manifest.'),
  platform: z.string().min(1).describe('Platform, such as linux/amd64.'),
  strategy: z.string().min(1).describe('initramfs or oci_rootfs.'),
  artifact: fileSchema.describe('The initramfs or the root image.'),
  manifest: fileSchema.describe("Volant's plugin manifest, for volar plugins install --manifest URL."),
  provenance: fileSchema.describe('in-toto statement with SLSA provenance.'),
  checksums: fileSchema.describe('SHA256SUMS of this plugin and platform.'),
  others: z.array(fileSchema).describe('Other files that the checksums list, sorted by name.'),
});

/** index.json of a release. */
export const releaseIndexSchema = z
  .strictObject({
    schemaVersion: z.literal(1),
    repository: z.string().min(1).describe('OWNER/NAME.'),
    tag: z.string().min(1).describe('Tag of the release.'),
    plugins: z.array(pluginSchema).describe('Sorted by name and platform.'),
  })
  .describe('index.json of a release: all plugins and platforms with the addresses and digests of their files.');

/** The JSON Schema (draft 2020-12) of index.json; schemas/release-index.schema.json in the package. */
export function releaseIndexJsonSchema(): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(releaseIndexSchema, { target: 'draft-2020-12' });
}

export type IndexedFile = z.output<typeof fileSchema>;
export type IndexedPlugin = z.output<typeof pluginSchema>;
export type ReleaseIndex = z.output<typeof releaseIndexSchema>;

/** Sorts plugins as in the index, so that equal releases have equal files. */
export function sortedPlugins(plugins: readonly IndexedPlugin[]): IndexedPlugin[] {
  const key = ({ name, platform, artifact }: IndexedPlugin): string => [name, platform, artifact.name].join('\0');
  return plugins.toSorted((a, b) => compare(key(a), key(b)));
}

/** The text of index.json: two spaces of indent, and a newline at the end. */
export function renderIndex(index: ReleaseIndex): string {
  return `${JSON.stringify(index, null, 2)}\n`;
}

/** The text of the combined SHA256SUMS: the files of all plugins and the index itself, sorted by name. */
export function renderCombinedChecksums(plugins: readonly IndexedPlugin[], indexFile: FileDigest): string {
  const files: FileDigest[] = plugins.flatMap(({ artifact, manifest, provenance, others }) => [
    artifact,
    manifest,
    provenance,
    ...others,
  ]);
  return renderChecksums([...files, indexFile].toSorted((a, b) => compare(a.name, b.name)));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
