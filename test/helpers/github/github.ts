import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { bytes, type LoopbackServer, type Responder, type SeenRequest, serveEverything } from '../net/http-server.ts';
import { bodyOf, type Fault, Faults, json } from './faults.ts';

/*
 * GitHub's REST API for releases (docs.github.com/rest/releases), with its behaviour: drafts are not found by a tag and
 * may exist twice, only one published release has a tag, names of assets are changed and unique, an aborted upload
 * leaves a `starter`, an immutable release accepts no changes. Uploads use another port, like uploads.github.com.
 */

export type GithubOperation =
  | 'list releases'
  | 'latest release'
  | 'generate notes'
  | 'release by tag'
  | 'get tag'
  | 'get release'
  | 'create release'
  | 'update release'
  | 'delete release'
  | 'list assets'
  | 'get asset'
  | 'update asset'
  | 'delete asset'
  | 'upload asset'
  | 'download';

export interface GithubAsset {
  readonly id: number;
  name: string;
  readonly state: 'starter' | 'uploaded';
  readonly content: Buffer;
  readonly contentType: string;
  /** The digest in answers of the API. */
  readonly digest: string | null;
}

export interface GithubRelease {
  readonly id: number;
  tag: string;
  name: string;
  body: string;
  draft: boolean;
  prerelease: boolean;
  immutable: boolean;
  /** True for the release that is marked as the latest. */
  latest: boolean;
  target: string | undefined;
  readonly assets: GithubAsset[];
}

/** Permissions of a token: `write` is `contents: write`, `read` sees published releases only. */
export type GithubAccess = 'write' | 'read';

export interface GithubOptions {
  /** `owner/name`; default `octocat/hello`. */
  readonly repository?: string;
  /** By token; default: every token may write. */
  readonly tokens?: Readonly<Record<string, GithubAccess>>;
  /** True if the repository makes releases immutable when they are published. */
  readonly immutableReleases?: boolean;
  readonly tags?: readonly string[];
  /** Commits whose workflow files are not those of the default branch: a job's token may not name one in a release. */
  readonly commitsWithOtherWorkflows?: readonly string[];
  /** The web site in addresses of downloads; default: this server, which serves them. */
  readonly serverUrl?: string;
  /** The number of lists that do not show a release after it was created. */
  readonly listLag?: number;
  /** Decides when each request is answered; default: at once. */
  readonly schedule?: (answer: () => void, request: IncomingMessage) => void;
  /** Responders that replace paths of the API. */
  readonly overrides?: Readonly<Record<string, Responder>>;
}

export interface GithubServer extends AsyncDisposable {
  /** GITHUB_API_URL and FLEDGE_GITHUB_API_URL. */
  readonly origin: string;
  readonly serverUrl: string;
  /** The environment variables that the runner would set. */
  readonly env: Readonly<Record<string, string>>;
  readonly faults: { next(operation: GithubOperation, ...faults: Fault[]): void };
  /** All requests including uploads, such as `create release`. */
  readonly operations: readonly string[];
  readonly requests: readonly SeenRequest[];
  readonly releases: GithubRelease[];
  readonly tags: ReadonlySet<string>;
  /** Lists of releases are current from now on. */
  catchUp(): void;
  /** Adds a release that existed before the test. */
  addRelease(release: Partial<Omit<GithubRelease, 'id' | 'assets'>> & { readonly tag: string }): GithubRelease;
  addAsset(release: GithubRelease, asset: Partial<GithubAsset> & { readonly name: string }): GithubAsset;
}

