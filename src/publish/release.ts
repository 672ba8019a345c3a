import { type GithubApi, releaseAssetUrl } from '../github/addresses.ts';
import { openGithubClient } from '../github/client.ts';
import { GithubRefusal } from '../github/errors.ts';
import { type Release, type ReleaseApi, releaseApi, withContext } from '../github/releases.ts';
import type { NetworkContext } from '../net/context.ts';
import { FledgeError } from '../support/errors.ts';
import { checkUnchanged, nameProblem, type PublishedFile } from './published-files.ts';
import { type PlacedAsset, placeAssets } from './release-assets.ts';
import { isTagName } from './tag-name.ts';

export interface ReleaseRequest {
  /** `owner/name` */
  readonly repository: string;
  readonly tag: string;
  /** Needs `contents: write`. Goes to the API and to the upload address that the API names. */
  readonly token: string;
  /** GITHUB_API_URL */
  readonly apiUrl: string;
  /** GITHUB_SERVER_URL */
  readonly serverUrl: string;
  /** Uploaded in this order; they appear under their names. */
  readonly assets: readonly PublishedFile[];
  /** The commit to be tagged if the tag does not exist; default: the head of the default branch. */
  readonly commit?: string | undefined;
}

export interface ReleaseResult {
  /** The page of the release. */
  readonly url: string;
  readonly id: number;
  readonly tag: string;
  /** `draft`: a draft that people made, and that they publish. */
  readonly state: 'published' | 'draft';
  readonly assets: readonly ReleasedAsset[];
}

export interface ReleasedAsset {
  readonly id: number;
  readonly name: string;
  /** Where it can be downloaded as soon as the release is published; the same as `releaseAssetUrl`. */
  readonly url: string;
  /** `kept`: the release had this very file. */
  readonly how: 'added' | 'replaced' | 'kept';
}

/** A concurrent job deleted the release, because it was a second one for the tag. The other release is to be used. */
class ReleaseConflict extends Error {
  override readonly name = 'ReleaseConflict';
}

/** "Each file included in a release must be under 2 GiB", docs.github.com, "About releases". */
const ASSET_LIMIT_BYTES = 2 * 1024 ** 3;
/** How often the work begins, when concurrent jobs delete the draft because they made one for the same tag. */
const MAX_ATTEMPTS = 5;

/**
 * Adds files to the release of a tag, whatever other jobs do to it at the same time (docs/publishing.md, "Releases"):
 *
 * 1. The release is the published one of the tag, else the oldest draft for it, people's drafts before ours. If there
 *    is none, a draft is created and marked as ours. Lists show a new draft late, so that two jobs may create one each.
 * 2. The files are uploaded, what is the same is kept, what is not is replaced.
 * 3. If it is our draft, any job that has its files in it publishes it. A job that then finds another release of the tag
 *    before its own deletes its own and begins again with the other. So only one remains, and it has the files of all.
 *    A draft that people made stays a draft.
 *
 * @throws FledgeError `usage` for what cannot succeed, before anything is sent; `publish` for what GitHub refused.
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
          { fix: 'run the job again when no other job works on the release' },
        );
      }
    }
  } finally {
    await client.close();
  }
}

async function publishOnce(
  api: ReleaseApi,
  request: ReleaseRequest,
  { reporter }: NetworkContext,
): Promise<ReleaseResult> {
  const { repository, tag, assets: files } = request;
  const release = await withContext(`cannot find or create release ${tag} of ${repository}`, request, () =>
    findOrCreate(api, request),
  );
  reporter.info(`${release.isDraft ? 'draft of release' : 'release'} ${tag}: ${release.page}`);
  const placed = await withContext(`cannot upload to release ${tag} of ${repository}`, request, () =>
    withConflictCheck(api, release, () => placeAssets(api, release, { target: request, files })),
  );
  const final = await withContext(`cannot publish release ${tag} of ${repository}`, request, () =>
    withConflictCheck(api, release, () => finish(api, release)),
  );
  for (const { name, how } of placed) reporter.info(`release ${tag}: ${name} ${how}`);
  if (final.isDraft) reporter.info(`release ${tag} stays a draft, because this action did not create it`);
  return {
    url: final.page,
    id: final.id,
    tag,
    state: final.isDraft ? 'draft' : 'published',
    assets: placed.map((asset) => describeAsset(asset, request)),
  };
}

async function findOrCreate(api: ReleaseApi, { tag, commit }: ReleaseRequest): Promise<Release> {
  const found = canonicalRelease(await api.releasesOfTag());
  if (found !== undefined) return found;
  // GitHub has no use for the commit where the tag exists, and yet wants `workflows: write` for it, which no job has.
  const tagged = commit === undefined || (await api.tagExists()) ? undefined : commit;
  const created = await api.createDraft({ isPrerelease: isPrerelease(tag), commit: tagged });
  const one = canonicalRelease([...(await api.releasesOfTag()), created]);
  if (one === undefined || one.id === created.id) return created;
  await api.deleteRelease(created);
  return one;
}

/** The release of a tag that all jobs use: the published one, otherwise a draft of people, otherwise the oldest. */
function canonicalRelease(releases: readonly Release[]): Release | undefined {
  const rank = ({ isDraft, isOurs }: Release): number => (isDraft ? (isOurs ? 2 : 1) : 0);
  return releases.toSorted((a, b) => rank(a) - rank(b) || a.id - b.id)[0];
}

