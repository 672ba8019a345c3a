import { extname } from 'node:path';
import { z } from 'zod';
import type { NetworkContext } from '../net/context.ts';
import { HttpFailure } from '../net/http-failure.ts';
import { withRetry } from '../net/request.ts';
import type { GithubClient, GithubRequest } from './client.ts';
import { GithubRefusal, publishError, type ReleaseName } from './errors.ts';
import { assetFields, isComplete, releaseFields, sha256Of } from './release-fields.ts';

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
  readonly isPrerelease: boolean;
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

/** Properties of a new draft. */
export interface DraftFields {
  readonly isPrerelease: boolean;
  /** The commit that will be tagged; undefined if the tag exists, or for the head of the default branch. */
  readonly commit: string | undefined;
  readonly notes: string;
}

/** Properties that a release gets when it is published. Undefined: as in the draft, or GitHub's default. */
export interface PublishedFields {
  readonly isPrerelease?: boolean | undefined;
  /** Default of GitHub: true for every release that is not a prerelease. */
  readonly isLatest?: boolean | undefined;
  readonly notes: string;
}

/** The operations on the releases of one tag. Each is repeated after transient failures, and throws HttpFailure. */
export interface ReleaseApi {
  /** The published release of the tag, and all drafts for it, in the order of their creation. */
  releasesOfTag(): Promise<readonly Release[]>;
  /** Whether a release exists. Lists of releases can be outdated. */
  exists(release: Release): Promise<boolean>;
  /** Whether the repository has the tag. */
  tagExists(): Promise<boolean>;
  /** The tag of the latest release, which is neither a draft nor a prerelease; undefined if there is none. */
  latestTag(): Promise<string | undefined>;
  /** The notes that GitHub writes for the tag: the pull requests since the release before it. */
  generateNotes(commit: string | undefined): Promise<string>;
  createDraft(fields: DraftFields): Promise<Release>;
  publish(release: Release, fields: PublishedFields): Promise<Release>;
  /** Deletes a release. A missing release is not an error. */
  deleteRelease(release: Release): Promise<void>;
  assetsOf(release: Release): Promise<readonly Asset[]>;
  /** Sends a file once. The caller checks for leftovers of a failed upload. */
  upload(release: Release, file: UploadedFile, name: string): Promise<Asset>;
  rename(asset: Asset, name: string): Promise<Asset>;
  deleteAsset(asset: Asset): Promise<void>;
  /** Passes the bytes of an asset to `onPiece`. Sends one request; the caller repeats it. */
  download(asset: Asset, onPiece: (piece: Uint8Array) => Promise<void> | void): Promise<void>;
  /** Runs an action, again after failures that may pass: those of the network, and those for which `mayPass` is true. */
  withRetry<T>(
    what: string,
    action: (attempt: number) => Promise<T>,
    mayPass?: (failure: HttpFailure) => boolean,
  ): Promise<T>;
}

/** Distinguishes drafts of fledge from those of people. It is invisible, and removed when the draft is published. */
const DRAFT_MARK = '<!-- fledge publishes this draft when its files are there -->';

/** The notes of a release without the mark of a draft. */
export function notesOf({ body }: Pick<Release, 'body'>): string {
  return body.replace(DRAFT_MARK, '').trim();
}

const PAGE_SIZE = 100;
/** A release has at most 1000 assets; GitHub shows at most 10,000 releases, and a draft is among the newest. */
const MAX_PAGES = 10;

const assetSchema = assetFields
  .pick({ id: true, name: true, size: true, state: true, digest: true })
  .transform((fields): Asset => {
    const { id, name, size } = fields;
    return { id, name, size, sha256: sha256Of(fields), isComplete: isComplete(fields) };
  });

const releaseSchema = releaseFields.transform(
  ({ id, tag_name: tag, html_url: page, upload_url: template, body, draft: isDraft, ...fields }): Release => ({
    id,
    tag,
    page,
    // A URI template (RFC 6570) whose only variables are in the query.
    uploadUrl: template.replace(/\{.*$/, ''),
    body: body ?? '',
    isDraft,
    isPrerelease: fields.prerelease === true,
    isImmutable: fields.immutable === true,
    isOurs: isDraft && (body ?? '').includes(DRAFT_MARK),
  }),
);

const tagSchema = z.object({ ref: z.string() });
const latestSchema = releaseFields.pick({ tag_name: true });
const notesSchema = z.object({ body: z.string() });
const anyAnswer = z.unknown();

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

    async latestTag() {
      const request = { method: 'GET', path: `${releases}/latest`, schema: latestSchema } as const;
      return (await optional(send('the latest release', request)))?.tag_name;
    },

    async generateNotes(commit) {
      const json = { tag_name: tag, ...(commit !== undefined && { target_commitish: commit }) };
      const path = `${releases}/generate-notes`;
      const request = { method: 'POST', path, body: { json }, schema: notesSchema } as const;
      return (await send(`notes of release ${tag}`, request)).body;
    },

    createDraft({ isPrerelease, commit, notes }) {
      const json = {
        tag_name: tag,
        ...(commit !== undefined && { target_commitish: commit }),
        name: tag,
        body: `${DRAFT_MARK}${notes === '' ? '' : `\n\n${notes}`}`,
        draft: true,
        prerelease: isPrerelease,
      };
      return send(`draft of release ${tag}`, { method: 'POST', path: releases, body: { json }, schema: releaseSchema });
    },

    publish({ id }, { isPrerelease, isLatest, notes }) {
      const json = {
        // Without tag_name, GitHub can change the tag of a draft.
        tag_name: tag,
        draft: false,
        body: notes,
        ...(isPrerelease !== undefined && { prerelease: isPrerelease }),
        ...(isLatest !== undefined && { make_latest: String(isLatest) }),
      };
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

    download: ({ id, size }, onPiece) => client.download(`${releases}/assets/${id}`, { maxBytes: size, onPiece }),
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