export async function startGithub(options: GithubOptions = {}): Promise<GithubServer> {
  const {
    repository = 'octocat/hello',
    tokens,
    overrides = {},
    listLag = 0,
    schedule = (answer) => answer(),
  } = options;
  const releases: GithubRelease[] = [];
  const hiddenFor = new Map<number, number>();
  const tags = new Set(options.tags);
  const operations: string[] = [];
  const requests: SeenRequest[] = [];
  const faults = new Faults();
  let lastId = 0;
  const nextId = (): number => {
    lastId += 1;
    return lastId;
  };

  const respond: Responder = (request, response) => {
    requests.push({ method: request.method ?? '', url: request.url ?? '/', headers: request.headers });
    const override = overrides[(request.url ?? '/').replace(/\?.*$/s, '')];
    if (override !== undefined) return override(request, response);
    const route = routeOf(request, repository);
    if (route === undefined) return json(404, { message: 'Not Found' })(request, response);
    operations.push(route.operation);
    schedule(() => {
      faults.meet(route.operation, request, response, (incoming, outgoing) => {
        answer(route, incoming, outgoing).catch(() => outgoing.destroy());
      });
    }, request);
  };
  const api = await serveEverything(respond);
  const uploads = await serveEverything(respond);
  const serverUrl = options.serverUrl ?? api.origin;

  async function answer(route: Route, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const reply = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void => {
      const limits = {
        'x-ratelimit-limit': '5000',
        'x-ratelimit-remaining': '4321',
        'x-ratelimit-reset': '1795176000',
      };
      if (status === 204) response.writeHead(204, limits).end();
      else json(status, body, { ...limits, ...headers })(request, response);
    };
    const token = /^(?:Bearer|token) (.*)$/i.exec(request.headers.authorization ?? '')?.[1];
    const access = token === undefined ? 'none' : tokens === undefined ? 'write' : (tokens[token] ?? 'bad');
    if (access === 'bad') return reply(401, { message: 'Bad credentials' });
    if (route.writes && access === 'none') return reply(401, { message: 'Requires authentication' });
    if (route.writes && access === 'read') return reply(403, { message: 'Resource not accessible by integration' });

    const { id, query } = route;
    const release = releases.find((candidate) => candidate.id === id);
    const holder = releases.find(({ assets }) => assets.some((asset) => asset.id === id));
    const asset = holder?.assets.find((candidate) => candidate.id === id);
    const notFound = (): void => reply(404, { message: 'Not Found' });
    const invalid = (...errors: readonly unknown[]): void => reply(422, { message: 'Validation Failed', errors });
    const mayNot = (what: string): void => reply(422, { message: `Cannot ${what} an immutable release.` });

    switch (route.operation) {
      case 'list releases': {
        const visible = releases.filter((candidate) => {
          const hidden = hiddenFor.get(candidate.id) ?? 0;
          hiddenFor.set(candidate.id, hidden - 1);
          return hidden <= 0 && (!candidate.draft || access === 'write');
        });
        const size = Number(query.get('per_page') ?? 30);
        const page = Number(query.get('page') ?? 1);
        const slice = visible.reverse().slice((page - 1) * size, page * size);
        return reply(200, slice.map(describeRelease));
      }
      case 'latest release': {
        const candidates = releases.filter(({ draft, prerelease }) => !draft && !prerelease);
        const latest = candidates.find((candidate) => candidate.latest) ?? candidates.at(-1);
        return latest === undefined ? notFound() : reply(200, describeRelease(latest));
      }
      case 'generate notes': {
        const given: ReleaseFields = JSON.parse((await bodyOf(request)).toString('utf8'));
        return reply(200, { name: given.tag_name, body: `## What's Changed in ${given.tag_name}` });
      }
      case 'release by tag': {
        const found = releases.find(({ draft, tag }) => !draft && tag === route.rest);
        return found === undefined ? notFound() : reply(200, describeRelease(found));
      }
      case 'get tag':
        // Only the whole name matches; `git/matching-refs` is the endpoint for prefixes.
        if (!tags.has(route.rest)) return notFound();
        return reply(200, { ref: `refs/tags/${route.rest}`, object: { type: 'commit', sha: '0'.repeat(40) } });
      case 'get release':
        return release === undefined ? notFound() : reply(200, describeRelease(release));
      case 'create release': {
        const given: ReleaseFields = JSON.parse((await bodyOf(request)).toString('utf8'));
        const tag = given.tag_name ?? '';
        if (tag === '') return invalid({ resource: 'Release', code: 'missing_field', field: 'tag_name' });
        // GitHub requires `workflows: write` here, even when the tag exists and the commit would be ignored.
        if (options.commitsWithOtherWorkflows?.includes(given.target_commitish ?? '')) {
          return reply(
            403,
            { message: 'Resource not accessible by integration' },
            { 'x-accepted-github-permissions': 'contents=write; contents=write,workflows=write' },
          );
        }
        const draft = given.draft ?? false;
        if (!draft && releases.some((other) => !other.draft && other.tag === tag)) return invalid(TAG_TAKEN);
        const created = addRelease({ tag, draft, name: given.name ?? '', body: given.body ?? '' });
        created.prerelease = given.prerelease ?? false;
        created.target = given.target_commitish;
        hiddenFor.set(created.id, listLag);
        return reply(201, describeRelease(created));
      }
      case 'update release': {
        const given: ReleaseFields = JSON.parse((await bodyOf(request)).toString('utf8'));
        if (release === undefined) return notFound();
        const tag = given.tag_name ?? release.tag;
        const publishes = given.draft === false && release.draft;
        const taken = releases.some((other) => other !== release && !other.draft && other.tag === tag);
        if (publishes && taken) return invalid(TAG_TAKEN);
        release.tag = tag;
        release.name = given.name ?? release.name;
        release.body = given.body ?? release.body;
        release.prerelease = given.prerelease ?? release.prerelease;
        if (publishes) {
          release.draft = false;
          const isLatest = !release.prerelease && given.make_latest !== 'false';
          if (isLatest) for (const other of releases) other.latest = other === release;
          release.immutable = options.immutableReleases === true;
          tags.add(tag);
        }
        return reply(200, describeRelease(release));
      }
      case 'delete release':
        if (release === undefined) return notFound();
        releases.splice(releases.indexOf(release), 1);
        return reply(204, undefined);
      case 'list assets': {
        if (release === undefined) return notFound();
        const size = Number(query.get('per_page') ?? 30);
        const page = Number(query.get('page') ?? 1);
        const slice = release.assets.slice((page - 1) * size, page * size);
        return reply(
          200,
          slice.map((each) => describeAsset(each, release)),
        );
      }
      case 'get asset':
        if (asset === undefined || holder === undefined) return notFound();
        if (request.headers.accept === 'application/octet-stream') return bytes(asset.content)(request, response);
        return reply(200, describeAsset(asset, holder));
      case 'update asset': {
        const given: { name?: string } = JSON.parse((await bodyOf(request)).toString('utf8'));
        if (asset === undefined || holder === undefined) return notFound();
        if (holder.immutable) return mayNot('update assets of');
        const name = sanitise(given.name ?? asset.name);
        if (holder.assets.some((other) => other !== asset && other.name === name)) return invalid(NAME_TAKEN);
        asset.name = name;
        return reply(200, describeAsset(asset, holder));
      }
      case 'delete asset':
        if (asset === undefined || holder === undefined) return notFound();
        if (holder.immutable) return mayNot('delete assets of');
        holder.assets.splice(holder.assets.indexOf(asset), 1);
        return reply(204, undefined);
      case 'upload asset': {
        if (release === undefined) return notFound();
        if (release.immutable) return mayNot('upload assets to');
        const length = request.headers['content-length'];
        if (length === undefined) return reply(400, { message: 'Bad Content-Length' });
        const name = sanitise(query.get('name') ?? '');
        if (release.assets.some((other) => other.name === name)) return invalid(NAME_TAKEN);
        const contentType = request.headers['content-type'] ?? '';
        const starter = addAsset(release, {
          name,
          state: 'starter',
          content: Buffer.alloc(0),
          contentType,
          digest: null,
        });
        const content = await bodyOf(request);
        const place = release.assets.indexOf(starter);
        if (place < 0 || !releases.includes(release)) return notFound();
        const digest = digestOf(content);
        const stored: GithubAsset = { ...starter, name: starter.name, state: 'uploaded', content, digest };
        release.assets[place] = stored;
        return reply(201, describeAsset(stored, release));
      }
      case 'download': {
        const found = releases.find(({ draft, tag }) => !draft && route.rest.startsWith(`${tag}/`));
        const name = route.rest.slice((found?.tag.length ?? 0) + 1);
        const file = found?.assets.find((candidate) => candidate.name === name && candidate.state === 'uploaded');
        return file === undefined ? notFound() : bytes(file.content)(request, response);
      }
    }
  }

  const releasesUrl = `/repos/${repository}/releases`;
  function describeRelease(release: GithubRelease): Readonly<Record<string, unknown>> {
    const { id, tag, name, body, draft, prerelease, immutable, target } = release;
    const page = draft ? `untagged-${id}` : tag;
    return {
      id,
      tag_name: tag,
      target_commitish: target ?? 'main',
      name,
      body,
      draft,
      prerelease,
      immutable,
      url: `${api.origin}${releasesUrl}/${id}`,
      html_url: `${serverUrl}/${repository}/releases/tag/${page}`,
      upload_url: `${uploads.origin}${releasesUrl}/${id}/assets{?name,label}`,
      assets: release.assets.map((asset) => describeAsset(asset, release)),
    };
  }

  function describeAsset(asset: GithubAsset, release: GithubRelease): Readonly<Record<string, unknown>> {
    const { id, name, state, content, contentType, digest } = asset;
    const page = release.draft ? `untagged-${release.id}` : release.tag;
    return {
      id,
      name,
      state,
      content_type: contentType,
      size: content.length,
      digest,
      url: `${api.origin}${releasesUrl}/assets/${id}`,
      browser_download_url: `${serverUrl}/${repository}/releases/download/${encodeURIComponent(page)}/${name}`,
    };
  }

  function addRelease(given: Parameters<GithubServer['addRelease']>[0]): GithubRelease {
    const defaults = {
      name: given.tag,
      body: '',
      draft: false,
      prerelease: false,
      immutable: false,
      latest: false,
      target: undefined,
    };
    const release: GithubRelease = { id: nextId(), ...defaults, ...given, assets: [] };
    if (!release.draft) tags.add(release.tag);
    releases.push(release);
    return release;
  }

  function addAsset(release: GithubRelease, given: Parameters<GithubServer['addAsset']>[1]): GithubAsset {
    const content = given.content ?? Buffer.alloc(0);
    const defaults = { state: 'uploaded', content, contentType: '', digest: digestOf(content) } as const;
    const asset: GithubAsset = { id: nextId(), ...defaults, ...given };
    release.assets.push(asset);
    return asset;
  }

  return {
    origin: api.origin,
    serverUrl,
    env: {
      GITHUB_API_URL: api.origin,
      GITHUB_SERVER_URL: serverUrl,
      GITHUB_REPOSITORY: repository,
      FLEDGE_GITHUB_API_URL: api.origin,
      NO_PROXY: '127.0.0.1',
      no_proxy: '127.0.0.1',
    },
    faults: { next: (operation, ...list) => faults.next(operation, ...list) },
    operations,
    requests,
    releases,
    tags,
    catchUp: () => hiddenFor.clear(),
    addRelease,
    addAsset,
    async [Symbol.asyncDispose]() {
      await api[Symbol.asyncDispose]();
      await uploads[Symbol.asyncDispose]();
    },
  };
}

