import { createHash } from 'node:crypto';
import { mkdir, open, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Asset, Release, ReleaseApi } from '../github/releases.ts';
import { FledgeError } from '../support/errors.ts';
import type { Reporter } from '../support/report/reporter.ts';
import { checkContent } from './asset-content.ts';
import type { ReleaseAddress } from './plugin-sets.ts';
import type { PublishedFile } from './published-files.ts';
import { COMBINED_CHECKSUMS_NAME, INDEX_NAME } from './release-index.ts';
import { isTemporaryName, placeAssets } from './upload-assets.ts';

/**
 * Moves the files of other drafts of the action into the release, and deletes these drafts. Two jobs create two drafts for
 * one tag if GitHub's list of releases shows a new draft late. A file that the release has already is not moved.
 *
 * @throws HttpFailure; FledgeError.
 */
export async function mergeDrafts(
  api: ReleaseApi,
  release: Release,
  { address, directory, reporter }: MergeRequest,
): Promise<void> {
  const others = (await api.releasesOfTag()).filter(({ id, isOurs }) => isOurs && id !== release.id);
  for (const other of others) {
    // The list can be older than a deletion.
    if (!(await api.exists(other))) continue;
    const present = new Map(
      (await api.assetsOf(release)).filter(({ isComplete }) => isComplete).map((asset) => [asset.name, asset]),
    );
    const missing = (await api.assetsOf(other)).filter(
      ({ name, isComplete }) => isComplete && !present.has(name) && !isDerived(name),
    );
    requireEqual(await api.assetsOf(other), present, address.tag);
    for (const asset of missing) {
      reporter.info(`release ${address.tag}: move ${asset.name} from a second draft, which another job created`);
      const file = await fetchAsset(api, asset, directory);
      await placeAssets(api, release, { target: address, files: [file] });
      await unlink(file.path);
    }
    await api.deleteRelease(other);
  }
}

/** @throws FledgeError `publish` if both drafts have a file of one name with different bytes. */
function requireEqual(assets: readonly Asset[], present: ReadonlyMap<string, Asset>, tag: string): void {
  for (const asset of assets) {
    const other = present.get(asset.name);
    if (other === undefined || !asset.isComplete || isDerived(asset.name)) continue;
    const isDifferent = asset.size !== other.size || (asset.sha256 ?? other.sha256) !== (other.sha256 ?? asset.sha256);
    if (!isDifferent) continue;
    throw new FledgeError(
      'publish',
      `two drafts of release ${tag} have different files ${JSON.stringify(asset.name)}`,
      {
        fix: 'delete the wrong draft on the page of releases, and run this job again',
      },
    );
  }
}

export interface MergeRequest {
  readonly address: ReleaseAddress;
  /** A directory of this step; created if it is missing. */
  readonly directory: string;
  readonly reporter: Reporter;
}

/** Whether a file is derived from the others, or a part of an upload. */
function isDerived(name: string): boolean {
  return name === INDEX_NAME || name === COMBINED_CHECKSUMS_NAME || isTemporaryName(name);
}

async function fetchAsset(api: ReleaseApi, asset: Asset, directory: string): Promise<PublishedFile> {
  await mkdir(directory, { recursive: true });
  const path = join(directory, asset.name);
  const sha256 = await api.withRetry(`download of ${asset.name}`, async () => {
    const hash = createHash('sha256');
    const file = await open(path, 'w');
    try {
      await api.download(asset, async (piece) => {
        hash.update(piece);
        await file.writeFile(piece);
      });
    } finally {
      await file.close();
    }
    return hash.digest('hex');
  });
  checkContent(asset, asset.size, sha256);
  return { name: asset.name, path, size: asset.size, sha256 };
}
