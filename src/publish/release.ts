import { join } from 'node:path';
import { type GithubApi, releaseAssetUrl } from '../github/addresses.ts';
import { openGithubClient } from '../github/client.ts';
import { GithubRefusal } from '../github/errors.ts';
import { notesOf, type Release, type ReleaseApi, releaseApi, withContext } from '../github/releases.ts';
import type { NetworkContext } from '../net/context.ts';
import { FledgeError } from '../support/errors.ts';
import type { Reporter } from '../support/report/reporter.ts';
import { mergeDrafts } from './merge-drafts.ts';
import { type IndexRequest, placeIndex } from './place-index.ts';
import { checkUnchanged, nameProblem, type PublishedFile } from './published-files.ts';
import { COMBINED_CHECKSUMS_NAME, INDEX_NAME } from './release-index.ts';
import {
  DEFAULT_SETTINGS,
  isPrereleaseBy,
  notesBy,
  publishedFieldsBy,
  type ReleaseSettings,
} from './release-settings.ts';
import { isTagName } from './tag-name.ts';
import { type PlacedAsset, placeAssets } from './upload-assets.ts';

export interface ReleaseRequest {
  /** `owner/name` */
  readonly repository: string;
  readonly tag: string;
  /** Needs `contents: write`. Sent to the API and to its upload address. */
  readonly token: string;
  /** GITHUB_API_URL */
  readonly apiUrl: string;
  /** GITHUB_SERVER_URL */
  readonly serverUrl: string;
  /** Uploaded in this order, under their names. */
  readonly assets: readonly PublishedFile[];
  /** The commit to tag if the tag does not exist; default: the head of the default branch. */
  readonly commit?: string | undefined;
  /** Default: `DEFAULT_SETTINGS`. */
  readonly settings?: ReleaseSettings | undefined;
  /**
   * Which drafts are published when they are complete: those that the action created (the default), those of people too,
   * or none.
   */
  readonly publishes?: 'own' | 'all' | 'none' | undefined;
  /** Without it, the release gets no index.json and no combined SHA256SUMS. See `needsIndex`. */
  readonly index?: IndexRequest | undefined;
}

export interface ReleaseResult {
  /** The page of the release. */
  readonly url: string;
  readonly id: number;
  readonly tag: string;
  /** `draft`: a draft that a person or a later step publishes. */
  readonly state: 'published' | 'draft';
  readonly assets: readonly ReleasedAsset[];
  /** The download URL of index.json; undefined if this step has not described the release. */
  readonly indexUrl?: string | undefined;
}

export interface ReleasedAsset {
  readonly id: number;
  readonly name: string;
  /** The download URL after the publication; the same as `releaseAssetUrl`. */
  readonly url: string;
  /** `kept`: the release already had the same file. */
  readonly how: 'added' | 'replaced' | 'kept';
}

/** The release was deleted because it was a second one for the tag. The work restarts with the other release. */
class ReleaseConflict extends Error {
  override readonly name = 'ReleaseConflict';
}

/** "Each file included in a release must be under 2 GiB", docs.github.com, "About releases". */
const ASSET_LIMIT_BYTES = 2 * 1024 ** 3;
/** Attempts, if concurrent jobs delete the draft because they created one for the same tag. */
const MAX_ATTEMPTS = 5;

/**
 * Adds files to the release of a tag, also if other jobs do so at the same time (docs/publishing.md, "Releases"):
 *
 * 1. The release is the published one of the tag, otherwise the oldest draft for it, drafts of people before those of
 *    fledge. If there is none, a draft is created and marked. Lists show a new draft late, so two jobs can create one each.
 * 2. The files are uploaded. Identical files are kept, different ones replaced.
 * 3. A draft of fledge is published by any job whose files are complete. A job that then finds another release with higher
 *    priority deletes its own and restarts with the other one. So only one remains, and it has the files of all jobs. A
 *    draft of a person stays a draft.
 *
 * @throws FledgeError `usage` for invalid requests, before anything is sent; `input` for changed files; `publish` for
 *   refusals of GitHub.
 */
export async function publishRelease(request: ReleaseRequest, context: NetworkContext): Promise<ReleaseResult> {
  await checkRequest(request);
  const { repository, tag } = request;
  const api: GithubApi = { url: request.apiUrl, variable: 'GITHUB_API_URL' };
  const client = await openGithubClient({ api, token: request.token }, context);
  const releases = releaseApi(client, request, context);
  try {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await publishOnce(releases, request, context);
      } catch (error) {
        if (!(error instanceof ReleaseConflict)) throw error;
        if (attempt < MAX_ATTEMPTS) continue;
        throw new FledgeError(
          'publish',
          `cannot publish release ${tag} of ${repository}: concurrent jobs kept deleting the draft (${MAX_ATTEMPTS} attempts)`,
          { fix: 'run the job again when no other job publishes to the release' },
        );
      }
    }
  } finally {
    await client.close();
  }
}