export interface FakeAsset {
  readonly name: string;
  readonly content: Uint8Array;
  /** The digest in answers of the API; default: the true one. */
  readonly digest?: string | null;
}

/**
 * GitHub with one release of volantvm/volant, under its tag and as the latest. FLEDGE_GITHUB_API_URL is the `origin`.
 * `overrides` replace paths of the API, such as `/repos/volantvm/volant/releases/latest`.
 */
export async function serveGithub(
  release: { readonly tag: string; readonly assets: readonly FakeAsset[] },
  overrides: Readonly<Record<string, Responder>> = {},
): Promise<LoopbackServer> {
  const github = await startGithub({ repository: 'volantvm/volant', overrides });
  const added = github.addRelease({ tag: release.tag });
  for (const { name, content, digest } of release.assets) {
    github.addAsset(added, { name, content: Buffer.from(content), ...(digest !== undefined && { digest }) });
  }
  return github;
}

interface ReleaseFields {
  readonly tag_name?: string;
  readonly target_commitish?: string;
  readonly name?: string;
  readonly body?: string;
  readonly draft?: boolean;
  readonly prerelease?: boolean;
  readonly make_latest?: 'true' | 'false' | 'legacy';
}

const TAG_TAKEN = { resource: 'Release', code: 'already_exists', field: 'tag_name' };
const NAME_TAKEN = { resource: 'ReleaseAsset', code: 'already_exists', field: 'name' };

