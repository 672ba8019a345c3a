import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { parseChecksumList } from '../compare/checksum-list.ts';
import { GithubRefusal } from '../github/errors.ts';
import type { Asset, Release, ReleaseApi } from '../github/releases.ts';
import type { NetworkContext } from '../net/context.ts';
import { FledgeError, writeFailureOf } from '../support/errors.ts';
import { retry } from '../support/retry.ts';
import { type AssetReader, assetReader } from './asset-content.ts';
import { type ReleaseAddress, readPluginSets } from './plugin-sets.ts';
import type { PublishedFile } from './published-files.ts';
import {
  COMBINED_CHECKSUMS_NAME,
  INDEX_NAME,
  type IndexedPlugin,
  renderCombinedChecksums,
  renderIndex,
  sortedPlugins,
} from './release-index.ts';
import { isTemporaryName, placeAssets } from './upload-assets.ts';

export interface IndexRequest {
  /** A directory of this step for the two files; created if it is missing. */
  readonly directory: string;
  /** `requested`: the user asked for the index, so incomplete plugins and files of other origin are errors. */
  readonly reason: 'requested' | 'part of the release';
}

interface Placing extends IndexRequest {
  readonly address: ReleaseAddress;
  /** Files of this step, which are not downloaded. */
  readonly local: readonly PublishedFile[];
}

/** Another job has changed the release in the meantime. */
class Outdated extends Error {
  override readonly name = 'Outdated';
}

/** Jobs that finish at the same time need one attempt each in the worst case. */
const MAX_ATTEMPTS = 12;

/**
 * Places index.json and SHA256SUMS for all plugins of a release. Both are derived from the assets of the release and never
 * from another index. After the upload, the assets are listed again: if another job has changed one in the meantime, the
 * files are derived again. So the job that writes last has seen the files of all jobs that were complete before, and the
 * order of the jobs has no effect.
 *
 * @returns the plugins of the release, in the order of the index; undefined if the release has files of other origin with
 *   these names.
 * @throws HttpFailure; FledgeError `publish`.
 */
export async function placeIndex(
  api: ReleaseApi,
  release: Release,
  placing: Placing,
  context: NetworkContext,
): Promise<readonly IndexedPlugin[] | undefined> {
  const { signal, network, reporter } = context;
  const reader = assetReader(api, placing.local);
  const own = new Set<number>();
  const recording: ReleaseApi = {
    ...api,
    upload: async (...args) => {
      const asset = await api.upload(...args);
      own.add(asset.id);
      return asset;
    },
  };
  try {
    return await retry(() => placeOnce(recording, release, { ...placing, reader, own }, context), {
      classify: (error) => (error instanceof Outdated ? { waitAtLeastMs: 0 } : 'give-up'),
      attempts: MAX_ATTEMPTS,
      onRetry: ({ error }) => reporter.debug(`${INDEX_NAME}: ${error instanceof Error ? error.message : error}`),
      signal,
      ...(network?.delay !== undefined && { delay: network.delay }),
    });
  } catch (error) {
    if (!(error instanceof Outdated)) throw error;
    throw new FledgeError(
      'publish',
      `cannot write ${INDEX_NAME} of release ${placing.address.tag}: ${error.message} (${MAX_ATTEMPTS} attempts)`,
      { cause: error, fix: 'run the job again when no other job publishes to the release' },
    );
  }
}

async function placeOnce(
  api: ReleaseApi,
  release: Release,
  placing: Placing & { readonly reader: AssetReader; readonly own: ReadonlySet<number> },
  { reporter }: NetworkContext,
): Promise<readonly IndexedPlugin[] | undefined> {
  const { address, reader, reason } = placing;
  return unlessOvertaken(api, release, async () => {
    const assets = await api.assetsOf(release);
    const foreign = await foreignName(assets, reader);
    if (foreign !== undefined) {
      const message = `cannot write ${foreign} of release ${address.tag}: the release has a file of this name that fledge has not written`;
      if (reason === 'requested') {
        throw new FledgeError('publish', message, { fix: `rename or delete ${foreign} in the release` });
      }
      reporter.warn(message);
      return undefined;
    }
    const { plugins, incomplete } = await readPluginSets(assets, reader, address);
    if (reason === 'requested') requireComplete(plugins, incomplete, address);
    for (const why of incomplete) reporter.debug(`not in ${INDEX_NAME}: ${why}`);

    const sorted = sortedPlugins(plugins);
    const files = await writeIndex(sorted, placing);
    await placeAssets(api, release, { target: address, files });
    const after = await api.assetsOf(release);
    const isPlaced = files.every(({ name, sha256, size }) =>
      after.some((asset) => asset.name === name && asset.size === size && (asset.sha256 ?? sha256) === sha256),
    );
    if (!isPlaced || fingerprint(after) !== fingerprint(assets)) {
      throw new Outdated('other jobs kept changing the files of the release');
    }
    // An attempt that another job has overtaken can leave its upload. Uploads of running jobs are left to them.
    const leftovers = after.filter(
      ({ id, name }) => isUploadOfIndex(name) && (reason === 'requested' || placing.own.has(id)),
    );
    for (const asset of leftovers) await api.deleteAsset(asset);
    return sorted;
  });
}