/** @throws ReleaseConflict if the work failed because the release was deleted, and not because of the token. */
async function withConflictCheck<T>(api: ReleaseApi, release: Release, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const isGone = error instanceof GithubRefusal && error.status === 404 && !(await api.exists(release));
    throw isGone ? new ReleaseConflict() : error;
  }
}

/**
 * Publishes a draft of ours that has its files, and deletes the other ones for its tag.
 *
 * @throws ReleaseConflict if another release goes before this one, which is deleted then.
 */
async function finish(api: ReleaseApi, release: Release): Promise<Release> {
  const releases = await api.releasesOfTag();
  // Another job may have published it meanwhile, and people may have written its notes.
  const current = releases.find(({ id }) => id === release.id) ?? release;
  if (canonicalRelease([...releases, current])?.id !== release.id) {
    if (release.isOurs) await api.deleteRelease(release);
    throw new ReleaseConflict();
  }
  const final = current.isOurs ? await publishDraft(api, current) : current;
  // Jobs that were stopped before they saw the other drafts have left them.
  const others = releases.filter(({ id, isOurs }) => isOurs && id !== release.id);
  for (const other of others) await api.deleteRelease(other);
  return final;
}

/** @throws ReleaseConflict if another release of the tag has been published, and the list did not show it. */
async function publishDraft(api: ReleaseApi, draft: Release): Promise<Release> {
  try {
    return await api.publish(draft);
  } catch (error) {
    if (!(error instanceof GithubRefusal) || !error.isTaken('Release')) throw error;
    await api.deleteRelease(draft);
    throw new ReleaseConflict();
  }
}

/** Whether a tag is a version before a version (semver.org, 9), as `v1.0.0-rc.1`. */
function isPrerelease(tag: string): boolean {
  return /(?:^|\/|@)v?\d+\.\d+\.\d+-[0-9A-Za-z.-]+(?:\+|$)/.test(tag);
}

function describeAsset({ id, name, how }: PlacedAsset, request: ReleaseRequest): ReleasedAsset {
  return { id, name, url: releaseAssetUrl({ ...request, name }), how };
}

/** Checks, before the first byte is sent, what GitHub would refuse. @throws FledgeError `usage` or `input`. */
async function checkRequest({ repository, tag, token, assets }: ReleaseRequest): Promise<void> {
  const fail = (why: string, fix: string): FledgeError =>
    new FledgeError('usage', `cannot publish to release ${JSON.stringify(tag)}: ${why}`, { fix });
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) {
    throw fail(`${JSON.stringify(repository)} is no repository`, 'give it as OWNER/NAME, as in GITHUB_REPOSITORY');
  }
  if (token === '') throw fail('there is no token', 'leave token out, so that it is that of the job');
  if (!isTagName(tag)) throw fail('git allows no tag of this name', 'set release-tag to the tag of the release');
  for (const [index, file] of assets.entries()) {
    const { name, size } = file;
    const wrong = nameProblem(name);
    if (wrong !== undefined)
      throw fail(`${JSON.stringify(name)} is no name for a file of a release: ${wrong}`, NAME_FIX);
    if (assets.findIndex((other) => other.name === name) !== index) {
      throw fail(`two files would be called ${name}`, 'give the plugins different names in their manifest.toml');
    }
    if (size >= ASSET_LIMIT_BYTES) throw fail(tooLarge(name, size), TOO_LARGE_FIX);
    if (size === 0) throw fail(`${name} is empty, and GitHub takes no empty file`, 'look at what was built');
    await checkUnchanged(file);
  }
}

const NAME_FIX = 'use letters, digits, ".", "_" and "-"';
const TOO_LARGE_FIX =
  'make the image smaller (a lower size_buffer_mb, or squashfs, which is compressed), or set upload: artifact and url-base to where you put it yourself';

function tooLarge(name: string, size: number): string {
  return `${name} has ${(size / 1024 ** 3).toFixed(1)} GiB, and a file of a release must be under 2 GiB`;
}
