import { extname } from 'node:path';
import { z } from 'zod';
import type { NetworkContext } from '../net/context.ts';
import { HttpFailure, LONGEST_WAIT_MS } from '../net/http-failure.ts';
import { redactUrl } from '../net/redact.ts';
import { withRetry } from '../net/request.ts';
import { FledgeError } from '../support/errors.ts';
import { apiAddress, type GithubApi, sourceApiOf } from './addresses.ts';
import { type GithubClient, type GithubRequest, openGithubClient } from './client.ts';
import { GithubRefusal, lookupError, publishError, type ReleaseName } from './errors.ts';
import { githubTokenOf } from './token.ts';

/** A file to upload. */
export interface UploadedFile {
  /** Absolute. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}

export interface Release {
  readonly id: number;
  readonly tag: string;
  /** The page of the release; that of a draft differs from that of the published release. */
  readonly page: string;
  readonly uploadUrl: string;
  readonly body: string;
  readonly isDraft: boolean;
  readonly isImmutable: boolean;
  /** A draft that a job of this action created, and that such a job publishes or deletes. */
  readonly isOurs: boolean;
}

export interface Asset {
  readonly id: number;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** The SHA-256 that GitHub computed at the upload, in hexadecimal; older assets and servers have none. */
  readonly sha256: string | undefined;
  /** False for an upload that is running or has failed: only its name exists. */
  readonly isComplete: boolean;
}

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

/** The operations on the releases of one tag. Each is repeated after transient failures, and throws HttpFailure. */
export interface ReleaseApi {
  /** The published release of the tag, and all drafts for it, in the order of their creation. */
  releasesOfTag(): Promise<readonly Release[]>;
  /** Whether a release exists. Lists of releases can be outdated. */
  exists(release: Release): Promise<boolean>;
  /** Whether the repository has the tag. */
  tagExists(): Promise<boolean>;
  /** `commit` will be tagged; undefined if the tag exists, or for the head of the default branch. */
  createDraft(fields: { readonly isPrerelease: boolean; readonly commit: string | undefined }): Promise<Release>;
  publish(release: Release): Promise<Release>;
  /** Deletes a release. A missing release is not an error. */
  deleteRelease(release: Release): Promise<void>;
  assetsOf(release: Release): Promise<readonly Asset[]>;
  /** Sends a file once. The caller checks for leftovers of a failed upload. */
  upload(release: Release, file: UploadedFile, name: string): Promise<Asset>;
  rename(asset: Asset, name: string): Promise<Asset>;
  deleteAsset(asset: Asset): Promise<void>;
  /** Runs an action, again after failures that may pass: those of the network, and those for which `mayPass` is true. */
  withRetry<T>(
    what: string,
    action: (attempt: number) => Promise<T>,
    mayPass?: (failure: HttpFailure) => boolean,
  ): Promise<T>;
}

/** Distinguishes drafts of fledge from those of people. It is invisible, and removed when the draft is published. */
const DRAFT_MARK = '<!-- fledge publishes this draft when its files are there -->';
/** The description of a release with a thousand assets, GitHub's maximum, has about 2 MB. */
const MAX_RELEASE_BYTES = 8 * 1024 * 1024;
const PAGE_SIZE = 100;
/** A release has at most 1000 assets; GitHub shows at most 10,000 releases, and a draft is among the newest. */
const MAX_PAGES = 10;

const httpUrl = z.url({ protocol: /^https?$/ });

/** An asset as the API describes it. Each operation requires the fields that it reads, and no others. */
const assetFields = z.object({
  id: z.number(),
  name: z.string().min(1),
  size: z.number(),
  state: z.string().optional(),
  digest: z.string().nullish(),
  url: httpUrl,
  browser_download_url: httpUrl,
});
type AssetFields = z.output<typeof assetFields>;

function isComplete({ state }: Pick<AssetFields, 'state'>): boolean {
  return state === undefined || state === 'uploaded';
}

function sha256Of({ digest }: Pick<AssetFields, 'digest'>): string | undefined {
  return /^sha256:([0-9a-f]{64})$/i.exec(digest ?? '')?.[1]?.toLowerCase();
}

const assetSchema = assetFields
  .pick({ id: true, name: true, size: true, state: true, digest: true })
  .transform((fields): Asset => {
    const { id, name, size } = fields;
    return { id, name, size, sha256: sha256Of(fields), isComplete: isComplete(fields) };
  });

const downloadableAssetFields = assetFields.pick({
  name: true,
  state: true,
  digest: true,
  url: true,
  browser_download_url: true,
});

/** A release as the API describes it. */
const releaseFields = z.object({
  id: z.number(),
  tag_name: z.string().min(1),
  html_url: z.string(),
  upload_url: z.string(),
  body: z.string().nullish(),
  draft: z.boolean(),
  immutable: z.boolean().optional(),
});

const downloadableReleaseFields = releaseFields
  .pick({ tag_name: true })
  .extend({ assets: z.array(downloadableAssetFields) });

