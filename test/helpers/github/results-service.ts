import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type LoopbackServer, type Responder, serveEverything } from '../net/http-server.ts';
import { bodyOf, Faults, json } from './faults.ts';

/*
 * The artifact part of the results service of GitHub Actions, and the blob store behind it: the Twirp service
 * github.actions.results.api.v1.ArtifactService in its JSON form, and Azure's Put Block, Put Block List and Get Blob.
 * Like the real one it requires a token with the ids of the run, refuses a name that the run already has, and checks
 * size and hash.
 */

export interface StoredArtifact {
  readonly id: number;
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
  /** `sha256:…` */
  readonly digest: string;
  readonly content: Buffer;
  /** RFC 3339, or undefined for the default of the repository. */
  readonly expiresAt: string | undefined;
}

export type ResultsOperation =
  | 'CreateArtifact'
  | 'FinalizeArtifact'
  | 'ListArtifacts'
  | 'GetSignedArtifactURL'
  | 'DeleteArtifact'
  | 'PutBlock'
  | 'PutBlockList'
  | 'GetBlob';

export interface ResultsService extends AsyncDisposable {
  readonly origin: string;
  /** The environment variables that the runner would set for a job. */
  readonly env: Readonly<Record<string, string>>;
  readonly faults: { next(operation: ResultsOperation, ...faults: Parameters<Faults['next']>[1][]): void };
  readonly operations: readonly string[];
  /** The finished artifacts of the run by name. */
  readonly artifacts: ReadonlyMap<string, StoredArtifact>;
  readonly requests: LoopbackServer['requests'];
  /** Issued signatures and tokens, which must not occur in any output. */
  readonly secrets: readonly string[];
}

interface Blob {
  readonly signature: string;
  readonly blocks: Map<string, Buffer>;
  content: Buffer | undefined;
  contentType: string;
}

interface Entry {
  readonly id: number;
  readonly name: string;
  readonly job: string;
  readonly mimeType: string;
  readonly expiresAt: string | undefined;
  readonly blob: Blob;
  finished: boolean;
}

const SERVICE = '/twirp/github.actions.results.api.v1.ArtifactService/';
const RUN = 'ce7f54c7-61c7-4aae-887f-30da475f5f1a';
const JOB = 'ca395085-040a-526b-2ce8-bdc85f692774';