interface Route {
  readonly operation: GithubOperation;
  readonly writes: boolean;
  readonly id: number;
  /** A tag, or a tag and a name. */
  readonly rest: string;
  readonly query: URLSearchParams;
}

const ROUTES: readonly (readonly [method: string, path: RegExp, operation: GithubOperation])[] = [
  ['GET', /^$/, 'list releases'],
  ['POST', /^$/, 'create release'],
  ['GET', /^\/latest$/, 'latest release'],
  ['POST', /^\/generate-notes$/, 'generate notes'],
  ['GET', /^\/tags\/(?<rest>.+)$/, 'release by tag'],
  ['GET', /^\/assets\/(?<id>\d+)$/, 'get asset'],
  ['PATCH', /^\/assets\/(?<id>\d+)$/, 'update asset'],
  ['DELETE', /^\/assets\/(?<id>\d+)$/, 'delete asset'],
  ['GET', /^\/(?<id>\d+)\/assets$/, 'list assets'],
  ['POST', /^\/(?<id>\d+)\/assets$/, 'upload asset'],
  ['GET', /^\/(?<id>\d+)$/, 'get release'],
  ['PATCH', /^\/(?<id>\d+)$/, 'update release'],
  ['DELETE', /^\/(?<id>\d+)$/, 'delete release'],
];