const releaseSchema = releaseFields.transform(
  ({ id, tag_name: tag, html_url: page, upload_url: template, body, draft: isDraft, immutable }): Release => ({
    id,
    tag,
    page,
    // A URI template (RFC 6570) whose only variables are in the query.
    uploadUrl: template.replace(/\{.*$/, ''),
    body: body ?? '',
    isDraft,
    isImmutable: immutable === true,
    isOurs: isDraft && (body ?? '').includes(DRAFT_MARK),
  }),
);

const tagSchema = z.object({ ref: z.string() });
const anyAnswer = z.unknown();

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

/** The operations on the releases of the tag `name`, through an open client. */
export function releaseApi(client: GithubClient, name: ReleaseName, context: NetworkContext): ReleaseApi {
  const { repository, tag } = name;
  const { reporter } = context;
  const releases = `/repos/${repository}/releases`;

  const retried: ReleaseApi['withRetry'] = (what, action, mayPass) =>
    withRetry(action, context, { what, ...(mayPass !== undefined && { mayPass }) });
  const send = <T>(what: string, request: GithubRequest<T>): Promise<T> => retried(what, () => client.send(request));

  async function pages<T>(what: string, path: string, schema: z.ZodType<T>): Promise<readonly T[]> {
    const all: T[] = [];
    for (let page = 1; page <= MAX_PAGES; page += 1) {
      const query = { per_page: String(PAGE_SIZE), page: String(page) };
      const found = await send(what, { method: 'GET', path, query, schema: z.array(schema) });
      all.push(...found);
      if (found.length < PAGE_SIZE) break;
    }
    return all;
  }

  async function optional<T>(request: Promise<T>): Promise<T | undefined> {
    try {
      return await request;
    } catch (error) {
      if (error instanceof GithubRefusal && error.status === 404) return undefined;
      throw error;
    }
  }

  const readRelease = (path: string): Promise<Release | undefined> =>
    optional(send(`release ${tag}`, { method: 'GET', path: `${releases}/${path}`, schema: releaseSchema }));

  return {
    withRetry: retried,

    async releasesOfTag() {
      const published = await readRelease(`tags/${encodeURIComponent(tag)}`);
      // A draft cannot be requested by its tag, which does not exist yet.
      const listed = await pages(`releases of ${repository}`, releases, releaseSchema);
      const drafts = listed.filter((release) => release.isDraft && release.tag === tag);
      return [...(published === undefined ? [] : [published]), ...drafts.sort((a, b) => a.id - b.id)];
    },

    exists: async ({ id }) => (await readRelease(String(id))) !== undefined,

    async tagExists() {
      const path = `/repos/${repository}/git/ref/tags/${encodeURIComponent(tag)}`;
      return (await optional(send(`tag ${tag}`, { method: 'GET', path, schema: tagSchema }))) !== undefined;
    },

    createDraft({ isPrerelease, commit }) {
      const json = {
        tag_name: tag,
        ...(commit !== undefined && { target_commitish: commit }),
        name: tag,
        body: DRAFT_MARK,
        draft: true,
        prerelease: isPrerelease,
      };
      return send(`draft of release ${tag}`, { method: 'POST', path: releases, body: { json }, schema: releaseSchema });
    },

    publish({ id, body }) {
      // Without tag_name, GitHub can change the tag of a draft.
      const json = { tag_name: tag, draft: false, body: body.replace(DRAFT_MARK, '').trim() };
      const path = `${releases}/${id}`;
      return send(`release ${tag}`, { method: 'PATCH', path, body: { json }, schema: releaseSchema });
    },

    async deleteRelease({ id }) {
      await optional(send(`draft ${id}`, { method: 'DELETE', path: `${releases}/${id}`, schema: anyAnswer }));
    },

    assetsOf: ({ id }) => pages(`assets of release ${tag}`, `${releases}/${id}/assets`, assetSchema),

    async upload({ uploadUrl }, { path: file, size }, name) {
      const progress = reporter.progress(`upload ${name}`, 'bytes');
      try {
        const body = { file, size, contentType: contentTypeOf(name), progress };
        return await client.send({ method: 'POST', path: uploadUrl, query: { name }, body, schema: assetSchema });
      } finally {
        progress.end();
      }
    },

    // Directly after an upload, GitHub can answer that the asset does not exist.
    rename: ({ id }, name) =>
      retried(
        `asset ${name}`,
        () =>
          client.send({
            method: 'PATCH',
            path: `${releases}/assets/${id}`,
            body: { json: { name } },
            schema: assetSchema,
          }),
        ({ status }) => status === 404,
      ),

    async deleteAsset({ id, name }) {
      await optional(send(`asset ${name}`, { method: 'DELETE', path: `${releases}/assets/${id}`, schema: anyAnswer }));
    },
  };
}

/** Runs a part of a publication. An HttpFailure becomes an error that begins with `doing`. */
export async function withContext<T>(doing: string, name: ReleaseName, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof HttpFailure ? publishError(doing, error, name) : error;
  }
}

function contentTypeOf(name: string): string {
  switch (extname(name)) {
    case '.gz':
      return 'application/gzip';
    case '.json':
      return 'application/json';
    case '.SHA256SUMS':
      return 'text/plain; charset=utf-8';
    default:
      return 'application/octet-stream';
  }
}
