import { GithubRefusal, immutableRelease, type ReleaseName } from '../github/errors.ts';
import type { Asset, Release, ReleaseApi } from '../github/releases.ts';
import { FledgeError } from '../support/errors.ts';
import type { PublishedFile } from './published-files.ts';

export interface PlacedAsset {
  readonly id: number;
  readonly name: string;
  readonly how: 'added' | 'replaced' | 'kept';
}

/** "A release can have at most 1000 assets", docs.github.com, "About releases". */
const MOST_ASSETS = 1000;

/**
 * Adds files to a release under their names, in their order. An existing file with the same digest is kept. One with
 * another digest is replaced: the new file is uploaded under a temporary name; after all uploads the old files are deleted
 * and the new ones renamed. A failed upload leaves the old file in place.
 *
 * @throws HttpFailure; FledgeError if the release is full or immutable, or GitHub received different bytes.
 */
export async function placeAssets(
  api: ReleaseApi,
  release: Release,
  { target, files }: { readonly target: ReleaseName; readonly files: readonly PublishedFile[] },
): Promise<readonly PlacedAsset[]> {
  const present = await api.assetsOf(release);
  const plans = files.map((file) => ({ file, old: present.find(({ name }) => name === file.name) }));
  const missing = plans.filter(({ file, old }) => !isSame(old, file));
  if (missing.length > 0 && release.isImmutable) throw immutableRelease(target);
  const total = present.length + missing.filter(({ old }) => old === undefined).length;
  if (total > MOST_ASSETS) {
    throw new FledgeError(
      'publish',
      `cannot publish to release ${target.tag}: it would have ${total} files, and GitHub allows ${MOST_ASSETS}`,
      {
        fix: 'delete files from the release, or publish under another tag',
      },
    );
  }

  const uploaded = new Map<PublishedFile, { readonly asset: Asset; readonly old: Asset | undefined }>();
  for (const { file, old } of missing) {
    // An incomplete upload was never downloadable, so it is not replaced atomically.
    const inUse = old?.isComplete === true ? old : undefined;
    const name = inUse === undefined ? file.name : temporaryName(file);
    uploaded.set(file, { asset: await uploadAs(api, release, { file, name, target }), old: inUse });
  }

  const placed: PlacedAsset[] = [];
  for (const { file, old } of plans) {
    const upload = uploaded.get(file);
    if (upload === undefined) {
      if (old !== undefined) placed.push({ id: old.id, name: old.name, how: 'kept' });
    } else if (upload.old === undefined) {
      placed.push({ id: upload.asset.id, name: file.name, how: 'added' });
    } else {
      await api.deleteAsset(upload.old);
      const { id } = await takeName(api, release, { file, asset: upload.asset });
      placed.push({ id, name: file.name, how: 'replaced' });
    }
  }
  return placed;
}

/** Whether an asset is certainly this file. */
function isSame(asset: Asset | undefined, file: PublishedFile): boolean {
  return asset?.isComplete === true && asset.size === file.size && asset.sha256 === file.sha256;
}

/** A temporary name from the name and digest, so that the leftover of a failed run is found again. */
function temporaryName({ name, sha256 }: PublishedFile): string {
  return `uploading-${sha256.slice(0, 12)}-${name}`;
}

/** Whether a name is that of an unfinished replacement. */
export function isTemporaryName(name: string): boolean {
  return /^uploading-[0-9a-f]{12}-/.test(name);
}

/** Uploads a file under a name that is free, or used by a failed upload. */
function uploadAs(
  api: ReleaseApi,
  release: Release,
  { file, name, target }: { readonly file: PublishedFile; readonly name: string; readonly target: ReleaseName },
): Promise<Asset> {
  return api.withRetry(
    `upload of ${file.name}`,
    async (attempt) => {
      if (attempt > 1) {
        const arrived = await clearWay(api, release, { file, name });
        if (arrived !== undefined) return arrived;
      }
      const asset = await api.upload(release, file, name);
      await verify(api, asset, { file, name, target });
      return asset;
    },
    // The release can be too new for the upload host, and a failed upload can have the name.
    (failure) => failure.status === 404 || (failure instanceof GithubRefusal && failure.isTaken('ReleaseAsset')),
  );
}

/** The asset with the name, if it is the file; otherwise deletes it and returns undefined. */
async function clearWay(
  api: ReleaseApi,
  release: Release,
  { file, name }: { readonly file: PublishedFile; readonly name: string },
): Promise<Asset | undefined> {
  const there = (await api.assetsOf(release)).find((asset) => asset.name === name);
  if (there === undefined) return undefined;
  if (isSame(there, file)) return there;
  await api.deleteAsset(there);
  return undefined;
}

/** @throws FledgeError if GitHub has different bytes or another name; the asset is deleted first. */
async function verify(
  api: ReleaseApi,
  asset: Asset,
  { file, name, target }: { readonly file: PublishedFile; readonly name: string; readonly target: ReleaseName },
): Promise<void> {
  const what = `cannot publish ${file.name} in release ${target.tag} of ${target.repository}`;
  const isRight = asset.size === file.size && (asset.sha256 ?? file.sha256) === file.sha256;
  if (isRight && asset.name === name && asset.isComplete) return;
  await api.deleteAsset(asset);
  if (asset.name !== name) {
    throw new FledgeError('publish', `${what}: GitHub calls it ${asset.name}`, {
      fix: 'use letters, digits, ".", "_" and "-" in the name in manifest.toml, or in artifact-name',
    });
  }
  const { size, sha256 = 'no digest' } = asset;
  throw new FledgeError(
    'publish',
    `${what}: GitHub received ${size} bytes (${sha256}), but the build wrote ${file.size} (${file.sha256})`,
    { fix: 'run the job again, and make sure that no other step writes to the output directory before this step ends' },
  );
}

/** Renames an upload to its final name as soon as the name is free. */
function takeName(
  api: ReleaseApi,
  release: Release,
  { file, asset }: { readonly file: PublishedFile; readonly asset: Asset },
): Promise<Asset> {
  return api.withRetry(
    `asset ${file.name}`,
    async (attempt) => {
      if (attempt > 1) {
        const arrived = await clearWay(api, release, { file, name: file.name });
        if (arrived !== undefined) {
          if (arrived.id !== asset.id) await api.deleteAsset(asset);
          return arrived;
        }
      }
      return await api.rename(asset, file.name);
    },
    (failure) => failure instanceof GithubRefusal && failure.isTaken('ReleaseAsset'),
  );
}
