import { redactUrl } from '../net/redact.ts';
import { type Environment, environmentValue } from '../support/environment.ts';
import { FledgeError } from '../support/errors.ts';

/** GitHub's REST API. */
export const PUBLIC_API = 'https://api.github.com';
/** GitHub's web site. */
export const PUBLIC_SERVER = 'https://github.com';

/** An instance of GitHub's REST API, and the variable that contains its URL, for the fix of an error. */
export interface GithubApi {
  readonly url: string;
  readonly variable: 'GITHUB_API_URL' | 'FLEDGE_GITHUB_API_URL';
}

/**
 * The API that has the releases of sources: FLEDGE_GITHUB_API_URL, or the public one.
 *
 * @throws FledgeError `usage` if the variable is not an http(s) URL.
 */
export function sourceApiOf(env: Environment): GithubApi {
  const text = environmentValue(env, 'FLEDGE_GITHUB_API_URL') ?? PUBLIC_API;
  const protocol = URL.parse(text)?.protocol;
  if (protocol === 'https:' || protocol === 'http:') return { url: text, variable: 'FLEDGE_GITHUB_API_URL' };
  throw new FledgeError('usage', `FLEDGE_GITHUB_API_URL is not an http(s) URL: ${redactUrl(text)}`, {
    fix: `unset it, or set it to ${PUBLIC_API} or https://HOST/api/v3`,
  });
}

/** The address of a request: `path` below the address of the API, or `path` itself if it is a whole URL. */
export function apiAddress({ url: api }: GithubApi, path: string, query: Readonly<Record<string, string>> = {}): URL {
  if (!path.startsWith('/')) return withQuery(new URL(path), query);
  const url = new URL(api);
  url.pathname = `${url.pathname.replace(/\/+$/, '')}${path}`;
  return withQuery(url, query);
}

function withQuery(url: URL, query: Readonly<Record<string, string>>): URL {
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url;
}

/**
 * The download address of a release asset, which may not exist yet. As in GitHub's own addresses, the slashes of a tag
 * are percent-encoded too.
 */
export function releaseAssetUrl(where: {
  readonly serverUrl: string;
  readonly repository: string;
  readonly tag: string;
  readonly name: string;
}): string {
  const { serverUrl, repository, tag, name } = where;
  const file = `${encodeURIComponent(tag)}/${encodeURIComponent(name)}`;
  return `${serverUrl.replace(/\/+$/, '')}/${repository}/releases/download/${file}`;
}