async function publishOnce(api: ReleaseApi, request: ReleaseRequest, context: NetworkContext): Promise<ReleaseResult> {
  const { reporter } = context;
  const { repository, tag, assets: files } = request;
  const release = await withContext(`cannot find or create release ${tag} of ${repository}`, request, () =>
    findOrCreate(api, request),
  );
  reporter.info(`${release.isDraft ? 'draft of release' : 'release'} ${tag}: ${release.page}`);
  const placed = await withContext(`cannot upload to release ${tag} of ${repository}`, request, () =>
    withConflictCheck(api, release, () => placeAssets(api, release, { target: request, files })),
  );
  const { index } = request;
  let isIndexed = false;
  if (index !== undefined) {
    isIndexed = await withContext(`cannot write the index of release ${tag} of ${repository}`, request, () =>
      withConflictCheck(api, release, () => indexRelease(api, release, { ...request, index }, context)),
    );
  }
  const final = await withContext(`cannot publish release ${tag} of ${repository}`, request, () =>
    withConflictCheck(api, release, () => finish(api, release, { request, reporter })),
  );
  for (const { name, how } of placed) reporter.info(`release ${tag}: ${name} ${how}`);
  if (final.isDraft) {
    const why = request.publishes === 'none' ? 'as the input draft requests' : 'because this action did not create it';
    reporter.info(`release ${tag} stays a draft, ${why}`);
  }
  return {
    url: final.page,
    id: final.id,
    tag,
    state: final.isDraft ? 'draft' : 'published',
    assets: placed.map((asset) => describeAsset(asset, request)),
    ...(isIndexed && { indexUrl: releaseAssetUrl({ ...request, name: INDEX_NAME }) }),
  };
}

/** Describes all plugins of the release, also those of other jobs. Returns false if this step does not describe them. */
async function indexRelease(
  api: ReleaseApi,
  release: Release,
  request: ReleaseRequest & { readonly index: IndexRequest },
  context: NetworkContext,
): Promise<boolean> {
  const { index, assets: local } = request;
  const { reporter } = context;
  if (index.reason === 'requested') {
    await mergeDrafts(api, release, { address: request, directory: join(index.directory, 'merged'), reporter });
  } else if (!(await needsIndex(api, release, request))) {
    return false;
  }
  const plugins = await placeIndex(api, release, { ...index, address: request, local }, context);
  if (plugins === undefined) return false;
  reporter.info(
    `release ${request.tag}: ${INDEX_NAME} and ${COMBINED_CHECKSUMS_NAME} describe ${plugins.length} plugins`,
  );
  return true;
}

/**
 * Whether a step that adds files writes the index too: if it publishes the release, if the release is published already, or
 * if an index would be outdated. The index of a draft that a later step publishes is left to that step.
 */
async function needsIndex(api: ReleaseApi, release: Release, { publishes }: ReleaseRequest): Promise<boolean> {
  // Its files cannot change, so the index does not either.
  if (release.isImmutable) return false;
  if (publishes !== 'none' && (!release.isDraft || release.isOurs)) return true;
  return (await api.assetsOf(release)).some(({ name }) => name === INDEX_NAME);
}

async function findOrCreate(api: ReleaseApi, request: ReleaseRequest): Promise<Release> {
  const { tag, settings = DEFAULT_SETTINGS } = request;
  const found = canonicalRelease(await api.releasesOfTag());
  if (found !== undefined) return found;
  if (request.assets.length === 0) {
    throw new FledgeError('publish', `there is no release and no draft for tag ${tag} in ${request.repository}`, {
      fix: 'upload the plugins in jobs before this one, with upload: release and draft: true',
    });
  }
  const commit = await commitToTag(api, request);
  const notes = await notesBy(settings, api, commit);
  const created = await api.createDraft({ isPrerelease: isPrereleaseBy(settings, tag), commit, notes });
  const one = canonicalRelease([...(await api.releasesOfTag()), created]);
  if (one === undefined || one.id === created.id) return created;
  await api.deleteRelease(created);
  return one;
}

/**
 * The commit that GitHub tags on publication; undefined if the tag exists. GitHub ignores the commit then, but still
 * requires `workflows: write` for it, which no job token has.
 */
async function commitToTag(api: ReleaseApi, { commit }: ReleaseRequest): Promise<string | undefined> {
  return commit === undefined || (await api.tagExists()) ? undefined : commit;
}

/** The release of a tag that all jobs use: the published one, otherwise a draft of a person, otherwise the oldest. */
function canonicalRelease(releases: readonly Release[]): Release | undefined {
  const rank = ({ isDraft, isOurs }: Release): number => (isDraft ? (isOurs ? 2 : 1) : 0);
  return releases.toSorted((a, b) => rank(a) - rank(b) || a.id - b.id)[0];
}

/** @throws ReleaseConflict if the work failed because the release was deleted; a 404 can also mean a bad token. */
async function withConflictCheck<T>(api: ReleaseApi, release: Release, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const isGone = error instanceof GithubRefusal && error.status === 404 && !(await api.exists(release));
    throw isGone ? new ReleaseConflict() : error;
  }
}

