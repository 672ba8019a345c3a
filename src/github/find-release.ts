import { z } from 'zod';
import type { NetworkContext } from '../net/context.ts';
import { HttpFailure, LONGEST_WAIT_MS } from '../net/http-failure.ts';
import { redactUrl } from '../net/redact.ts';
import { withRetry } from '../net/request.ts';
import { FledgeError } from '../support/errors.ts';
import { apiAddress, type GithubApi, sourceApiOf } from './addresses.ts';
import { openGithubClient } from './client.ts';
import { lookupError } from './errors.ts';
import { type AssetFields, assetFields, isComplete, releaseFields, sha256Of } from './release-fields.ts';
import type { Asset } from './releases.ts';
import { githubTokenOf } from './token.ts';

/** An asset to be downloaded. */
export interface DownloadableAsset extends Pick<Asset, 'name' | 'sha256'> {
  /** The address of its bytes, with the request headers that this address needs. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The address that people use and that provenance records. */
  readonly publicUrl: string;
}

/** A release from which assets are downloaded. */
export interface DownloadableRelease {
  readonly tag: string;
  readonly assets: readonly DownloadableAsset[];
}

/** The description of a release with a thousand assets, GitHub's maximum, has about 2 MB. */
const MAX_RELEASE_BYTES = 8 * 1024 * 1024;

const downloadableAssetFields = assetFields.pick({
  name: true,
  state: true,
  digest: true,
  url: true,
  browser_download_url: true,
});

const downloadableReleaseFields = releaseFields
  .pick({ tag_name: true })
  .extend({ assets: z.array(downloadableAssetFields) });

/**
 * Looks up a release of `repository` (`owner/name`) in GitHub's API, or in the API at FLEDGE_GITHUB_API_URL. `version` is a
 * tag, or `latest`. The token (see `githubTokenOf`) is sent to that API only; public releases need none.
 *
 * @throws FledgeError `download`; `usage` for a token that cannot be read.
 */
export async function findRelease(
  repository: string,
  version: string,
  context: NetworkContext,
): Promise<DownloadableRelease> {
  const api = sourceApiOf(context.env);
  const token = await githubTokenOf(context.env);
  const release = version === 'latest' ? 'latest' : `tags/${encodeURIComponent(version)}`;
  const path = `/repos/${repository}/releases/${release}`;
  const what = `release ${version} of ${repository}`;
  const doing = `cannot look up ${what} at ${redactUrl(apiAddress(api, path).href)}`;
  const client = await openGithubClient({ api, token }, context);
  try {
    const request = { method: 'GET', path, schema: downloadableReleaseFields, maxBytes: MAX_RELEASE_BYTES } as const;
    const found = await withRetry(() => client.send(request), context, { what, maxWaitInAllMs: LONGEST_WAIT_MS });
    const assets = found.assets.filter(isComplete).map((asset): DownloadableAsset => {
      const { name, browser_download_url: publicUrl } = asset;
      return { name, publicUrl, sha256: usableSha256(asset, doing), ...downloadAddress(asset, { api, token }) };
    });
    return { tag: found.tag_name, assets };
  } catch (error) {
    throw error instanceof HttpFailure
      ? lookupError(doing, error, { repository, hasToken: token !== undefined })
      : error;
  } finally {
    await client.close();
  }
}

/**
 * The address of an asset's bytes: with a token that of the API, which also serves private repositories; without one that
 * of the web site, which does not have a rate limit.
 */
function downloadAddress(
  { url, browser_download_url: publicUrl }: Pick<AssetFields, 'url' | 'browser_download_url'>,
  { api, token }: { readonly api: GithubApi; readonly token: string | undefined },
): Pick<DownloadableAsset, 'url' | 'headers'> {
  const isOfApi = new URL(url).origin === new URL(api.url).origin;
  if (token === undefined || !isOfApi) return { url: publicUrl, headers: {} };
  return { url, headers: { accept: 'application/octet-stream', authorization: `Bearer ${token}` } };
}

/** @throws FledgeError `download` for a digest that cannot be checked: the asset must not be used unverified then. */
function usableSha256(asset: Pick<AssetFields, 'name' | 'digest'>, doing: string): string | undefined {
  const { name, digest } = asset;
  const sha256 = sha256Of(asset);
  if (sha256 !== undefined || digest == null) return sha256;
  throw new FledgeError(
    'download',
    `${doing}: the digest of ${name} is not a SHA-256: ${JSON.stringify(digest.slice(0, 100))}`,
    { fix: 'use another version, or the asset itself with source_strategy = "http" and its checksum' },
  );
}
