import { extname } from 'node:path';
import { z } from 'zod';
import type { NetworkContext } from '../net/context.ts';
import { HttpFailure, judgeHttpFailure } from '../net/http-failure.ts';
import { type RetryVerdict, retry } from '../support/retry.ts';
import type { GithubClient, GithubRequest } from './client.ts';
import { GithubRefusal, type ReleaseTarget, releaseError } from './refusal.ts';

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
  /** Its page; that of a draft is another one than that of the published release. */
  readonly page: string;
  readonly uploadUrl: string;
  readonly body: string;
  readonly isDraft: boolean;
  readonly isImmutable: boolean;
  /** A draft that one of our jobs has made, and that one of our jobs publishes or takes away. */
  readonly isOurs: boolean;
}

export interface Asset {
  readonly id: number;
  readonly name: string;
  readonly size: number;
  /** Hexadecimal; older assets and servers have none. */
  readonly sha256: string | undefined;
  /** An upload that goes on, or that broke, has left a name and nothing more. */
  readonly isComplete: boolean;
}

/** The calls that releases need. Each is tried again while its failure may pass, and fails with an HttpFailure. */
export interface ReleaseApi {
  /** The published release of the tag, and all drafts that are meant for it, in the order in which they were made. */
  releasesOfTag(): Promise<readonly Release[]>;
  /** Whether a release is there, whatever lists of releases say. */
  exists(release: Release): Promise<boolean>;
  /** Whether the repository has the tag. */
  tagExists(): Promise<boolean>;
  /** `commit` is what will be tagged; undefined where the tag exists, or for the head of the default branch. */
  createDraft(fields: { readonly isPrerelease: boolean; readonly commit: string | undefined }): Promise<Release>;
  publish(release: Release): Promise<Release>;
  /** A release that is gone is as good as deleted. */
  deleteRelease(release: Release): Promise<void>;
  assetsOf(release: Release): Promise<readonly Asset[]>;
  /** Sends a file once; what an upload that fails has left is the caller's to look for. */
  upload(release: Release, file: UploadedFile, name: string): Promise<Asset>;
  rename(asset: Asset, name: string): Promise<Asset>;
  deleteAsset(asset: Asset): Promise<void>;
  /** `again` says what a failure means that is known by its circumstances only. */
  patiently<T>(what: string, action: (attempt: number) => Promise<T>, again?: Again): Promise<T>;
}

export type Again = (failure: HttpFailure) => boolean;

/** Tells our drafts from those that people prepare. People do not see it, and it goes when the draft is published. */
const DRAFT_MARK = '<!-- fledge publishes this draft when its files are there -->';
const PAGE_SIZE = 100;
/** A release has at most 1000 assets; GitHub shows at most 10,000 releases, and a draft is among the newest. */
const MOST_PAGES = 10;

const assetSchema = z
  .object({
    id: z.number(),
    name: z.string(),
    size: z.number(),
    state: z.string().optional(),
    digest: z.string().nullish(),
  })
  .transform(
    ({ id, name, size, state, digest }): Asset => ({
      id,
      name,
      size,
      sha256: /^sha256:([0-9a-f]{64})$/.exec(digest ?? '')?.[1],
      isComplete: state === undefined || state === 'uploaded',
    }),
  );

const releaseSchema = z
  .object({
    id: z.number(),
    tag_name: z.string(),
    html_url: z.string(),
    upload_url: z.string(),
    body: z.string().nullish(),
    draft: z.boolean(),
    immutable: z.boolean().optional(),
  })
  .transform(
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
const nothing = z.unknown();

export function releaseApi(client: GithubClient, target: ReleaseTarget, context: NetworkContext): ReleaseApi {
  const { repository, tag } = target;
  const { reporter, signal, network } = context;
  const releases = `/repos/${repository}/releases`;

  const patiently: ReleaseApi['patiently'] = (what, action, again = () => false) =>
    retry(action, {
      judge(error): RetryVerdict {
        const isKnown = error instanceof HttpFailure && again(error);
        return isKnown ? { waitAtLeastMs: 0 } : judgeHttpFailure(error);
      },
      onRetry({ error, attempt, attempts, waitMs }) {
        const why = error instanceof Error ? error.message : String(error);
        reporter.info(`${what}: ${why}; attempt ${attempt + 1} of ${attempts} in ${(waitMs / 1000).toFixed(1)} s`);
      },
      signal,
      ...(network?.delay !== undefined && { delay: network.delay }),
    });
  const send = <T>(what: string, request: GithubRequest<T>): Promise<T> => patiently(what, () => client.send(request));

  async function pages<T>(what: string, path: string, schema: z.ZodType<T>): Promise<readonly T[]> {
    const all: T[] = [];
    for (let page = 1; page <= MOST_PAGES; page += 1) {
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
    patiently,

    async releasesOfTag() {
      const published = await readRelease(`tags/${encodeURIComponent(tag)}`);
      // A draft has no tag yet by which it could be asked for.
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
      // Without tag_name GitHub may give a draft another tag.
      const json = { tag_name: tag, draft: false, body: body.replace(DRAFT_MARK, '').trim() };
      const path = `${releases}/${id}`;
      return send(`release ${tag}`, { method: 'PATCH', path, body: { json }, schema: releaseSchema });
    },

    async deleteRelease({ id }) {
      await optional(send(`draft ${id}`, { method: 'DELETE', path: `${releases}/${id}`, schema: nothing }));
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

    // Right after an upload GitHub may not know the asset yet.
    rename: ({ id }, name) =>
      patiently(
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
      await optional(send(`asset ${name}`, { method: 'DELETE', path: `${releases}/assets/${id}`, schema: nothing }));
    },
  };
}

/** Runs a part of the work, and says what it was when it fails. */
export async function explained<T>(doing: string, target: ReleaseTarget, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof HttpFailure ? releaseError(doing, error, target) : error;
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
