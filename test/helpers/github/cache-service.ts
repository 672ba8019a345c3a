import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';
import { serveEverything } from '../net/http-server.ts';
import { bodyOf, Faults, json } from './faults.ts';
import { tokenOf } from './results-service.ts';

/*
 * The cache service of GitHub Actions in its second version (Twirp service github.actions.results.api.v1.CacheService,
 * JSON form) and its blob store: an entry has a key and a version (of the cached paths), never changes, and is found by
 * its whole key, or otherwise by a prefix of it, the newest first.
 */

export interface CacheEntry {
  readonly key: string;
  readonly version: string;
  readonly content: Buffer;
}

export type CacheOperation =
  | 'CreateCacheEntry'
  | 'FinalizeCacheEntryUpload'
  | 'GetCacheEntryDownloadURL'
  | 'PutBlob'
  | 'GetBlob';

export interface CacheService {
  /** The variables that the runner would set for a job. */
  readonly env: Readonly<Record<string, string>>;
  /** Finished entries, the oldest first. */
  readonly entries: readonly CacheEntry[];
  readonly operations: readonly string[];
  /** Replaces the content of every finished entry, as anyone with write access to the cache could. */
  replace(content: Buffer): void;
  readonly faults: { next(operation: CacheOperation, ...faults: Parameters<Faults['next']>[1][]): void };
}

const SERVICE = '/twirp/github.actions.results.api.v1.CacheService/';

interface Upload {
  readonly id: number;
  readonly key: string;
  readonly version: string;
  readonly signature: string;
  content?: Buffer;
  finished: boolean;
}

/** Starts the service for one repository; it ends with the test. */
export async function startCacheService(): Promise<CacheService> {
  const uploads: Upload[] = [];
  const operations: string[] = [];
  const faults = new Faults();
  const token = tokenOf({ scp: 'Actions.Results:run:job' });
  const server = await serveEverything((request, response) => {
    const operation = operationOf(request);
    operations.push(operation);
    faults.meet(operation, request, response, (incoming, outgoing) => {
      const answer = operation.endsWith('Blob') ? blobStore : rpc;
      answer(operation, incoming, outgoing).catch(() => outgoing.destroy());
    });
  });
  onTestFinished(() => server[Symbol.asyncDispose]());

  async function rpc(operation: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const reply = (code: number, body: unknown): void => json(code, body)(request, response);
    const message: { key?: string; version?: string; restore_keys?: string[]; size_bytes?: string } = JSON.parse(
      (await bodyOf(request)).toString('utf8'),
    );
    if (request.headers.authorization !== `Bearer ${token}`)
      return reply(401, { code: 'unauthenticated', msg: 'token' });
    const { key = '', version = '' } = message;
    const own = uploads.find((upload) => upload.key === key && upload.version === version);
    if (operation === 'CreateCacheEntry') {
      if (own !== undefined) return reply(409, { code: 'already_exists', msg: `cache entry with key ${key} exists` });
      const upload = {
        id: uploads.length + 1,
        key,
        version,
        signature: randomBytes(12).toString('hex'),
        finished: false,
      };
      uploads.push(upload);
      return reply(200, { ok: true, signed_upload_url: urlOf(upload) });
    }
    if (operation === 'FinalizeCacheEntryUpload') {
      if (own?.content === undefined) return reply(404, { code: 'not_found', msg: 'no upload' });
      if (message.size_bytes !== String(own.content.length))
        return reply(400, { code: 'invalid_argument', msg: 'size' });
      own.finished = true;
      return reply(200, { ok: true, entry_id: String(own.id) });
    }
    const finished = uploads.filter((upload) => upload.finished && upload.version === version).reverse();
    const prefixes = message.restore_keys ?? [];
    const found =
      finished.find((upload) => upload.key === key) ??
      prefixes
        .map((prefix) => finished.find((upload) => upload.key.startsWith(prefix)))
        .find((upload) => upload !== undefined);
    if (found === undefined) return reply(200, { ok: false });
    return reply(200, { ok: true, signed_download_url: urlOf(found), matched_key: found.key });
  }

  async function blobStore(operation: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://blob');
    const upload = uploads.find(({ id }) => url.pathname === `/blobs/${id}`);
    if (upload === undefined || url.searchParams.get('sig') !== upload.signature) {
      response.writeHead(403).end();
      return;
    }
    if (operation === 'GetBlob') {
      response.writeHead(200, { 'content-length': String(upload.content?.length ?? 0) }).end(upload.content);
      return;
    }
    upload.content = await bodyOf(request);
    response.writeHead(201, { etag: '"1"', 'x-ms-request-id': 'test', 'x-ms-version': '2024-11-04' }).end();
  }

  const urlOf = ({ id, signature }: Upload): string => `${server.origin}/blobs/${id}?sig=${signature}`;

  return {
    operations,
    replace(content) {
      for (const upload of uploads) if (upload.finished) upload.content = content;
    },
    faults: { next: (operation, ...list) => faults.next(operation, ...list) },
    env: {
      ACTIONS_CACHE_SERVICE_V2: 'true',
      ACTIONS_RESULTS_URL: `${server.origin}/`,
      ACTIONS_RUNTIME_TOKEN: token,
    },
    get entries() {
      return uploads.flatMap(({ key, version, content, finished }) =>
        finished && content !== undefined ? [{ key, version, content }] : [],
      );
    },
  };
}

function operationOf({ method, url = '/' }: IncomingMessage): string {
  const { pathname } = new URL(url, 'http://service');
  if (pathname.startsWith(SERVICE)) return pathname.slice(SERVICE.length);
  return method === 'PUT' ? 'PutBlob' : 'GetBlob';
}
