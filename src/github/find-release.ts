import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { z } from 'zod';
import type { NetworkContext } from '../net/context.ts';
import type { HttpFailure } from '../net/http-failure.ts';
import { redactUrl } from '../net/redact.ts';
import { downloadError, type RequestJob, requestWithRetries } from '../net/request.ts';
import { type Environment, environmentValue } from '../support/environment.ts';
import { FledgeError, messageOf } from '../support/errors.ts';

/** A file of a release, as far as it is of use here. */
export interface ReleaseAsset {
  readonly name: string;
  /** What serves its bytes, with the request headers that this needs. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Its address for people and provenance. */
  readonly publicUrl: string;
  /** The SHA-256 that GitHub computed when it was uploaded; older releases have none. */
  readonly sha256: string | undefined;
}

export interface Release {
  readonly tag: string;
  readonly assets: readonly ReleaseAsset[];
}

const PUBLIC_API = 'https://api.github.com';
/** Several times what GitHub's longest tokens have. */
const MAX_TOKEN_BYTES = 4096;
/** A release with a thousand assets, the most GitHub allows, is described in about 2 MB. */
const MAX_RESPONSE_BYTES = 8 * 1024 * 1024;

const httpUrl = z.url({ protocol: /^https?$/ });
const assetSchema = z.object({
  name: z.string().min(1),
  url: httpUrl,
  browser_download_url: httpUrl,
  state: z.string().optional(),
  digest: z.string().nullish(),
});
const releaseSchema = z.object({ tag_name: z.string().min(1), assets: z.array(assetSchema) });

/**
 * A release of `repository` (`owner/name`) from GitHub's REST API, or the API at FLEDGE_GITHUB_API_URL. `version` is a
 * tag, or `latest`. The token (see `githubTokenOf`) goes to that API only.
 *
 * @throws FledgeError `download`; `usage` for a token that cannot be read.
 */
export async function readRelease(repository: string, version: string, context: NetworkContext): Promise<Release> {
  const api = apiUrl(context);
  const token = await githubTokenOf(context.env);
  const url = releaseUrl(api, repository, version);
  const doing = `cannot look up release ${version} of ${repository} at ${redactUrl(url.href)}`;
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const headers = { accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28', ...authorization };
  const job: RequestJob = {
    what: `release ${version} of ${repository}`,
    request: { url, headers, maxBytes: MAX_RESPONSE_BYTES },
    explain: (failure) => apiError(doing, failure, { repository, hasToken: token !== undefined }),
  };
  const text = await requestWithRetries(job, context, async ({ body }) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of body) chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
  });
  return releaseOf(text, { doing, api, authorization });
}

/**
 * The token for GitHub's API: GITHUB_TOKEN, or the content of the file that FLEDGE_GITHUB_TOKEN_FILE names, for builds whose
 * environment others can see.
 *
 * @throws FledgeError `usage` if that file cannot be read, or holds something else.
 */
export async function githubTokenOf(env: Environment): Promise<string | undefined> {
  const token = environmentValue(env, 'GITHUB_TOKEN');
  const file = environmentValue(env, 'FLEDGE_GITHUB_TOKEN_FILE');
  if (token !== undefined || file === undefined) return token;
  const fail = (why: string, cause?: unknown): FledgeError =>
    new FledgeError('usage', `cannot read the token in ${file}, which FLEDGE_GITHUB_TOKEN_FILE names: ${why}`, {
      cause,
      fix: 'let it name a file that has a token and nothing else, or unset it',
    });
  let text: string;
  try {
    // The open of a fifo would wait for somebody who writes to it.
    const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      if (!(await handle.stat()).isFile()) throw fail('it is not a regular file');
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(MAX_TOKEN_BYTES + 1));
      text = buffer.toString('latin1', 0, bytesRead).trim();
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw error instanceof FledgeError ? error : fail(messageOf(error), error);
  }
  // What is in it stays out of the message.
  if (text.length > MAX_TOKEN_BYTES || !/^[!-~]+$/.test(text)) throw fail('it does not hold a token');
  return text;
}

