import { z } from 'zod';
import { parseChecksumList } from '../compare/checksum-list.ts';
import { releaseAssetUrl } from '../github/addresses.ts';
import type { Asset } from '../github/releases.ts';
import { FledgeError } from '../support/errors.ts';
import type { AssetReader } from './asset-content.ts';
import type { IndexedFile, IndexedPlugin } from './release-index.ts';

const CHECKSUMS = '.SHA256SUMS';
const MANIFEST = '.manifest.json';
const PROVENANCE = '.provenance.json';

/** The plugins whose files a release has. */
export interface PluginSets {
  readonly plugins: readonly IndexedPlugin[];
  /** The reasons why other files of plugins are not a plugin, such as a job that has not uploaded all of its files. */
  readonly incomplete: readonly string[];
}

export interface ReleaseAddress {
  readonly serverUrl: string;
  readonly repository: string;
  readonly tag: string;
}

/** A file of a plugin that is missing or differs. */
class IncompleteSet extends Error {
  override readonly name = 'IncompleteSet';
}

/** The fields that are read from a manifest. The manifest of a later version of Volant may have others. */
const manifestFields = z.object({ name: z.string().min(1), version: z.string().min(1) });

/** The fields that are read from provenance.json, see `renderProvenance`. */
const provenanceFields = z.object({
  subject: z.array(z.object({ digest: z.object({ sha256: z.string() }) })).length(1),
  predicate: z.object({
    buildDefinition: z.object({
      externalParameters: z.object({ strategy: z.string().min(1), platform: z.string().min(1) }),
    }),
  }),
});

/**
 * Finds the plugins of a release by its assets. A plugin is complete if its SHA256SUMS lists its manifest, its provenance and
 * its artifact, and GitHub has all of them with the digests in the list. Files of other origin are ignored.
 *
 * @throws HttpFailure.
 */
export async function readPluginSets(
  assets: readonly Asset[],
  reader: AssetReader,
  address: ReleaseAddress,
): Promise<PluginSets> {
  const byName = new Map(assets.filter(({ isComplete }) => isComplete).map((asset) => [asset.name, asset]));
  const plugins: IndexedPlugin[] = [];
  const incomplete: string[] = [];
  for (const stem of stemsOf([...byName.keys()])) {
    try {
      const plugin = await readSet(stem, { byName, reader, address });
      if (plugin !== undefined) plugins.push(plugin);
    } catch (error) {
      if (!(error instanceof IncompleteSet)) throw error;
      incomplete.push(error.message);
    }
  }
  return { plugins, incomplete };
}

/** `hello-linux-amd64` for its checksum file, or for its manifest together with its provenance. */
function stemsOf(names: readonly string[]): readonly string[] {
  const withEnd = (end: string): string[] =>
    names.filter((name) => name.endsWith(end) && name.length > end.length).map((name) => name.slice(0, -end.length));
  const manifests = new Set(withEnd(MANIFEST));
  const described = withEnd(PROVENANCE).filter((stem) => manifests.has(stem));
  return [...new Set([...withEnd(CHECKSUMS), ...described])].sort();
}

interface Reading {
  readonly byName: ReadonlyMap<string, Asset>;
  readonly reader: AssetReader;
  readonly address: ReleaseAddress;
}

/** The plugin with these names; undefined if the checksum file does not belong to a plugin. */
async function readSet(stem: string, { byName, reader, address }: Reading): Promise<IndexedPlugin | undefined> {
  const checksums = byName.get(stem + CHECKSUMS);
  if (checksums === undefined) throw new IncompleteSet(`${stem}${CHECKSUMS} is missing`);
  const listed = listOf(await reader.read(checksums), checksums.name);
  const isPlugin = [MANIFEST, PROVENANCE].every((end) => listed.has(stem + end));
  if (!isPlugin) return undefined;

  const files = new Map<string, IndexedFile>();
  for (const [name, sha256] of listed) {
    const asset = byName.get(name);
    if (asset === undefined) throw new IncompleteSet(`${name} is missing, and ${checksums.name} lists it`);
    if ((await reader.digestOf(asset)) !== sha256) {
      throw new IncompleteSet(`${name} does not have the digest that ${checksums.name} lists`);
    }
    files.set(name, indexedFile(asset, sha256, address));
  }
  const manifestAsset = byName.get(stem + MANIFEST);
  const provenanceAsset = byName.get(stem + PROVENANCE);
  const manifest = files.get(stem + MANIFEST);
  const provenance = files.get(stem + PROVENANCE);
  if (!(manifestAsset && provenanceAsset && manifest && provenance)) return undefined;
  const { name, version } = parsed(await reader.read(manifestAsset), manifestFields, manifestAsset.name);
  const { subject, predicate } = parsed(await reader.read(provenanceAsset), provenanceFields, provenanceAsset.name);
  const rest = [...files.values()].filter((file) => file !== manifest && file !== provenance);
  const artifact = rest.find(({ sha256 }) => sha256 === subject[0]?.digest.sha256);
  if (artifact === undefined)
    throw new IncompleteSet(`${checksums.name} does not list the artifact of ${provenance.name}`);
  return {
    name,
    version,
    platform: predicate.buildDefinition.externalParameters.platform,
    strategy: predicate.buildDefinition.externalParameters.strategy,
    artifact,
    manifest,
    provenance,
    checksums: indexedFile(checksums, await reader.digestOf(checksums), address),
    others: rest.filter((file) => file !== artifact).sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

/** The digests of a checksum file by name; empty if it is not one. */
function listOf(bytes: Buffer, label: string): ReadonlyMap<string, string> {
  try {
    return new Map(parseChecksumList(bytes, label).map(({ name, sha256 }) => [name, sha256]));
  } catch (error) {
    if (error instanceof FledgeError) return new Map();
    throw error;
  }
}

function parsed<T>(bytes: Buffer, schema: z.ZodType<T>, name: string): T {
  try {
    return schema.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    throw new IncompleteSet(`${name} is not a file that fledge writes`);
  }
}

function indexedFile({ name, size }: Asset, sha256: string, address: ReleaseAddress): IndexedFile {
  return { name, url: releaseAssetUrl({ ...address, name }), size, sha256 };
}