/** Whether all files of a draft are from this step. Otherwise a draft has files of other jobs, which `mergeDrafts` moves. */
function ownsDraft({ isOurs }: Release, publishes: ReleaseRequest['publishes'] = 'own'): boolean {
  return isOurs && publishes === 'own';
}

interface Finishing {
  readonly request: ReleaseRequest;
  readonly reporter: Reporter;
}

/**
 * Publishes a complete draft if the request asks for it, and then deletes the other drafts of fledge for the tag.
 *
 * @throws ReleaseConflict if another release has higher priority; this one is deleted first.
 */
async function finish(api: ReleaseApi, release: Release, finishing: Finishing): Promise<Release> {
  const { publishes = 'own', settings = DEFAULT_SETTINGS, tag } = finishing.request;
  const releases = await api.releasesOfTag();
  // In the meantime, another job can have published it, and people can have edited its notes.
  const current = releases.find(({ id }) => id === release.id) ?? release;
  if (canonicalRelease([...releases, current])?.id !== release.id) {
    if (ownsDraft(release, publishes)) await api.deleteRelease(release);
    throw new ReleaseConflict();
  }
  // The other drafts can have files of other jobs; the step that publishes collects them.
  if (publishes === 'none' && current.isDraft) return current;
  if (!current.isDraft && settings.prerelease !== 'auto' && settings.prerelease !== current.isPrerelease) {
    finishing.reporter.warn(
      `prerelease: ${settings.prerelease} has no effect, because release ${tag} was published before; change it on its page`,
    );
  }
  const others = releases.filter(({ id, isOurs }) => isOurs && id !== release.id);
  if (publishes === 'all') {
    // The list can be older than a deletion. A draft that exists was not merged, and the next attempt does it.
    for (const other of others) if (await api.exists(other)) throw new ReleaseConflict();
  }
  const isToPublish = current.isOurs || (current.isDraft && publishes === 'all');
  const final = isToPublish ? await publishDraft(api, current, finishing) : current;
  // Leftovers of jobs that were stopped before they found the other drafts.
  if (publishes === 'own') for (const other of others) await api.deleteRelease(other);
  return final;
}

/** @throws ReleaseConflict if another release of the tag is published, and the list did not contain it. */
async function publishDraft(api: ReleaseApi, draft: Release, { request, reporter }: Finishing): Promise<Release> {
  const { settings = DEFAULT_SETTINGS } = request;
  const needsCommit = settings.notes.kind === 'generate' && notesOf(draft) === '';
  const commit = needsCommit ? await commitToTag(api, request) : undefined;
  try {
    return await api.publish(draft, await publishedFieldsBy(settings, draft, { api, reporter, commit }));
  } catch (error) {
    if (!(error instanceof GithubRefusal) || !error.isTaken('Release')) throw error;
    if (ownsDraft(draft, request.publishes)) await api.deleteRelease(draft);
    throw new ReleaseConflict();
  }
}

function describeAsset({ id, name, how }: PlacedAsset, request: ReleaseRequest): ReleasedAsset {
  return { id, name, url: releaseAssetUrl({ ...request, name }), how };
}

/** Checks a request for errors that GitHub would refuse. @throws FledgeError `usage` or `input`. */
async function checkRequest({ repository, tag, token, assets }: ReleaseRequest): Promise<void> {
  const fail = (why: string, fix: string): FledgeError =>
    new FledgeError('usage', `cannot publish to release ${JSON.stringify(tag)}: ${why}`, { fix });
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) {
    throw fail(`${JSON.stringify(repository)} is not a repository`, 'write it as OWNER/NAME, as in GITHUB_REPOSITORY');
  }
  if (token === '') throw fail('the token is empty', "remove the input token to use the job's token");
  if (!isTagName(tag)) throw fail('git does not allow this tag name', 'set release-tag to the tag of the release');
  for (const [index, file] of assets.entries()) {
    const { name, size } = file;
    const wrong = nameProblem(name);
    if (wrong !== undefined)
      throw fail(`${JSON.stringify(name)} is not a valid release asset name: ${wrong}`, NAME_FIX);
    if (assets.findIndex((other) => other.name === name) !== index) {
      throw fail(`two files have the name ${name}`, 'give the plugins different names in their manifest.toml');
    }
    if (size >= ASSET_LIMIT_BYTES) throw fail(tooLarge(name, size), TOO_LARGE_FIX);
    if (size === 0) throw fail(`${name} is empty, and GitHub refuses empty files`, 'check the output of the build');
    await checkUnchanged(file);
  }
}

const NAME_FIX = 'use letters, digits, ".", "_" and "-"';
const TOO_LARGE_FIX =
  'make the image smaller (a lower size_buffer_mb, or squashfs, which is compressed), or set upload: artifact, publish the file elsewhere, and set url-base to its address';

function tooLarge(name: string, size: number): string {
  return `${name} has ${(size / 1024 ** 3).toFixed(1)} GiB, and a release asset must be smaller than 2 GiB`;
}