function apiUrl({ env }: NetworkContext): URL {
  const text = environmentValue(env, 'FLEDGE_GITHUB_API_URL') ?? PUBLIC_API;
  const url = URL.parse(text);
  if (url !== null && (url.protocol === 'https:' || url.protocol === 'http:')) return url;
  throw new FledgeError('usage', `FLEDGE_GITHUB_API_URL is not an http(s) URL: ${redactUrl(text)}`, {
    fix: `unset it, or give it the form ${PUBLIC_API} or https://HOST/api/v3`,
  });
}

function releaseUrl(api: URL, repository: string, version: string): URL {
  const url = new URL(api);
  const release = version === 'latest' ? 'latest' : `tags/${encodeURIComponent(version)}`;
  url.pathname = `${api.pathname.replace(/\/+$/, '')}/repos/${repository}/releases/${release}`;
  return url;
}

function releaseOf(
  text: string,
  { doing, api, authorization }: { doing: string; api: URL; authorization: Readonly<Record<string, string>> },
): Release {
  const parsed = releaseSchema.safeParse(jsonOf(text));
  if (!parsed.success) {
    const first = parsed.error.issues[0];
    const where = first === undefined || first.path.length === 0 ? '' : ` at ${first.path.join('.')}`;
    throw new FledgeError('download', `${doing}: the answer is not the description of a release${where}`, {
      fix: 'check that FLEDGE_GITHUB_API_URL names the API of GitHub, not its web site',
    });
  }
  const { tag_name: tag, assets } = parsed.data;
  return {
    tag,
    assets: assets
      .filter(({ state }) => state === undefined || state === 'uploaded')
      .map(({ name, url, browser_download_url: publicUrl, digest }) => ({
        name,
        publicUrl,
        sha256: digest == null ? undefined : sha256Of(digest, name, doing),
        ...waysToBytes({ url, publicUrl, api, authorization }),
      })),
  };
}

/**
 * With a token the bytes come from the API, which is the only way into a private repository. Without one they come
 * from the web address, which unlike the API does not count what an address asks for.
 */
function waysToBytes(of: {
  url: string;
  publicUrl: string;
  api: URL;
  authorization: Readonly<Record<string, string>>;
}): Pick<ReleaseAsset, 'url' | 'headers'> {
  const { url, publicUrl, api, authorization } = of;
  const isOurApi = new URL(url).origin === api.origin;
  if (!('authorization' in authorization) || !isOurApi) return { url: publicUrl, headers: {} };
  return { url, headers: { accept: 'application/octet-stream', ...authorization } };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function apiError(doing: string, failure: HttpFailure, of: { repository: string; hasToken: boolean }): FledgeError {
  const { status, headers } = failure;
  const { repository, hasToken } = of;
  const fail = (message: string, fix: string): FledgeError =>
    new FledgeError('download', `${doing}: ${message}`, { cause: failure, fix });
  if ((status === 403 || status === 429) && (headers['x-ratelimit-remaining'] === '0' || status === 429)) {
    return fail(
      'the rate limit of the GitHub API is used up',
      hasToken ? 'try again later' : 'set GITHUB_TOKEN, with which the limit is far higher',
    );
  }
  if (status === 401) return fail('GITHUB_TOKEN was not accepted', 'renew GITHUB_TOKEN, or unset it');
  if (status === 404) {
    const andToken = hasToken
      ? 'that GITHUB_TOKEN may read the repository'
      : 'set GITHUB_TOKEN if the repository is private';
    return fail(
      'there is no such release',
      `compare version in [agent] with the tags at https://github.com/${repository}/releases, or use "latest"; ${andToken}`,
    );
  }
  return downloadError(doing, failure);
}

/** A digest that is there and cannot be checked is no reason to do without. */
function sha256Of(digest: string, name: string, doing: string): string {
  const hex = /^sha256:([0-9a-f]{64})$/i.exec(digest)?.[1];
  if (hex !== undefined) return hex.toLowerCase();
  throw new FledgeError(
    'download',
    `${doing}: the digest of ${name} is no SHA-256: ${JSON.stringify(digest.slice(0, 100))}`,
    {
      fix: 'use another version, or the asset itself with source_strategy = "http" and its checksum',
    },
  );
}
