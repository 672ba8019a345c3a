import { PUBLIC_API, PUBLIC_SERVER, releaseAssetUrl } from '../github/addresses.ts';
import { publishedNames, publishedStem } from '../publish/published-files.ts';
import type { ReleaseSettings } from '../publish/release-settings.ts';
import { isTagName, tagNameOf } from '../publish/tag-name.ts';
import { isPrereleaseTag } from '../publish/tag-version.ts';
import type { PluginIdentity } from '../recipe/destination.ts';
import { type Environment, environmentValue } from '../support/environment.ts';
import { FledgeError } from '../support/errors.ts';
import type { Inputs } from './inputs.ts';
import { readReleaseNotes } from './release-notes.ts';

/** The release that receives the assets. */
export interface ReleaseDestination {
  /** `owner/name` */
  readonly repository: string;
  readonly tag: string;
  readonly token: string;
  readonly apiUrl: string;
  readonly serverUrl: string;
  /** The commit for the tag if the tag does not exist. */
  readonly commit: string | undefined;
  readonly settings: ReleaseSettings;
}

/**
 * The release of the inputs and the run, or undefined if nothing is published to a release.
 *
 * @throws FledgeError as `releaseOf` does: before anything is built.
 */
export async function releaseDestinationOf(inputs: Inputs, env: Environment): Promise<ReleaseDestination | undefined> {
  return inputs.uploadRelease ? releaseOf(inputs, env) : undefined;
}

/**
 * The release of the inputs and the run.
 *
 * @throws FledgeError `usage` if there is no tag, token or repository, or the inputs cannot describe a release; `input` if
 *   the file with the notes cannot be read.
 */
export async function releaseOf(inputs: Inputs, env: Environment): Promise<ReleaseDestination> {
  const tag = inputs.releaseTag === undefined ? pushedTagOf(env) : tagNameOf(inputs.releaseTag);
  if (tag === undefined) {
    const ref = environmentValue(env, 'GITHUB_REF') ?? 'no ref';
    throw new FledgeError('usage', `a release needs a tag, and this run is for ${ref}`, {
      fix: 'run the workflow on: push: tags, or set release-tag',
    });
  }
  if (!isTagName(tag)) {
    const written = inputs.releaseTag === undefined ? 'the pushed tag' : 'input release-tag';
    throw new FledgeError('usage', `${written}: ${JSON.stringify(tag)} is not a valid tag name in git`, {
      fix: 'set release-tag to the tag of the release, such as v1.0.0',
    });
  }
  const repository = environmentValue(env, 'GITHUB_REPOSITORY');
  if (repository === undefined)
    throw new FledgeError('usage', 'cannot publish a release: GITHUB_REPOSITORY is not set');
  if (inputs.token === undefined) {
    throw new FledgeError('usage', 'a release needs a token, and the input token is empty', {
      fix: 'remove the input token, and give the job the permission contents: write',
    });
  }
  const { prerelease, makeLatest, notes } = inputs.release;
  if (makeLatest === true && prerelease === 'auto' && isPrereleaseTag(tag)) {
    throw new FledgeError('usage', `input make-latest: ${tag} is a prerelease, which cannot be the latest release`, {
      fix: 'remove make-latest, or set prerelease: false',
    });
  }
  return {
    repository,
    tag,
    token: inputs.token,
    apiUrl: environmentValue(env, 'GITHUB_API_URL') ?? PUBLIC_API,
    serverUrl: environmentValue(env, 'GITHUB_SERVER_URL') ?? PUBLIC_SERVER,
    commit: environmentValue(env, 'GITHUB_SHA'),
    settings: { prerelease, makeLatest, notes: await readReleaseNotes(notes) },
  };
}

/** The base name of a plugin's published files, without their extensions. */
export function stemOf(inputs: Inputs, plugin: Pick<PluginIdentity, 'name' | 'platform'>): string {
  return inputs.artifactName ?? publishedStem(plugin.name, plugin.platform);
}

/** The address of a plugin's artifact in the release, for manifest.json before the release exists. */
export function artifactUrlOf(release: ReleaseDestination, stem: string, artifactFile: string): string {
  return releaseAssetUrl({ ...release, name: publishedNames(stem, artifactFile).artifact });
}

function pushedTagOf(env: Environment): string | undefined {
  return env['GITHUB_REF_TYPE'] === 'tag' ? environmentValue(env, 'GITHUB_REF_NAME') : undefined;
}