/** Starts the service for one run of one workflow. */
export async function startResultsService(): Promise<ResultsService> {
  const entries = new Map<string, Entry>();
  const faults = new Faults();
  const operations: string[] = [];
  const token = tokenOf({ scp: `Actions.GenericRead:0 Actions.Results:${RUN}:${JOB}` });
  const secrets = [token];
  let lastId = 4000;

  const server = await serveEverything((request, response) => {
    const operation = operationOf(request);
    if (operation === undefined) return json(404, { code: 'bad_route', msg: 'no such method' })(request, response);
    operations.push(operation);
    faults.meet(operation, request, response, (incoming, outgoing) => {
      const answer = operation.includes('Artifact') ? rpc : blobStore;
      answer(operation, incoming, outgoing).catch(() => outgoing.destroy());
    });
  });

  async function rpc(operation: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const message: Record<string, string | number | undefined> = JSON.parse((await bodyOf(request)).toString('utf8'));
    const reply = (code: number, body: unknown): void => json(code, body)(request, response);
    if (request.headers.authorization !== `Bearer ${token}`) {
      return reply(401, { code: 'unauthenticated', msg: 'invalid runtime token' });
    }
    if (message['workflow_run_backend_id'] !== RUN) return reply(403, { code: 'permission_denied', msg: 'other run' });
    reply(...answerRpc(operation, message));
  }

  function answerRpc(operation: string, message: Record<string, string | number | undefined>): [number, unknown] {
    const name = String(message['name'] ?? '');
    const entry = entries.get(name);
    switch (operation) {
      case 'CreateArtifact': {
        if (entry !== undefined) {
          return [
            409,
            { code: 'already_exists', msg: 'an artifact with this name already exists on the workflow run' },
          ];
        }
        if (name === '' || /["/\\:<>|*?\r\n]/.test(name)) return [400, { code: 'invalid_argument', msg: 'bad name' }];
        lastId += 1;
        const signature = randomBytes(24).toString('base64');
        secrets.push(signature, encodeURIComponent(signature));
        const mimeType = String(message['mime_type'] ?? 'application/zip');
        entries.set(name, {
          id: lastId,
          name,
          job: JOB,
          mimeType,
          expiresAt: message['expires_at'] === undefined ? undefined : String(message['expires_at']),
          blob: { signature, blocks: new Map(), content: undefined, contentType: mimeType },
          finished: false,
        });
        return [200, { ok: true, signed_upload_url: blobUrl(lastId, signature) }];
      }
      case 'FinalizeArtifact': {
        const content = entry?.blob.content;
        if (entry === undefined || content === undefined) return [404, { code: 'not_found', msg: 'no such upload' }];
        if (String(message['size']) !== String(content.length)) {
          return [400, { code: 'invalid_argument', msg: `size is ${message['size']}, stored are ${content.length}` }];
        }
        if (message['hash'] !== digestOf(content)) return [400, { code: 'invalid_argument', msg: 'hash differs' }];
        entry.finished = true;
        return [200, { ok: true, artifact_id: String(entry.id) }];
      }
      case 'ListArtifacts': {
        const { name_filter: byName, id_filter: byId } = message;
        const found = [...entries.values()].filter(
          ({ id, name: own, finished }) =>
            finished && (byName === undefined || byName === own) && (byId === undefined || String(byId) === String(id)),
        );
        return [200, { artifacts: found.map(describe) }];
      }
      case 'GetSignedArtifactURL': {
        if (entry === undefined) return [404, { code: 'not_found', msg: 'no such artifact' }];
        return [200, { name, signed_url: blobUrl(entry.id, entry.blob.signature) }];
      }
      default: {
        if (entry === undefined) return [404, { code: 'not_found', msg: 'no such artifact' }];
        entries.delete(name);
        return [200, { ok: true, artifact_id: String(entry.id) }];
      }
    }
  }

  async function blobStore(operation: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://blob');
    const entry = [...entries.values()].find(({ id }) => url.pathname === `/blobs/${id}`);
    if (entry === undefined) return azureError('BlobNotFound', 404)(request, response);
    const { blob, name, mimeType } = entry;
    if (url.searchParams.get('sig') !== blob.signature) {
      return azureError('AuthenticationFailed', 403)(request, response);
    }
    if (operation === 'GetBlob') {
      const fileName = mimeType === 'application/zip' ? `${name}.zip` : name;
      response.writeHead(200, {
        'content-type': blob.contentType,
        'content-length': String(blob.content?.length ?? 0),
        'content-disposition': `attachment; filename="${fileName}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      });
      response.end(blob.content);
      return;
    }
    const body = await bodyOf(request);
    if (operation === 'PutBlock') {
      blob.blocks.set(url.searchParams.get('blockid') ?? '', body);
    } else {
      const ids = [...body.toString('utf8').matchAll(/<(?:Latest|Uncommitted)>([^<]*)</g)].map(([, id]) => id ?? '');
      const blocks = ids.map((id) => blob.blocks.get(id));
      if (blocks.includes(undefined)) return azureError('InvalidBlockList', 400)(request, response);
      blob.content = Buffer.concat(blocks.filter((block) => block !== undefined));
      const type = request.headers['x-ms-blob-content-type'];
      if (typeof type === 'string') blob.contentType = type;
    }
    response.writeHead(201, { etag: '"1"', 'x-ms-request-id': 'test', 'x-ms-version': '2024-11-04' }).end();
  }

  const blobUrl = (id: number, signature: string): string =>
    `${server.origin}/blobs/${id}?se=2030-01-01&sig=${encodeURIComponent(signature)}`;

  return {
    origin: server.origin,
    requests: server.requests,
    operations,
    secrets,
    faults: { next: (operation, ...list) => faults.next(operation, ...list) },
    env: {
      ACTIONS_RESULTS_URL: `${server.origin}/`,
      ACTIONS_RUNTIME_TOKEN: token,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'octocat/hello',
      GITHUB_RUN_ID: '7001',
      GITHUB_RETENTION_DAYS: '90',
      NO_PROXY: '127.0.0.1',
      no_proxy: '127.0.0.1',
    },
    get artifacts() {
      const finished = [...entries.values()].filter((entry) => entry.finished);
      return new Map(finished.map((entry) => [entry.name, storedOf(entry)]));
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

/** A token in the form of the runner's, with an arbitrary signature that is not checked here. */
export function tokenOf(claims: Readonly<Record<string, unknown>>): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.${randomBytes(16).toString('base64url')}`;
}

function operationOf({ method, url = '/' }: IncomingMessage): string | undefined {
  const { pathname, searchParams } = new URL(url, 'http://service');
  if (method === 'POST' && pathname.startsWith(SERVICE)) return pathname.slice(SERVICE.length);
  if (!pathname.startsWith('/blobs/')) return undefined;
  if (method === 'GET') return 'GetBlob';
  if (method !== 'PUT') return undefined;
  return searchParams.get('comp') === 'blocklist' ? 'PutBlockList' : 'PutBlock';
}

function describe(entry: Entry): Readonly<Record<string, unknown>> {
  const { id, name, size, digest } = storedOf(entry);
  return {
    workflow_run_backend_id: RUN,
    workflow_job_run_backend_id: entry.job,
    database_id: String(id),
    name,
    size: String(size),
    created_at: '2026-01-02T03:04:05Z',
    digest,
  };
}

function storedOf({ id, name, expiresAt, blob: { content = Buffer.alloc(0), contentType } }: Entry): StoredArtifact {
  return { id, name, contentType, size: content.length, digest: digestOf(content), content, expiresAt };
}

function digestOf(content: Buffer): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

function azureError(code: string, status: number): Responder {
  return (request, response) => {
    request.resume();
    response.writeHead(status, { 'content-type': 'application/xml', 'x-ms-error-code': code });
    response.end(`<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);
  };
}