function routeOf({ method = '', url = '/' }: IncomingMessage, repository: string): Route | undefined {
  const { pathname, searchParams: query } = new URL(url, 'http://github');
  const path = decodeURIComponent(pathname);
  const downloads = `/${repository}/releases/download/`;
  if (method === 'GET' && path.startsWith(downloads)) {
    return { operation: 'download', writes: false, id: 0, rest: path.slice(downloads.length), query };
  }
  const tagPath = `/repos/${repository}/git/ref/tags/`;
  if (method === 'GET' && path.startsWith(tagPath)) {
    return { operation: 'get tag', writes: false, id: 0, rest: path.slice(tagPath.length), query };
  }
  const releases = `/repos/${repository}/releases`;
  if (!path.startsWith(releases)) return undefined;
  const below = path.slice(releases.length);
  for (const [wanted, pattern, operation] of ROUTES) {
    const match = method === wanted ? pattern.exec(below) : null;
    if (match === null) continue;
    const { id = '0', rest = '' } = match.groups ?? {};
    return { operation, writes: method !== 'GET', id: Number(id), rest, query };
  }
  return undefined;
}

/** Changes the name of an asset as GitHub does. */
function sanitise(name: string): string {
  return name.replace(/[^A-Za-z0-9._+@~-]+/g, '.').replace(/^\.+|\.+$/g, (dots) => (dots === '' ? '' : 'default'));
}

function digestOf(content: Uint8Array): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}