/** @throws Outdated if a request failed because another job had renamed, deleted or uploaded the same asset. */
async function unlessOvertaken<T>(api: ReleaseApi, release: Release, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const isRace = error instanceof GithubRefusal && (error.status === 404 || error.isTaken('ReleaseAsset'));
    if (isRace && (await api.exists(release))) throw new Outdated(error.message, { cause: error });
    throw error;
  }
}

/** The name of the index or of the checksums if the release has such a file that fledge has not written. */
async function foreignName(assets: readonly Asset[], reader: AssetReader): Promise<string | undefined> {
  const find = (name: string): Asset | undefined =>
    assets.find((asset) => asset.name === name && asset.isComplete && asset.size > 0);
  const index = find(INDEX_NAME);
  if (index !== undefined && !isIndex(await reader.read(index))) return INDEX_NAME;
  const checksums = find(COMBINED_CHECKSUMS_NAME);
  if (checksums !== undefined && !listsIndex(await reader.read(checksums))) return COMBINED_CHECKSUMS_NAME;
  return undefined;
}

/** The fields by which an index is recognised. Later versions of fledge may add others. */
const ownIndexSchema = z.object({ schemaVersion: z.number(), plugins: z.array(z.unknown()) });

function isIndex(content: Buffer): boolean {
  try {
    return ownIndexSchema.safeParse(JSON.parse(content.toString('utf8'))).success;
  } catch {
    return false;
  }
}

/** The combined checksums always list the index. */
function listsIndex(content: Buffer): boolean {
  try {
    return parseChecksumList(content, COMBINED_CHECKSUMS_NAME).some(({ name }) => name === INDEX_NAME);
  } catch {
    return false;
  }
}

function requireComplete(
  plugins: readonly IndexedPlugin[],
  incomplete: readonly string[],
  { tag }: ReleaseAddress,
): void {
  if (incomplete.length > 0) {
    throw new FledgeError('publish', `release ${tag} is incomplete: ${incomplete.join('; ')}`, {
      fix: 'run the job again that uploads these files, and then this one',
    });
  }
  if (plugins.length > 0) return;
  throw new FledgeError('publish', `release ${tag} has no plugin`, {
    fix: 'upload the plugins in jobs before this one, with upload: release and draft: true',
  });
}

/** Writes the two files into the directory. The checksums contain the digest of the index. */
async function writeIndex(
  plugins: readonly IndexedPlugin[],
  { address: { repository, tag }, directory }: Placing,
): Promise<readonly PublishedFile[]> {
  const index = await writeFileOf(
    directory,
    INDEX_NAME,
    renderIndex({ schemaVersion: 1, repository, tag, plugins: [...plugins] }),
  );
  const checksums = renderCombinedChecksums(plugins, index);
  return [index, await writeFileOf(directory, COMBINED_CHECKSUMS_NAME, checksums)];
}

async function writeFileOf(directory: string, name: string, text: string): Promise<PublishedFile> {
  const path = join(directory, name);
  const content = Buffer.from(text, 'utf8');
  try {
    await mkdir(directory, { recursive: true });
    await writeFile(path, content);
  } catch (error) {
    throw new FledgeError('output', `cannot write ${path}: ${writeFailureOf(error)}`, { cause: error });
  }
  return { name, path, size: content.length, sha256: createHash('sha256').update(content).digest('hex') };
}

function isUploadOfIndex(name: string): boolean {
  return isTemporaryName(name) && (name.endsWith(`-${INDEX_NAME}`) || name.endsWith(`-${COMBINED_CHECKSUMS_NAME}`));
}

/** The state of the files from which an index is derived. */
function fingerprint(assets: readonly Asset[]): string {
  const isSource = ({ name, isComplete }: Asset): boolean =>
    isComplete && name !== INDEX_NAME && name !== COMBINED_CHECKSUMS_NAME && !isTemporaryName(name);
  const lines = assets.filter(isSource).map(({ id, name }) => `${id} ${name}`);
  return lines.sort().join('\n');
}
