import type { PublishedFields, Release, ReleaseApi } from '../github/releases.ts';
import { notesOf } from '../github/releases.ts';
import type { Reporter } from '../support/report/reporter.ts';
import { isOlderTag, isPrereleaseTag } from './tag-version.ts';

/** The notes of a release: none, those that GitHub generates, or a text in Markdown. */
export type ReleaseNotes =
  | { readonly kind: 'none' }
  | { readonly kind: 'generate' }
  | { readonly kind: 'text'; readonly text: string };

/** Properties of a release that the action creates or publishes. A release that is published already keeps its own. */
export interface ReleaseSettings {
  /** `auto`: a tag such as `v1.2.0-rc.1` is a prerelease. */
  readonly prerelease: 'auto' | boolean;
  /** `auto`: not if the version in the tag is lower than that of the latest release. */
  readonly makeLatest: 'auto' | boolean;
  readonly notes: ReleaseNotes;
}

export const DEFAULT_SETTINGS: ReleaseSettings = { prerelease: 'auto', makeLatest: 'auto', notes: { kind: 'none' } };

/** Whether a new draft for the tag is a prerelease. */
export function isPrereleaseBy({ prerelease }: ReleaseSettings, tag: string): boolean {
  return prerelease === 'auto' ? isPrereleaseTag(tag) : prerelease;
}

/** The text of the notes. `commit` is the commit that will be tagged, if the tag does not exist. */
export async function notesBy(
  { notes }: ReleaseSettings,
  api: ReleaseApi,
  commit: string | undefined,
): Promise<string> {
  if (notes.kind === 'none') return '';
  return notes.kind === 'text' ? notes.text.trim() : (await api.generateNotes(commit)).trim();
}

/** The properties with which a draft is published. Notes of a draft are kept. */
export async function publishedFieldsBy(
  settings: ReleaseSettings,
  draft: Release,
  {
    api,
    reporter,
    commit,
  }: { readonly api: ReleaseApi; readonly reporter: Reporter; readonly commit: string | undefined },
): Promise<PublishedFields> {
  const isPrerelease = settings.prerelease === 'auto' ? undefined : settings.prerelease;
  const isLatest = await isLatestBy(settings, draft.tag, {
    isPrerelease: isPrerelease ?? draft.isPrerelease,
    api,
    reporter,
  });
  const notes = notesOf(draft) || (await notesBy(settings, api, commit));
  return { isPrerelease, isLatest, notes };
}

/** Undefined: GitHub's default. */
async function isLatestBy(
  { makeLatest }: ReleaseSettings,
  tag: string,
  {
    isPrerelease,
    api,
    reporter,
  }: { readonly isPrerelease: boolean; readonly api: ReleaseApi; readonly reporter: Reporter },
): Promise<boolean | undefined> {
  if (makeLatest !== 'auto') return makeLatest;
  // GitHub never makes a prerelease the latest release.
  if (isPrerelease) return undefined;
  const latest = await api.latestTag();
  if (latest === undefined || !isOlderTag(tag, latest)) return undefined;
  reporter.info(`release ${tag} does not become the latest release, because ${latest} is newer`);
  return false;
}
